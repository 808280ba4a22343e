// Nobody needs a pointer: from setup to a recorded decision, a ticked task and the launch kit with
// nothing but keys. After every key something in the tree has the focus.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { decisions_made, wait_for_answer } from "./acts.mjs";
import {
    DESKTOP, idle, open_workspace, proxy_and_browser, temporary_folder,
} from "./support.mjs";

// More stops than any screen has.
const MOST_STOPS = 60;
const folder = temporary_folder();
let page;
const here = proxy_and_browser(async () => {
    page = await open_workspace(await here.browser.newContext(DESKTOP), here.proxy);
});

/** What has the focus: role and name, and whether a sighted person sees the place. */
const focus_state = () => page.evaluate(() => {
    const element = document.activeElement;
    const inside = document.getElementById("surface").contains(element);
    const box = element.getBoundingClientRect();
    return {
        inside,
        seen: box.width > 0 && box.height > 0 && box.left >= 0 && box.top >= 0 &&
            box.right <= innerWidth && box.bottom <= innerHeight,
        what: inside ? `${element.tagName} ${element.ariaLabel ?? element.textContent}` : "nothing",
    };
});

async function expect_focus(after_what) {
    await idle(page);
    const state = await focus_state();
    assert.ok(state.inside, `after ${after_what} the focus is on ${state.what}`);
    assert.ok(state.seen, `after ${after_what} ${state.what} is out of sight`);
}

async function key(name) {
    await page.keyboard.press(name);
    await expect_focus(name);
}

/** Tab, or Shift+Tab, until the control has the focus. */
async function tab_to(control, step = "Tab") {
    const stops = [];
    for (let i = 0; i < MOST_STOPS; ++i) {
        if (await control.evaluateAll((all) => all.includes(document.activeElement))) {
            await expect_focus(`${step} to ${control}`);
            return;
        }
        await page.keyboard.press(step);
        stops.push((await focus_state()).what);
    }
    assert.fail(`${step} does not reach ${control}: ${stops.join(" > ")}`);
}

const field = (name) => page.getByRole("textbox", { name }).first();
const button = (name) => page.getByRole("button", { name, exact: true });

/** Types ten letters a second, by the times that the events carry, however long the page takes. */
async function type_quickly(text) {
    const devtools = await page.context().newCDPSession(page);
    const begun = Date.now() / 1000;
    for (const [i, letter] of [...text].entries()) {
        const event = { key: letter, timestamp: begun + i / 10 };
        await devtools.send("Input.dispatchKeyEvent", { ...event, type: "keyDown", text: letter });
        await devtools.send("Input.dispatchKeyEvent", { ...event, type: "keyUp" });
    }
    await devtools.detach();
}

async function choose(combobox, typed) {
    await tab_to(page.getByRole("combobox", { name: combobox }));
    await key("Enter");
    await type_quickly(typed);
    await expect_focus(typed);
    await key("Enter");
}

test("keyboard: setup is filled in and finished", async () => {
    await tab_to(field("What may we call you?"));
    await page.keyboard.type("Åsa Nyström");
    await tab_to(field("Name of the community"));
    await page.keyboard.type("Long Tables");
    await tab_to(field("What is your work about?"));
    await page.keyboard.type("Cooking for many");
    await choose("Where is your audience?", "News");
    await choose("Where do you live?", "United S");
    await tab_to(button("Continue"));
    await key("Enter");
    await tab_to(field("Newsletter subscribers"), "Shift+Tab");
    await page.keyboard.type("5200");
    await tab_to(field("Monthly target"));
    await page.keyboard.type("2000");
    await tab_to(page.getByRole("slider", { name: "Hours a week for this" }));
    await key("ArrowRight");
    await tab_to(button("Live sessions"));
    await key("Space");
    await tab_to(button("Continue"));
    await key("Enter");
    await tab_to(button("Warm and plain"), "Shift+Tab");
    await key("Space");
    await tab_to(button("Start the session"));
    await key("Enter");
    await page.getByRole("textbox", { name: "Message" }).waitFor();
    await expect_focus("the start of the session");
});

test("keyboard: a decision is told and recorded", async () => {
    await tab_to(field("Message"));
    await page.keyboard.type("Let's go with Discord.");
    await key("Enter");
    await wait_for_answer(page);
    await decisions_made(page, 1);
    await expect_focus("the answer");
});

test("keyboard: the decision is changed in its dialog", async () => {
    await key("Control+K");
    await page.keyboard.type("Decide platform");
    await key("Enter");
    await tab_to(button("Change it"));
    await key("Enter");
    await page.getByRole("dialog").waitFor();
    await choose("Platform", "Circle");
    await tab_to(button("Save"));
    await key("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect_focus("the dialog");
    await page.getByRole("button", { name: /Platform.*Circle/ }).first().waitFor();
});

test("keyboard: a task is ticked", async () => {
    await tab_to(button("Session"), "Shift+Tab");
    await key("Enter");
    const tick = page.getByRole("checkbox", { name: /Write the member promise/ });
    await tab_to(tick);
    await key("Space");
    assert.ok(await tick.isChecked());
});

test("keyboard: the launch kit is downloaded", async () => {
    await key("Control+K");
    await page.keyboard.type("Kit");
    await key("Enter");
    await page.getByRole("main", { name: "Kit" }).waitFor();
    await tab_to(page.getByRole("button", { name: /^Download kit/ }));
    const [file] = await Promise.all([page.waitForEvent("download"), key("Enter")]);
    const path = join(folder, "kit.zip");
    await file.saveAs(path);
    assert.ok(statSync(path).size > 10_000);
    assert.deepEqual(page.problems, []);
});
