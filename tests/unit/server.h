/* Starts tests/tools/httpd for the tests of transfers, with a site in a temporary folder. */
#ifndef TESTS_UNIT_SERVER_H
#define TESTS_UNIT_SERVER_H

#include "unit.h"

/* For cmocka's group. The program comes from the environment's HTTPD, else lies beside the test. */
int server_start(void **state);
/* The server's exit status, not 0 when it leaked or crashed; 0 when it was stopped before. A test
 * should assert it, since cmocka does not count a failed teardown. */
int server_stop(void **state);

struct str server_port(void);

/* The requests to NAME.localhost since the log had `from` lines, into lines; their count. */
size_t server_log(struct arena *a, size_t from, const char *name, struct jv *lines, size_t max);
size_t server_log_lines(void);

#endif
