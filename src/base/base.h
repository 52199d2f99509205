/* base: what every module stands on. Strings with a length, buffers with a ceiling, arenas, growing
 * arrays, a map, errors, the log, time, URLs, hashes and JSON. Each idea has its own header, which
 * is its manual; include this one to get all.
 *
 * Conventions that hold everywhere:
 * - A function that can fail returns bool and takes `struct err *err` last; on false, err says what
 * was tried and found.
 * - A function whose first argument is `struct arena *a` returns memory that lives as long as that
 * arena.
 * - Strings are `struct str` by value: bytes with a length, borrowed, not NUL-terminated unless a
 * function says so.
 * - Running out of memory ends the program; only work that strangers can make large has ceilings
 * (see limits.h). */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/limits.h"
#include "base/err.h"
#include "base/arena.h"
#include "base/str.h"
#include "base/buf.h"
#include "base/vec.h"
#include "base/map.h"
#include "base/clock.h"
#include "base/url.h"
#include "base/hash.h"
#include "base/sign.h"
#include "base/json.h"
#include "base/log.h"
#ifndef BASE_INTERNAL
#include "base/banned.h"
#endif

#endif
