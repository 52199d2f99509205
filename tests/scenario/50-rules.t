#!/bin/sh
# The operator's rules are obeyed and explained; changing one changes the ruling, not the draft.
. "$(dirname "$0")/lib.sh"

serve samples/newsroom
new_desk
sed "s/@PORT@/$port/" samples/feeds.txt | xargs "$WIREPROOF" -C "$desk" -q --now "$now" add
ok "feeds are fetched once for all" sh -c "'$WIREPROOF' -C '$desk' -q --now $now fetch || test \$? -eq 1"
cp -R "$desk" "$work/fetched"

afresh() { # afresh [KEY VALUE]...: the fetched desk, nothing written yet, under these rules
	rm -rf "$desk"
	cp -R "$work/fetched" "$desk"
	while [ $# -gt 1 ]; do
		wp config "$1" "$2"
		shift 2
	done
}
stories() { # stories STATE: the ids of the stories in that state
	wp list --json stories | jq -r --arg s "$1" 'select(.state == $s) | .story' | sort -u
}
count() { stories "$1" | wc -l; }
reason() { # reason STORY: as `list stories` gives it to people
	wp list stories | sed -n "/^$1 /{n;s/^  *//p;}"
}
drafts() { wp list --json drafts | jq -c '[.story, .draft, .title]'; }
origins() { wp list --json stories | jq -r '[.story, .origin] | @tsv' | sort -u | cut -f1 | uniq -c; }

# ---- rules.min_origins
afresh
wp write
published=$(count published)
held=$(count held)
everything=$(drafts)
ok "without rules some are published, some held" test "$published" -ge 3 -a "$held" -ge 3
origins | awk '$1 == 1 { print $2 }' >"$work/single"
stories published >"$work/published"
single=$(grep -xFf "$work/single" "$work/published" | head -n 1)
ok "one of them has one origin" test -n "$single"

afresh rules.min_origins 2
wp write
is "with min_origins 2 no story of one origin is published" "$(stories published | grep -cxFf "$work/single")" 0
is "those of more still are" "$(count published)" "$(grep -vcxFf "$work/single" "$work/published")"
is "the reason counts origins and names the rule" "$(reason "$single")" "has 1 origin, 2 are wanted (rules.min_origins)"
is "programs get the same reason" "$(wp list --json stories | jq -r --arg s "$single" 'select(.story == $s) | .reason')" \
	"has 1 origin, 2 are wanted (rules.min_origins)"
wp write
is "a second write rules the same, once" "$(wp show "$single" | grep -c ' wait: ')" 1
before=$(drafts)
wp config rules.min_origins 1
wp write
is "without the rule they are published" "$(stories published)" "$(cat "$work/published")"
is "from the drafts that were there" "$(drafts)" "$before"
is "which are those of a desk without rules" "$(echo "$before" | jq -c '.[2]' | sort)" "$(echo "$everything" | jq -c '.[2]' | sort)"

# ---- rules.mute
title=$(wp list --json articles | jq -r --arg s "$single" 'select(.story == $s) | .title')
word=$(echo "$title" | tr -c '[:alpha:]\n' ' ' | tr ' ' '\n' | awk '{ print length, $0 }' | sort -rn | sed -n '1s/.* //p')
afresh rules.mute "xylophone $(echo "$word" | tr '[:lower:]' '[:upper:]')"
wp write
is "a muted word of the headline keeps a story back" "$(stories published | grep -cx "$single")" 0
is "and is named" "$(reason "$single")" "has the muted word \"$(echo "$word" | tr '[:lower:]' '[:upper:]')\" (rules.mute)"
is "the others are published" "$(count published)" "$((published - 1))"
wp config rules.mute xylophone
wp write
is "unmuted, it is published" "$(stories published)" "$(cat "$work/published")"

# ---- rules.topics
afresh rules.topics "harbour local-news"
wp write
is "topics that no source has publish nothing" "$(count published)" 0
is "which is said" "$(reason "$single")" "none of its sources has a topic that is published (rules.topics)"
outlet=$(wp list --json stories | jq -r --arg s "$single" 'select(.story == $s) | .source' | head -n 1)
source=$(wp list --json sources | jq -r --arg o "$outlet" 'select(.name == $o) | .id')
ok "a source can be given a topic" wp sources set "$source" topic "Local news"
wp write
is "its stories are published then" "$(stories published | grep -cx "$single")" 1
wp list --json stories | jq -r --arg o "$outlet" 'select(.source == $o) | .story' | sort -u >"$work/of-outlet"
is "and no others" "$(stories published | grep -vcxFf "$work/of-outlet")" 0
is "the sensitive ones among them are held, not let through" "$(stories held | grep -vcxFf "$work/of-outlet")" 0
ok "there are some" test "$(count held)" -ge 1

# ---- rules.daily_cap
afresh rules.daily_cap 2
wp write
is "a cap of 2 publishes 2" "$(count published)" 2
wp write
is "a second run on that day no more" "$(count published)" 2
waiting=$(stories waiting | head -n 1)
is "the others wait for another day" "$(reason "$waiting")" "2 articles were published today already (rules.daily_cap)"
is "what is held takes no place" "$(count held)" "$held"
first_day=$(stories published)
now=2025-05-28T23:59:59Z
wp write
is "the day ends at midnight, not before" "$(count published)" 2
now=2025-05-29T00:00:00Z
wp write
is "the next day publishes 2 more" "$(count published)" 4
is "beside the first" "$(stories published | grep -cxF "$first_day")" 2
now=2025-05-28T20:00:00Z

# ---- rules.pin
afresh rules.daily_cap 1
wp write
unpinned=$(stories published)
for pinned in $(grep -vx "$unpinned" "$work/published" | sed -n '1p;$p'); do
	afresh rules.daily_cap 1 rules.pin "$pinned"
	wp write
	is "a pinned story comes before the others ($pinned)" "$(stories published)" "$pinned"
done
afresh rules.min_origins 9 rules.pin "$single"
wp write
is "a pinned story needs no second origin" "$(stories published)" "$single"
court=$(wp list --json stories | jq -r 'select(.state == "waiting") | .story' | sort -u | grep -vxFf "$work/published" | head -n 1)
wp config rules.pin "$single $court"
wp write
is "but a pin lets no sensitive story through" "$(stories published)" "$single"
is "it is held for a person" "$(stories held)" "$court"

# ---- rules.hold
afresh
wp write
private=$(stories held | head -n 1)
ok "a held story says of what kind it is" sh -c "echo '$(reason "$private" | tr -d "'")' | grep -q '^about .*: a person decides$'"
before=$(drafts)
wp config rules.hold none
wp write
is "rules.hold none holds nothing" "$(count held)" 0
is "and all is published" "$(count published)" "$((published + held))"
is "from the same drafts" "$(drafts)" "$before"
is "a kind that does not exist is refused" "$(code wp config rules.hold gossip)" 2

# ---- rules.hold_words
afresh rules.hold_words "$word"
wp write
is "a word of the operator's own holds" "$(stories held | grep -cx "$single")" 1
is "and is named with its rule" "$(reason "$single")" "has the word \"$word\" (rules.hold_words): a person decides"
done_testing
