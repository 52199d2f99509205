#!/bin/sh
# The command line: help, man page, options, configuration, lists, and feeds in and out.
. "$(dirname "$0")/lib.sh"

serve samples/newsroom
new_desk

# ---- Help and man page name everything.
is "--help exits with 0" "$(code "$WIREPROOF" --help)" 0
commands=$(sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' "$work/out")
ok "it lists the commands" test "$(echo "$commands" | wc -l)" -ge 22
for command in $commands; do
	is "$command --help exits with 0" "$(code "$WIREPROOF" "$command" --help)" 0
	cp "$work/out" "$work/help"
	has "and begins with the usage" "$work/help" "usage: wireproof $command"
	is "and writes no error" "$(cat "$work/err")" ""
	ok "the man page has $command" grep -qE "^\.(It|It Xo) Ic $command( |$)" man/wireproof.1
	for option in $(grep -oE -- '--[a-z]+' "$work/help" | sort -u | sed 's/^--//'); do
		ok "and its --$option" grep -qE "Fl Fl $option( |$)" man/wireproof.1
	done
done
ok "the man page has the options of the configuration" scripts/man "$WIREPROOF" --check
"$WIREPROOF" config --table >"$work/table"
is "--version gives one" "$("$WIREPROOF" --version | grep -cE '^wireproof [0-9]+\.[0-9]+\.[0-9]+$')" 1

# ---- What is not known ends with 2, in one line, and does nothing.
before=$(tree_hash "$desk")
here=$(ls)
for command in $commands; do
	is "$command takes no unknown option" "$(code wp "$command" --frobnicate)" 2
	is "and says so in one line" "$(grep -c . "$work/err")" 1
	has "which names the command" "$work/err" "wireproof $command: "
	has "and what was given" "$work/err" "--frobnicate"
	is "nothing on standard output" "$(cat "$work/out")" ""
done </dev/null
is "nothing came of it in the desk" "$(tree_hash "$desk")" "$before"
is "nor in this folder" "$(ls)" "$here"
is "an unknown global option ends with 2" "$(code "$WIREPROOF" --frobnicate list)" 2
is "no command ends with 2" "$(code "$WIREPROOF")" 2
is "a bad --now ends with 2" "$(code "$WIREPROOF" --now tomorrow list)" 2
is "an option without its value ends with 2" "$(code wp approve --by)" 2
has "which is said" "$work/err" "--by wants a value"
is "bytes that are no UTF-8 end with 2" "$(code wp config desk.title "$(printf 'caf\351')")" 2
printf '[desk]\n\ttitle = caf\351\n' >"$work/latin"
cp "$desk/wireproof.conf" "$work/conf"
cat "$work/latin" >>"$desk/wireproof.conf"
is "so do they in the file" "$(code wp config desk.title)" 2
has "with the line" "$work/err" "wireproof.conf:$(($(wc -l <"$work/conf") + 2)): "
cp "$work/conf" "$desk/wireproof.conf"

# ---- Configuration: set, get, comments stay.
is "every option has a value to get" "$(cut -f1 "$work/table" | while read -r key; do wp config "$key" >/dev/null || echo "$key"; done)" ""
comments=$(grep -c '#' "$desk/wireproof.conf")
round() { # round KEY VALUE
	wp config "$1" "$2"
	is "$1 = $2" "$(wp config "$1")" "$2"
}
round desk.title "Kıyı Postası & Söhne"
round desk.title '"The Desk"'
round desk.title '  two blanks on each side  '
round desk.title '# no comment; nor this'
round desk.title '[desk]'
round desk.title 'a = b'
round desk.title ''
round desk.language tr
round net.interval_ms 0
round net.allow "127.0.0.0/8 *.localhost"
round rules.mute "tram pier"
round rules.mute ""
round rules.hold "crime courts"
is "comments stay" "$(grep -c '#' "$desk/wireproof.conf")" "$comments"
is "each option has one line" "$(sed -n 's/^[[:space:]]*\([a-z_]*\) = .*/\1/p' "$desk/wireproof.conf" | sort | uniq -d)" ""
is "the environment comes before the file" "$(WIREPROOF_DESK_LANGUAGE=de wp config desk.language)" de
is "a value out of range ends with 2" "$(code wp config net.parallel 0)" 2
is "a word that is none of the choices too" "$(code wp config write.writer oracle)" 2
is "an unknown key too" "$(code wp config rules.mut x)" 2
has "with the nearest one" "$work/err" "rules.mute"
is "none of which changed anything" "$(wp config net.parallel) $(wp config write.writer)" "8 extract"

# ---- OPML in and out.
sed "s/@PORT@/$port/" samples/feeds.opml >"$work/feeds.opml"
sources() { wp list --json sources | jq -c '[.url, .name, .topic]' | sort; }
ok "OPML is imported" wp import "$work/feeds.opml"
is "with every feed" "$(sources | wc -l)" "$(grep -c xmlUrl "$work/feeds.opml")"
is "whose groups are topics" "$(sources | jq -r '.[2]' | sort -u)" "$(printf 'English\nOther languages')"
ok "a second import adds nothing" sh -c "'$WIREPROOF' -C '$desk' import '$work/feeds.opml' | grep -q ' 0 of them new'"
wp sources set 1 name 'Quist & <Söhne> "9"'
wp sources set 2 topic ''
wp export >"$work/exported.opml"
before=$(sources)
rm -rf "$desk"
new_desk
ok "what export gives, import takes" wp import "$work/exported.opml"
is "with addresses, names and topics" "$(sources)" "$before"
is "no OPML ends with 2" "$(code wp import samples/feeds.txt)" 2

# ---- Lists.
wp -q run 2>/dev/null
for kind in sources reports stories drafts articles; do
	is "list $kind exits with 0" "$(code wp list "$kind")" 0
	grep -vc '^   ' "$work/out" >"$work/rows"
	ok "and prints something" test "$(cat "$work/rows")" -gt 0
	is "list --json $kind exits with 0" "$(code wp list --json "$kind")" 0
	cp "$work/out" "$work/json"
	ok "and each line is an object" sh -c "while read -r line; do printf '%s' \"\$line\" | jq -e 'type == \"object\"' || exit 1; done <'$work/json'"
	case $kind in
	stories) is "a line for each report" "$(wc -l <"$work/json")" "$(wp list reports | wc -l)" ;;
	sources) is "a line for each" "$(wc -l <"$work/json")" "$(grep -c xmlUrl "$work/feeds.opml")" ;;
	*) is "a line for each row" "$(wc -l <"$work/json")" "$(cat "$work/rows")" ;;
	esac
done
is "names with letters beyond ASCII keep the columns" "$(wp list sources | grep -n . | grep -oE '^[0-9]+:.* ok ' | sed 's/^[0-9]*://' | while IFS= read -r line; do printf '%s' "$line" | jq -Rs length; done | sort -u | wc -l)" 1
is "no other list" "$(code wp list horses)" 2
is "list without a kind ends with 2" "$(code wp list)" 2
done_testing
