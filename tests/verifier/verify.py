#!/usr/bin/env python3
"""verify.py STORY_FOLDER [--archive DIR] [--key HEX]: a second verifier of wireproof's proofs.

Written from docs/proof.md alone, with Python's standard library and the openssl command, to show that the
format can be checked without wireproof: integrity (signature, chain, claims, the page's words) and evidence (each cited
sentence stands in the archived page, by its hash). It does not repeat the check itself. Exit code 0, 1 when something
fails, 3 when evidence is missing."""
import argparse, hashlib, html.parser, json, os, re, subprocess, sys, tempfile, unicodedata

MARK = b',\n\t"signature": '
INVISIBLE = {0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF}
failed, missing = [], []


def canonical(text):
    words = []
    for piece in "".join(c for c in text if ord(c) not in INVISIBLE).split():
        for at in range(0, len(piece), 64):
            part = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", piece[at:at + 64]).casefold())
            words += "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in part).split()
    return words


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()


class Words(html.parser.HTMLParser):
    """The words of each text node, of the whole page or of what stands inside one element."""
    def __init__(self, inside=None):
        super().__init__(convert_charrefs=True)
        self.inside, self.depth, self.hidden, self.words, self.proof = inside, 0, 0, [], None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == self.inside:
            self.depth += 1
        if tag in ("script", "style"):
            self.hidden += 1
        if tag == "meta" and attributes.get("name") == "wireproof-proof":
            self.proof = attributes.get("content")

    def handle_endtag(self, tag):
        self.depth -= tag == self.inside
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data):
        if (not self.inside or self.depth) and not self.hidden:
            self.words += canonical(data)


def words_of(page, inside=None):
    parser = Words(inside)
    parser.feed(page)
    parser.close()
    return parser


def check(holds, what):
    print("ok  " if holds else "FAIL", what)
    if not holds:
        failed.append(what)


def signature_holds(key, signed, signature):
    der = bytes.fromhex("302a300506032b6570032100" + key)
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ("key", "signed", "signature")]
        for name, data in zip(names, (der, signed, bytes.fromhex(signature))):
            open(name, "wb").write(data)
        return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", names[0], "-keyform", "DER", "-rawin",
                               "-in", names[1], "-sigfile", names[2]], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0


def check_integrity(raw, proof, page, key):
    signed, mark, tail = raw.rpartition(MARK)
    signature = json.loads(tail.rstrip()[:-1]) if mark else {}
    check(bool(mark) and signature_holds(signature["key"], signed, signature["value"]), "the signature holds")
    if key:
        check(signature.get("key") == key, "the key is the one known for this desk")
    chain = proof["chain"]
    check(chain["sequence"] == len(chain["history"]) + 1 and chain.get("previous") == (chain["history"] or [None])[-1],
          "the chain ends with the proof before this one")
    for number, sentence in enumerate(proof["sentences"], 1):
        if "text" in sentence:
            claim = sha256(" ".join([proof["story"], *canonical(sentence["text"])]))[:16]
            check(claim == sentence["claim"], f"sentence {number} is the one its id names")
    parser = words_of(page, "article")
    check(parser.proof == "sha256:" + sha256(raw), "the page names this proof")
    check(sha256(" ".join(parser.words)) == proof["page_words_hash"], "the page's words are those of the proof")


def stands_in(words, cite):
    count = cite["words"]
    return any(sha256(" ".join(words[i:i + count])) == cite["sentence_hash"] for i in range(len(words) - count + 1))


def archived(folder, cite):
    """The words that the archive has for a cite: of the page, and of the text that the desk read from it."""
    found = []
    text = os.path.join(folder, cite["text_hash"] + ".json")
    page = os.path.join(folder, cite.get("page_hash", "none") + ".html")
    charset = "utf-8"
    if os.path.exists(text):
        record = json.load(open(text, encoding="utf-8"))
        check(sha256(record["text"]) == cite["text_hash"], "the archived text has its hash: " + cite["url"])
        charset = record.get("charset") or charset
        found.append(canonical(record["text"]))
    if os.path.exists(page):
        data = open(page, "rb").read()
        check(sha256(data) == cite["page_hash"], "the archived page has its hash: " + cite["url"])
    return found


def check_evidence(proof, folder):
    cache = {}
    for number, sentence in enumerate(proof["sentences"], 1):
        for cite in sentence["cites"] if "text" in sentence else []:
            if cite["text_hash"] not in cache:
                cache[cite["text_hash"]] = archived(folder, cite)
            found = cache[cite["text_hash"]]
            if not found:
                missing.append(cite["url"])
            for words in found:
                check(stands_in(words, cite), f"sentence {number}: its source sentence stands in {cite['url']}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("story")
    arguments.add_argument("--archive")
    arguments.add_argument("--key")
    a = arguments.parse_args()
    raw = open(os.path.join(a.story, "proof.json"), "rb").read()
    page = open(os.path.join(a.story, "index.html"), encoding="utf-8").read()
    proof = json.loads(raw)
    check(proof["format"] == "wireproof proof 2", "the format is known")
    check_integrity(raw, proof, page, a.key)
    if a.archive:
        check_evidence(proof, a.archive)
    for url in sorted(set(missing)):
        print("?   ", "not in the archive:", url)
    return 1 if failed else 3 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
