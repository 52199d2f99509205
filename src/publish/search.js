// Finds stories by words of their headline, standfirst, people, places and topics. All words must be there, each as the
// beginning of a word; what the headline has comes first, then the newest.
"use strict";
(() => {
	const box = document.getElementById("search");
	const found = document.getElementById("found");
	const none = document.getElementById("none");
	const input = box.querySelector("input");
	const most = 50;
	const stories = [];
	let waiting = 0;
	let isAsked = false;

	const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
	const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
	// " word word": a word's beginning is found behind a blank.
	const line = (text) => " " + wordsOf(text).join(" ");

	globalThis.searchPart = (rows) => {
		for (const [id, day, headline, standfirst, tags] of rows)
			stories.push({ id, day, headline, head: line(headline), all: line(headline + " " + standfirst + " " + tags) });
	};

	const row = (story) => {
		const item = document.createElement("li");
		const link = document.createElement("a");
		const day = document.createElement("small");
		link.href = "../stories/" + story.id + "/" + (location.protocol === "file:" ? "index.html" : "");
		link.textContent = story.headline;
		day.textContent = story.day;
		item.append(link, " ", day);
		return item;
	};

	const show = () => {
		const words = wordsOf(input.value).map((word) => " " + word);
		const has = (text) => words.every((word) => text.includes(word));
		const hits = words.length ? stories.filter((story) => has(story.all)) : [];
		const rank = (story) => (has(story.head) ? 1 : 0);
		hits.sort((a, b) => rank(b) - rank(a) || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
		found.replaceChildren(...hits.slice(0, most).map(row));
		found.hidden = hits.length === 0;
		none.hidden = hits.length > 0 || words.length === 0 || waiting > 0;
		history.replaceState(null, "", input.value ? "#" + encodeURIComponent(input.value) : location.pathname);
	};

	const load = () => {
		if (isAsked)
			return;
		isAsked = true;
		for (let part = Number(box.dataset.parts); part > 0; part--) {
			const script = document.createElement("script");
			script.src = part + ".js";
			waiting++;
			script.onload = script.onerror = () => { waiting--; show(); };
			document.head.append(script);
		}
	};

	box.hidden = false;
	input.addEventListener("focus", load);
	input.addEventListener("input", () => { load(); show(); });
	try {
		input.value = decodeURIComponent(location.hash.slice(1));
	} catch {
		input.value = "";
	}
	if (input.value)
		load();
	input.focus();
})();
