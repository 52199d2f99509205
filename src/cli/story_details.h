/* What `wireproof story --details` prints of a story. Private to cli. */
#ifndef CLI_STORY_DETAILS_H
#define CLI_STORY_DETAILS_H

#include "story/story.h"

/* One object: id, origins, the tree of reports, timeline, claims, quotations, names, and what is
 * new since the time (when it is known). Spans are in Unicode code points of the report's text.
 * Reports in order of (published, key). */
void story_put_details(struct jw *w, struct arena *a, struct str id, struct report *reports,
	size_t count, struct when since);

#endif
