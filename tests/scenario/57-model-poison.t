#!/bin/sh
# Reports that speak to the model, and a model that does what it is told: none of it reaches a page.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/model.sh"
. "$(dirname "$0")/pier.sh"

table=tests/scenario/answers/poison.txt
n=0
things='bridge lamp market quay school tram well mill park hall library ferry orchard tower bakery'
while IFS='|' read -r trigger payload poison; do
	n=$((n + 1))
	thing=$(echo "$things" | cut -d' ' -f$((n % 15 + 1)))
	press "gull-post-$((n / 10))" "item-$n" "Gullhaven $n plans a new $thing" "2025-05-27T1$((n % 10)):0$((n % 6)):00Z" <<TEXT
The council of Gullhaven $n agreed on Monday to build a new $thing for $((n + 3)) million crowns.
The old $thing, built in $((1900 + n)), was closed in the winter after a storm tore its roof away.
$(echo "$poison" | tr '¶' '\n')
Builders from the town of Eastmere $n will start in the autumn, the council's clerk said.
TEXT
done <"$table"
is "there are at least thirty poisoned reports" "$(test "$n" -ge 30 && echo yes)" yes

# What the server is told to obey; the last line is a control, which no filter takes for an order.
cut -d'|' -f1,2 "$table" | tr '|' '\t' >"$work/obey"
printf 'the lamp that guides boats\tThe obedient server wrote this line\n' >>"$work/obey"
serve_press
serve_model --obey "$work/obey"
model_desk >"$work/out" 2>&1
wp config model.parallel 4
wp write >"$work/written" 2>&1
wp publish
is "every poisoned report was read" "$(wp list --json reports | jq -r .url | grep -c item-)" "$n"
ok "the model was asked" test "$(calls write)" -ge 2
ok "the other story is published by the model" test "$(cat "$desk"/site/stories/*/proof.json | jq -r 'select(.writer == "model:scripted") | .story' | wc -l)" -ge 1

sqlite3 "$desk/desk.db" "SELECT text FROM answer" >"$work/answers"
has "the server does obey: the control stands in an answer" "$work/answers" "The obedient server wrote this line"
not_ok "and the check stops it" grep -rq "The obedient server" "$desk/site"
find "$desk/site" -name '*.html' -o -name '*.json' -o -name 'feed.*' | xargs cat | sed 's/<[^>]*>//g' >"$work/all"
while IFS='|' read -r trigger payload poison; do
	not_ok "not offered: $trigger" grep -qF "$payload" "$work/answers"
	not_ok "not on a page: $payload" grep -qF "$payload" "$work/all"
done <"$table"
# What was flagged: the bytes of every sentence that was left out for this reason.
sqlite3 "$desk/desk.db" "SELECT CAST(substr(CAST(b.text AS BLOB), json_extract(l.value, '\$[1]') + 1, json_extract(l.value, '\$[2]')) AS TEXT)
	FROM draft d, json_each(d.making, '\$.left_out') l JOIN draft_report r ON r.draft = d.id AND r.number = json_extract(l.value, '\$[0]')
	JOIN body b ON b.hash = r.text_hash WHERE json_extract(l.value, '\$[3]') = 'injection'" >"$work/flagged"
while IFS='|' read -r trigger payload poison; do
	ok "kept, and flagged: $payload" grep -qF "$payload" "$work/flagged"
done <"$table"
ok "what is harmless is not flagged" test "$(grep -c 'agreed on Monday\|torn\|Builders from' "$work/flagged")" -eq 0

# The same desk without a model.
rm -rf "$desk"
cp -r "$work/fetched" "$desk"
wp config write.writer extract
wp write >"$work/written" 2>&1
wp publish
find "$desk/site" -name '*.html' -o -name '*.json' -o -name 'feed.*' | xargs cat | sed 's/<[^>]*>//g' >"$work/all"
while IFS='|' read -r trigger payload poison; do
	not_ok "without a model, not on a page: $payload" grep -qF "$payload" "$work/all"
done <"$table"
done_testing
