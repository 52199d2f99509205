#!/bin/sh
# New reports of a story make a new version of its article; what a person decided is not undone by them, nor by rules.
. "$(dirname "$0")/lib.sh"

mkdir "$work/www"
items=
tell() { # tell NAME TITLE TEXT: one more report, first in the feed
	printf '<!doctype html><html lang="en"><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p></article></body></html>' \
		"$2" "$2" "$3" >"$work/www/$1.html"
	items="<item><title>$2</title><link>/$1.html</link><guid>$1</guid><pubDate>Tue, 27 May 2025 $4:00:00 GMT</pubDate></item>$items"
	printf '<rss version="2.0"><channel><title>The Quay Ledger</title><link>http://x.example/</link>%s</channel></rss>' "$items" >"$work/www/feed.rss"
}
state() { wp list --json stories | jq -r --arg s "$1" 'select(.story == $s) | .state' | sort -u; }
reason() { wp list --json stories | jq -r --arg s "$1" 'select(.story == $s) | .reason // ""' | sort -u; }
version() { wp list --json articles | jq -r --arg s "$1" 'select(.story == $s) | .version'; }
story_of() { wp list --json stories | jq -r --arg u "$url/$1.html" 'select(.url == $u) | .story'; }

tell pier "Quayham to rebuild its east pier" \
	"The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million crowns, its chair Mara Quist said. The pier was closed in March after divers found cracks in 14 of its 60 piles. Fishing boats have used the north quay since then." 10
serve "$work/www"
new_desk
wp -q add "$url/feed.rss"
ok "the first report is published" wp run
pier=$(story_of pier)
is "as version 1" "$(version "$pier")" 1

# ---- A new version is none of the day's new articles.
wp config rules.daily_cap 1
tell pier2 "East pier of Quayham to be rebuilt for 4.2 million crowns" \
	"Quayham will rebuild its east pier for 4.2 million crowns, the harbour board decided on Monday. Mara Quist, who chairs the board, said the works at the pier begin in June and take two years. Divers had found cracks in 14 of the 60 piles of the pier in March." 11
ok "a second report comes" wp run
is "it joins the story" "$(story_of pier2)" "$pier"
is "which stays published though the day's cap is reached" "$(state "$pier")" published
is "as version 2" "$(version "$pier")" 2
wp config rules.daily_cap 0

# ---- What was withdrawn stays so.
page=$desk/site/stories/$pier/index.html
ok "the article is withdrawn" wp withdraw --by "Ines Roth" --why "The vote was annulled." "$pier"
ok "a run leaves it so" wp run
is "as list says" "$(state "$pier")" withdrawn
tell pier3 "Quayham harbour board: east pier vote stands at 4.2 million crowns" \
	"The vote to rebuild the east pier of Quayham for 4.2 million crowns stands, the harbour board said on Tuesday. Its chair Mara Quist said that the works at the pier begin in June, as planned. The 60 piles of the pier, 14 of them cracked, will be replaced." 12
ok "a third report comes" wp run
is "it joins the story too" "$(story_of pier3)" "$pier"
is "which is held" "$(state "$pier")" held
is "and says why" "$(reason "$pier")" "it was withdrawn before; new reports came: a person decides"
ok "another run" wp run
is "does not publish it by itself" "$(state "$pier")" held
has "readers see the withdrawal still" "$page" "The vote was annulled."
ok "a person can publish it again" wp approve --by "Ines Roth" "$pier"
is "as version 3" "$(version "$pier")" 3
is "without the withdrawal" "$(grep -c "The vote was annulled." "$page")" 0

# ---- What was rejected is not published by a rule that changes.
tell court "Court fines Quayham ferry master" \
	"A court in Quayham fined the ferry master Oda Brandt 900 crowns on Tuesday. The judge found her guilty of leaving the quay without a pilot, and the prosecutor had asked for twice as much. The defendant said after the verdict that she would pay." 13
ok "a story of the courts comes" wp run
court=$(story_of court)
is "it is held" "$(state "$court")" held
ok "it is rejected" wp reject --by "Ines Roth" --why "a private person" "$court"
wp config rules.hold none
ok "a run under looser rules" wp run
is "leaves it rejected" "$(state "$court")" rejected
tell court2 "Ferry master Oda Brandt fined by Quayham court" \
	"The ferry master Oda Brandt must pay 900 crowns, a court in Quayham ruled on Tuesday. The judge said she was guilty of leaving the quay without a pilot. The prosecutor had asked for 1,800 crowns. The defendant will pay, she said after the verdict of the court." 14
ok "a second report of it" wp run
is "joins the story" "$(story_of court2)" "$court"
is "makes a draft that waits for a person" "$(reason "$court")" "it was rejected before; new reports came: a person decides"
ok "another run" wp run
is "does not publish it either" "$(state "$court")" held
is "readers have never seen it" "$(find "$desk/site/stories/$court" 2>/dev/null | wc -l)" 0
done_testing
