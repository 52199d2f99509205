#!/bin/sh
# The script that guards the layers: it passes on the tree and fails on each way to break them.
. "$(dirname "$0")/lib.sh"

ok "the tree keeps its layers" scripts/layers
ok "from any folder" sh -c "cd / && '$PWD/scripts/layers'"

copy() { # a fresh copy of the sources in $work/tree
	rm -rf "$work/tree"
	mkdir "$work/tree"
	cp -R src "$work/tree/src"
}
refuses() { # refuses "what" FILE LINE WORDS: with that line at the end of the file, the script fails and says so
	copy
	mkdir -p "$(dirname "$work/tree/src/$2")"
	printf '%s\n' "$3" >>"$work/tree/src/$2"
	is "$1" "$(code scripts/layers "$work/tree")" 1
	is "in one line" "$(cat "$work/out" "$work/err" | wc -l)" 1
	has "which says where and what" "$work/out" "$4"
}

copy
ok "a copy passes" scripts/layers "$work/tree"
printf '#include "base/base.h"\n#include "text/text.h"\n#include <stdio.h>\n#include <curl/curl.h>\n' >>"$work/tree/src/net/net.c"
ok "as do includes of what stands above, and of the owned library" scripts/layers "$work/tree"

refuses "an include of what stands below is refused" text/words.c '#include "desk/desk.h"' "src/text/words.c"
refuses "of the next below too" write/write.h '#include "check/check.h"' "write includes check, which stands below it"
refuses "in whatever spelling" model/model.h '  #  include "store/store.h"' "model includes store, which stands below it"
refuses "in base as well" base/str.c '#include "text/text.h"' "base includes text, which stands below it"
refuses "another module's library is refused" desk/desk.c '#include <sqlite3.h>' "only store includes <sqlite3.h>"
refuses "a header in its folder too" check/check.c '#include <unicode/ucol.h>' "only text includes <unicode/ucol.h>"
refuses "the cli gets none either" cli/main.c '#include <curl/curl.h>' "only net includes <curl/curl.h>"
refuses "in quotation marks it is no module" publish/site.c '#include "jansson.h"' 'include "jansson.h" names no module'
refuses "a library's folder in quotation marks is no module" story/group.c '#include "openssl/sha.h"' "unknown module openssl"
refuses "an unknown module is refused" feed/feed.c '#include "mail/mail.h"' "unknown module mail"
refuses "a folder that is not in the table is refused" mail/mail.c '#include "base/base.h"' "module mail is not in the table"
refuses "a way around through .. is refused" text/text.h '#include "../desk/desk.h"' "src/text/text.h"
refuses "nor does it lead around inside a path" text/text.h '#include "base/../desk/desk.h"' "goes around its module"
refuses "what is private to a module is refused" cli/main.c '#include "desk/parts.h"' "desk/parts.h is private to desk"
done_testing
