// @ts-check
<<<<<<< HEAD
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
=======
// Which one of a list a key leads to, as ARIA's patterns for menus, listboxes and tabs have it: arrows,
// Home, End, and the first letters of a name.

/** @typedef {{ wraps?: boolean, sideways?: boolean, letters?: boolean }} Manner */

/** By role: whether the arrows go round, whether left and right count, whether letters do.
 * @type {Record<string, Manner>} */
export const MANNERS = {
    tab: { sideways: true },
    option: { sideways: true, letters: true },
    menuitem: { wraps: true, letters: true },
    menuitemradio: { wraps: true, letters: true },
    article: {},
};

const TYPED_TOGETHER_MILLIS = 700;

/**
 * @param {string} key
 * @param {number} here
 * @param {number} count
 * @param {Manner} manner
 * @returns {number} -1 for a key that does not move
 */
export function index_after(key, here, count, manner) {
    if (key === "Home") return 0;
    if (key === "End") return count - 1;
    const forward = key === "ArrowDown" || (manner.sideways && key === "ArrowRight");
    const back = key === "ArrowUp" || (manner.sideways && key === "ArrowLeft");
    if (!forward && !back) return -1;
    const next = here + (forward ? 1 : -1);
    return manner.wraps ? (next + count) % count : Math.min(Math.max(next, 0), count - 1);
}

/**
 * Remembers letters typed shortly one after the other. The same letter again goes to the next name
 * that begins with it.
 * @returns {(letter: string, now: number, here: number, names: string[]) => number} -1 for no such
 *   name
 */
export function create_type_ahead() {
    let typed = "";
    let typed_at = -Infinity;
    return (letter, now, here, names) => {
        if (now - typed_at > TYPED_TOGETHER_MILLIS) typed = "";
        typed_at = now;
        typed += letter.toLowerCase();
        const same_letter = [...typed].every((other) => other === typed[0]);
        const wanted = same_letter ? typed[0] : typed;
        const from = same_letter ? here + 1 : here;
        for (let i = 0; i < names.length; ++i) {
            const index = (from + i) % names.length;
            if (names[index].toLowerCase().startsWith(wanted)) return index;
        }
        return -1;
    };
}
>>>>>>> d6d0add (shell: drag tasks in the plan, menus by the ARIA pattern; web: copy what the canvas has selected)
