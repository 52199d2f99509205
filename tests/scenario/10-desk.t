#!/bin/sh
# The main job: from the feeds of the sample newsroom to a published site, and nothing twice.
. "$(dirname "$0")/lib.sh"

serve samples/newsroom
new_desk
sed "s/@PORT@/$port/" samples/feeds.txt | xargs "$WIREPROOF" -C "$desk" -q --now "$now" add
is "every feed is followed" "$(wp list sources | wc -l)" "$(grep -c . samples/feeds.txt)"

is "a run with one missing page ends with 1" "$(code wp run)" 1
is "and says so in one line" "$(grep -c 'page.failed' "$work/err")" 1
has "which names the page and the reason" "$work/err" '404'
is "every entry became a report" "$(wp list --json reports | wc -l)" "$(wc -l <samples/events.tsv)"
is "no report is empty" "$(wp list --json reports | jq -r 'select(.state == "empty") | .url' | head -n 3)" ""

# Grouping against what the samples tell of.
wp list --json stories >"$work/stories"
sed "s/	.*//" samples/events.tsv | while read -r path; do
	story=$(jq -r --arg p "$path" 'select((.url | sub("^http://"; "") | sub("\\.localhost:[0-9]+"; "")) == $p) | .story' "$work/stories")
	printf '%s\t%s\n' "${story:-none}" "$(grep -F "$path	" samples/events.tsv | cut -f2)"
done >"$work/pairs"
is "every report of the samples has a story" "$(grep -c '^none' "$work/pairs")" 0
is "no story holds two events" "$(sort -u "$work/pairs" | cut -f1 | uniq -d | head -n 3)" ""

published=$(wp list articles | wc -l)
ok "stories are published" test "$published" -ge 3
for kind in court health; do
	ok "stories of the kind $kind are held for a person" sh -c "'$WIREPROOF' -C '$desk' queue | grep -q 'about $kind'"
done
site=$desk/site
for file in index.html feed.rss feed.atom feed.json style.css about/index.html tags/index.html; do
	ok "the site has $file" test -s "$site/$file"
done
is "each article has its page and its proof" "$(find "$site/stories" -name index.html -o -name proof.json | wc -l)" $((2 * published))

wp list --json articles | jq -r .story | while read -r story; do
	jq -e '[.sentences[] | select((.cites | length) == 0)] | length == 0' "$site/stories/$story/proof.json" >/dev/null || echo "$story"
done >"$work/uncited"
is "every sentence of every proof is cited" "$(cat "$work/uncited")" ""
is "no quotation is left out: writer and publisher keep one budget" "$(grep -rl 'left out here' "$site/stories" | head -n 3)" ""
is "no page asks another host for anything" "$(grep -rlE '<(script|img|iframe|link)[^>]+(src|href)="https?://' "$site" --include='*.html' |
	xargs -r grep -lE '<(script|img|iframe)[^>]+src="https?://|rel="stylesheet" href="https?://' | head -n 3)" ""

# A second run right after: validators are sent, nothing changes.
before=$(tree_hash "$site")
requests=$(wc -l <"$log")
ok "a second run has nothing to complain about" wp run
is "it asks for the feeds alone" "$(tail -n +$((requests + 1)) "$log" | wc -l)" "$(grep -c . samples/feeds.txt)"
is "and gets 304 for each" "$(tail -n +$((requests + 1)) "$log" | jq -r .status | sort -u)" 304
is "the site is the same, byte for byte" "$(tree_hash "$site")" "$before"
is "nothing is published twice" "$(wp list articles | wc -l)" "$published"
done_testing
