// Every screen for people who do not point and may not see.
import assert from "node:assert/strict";
import { test } from "node:test";

import { SCREENS, go_to } from "./acts.mjs";
import {
    DESKTOP, axe_violations, idle, open_workspace, press, proxy_and_browser, start_demo_session,
    start_proxy,
} from "./support.mjs";

let page;
const here = proxy_and_browser(async () => {
    page = await open_workspace(await here.browser.newContext(DESKTOP), here.proxy);
    await start_demo_session(page);
});

const screen_button = (name) => page.getByRole("navigation").getByRole("button", { name });

for (const name of SCREENS) {
    test(`screens: axe-core finds nothing on ${name}`, async () => {
        await go_to(page, name);
        await page.getByRole("main", { name }).waitFor();
        assert.deepEqual(await axe_violations(page), []);
        assert.deepEqual(page.problems, []);
    });
}

test("screens: Help leads to the licences of what the site is made of", async () => {
    await go_to(page, "Help");
    const opened = page.waitForEvent("popup");
    await press(page.getByRole("link", { name: "Licences" }));
    const licences = await opened;
    await licences.waitForLoadState();
    assert.match(await licences.textContent("body"), /Dear ImGui\n=+\n/);
    await licences.close();
});

test("screens: the keyboard alone opens a screen", async () => {
    await go_to(page, "Session");
    await screen_button("Session").focus();
    await page.keyboard.press("Tab");
    await idle(page);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Plan");
    await page.keyboard.press("Enter");
    await idle(page);
    assert.equal(await screen_button("Plan").getAttribute("aria-current"), "page");
});

test("screens: a field keeps focus and text while the window changes its size", async () => {
    await go_to(page, "Session");
    const message = page.getByRole("textbox", { name: "Message" });
    await message.focus();
    await message.fill("A draft that stays");
    await idle(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await idle(page);
    assert.equal(await page.evaluate(() => document.activeElement.value), "A draft that stays");
    await page.setViewportSize(DESKTOP.viewport);
    await idle(page);
});

test("screens: the narrow window shows one pane and axe-core finds nothing", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await idle(page);
    assert.deepEqual(await axe_violations(page), []);
    assert.equal(await page.evaluate(
        () => document.scrollingElement.scrollWidth > innerWidth), false);
});

test("screens: axe-core finds nothing on an administrator's Usage", async () => {
    const keyed = await start_proxy({ CLAUDE_API_KEY: "sk-test-key" });
    const context = await here.browser.newContext(DESKTOP);
    try {
        const admin = await open_workspace(context, keyed);
        await start_demo_session(admin);
        await go_to(admin, "Usage");
        await admin.getByRole("main").waitFor();
        await admin.getByText("Messages today").first().waitFor();
        assert.deepEqual(await axe_violations(admin), []);
        assert.deepEqual(admin.problems, []);
    } finally {
        await context.close();
        await keyed.stop();
    }
});
