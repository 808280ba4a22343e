// The workspace in Chromium: what a first visit transfers, how long it takes to be usable, what a frame
// costs with a short and a long conversation, whether it rests, and how long a save takes until the
// browser has acknowledged it. Writes the section "ui" of docs/benchmarks.md.
//
//     ./atrium bench ui
//     BENCH_ROUNDS=1 node bench/ui.mjs      a look, after ./atrium build
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { choose_file, message_field, wait_for_answer } from "../tests/browser/acts.mjs";
import {
    idle, launch_for_timing, launch_persistent, new_page, start_proxy, wait_until_open,
} from "../tests/browser/support.mjs";
import { long_conversation } from "./support/long_conversation.mjs";
import { machine, median, percentile, write_section } from "./support/report.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const LENGTHS = [100, 10_000];
const WHEEL_TURNS = 300;
const DRAFTS = ["member promise", "content calendar", "community guidelines"];
const SAVES = 60;
const REST_SECONDS = 10;
const BROWSER_START_MILLIS = 1500;
const SENT = "sent";
// The guide begins to write 350 ms after it was asked.
const BEFORE_FIRST_WORD_MILLIS = 300;
const DESKTOP = { width: 1440, height: 900 };

const proxy = await start_proxy();
const folder = mkdtempSync(join(tmpdir(), "atrium-bench-"));

// --- what is measured inside the page

/** Keeps the time of each commit until it was acknowledged. */
function watch_commits() {
    window.commit_millis = [];
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
        const begun = performance.now();
        const started = transaction.call(this, stores, mode, ...rest);
        if (mode === "readwrite") {
            started.addEventListener("complete",
                () => window.commit_millis.push(performance.now() - begun));
        }
        return started;
    };
}

/** Milliseconds of processor time of the page's thread in each frame, as the browser traces it: what
 * software rendering makes the thread wait for is not in it. Frames soon after a mark "sent" are told
 * apart from the others. */
async function frames_during(page, action) {
    const browser = page.context().browser();
    await idle(page);
    await browser.startTracing(page, { categories: ["devtools.timeline", "blink.user_timing"] });
    await action();
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    const sent = traceEvents.filter((event) => event.name === SENT).map((event) => event.ts);
    const follows_sending = ({ ts }) =>
        sent.some((mark) => ts >= mark && ts < mark + BEFORE_FIRST_WORD_MILLIS * 1000);
    const frames = traceEvents.filter((event) => event.name === "FireAnimationFrame");
    const millis_of = (some) => some.map((event) => event.tdur / 1000);
    return {
        steady: millis_of(frames.filter((frame) => !follows_sending(frame))),
        sending: millis_of(frames.filter(follows_sending)),
    };
}

const open_context = (profile, viewport = DESKTOP) =>
    launch_persistent(join(folder, profile), { viewport, reducedMotion: "reduce" });

// --- visits

/** One visit: bytes over the wire, and milliseconds from the address to the first usable frame. */
async function visit(context) {
    const page = await new_page(context);
    // The browser's own start is not what is measured.
    await page.waitForTimeout(BROWSER_START_MILLIS);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    let bytes = 0;
    devtools.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
    await page.goto(proxy.origin);
    await wait_until_open(page);
    const millis = await page.evaluate(() => window.atrium.first_frame_at);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.close();
    return { bytes, millis };
}

async function measure_visits() {
    const visits = { cold: [], warm: [] };
    for (let round = 0; round < ROUNDS; ++round) {
        const cold = await open_context(`visit-${round}`);
        visits.cold.push(await visit(cold));
        await cold.close();
        const warm = await open_context(`visit-${round}`);
        visits.warm.push(await visit(warm));
        await warm.close();
    }
    return visits;
}

// --- conversations

async function open_conversation(context, length) {
    await context.addInitScript(watch_commits);
    const page = await new_page(context);
    await page.goto(proxy.origin);
    await wait_until_open(page);
    const restore = page.getByRole("button", { name: "Restore a backup" }).first();
    await choose_file(page, restore, { name: "atrium-backup.json", mimeType: "application/json",
        buffer: Buffer.from(long_conversation(length)) });
    await message_field(page).waitFor();
    await idle(page);
    // Reloaded, as on the next day.
    await page.reload();
    await wait_until_open(page);
    await message_field(page).waitFor();
    return page;
}

/** The wheel turns some 60 times a second, up from the newest message. */
function scroll(page) {
    return page.evaluate((turns) => new Promise((resolve) => {
        const log = document.querySelector('#surface [role="log"]').getBoundingClientRect();
        const at = { clientX: log.left + log.width / 2, clientY: log.top + log.height / 2 };
        const surface = document.getElementById("surface");
        surface.dispatchEvent(new PointerEvent("pointermove",
            { ...at, isPrimary: true, pointerType: "mouse", bubbles: true }));
        let left = turns;
        const timer = setInterval(() => {
            surface.dispatchEvent(new WheelEvent("wheel",
                { ...at, deltaY: -90, bubbles: true, cancelable: true }));
            if (--left > 0) return;
            clearInterval(timer);
            resolve();
        }, 16);
    }), WHEEL_TURNS);
}

async function stream(page) {
    for (const draft of DRAFTS) {
        await message_field(page).fill(`Draft the ${draft} with me.`);
        await page.evaluate((mark) => performance.mark(mark), SENT);
        await message_field(page).press("Enter");
        await page.getByRole("button", { name: "Stop" }).waitFor();
        await wait_for_answer(page);
    }
}

