// @ts-check
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

// As browsers have it for their own lists.
const TYPED_TOGETHER_MILLIS = 1000;

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
 * that begins with it. A space is a letter in the middle of words, and else a press.
 */
export function create_type_ahead() {
    let typed = "";
    let typed_at = -Infinity;
    /** @param {number} now */
    const goes_on = (now) => typed !== "" && now - typed_at <= TYPED_TOGETHER_MILLIS;
    return {
        /** @param {string} key @param {number} now */
        is_letter: (key, now) => [...key].length === 1 && (key !== " " || goes_on(now)),

        /**
         * @param {string} letter
         * @param {number} now
         * @param {number} here
         * @param {string[]} names
         * @returns {number} -1 for no such name
         */
        find(letter, now, here, names) {
            typed = (goes_on(now) ? typed : "") + letter.toLowerCase();
            typed_at = now;
            const same_letter = [...typed].every((other) => other === typed[0]);
            const wanted = same_letter ? typed[0] : typed;
            const from = same_letter ? here + 1 : here;
            for (let i = 0; i < names.length; ++i) {
                const index = (from + i) % names.length;
                if (names[index].toLowerCase().startsWith(wanted)) return index;
            }
            return -1;
        },
    };
}
