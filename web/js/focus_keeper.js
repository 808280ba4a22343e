// @ts-check
// Keeps the keyboard's place. When the element that has the focus goes (a dialog opens or closes, a
// step of setup ends), browsers forget where it was, and the next Tab starts at the top of the page.
// Unless the program asks for the focus itself, it goes to what had it before and is still there, or
// into what came: a dialog, or the screen's main part.

import { element_of } from "./semantics.js";

const LONGEST_TRAIL = 32;

const surface = /** @type {HTMLElement} */ (document.getElementById("surface"));

/** The nodes whose elements had the focus, the newest last. @type {number[]} */
let trail = [];
let is_lost = false;

/** An element got the focus. @param {number} id */
export function arrived(id) {
    is_lost = false;
    trail = [...trail.filter((other) => other !== id), id].slice(-LONGEST_TRAIL);
}

/** The element that had the focus is gone. */
export function lost() {
    is_lost = true;
}

/** @param {HTMLElement} element */
function can_return_to(element) {
    return element.ariaDisabled !== "true" && element.tagName !== "MAIN";
}

/** @param {Element} place @returns {HTMLElement | null} */
function last_in(place) {
    for (const id of [...trail].reverse()) {
        const element = element_of(id);
        if (element && place.contains(element) && can_return_to(element)) return element;
    }
    return null;
}

/** After each frame, when the program had its chance. */
export function settle() {
    if (!is_lost) return;
    is_lost = false;
    if (surface.contains(document.activeElement)) return;
    const place = surface.querySelector('[role="dialog"]') ?? surface;
    const element = last_in(place) ?? first_in(place);
    element?.focus({ preventScroll: true });
}

/** Where to go on in what came: a conversation's message field, the beginning of another screen's main
 * part (not its first control, which may be far down), a dialog's first control.
 * @param {Element} place @returns {HTMLElement | null} */
function first_in(place) {
    const main = /** @type {HTMLElement | null} */ (place.querySelector("main"));
    if (!main) return place.querySelector('.pressable:not([aria-disabled="true"])');
    const message_field = main.querySelector('textarea[enterkeyhint="send"]');
    if (message_field instanceof HTMLElement) return message_field;
    main.tabIndex = -1; // else it could not be focused
    main.addEventListener("blur", () => main.removeAttribute("tabindex"), { once: true });
    return main;
}
