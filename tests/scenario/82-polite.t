#!/bin/sh
# Polite fetching, asserted from the test server's log: validators, caching, moves, pauses, refusals, and no more asked than
# that; health of each source in words; feeds of a site found.
. "$(dirname "$0")/lib.sh"

www=$work/www
mkdir -p "$www" "$www/site" "$www/plain" "$www/soft" "$www/shut"
printf '<rss version="2.0"><channel><title>Lamp</title><link>/</link><item><title>Lamp lit</title><guid>g1</guid><description>The lamp of the pier was lit.</description></item></channel></rss>' >"$www/feed.rss"
cp "$www/feed.rss" "$www/site/news.rss"
cp "$www/feed.rss" "$www/plain/rss.xml"
serve "$www"

asked() { tail -n +"$((mark + 1))" "$log" | jq -r "select(.path == \"$1\") | $2"; } # since the last run, of a path
at() { # at TIME ARGS...: the program at that time
	time=$1
	shift
	"$WIREPROOF" -C "$desk" --now "$time" "$@"
}
run() { mark=$(wc -l <"$log") && at "$1" -q fetch >"$work/out" 2>"$work/err"; }
follow() { # follow PATH: a new desk that follows this feed alone
	rm -rf "$desk"
	new_desk
	wp -q add "$url$1"
}
sources() { at "${1:-$now}" sources >"$work/sources"; }
day=2025-05-28

# ---- Validators
follow /feed.rss
tag=$(curl -sI "$url/feed.rss" | tr -d '\r' | sed -n 's/^ETag: //p')
modified=$(curl -sI "$url/feed.rss" | tr -d '\r' | sed -n 's/^Last-Modified: //p')
run ${day}T10:00:00Z
is "the first request is unconditional" "$(asked /feed.rss '.if_none_match, .if_modified_since')" "null
null"
is "no cookie, no referrer, no authorisation" "$(asked /feed.rss '.cookie, .referer, .authorization' | sort -u)" null
run ${day}T11:00:00Z
is "validators go back verbatim" "$(asked /feed.rss '.if_none_match, .if_modified_since')" "$tag
$modified"
is "and bring 304" "$(asked /feed.rss .status)" 304
follow '/!header/ETag:W%2F%22a%20b%22/feed.rss'
run ${day}T10:00:00Z
run ${day}T11:00:00Z
is "a weak one too" "$(asked '/!header/ETag:W%2F%22a%20b%22/feed.rss' .if_none_match)" 'W/"a b"'
follow '/!retag/feed.rss'
for hour in 10 11 12; do run ${day}T$hour:00:00Z; done
is "a 304's new ETag replaces the old" "$(asked '/!retag/feed.rss' .if_none_match)" '"xx"'
follow '/!status/304'
is "a 304 that nobody asked for fails, once" "$(run ${day}T10:00:00Z; asked '/!status/304' .status)" 304
sources
has "and says so" "$work/sources" "304 Not Modified"

# ---- Freshness
hour='/!header/Cache-Control:max-age%3D7200/feed.rss'
follow "$hour"
run ${day}T10:00:00Z
run ${day}T11:59:00Z
is "Cache-Control is a floor" "$(asked "$hour" .status)" ""
sources
has "which sources explains" "$work/sources" "next fetch not before 2025-05-28 12:00, since it says that its answer holds so long"
run ${day}T12:00:00Z
is "until it has passed" "$(asked "$hour" .status)" 304
year='/!header/Cache-Control:max-age%3D31536000/feed.rss'
follow "$year"
run ${day}T10:00:00Z
run 2025-05-29T10:00:00Z
is "a year is believed for a day" "$(asked "$year" .status)" 304
sed 's|<link>|<ttl>90</ttl><link>|' "$www/feed.rss" >"$www/ttl.rss"
follow /ttl.rss
run ${day}T10:00:00Z
run ${day}T11:29:00Z
is "a feed's ttl is a floor too" "$(asked /ttl.rss .status)" ""
run ${day}T11:31:00Z
run ${day}T12:59:00Z
is "and stays one after a 304" "$(asked /ttl.rss .status)" ""
run ${day}T13:02:00Z
is "until it has passed" "$(asked /ttl.rss .status)" 304
zero='/!header/Expires:0/feed.rss'
follow "$zero"
run ${day}T10:00:00Z
run ${day}T10:01:00Z
is "what is stale at once may be asked at once" "$(asked "$zero" .status)" 304

# ---- Moves
follow '/!moved/1/feed.rss'
for hour in 10 11; do run ${day}T$hour:00:00Z; done
sources
has "a move is believed after three times" "$work/sources" "says it has moved to $url/feed.rss: 2 of 3 times"
run ${day}T12:00:00Z
run ${day}T13:00:00Z
is "then the old address is left alone" "$(asked '/!moved/1/feed.rss' .status)" ""
is "and the new one asked, with its validators" "$(asked /feed.rss '.status')" 304
sources
is "one source still" "$(grep -c "$url" "$work/sources")" 1
is "its entries are no new ones" "$(wp list --json reports | wc -l)" 1
follow '/!moved/1/!redirect/1/feed.rss'
for hour in 10 11 12 13; do run ${day}T$hour:00:00Z; done
is "a permanent prefix moves it so far" "$(asked '/!redirect/1/feed.rss' .status) $(asked '/!moved/1/!redirect/1/feed.rss' .status)" "302 "
follow '/!redirect/1/!moved/1/feed.rss'
for hour in 10 11 12 13; do run ${day}T$hour:00:00Z; done
is "behind a temporary hop nothing moves" "$(asked '/!redirect/1/!moved/1/feed.rss' .status)" 302
follow '/!moved/1/feed.rss'
wp -q add "$url/feed.rss"
for hour in 10 11 12; do run ${day}T$hour:00:00Z; done
sources
has "a move onto another source is said, not done" "$work/sources" "which is a source already"
for path in '/!loop' '/!redirect/6/feed.rss' '/!location/302/file%3A%2F%2F%2Fetc%2Fpasswd' '/!location/302/http%3A%2F%2F169.254.169.254%2F'; do
	follow "$path"
	run ${day}T10:00:00Z
	sources
	is "refused: $path" "$(grep -c 'ok; last good' "$work/sources")" 0
	has "with no good fetch: $path" "$work/sources" "last good fetch never"
