// Comfort only: every page works without this file.
"use strict";

// Links to share with end in the story's address; a site that does not know its own gets it here.
const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
for (const link of document.querySelectorAll("a[data-unknown]"))
	link.href += encodeURIComponent(address);

const copy = document.querySelector("button.copy");
if (copy && navigator.clipboard) {
	copy.parentElement.hidden = false;
	copy.addEventListener("click", async () => {
		await navigator.clipboard.writeText(address);
		copy.textContent = copy.dataset.done;
	});
}

const device = document.querySelector("button.device");
if (device && navigator.share) {
	device.parentElement.hidden = false;
	device.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
}

// Escape, or a second click on the number, closes the evidence; leaving it arms it again.
for (const mark of document.querySelectorAll(".mark")) {
	const button = mark.querySelector("button");
	let wasOpen = false;
	button.addEventListener("pointerdown", () => { wasOpen = document.activeElement === button && !mark.classList.contains("shut"); });
	button.addEventListener("click", () => mark.classList.toggle("shut", wasOpen));
	mark.addEventListener("keydown", (event) => { if (event.key === "Escape") mark.classList.add("shut"); });
	mark.addEventListener("focusout", () => mark.classList.remove("shut"));
	mark.addEventListener("pointerleave", () => { if (!mark.contains(document.activeElement)) mark.classList.remove("shut"); });
}
document.addEventListener("keydown", (event) => {
	if (event.key === "Escape")
		document.querySelector(".mark:hover")?.classList.add("shut");
});
