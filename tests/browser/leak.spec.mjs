// An hour of use, as fast as it goes: what the page holds in the end is what it held in the beginning.
// ATRIUM_LEAK_MINUTES makes it longer than the default of twelve seconds, or nine rounds.
import assert from "node:assert/strict";
import { test } from "node:test";

import { SCREENS, go_to, message_field, wait_for_answer } from "./acts.mjs";
import {
    DESKTOP, activate, idle, open_workspace, proxy_and_browser, start_demo_session,
} from "./support.mjs";

const MINUTES = Number(process.env.ATRIUM_LEAK_MINUTES ?? 0.2);
const WARM_UP_ROUNDS = 2;
// On a slow machine no more than these: three for each third, so that none decides alone.
const FEWEST_ROUNDS = 9;
// The last third of the rounds to the first one. The program's memory grows in steps of a fifth.
const MOST_GROWTH = { heap: 1.1, nodes: 1.1, listeners: 1.05, program: 1.21 };
// What is said and done is kept: a question, an answer and six events.
const PROGRAM_BYTES_A_ROUND = 8192;

const here = proxy_and_browser();

const button = (page, name) => page.getByRole("button", { name, exact: true }).first();

async function escape(page) {
    await page.keyboard.press("Escape");
    await idle(page);
}

/** What one does in some minutes: talk, look around, open and close, edit and take back. */
async function one_round(page, number) {
    await go_to(page, "Session");
    await message_field(page).fill(`What does a price of $${20 + number % 20} change?`);
    await message_field(page).press("Enter");
    await wait_for_answer(page);
    for (const screen of SCREENS) {
        await activate(page.getByRole("navigation").getByRole("button", { name: screen }));
    }
    await activate(button(page, "Session"));
    await activate(button(page, "Launch menu"));
    await escape(page);
    await activate(button(page, "Find in the conversation"));
    await escape(page);
    await page.keyboard.press("Control+K");
    await idle(page);
    await page.keyboard.type("price");
    await idle(page);
    await escape(page);
    await activate(button(page, "Settings"));
    await activate(page.getByRole("tab", { name: number % 2 ? "Light" : "Dark" }));
    await activate(button(page, "Erase"));
    await escape(page);
    await activate(button(page, "Plan"));
    await activate(button(page, "Add a task"));
    await escape(page);
    const tick = page.getByRole("checkbox", { name: /Write the member promise/ });
    await activate(tick);
    await activate(tick);
    await activate(button(page, "Forecast"));
    const price = page.getByRole("slider").first();
    await price.focus();
    await page.keyboard.press(number % 2 ? "ArrowLeft" : "ArrowRight");
    await idle(page);
    await page.setViewportSize({ width: number % 2 ? 700 : 1000, height: 700 });
    await page.setViewportSize(DESKTOP.viewport);
    await idle(page);
}

async function held(page, devtools) {
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
    const program = await page.evaluate(() => globalThis.Module.HEAPU8.length);
    return { heap: usedSize, nodes, listeners: jsEventListeners, program };
}

const mean = (samples, name) =>
    samples.reduce((sum, sample) => sum + sample[name], 0) / samples.length;

test("leak: hours of use leave heap, program memory and elements as they were",
    { timeout: MINUTES * 60_000 + 380_000 }, async (context) => {
        const page = await open_workspace(await here.browser.newContext(DESKTOP), here.proxy);
        const devtools = await page.context().newCDPSession(page);
        await start_demo_session(page);
        for (let i = 0; i < WARM_UP_ROUNDS; ++i) await one_round(page, i);

        const samples = [];
        const end = Date.now() + MINUTES * 60_000;
        while (Date.now() < end || samples.length < FEWEST_ROUNDS) {
            await one_round(page, samples.length);
            samples.push(await held(page, devtools));
        }
        const third = Math.floor(samples.length / 3);
        const [first, last] = [samples.slice(0, third), samples.slice(-third)];
        const grown = (name) => mean(last, name) / mean(first, name);
        const growth = Object.fromEntries(
            Object.keys(samples[0]).map((name) => [name, grown(name).toFixed(3)]));
        context.diagnostic(`${samples.length} rounds, last third : first third ` +
            `${JSON.stringify(growth)}, in the end ${JSON.stringify(samples.at(-1))}`);

        const kept = samples.length * PROGRAM_BYTES_A_ROUND / mean(first, "program");
        for (const [name, most] of Object.entries(MOST_GROWTH)) {
            const allowed = name === "program" ? most + kept : most;
            assert.ok(grown(name) <= allowed, `${name} grew to ${grown(name).toFixed(3)} of the beginning`);
        }
        assert.deepEqual(page.problems, []);
    });
