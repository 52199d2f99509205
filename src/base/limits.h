/* Every ceiling on what comes from outside, in one place. Sizes in bytes unless the name says
 * otherwise. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#define LIMIT_BODY ((size_t)32 << 20)      /* a decoded HTTP body */
#define LIMIT_HEADER ((size_t)64 << 10)    /* all headers of one reply */
#define LIMIT_URL ((size_t)8 << 10)        /* a URL; RFC 9110 4.1 asks for at least 8000 octets */
#define LIMIT_REDIRECTS 5                  /* hops of one request */
#define LIMIT_ROBOTS ((size_t)512 << 10)   /* RFC 9309 2.5 asks for at least 500 KiB */
#define LIMIT_TREE ((size_t)192 << 20)     /* arena bytes for the tree of one page */
#define LIMIT_TREE_DEPTH 512               /* nesting that browsers keep */
#define LIMIT_ENTRIES 10000                /* entries taken from one feed */
#define LIMIT_FEED_DEPTH 256               /* nesting of elements in a feed */
#define LIMIT_TEXT ((size_t)4 << 20)       /* text of one report */
#define LIMIT_SENTENCES 20000              /* sentences of one report */
#define LIMIT_JSON_LINE ((size_t)64 << 20) /* a line that a stage command reads */
#define LIMIT_CONF ((size_t)1 << 20)       /* the configuration file */
#define LIMIT_OUTPUT ((size_t)256 << 20)   /* a file or an answer that wireproof itself writes */
#define LIMIT_STORY_REPORTS 200            /* reports of a story that one article is written from */

#endif
