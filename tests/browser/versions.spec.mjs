// Asking again, other words, pins, and a message that waits for the network, in a real browser with
// Claude played by the scripted upstream.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { createInterface } from "node:readline";

import {
    assert_built, axe_violations, fill, idle, launch, open_workspace, press, start_demo_session,
    start_proxy,
} from "./support.mjs";

const DESKTOP = { width: 1440, height: 900 };
let browser;
let upstream;
let upstream_address;
let proxy;

before(async () => {
    assert_built();
    upstream = spawn("node", ["tests/upstream/upstream.mjs"], {
        cwd: new URL("../..", import.meta.url), stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: upstream.stdout }), "line");
    upstream_address = `http://127.0.0.1:${line.trim()}`;
    browser = await launch();
});

after(async () => {
    await browser?.close();
    upstream?.kill("SIGTERM");
});

// One for each test: the printed token opens one browser's session.
beforeEach(async () => {
    proxy = await start_proxy({
        CLAUDE_API_KEY: "sk-test-key", ANTHROPIC_BASE_URL: upstream_address,
    });
});
afterEach(() => proxy?.stop());

const button = (page, name) => page.getByRole("button", { name, exact: true });

async function answered(page) {
    await button(page, "Stop").waitFor({ state: "detached" });
    await idle(page);
}

async function say(page, text) {
    const field = page.getByRole("textbox", { name: "Message", exact: true });
    await fill(field, text);
    await field.press("Enter");
    await answered(page);
}

test("versions: what is asked again or said otherwise can be stepped back to, after a reload too",
    { timeout: 240_000 }, async () => {
        const context = await browser.newContext({ viewport: DESKTOP });
        const page = await open_workspace(context, proxy);
        await start_demo_session(page);
        await say(page, "Let's go with Discord.");
        await page.getByRole("button", { name: "Platform: Discord" }).first().waitFor();

        await press(button(page, "Answer again"));
        await answered(page);
        await page.getByText("2 of 2").first().waitFor();
        await page.getByRole("button", { name: "Platform: Discord" }).first().waitFor();

        await press(button(page, "Edit your message"));
        const words = page.getByRole("textbox", { name: "Your message in other words" });
        assert.equal(await words.inputValue(), "Let's go with Discord.");
        await fill(words, "Let's go with Circle.");
        await words.press("Enter");
        await answered(page);
        await page.getByRole("button", { name: "Platform: Circle" }).first().waitFor();
        await press(button(page, "Previous version"));
        await page.getByRole("button", { name: "Platform: Discord" }).first().waitFor();

        await press(button(page, "Pin your message"));
        await press(button(page, "1 pinned message"));
        await page.getByRole("menuitem", { name: /^You: Let's go with Discord/ }).waitFor();
        await page.keyboard.press("Escape");
        await idle(page);
        assert.deepEqual(await axe_violations(page), []);

        await fill(page.getByRole("textbox", { name: "Message", exact: true }), "Half typed");
        await page.goto(proxy.origin);
        const message = page.getByRole("textbox", { name: "Message", exact: true });
        await message.waitFor();
        await idle(page);
        assert.equal(await message.inputValue(), "Half typed");
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
        const field = page.getByRole("textbox", { name: "Message", exact: true });
        await fill(field, "Which platform fits me?");
        await field.press("Enter");
        await page.getByText("Waits for the connection").first().waitFor();
        await button(page, "Send now to the guide").waitFor();
        await context.setOffline(false);
        await page.getByText("Waits for the connection").first().waitFor({ state: "detached" });
        await answered(page);
        await button(page, "Answer again").waitFor();
        assert.deepEqual(page.problems, []);
        await context.close();
    });
