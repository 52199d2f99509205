#!/bin/sh
# Each pure stage alone, from standard input to JSON: its shape, offsets as code points, and bad lines that stop nothing.
. "$(dirname "$0")/lib.sh"

holds() { # holds "what" FILTER: the last output has this
	what=$1
	shift
	if jq -e "$@" <"$work/out" >"$work/jq" 2>&1; then report 0 "$what"; else
		report 1 "$what" "not so: $*" "$(head -n 20 "$work/out")"
	fi
}
filter() { # filter "what" CODE ARGS...: runs a filter on $work/in
	what=$1 want=$2
	shift 2
	"$WIREPROOF" "$@" <"$work/in" >"$work/out" 2>"$work/err"
	is "$what" "$?" "$want"
}

# ---- feed
feed='<rss version="2.0"><channel><title>Kıyı &amp; Liman</title><link>http://k.example/</link><language>tr</language><description>Haber</description>
<item><title>Köprü açıldı</title><link>/kopru</link><guid>k1</guid><pubDate>Tue, 27 May 2025 12:41:00 +0300</pubDate><author>Ada Quist</author>
<category>Kent</category><enclosure url="/k.mp3" type="audio/mpeg" length="17"/>
<description>&lt;p onclick="x()"&gt;Köprü &lt;a href="/b"&gt;açıldı&lt;/a&gt;&lt;script&gt;1&lt;/script&gt;&lt;/p&gt;</description></item></channel></rss>'
printf '%s' "$feed" >"$work/in"
FEED_URL=http://k.example/f/feed.rss
export FEED_URL
filter "feed: a feed gives one object" 0 feed
is "in one line" "$(wc -l <"$work/out")" 1
holds "with what it says of itself" '.title == "Kıyı &amp; Liman" and .link == "http://k.example/" and .language == "tr" and .description == "Haber"'
holds "the entry's names" '.entries | length == 1 and .[0].id == "k1" and .[0].title == "Köprü açıldı" and .[0].author == "Ada Quist"'
holds "links are absolute" '.entries[0].link == "http://k.example/kopru" and .entries[0].enclosures[0].url == "http://k.example/k.mp3"'
holds "the date keeps its offset" '.entries[0].published == "2025-05-27T12:41:00+03:00"'
holds "HTML is sanitised" '.entries[0].summary == "<p>Köprü <a href=\"http://k.example/b\">açıldı</a></p>"'
holds "lists are lists" '.entries[0].categories == ["Kent"] and .entries[0].enclosures[0].length == 17'
printf '%s' "${feed%</item>*}" >"$work/in"
filter "a feed that breaks off gives what came before" 0 feed
holds "the entry is there" '.entries[0].id == "k1"'
printf '<rss version="2.0"><channel><title>caf\351</title></channel></rss>' >"$work/in"
FEED_HEADERS='{"content-type":"application/rss+xml; charset=iso-8859-1"}' filter "the headers' charset counts" 0 feed
holds "as it should" '.title == "café"'
FEED_HEADERS=nonsense filter "headers that are no JSON end with 2" 2 feed
echo '<html><body>No feed</body></html>' >"$work/in"
filter "a page is no feed" 1 feed
is "which one line says" "$(grep -c 'HTML page' "$work/err")" 1
is "and nothing else" "$(cat "$work/out")" ""
request() { printf '{"len":%s,"url":"http://k.example/"}\n%s' "$(printf '%s' "$1" | wc -c)" "$1"; }
{ request "$feed" && request "no feed" && request "$feed"; } >"$work/in"
filter "feed --batch: one that is none ends with 1" 1 feed --batch
is "but each is answered" "$(wc -l <"$work/out")" 3
is "in order" "$(jq -r 'if .error then "error" else .entries[0].id end' "$work/out" | tr '\n' ' ')" "k1 error k1 "
{ request "$feed" && printf '{"len":1000}\nshort'; } >"$work/in"
filter "input that ends inside a feed ends with 1" 1 feed --batch
has "and says which" "$work/err" "feed 2: the input ends inside a feed"
is "after the one before" "$(wc -l <"$work/out")" 1

