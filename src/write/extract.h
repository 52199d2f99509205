/* The extractive writer. Private to write. */
#ifndef WRITE_EXTRACT_H
#define WRITE_EXTRACT_H

#include "write/write.h"

extern const struct writer writer_extract;

#endif
