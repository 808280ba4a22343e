// @ts-check
// The keys that lists and rows of tabs have everywhere: arrows, Home, End, and the first letters of
// what one wants.

import { entry_at } from "./semantics.js";

/** @typedef {import("./semantics.js").Entry} Entry */

// As long as a native list waits for the next letter.
const NEXT_LETTER_MILLIS = 800;
const STEPS = /** @type {Record<string, number>} */ ({
    ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1,
});

let typed = "";
let typed_at = 0;

/** The element and those beside it that have its role. @param {Entry} entry @returns {HTMLElement[]} */
function peers(entry) {
    return /** @type {HTMLElement[]} */ ([...(entry.element.parentElement?.children ?? [])])
        .filter((element) => entry_at(element)?.node.role === entry.node.role);
}

/** @param {HTMLElement} element */
const words = (element) => entry_at(element)?.node.name?.toLowerCase() ?? "";

/** @param {HTMLElement[]} all @param {number} here @param {KeyboardEvent} event */
function found_by_letters(all, here, event) {
    typed = event.timeStamp - typed_at < NEXT_LETTER_MILLIS ? typed + event.key : event.key;
    typed_at = event.timeStamp;
    const wanted = typed.toLowerCase();
    // The first letter looks further on, so that pressing it again comes to the next.
    const from = typed.length === 1 ? here + 1 : here;
    return [...all.slice(from), ...all.slice(0, from)].find((one) => words(one).startsWith(wanted));
}

/**
 * Moves the focus within a list. @param {Entry} entry  what has it @param {KeyboardEvent} event
 * @returns {boolean} whether the key was one of these
 */
export function move_in_list(entry, event) {
    const all = peers(entry);
    const here = all.indexOf(entry.element);
    const is_letter = [...event.key].length === 1 && (event.key !== " " || typed_within(event));
    let target;
    if (event.key in STEPS) target = all[here + STEPS[event.key]];
    else if (event.key === "Home") target = all[0];
    else if (event.key === "End") target = all[all.length - 1];
    else if (is_letter && entry.node.role === "option") target = found_by_letters(all, here, event);
    else return false;
    target?.focus({ preventScroll: true });
    return true;
}

/** A space is a letter in the middle of words, and else a press. @param {KeyboardEvent} event */
const typed_within = (event) => typed !== "" && event.timeStamp - typed_at < NEXT_LETTER_MILLIS;
