// @ts-check
// The page's entry: starts everything that takes time at once (program, fonts, storage, proxy), and
// the workspace when what it needs is there. The build makes a plain script of it for the page's end:
// a module would wait for the first layout, while the canvas takes longest of all.

import * as activity from "./activity.js";
import * as announcer from "./announcer.js";
import * as canvas from "./canvas.js";
import * as chat from "./chat.js";
import * as focus_keeper from "./focus_keeper.js";
import * as frame_loop from "./frame_loop.js";
import * as glyphs from "./glyphs.js";
import * as journal from "./journal_store.js";
import * as keyboard from "./keyboard.js";
import * as patience from "./patience.js";
import * as platform from "./platform.js";
import * as pointer from "./pointer.js";
import { address_of, call, start_program } from "./program.js";
import * as semantic_events from "./semantic_events.js";
import * as semantics from "./semantics.js";
import { open_session } from "./session.js";
import * as splash from "./splash.js";
import * as surroundings from "./surroundings.js";
import * as updates from "./updates.js";
import * as writer_lock from "./writer_lock.js";

// In the order of shell::FontFiles.
const FONTS = ["font-regular", "font-medium", "font-semibold", "font-icons"];

// What web/bridge/*.js calls.
const host = {
    announcer, canvas, chat, frame_loop, glyphs, journal, patience, platform, pointer, semantics,
    updates, writer_lock,
};

/** @param {string} id @returns {Promise<Uint8Array>} */
async function load_font(id) {
    const response = await fetch(address_of(id));
    if (!response.ok) throw new Error(`${id}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
}

/** @returns {Promise<boolean>} whether this tab may write */
async function open_journal() {
    if (!(await journal.open())) return true;
    const may_write = await writer_lock.acquire(writing_changed);
    if (may_write) await journal.claim();
    return may_write;
}

/** The right to write came or went after the start. @param {boolean} may_write */
async function writing_changed(may_write) {
    if (may_write) await journal.claim();
    // The program reads the journal anew: the other tab has written since.
    call("web_on_writing", [may_write ? 1 : 0]);
}

/** Has the program do what the first message would otherwise wait for, part by part. */
function prepare_when_idle() {
    const next = "requestIdleCallback" in window
        ? (/** @type {() => void} */ part) => requestIdleCallback(part, { timeout: 5000 })
        : (/** @type {() => void} */ part) => setTimeout(part, 300);
    const prepare = () => {
        if (call("web_prepare")) next(prepare);
        else activity.end("prepare");
    };
    activity.begin("prepare");
    next(prepare);
}

async function start() {
    platform.recall_theme();
    if (typeof WebAssembly !== "object") return splash.explain_no_webassembly();
    activity.begin("start");
    const program = start_program(host);
    const fonts = Promise.all(FONTS.map(load_font));
    const writing = open_journal();
    const session = open_session();
    if (!canvas.create_context()) return splash.explain_no_webgl();

    frame_loop.on_frame_drawn(semantics.settle);
    frame_loop.on_frame_drawn(focus_keeper.settle);
    try {
        await program;
        for (const [index, bytes] of (await fonts).entries()) call("web_on_font", [index], bytes);
    } catch {
        return splash.explain_not_loaded();
    }
    const may_write = await writing;
    canvas.start();
    pointer.start();
    keyboard.start();
    semantic_events.start();
    surroundings.start();
    frame_loop.on_frame_drawn(splash.remove);
    call("web_open", [may_write ? 1 : 0]);
    updates.start();
    await session;
    await chat.ask_proxy();
    prepare_when_idle();
    activity.end("start");
    return undefined;
}

// For tests and for measuring; nothing in the product reads it.
Object.defineProperty(window, "atrium", {
    value: Object.freeze({
        idle: activity.idle,
        under_way: activity.snapshot,
        get frames() { return frame_loop.figures.frames; },
        get last_frame_millis() { return frame_loop.figures.last_frame_millis; },
        get first_frame_at() { return frame_loop.figures.first_frame_at; },
    }),
});

/** @param {unknown} error */
function stop_if_program_broke(error) {
    if (error instanceof WebAssembly.RuntimeError) splash.explain_stopped();
}

window.addEventListener("error", (event) => stop_if_program_broke(event.error));
window.addEventListener("unhandledrejection", (event) => stop_if_program_broke(event.reason));

start();
