// @ts-check
// What is under way right now: frames, commits, streams, start-up. `window.atrium.idle()` resolves
// when nothing is, so that tests wait for a state and not for a time.

/** @type {Map<string, number>} */
const under_way = new Map();
/** @type {(() => void)[]} */
let waiting = [];
let check_scheduled = false;

/** @param {string} kind */
export function begin(kind) {
    under_way.set(kind, (under_way.get(kind) ?? 0) + 1);
}

/** @param {string} kind */
export function end(kind) {
    const left = (under_way.get(kind) ?? 0) - 1;
    if (left > 0) under_way.set(kind, left);
    else under_way.delete(kind);
    if (under_way.size === 0) schedule_check();
}

// One task later: what ends often starts the next thing in the same task (a commit, a frame).
function schedule_check() {
    if (check_scheduled || waiting.length === 0) return;
    check_scheduled = true;
    setTimeout(() => {
        check_scheduled = false;
        if (under_way.size > 0) return;
        const resolved = waiting;
        waiting = [];
        for (const resolve of resolved) resolve();
    }, 0);
}

/** @returns {Promise<void>} */
export function idle() {
    return new Promise((resolve) => {
        waiting.push(resolve);
        if (under_way.size === 0) schedule_check();
    });
}

/** @returns {Record<string, number>} */
export function snapshot() {
    return Object.fromEntries(under_way);
}
