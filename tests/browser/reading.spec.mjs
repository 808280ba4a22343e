// Selecting and copying what the canvas shows, and menus with the keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";

import { say } from "./acts.mjs";
import {
    DESKTOP, axe_violations, idle, open_workspace, proxy_and_browser, start_demo_session,
} from "./support.mjs";

let page;
const here = proxy_and_browser(async () => {
    const context = await here.browser.newContext({
        ...DESKTOP, permissions: ["clipboard-read", "clipboard-write"],
    });
    page = await open_workspace(context, here.proxy);
    await start_demo_session(page);
});

async function key(name) {
    await page.keyboard.press(name);
    await idle(page);
}

async function clipboard_after_copying() {
    await page.evaluate(() => navigator.clipboard.writeText("nothing copied"));
    await key("Control+c");
    return page.evaluate(() => navigator.clipboard.readText());
}

const focused_words = () => page.evaluate(() => document.activeElement?.textContent ?? "");

test("reading: the keyboard selects a message, and it is copied as Markdown", async () => {
    const answer = page.getByRole("article", { name: /^Atrium/ }).last();
    await answer.focus();
    await idle(page);
    await key("Control+a");
    const copied = await clipboard_after_copying();
    assert.match(copied, /\*\*/);
    const first = await answer.getByRole("paragraph").nth(1).textContent();
    assert.ok(copied.replaceAll("*", "").includes(first.slice(0, 20)), copied);
    assert.deepEqual(page.problems, []);
});

test("reading: a word is selected by two clicks, Escape selects nothing", async () => {
    const words = page.getByRole("article", { name: /^Atrium/ }).last()
        .getByRole("paragraph").last();
    const box = await words.boundingBox();
    await page.mouse.dblclick(box.x + 12, box.y + 12);
    await idle(page);
    const copied = await clipboard_after_copying();
    assert.match(copied, /^\S+$/);
    await key("Escape");
    assert.equal(await clipboard_after_copying(), "nothing copied");
});

test("reading: Shift with arrows and End, and a click, change what is selected", async () => {
    const words = page.getByRole("article", { name: /^Atrium/ }).last()
        .getByRole("paragraph").last();
    const box = await words.boundingBox();
    await page.mouse.dblclick(box.x + 12, box.y + 12);
    await idle(page);
    const word = await clipboard_after_copying();
    await key("Shift+ArrowLeft");
    assert.equal(await clipboard_after_copying(), word.slice(0, -1));
    await key("Shift+Control+ArrowRight");
    assert.equal(await clipboard_after_copying(), word);
    await key("Shift+End");
    const line = await clipboard_after_copying();
    assert.ok(line.length > word.length && line.startsWith(word), line);
    await page.keyboard.down("Shift");
    await page.mouse.click(box.x + 60, box.y + 12);
    await page.keyboard.up("Shift");
    await idle(page);
    const shorter = await clipboard_after_copying();
    assert.ok(shorter.length > 0 && shorter.length < line.length, shorter);
    assert.ok(line.startsWith(shorter), shorter);
    await key("Escape");
});

test("reading: in a text field copying is the browser's", async () => {
    const message = page.getByRole("textbox", { name: "Message" });
    await message.fill("words of mine");
    await message.focus();
    await key("Control+a");
    assert.equal(await clipboard_after_copying(), "words of mine");
    await key("End");
    await key("Shift+Control+ArrowLeft");
    assert.equal(await clipboard_after_copying(), "mine");
    await key("Shift+ArrowLeft");
    assert.equal(await clipboard_after_copying(), " mine");
    await message.fill("");
    await idle(page);
});

test("reading: a menu is walked by arrows, ends and letters, and gives the focus back", async () => {
    const opener = page.getByRole("button", { name: "Launch menu" });
    await opener.focus();
    await key("ArrowDown");
    assert.equal(await opener.getAttribute("aria-expanded"), "true");
    const items = await page.getByRole("menu").getByRole("menuitem").allTextContents();
    assert.equal(await focused_words(), items[0]);
    assert.deepEqual(await axe_violations(page), []);
    await key("ArrowUp");
    assert.equal(await focused_words(), items.at(-1));
    await key("Home");
    assert.equal(await focused_words(), items[0]);
    await key("d");
    assert.match(await focused_words(), /^Download/);
    await key("Tab");
    assert.equal(await page.getByRole("menu").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Launch menu");
});

test("reading: with Shift the arrows select in the focused message and do not leave it", async () => {
    await say(page, "What comes first?");
    const answer = page.getByRole("article", { name: /^Atrium/ }).first();
    await answer.focus();
    await idle(page);
    await key("Shift+ArrowDown");
    assert.ok(await answer.evaluate((element) => element === document.activeElement));
    assert.notEqual(await clipboard_after_copying(), "nothing copied");
    await key("Escape");
});
