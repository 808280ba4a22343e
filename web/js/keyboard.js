// @ts-check
// Keys for Dear ImGui: shortcuts and scrolling. Text goes to the browser's own fields, Tab, Enter and
// Space belong to the elements of the semantics tree, and everything the program has no use for
// stays the browser's (reload, find, zoom).

import { copy_selection } from "./platform.js";
import { call } from "./program.js";

/** @param {EventTarget | null} target */
function is_field(target) {
    return (
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && target.classList.contains("field"))
    );
}

// Letters as the layout has them (Ctrl+Z is where Z is printed), other keys by their place.
/** @param {KeyboardEvent} event */
const code = (event) =>
    /^[a-z]$/i.test(event.key) ? `Key${event.key.toUpperCase()}` : event.code;

/** @param {KeyboardEvent} event */
const modifiers = (event) =>
    (event.ctrlKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0) | (event.metaKey ? 8 : 0);

/** @param {KeyboardEvent} event */
function on_key_down(event) {
    // 229 is what Android and older browsers send while an input method is at work.
    if (event.isComposing || event.keyCode === 229) return;
    // In a search field the arrows choose among what was found.
    const chooses = event.target instanceof HTMLInputElement && event.target.type === "search" &&
        /^Arrow(Up|Down)$/.test(event.key);
    const in_field = is_field(event.target) && !chooses ? 1 : 0;
    const taken = call("web_on_key", [1, modifiers(event), in_field], code(event));
    if (taken) event.preventDefault();
}

/** @param {KeyboardEvent} event */
function on_key_up(event) {
    call("web_on_key", [0, modifiers(event), 0], code(event));
    // Letters pressed together with Cmd never get a keyup on macOS.
    if (event.key === "Meta") call("web_on_focus", [document.hasFocus() ? 1 : 0]);
}

/** What is selected on the canvas is not the browser's to copy. @param {ClipboardEvent} event */
function on_copy(event) {
    const selected_elsewhere = getSelection()?.isCollapsed === false;
    if (!is_field(event.target) && !selected_elsewhere) copy_selection(event);
}

export function start() {
    document.addEventListener("keydown", on_key_down);
    document.addEventListener("keyup", on_key_up);
    document.addEventListener("copy", on_copy);
    // Safari copies without a selection of its own only when this is prevented.
    document.addEventListener("beforecopy", (event) => {
        if (!is_field(event.target)) event.preventDefault();
    });
    window.addEventListener("focus", () => call("web_on_focus", [1]));
    window.addEventListener("blur", () => call("web_on_focus", [0]));
    call("web_on_platform", [/Mac|iPhone|iPad/.test(navigator.userAgent) ? 1 : 0]);
}
