// Asking again, other words, pins, and a message that waits for the network, in a real browser with
// Claude played by the scripted upstream.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { message_field, say, wait_for_answer } from "./acts.mjs";
import {
    DESKTOP, assert_built, axe_violations, fill, idle, launch, open_workspace, press,
    start_demo_session, start_proxy, start_upstream,
} from "./support.mjs";

let browser;
let upstream;
let proxy;

before(async () => {
    assert_built();
    upstream = await start_upstream();
    browser = await launch();
});

after(async () => {
    await browser?.close();
    upstream?.stop();
});

// One for each test: the printed token opens one browser's session.
beforeEach(async () => { proxy = await start_proxy(upstream.settings); });
afterEach(() => proxy?.stop());

const button = (page, name) => page.getByRole("button", { name, exact: true });

test("versions: what is asked again or said otherwise can be stepped back to, after a reload too",
    { timeout: 240_000 }, async () => {
        const context = await browser.newContext(DESKTOP);
        const page = await open_workspace(context, proxy);
        await start_demo_session(page);
        await say(page, "Let's go with Discord.");
        await page.getByRole("button", { name: "Platform: Discord" }).first().waitFor();

        await press(button(page, "Answer again"));
        await wait_for_answer(page);
        await page.getByText("2 of 2").first().waitFor();
        await page.getByRole("button", { name: "Platform: Discord" }).first().waitFor();

        await press(button(page, "Edit your message"));
        const words = page.getByRole("textbox", { name: "Your message in other words" });
        assert.equal(await words.inputValue(), "Let's go with Discord.");
        await fill(words, "Let's go with Circle.");
        await words.press("Enter");
        await wait_for_answer(page);
        await page.getByRole("button", { name: "Platform: Circle" }).first().waitFor();
        await press(button(page, "Previous version"));
        await page.getByRole("button", { name: "Platform: Discord" }).first().waitFor();

        await press(button(page, "Pin your message"));
        await press(button(page, "1 pinned message"));
        await page.getByRole("menuitem", { name: /^You: Let's go with Discord/ }).waitFor();
        await page.keyboard.press("Escape");
        await idle(page);
        assert.deepEqual(await axe_violations(page), []);

        await fill(message_field(page), "Half typed");
        await page.goto(proxy.origin);
        await message_field(page).waitFor();
        await idle(page);
        assert.equal(await message_field(page).inputValue(), "Half typed");
        await page.getByRole("button", { name: "Platform: Discord" }).first().waitFor();
        await button(page, "1 pinned message").waitFor();
        assert.deepEqual(page.problems, []);
        await context.close();
    });

test("versions: a message without a network waits and goes by itself", { timeout: 120_000 },
    async () => {
        const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
        const page = await open_workspace(context, proxy);
        await start_demo_session(page);
        await context.setOffline(true);
        await page.getByText("What you write waits for Claude").first().waitFor();
        await fill(message_field(page), "Which platform fits me?");
        await message_field(page).press("Enter");
        await page.getByText("Waits for the connection").first().waitFor();
        await button(page, "Send now to the guide").waitFor();
        await context.setOffline(false);
        await page.getByText("Waits for the connection").first().waitFor({ state: "detached" });
        await wait_for_answer(page);
        await button(page, "Answer again").waitFor();
        assert.deepEqual(page.problems, []);
        await context.close();
    });
