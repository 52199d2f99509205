/* Inside html only: what makes a page harmless to gumbo before gumbo sees it. */
#ifndef HTML_PRESCAN_H
#define HTML_PRESCAN_H

#include "base/base.h"

/* gumbo's time grows with the square of three things: how deep elements nest (each tag searches the
 * stack of open elements), how many attributes a tag has (each is compared with all before it), and
 * how many <html> and <body> tags come (their attributes are merged one by one). This pass walks
 * the tags and overwrites with blanks what is over a ceiling, so every offset stays right; the text
 * stays too. It never counts less than gumbo nests, but for a constant factor; where it can't know
 * what gumbo does, it counts more. `html` is changed in place. */
void prescan(struct arena *a, char *html, size_t n);

#endif
