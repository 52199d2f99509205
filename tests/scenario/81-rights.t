#!/bin/sh
# What publishers refuse is kept and obeyed, for a model and for readers; an operator's licence overrides it.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/model.sh"
. "$(dirname "$0")/pier.sh"

printf 'User-agent: *\nContent-Signal: search=yes, ai-input=no\nContent-Usage: glow=n\n' >"$work/press/quay-ledger/robots.txt"
mkdir "$work/press/tide-radio/.well-known"
serve_press
serve_model
model_desk >"$work/out" 2>&1
ledger=http://quay-ledger.localhost:$port/pier.html
radio=http://tide-radio.localhost:$port/pier.html
rights() { wp rights "$@" >"$work/rights" 2>"$work/err"; }

is "robots.txt is asked once per site" "$(jq -r 'select(.path == "/robots.txt") | .host' "$log" | sort | uniq -c | sort -u | tr -s ' ' | cut -d' ' -f2 | sort -u)" 1
is "tdmrep.json too" "$(jq -r 'select(.path == "/.well-known/tdmrep.json") | .host' "$log" | sort | uniq -c | tr -s ' ' | cut -d' ' -f2 | sort -u)" 1
ok "rights answers from the record" rights "$ledger"
has "a model is refused" "$work/rights" "give to a model   refused"
has "by these words" "$work/rights" 'by Content-Signal "ai-input=no" in http://quay-ledger.localhost'
has "which means" "$work/rights" "no model gets a sentence of it"
has "quoting is granted" "$work/rights" "quote to readers  granted"
has "unknown keys are kept" "$work/rights" 'Content-Usage "glow=n"'
has "with the time" "$work/rights" "kept since 2025-05-28T20:00:00Z"
ok "the other outlet" rights "$radio"
has "refuses nothing" "$work/rights" "give to a model   not refused: nothing speaks of it"

: >"$work/model.log"
mode good
write_and_show
is "the model writes" "$(writer)" model:scripted
is "from the other report alone" "$(sqlite3 "$desk/desk.db" 'SELECT body FROM draft' | grep -c 'cracks in 14')" 0
is "left out for rights, all of that report" "$(sqlite3 "$desk/desk.db" 'SELECT making FROM draft' | jq -r '.left_out[] | select(.[3] == "rights") | .[0]' | sort -u | wc -l)" 1

afresh
wp sources set 1 licence "agreement of 2025-03-01"
write_and_show
is "a licence that the operator enters lifts it" "$(sqlite3 "$desk/desk.db" 'SELECT making FROM draft' | jq -r '[.left_out[] | select(.[3] == "rights")] | length')" 0
ok "rights tells so" rights "$ledger"
has "in words" "$work/rights" "allowed by the operator's entry"
has "and shows what was refused" "$work/rights" 'ai-input=no'

afresh
wp config write.writer extract
write_and_show
is "the extractive writer is not bound by what speaks of models" "$(wp list --json articles | wc -l)" 1
has "it uses the report" "$(page)" "$ledger"

# ---- Readers: headline and link only.
rm -rf "$desk"
printf 'User-agent: *\nContent-Signal: search=no\n' >"$work/press/tide-radio/robots.txt"
new_desk
for outlet in quay-ledger tide-radio; do wp -q add "http://$outlet.localhost:$port/feed.atom"; done
wp config rules.hold none
ok "a desk where one outlet refuses quotes" wp run
has "links it" "$(page)" "$radio"
is "and shows no sentence of it" "$(grep -c 'money thrown into the sea\|Odo Brandt\|built in 1931' "$(page)")" 0

# ---- RSL and TDMRep: files of the site.
rm -rf "$desk"
printf 'License: /licence.xml\nUser-agent: *\nAllow: /\n' >"$work/press/tide-radio/robots.txt"
printf '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><prohibits type="usage">ai-all</prohibits></license></content></rsl>' >"$work/press/tide-radio/licence.xml"
rm "$work/press/quay-ledger/robots.txt"
sed -i 's|<head>|<head><link rel="license" type="application/rsl+xml" href="/missing.xml">|' "$work/press/quay-ledger/pier.html"
new_desk
for outlet in quay-ledger tide-radio; do wp -q add "http://$outlet.localhost:$port/feed.atom"; done
wp fetch
rights "$radio"
has "a licence that robots.txt names is read" "$work/rights" 'by RSL licence "prohibits usage ai-all;" in http://tide-radio.localhost'
rights "$ledger"
has "one that can't be read reserves" "$work/rights" "(can't be read, status 404: taken as reserved)"
is "each file is asked once" "$(tail -n 20 "$log" | jq -r 'select(.path == "/licence.xml" or .path == "/missing.xml") | .path' | sort | uniq -d)" ""
printf 'User-agent: *\nAllow: /\n' >"$work/press/tide-radio/robots.txt"
ok "--ask asks anew" rights --ask "$radio"
has "and finds it gone" "$work/rights" "give to a model   not refused"
has "a page that robots.txt closes is explained" "$work/rights" "fetch and store   not refused"
printf 'User-agent: wireproof\nDisallow: /\n' >"$work/press/tide-radio/robots.txt"
rights --ask "$radio"
has "when it refuses us, that too" "$work/rights" 'by robots.txt "Disallow, for wireproof"'
is "a page that nobody can reach ends with 1" "$(code wp rights http://nowhere.localhost:1/x)" 1
is "what is no URL with 2" "$(code wp rights nowhere)" 2
done_testing
