#!/bin/sh
# What stands between a desk and its site: an imprint; and what the site then has for readers and programs.
. "$(dirname "$0")/lib.sh"
serve samples/newsroom
new_desk
wp config desk.contact ""
sed "s/@PORT@/$port/" samples/feeds.txt | xargs "$WIREPROOF" -C "$desk" -q --now $now add
wp run >"$work/out" 2>"$work/err"
is "a site without a contact is refused" "$?" 2
has "and the message says what to set" "$work/err" "desk.contact (how to reach them)"
not_ok "nothing is published" test -e "$desk/site/index.html"
wp config desk.contact "desk@scenario.example"
wp config desk.address "1 Quay Street; Westing"
wp config desk.base_url "https://desk.example/"
ok "with it the site is published" wp publish
has "the imprint has the address" "$desk/site/imprint/index.html" "1 Quay Street<br>Westing"
site=$desk/site
has "the sources are listed" "$site/sources.opml" 'type="rss"'
ok "and can be imported into another desk" sh -c "'$WIREPROOF' -q --now $now init '$work/other' && '$WIREPROOF' -C '$work/other' -q import '$site/sources.opml'"
for feed in feed.rss feed.atom feed.json; do
	tag=$(find "$site/tags" -name "$feed" | LC_ALL=C sort | head -n 1)
	for file in "$site/$feed" "$tag"; do
		"$WIREPROOF" feed <"$file" >"$work/feed.json" 2>"$work/err"
		has "wireproof feed reads ${file#"$site/"}" "$work/feed.json" "no AI model was used"
	done
done
is "each story has its tables" "$(find "$site/stories" -name statements.csv | wc -l)" "$(wp list articles | wc -l)"
has "the site map leads to its parts" "$site/sitemap.xml" "https://desk.example/sitemap-"
before=$(tree_hash "$site")
ok "publishing again" wp publish
is "changes nothing" "$(tree_hash "$site")" "$before"
done_testing
