#!/bin/sh
# The site over HTTP: what is published and nothing else, with validators; verify works against it.
. "$(dirname "$0")/lib.sh"

export XDG_CONFIG_HOME="$work/config" WIREPROOF_NET_ALLOW="127.0.0.0/8 *.localhost" WIREPROOF_NET_INTERVAL_MS=0
serve samples/newsroom
new_desk
wp config desk.language en
sed "s/@PORT@/$port/" samples/feeds.txt | xargs "$WIREPROOF" -C "$desk" -q --now $now add
wp -q run 2>"$work/run.err"
story=$(basename "$(ls -d "$desk"/site/stories/*/ | head -1)")
ln -s "$desk/key.pem" "$desk/site/link.html"

"$WIREPROOF" -C "$desk" --now $now serve --port 0 --port-file "$work/site.port" >"$work/serve.out" 2>&1 &
site=$!
until [ -s "$work/site.port" ]; do
	kill -0 $site 2>/dev/null || { echo "Bail out! serve did not start: $(cat "$work/serve.out")"; exit 1; }
done
at=$(cat "$work/site.port")

python3 -B - "$at" "$story" >"$work/answers" <<'PY'
import http.client, sys
port, story = int(sys.argv[1]), sys.argv[2]
def ask(method, path, **headers):
    c = http.client.HTTPConnection("127.0.0.1", port)
    c.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        c.putheader(name.replace("_", "-"), value)
    c.endheaders()
    r = c.getresponse()
    return r, r.read()
def line(name, *values):
    print(name, *values)
r, body = ask("GET", "/")
line("front", r.status, r.headers["Content-Type"], b"<title>" in body)
line("policy", "default-src 'none'" in r.headers["Content-Security-Policy"], r.headers["X-Content-Type-Options"])
tag, date = r.headers["ETag"], r.headers["Last-Modified"]
r, body = ask("GET", "/", If_None_Match=tag)
line("same tag", r.status, len(body), r.headers["ETag"] == tag)
line("listed tag", ask("GET", "/", If_None_Match='"x", W/' + tag)[0].status)
line("other tag", ask("GET", "/", If_None_Match='"x"', If_Modified_Since=date)[0].status)
line("same date", ask("GET", "/", If_Modified_Since=date)[0].status)
r, body = ask("HEAD", f"/stories/{story}/")
line("head", r.status, len(body), int(r.headers["Content-Length"]) > 1000)
r, body = ask("GET", f"/stories/{story}")
line("folder", r.status, r.headers["Location"] == f"/stories/{story}/")
r, body = ask("GET", "/nothing")
line("missing", r.status, r.headers["Content-Type"], "ETag" in r.headers, b"<html" in body)
for path in ("/../wireproof.conf", "/%2e%2e/wireproof.conf", "/%2e%2e%2fdesk.db", "/.wireproof-site", "//etc/passwd", "/link.html"):
    line("outside", path, ask("GET", path)[0].status)
line("key", ask("GET", "/.well-known/wireproof-key.pem")[0].status)
r, _ = ask("POST", "/")
line("post", r.status, r.headers["Allow"])
line("feed", ask("GET", "/feed.json")[0].headers["Content-Type"])
PY
has "the front page comes with its type" "$work/answers" "front 200 text/html; charset=utf-8 True"
has "and a strict policy" "$work/answers" "policy True nosniff"
has "a known tag is answered 304, with no body" "$work/answers" "same tag 304 0 True"
has "also within a list, and weak" "$work/answers" "listed tag 304"
has "another tag overrules the date" "$work/answers" "other tag 200"
has "a known date is answered 304" "$work/answers" "same date 304"
has "HEAD gives the length and no body" "$work/answers" "head 200 0 True"
has "a folder without its slash is redirected" "$work/answers" "folder 301 True"
has "what is missing is 404, with the site's page" "$work/answers" "missing 404 text/html; charset=utf-8 False True"
is "nothing outside the site, hidden or linked is there" "$(grep -c '^outside .* 404$' "$work/answers")" 6
has "but the key is" "$work/answers" "key 200"
has "writing is refused" "$work/answers" "post 405 GET, HEAD"
has "feeds have their types" "$work/answers" "feed application/feed+json"

ok "verify takes the story from there" "$WIREPROOF" verify "http://127.0.0.1:$at/stories/$story/"
has "with its page and its key" "$work/out" "their order and the label are those of the proof"

not_ok "a port that is taken is said" wp serve --port "$at"
has "in words" "$work/err" "can't listen on 127.0.0.1, port $at"
kill -TERM $site
wait $site
is "it ends well on SIGTERM" $? 0
is "after saying where it is" "$(cat "$work/serve.out")" "http://127.0.0.1:$at/"

done_testing
