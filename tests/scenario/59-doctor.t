#!/bin/sh
# doctor: what it finds, in words, and with an exit code.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/model.sh"
. "$(dirname "$0")/pier.sh"

new_desk
is "a new desk is well" "$(code wp doctor)" 0
has "it has no model" "$work/out" "none is set: the extractive writer writes"
has "and follows no feed" "$work/out" "none is followed yet"
has "the disk is told" "$work/out" "GB free"
has "the store is whole" "$work/out" "whole"
is "a clock of 2001 is a fault" "$("$WIREPROOF" -C "$desk" --now 2001-01-01T00:00:00Z doctor >"$work/out"; echo $?)" 1
has "and named" "$work/out" "before this program was written"
rm -rf "$desk"

serve_press
serve_model
model_desk >"$work/out" 2>&1
wp config model.price_in 25
wp config model.price_out 100
is "a good server passes" "$(code wp doctor)" 0
for words in "scripted at $model_url/v1 answers" "binds: the answer had the one value" "whole: the words at both ends" \
	"two equal calls gave the same answer" "works, and gives the same answer" "tokens a second" "a story of 40 sentences takes about" "cents" "2 followed, 0 failing"; do
	has "a good server: $words" "$work/out" "$words"
done
is "every line is JSON when asked" "$(wp doctor --json | jq -r .health | sort | uniq -c | tr -d '\n' | tr -s ' ')" " 12 ok"
is "what was found is kept" "$(sqlite3 "$desk/desk.db" "SELECT count(*) FROM probe WHERE passes")" 2
: >"$work/model.log"
write_and_show
is "and a story is written without another probe" "$(calls probe) $(calls write)" "0 1"
is "the draft names the probe" "$(sqlite3 "$desk/desk.db" "SELECT json_extract(making, '\$.probe') FROM draft")" 2

try_doctor() { # try_doctor WHAT EXIT WORDS MODE...
	what=$1 exit=$2 words=$3
	shift 3
	mode probe "$@"
	is "$what: exit" "$(code wp doctor)" "$exit"
	has "$what: in words" "$work/out" "$words"
}
try_doctor "a server that cuts" 1 "the context is cut: the server counted" forgets
try_doctor "a server that cuts and lies" 1 "the word at the beginning did not come back" lies
try_doctor "a schema that does not bind" 0 "does not bind" no-schema
try_doctor "a seed that is not honoured" 0 "two equal calls gave different answers" drift
try_doctor "an error" 1 "the server answered 500" fail 99 500
try_doctor "garbage" 1 "bad JSON" garbage
stop_model
is "a server that is away: exit" "$(code wp doctor)" 1
has "a server that is away: in words" "$work/out" "connection refused"
printf 'sk-secret' >"$desk/key"
chmod 644 "$desk/key"
wp config model.key_file key
wp doctor >"$work/out"
has "a key that others can read is noted" "$work/out" "can be read by others"
dd if=/dev/zero of="$desk/desk.db" bs=1 seek=9000 count=3000 conv=notrunc 2>/dev/null
ok "a damaged store is no success" test "$(code wp doctor)" -ne 0
done_testing
