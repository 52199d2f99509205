// pages.js ADDRESS FOLDER [PICTURES]: looks at every page of the site in FOLDER, served at ADDRESS, in Chromium: narrow and
// wide, light and dark, with JavaScript and without, by keyboard alone. TAP on standard output.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [address, folder, pictures] = process.argv.slice(2);
const most = 100 * 1024;
const pages = fs.readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith(".html")).sort();
let tests = 0;
let failures = 0;

function ok(faults, what) {
	tests++;
	failures += faults.length > 0;
	console.log(`${faults.length ? "not ok" : "ok"} ${tests} - ${what}`);
	for (const fault of faults.slice(0, 20))
		console.log("# " + fault);
}

async function open(browser, options, faults) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	page.on("console", (message) => { if (message.type() === "error") faults.push(page.url() + ": " + message.text()); });
	page.on("pageerror", (error) => faults.push(page.url() + ": " + error.message));
	page.on("request", (request) => {
		if (!request.url().startsWith(address))
			faults.push(page.url() + " asks " + request.url());
	});
	return page;
}

async function look(browser, width, colorScheme) {
	const faults = { console: [], wide: [], axe: [] };
	const page = await open(browser, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true }, faults.console);
	for (const name of pages) {
		await page.goto(address + name);
		const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
		if (needs > has)
			faults.wide.push(`${name} is ${needs} wide`);
		if (pictures)
			await page.screenshot({ path: path.join(pictures, `${name.replaceAll("/", "_")}-${width}-${colorScheme}.png`), fullPage: true });
		if (width < 390)
			continue;
		await page.evaluate(axe);
		const result = await page.evaluate(() => globalThis.axe.run());
		for (const violation of result.violations)
			if (violation.impact === "serious" || violation.impact === "critical")
				faults.axe.push(`${name}: ${violation.id}: ${violation.nodes[0].html.slice(0, 160)}`);
	}
	ok(faults.console, `${width} ${colorScheme}: no error, no other host`);
	ok(faults.wide, `${width} ${colorScheme}: nothing wider than the page`);
	if (width >= 390)
		ok(faults.axe, `${width} ${colorScheme}: axe finds nothing serious`);
	await page.context().close();
}

async function withoutScripts(browser) {
	const faults = [], policy = [];
	const page = await open(browser, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }, policy);
	for (const name of pages) {
		await page.goto(address + name);
		if ((await page.locator("main").innerText()).length < 20)
			faults.push(name + " shows nothing");
	}
	await page.goto(address + "search/index.html");
	if (!await page.locator("noscript a").isVisible() || await page.locator("#search").isVisible())
		faults.push("search offers what does not work");
	ok(faults, "every page can be read without JavaScript");
	await page.context().close();
}

async function byKeyboard(browser) {
	const faults = [];
	const page = await open(browser, { viewport: { width: 1280, height: 900 } }, faults);
	const story = pages.find((name) => name.startsWith("stories/") && fs.readFileSync(path.join(folder, name), "utf8").includes('class="mark"'));
	await page.goto(address + story);
	await page.keyboard.press("Tab");
	if (await page.evaluate(() => document.activeElement.className) !== "skip")
		faults.push("the first stop is not the way past the masthead");
	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");
	const mark = page.locator(".mark:focus-within");
	if (!await mark.locator(".ev").isVisible())
		faults.push("a mark does not open when it is reached");
	await page.keyboard.press("Escape");
	if (await mark.locator(".ev").isVisible())
		faults.push("Escape does not close it");
	ok(faults, "a story works by keyboard");
	await page.context().close();
}

async function searching(browser) {
	const faults = [];
	const page = await open(browser, { viewport: { width: 390, height: 844 } }, faults);
	await page.goto(address + "search/index.html");
	const story = JSON.parse(fs.readFileSync(path.join(folder, "search/1.js"), "utf8").replace(/^searchPart\(/, "").replace(/\);\s*$/, ""))[0];
	await page.locator("input").fill(story[2].split(" ").slice(0, 2).join(" ").toUpperCase());
	const link = page.locator("#found a").first();
	await link.waitFor({ timeout: 5000 }).catch(() => faults.push("nothing is found"));
	if (!faults.length) {
		await link.click();
		if (await page.locator("h1").innerText() !== story[2])
			faults.push("it leads to " + page.url());
		await page.goto(address + "search/index.html#zzzzqqq");
		await page.reload();
		await page.locator("#none").waitFor({ timeout: 5000 }).catch(() => faults.push("it does not say that there is nothing"));
	}
	ok(faults, "search finds a story by its headline and leads to it");
	await page.context().close();
}

(async () => {
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
	ok(pages.filter((name) => fs.statSync(path.join(folder, name)).size > most), "no page is over 100 KiB");
	for (const width of [320, 390, 1280])
		for (const colorScheme of width < 390 ? ["light"] : ["light", "dark"])
			await look(browser, width, colorScheme);
	await withoutScripts(browser);
	await byKeyboard(browser);
	await searching(browser);
	await browser.close();
	console.log(`1..${tests}`);
	process.exit(failures ? 1 : 0);
})();
