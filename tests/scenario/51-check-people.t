#!/bin/sh
# check for people: files and URLs in, a report, a page and exit codes out; nothing in a text steers the terminal or the page.
. "$(dirname "$0")/lib.sh"

cat >"$work/draft.md" <<'X'
# The harbour bridge opens

The bridge is **510 metres** long. Mayor [Anna Brandt](https://quay.example/) opened it on Monday.
X
cat >"$work/plain.txt" <<'X'
Mayor Anna Brandt opened the harbour bridge on Monday, 26 May 2025. The bridge is 410 metres long.
X
printf '{"title":"Bridge <b>","text":"The harbour bridge opens. The bridge is 410 metres long.","date":"2025-05-27"}' >"$work/saved.json"

"$WIREPROOF" check --draft "$work/draft.md" --source "$work/plain.txt" "$work/saved.json" --date 2025-05-28 --html "$work/page.html" >"$work/report" 2>"$work/errors"
is "a fault ends it with 1" "$?" 1
has "the fault is told" "$work/report" "the draft says 510 metres; the cited sentence says 410 metres"
has "and marked" "$work/report" "The bridge is _510 metres_ long."
has "beside its source" "$work/report" ": The bridge is 410 metres long."
has "what holds is marked as holding" "$work/report" "ok     Mayor Anna Brandt opened it on Monday."
is "a file gets no colours" "$(grep -c "$(printf '\033')" "$work/report")" 0
has "the page escapes" "$work/page.html" "Bridge &lt;b&gt;"
has "and links the finding to its source" "$work/page.html" 'href="#e0"'
has "and back" "$work/page.html" 'id="e0" href="#f0"'
is "without a script" "$(grep -c '<script' "$work/page.html")" 0
# Every link leads to a place that is there, and every place has its own name.
grep -o 'href="#[^"]*"' "$work/page.html" | sed 's/href="#/id="/' | sort -u >"$work/links"
grep -o 'id="[^"]*"' "$work/page.html" | sort >"$work/places"
is "no link leads nowhere" "$(sort -u "$work/places" | comm -23 "$work/links" - | wc -l)" 0
is "no place is there twice" "$(uniq -d "$work/places" | wc -l)" 0

"$WIREPROOF" check --draft "$work/plain.txt" --source "$work/plain.txt" --date 2025-05-28 --json >"$work/json"
is "nothing wrong ends it with 0" "$?" 0
has "JSON is the filter's" "$work/json" '"verdict":"supported","tier":"ok"'
"$WIREPROOF" check --draft "$work/draft.md" --source "$work/plain.txt" --color >"$work/report"
has "colours are there when asked for" "$work/report" "$(printf '\033[4m510 metres')"

printf 'The caf\351 is open. \033[2JThe bridge is 410 metres long.\n' >"$work/latin"
"$WIREPROOF" check --draft "$work/latin" --source "$work/plain.txt" >"$work/report" 2>"$work/errors"
has "what is no UTF-8 is said" "$work/errors" "is not UTF-8: read as"
is "no escape of a text reaches the terminal" "$(grep -c "$(printf '\033')" "$work/report")" 0
echo 'Die Brücke im Hafen ist nach Angaben der Stadt 410 Meter lang und wurde am Montag eröffnet.' >"$work/german"
"$WIREPROOF" check --draft "$work/plain.txt" --source "$work/german" >"$work/report" 2>"$work/errors"
has "another language is said" "$work/errors" "is in another language (de) than the draft (en)"

: >"$work/empty"
"$WIREPROOF" check --draft "$work/empty" --source "$work/plain.txt" 2>"$work/errors"
is "an empty draft can't be checked" "$?" 2
has "and that is said" "$work/errors" "holds no text"
"$WIREPROOF" check --draft "$work/none" --source "$work/plain.txt" 2>"$work/errors"
is "a file that is not there, too" "$?" 2
"$WIREPROOF" check --draft "$work/plain.txt" 2>"$work/errors"
is "a draft without sources is wrong usage" "$?" 2
"$WIREPROOF" check --draft "$work/plain.txt" --source "$work/plain.txt" --date soon 2>"$work/errors"
is "a day that is none is wrong usage" "$?" 2

awk 'BEGIN { for (i = 0; i < 10000; i++) printf "The bridge number %d is %d metres long.\n", i, i * 7 }' >"$work/long"
awk 'BEGIN { for (i = 0; i < 16000; i++) printf "Mayor Anna Brandt opened bridge %d of the harbour on Monday with a speech.\n", i }' >"$work/large"
timeout 60 "$WIREPROOF" check --draft "$work/long" --source "$work/plain.txt" --json >"$work/json"
is "a draft of 10,000 sentences is checked to its end" "$?$(grep -o '"score"' "$work/json" | wc -l)" 110000
timeout 60 "$WIREPROOF" check --draft "$work/plain.txt" --source "$work/large" --json >"$work/json"
is "a source of over 1 MiB is read" "$(grep -o '"score"' "$work/json" | wc -l)" 2

# The table that the program prints of itself: floors for the kinds it promises, and no wolf.
"$WIREPROOF" check --quality >"$work/table"
is "the table is printed" "$?" 0
least() { # least KIND COLUMN FLOOR
	share=$(sed -n "s/^$1  *[0-9]*  *\([0-9.]*\)%  *\([0-9.]*\)%.*/\\$2/p" "$work/table")
	is "at least $3 % of $1" "$(awk "BEGIN { print (\"$share\" != \"\" && \"$share\" + 0 >= $3) }")" 1
}
least number 2 90
least percent 2 90
least "invented name" 2 80
least quotation 2 90
has "untouched sentences pass" "$work/table" "untouched                23      0.0%        0.0%"
"$WIREPROOF" check --quality "$work/plain.txt" >"$work/table"
has "it takes reports of one's own" "$work/table" "untouched                 2      0.0%        0.0%"

mkdir "$work/www"
printf '<!doctype html><html lang="en"><head><title>Bridge</title></head><body><article><h1>Bridge</h1><p>Mayor Anna Brandt opened the harbour bridge on Monday, 26 May 2025, and thanked the workers who had built it through two winters.</p><p>The bridge is 410 metres long. It joins the old town and the island, and carries trams, bicycles and people on foot.</p></article></body></html>' >"$work/www/bridge.html"
serve "$work/www"
WIREPROOF_NET_ALLOW=127.0.0.1 "$WIREPROOF" check --draft "$work/draft.md" --source "$url/bridge.html" >"$work/report"
has "a page from its URL is a source" "$work/report" "the cited sentence says 410 metres"
"$WIREPROOF" check --draft "$work/draft.md" --source "$url/bridge.html" 2>"$work/errors"
is "an address of the own network is refused" "$?" 2
done_testing
