#!/bin/sh
# One article is one report, whatever its feeds do to its address, its id and its title; two articles stay two.
. "$(dirname "$0")/lib.sh"

mkdir "$work/www"
body() { # body WHO: enough text to be evidence
	printf 'The harbour board of %s voted on Monday to rebuild the east pier for 4.2 million crowns, its chair said. ' "$1"
	printf 'Divers found cracks in 14 of the 60 piles of %s in March, and the pier was closed to the public a week later.' "$1"
}
page() { # page NAME WHO [HEAD]
	printf '<!doctype html><html lang="en"><head><title>%s rebuilds its pier</title>%s</head><body><article><h1>%s rebuilds its pier</h1><p>%s</p></article></body></html>' \
		"$2" "${3:-}" "$2" "$(body "$2")" >"$work/www/$1.html"
}
feed() { # feed NAME ITEMS
	printf '<rss version="2.0"><channel><title>%s</title><link>/</link>%s</channel></rss>' "$1" "$2" >"$work/www/$1.rss"
}
item() { # item LINK GUID TITLE [WHO]: the text of WHO in the feed; parts that are empty are left out
	printf '<item>'
	[ -z "$1" ] || printf '<link>%s</link>' "$1"
	[ -z "$2" ] || printf '<guid isPermaLink="false">%s</guid>' "$2"
	[ -z "$3" ] || printf '<title>%s</title>' "$3"
	[ -z "${4:-}" ] || printf '<description>%s</description>' "$(body "$4")"
	printf '</item>'
}
page quay Quayham
page tol Tolmouth
serve "$work/www"
follow() { # follow FEED...: a new desk that has fetched them
	rm -rf "$desk"
	new_desk
	for name in "$@"; do wp -q add "$url/$name.rss"; done
	wp -q fetch
}
again() { wp -q fetch; }
reports() { wp list --json reports | wc -l; }
versions() { sqlite3 "$desk/desk.db" 'SELECT count(*) FROM body'; }

feed a "$(item /quay.html 1 "Quayham rebuilds its pier")"
follow a
again
is "an article is one report" "$(reports)" 1
feed a "$(item '/quay.html?utm_source=rss&amp;utm_medium=x#top' 1 "Quayham rebuilds its pier")"
again
is "tracking parameters make no other" "$(reports)" 1
feed a "$(item /quay.html 2 "Quayham rebuilds its pier")"
again
is "nor does another id" "$(reports)" 1
feed a "$(item /quay.html "Quayham rebuilds its pier" "Quayham rebuilds its pier")"
again
feed a "$(item /quay.html "Quayham rebuilds its old pier" "Quayham rebuilds its old pier")"
again
is "nor a headline in the id that is edited" "$(reports)" 1
feed a "$(item /quay.html "" "Quayham rebuilds its very old pier")"
again
is "nor an id that is missing" "$(reports)" 1
feed a "$(item "https://127.0.0.1:$port/quay.html?fbclid=1" 1 "Quayham rebuilds its pier")"
again
is "nor another scheme, though the page can't be had by it" "$(reports)" 1
is "which keeps the text that it had" "$(wp list --json reports | jq -r .state)" full

feed a "$(item /quay.html 1 "Quayham rebuilds its pier")$(item /tol.html 1 "Tolmouth rebuilds its pier")"
follow a
is "two articles with one id are two reports" "$(reports)" 2
feed a "$(item /tol.html 1 "Tolmouth rebuilds its pier")$(item /quay.html 1 "Quayham rebuilds its pier")"
again
is "in any order" "$(reports)" 2
feed a "$(item "" "" "Quayham rebuilds its pier" Quayham)$(item "" "" "Tolmouth rebuilds its pier" Tolmouth)"
follow a
is "without link and id, text tells them apart" "$(reports)" 2
feed a "$(item "" "" "Quayham to rebuild its pier" Quayham)$(item "" "" "Tolmouth rebuilds its pier" Tolmouth)"
again
is "and an edited title makes no third" "$(reports)" 2

feed a "$(item /quay.html 1 "Quayham rebuilds its pier")"
feed b "$(item '/quay.html?utm_campaign=b' b-1 "Pier rebuilt")"
feed c "$(item '/quay.html#c' "" "Quayham: pier")"
follow a b c
is "the same article in three feeds is one report" "$(reports)" 1
page quay2 Quayham '<link rel="canonical" href="/quay.html">'
feed b "$(item /quay2.html b-2 "Quayham rebuilds its pier")"
follow a b
is "so is one that names the other as canonical" "$(reports)" 1

# ---- Edits are versions, not new reports.
follow a
before=$(versions)
sed -i 's/4.2 million/4.4 million/' "$work/www/quay.html"
feed a "$(item /quay.html 1 "Quayham rebuilds its pier for more")"
again
is "an edited body is no new report" "$(reports)" 1
is "but a new version of its text, the old one kept" "$(versions)" "$((before + 1))"
done_testing
