// @ts-check
// Keeps the value of a DOM control and the program's in step, although the program answers a frame
// or two later. What a person has just typed or ticked wins until the program had time to answer;
// a composition is never touched.

/** @typedef {import("./semantic_elements.js").SemanticNode} SemanticNode */

// Frames after which what the program publishes is its answer to what was sent.
const ANSWER_FRAMES = 3;

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

/**
 * @typedef {{
 *   control: Control, published: string, sent: string[], frames_left: number, composing: boolean,
 * }} Sync
 */

/** @type {Set<Sync>} */
const unsettled = new Set();

/** @param {Control} control */
const is_tick = (control) => control.type === "checkbox" || control.type === "radio";

/** @param {Control} control */
function read(control) {
    if (!is_tick(control)) return control.value;
    const box = /** @type {HTMLInputElement} */ (control);
    return box.indeterminate ? "mixed" : box.checked ? "on" : "off";
}

/** @param {Control} control @param {string} value */
function write(control, value) {
    if (read(control) === value) return;
    if (!is_tick(control)) {
        control.value = value;
        return;
    }
    const box = /** @type {HTMLInputElement} */ (control);
    box.indeterminate = value === "mixed";
    box.checked = value === "on";
}

/** @param {Control} control @returns {Sync} */
export function create_sync(control) {
    return { control, published: "", sent: [], frames_left: 0, composing: false };
}

/** What the node says the control's value is. @param {SemanticNode} node */
export function value_of(node) {
    if (node.role === "slider") return String(node.current ?? 0);
    if (node.role === "textbox") return node.value ?? "";
    return node.checked ?? "off";
}

/** A person changed the control. @param {Sync} sync */
export function changed_by_person(sync) {
    sync.sent.push(read(sync.control));
    sync.frames_left = ANSWER_FRAMES;
    unsettled.add(sync);
}

/** The program published a value. @param {Sync} sync @param {string} value */
export function publish(sync, value) {
    const before = sync.published;
    sync.published = value;
    if (sync.composing) {
        unsettled.add(sync);
        return;
    }
    const answered = sync.sent.indexOf(value);
    if (answered >= 0) {
        sync.sent.splice(0, answered + 1);
    } else if (value !== before || sync.sent.length === 0) {
        // The program's own change, such as a sent message leaving the composer.
        sync.sent.length = 0;
        write(sync.control, value);
    }
}

/** A frame was drawn: whatever is still different by now was refused. */
export function settle() {
    for (const sync of unsettled) {
        if (sync.composing) continue;
        sync.frames_left -= 1;
        if (sync.frames_left > 0) continue;
        unsettled.delete(sync);
        sync.sent.length = 0;
        write(sync.control, sync.published);
    }
}

/** @param {Sync} sync */
export function forget(sync) {
    unsettled.delete(sync);
}
