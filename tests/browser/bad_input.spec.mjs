// What people paste, open and live with: hostile Markdown, files that are no backup, a refused
// clipboard, a full disk, a clock that goes back. Nothing breaks, nothing is lost, and words say why.
import assert from "node:assert/strict";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import {
    choose_file, decisions_made, download, go_to, message_field, say, wait_for_answer,
} from "./acts.mjs";
import { shift_clock } from "./clock.mjs";
import {
    DESKTOP, fill, open_workspace, press, proxy_and_browser, start_demo_session,
    temporary_folder, wait_until_open,
} from "./support.mjs";

const here = proxy_and_browser();
const folder = temporary_folder();

async function open_session(options = {}, prepare = async () => {}) {
    const context = await here.browser.newContext({ ...DESKTOP, ...options });
    await prepare(context);
    const page = await open_workspace(context, here.proxy);
    await start_demo_session(page);
    return page;
}

/** The page draws, answers and saves. */
async function expect_alive(page, decisions = 1) {
    await go_to(page, "Session");
    await say(page, "Let's go with Circle.");
    await decisions_made(page, decisions);
    await page.getByText("Saved in this browser").first().waitFor();
    assert.equal(await page.getByRole("heading", { name: /Atrium stopped/ }).count(), 0);
}

// --- Markdown

const TRIPLE = "[click](javascript:alert(1)) [data](data:text/html,<script>alert(1)</script>) " +
    "[vb](vbscript:x) [case](JaVaScRiPt:alert(1)) [tab](java\tscript:alert(1)) " +
    "<javascript:alert(1)> ![image](javascript:alert(1)) <img src=x onerror=alert(1)> " +
    "<script>alert(1)</script> [good](https://example.org/) [mail](mailto:a@example.org)";
const HOSTILE = {
    "links that run scripts": `# Links\n\n${TRIPLE}\n`,
    "a line of a megabyte": `# Long\n\n${"wide ".repeat(199_000)}\n`,
    "a word of a megabyte": `# Word\n\n${"x".repeat(995_000)}\n`,
    "10,000 nested quotes": `${"> ".repeat(10_000)}deep\n`,
    "200 nested lists": `${Array.from({ length: 200 }, (_, i) => `${"  ".repeat(i)}- item`).join("\n")}\n`,
    "10,000 brackets": `${"[".repeat(10_000)}a${"](b)".repeat(10_000)}\n`,
    "100,000 stars and underscores": `${"*_".repeat(50_000)}\n`,
    "a table of 2,000 columns": `${"|a".repeat(2000)}|\n${"|-".repeat(2000)}|\n${"|b".repeat(2000)}|\n`,
    "control and bidirectional characters":
        "# \u202Egnp.exe\u202C\n\nbell \u0007 escape \u001b[31m null-ish \u2400 zero\u200bwidth " +
        "\u2066isolated\u2069 \u200f\u061c \ufeff \ufffd \u{e0041} \ud83d\udc69\u200d\ud83c\udfa8 " +
        "e\u0301\u0301\u0301 end\n",
};
// The largest and the strangest are also looked for after a reload.
const READ_AGAIN = ["a line of a megabyte", "control and bidirectional characters"];

