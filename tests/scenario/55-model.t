#!/bin/sh
# A desk with a model: whatever the server does, the story is published, by the model or without it, and says which.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/model.sh"
. "$(dirname "$0")/pier.sh"

serve_press
serve_model
model_desk >"$work/out" 2>&1
is "both reports are one story" "$(wp list --json stories | jq -r .story | sort -u | wc -l)" 1

by_model() { # by_model WHAT: the story is out, written by the model, labelled
	is "$1: the model writes" "$(writer)" model:scripted
	has "$1: the page says so" "$(page)" "Written by an AI model"
	ok "$1: the page stays out of search engines" grep -q noindex "$(page)"
	has "$1: the feed says so" "$desk/site/feed.atom" "Written by an AI model"
}
without_model() { # without_model WHAT WHY: the extractive writer has published, and the reason is kept
	is "$1: the extractive writer writes" "$(writer)" extract
	has "$1: the page says that no model was used" "$(page)" "no AI model was used"
	has "$1: the reason is kept" "$work/show" "$2"
}
try() { # try MODE...
	afresh
	mode "$@"
	write_and_show
}

try good
by_model "a good server"
is "a good server: probed, then asked once" "$(calls probe) $(calls write)" "4 1"
has "a good server: the proof carries the label" "$desk/site/stories/$(story)/proof.json" '"trainedAlgorithmicMedia"'
: >"$work/model.log"
before=$(tree_hash "$desk/site")
wp write && wp publish
is "an unchanged story costs no token" "$(wc -l <"$work/model.log" | tr -d ' ')" 0
stop_model
is "every draft can be made again without a server" "$(wp write --replay)" "1 drafts came out the same, byte for byte, 0 did not"
wp publish
is "and the site is the same" "$(tree_hash "$desk/site")" "$before"
sqlite3 "$desk/desk.db" "UPDATE answer SET text = replace(text, 'One report', 'A report')"
is "a record that was tampered with is noticed" "$(code wp write --replay) $(cat "$work/out")" "1 0 drafts came out the same, byte for byte, 1 did not"

afresh
write_and_show
without_model "a server that is away" "connection refused"
is "a server that is away: replay knows" "$(wp write --replay)" "1 drafts came out the same, byte for byte, 0 did not"
serve_model
sed -i "s|base_url = http.*/v1|base_url = $model_url/v1|" "$work/fetched/wireproof.conf"

try slow 300
by_model "a slow server"
afresh && mode slow 3000
wp config model.timeout_s 1
write_and_show
without_model "a server too slow" "did not answer within 1 s"
try truncate
without_model "a truncating server" "cut at its length"
try no-schema
without_model "a server that ignores the schema" "the answer has no headline"
try prose
without_model "a server that chats" "is no JSON"
try fenced
by_model "a server that wraps its JSON"
try rate 1 1
by_model "a server that asks for a second"
is "a server that asks for a second: asked again" "$(jq -r 'select(.stage == "write") | .status' "$work/model.log" | tr '\n' ' ')" "429 200 "
stop_model && serve_model && sed -i "s|base_url = http.*/v1|base_url = $model_url/v1|" "$work/fetched/wireproof.conf"
try rate 99 3600
without_model "a server that asks for an hour" "answered 429: come back later"
stop_model && serve_model && sed -i "s|base_url = http.*/v1|base_url = $model_url/v1|" "$work/fetched/wireproof.conf"
try fail 1 500
by_model "a server that fails once"
stop_model && serve_model && sed -i "s|base_url = http.*/v1|base_url = $model_url/v1|" "$work/fetched/wireproof.conf"
try fail 99 500
without_model "a server that fails" "the server answered 500"
try reasoning
by_model "a server that leaks its reasoning"
not_ok "a server that leaks its reasoning: none of it is out" grep -rqi "think>\|The user wants" "$desk/site"
try thinks-on
without_model "a server that never stops thinking" "reasoned to the end"
try german
without_model "a server that answers in German" 'written in "de"'
try midstream
without_model "a server that dies in mid-answer" "the body ended early"
afresh && mode midstream && wp config model.stream yes
write_and_show
without_model "a stream that dies" "the body ended early"
try refuse
without_model "a server that refuses" "the model refuses"
try garbage
without_model "a server that answers garbage" "bad JSON"
try forgets
without_model "a server with less context than it says" "its context is smaller"
try probe forgets
without_model "a server whose probe counts too few tokens" "failed its probe: the context is cut"
is "a server whose probe fails is not asked" "$(calls write)" 0
try probe lies
without_model "a server that lies about its context" "the word at the beginning did not come back"
try probe fail 99 503
without_model "a server whose probe gets an error" "failed its probe: the server answered 503"
stop_model && serve_model && sed -i "s|base_url = http.*/v1|base_url = $model_url/v1|" "$work/fetched/wireproof.conf"
try probe no-schema
by_model "a server whose schema does not bind"

afresh && mode good && wp config model.stream yes
write_and_show
by_model "a stream"
is "a stream: was one" "$(jq -r 'select(.stage == "write") | .stream' "$work/model.log")" true
afresh && wp config model.api ollama && wp config model.base_url "$model_url"
write_and_show
by_model "Ollama's own API"
is "Ollama's own API: its path" "$(jq -r 'select(.stage == "write") | .path' "$work/model.log")" /api/chat
afresh && wp config model.binding grammar
write_and_show
by_model "a grammar"

afresh && wp config model.daily_tokens 1000 && wp config model.probe_days 0
write_and_show
without_model "the day's tokens are used up" "ceiling of 1000 tokens"
is "the day's tokens are used up: nothing was asked" "$(wc -l <"$work/model.log" | tr -d ' ')" 0
afresh && wp config model.daily_cents 1 && wp config model.price_in 3000 && wp config model.price_out 15000 && wp config model.probe_days 0
write_and_show
without_model "the day's money is used up" "ceiling of 1 cents"
afresh && wp config model.daily_cents 1
is "a ceiling without prices is refused" "$(code wp write)" 2
afresh && echo sk-secret >"$desk/key" && chmod 600 "$desk/key" && wp config model.key_file key
write_and_show
is "the key is sent" "$(jq -r 'select(.stage == "write") | .has_key' "$work/model.log")" true
not_ok "and stands in no file but its own" sh -c "grep -rl sk-secret '$desk' | grep -v /key"
afresh && wp config model.context_tokens 2048 && wp config model.max_tokens 200
write_and_show
without_model "a context too small for the rules" "leaves no room"
afresh && wp config model.context_tokens 2250 && wp config model.max_tokens 200
write_and_show
by_model "a small context"
ok "a small context: what is left out is counted" grep -q "sentences offered, [1-9][0-9]* left out" "$work/show"
done_testing
