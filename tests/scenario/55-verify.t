#!/bin/sh
# A published story against its proof: what holds is said to hold, and every forgery is named.
. "$(dirname "$0")/lib.sh"

export XDG_CONFIG_HOME="$work/config" WIREPROOF_NET_ALLOW="*.localhost" WIREPROOF_NET_INTERVAL_MS=0
now=2025-05-28T20:00:00Z
second=tests/verifier/verify.py
cp -r "samples/newsroom" "$work/www"
serve "$work/www"
new_desk
wp config desk.language en
sed "s/@PORT@/$port/" "samples/feeds.txt" | xargs "$WIREPROOF" -C "$desk" -q --now $now add
wp -q run 2>"$work/run.err"
archive=$work/archive
wp -q archive "$archive"
story=
for folder in "$desk"/site/stories/*/; do # one with two cites to swap, and with pages
	grep -q story20855 "$folder/proof.json" && continue # its page is missing on purpose
	[ "$(grep -o 'class="claim"' "$folder/index.html" | wc -l)" -gt 5 ] && story=${folder%/}
done
is "the samples have a story of several sentences" "$([ -n "$story" ] && echo found)" found

verify() { "$WIREPROOF" verify --offline --archive "$archive" "$@" >"$work/out" 2>"$work/err"; code=$?; }
# A copy of the site's folders, to be damaged.
copy() {
	rm -rf "$work/copy"
	mkdir -p "$work/copy/stories"
	cp -r "$desk/site/.well-known" "$work/copy/"
	cp -r "$story" "$work/copy/stories/one"
	forged=$work/copy/stories/one
}
says() { has "$2" "$work/out" "$1"; }

verify "$story"
is "an untouched story holds" $code 0
is "in all three levels" "$(grep -c ': holds' "$work/out")" 3
has "its key is pinned at the first look" "$work/err" "is remembered"
verify "$story/proof.json"
is "the second look knows the key" "$code $(cat "$work/err")" "0 "
verify --json "$story/index.html"
has "the result comes as JSON too" "$work/out" '"integrity": "holds"' 
for each in "$desk"/site/stories/*/; do verify "$each"; [ $code -eq 0 ] || echo "# $each: $(grep FAIL "$work/out")"; done
is "and so does every story of the desk" $code 0

copy
sed -i 's/\(class="claim" id="c2">[^<]*\)[0-9]/\17/' "$forged/index.html"
cmp -s "$story/index.html" "$forged/index.html" && sed -i 's/\(class="claim" id="c2">\)/\1Not: /' "$forged/index.html"
verify "$forged"
is "another word in a published sentence fails" $code 1
says "sentence 3: the page has" "and the sentence is named"

copy
sed -i 's/\(<q lang="en">[^<]*\)[a-z]/\1z/' "$forged/index.html"
verify "$forged"
is "a letter changed in the evidence that the page shows fails" $code 1
says "all words in the story" "and is told from a changed sentence"

copy
python3 -B - "$forged/index.html" <<'PY'
import re, sys
page = open(sys.argv[1], encoding="utf-8").read()
claims = re.findall(r'(<span class="claim" id="c[23]">)(.*?)</span>', page, re.S)
(a, x), (b, y) = claims[0], claims[1]
page = page.replace(a + x, a + "@@", 1).replace(b + y, b + x, 1).replace(a + "@@", a + y, 1)
open(sys.argv[1], "w", encoding="utf-8").write(page)
PY
verify "$forged"
is "two sentences swapped fail" $code 1
says "sentence 3: the page has" "the first of them is named"
says "sentence 4: the page has" "and the second"

copy
sed -i 's/<div class="label" role="note"><b>[^<]*/<div class="label" role="note"><b>Written by our reporters./' "$forged/index.html"
verify "$forged"
is "another label fails" $code 1
says "the label: the page has" "and is named"

copy
sed -i 's/<div class="body">/<div class="body"><p>The minister resigned.<\/p>/' "$forged/index.html"
verify "$forged"
says "words that the proof does not have" "a sentence slipped in is named"

copy
sed -i 's/"value": "\(.\)/"value": "0/; t' "$forged/proof.json"
cmp -s "$story/proof.json" "$forged/proof.json" && sed -i 's/"value": "./"value": "1/' "$forged/proof.json"
verify "$forged"
is "another signature fails" $code 1
says "the signature is not that of these bytes" "and is named"

copy
sed -i 's/"version": 1,/"version": 2,/' "$forged/proof.json"
verify "$forged"
says "the signature is not that of these bytes" "a changed byte of the proof breaks the signature"

