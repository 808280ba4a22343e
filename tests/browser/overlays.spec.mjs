// What lies over a screen, and the steps of setup: axe-core finds nothing on them, the focus goes in
// when they open and comes back when they close.
import assert from "node:assert/strict";
import { test } from "node:test";

import { go_to, say } from "./acts.mjs";
import {
    DESKTOP, activate, axe_violations, fill, idle, open_workspace, press, proxy_and_browser,
    wait_until_open,
} from "./support.mjs";

let page;
const here = proxy_and_browser(async () => {
    page = await open_workspace(await here.browser.newContext(DESKTOP), here.proxy);
});

const button = (name, root = page) => root.getByRole("button", { name, exact: true });

// Where one of a menu's entries is the present one, all of them are radio items.
const item = (name) => page.getByRole("menuitem", { name, exact: true })
    .or(page.getByRole("menuitemradio", { name, exact: true }));

const focused_name = () => page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "";
    return element.getAttribute("aria-label") || element.textContent || element.tagName;
});

async function escape() {
    await page.keyboard.press("Escape");
    await idle(page);
}

for (const [step, title] of [[1, "Tell us about you"], [2, "Your audience and your goal"],
    [3, "Your voice"]]) {
    test(`overlays: axe-core finds nothing on setup's step ${step}, filled in or not`, async () => {
        await page.getByRole("heading", { level: 1, name: title }).waitFor();
        assert.deepEqual(await axe_violations(page), []);
        if (step === 1) {
            // What is missing is said at the fields.
            await press(button("Continue"));
            assert.deepEqual(await axe_violations(page), []);
            await fill(page.getByRole("textbox", { name: "What may we call you?" }), "Åsa");
            await fill(page.getByRole("textbox", { name: "What is your work about?" }), "Cooking");
            await press(page.getByRole("combobox", { name: "Where do you live?" }));
            await page.getByRole("option").first().waitFor();
            assert.deepEqual(await axe_violations(page), [], "with an open list");
            await press(page.getByRole("option", { name: "Sweden", exact: true }));
            await press(page.getByRole("combobox", { name: "Where is your audience?" }));
            await press(page.getByRole("option", { name: "Newsletter" }));
        }
        if (step === 2) {
            await press(button("Add days away"));
            assert.deepEqual(await axe_violations(page), [], "with the days away");
            await fill(page.getByRole("textbox", { name: "Newsletter subscribers" }), "5200");
            await fill(page.getByRole("textbox", { name: "Monthly target" }), "2000");
        }
        if (step < 3) await press(button("Continue"));
    });
}

test("overlays: the session opens for the dialogs below", async () => {
    await press(page.getByRole("button", { name: "Warm and plain" }));
    await press(button("Start the session"));
    await page.getByRole("textbox", { name: "Message" }).waitFor();
    await say(page, "Let's go with Discord.");
});

// Where it is opened, by what, and what comes up.
const OVERLAYS = [
    { screen: "Session", opener: "Launch menu", shows: () => item("Rename…") },
    { screen: "Session", opener: "Launch menu", then: "Rename…",
        shows: () => page.getByRole("dialog", { name: "Rename this launch" }) },
    { screen: "Session", opener: "Find in the conversation",
        shows: () => page.getByRole("searchbox", { name: /Find/ }) },
    { screen: "Plan", opener: "Add a task",
        shows: () => page.getByRole("dialog", { name: "Add a task" }) },
    { screen: "Decisions", opener: "Change it", shows: () => page.getByRole("dialog") },
    { screen: "Settings", opener: "Archive", shows: () => page.getByRole("dialog") },
    { screen: "Settings", opener: "Erase", shows: () => page.getByRole("dialog") },
];

for (const { screen, opener, then, shows } of OVERLAYS) {
    test(`overlays: ${screen}'s ${then ?? opener} has the focus, and axe-core finds nothing`,
        async () => {
            await go_to(page, screen);
            await button(opener).first().focus();
            await page.keyboard.press("Enter");
            await idle(page);
            if (then) {
                await item(then).focus();
                await page.keyboard.press("Enter");
                await idle(page);
            }
            await shows().waitFor();
            assert.deepEqual(await axe_violations(page), []);
            assert.ok(await shows().evaluate((element) =>
                (element.closest('[role="menu"]') ?? element).contains(document.activeElement)),
            `${await focused_name()} has the focus`);
            await escape();
            await shows().waitFor({ state: "detached" });
            assert.equal(await focused_name(), opener, "the focus came back");
        });
}

test("overlays: the command palette has the focus, and axe-core finds nothing", async () => {
    await page.keyboard.press("Control+K");
    await page.getByRole("dialog", { name: "Go to or do" }).waitFor();
    await idle(page);
    assert.deepEqual(await axe_violations(page), []);
    await page.keyboard.type("forec");
    await idle(page);
    assert.deepEqual(await axe_violations(page), [], "with what was found");
    await page.keyboard.press("Enter");
    await idle(page);
    await page.getByRole("main", { name: "Forecast" }).waitFor();
    assert.notEqual(await focused_name(), "");
});

test("overlays: the phone's menu has the focus, and axe-core finds nothing", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await idle(page);
    await button("More").focus();
    await page.keyboard.press("Enter");
    await idle(page);
    await item("Settings").waitFor();
    assert.deepEqual(await axe_violations(page), []);
    await escape();
    assert.equal(await focused_name(), "More");
    assert.deepEqual(page.problems, []);
});

test("overlays: a screen that nothing with the focus led to takes it at its beginning", async () => {
    await page.reload();
    await wait_until_open(page);
    // As a screen reader presses: without having had the focus.
    await activate(button("More"));
    await item("Forecast").focus();
    await page.keyboard.press("Enter");
    await idle(page);
    const main = page.getByRole("main", { name: "Forecast" });
    assert.ok(await main.evaluate((element) => element === document.activeElement),
        `${await focused_name()} has the focus, not the screen that came`);
    assert.deepEqual(page.problems, []);
});