# ---- page
long='Der Hafenrat von Kuhheim beschloss am Montag den Neubau der Ostmole für 4,2 Millionen Kronen – so die Vorsitzende Märta Quist. Die Arbeiten beginnen im Juni und dauern zwei Jahre, hieß es in einer Erklärung nach der Sitzung am späten Abend.'
cat >"$work/page.html" <<X
<!doctype html><html lang="de"><head><title>Kuhheim baut die Ostmole neu</title><link rel="canonical" href="/mole">
<meta property="article:published_time" content="2025-05-27T08:30:00+02:00"><meta name="author" content="Jörg Süß">
<meta property="og:image" content="/m.jpg"></head><body><nav>Start Wetter Sport</nav><article><h1>Kuhheim baut die Ostmole neu</h1>
<p>$long</p><p>Taucher hatten im März Risse in 14 der 60 Pfähle gefunden.</p></article><footer>Impressum</footer></body></html>
X
cp "$work/page.html" "$work/in"
filter "page: a page gives one object" 0 page --url http://kuh.example/a/b.html
is "in one line" "$(wc -l <"$work/out")" 1
holds "with its names" '.title == "Kuhheim baut die Ostmole neu" and .author == "Jörg Süß" and .language == "de"'
holds "its addresses" '.url == "http://kuh.example/a/b.html" and .canonical == "http://kuh.example/mole" and .image == "http://kuh.example/m.jpg"'
holds "its date" '.date == "2025-05-27T08:30:00+02:00"'
holds "its text in paragraphs, nothing around it" --arg t "$long" '.articleBody == $t + "\n\nTaucher hatten im März Risse in 14 der 60 Pfähle gefunden."'
holds "its state" '.state == "full"'
filter "page --spans says where the text came from" 0 page --spans
range=$(jq -r '.paragraphs[1].ranges[0] | join(" ")' "$work/out")
is "in bytes of the page" "$(head -c "${range#* }" "$work/page.html" | tail -c +"$((${range% *} + 1))")" "Taucher hatten im März Risse in 14 der 60 Pfähle gefunden."
holds "in code points of the text" '.articleBody[.paragraphs[1].start:.paragraphs[1].end] == "Taucher hatten im März Risse in 14 der 60 Pfähle gefunden."'
echo '<html><body><nav>Start</nav></body></html>' >"$work/in"
filter "a page without an article is no failure" 0 page
holds "it is empty" '.state == "empty"'
printf '%s\t%s\n' "$work/page.html" http://kuh.example/1 "$work/missing.html" http://kuh.example/2 "$work/page.html" http://kuh.example/3 >"$work/in"
filter "page --batch: a file that is missing ends with 1" 1 page --batch
is "but each is answered" "$(wc -l <"$work/out")" 3
is "in order" "$(jq -r '[.url[-1:], .state, (.error != null | tostring)] | join(" ")' "$work/out" | tr '\n' ',')" "1 full false,2 empty true,3 full false,"

# ---- story
cat >"$work/in" <<'X'
{"id":"a","title":"Quayham to rebuild its east pier","text":"The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million crowns, its chair Mara Quist said. The pier was closed in March after divers found cracks in 14 of its 60 piles.","date":"2025-05-27T10:00:00Z","lang":"en"}
{"id":"b","title":"Handball: Marschfurt win the title","text":"Marschfurt beat Ankerloh 31-29 after extra time on Sunday. Tredwell scored nine goals before 4,000 people in the hall.","date":"2025-05-27T10:30:00Z","lang":"en"}
{"id":"c","title":"Quayham to rebuild its east pier","text":"The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million crowns, its chair Mara Quist said. The pier was closed in March after divers found cracks in 14 of its 60 piles.","date":"2025-05-27T11:00:00Z","lang":"en"}
X
filter "story: reports are grouped" 0 story
is "each is answered, in order" "$(jq -r .id "$work/out" | tr '\n' ' ')" "a b c "
cp "$work/out" "$work/whole"
ok "each with its story, its origin and a reason" jq -es 'all(.[]; (.story | length) > 0 and (.origin | length) > 0 and (.reason | length) > 0)' "$work/whole"
ok "what tells of one event is one story" jq -es '.[0].story == .[2].story and .[0].story != .[1].story' "$work/whole"
is "a copy names its origin, others themselves" "$(jq -r .origin "$work/whole" | tr '\n' ' ')" "a b a "
{ sed -n 1p "$work/in" && printf 'nonsense\n{"title":"without id"}\n\n' && sed -n '2,$p' "$work/in"; } >"$work/in2"
mv "$work/in2" "$work/in"
filter "bad lines end with 1" 1 story
cp "$work/err" "$work/err1"
cp "$work/out" "$work/out1"
has "the first is named" "$work/err1" "line 2: bad JSON"
has "the second too" "$work/err1" "line 3: a report without an id"
is "in a line each" "$(wc -l <"$work/err1")" 2
ok "the rest is answered as if they were not there" cmp "$work/out1" "$work/whole"

# ---- brief: spans are code points of the document's text
cat >"$work/in" <<'X'
{"id":"q1","docs":[{"title":"Köprü açıldı","text":"🎉 Köprü pazartesi günü açıldı. “Dokuz yıl bekledik” dedi belediye başkanı Brandt."},{"text":"Café 𝄞 — the bridge opened on Monday. Ferries will stop on 1 July, Tomas Reyes said.","source":"Herald"}]}
{"id":"q2","docs":[]}
X
filter "brief: documents become sentences" 0 brief
cp "$work/out" "$work/briefs"
is "a line for each set" "$(jq -r .id "$work/briefs" | tr '\n' ' ')" "q1 q2 "
ok "some were chosen" jq -es '.[0].sentences | length >= 2' "$work/briefs"
ok "of both documents" jq -es '[.[0].sentences[].doc] | unique == [0, 1]' "$work/briefs"
jq -s '.[0]' "$work/in" >"$work/q1"
ok "start and end count code points of the text" jq -es --slurpfile q "$work/q1" 'all(.[0].sentences[]; . as $s | $q[0].docs[$s.doc].text[$s.start:$s.end] == $s.text)' "$work/briefs"
ok "the summary is these sentences" jq -es '.[0] | .summary == ([.sentences[].text] | join("\n"))' "$work/briefs"
ok "no documents give nothing" jq -es '.[1] == {"id": "q2", "summary": "", "sentences": []}' "$work/briefs"
filter "--words is a ceiling" 0 brief --words 12
cp "$work/out" "$work/briefs"
ok "over all sentences" jq -es '.[0].summary | [splits("\\s+")] | length > 1 and length <= 12' "$work/briefs"
filter "a bad number of words ends with 2" 2 brief --words none
printf 'nonsense\n{"id":"x"}\n%s\n[1]\n' "$(sed -n 1p "$work/in")" >"$work/in2"
mv "$work/in2" "$work/in"
filter "bad lines end with 1" 1 brief
is "each is named by its number" "$(grep -oE '^wireproof brief: line [0-9]+: ' "$work/err" | tr -dc '0-9\n' | tr '\n' ' ')" "1 2 4 "
is "the rest is answered" "$(jq -r .id "$work/out")" q1

# ---- check: the same, of the draft and of the sources
cat >"$work/in" <<'X'
{"id":"c1","draft":"🎉 Die Brücke kostete 35 Millionen Euro. Es kamen 350 Menschen am Montag. „Wir warteten zehn Jahre“, sagte Brandt.","sources":["Köln – 🎉 Bürgermeisterin Anna Brandt eröffnete die neue Brücke. Die Brücke kostete 35 Millionen Euro, und 335 Menschen kamen am Montag. „Wir warteten neun Jahre“, sagte Brandt.",{"id":"x","title":"Wetter","text":"Über dem Fluß schien die Sonne.","date":"2025-05-27"}],"published":"2025-05-28"}
{"id":"c2","draft":"","sources":[]}
X
filter "check: a draft is checked against its sources" 0 check
cp "$work/out" "$work/checks"
is "a line for each draft" "$(jq -r .id "$work/checks" | tr '\n' ' ')" "c1 c2 "
jq -s '.[0]' "$work/in" >"$work/c1"
jq -s '.[0]' "$work/checks" >"$work/r1"
ok "sentences have the members that are promised" jq -e 'all(.sentences[]; has("start") and has("end") and has("verdict") and has("tier") and has("score") and has("cite") and has("issues"))' "$work/r1"
is "start and end cut the sentences out of the draft" "$(jq -r --slurpfile q "$work/c1" '.sentences[] | . as $s | $q[0].draft[$s.start:$s.end]' "$work/r1")" \
	"$(printf '%s\n' '🎉 Die Brücke kostete 35 Millionen Euro.' 'Es kamen 350 Menschen am Montag.' '„Wir warteten zehn Jahre“, sagte Brandt.')"
is "the right one is supported, the wrong ones are not" "$(jq -r '[.sentences[].tier] | join(" ")' "$work/r1")" "ok error error"
is "an issue points to the words that are wrong" "$(jq -r --slurpfile q "$work/c1" '.sentences[1].issues[] | select(.kind == "number") | . as $s | $q[0].draft[$s.start:$s.end]' "$work/r1")" 350
is "and to the source sentence that says otherwise" "$(jq -r --slurpfile q "$work/c1" '.sentences[1].issues[] | select(.kind == "number") | .evidence as $e | $q[0].sources[$e[0]][$e[1]:$e[2]]' "$work/r1")" \
	"Die Brücke kostete 35 Millionen Euro, und 335 Menschen kamen am Montag."
is "cites are the best first" "$(jq -r --slurpfile q "$work/c1" '.sentences[0].cite[0] as $c | $q[0].sources[$c[0]][$c[1]:$c[2]]' "$work/r1")" \
	"Die Brücke kostete 35 Millionen Euro, und 335 Menschen kamen am Montag."
ok "at most three" jq -e 'all(.sentences[]; .cite | length <= 3)' "$work/r1"
ok "scores go from 0 to 1, wrong ones higher" jq -e '[.sentences[].score] | all(.[]; . >= 0 and . <= 1) and .[0] < .[1] and .[0] < .[2]' "$work/r1"
ok "an empty draft has no sentences" jq -es '.[1] == {"id": "c2", "sentences": []}' "$work/checks"
printf '%s\nnonsense\n{"id":"x","draft":"A"}\n{"id":"y","draft":"A","sources":[3]}\n%s\n' "$(sed -n 1p "$work/in")" "$(sed -n 2p "$work/in")" >"$work/in2"
mv "$work/in2" "$work/in"
filter "bad lines end with 1" 1 check
is "each is named by its number" "$(grep -oE '^wireproof check: line [0-9]+: ' "$work/err" | tr -dc '0-9\n' | tr '\n' ' ')" "2 3 4 "
is "the rest is answered" "$(jq -r .id "$work/out" | tr '\n' ' ')" "c1 c2 "

# ---- all of them
given() { # given FILTER: a small input of it
	case $1 in
	feed) printf '%s' "$feed" ;;
	page*) printf '%s\t\n' "$work/page.html" ;;
	*) echo '{"id":"a","docs":[],"draft":"","sources":[]}' ;;
	esac
}
for filter in feed "page --batch" story brief check; do
	given "$filter" >"$work/in"
	# shellcheck disable=SC2086
	is "$filter: output that can't be written ends with 3" "$("$WIREPROOF" $filter <"$work/in" >/dev/full 2>/dev/null; echo $?)" 3
done
done_testing
