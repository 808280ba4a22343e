// @ts-check
// The compiled program: starts it, and calls its exported functions. Everything else in this folder
// talks to C++ through `call`, which copies text and bytes into the program's memory.

/**
 * @typedef {{
 *   deliver: (name: string, numbers: number[], payloads: (string | Uint8Array)[]) => number,
 * }} Glue
 */

/** @type {Glue | null} */
let glue = null;

/** @param {string} id */
export function address_of(id) {
    return /** @type {HTMLLinkElement} */ (document.getElementById(id)).href;
}

/**
 * Loads the program; resolves when its main() has run.
 * @param {object} host  what bridge/*.js calls
 * @returns {Promise<void>}
 */
export function start_program(host) {
    return new Promise((resolve, reject) => {
        /** @type {any} */ (globalThis).Module = {
            host,
            canvas: document.getElementById("canvas"),
            locateFile: () => address_of("program-code"),
            print: (/** @type {string} */ line) => console.log(line),
            printErr: (/** @type {string} */ line) => console.warn(line),
            onAbort: (/** @type {unknown} */ why) => reject(new Error(String(why))),
            onRuntimeInitialized() {
                glue = /** @type {any} */ (globalThis).Module;
            },
            postRun: [() => resolve()],
        };
        const script = document.createElement("script");
        script.src = address_of("program");
        script.onerror = () => reject(new Error("atrium.js did not load"));
        document.head.append(script);
    });
}

/**
 * Calls an exported C++ function with numbers, then address and length of each payload.
 * @param {string} name
 * @param {number[]} [numbers]
 * @param {...(string | Uint8Array)} payloads
 * @returns {number}
 */
export function call(name, numbers = [], ...payloads) {
    return glue ? glue.deliver(name, numbers, payloads) : 0;
}
