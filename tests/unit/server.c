#include "server.h"

#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
	struct arena a;
	struct str folder; /* holds the site and the log */
	struct str port;
	pid_t pid;
} server;

static struct str in_folder(const char *name)
{
	return str_format(&server.a, "%.*s/%s", STR_ARG(server.folder), name);
}

/* Writes a file of the site. */
static void put(const char *path, const char *text)
{
	struct str file = str_format(&server.a, "%.*s/site/%s", STR_ARG(server.folder), path);
	for (size_t i = server.folder.n + 1; i < file.n; i++) {
		if (file.p[i] != '/')
			continue;
		struct str folder = str_sub(file, 0, i);
		assert_true(mkdir(str_to_c(&server.a, folder), 0755) == 0 || errno == EEXIST);
	}
	FILE *f = fopen(file.p, "we");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

/* What is below NAME/ is http://NAME.localhost; other names get what lies at the top. */
static void put_site(void)
{
	put("index.html", "<p>home");
	put("feed.rss", "<rss/>");
	put("page.html", "<p>page");
	put("strict/robots.txt", "User-agent: *\nDisallow: /private\n");
	put("strict/page.html", "<p>page");
	put("strict/feed.rss", "<rss/>");
	put("strict/private.html", "<p>private");
	put("strict/to-private.as", "/!moved/1/private.html");
	put("broken/robots.txt.as", "/!status/503");
	put("broken/page.html", "<p>page");
	put("moved/robots.txt.as", "/!redirect/5/real.txt");
	put("moved/real.txt", "User-agent: wireproof\nDisallow: /\n");
	put("lost/robots.txt.as", "/!redirect/6/real.txt");
	put("lost/real.txt", "User-agent: wireproof\nDisallow: /\n");
	put("lost/page.html", "<p>page");
	put("cut/robots.txt.as", "/!cut/real.txt");
	put("cut/real.txt", "User-agent: nobody\nDisallow: /nothing\n");
	put("slow/robots.txt", "User-agent: *\nCrawl-delay: 0.15\n");
	put("slow/page.html", "<p>page");
	put("a/index.html", "a");
	put("b/index.html", "b");
	struct buf long_robots = BUF(LIMIT_ROBOTS * 2);
	buf_add_c(&long_robots, "User-agent: *\nDisallow: /early\n");
	while (long_robots.n < LIMIT_ROBOTS)
		buf_add_c(&long_robots, "# a long line of nothing that anybody needs to read\n");
	buf_add_c(&long_robots, "Disallow: /late\n");
	put("long/robots.txt", long_robots.p);
	put("long/late.html", "<p>page");
	buf_free(&long_robots);
}

/* The server's path from the environment, else beside this program. */
static struct str httpd_path(void)
{
	const char *from_env = getenv("HTTPD");
	if (from_env && *from_env)
		return str_c(from_env);
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self));
	assert_true(n > 0);
	struct str path = {self, (size_t)n};
	return str_format(
		&server.a, "%.*s/httpd", STR_ARG(str_sub(path, 0, str_rfind_char(path, '/'))));
}

int server_start(void **state)
{
	(void)state;
	server.folder = str_dup(&server.a, STR("/tmp/test_net.XXXXXX"));
	if (!mkdtemp((char *)(uintptr_t)server.folder.p))
		return -1;
	put_site();
	int ready[2];
	if (pipe(ready) != 0)
		return -1;
	struct str path = httpd_path(), site = in_folder("site"), log = in_folder("log");
	server.pid = fork();
	if (server.pid < 0)
		return -1;
	if (server.pid == 0) {
		(void)prctl(PR_SET_PDEATHSIG, SIGTERM);
		(void)dup2(ready[1], 1);
		(void)close(ready[0]);
		(void)close(ready[1]);
		(void)execl(path.p, path.p, "--log", log.p, site.p, (char *)NULL);
		_exit(127);
	}
	(void)close(ready[1]);
	char line[64];
	ssize_t n = read(ready[0], line, sizeof(line));
	(void)close(ready[0]);
	if (n <= 0)
		return -1;
	struct str url = str_trim((struct str){line, (size_t)n});
	server.port = str_dup(&server.a, str_from(url, str_rfind_char(url, ':') + 1));
	return 0;
}

static int remove_entry(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

int server_stop(void **state)
{
	(void)state;
	int status = 0;
	if (server.pid > 0) {
		(void)kill(server.pid, SIGTERM);
		(void)waitpid(server.pid, &status, 0);
		server.pid = 0;
	}
	if (!server.folder.n)
		return status;
	(void)nftw(server.folder.p, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	arena_free(&server.a);
	server.folder = (struct str){0};
	return status;
}

size_t server_log_lines(void)
{
	struct buf log = BUF(LIMIT_OUTPUT);
	struct err err;
	size_t n = 0;
	if (buf_read_file(&log, in_folder("log").p, &err))
		for (size_t i = 0; i < log.n; i++)
			n += log.p[i] == '\n';
	buf_free(&log);
	return n;
}

size_t server_log(struct arena *a, size_t from, const char *name, struct jv *lines, size_t max)
{
	struct buf log = BUF(LIMIT_OUTPUT);
	struct err err;
	assert_true(buf_read_file(&log, in_folder("log").p, &err));
	struct str rest = str_dup(a, buf_str(&log)), host = str_format(a, "%s.localhost", name);
	buf_free(&log);
	size_t n = 0;
	for (size_t i = 0; rest.n; i++) {
		struct str line = str_cut(&rest, '\n');
		if (i < from)
			continue;
		assert_true(n < max);
		assert_true(jv_parse(a, line, &lines[n], &err));
		n += str_eq(jv_str(&lines[n], "host"), host);
	}
	return n;
}

struct str server_port(void)
{
	return server.port;
}