# Whoever changes the proof can sign it again, with a key of their own.
sign_again() {
	openssl genpkey -algorithm ed25519 -out "$work/other.pem" 2>/dev/null
	python3 -B - "$1" "$work/other.pem" <<'PY'
import re, subprocess, sys
path, key = sys.argv[1:]
raw = open(path, "rb").read()
signed = raw.rpartition(b',\n\t"signature": ')[0]
open(path + ".part", "wb").write(signed)
value = subprocess.run(["openssl", "pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", path + ".part"], stdout=subprocess.PIPE, check=True).stdout
public = subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-outform", "DER"], stdout=subprocess.PIPE, check=True).stdout[-32:]
open(path, "wb").write(signed + b',\n\t"signature": {"algorithm": "Ed25519", "key": "%s", "value": "%s"}\n}\n' % (public.hex().encode(), value.hex().encode()))
PY
	rm -f "$1.part"
}
copy
verify "$forged" # pinned at this place
sign_again "$forged/proof.json"
openssl pkey -in "$work/other.pem" -pubout -out "$work/copy/.well-known/wireproof-key.pem"
hash=$(sha256sum "$forged/proof.json" | cut -d' ' -f1)
sed -i "s/content=\"sha256:[0-9a-f]*/content=\"sha256:$hash/" "$forged/index.html"
verify "$forged"
is "a forgery signed with another key fails against the pinned one" $code 1
says "signed with another key than this desk's" "and says so"
verify --key "$desk/site/.well-known/wireproof-key.pem" "$forged"
is "a key that is given decides too" $code 1
verify --key 00 "$story"
is "what is no key is refused" $code 2

cp "$story/proof.json" "$work/before.json"
cp -r "$archive" "$work/archive2"
page=$(ls "$work/archive2" | grep html | head -1)
damaged=${page%.html}
for each in "$desk"/site/stories/*/; do grep -q "$damaged" "$each/proof.json" && there=$each; done
printf '%s' '<!-- -->' >>"$work/archive2/$page"
"$WIREPROOF" verify --offline --archive "$work/archive2" "$there" >"$work/out" 2>&1
is "one changed byte in an archived page fails" $? 1
says "the page in the archive was changed" "and is named"

rm -rf "$work/archive3"
mkdir "$work/archive3"
"$WIREPROOF" verify --offline --archive "$work/archive3" "$story" >"$work/out" 2>&1
is "evidence that is nowhere makes exit code 3" $? 3
says "it is not in the archive" "and says what is missing"

"$WIREPROOF" verify "$story" >"$work/out" 2>&1
is "without an archive the pages are fetched again" $? 0

url=$(sed -n 's/.*"url": "\(http:[^"]*\)".*/\1/p' "$story/proof.json" | head -1)
path=${url#http://}
file=$work/www/${path%%.*}/${path#*/}
python3 -B - "$story/proof.json" "$work/www" "$port" <<'PY'
import json, os, re, sys
proof = json.load(open(sys.argv[1], encoding="utf-8"))
cite = next(c for s in proof["sentences"] if s["wording"] == "quote" for c in s["cites"] if c.get("is_whole"))
outlet, path = re.match(r"http://([^.]*)\.localhost:\d+/(.*)", cite["url"]).groups()
name = os.path.join(sys.argv[2], outlet, path)
page = open(name, "rb").read()
word = max(cite["extract"].split(), key=len).strip('.,"').encode()
open(name, "wb").write(page.replace(word, b"altogether" + word))
PY
"$WIREPROOF" verify "$story" >"$work/out" 2>&1
is "a source that changed since is found" $? 1
says "its source changed at" "with what it was and what it is"

# The next version is chained to this one.
id=$(basename "$story")
last=$(grep -o 'id="c[0-9]*"' "$story/index.html" | tail -1 | tr -dc 0-9)
wp correct --by "Ada Marrin" --why "A sentence was dropped." --drop "$last" "$id" >"$work/out" 2>&1 || cat "$work/out"
wp -q publish
verify --before "$work/before.json" "$story"
says "proof 2 of its chain" "a new version follows the one before"
is "which it names" "$(grep -c 'rewrote its past' "$work/out")" 0
sed 's/"version": 1/"version": 9/' "$work/before.json" >"$work/other.json"
verify --before "$work/other.json" "$story"
says "rewrote its past" "a proof that never was in the chain is found"

wp withdraw --by "Ada Marrin" --why "The report was wrong." "$id" >/dev/null
wp -q publish
verify "$story"
is "a withdrawn story holds as withdrawn" $code 0

verify "$work/nothing"
is "a story that is not there is out of reach" $code 3
echo '{"format": "else"}' >"$work/else.json"
verify "$work/else.json"
is "what is no proof is refused" $code 1
has "with a reason" "$work/err" "no proof that this wireproof can read"

for each in "$desk"/site/stories/*/; do
	[ "$each" = "$story/" ] && continue
	python3 -B "$second" "$each" --archive "$archive" --key 6600b8b72dae78d7e784847470dfa655e515438f51357b52133cc4eb23c14ac8 >"$work/out" || break
done
is "a second verifier, in Python, finds the same proofs to hold" "$(grep -c '^FAIL\|^?' "$work/out")" 0
copy
sed -i 's/[0-9]/7/3' "$forged/index.html"
python3 -B "$second" "$forged" >"$work/out"
is "and finds a changed page" $? 1

done_testing
