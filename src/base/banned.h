/* Functions that this code base does without, and what to use in their place. Using one is an error
 * at compile time. */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#define BANNED(name) base_banned_##name

#undef strcpy
#undef strcat
#undef strncpy
#undef strncat
#undef sprintf
#undef vsprintf
#undef strtok
#undef atoi
#undef atol
#undef atof
#undef gets
#undef localtime
#undef gmtime
#undef asctime
#undef ctime
#undef strdup
#undef strndup
#undef malloc
#undef calloc
#undef realloc
#undef free
#define strcpy(...) BANNED(strcpy)   /* str_dup, buf_add */
#define strcat(...) BANNED(strcat)   /* buf_add */
#define strncpy(...) BANNED(strncpy) /* str_dup */
#define strncat(...) BANNED(strncat) /* buf_add */
#define sprintf(...) BANNED(sprintf) /* buf_addf, str_format */
#define vsprintf(...) BANNED(vsprintf)
#define strtok(...) BANNED(strtok)       /* str_cut */
#define atoi(...) BANNED(atoi)           /* str_to_i64 */
#define atol(...) BANNED(atol)           /* str_to_i64 */
#define atof(...) BANNED(atof)           /* str_to_f64 */
#define gets(...) BANNED(gets)           /* buf_read_file */
#define localtime(...) BANNED(localtime) /* clock.h: no hidden time zone */
#define gmtime(...) BANNED(gmtime)       /* when_civil */
#define asctime(...) BANNED(asctime)     /* when_rfc3339 */
#define ctime(...) BANNED(ctime)         /* when_rfc3339 */
#define strdup(...) BANNED(strdup)       /* arena_cstr */
#define strndup(...) BANNED(strndup)     /* arena_cstr */
#define malloc(...) BANNED(malloc)       /* arena_alloc */
#define calloc(...) BANNED(calloc)       /* arena_zero */
#define realloc(...) BANNED(realloc)     /* VEC_PUSH, buf */
#define free(...) BANNED(free)           /* arena_free */

#endif
