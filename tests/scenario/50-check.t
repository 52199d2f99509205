#!/bin/sh
# check as a filter: one line in, one line out; offsets are code points; a bad line is named and the rest goes on.
. "$(dirname "$0")/lib.sh"

cat >"$work/in" <<'X'
{"id":"a","draft":"Die Brücke – 🌉 – steht. The bridge is 510 metres long.","sources":[{"id":"q","title":"Bridge","text":"Grüße! The bridge is 410 metres long.","date":"2025-05-27","url":"https://quay.example/b"}],"published":"2025-05-28"}
this is no JSON
{"id":7,"draft":"Ferries stop on Monday.","sources":["Ferries stop on Monday."]}
{"id":"c","sources":[]}

{"id":"d","draft":"","sources":[]}
X
"$WIREPROOF" check <"$work/in" >"$work/answers" 2>"$work/errors"
is "bad lines end it with 1" "$?" 1
is "good lines are answered" "$(wc -l <"$work/answers")" 3
is "each bad line is told" "$(wc -l <"$work/errors")" 2
has "with its number" "$work/errors" "line 2"
has "and what is wrong" "$work/errors" 'line 4: no string "draft"'

sed -n 1p "$work/answers" >"$work/first"
has "the sentence counts code points" "$work/first" '{"start":24,"end":54,"verdict":"contradicted","tier":"error"'
has "the source does too" "$work/first" '"cite":[[0,7,37]]'
has "the fault is told" "$work/first" '"explain":"the draft says 510 metres; the cited sentence says 410 metres","evidence":[0,7,37]'
sed -n 2p "$work/answers" >"$work/second"
has "a number for an id stays one" "$work/second" '{"id":7,'
has "what a source says passes" "$work/second" '"verdict":"supported","tier":"ok"'
is "nothing gives no sentences" "$(sed -n 3p "$work/answers")" '{"id":"d","sentences":[]}'

"$WIREPROOF" check </dev/null >"$work/none"
is "no lines are no fault" "$?$(cat "$work/none")" 0
"$WIREPROOF" check extra </dev/null 2>"$work/errors"
is "an argument is wrong usage" "$?" 2
done_testing
