// What people type arrives exactly, whatever they type it with.
import assert from "node:assert/strict";
import { test } from "node:test";

import { message_field, wait_for_answer } from "./acts.mjs";
import {
    DESKTOP, idle, open_workspace, proxy_and_browser, start_demo_session,
} from "./support.mjs";

let context;
let page;
const here = proxy_and_browser(async () => {
    context = await here.browser.newContext({
        ...DESKTOP, permissions: ["clipboard-read", "clipboard-write"],
    });
    page = await open_workspace(context, here.proxy);
});

const name_field = () => page.getByRole("textbox", { name: "What may we call you?" });

async function empty_field() {
    await name_field().focus();
    await name_field().fill("");
    await idle(page);
}

/** The value is the program's own as soon as it survived losing the focus and some frames. */
async function settled_value() {
    await name_field().blur();
    await idle(page);
    return name_field().inputValue();
}

test("text entry: an input method's composition arrives as it was committed", async () => {
    await empty_field();
    const devtools = await context.newCDPSession(page);
    const compose = (text) => devtools.send("Input.imeSetComposition",
        { text, selectionStart: text.length, selectionEnd: text.length });
    for (const text of ["に", "にほ", "日本"]) {
        await compose(text);
        await idle(page);
        assert.equal(await name_field().inputValue(), text);
    }
    await devtools.send("Input.insertText", { text: "日本語" });
    assert.equal(await settled_value(), "日本語");
});

test("text entry: a dead key and its letter become one", async () => {
    await empty_field();
    const devtools = await context.newCDPSession(page);
    await page.keyboard.insertText("Ren");
    await devtools.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
    await idle(page);
    assert.equal(await name_field().inputValue(), "Ren´");
    await devtools.send("Input.insertText", { text: "é" });
    await page.keyboard.insertText("e");
    assert.equal(await settled_value(), "Renée");
});

test("text entry: accents and emoji arrive exactly", async () => {
    await empty_field();
    await page.keyboard.insertText("Zoë Ångström 👩‍🎨");
    assert.equal(await settled_value(), "Zoë Ångström 👩‍🎨");
});

test("text entry: pasted text arrives exactly", async () => {
    await empty_field();
    await page.evaluate(() => navigator.clipboard.writeText("Maya \"Kiln\" O'Kafor & Söhne <b>"));
    await page.keyboard.press("Control+V");
    assert.equal(await settled_value(), "Maya \"Kiln\" O'Kafor & Söhne <b>");
});

test("text entry: fast typing loses nothing and undo is the browser's", async () => {
    await empty_field();
    await page.keyboard.type("The quick brown fox", { delay: 0 });
    await idle(page);
    assert.equal(await name_field().inputValue(), "The quick brown fox");
    await page.keyboard.press("Control+Z");
    await idle(page);
    assert.notEqual(await name_field().inputValue(), "The quick brown fox");
    assert.deepEqual(page.problems, []);
});

test("text entry: Enter belongs to the composition until it is committed, and then sends", async () => {
    await start_demo_session(page);
    const devtools = await context.newCDPSession(page);
    const said = () => page.getByRole("log").getByText("日本語で話しましょう").count();
    await message_field(page).focus();
    const text = "日本語で話しましょう";
    await devtools.send("Input.imeSetComposition",
        { text, selectionStart: text.length, selectionEnd: text.length });
    await devtools.send("Input.dispatchKeyEvent", {
        type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
    await idle(page);
    assert.equal(await said(), 0);
    assert.equal(await message_field(page).inputValue(), text);
    await devtools.send("Input.insertText", { text });
    await page.keyboard.press("Enter");
    await wait_for_answer(page);
    assert.ok(await said() > 0);
    assert.equal(await message_field(page).inputValue(), "");
});

test("text entry: pasted lines stay lines, to the last character", async () => {
    const text = "First line\n\n- a list \u00a0 with a hard space\n\tand a tab\n“quoted” 日本 👩‍🎨";
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await message_field(page).focus();
    await page.keyboard.press("Control+V");
    await message_field(page).blur();
    await idle(page);
    assert.equal(await message_field(page).inputValue(), text);
    assert.deepEqual(page.problems, []);
});
