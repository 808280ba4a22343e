// The journey of a new creator, as they would make it: set up, talk, decide, tick, come back. Once
// with the built-in guide and once through the proxy with Claude played by the scripted upstream.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createInterface } from "node:readline";

import { decide_everything, decisions_made, set_up_by_hand } from "./acts.mjs";
import {
    assert_built, axe_violations, idle, launch_persistent, open_workspace, press, start_proxy,
} from "./support.mjs";

const DESKTOP = { width: 1440, height: 900 };
let upstream;
let upstream_origin;

before(async () => {
    assert_built();
    upstream = spawn("node", ["tests/upstream/upstream.mjs"], {
        cwd: new URL("../..", import.meta.url), stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: upstream.stdout }), "line");
    upstream_origin = `http://127.0.0.1:${line.trim()}`;
});

after(() => upstream?.kill("SIGTERM"));

for (const claude of [false, true]) {
    const who = claude ? "Claude" : "the built-in guide";

    test(`journey: a new creator decides, ticks a task, reloads and finds all of it, with ${who}`,
        { timeout: 300_000 }, async () => {
            const proxy = await start_proxy(claude
                ? { CLAUDE_API_KEY: "sk-test-key", ANTHROPIC_BASE_URL: upstream_origin } : {});
            const folder = mkdtempSync(join(tmpdir(), "atrium-browser-"));
            const context = await launch_persistent(folder, { viewport: DESKTOP });
            try {
                const page = await open_workspace(context, proxy);
                await set_up_by_hand(page);
                const log = page.getByRole("log");
                await log.getByText("Åsa").first().waitFor();
                await log.getByText("5,200").first().waitFor();

                await decide_everything(page);
                assert.ok((await log.getByText(claude ? "Claude" : "Built-in guide").count()) > 0,
                    `the answers are labelled as ${who}`);

                // A chip takes its decision back, and the header's Redo brings it again.
                await press(page.getByRole("button", { name: "Undo First month" }).last());
                await decisions_made(page, 4);
                await press(page.getByRole("button", { name: "Redo" }).first());
                await decisions_made(page, 5);

                const tick = page.getByRole("checkbox", { name: /Write the member promise/ });
                await tick.focus();
                await idle(page);
                await tick.check();
                await idle(page);
                assert.ok(await tick.isChecked());
                await page.getByText("Saved in this browser").first().waitFor();
                assert.deepEqual(await axe_violations(page), []);

                await page.goto(proxy.origin);
                await page.getByRole("textbox", { name: "Message" }).waitFor();
                await idle(page);
                await decisions_made(page, 5);
                assert.ok(await tick.isChecked(), "the ticked task is still ticked");
                await page.getByRole("log").getByText("weekly live call").first().waitFor();
                assert.deepEqual(page.problems, []);
            } finally {
                await context.close();
                await proxy.stop();
                rmSync(folder, { recursive: true, force: true });
            }
        });
}

test("journey: the demo creator reaches the first question on a phone", { timeout: 120_000 },
    async () => {
        const proxy = await start_proxy();
        const folder = mkdtempSync(join(tmpdir(), "atrium-browser-"));
        const context = await launch_persistent(folder, {
            viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true,
            deviceScaleFactor: 2,
        });
        try {
            const page = await open_workspace(context, proxy);
            await press(page.getByRole("button", { name: "Use the demo creator" }));
            await press(page.getByRole("button", { name: "Start the session" }));
            await page.getByRole("log").getByText("Maya").first().waitFor();
            await press(page.getByRole("button", { name: "Plan", exact: true }));
            await page.getByRole("checkbox", { name: /Write the member promise/ }).waitFor();
            await press(page.getByRole("button", { name: "Decisions", exact: true }));
            await page.getByRole("button", { name: /Platform/ }).first().waitFor();
            assert.deepEqual(page.problems, []);
        } finally {
            await context.close();
            await proxy.stop();
            rmSync(folder, { recursive: true, force: true });
        }
    });
