#!/bin/sh
# What goes wrong is said in one clear line, the rest goes on, and nothing is lost.
. "$(dirname "$0")/lib.sh"

mkdir "$work/www"
page() { # page NAME TITLE TEXT
	printf '<!doctype html><html lang="en"><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>' "$2" "$2" "$3" >"$work/www/$1"
}
long='<p>The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million crowns, its chair Mara Quist said. Work begins in June and takes two years, the board said in a statement after the meeting.</p><p>The pier was closed in March after divers found cracks in 14 of its 60 piles. Fishing boats have used the north quay since then.</p>'
page good.html "Quayham to rebuild its east pier" "$long"
page empty.html "Nothing here" ""
cat >"$work/www/good.rss" <<X
<rss version="2.0"><channel><title>The Quay Ledger</title><link>http://x.example/</link>
<item><title>Quayham to rebuild its east pier</title><link>/good.html</link><guid>1</guid><pubDate>Tue, 27 May 2025 10:00:00 GMT</pubDate></item>
</channel></rss>
X
cat >"$work/www/undated.rss" <<X
<rss version="2.0"><channel><title>The Undated</title><item><title>Quayham to rebuild its east pier</title><link>/good.html?undated</link></item>
<item><title>Empty</title><link>/empty.html</link></item></channel></rss>
X
serve "$work/www"

fresh() { # fresh URL...: a desk that follows these
	rm -rf "$desk"
	new_desk
	wp -q add "$@"
}

fresh "$url/good.rss" http://127.0.0.1:9/feed "http://no-such-host.localhost.invalid/feed"
is "an unreachable host ends a run with 1" "$(code wp run)" 1
is "one line for each source that failed" "$(grep -c source.failed "$work/err")" 2
has "which says what happened" "$work/err" "127.0.0.1"
is "the other source went on" "$(wp list reports | wc -l)" 1
ok "and was published" test "$(find "$desk/site/stories" -name index.html | wc -l)" -eq 1
ok "sources shows the reason" sh -c "'$WIREPROOF' -C '$desk' sources | grep -q 'refused\\|connect'"

fresh "$url/good.rss" "$url/missing.rss" "$url/good.html"
is "a 404 and a page for a feed end a run with 1" "$(code wp run)" 1
has "the 404 is named" "$work/err" "404"
has "HTML for a feed is named" "$work/err" "HTML"
is "each line says what to do" "$(grep source.failed "$work/err" | grep -c 'do="[a-z]')" 2
is "the other source went on" "$(wp list reports | wc -l)" 1

printf '<html><head><title>The Quay Ledger</title><link rel="alternate" type="application/rss+xml" href="/good.rss"></head></html>' >"$work/www/home.html"
fresh "$url/home.html"
is "a home page for a feed ends a run with 1" "$(code wp run)" 1
has "and its feed is named" "$work/err" "wireproof add $url/good.rss"

fresh "$url/undated.rss"
is "a feed without dates and an empty page are no failure" "$(code wp run)" 0
is "the report counts from when it was fetched" "$(wp list --json reports | jq -r 'select(.state == "full") | .published')" 2025-05-28T20:00:00Z
is "the empty page is kept as what it is" "$(wp list --json reports | jq -r 'select(.state == "empty") | .url')" "$url/empty.html"
is "and is no evidence: no story has it" "$(wp list --json stories | jq -r .url)" "$url/good.html?undated"

fresh "$url/good.rss"
wp -q config net.allow ""
is "a private address is refused" "$(code wp fetch)" 1
has "with what to do" "$work/err" "net.allow"
wp -q config net.allow 127.0.0.0/8
ok "and let through once it is allowed" wp fetch

printf '[net]\n\tinterval = 5\n' >>"$desk/wireproof.conf"
is "an unknown key ends with 2" "$(code wp run)" 2
has "names its line and the nearest key" "$work/err" "did you mean net.interval_ms?"
is "in one line" "$(wc -l <"$work/err")" 1

is "no desk there ends with 2" "$(code "$WIREPROOF" -C "$work/nowhere" run)" 2
has "and says how to make one" "$work/err" "wireproof init"
is "an unknown command ends with 2" "$(code wp frobnicate)" 2
is "an argument too many ends with 2" "$(code wp fetch twice)" 2
is "a bad URL ends with 2" "$(code wp add gopher://x.example/)" 2

# A second run on the same desk at the same time: the first is slow on purpose.
fresh "$url/!slow/1500/good.rss"
wp run >/dev/null 2>&1 &
first=$!
until grep -q '!slow' "$log"; do :; done
is "a second run at the same time ends with 3" "$(code wp run)" 3
has "and says to wait" "$work/err" "wait until it is done"
is "reading is possible meanwhile" "$(code wp list stories)" 0
ok "the first is not disturbed" wait $first

# A full disk, by a limit on the size of files.
fresh "$url/good.rss"
is "a full disk ends with 3" "$( (ulimit -f 8; code wp run) )" 3
is "in one line" "$(grep -c . "$work/err")" 1
ok "with room again nothing was lost" wp run
is "and the report is there" "$(wp list reports | wc -l)" 1

# A read-only folder. Root ignores mode bits, so another user tries.
fresh "$url/good.rss"
chmod 755 "$work" "$desk"
cp "$WIREPROOF" "$work/wireproof"
if [ "$(id -u)" -eq 0 ]; then as="setpriv --reuid=65534 --regid=65534 --clear-groups"; else chmod -R a-w "$desk"; as=; fi
# shellcheck disable=SC2086
is "a read-only folder ends with 3" "$(code $as "$work/wireproof" -C "$desk" --now "$now" run)" 3
has "and says what must be writable" "$work/err" "writable"
is "in one line" "$(grep -c . "$work/err")" 1
chmod -R u+w "$desk"

# A site folder that is in the way.
fresh "$url/good.rss"
: >"$desk/site"
is "a file where the site should be ends with 3" "$(code wp run)" 3
rm "$desk/site"
ok "and without it the site is published" wp run
ok "with its page" test -s "$desk/site/index.html"
done_testing
