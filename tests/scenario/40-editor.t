#!/bin/sh
# A held draft is never a dead end: an editor can see why, release, mend or drop it; and take back what was published.
. "$(dirname "$0")/lib.sh"

serve samples/newsroom
new_desk
sed "s/@PORT@/$port/" samples/feeds.txt | xargs "$WIREPROOF" -C "$desk" -q --now "$now" add
wp -q run 2>/dev/null
wp queue >"$work/queue"
first=$(sed -n '1s/ .*//p' "$work/queue")
second=$(sed -n '3s/ .*//p' "$work/queue")
ok "two drafts at least are held" test -n "$second"
has "each with its reason" "$work/queue" "a person decides"

wp show "$first" >"$work/show"
has "show numbers the sentences" "$work/show" "  0 HEADLINE"
has "names the sources" "$work/show" "sources:"
has "and tells the history" "$work/show" "hold: "

unset USER
is "a decision needs a name" "$(code wp approve "$first")" 2
has "and says how to give it" "$work/err" "--by NAME"
is "a number that no sentence has is refused" "$(code wp approve --by "Ines Roth" --drop 999 "$first")" 2
ok "a draft can be approved" wp approve --by "Ines Roth" --why "read beside its sources" "$first"
page=$desk/site/stories/$first/index.html
has "the page says who reviewed it" "$page" "Ines Roth"
is "it can't be approved twice" "$(code wp approve --by "Ines Roth" "$first")" 2
ok "the log knows who, and why" sh -c "'$WIREPROOF' -C '$desk' show '$first' | grep 'approve: read beside its sources' | grep -q 'Ines Roth'"

ok "a draft can be rejected" wp reject --by "Ines Roth" --why "a private person" "$second"
is "and leaves the queue" "$(wp queue | grep -c "^$second")" 0
ok "a run leaves it rejected" wp run
is "as list says" "$(wp list --json stories | jq -r --arg s "$second" 'select(.story == $s) | .state' | sort -u)" rejected

ok "an article can be corrected" wp correct --by "Ines Roth" --why "The first version named the wrong day." "$first"
has "with a note that readers see" "$page" "The first version named the wrong day."
has "and feeds carry" "$desk/site/feed.atom" "$first"
is "as a new version" "$(wp list --json articles | jq -r --arg s "$first" 'select(.story == $s) | .version')" 2

ok "the page marks its sentences with their evidence" grep -q 'class="mark"' "$page"
is "a withdrawal needs a reason" "$(code wp withdraw --by "Ines Roth" "$first")" 2
ok "an article can be withdrawn" wp withdraw --by "Ines Roth" --why "Its main source withdrew its report." "$first"
has "a tombstone says so" "$page" "Its main source withdrew its report."
is "without the text" "$(grep -c 'class="mark"' "$page")" 0
has "the corrections page lists it" "$desk/site/corrections/index.html" "withdr"
is "what is withdrawn can't be corrected" "$(code wp correct --by "Ines Roth" --why "No." "$first")" 2
ok "a run leaves it withdrawn" wp run
is "as list says" "$(wp list --json articles | jq -r --arg s "$first" 'select(.story == $s) | .state')" withdrawn
ok "a withdrawal by mistake can be taken back" wp approve --by "Ines Roth" --why "the source stands by it" "$first"
is "as a new version" "$(wp list --json articles | jq -r --arg s "$first" 'select(.story == $s) | "\(.state) \(.version)"')" "published 3"
ok "with its text" grep -q 'class="mark"' "$page"
is "an unknown story is refused" "$(code wp show zzzzzz)" 2
done_testing
