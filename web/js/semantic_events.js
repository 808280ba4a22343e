// @ts-check
// What people do to the elements of the semantics tree, told to the program. A press with a pointer
// reaches the widget through Dear ImGui (pointer.js); everything else (Enter, Space, assistive
// technology, element.click()) arrives here as a click without a pointer. Never both.

import { changed_by_person } from "./field_sync.js";
import * as focus_keeper from "./focus_keeper.js";
import { create_type_ahead, index_after, MANNERS } from "./list_keys.js";
import { call } from "./program.js";
import { entry_at, on_focus_lost } from "./semantics.js";

/** @typedef {import("./semantics.js").Entry} Entry */

// As SemanticAction::Kind in shell/semantics.h.
const ACTIVATE = 0, SET_VALUE = 1, SUBMIT = 2, FOCUS = 3, BLUR = 4, ESCAPE = 5;

const surface = /** @type {HTMLElement} */ (document.getElementById("surface"));

const type_ahead = create_type_ahead();

let pointer_was_pressed = false;
let last_used_keyboard = false;

/** @param {number} kind @param {Entry | null} entry @param {string} [text] */
function tell(kind, entry, text = "") {
    call("web_on_action", [kind, entry ? entry.node.id : 0, last_used_keyboard ? 1 : 0], text);
}

/** @param {MouseEvent} event */
function on_click(event) {
    const by_pointer = event.detail > 0 && pointer_was_pressed;
    pointer_was_pressed = false;
    const entry = entry_at(event.target);
    if (!entry) return;
    const { element, node, sync } = entry;
    // The program opens links, after asking what kind of address it is.
    if (element instanceof HTMLAnchorElement) event.preventDefault();
    if (node.disabled) {
        event.preventDefault();
        return;
    }
    if (sync && element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)) {
        changed_by_person(sync);
    }
    if (!by_pointer && node.role !== "textbox" && node.role !== "slider") tell(ACTIVATE, entry);
}

/** @param {Event} event */
function on_input(event) {
    const entry = entry_at(event.target);
    if (!entry?.sync || !/textbox|slider/.test(entry.node.role)) return;
    changed_by_person(entry.sync);
    tell(SET_VALUE, entry, entry.sync.control.value);
}

/** The elements among which the arrows move, this one included. @param {Entry} entry */
function companions(entry) {
    const { role, focus } = entry.node;
    return [...entry.element.parentElement?.children ?? []].map(entry_at).filter(
        (other) => other?.node.role === role && Boolean(other.node.focus) === Boolean(focus));
}

/** Moves in a menu, a list, tabs and messages. @param {Entry} entry @param {KeyboardEvent} event */
function move_in_list(entry, event) {
    const manner = MANNERS[entry.node.role];
    // With Shift the same keys move what is selected of a message.
    if (!manner || (entry.node.role === "article" && (!entry.node.focus || event.shiftKey))) return;
    const list = companions(entry);
    const here = list.indexOf(entry);
    let there = index_after(event.key, here, list.length, manner);
    if (there < 0 && manner.letters && type_ahead.is_letter(event.key, event.timeStamp)) {
        // Also where nothing is called that, a space among letters is no press.
        event.preventDefault();
        there = type_ahead.find(event.key, event.timeStamp, here,
            list.map((other) => other?.node.name ?? ""));
    }
    if (there < 0) return;
    event.preventDefault();
    list[there]?.element.focus({ preventScroll: true });
}

/** @param {KeyboardEvent} event */
function on_key_down(event) {
    last_used_keyboard = true;
    pointer_was_pressed = false;
    const composing = event.isComposing || event.keyCode === 229;
    if (composing) return;
    const entry = entry_at(event.target);
    if (event.key === "Escape") tell(ESCAPE, entry);
    if (!entry) return;
    if (event.key === "Enter" && !event.shiftKey && entry.node.submits_on_enter && entry.sync) {
        event.preventDefault();
        tell(SUBMIT, entry, entry.sync.control.value);
    }
    const is_chord = event.ctrlKey || event.altKey || event.metaKey;
    if (is_chord || entry.element !== event.target) return;
    move_in_list(entry, event);
    const opens = entry.node.opens_menu || entry.node.role === "combobox";
    if (opens && entry.node.expanded !== "on" && event.key === "ArrowDown") {
        event.preventDefault();
        tell(ACTIVATE, entry);
    }
    // Tab leaves a menu, which closes and gives the focus back.
    if (event.key === "Tab" && entry.node.role.startsWith("menuitem")) {
        event.preventDefault();
        tell(ESCAPE, entry);
    }
}

/** @param {MouseEvent} event */
function on_mouse_down(event) {
    // The canvas slider follows the pointer; the native one would set another value.
    const entry = entry_at(event.target);
    if (entry?.node.role === "slider") {
        event.preventDefault();
        entry.element.focus({ preventScroll: true });
    }
}

/** @param {boolean} composing */
const on_composition = (composing) => (/** @type {Event} */ event) => {
    const entry = entry_at(event.target);
    if (!entry?.sync) return;
    entry.sync.composing = composing;
    if (!composing) {
        changed_by_person(entry.sync);
        tell(SET_VALUE, entry, entry.sync.control.value);
    }
};

export function start() {
    surface.addEventListener("pointerdown", () => {
        pointer_was_pressed = true;
        last_used_keyboard = false;
    }, true);
    window.addEventListener("pointerup", () => {
        // Touch delivers its click a moment after the finger is up.
        setTimeout(() => { pointer_was_pressed = false; }, 400);
    });
    surface.addEventListener("click", on_click);
    surface.addEventListener("input", on_input);
    surface.addEventListener("mousedown", on_mouse_down);
    document.addEventListener("keydown", on_key_down);
    surface.addEventListener("compositionstart", on_composition(true));
    surface.addEventListener("compositionend", on_composition(false));
    surface.addEventListener("focusin", (event) => {
        const entry = entry_at(event.target);
        if (entry) focus_keeper.arrived(entry.id);
        tell(FOCUS, entry);
    });
    surface.addEventListener("focusout", (event) => {
        // Another window got the focus: the field keeps it within the page, caret and all.
        if (document.activeElement !== event.target) tell(BLUR, entry_at(event.target));
    });
    on_focus_lost((entry) => {
        tell(BLUR, entry);
        // Who points looks for the next thing with the eyes, and a field would bring up a keyboard.
        if (last_used_keyboard) focus_keeper.lost();
    });
}