/** Ticks a task and takes it back, one save each. */
async function saves(page) {
    const tick = page.getByRole("checkbox", { name: /Write the member promise/ });
    await page.evaluate(() => { window.commit_millis = []; });
    for (let i = 0; i < SAVES; ++i) {
        await tick.dispatchEvent("click");
        await idle(page);
    }
    return page.evaluate(() => window.commit_millis);
}

async function frames_at_rest(page) {
    await idle(page);
    const before = await page.evaluate(() => window.atrium.frames);
    await page.waitForTimeout(REST_SECONDS * 1000);
    return await page.evaluate(() => window.atrium.frames) - before;
}

async function measure_frames(length) {
    const browser = await launch_for_timing();
    const page = await open_conversation(
        await browser.newContext({ viewport: DESKTOP, reducedMotion: "reduce" }), length);
    const rest = await frames_at_rest(page);
    const scrolling = await frames_during(page, () => scroll(page));
    const conversing = await frames_during(page, () => stream(page));
    const result = {
        rest,
        scrolling: scrolling.steady,
        streaming: conversing.steady,
        sending: conversing.sending,
        memory: await page.evaluate(() => globalThis.Module.HEAPU8.length),
    };
    for (const problem of page.problems) console.error(`${length} messages: ${problem}`);
    await browser.close();
    return result;
}

/** In a profile on the disk, as a person's is. */
async function measure_saves(length) {
    // Small, as drawing is not what is measured here.
    const context = await open_context(`conversation-${length}`, { width: 1200, height: 480 });
    const page = await open_conversation(context, length);
    const result = await saves(page);
    await context.close();
    return result;
}

// --- the report

const millis = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;

function visits_table({ cold, warm }) {
    const row = (what, value, target) => `| ${what} | ${value} | ${target} |`;
    const of = (visits, member) => median(visits.map((one) => one[member]));
    return ["| a visit | measured | target |", "|---|---|---|",
        row("first visit, over the wire (brotli, with fonts)", kilobytes(of(cold, "bytes")), "≤ 400 KB"),
        row("second visit, over the wire", kilobytes(of(warm, "bytes")), ""),
        row("cold start to the first usable frame", millis(of(cold, "millis")), "≤ 1,000 ms"),
        row("warm start", millis(of(warm, "millis")), "≤ 400 ms")].join("\n");
}

function conversation_table([short, long]) {
    const lines = ["| a conversation | 100 messages | 10,000 | ratio | target at 10,000 |",
        "|---|---|---|---|---|"];
    const add = (what, values_of, share, target) => {
        const [few, many] = [short, long].map((result) => percentile(values_of(result), share));
        lines.push(`| ${what} | ${millis(few)} | ${millis(many)} | ${(many / few).toFixed(2)} | ${target} |`);
    };
    const frame_targets = { scrolling: ["", ""], streaming: ["≤ 2 ms, ratio about 1", "≤ 4 ms"] };
    for (const [kind, [middle, slowest]] of Object.entries(frame_targets)) {
        add(`CPU of a frame, ${kind}, median`, (result) => result[kind], 0.5, middle);
        add(`CPU of a frame, ${kind}, p99`, (result) => result[kind], 0.99, slowest);
    }
    add("CPU of a frame, a message being sent, p99", (result) => result.sending, 0.99, "");
    add("acknowledged save, median", (result) => result.saves, 0.5, "ratio ≤ 1.2");
    add("acknowledged save, p95", (result) => result.saves, 0.95, "≤ 10 ms");
    lines.push(`| frames in ${REST_SECONDS} s of rest | ${short.rest} | ${long.rest} | | 0 |`);
    const megabytes = (result) => `${(result.memory / 2 ** 20).toFixed(0)} MB`;
    lines.push(`| program memory | ${megabytes(short)} | ${megabytes(long)} | | |`);
    return lines.join("\n");
}

try {
    console.log(`visits, ${ROUNDS} rounds …`);
    const visits = await measure_visits();
    const conversations = [];
    for (const length of LENGTHS) {
        console.log(`a conversation of ${length} messages, its frames …`);
        const frames = await measure_frames(length);
        console.log(`a conversation of ${length} messages, its saves …`);
        conversations.push({ ...frames, saves: await measure_saves(length) });
    }
    const [short, long] = conversations;
    const section = `## The workspace in the browser

${machine()};
Debian's Chromium, headless, with software rendering (SwiftShader) in a process beside the page; window
1440 x 900, 1200 x 480 for the saves; the site from atrium-proxy on the same machine. Starts are medians of ${ROUNDS} rounds with a
profile of their own, in a browser that runs already, from the address to the first frame that takes
input. CPU of a frame is the page's thread as the browser traces it, layout, drawing commands and semantics tree included: over
${short.scrolling.length} and ${long.scrolling.length} frames of turning the wheel, ${short.streaming.length} and ${long.streaming.length} while the built-in guide writes ${DRAFTS.length} drafts, without the
${short.sending.length} and ${long.sending.length} before its first words, in which it thinks. A save is one IndexedDB transaction with strict durability, from its beginning until the browser acknowledges it, ${SAVES} times.

${visits_table(visits)}

${conversation_table(conversations)}
`;
    console.log(`\n${section}`);
    write_section("ui", section);
} finally {
    await proxy.stop();
    rmSync(folder, { recursive: true, force: true });
}