test("bad input: hostile Markdown in a document is shown, saved and found again", async (context) => {
    const page = await open_session();
    await say(page, "Draft the member promise with me.");
    await go_to(page, "Documents");
    const markdown = page.getByRole("textbox", { name: "Markdown" });
    const opened = [];
    page.on("popup", (popup) => opened.push(popup.url()));
    page.on("dialog", (dialog) => { opened.push(dialog.message()); dialog.dismiss(); });
    for (const [what, text] of Object.entries(HOSTILE)) {
        await context.test(what, async () => {
            await fill(markdown, text);
            await press(page.getByRole("button", { name: "Save", exact: true }));
            assert.equal(await markdown.inputValue(), text);
            const addresses = await page.locator("#surface a").evaluateAll(
                (links) => links.map((link) => link.href));
            assert.ok(addresses.every((address) => /^(https?|mailto):/.test(address)), `${addresses}`);
            assert.equal(addresses.includes("https://example.org/"), text.includes(TRIPLE));
            assert.equal(await page.locator("#surface script, #surface img, #surface iframe").count(), 0);
            if (!READ_AGAIN.includes(what)) return;
            await page.reload();
            await wait_until_open(page);
            await go_to(page, "Documents");
            assert.equal(await markdown.inputValue(), text, "after a reload");
        });
    }
    const too_long = "y".repeat(1_100_000);
    await fill(markdown, too_long);
    await press(page.getByRole("button", { name: "Save", exact: true }));
    await page.getByText("A document can hold up to one megabyte.").first().waitFor();
    assert.equal(await markdown.inputValue(), too_long, "what was refused is still there");
    assert.deepEqual(opened, []);
    assert.deepEqual(page.problems, []);
    await fill(markdown, "# Plain\n");
    await expect_alive(page);
    await page.context().close();
});

test("bad input: the same in a message is sent, kept and drawn", async () => {
    const page = await open_session();
    await say(page, TRIPLE);
    await page.getByRole("log").getByText("click").first().waitFor();
    assert.equal(await page.locator('#surface a:not([href^="http"], [href^="mailto:"])').count(), 0);
    await say(page, HOSTILE["control and bidirectional characters"].trim());
    await say(page, `${"> ".repeat(3000)}deep`);
    await expect_alive(page);
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

// --- files that are no backup

/** A ZIP with one file of zeros that is a thousand times its own size. */
function zip_bomb(megabytes) {
    const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
    const name = Buffer.from("atrium-backup.json");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(megabytes * 1024 * 1024, 22);
    local.writeUInt16LE(name.length, 26);
    return Buffer.concat([local, name, packed]);
}

const event = (data) => JSON.stringify({ format: "atrium-backup", version: 1, events: [data] });
const nested = (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const NO_BACKUPS = {
    "an empty file": "",
    "a picture": Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
    "a ZIP bomb": zip_bomb(300),
    "a JSON file of something else": '{"hello":"world"}',
    "events that are none": event({ seq: 1, at: 0, batch: 1, v: 1, kind: 7, data: "x" }),
    "brackets 200,000 deep": nested(200_000),
    "events 200,000 deep": `{"format":"atrium-backup","version":1,"events":[${nested(200_000)}]}`,
    "data 200,000 deep": '{"format":"atrium-backup","version":1,"events":[{"seq":1,"at":0,"batch":1,' +
        `"v":1,"kind":"profile-saved","data":{"profile":${nested(200_000)}}}]}`,
    "a backup cut in half": '{"format":"atrium-backup","version":1,"events":[{"seq":1,"at":0,"ba',
};

test("bad input: a file that is no backup is refused in words, and nothing changes", async (context) => {
    const page = await open_session();
    await say(page, "We're charging $29 a month.");
    await go_to(page, "Settings");
    const restore = page.getByRole("button", { name: "Restore a backup", exact: true });
    for (const [what, bytes] of Object.entries(NO_BACKUPS)) {
        await context.test(what, async () => {
            await page.evaluate(() => { document.getElementById("announcer").textContent = ""; });
            await choose_file(page, restore,
                { name: "atrium-backup.json", mimeType: "application/json", buffer: Buffer.from(bytes) });
            await page.locator("#announcer", { hasText: "This file is not an Atrium backup" }).waitFor();
        });
    }
    const huge = join(folder, "atrium-backup.json");
    writeFileSync(huge, "{");
    truncateSync(huge, 300 * 1024 * 1024);
    await page.evaluate(() => { document.getElementById("announcer").textContent = ""; });
    await choose_file(page, restore, huge);
    await page.locator("#announcer", { hasText: "This file is not an Atrium backup" }).waitFor();
    await expect_alive(page, 2);
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

// --- clipboard, storage, clock

test("bad input: a refused clipboard is said, and what to do instead", async () => {
    const page = await open_session({}, (context) => context.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", {
            value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) },
        });
        document.execCommand = () => false;
    }));
    await press(page.getByRole("button", { name: "Copy", exact: true }).first());
    await page.getByText(/The browser did not allow copying/).first().waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test("bad input: where only the newer clipboard is refused, copying works the older way", async () => {
    const page = await open_session({ permissions: ["clipboard-read"] }, (context) =>
        context.addInitScript(() => {
            navigator.clipboard.writeText = () =>
                Promise.reject(new DOMException("no", "NotAllowedError"));
        }));
    await press(page.getByRole("button", { name: "Copy", exact: true }).first());
    await page.getByText("Copied.").first().waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Maya/);
    await page.context().close();
});

