// @ts-check
// The canvas: its WebGL context, its size in device pixels and what happens when either changes.

import * as frame_loop from "./frame_loop.js";
import { call } from "./program.js";

const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("canvas"));

/** The surface's exact size in device pixels, where the browser tells it. @type {number[] | null} */
let exact_size = null;

// What a soft keyboard leaves free, in browsers that lay it over the page. Zoomed in, the visual
// viewport is a part of the page and says nothing about that.
function free_height() {
    const view = window.visualViewport;
    return view && Math.abs(view.scale - 1) < 0.01 ? Math.min(innerHeight, view.height) : innerHeight;
}

/** @param {number} density */
function device_size(density) {
    const computed = [innerWidth, free_height()].map((side) => Math.round(side * density));
    // An emulated density is missing from the exact size, which then is of no use.
    const usable = exact_size?.every((side, i) => Math.abs(side - computed[i]) <= 2);
    return (usable && exact_size ? exact_size : computed).map((side) => Math.max(1, side));
}

/** Each change of a side is a new picture buffer, and the graphics process makes them one by one.
 * @param {number} width @param {number} height */
function fit_buffer(width, height) {
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
}

/** What a new context has by its specification, of that which only the graphics process knows.
 * @param {WebGL2RenderingContext} context @returns {[number, unknown][]} */
function initial_state(context) {
    return [
        [context.VERSION, "WebGL 2.0"],
        [context.SCISSOR_BOX, new Int32Array([0, 0, canvas.width, canvas.height])],
        [context.BLEND_EQUATION_RGB, context.FUNC_ADD],
        [context.BLEND_EQUATION_ALPHA, context.FUNC_ADD],
        [context.BLEND_SRC_RGB, context.ONE],
        [context.BLEND_SRC_ALPHA, context.ONE],
        [context.BLEND_DST_RGB, context.ZERO],
        [context.BLEND_DST_ALPHA, context.ZERO],
    ];
}

/**
 * The drawing library asks before each frame for some twenty pieces of state, to put them back after
 * it, and each question waits until the graphics process has done all that was sent before. As nobody
 * else draws here, what the first answer said holds for good.
 * @param {WebGL2RenderingContext} context
 */
function remember_answers(context) {
    const ask = context.getParameter.bind(context);
    const answers = new Map(initial_state(context));
    context.getParameter = (name) => {
        if (context.isContextLost()) return ask(name);
        if (!answers.has(name)) answers.set(name, ask(name));
        return answers.get(name);
    };
    // A shader that does not compile does not link either, and whether the program links is asked.
    context.getShaderParameter = () => true;
    context.getShaderInfoLog = () => "";
    context.getProgramInfoLog = () => "";
}

/**
 * Creates the context that the program finds later. Made early, because it takes longer than
 * compiling the program and can be done while that loads.
 * @returns {boolean} false without WebGL2
 */
export function create_context() {
    const [width, height] = device_size(window.devicePixelRatio || 1);
    fit_buffer(width, height);
    try {
        const context = canvas.getContext("webgl2", {
            alpha: false,
            antialias: false,
            depth: false,
            stencil: false,
            powerPreference: "low-power",
        });
        if (context) remember_answers(context);
        return context !== null;
    } catch {
        return false;
    }
}

function tell_size() {
    const density = window.devicePixelRatio || 1;
    const [width, height] = device_size(density);
    fit_buffer(width, height);
    // Whole device pixels, so that nothing is resampled.
    canvas.style.width = `${width / density}px`;
    canvas.style.height = `${height / density}px`;
    call("web_on_size", [width, height, density]);
    frame_loop.draw_now();
}

function watch_density() {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
    query.addEventListener("change", () => {
        tell_size();
        watch_density();
    }, { once: true });
}

export function start() {
    const watched = /** @type {HTMLElement} */ (document.getElementById("surface"));
    const observer = new ResizeObserver((entries) => {
        const box = entries[entries.length - 1].devicePixelContentBoxSize?.[0];
        exact_size = box ? [box.inlineSize, box.blockSize] : null;
        tell_size();
    });
    try {
        observer.observe(watched, { box: "device-pixel-content-box" });
    } catch {
        observer.observe(watched);
    }
    watch_density();
    window.visualViewport?.addEventListener("resize", tell_size);

    canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault();
        call("web_on_context", [0]);
    });
    canvas.addEventListener("webglcontextrestored", () => {
        call("web_on_context", [1]);
        frame_loop.request();
    });
    tell_size();
}
