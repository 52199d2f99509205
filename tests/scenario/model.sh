# model.sh: for scenarios with a model server; sourced after lib.sh.
#
#   press OUTLET SLUG TITLE TIME   adds a report to an outlet of $work/press, its text on standard input
#   serve_press                    serves it; serve_model ARGS... starts the scripted model server ($model_url)
#   model_desk                     a desk that follows all outlets of $work/press, has fetched them and writes by the model
#   mode WORDS                     how the model server behaves from now on
#   story                          the one story's id; its page is $(page), the editor's view $work/show
#   afresh                         the desk as it was after model_desk, the site empty
: "${MODELD:?set it to the model server without a model}"
model=

stop_model() { [ -z "$model" ] || { kill "$model" && wait "$model"; } 2>/dev/null; model=; }
trap 'stop_model; cleanup' EXIT

press() {
	dir=$work/press/$1
	mkdir -p "$dir"
	{
		printf '<!DOCTYPE html><html lang="en"><head><title>%s</title><meta property="og:site_name" content="%s">' "$3" "$1"
		printf '<meta property="article:published_time" content="%s"></head><body><article><h1>%s</h1>\n' "$4" "$3"
		sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/.*/<p>&<\/p>/'
		printf '</article></body></html>\n'
	} >"$dir/$2.html"
	printf '<entry><id>urn:%s:%s</id><title>%s</title><link href="http://%s.localhost:@PORT@/%s.html"/><updated>%s</updated></entry>\n' \
		"$1" "$2" "$3" "$1" "$2" "$4" >>"$dir/entries"
	{
		printf '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>%s</title>' "$1"
		printf '<id>urn:%s</id><updated>%s</updated>\n' "$1" "$4"
		cat "$dir/entries"
		printf '</feed>\n'
	} >"$dir/feed.atom"
}

serve_press() { serve "$work/press"; }

serve_model() {
	rm -f "$work/model.port"
	touch "$work/mode" "$work/model.log"
	"$MODELD" --port 0 --port-file "$work/model.port" --log "$work/model.log" --mode-file "$work/mode" "$@" >"$work/modeld.out" 2>&1 &
	model=$!
	until [ -s "$work/model.port" ]; do
		kill -0 "$model" 2>/dev/null || { echo "Bail out! the model server did not start"; exit 1; }
	done
	model_url=http://127.0.0.1:$(cat "$work/model.port")
}

mode() { echo "$*" >"$work/mode"; }

model_desk() {
	new_desk
	wp config desk.language en
	wp config write.writer model
	wp config model.base_url "$model_url/v1"
	wp config model.name scripted
	wp config rules.hold none
	for outlet in "$work"/press/*; do
		wp -q add "http://$(basename "$outlet").localhost:$port/feed.atom"
	done
	wp fetch
	cp -r "$desk" "$work/fetched"
}

afresh() {
	rm -rf "$desk"
	cp -r "$work/fetched" "$desk"
	: >"$work/model.log"
}

story() { wp list --json stories | jq -r .story | head -n 1; }
page() { echo "$desk/site/stories/$(story)/index.html"; }

# Writes and publishes; the editor's view goes to $work/show.
write_and_show() {
	wp write >"$work/written" 2>&1
	wp publish >>"$work/written" 2>&1
	wp show "$(story)" >"$work/show" 2>&1
}
calls() { jq -r "select(.stage == \"$1\") | .status" "$work/model.log" | wc -l | tr -d ' '; }
writer() { jq -r .writer "$desk/site/stories/$(story)/proof.json"; }
