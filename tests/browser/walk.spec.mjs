// A working day after the first session, through roles and names alone: a document, the forecast, the
// plan, what can be undone, the settings, and everything out into a backup and back again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import {
    choose_file, decisions_made, download, go_to, say, wait_for_answer,
} from "./acts.mjs";
import {
    DESKTOP, fill, idle, open_workspace, press, proxy_and_browser, start_demo_session,
    temporary_folder,
} from "./support.mjs";

const PROMISE = "# The promise\n\nFour pots that you like, **by Easter**.\n";
const folder = temporary_folder();
let page;
const here = proxy_and_browser(async () => {
    page = await open_workspace(await here.browser.newContext(DESKTOP), here.proxy);
    await start_demo_session(page);
    await say(page, "Let's go with Discord.");
    await say(page, "We're charging $29 a month.");
});

const button = (name) => page.getByRole("button", { name, exact: true });
const markdown = () => page.getByRole("textbox", { name: "Markdown" });

test("walk: a document is drafted, edited and kept as a second version", async () => {
    await go_to(page, "Documents");
    await press(page.getByRole("button", { name: /^Draft .*promise/i }).first());
    await wait_for_answer(page);
    await go_to(page, "Documents");
    const drafted = await markdown().inputValue();
    assert.ok(drafted.length > 100, "the draft is a text");
    await fill(markdown(), PROMISE);
    await page.getByRole("heading", { name: "The promise" }).waitFor();
    await press(button("Save"));
    await press(button("Versions"));
    await page.getByRole("menuitemradio", { name: /^Version 2, you/ }).waitFor();
    await press(page.getByRole("menuitemradio", { name: /^Version 1, built-in guide/ }));
    assert.equal(await markdown().inputValue(), drafted, "the old version comes back as a new one");
    await press(button("Versions"));
    await press(page.getByRole("menuitemradio", { name: /^Version 2, you/ }));
    assert.equal(await markdown().inputValue(), PROMISE);
});

test("walk: the document leaves as a Markdown file", async () => {
    const file = await download(page, button("Download as Markdown"));
    assert.match(file.suggestedFilename(), /\.md$/);
    const path = join(folder, "promise.md");
    await file.saveAs(path);
    assert.equal(readFileSync(path, "utf8"), PROMISE);
});

test("walk: the forecast answers a slider at once and keeps what is meant", async () => {
    await go_to(page, "Forecast");
    const price = page.getByRole("slider", { name: /price/i }).first();
    assert.equal(await price.inputValue(), "29");
    const target = page.getByRole("img").filter({ hasNot: page.locator("img") });
    const before_change = await target.evaluateAll((all) => all.map((one) => one.ariaLabel).join());
    await price.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await idle(page);
    assert.equal(await price.inputValue(), "31");
    assert.notEqual(await target.evaluateAll((all) => all.map((one) => one.ariaLabel).join()),
        before_change, "the charts read differently");
    await press(button("Use these"));
    await button("Discard").waitFor({ state: "detached" });
    await go_to(page, "Decisions");
    await page.getByRole("button", { name: /\$31/ }).first().waitFor();
});

test("walk: a task is opened, estimated anew and ticked in the plan", async () => {
    await go_to(page, "Plan");
    await press(page.getByRole("button", { name: /Write the member promise/ }).first());
    const detail = page.getByRole("region", { name: "Write the member promise" });
    await fill(detail.getByRole("textbox", { name: "Hours" }), "3.5");
    await page.keyboard.press("Enter");
    await idle(page);
    await detail.getByText(/^3\.5 h/).first().waitFor({ state: "attached" });
    await press(detail.getByRole("button", { name: "Mark as done" }));
    assert.ok(await page.getByRole("checkbox", { name: /Write the member promise/ }).isChecked());
    await press(detail.getByRole("button", { name: "Close the task" }));
});

test("walk: Activity takes back what happened", async () => {
    await go_to(page, "Activity");
    await press(page.getByRole("button", { name: /^Undo .*promise/i }).first());
    await go_to(page, "Plan");
    assert.equal(
        await page.getByRole("checkbox", { name: /Write the member promise/ }).isChecked(), false);
});

test("walk: settings change what one sees", async () => {
    await go_to(page, "Settings");
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    await press(page.getByRole("tab", { name: "Light" }));
    assert.equal(await theme(), "light");
    await press(page.getByRole("tab", { name: "Contrast" }));
    assert.equal(await theme(), "contrast");
    const size = () => page.getByRole("tab", { name: "System" }).first()
        .evaluate((tab) => tab.getBoundingClientRect().width);
    const before_growth = await size();
    await press(page.getByRole("tab", { name: "150%" }));
    assert.notEqual(await size(), before_growth);
    await press(page.getByRole("tab", { name: "100%" }));
});

test("walk: a backup is downloaded, everything is erased, and the backup brings it back", async () => {
    const path = join(folder, "atrium-backup.json");
    await (await download(page, button("Download a backup"))).saveAs(path);
    assert.equal(JSON.parse(readFileSync(path, "utf8")).format, "atrium-backup");

    await press(button("Erase"));
    await press(button("Erase everything"));
    await page.getByRole("heading", { level: 1, name: "Tell us about you" }).waitFor();
    assert.equal(await page.getByRole("textbox", { name: "What may we call you?" }).inputValue(), "");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Tell us about you" }).waitFor();
    await idle(page);

    await choose_file(page, button("Restore a backup"), path);
    await decisions_made(page, 2);
    await go_to(page, "Documents");
    assert.equal(await markdown().inputValue(), PROMISE);
    assert.deepEqual(page.problems, []);
});
