// @ts-check
// Draws frames only when something asks for one. The program says after each frame when it wants
// the next: at once, in so many seconds, or not before something happens.

import * as activity from "./activity.js";
import { call } from "./program.js";

const HIDDEN_TICK_MILLIS = 1000;
// A browser fires a longer timer at once.
const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;

let started = false;
let scheduled = 0;
let drawing = false;
let timer = 0;
let counted_as_busy = false;
/** @type {(() => void)[]} */
const after_frame = [];

export const figures = { frames: 0, last_frame_millis: 0, first_frame_at: 0 };

/** Runs after every frame. @param {() => void} action */
export function on_frame_drawn(action) {
    after_frame.push(action);
}

export function start() {
    started = true;
    request();
}

export function request() {
    if (!counted_as_busy) {
        counted_as_busy = true;
        activity.begin("frame");
    }
    if (!started || scheduled || drawing) return;
    if (document.visibilityState === "hidden") {
        tick_later();
        return;
    }
    scheduled = requestAnimationFrame((now) => {
        scheduled = 0;
        draw(now);
    });
}

// A hidden tab draws nothing, but a reply goes on and is saved.
function tick_later() {
    if (timer) return;
    timer = setTimeout(() => {
        timer = 0;
        if (call("web_tick")) tick_later();
        else rest();
    }, HIDDEN_TICK_MILLIS);
}

function rest() {
    if (counted_as_busy && !scheduled) {
        counted_as_busy = false;
        activity.end("frame");
    }
}

/** The tab was hidden, or is seen again. */
export function visibility_changed() {
    if (scheduled) cancelAnimationFrame(scheduled);
    scheduled = 0;
    clearTimeout(timer);
    timer = 0;
    request();
}

/** Draws in this very task: after a resize, which clears the canvas. */
export function draw_now() {
    if (!started || drawing) return;
    if (scheduled) cancelAnimationFrame(scheduled);
    scheduled = 0;
    draw(performance.now());
}

/** @param {number} now */
function draw(now) {
    clearTimeout(timer);
    timer = 0;
    drawing = true;
    const before = performance.now();
    const next_in = call("web_frame", [now / 1000]);
    figures.last_frame_millis = performance.now() - before;
    figures.frames += 1;
    if (figures.frames === 1) figures.first_frame_at = performance.now();
    drawing = false;
    for (const action of after_frame) action();
    if (next_in === 0) {
        request();
        return;
    }
    rest();
    if (next_in > 0) {
        timer = setTimeout(() => {
            timer = 0;
            request();
        }, Math.min(next_in * 1000, LONGEST_TIMER_MILLIS));
    }
}
