// @ts-check
// Mouse, touch, pen and wheel on the surface, handed to Dear ImGui. The listeners stand on the
// surface and the window, so that a press on an element of the semantics tree reaches the widget
// that is drawn below it.

import { call } from "./program.js";

const surface = /** @type {HTMLElement} */ (document.getElementById("surface"));

// The primary touch; further fingers belong to the browser (zoom).
let active_touch = -1;

/** @param {PointerEvent} event */
const is_touch = (event) => (event.pointerType === "touch" ? 1 : 0);

/** @param {PointerEvent} event */
function ignores(event) {
    return event.pointerType === "touch" && !event.isPrimary;
}

/** @param {PointerEvent} event */
function on_move(event) {
    if (ignores(event)) return;
    call("web_on_pointer_move", [event.clientX, event.clientY, is_touch(event)]);
}

/** @param {PointerEvent} event @param {number} button @param {0 | 1} down */
function tell_button(event, button, down) {
    call("web_on_pointer_button", [
        event.clientX, event.clientY, button, down, is_touch(event), event.shiftKey ? 1 : 0,
        event.timeStamp / 1000,
    ]);
}

/** @param {PointerEvent} event */
function on_down(event) {
    if (ignores(event)) return;
    if (is_touch(event)) active_touch = event.pointerId;
    // Keeps a drag that leaves the window. Not on a control: it must get its own click.
    if (event.target === surface) surface.setPointerCapture(event.pointerId);
    tell_button(event, event.button, 1);
}

/** @param {PointerEvent} event */
function on_up(event) {
    if (ignores(event)) return;
    tell_button(event, event.button, 0);
    if (event.pointerId === active_touch) {
        active_touch = -1;
        call("web_on_pointer_leave");
    }
}

/** @param {PointerEvent} event */
function on_cancel(event) {
    if (ignores(event)) return;
    for (const button of [0, 1, 2]) {
        tell_button(event, button, 0);
    }
    call("web_on_pointer_leave");
}

/** @param {WheelEvent} event */
function on_wheel(event) {
    // A pinch on a trackpad arrives as ctrl + wheel: zooming is the browser's.
    if (event.ctrlKey) return;
    const field = event.target;
    if (field instanceof HTMLTextAreaElement && field === document.activeElement) {
        if (field.scrollHeight > field.clientHeight) return;
    }
    event.preventDefault();
    const line = 20;
    const unit = event.deltaMode === 1 ? line : event.deltaMode === 2 ? innerHeight : 1;
    const sideways = event.shiftKey && event.deltaX === 0;
    const x = sideways ? event.deltaY : event.deltaX;
    const y = sideways ? 0 : event.deltaY;
    call("web_on_wheel", [x * unit, y * unit]);
}

/** @param {MouseEvent} event */
function on_context_menu(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.shiftKey || target.closest("input, textarea, a")) return;
    event.preventDefault();
}

export function start() {
    surface.addEventListener("pointerdown", on_down);
    window.addEventListener("pointermove", on_move);
    window.addEventListener("pointerup", on_up);
    window.addEventListener("pointercancel", on_cancel);
    document.documentElement.addEventListener("pointerleave", () => call("web_on_pointer_leave"));
    surface.addEventListener("wheel", on_wheel, { passive: false });
    surface.addEventListener("contextmenu", on_context_menu);
    surface.addEventListener("dragstart", (event) => event.preventDefault());
}

/** @param {string} cursor  a CSS cursor */
export function show_cursor(cursor) {
    surface.style.cursor = cursor;
}