test("bad input: with the disk full nothing on screen is lost, and a backup holds all of it", async () => {
    const page = await open_session({ acceptDownloads: true });
    await say(page, "We're charging $29 a month.");
    await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
            throw new DOMException("no room", "QuotaExceededError");
        };
    });
    await say(page, "Let's go with Discord.");
    await page.getByText("This browser has no room left to save").first().waitFor();
    await say(page, "We're doing a weekly live call.");
    await decisions_made(page, 3);
    const file = await download(page,
        page.getByRole("button", { name: "Download a backup", exact: true }).first());
    const kinds = JSON.parse(readFileSync(await file.path(), "utf8")).events
        .map((one) => one.kind);
    assert.equal(kinds.filter((kind) => kind === "decision-recorded").length, 3);
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

const DAY = 24 * 3600_000;

test("bad input: a clock that was set back by a month loses nothing and stops nothing", async () => {
    const context = await here.browser.newContext(DESKTOP);
    await shift_clock(context, 30 * DAY);
    const page = await open_workspace(context, here.proxy);
    await start_demo_session(page);
    await say(page, "We're charging $29 a month.");
    await page.close();

    // The init script of a page's context stays; a second one takes the month away again.
    await shift_clock(context, -30 * DAY);
    await context.addInitScript(() => {
        window.longest_timer = 0;
        const set = window.setTimeout;
        window.setTimeout = (action, millis, ...rest) => {
            window.longest_timer = Math.max(window.longest_timer, millis ?? 0);
            return set(action, millis, ...rest);
        };
    });
    const second = await open_workspace(context, here.proxy, "/");
    await second.getByRole("log").getByText("We're charging $29 a month.").first().waitFor();
    await say(second, "Let's go with Discord.");
    await decisions_made(second, 2);
    for (const screen of ["Plan", "Forecast", "Activity", "Kit", "Session"]) await go_to(second, screen);
    await second.getByText("Saved in this browser").first().waitFor();
    // A longer one would end at once, and the workspace would draw without rest.
    const longest = await second.evaluate(() => window.longest_timer);
    assert.ok(longest > 10 * DAY && longest < 2 ** 31, `${longest} ms`);
    await second.reload();
    await wait_until_open(second);
    await decisions_made(second, 2);
    const said = (await second.getByRole("article").allTextContents()).join();
    for (const text of ["We're charging $29 a month.", "Let's go with Discord."]) {
        assert.ok(said.includes(text), said);
    }
    assert.deepEqual(second.problems, []);
    await context.close();
});

test("bad input: a clock set back while an answer is being written does not hold it up", async () => {
    const page = await open_session();
    await fill(message_field(page), "What should a month cost?");
    const answers = page.getByRole("article", { name: /^Atrium/ });
    const before_question = await answers.count();
    // It stands still at first, so that the answer is not over before it is set back.
    await page.evaluate(() => {
        const real = Date.now;
        const stopped = real();
        Date.now = () => stopped;
        window.set_back = () => { Date.now = () => real() - 3600_000; };
    });
    await message_field(page).press("Enter");
    await page.getByRole("button", { name: "Stop" }).waitFor();
    await page.evaluate(() => window.set_back());
    await wait_for_answer(page);
    assert.equal(await answers.count(), before_question + 1);
    assert.deepEqual(page.problems, []);
    await page.context().close();
});