done

# ---- Pauses and ends
follow '/!status/410'
run ${day}T10:00:00Z
run 2025-06-28T10:00:00Z
is "410 ends a source" "$(asked '/!status/410' .status)" ""
sources
has "which sources explains" "$work/sources" "paused: 410 Gone: the feed has ended; last good fetch never; asked no more until \`wireproof sources resume 1\`"
follow '/!status/429'
run ${day}T10:00:00Z
run ${day}T10:01:00Z
is "Retry-After in seconds is obeyed" "$(asked '/!status/429' .status)" ""
run ${day}T11:00:00Z
is "and over after that" "$(asked '/!status/429' .status)" 429
late=$(date -u -d '+4 hours' '+%a%%2C%%20%d%%20%b%%20%Y%%20%H%%3A%M%%3A%S%%20GMT')
dated="/!header/Retry-After:$late/!status/503"
follow "$dated"
run ${day}T10:00:00Z
run ${day}T13:50:00Z
is "Retry-After as a date is obeyed" "$(asked "$dated" .status)" ""
run ${day}T14:10:00Z
is "and over after that too" "$(asked "$dated" .status)" 503
follow '/!status/500'
wp -q add "$url/!status/502"
for minute in 00 01 02 03; do run ${day}T10:$minute:00Z; done
is "after three failures in a row it waits" "$(asked '/!status/500' .status)" ""
sources
has "and says why" "$work/sources" "since it failed 3 times in a row"
is "two that failed together don't come back together" "$(grep -o 'not before [^,]*' "$work/sources" | sort -u | wc -l)" 2
run 2025-05-28T11:20:00Z
is "later it is asked again" "$(asked '/!status/500' .status)" 500

# ---- Bodies
# Of a stream that breaks off inside a feed the part that came is read.
for how in once twice cut; do
	follow "/!gzip/$how/feed.rss"
	run ${day}T10:00:00Z
	sources
	has "gzip $how is read" "$work/sources" "ok; last good fetch 2025-05-28 10:00"
done
for path in '/!gzip/lie/feed.rss' '/!bomb' '/!big/40000000' '/!cut/feed.rss' '/!fill/70000/feed.rss' '/!close' '/!type/text+html/missing'; do
	follow "$path"
	run ${day}T10:00:00Z
	sources
	has "no good fetch of $path" "$work/sources" "last good fetch never"
done
follow '/!bomb'
run ${day}T10:00:00Z
sources
has "a bomb is one by its ratio" "$work/sources" "unpacks to over 100 times its size"
is "an address with a password is none" "$(code wp add "http://u:p@127.0.0.1:$port/feed.rss")" 2

# ---- Finding feeds
echo '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="news.rss"><link rel="alternate" type="application/rss+xml" href="gone.rss"></head><body>Site</body></html>' >"$www/site/index.html"
echo '<!doctype html><html><body>Plain</body></html>' >"$www/plain/index.html"
cp "$www/plain/index.html" "$www/soft/index.html"
for name in feed rss feed.xml rss.xml atom.xml index.xml feed.json; do echo /index.html >"$www/soft/$name.as"; done
rm -rf "$desk"
new_desk
is "a site's feed is the one that its page names and that is there" "$(wp add "http://site.localhost:$port/")" "added http://site.localhost:$port/news.rss"
is "else one at a usual place" "$(wp add "http://plain.localhost:$port/")" "added http://plain.localhost:$port/rss.xml"
is "a page that says 200 is no feed" "$(code wp add "http://soft.localhost:$port/")" 2
has "which is said" "$work/err" "none is at the usual places"
is "an aggregator's opaque link is refused" "$(code wp add "https://news.google.com/rss/articles/CBMiXmh0")" 2
has "with the reason" "$work/err" "hides its publisher"
is "nothing else was added" "$(wp list sources | wc -l)" 2

# ---- Lists of feeds
{
	printf '{"World": {"feeds": ["%s/feed.rss", "no url", "https://news.google.com/rss/search?q=x"]}, "Lamps": {"feeds": [' "$url"
	i=0
	while [ $i -lt 449 ]; do printf '"%s/%s.rss", ' "$url" $i && i=$((i + 1)); done
	printf '"%s/last.rss"]}}' "$url"
} >"$work/kite_feeds.json"
rm -rf "$desk"
new_desk
is "a list as Kite has it is imported" "$(code wp import "$work/kite_feeds.json")" 1
has "but for what is no feed" "$work/err" 'left out "no url"'
has "and what is opaque" "$work/err" "hides its publisher"
sources
is "topics are its categories" "$(grep -c 'topic Lamps' "$work/sources") $(grep -c 'topic World' "$work/sources")" "450 1"
has "the first fetches are spread out" "$work/sources" "first fetch not before 2025-05-28 20:10, since those of an import are spread out"
is "the first run asks the first of them" "$(run $now; asked /feed.rss .status; tail -n +"$((mark + 1))" "$log" | wc -l)" "200
200"
ok "all of it goes out as OPML" wp export
is "with its topics as outlines" "$(grep -c '<outline text="Lamps">' "$work/out") $(grep -c xmlUrl "$work/out")" "1 451"
done_testing
