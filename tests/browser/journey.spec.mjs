// The journey of a new creator, as they would make it: set up, talk, decide, tick, come back. Once
// with the built-in guide and once through the proxy with Claude played by the scripted upstream.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { decide_everything, decisions_made, message_field, set_up_by_hand } from "./acts.mjs";
import { NOVEMBER_2026, shift_clock } from "./clock.mjs";
import {
    DESKTOP, assert_built, axe_violations, idle, launch_persistent, open_workspace, press,
    start_proxy, start_upstream,
} from "./support.mjs";

let upstream;

before(async () => {
    assert_built();
    upstream = await start_upstream();
});

after(() => upstream?.stop());

/** A person's own browser, whose storage is on disk, and a proxy, for as long as `use` takes. */
async function in_own_browser(settings, options, use) {
    const proxy = await start_proxy(settings);
    const folder = mkdtempSync(join(tmpdir(), "atrium-browser-"));
    const context = await launch_persistent(folder, options);
    try {
        await shift_clock(context, NOVEMBER_2026 - Date.now());
        const page = await open_workspace(context, proxy);
        await use(page, proxy);
        assert.deepEqual(page.problems, []);
    } finally {
        await context.close();
        await proxy.stop();
        rmSync(folder, { recursive: true, force: true });
    }
}

async function decide_tick_and_come_back(page, proxy, who) {
    await set_up_by_hand(page);
    const log = page.getByRole("log");
    await log.getByText("Åsa").first().waitFor();
    await log.getByText("5,200").first().waitFor();

    await decide_everything(page);
    assert.ok((await log.getByText(who).count()) > 0, `the answers are labelled as ${who}`);

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
    await message_field(page).waitFor();
    await idle(page);
    await decisions_made(page, 5);
    assert.ok(await tick.isChecked(), "the ticked task is still ticked");
    await page.getByRole("log").getByText("weekly live call").first().waitFor();
}

for (const who of ["Built-in guide", "Claude Sonnet"]) {
    const with_guide = who === "Built-in guide";

    // One of the two sees all that moves.
    test(`journey: a new creator decides, ticks a task, reloads and finds all of it, with ${who}`,
        { timeout: 300_000 }, () => in_own_browser(with_guide ? {} : upstream.settings,
            { ...DESKTOP, reducedMotion: with_guide ? "no-preference" : "reduce" },
            (page, proxy) => decide_tick_and_come_back(page, proxy, who)));
}

test("journey: the demo creator reaches the first question on a phone", { timeout: 120_000 }, () => {
    const phone = {
        viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2,
    };
    return in_own_browser({}, phone, async (page) => {
        await press(page.getByRole("button", { name: "Use the demo creator" }));
        await press(page.getByRole("button", { name: "Start the session" }));
        await page.getByRole("log").getByText("Maya").first().waitFor();
        await press(page.getByRole("button", { name: "Plan", exact: true }));
        await page.getByRole("checkbox", { name: /Write the member promise/ }).waitFor();
        await press(page.getByRole("button", { name: "Decisions", exact: true }));
        await page.getByRole("button", { name: /Platform/ }).first().waitFor();
    });
});
