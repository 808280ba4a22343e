// @ts-check
// One tab writes; the others read. The right to write is a Web Lock: the browser hands it on when
// the tab that holds it closes or crashes.

const NAME = "atrium-writer";

/** @type {(may_write: boolean) => void} */
let when_changed = () => {};

/** Never settles: the lock is held as long as the tab lives, or until it is stolen. */
const for_ever = () => new Promise(() => {});

/** @param {LockOptions} options @param {() => void} when_held */
function hold(options, when_held) {
    return navigator.locks.request(NAME, options, (lock) => {
        if (!lock) return undefined;
        when_held();
        return for_ever();
    });
}

// Waits behind the present writer and writes when that one is gone.
function wait_in_line() {
    hold({}, () => when_changed(true)).catch(on_stolen);
}

function on_stolen() {
    when_changed(false);
    wait_in_line();
}

/**
 * @param {(may_write: boolean) => void} on_changed  called on every later change
 * @returns {Promise<boolean>} whether this tab may write
 */
export async function acquire(on_changed) {
    when_changed = on_changed;
    // Without the interface (a page that is not served securely) the fence in every commit remains.
    if (!navigator.locks) return true;
    return new Promise((resolve) => {
        hold({ ifAvailable: true }, () => resolve(true)).then(() => {
            // Settles only when the lock was not available.
            resolve(false);
            wait_in_line();
        }, on_stolen);
    });
}

/** Takes the right from the tab that has it. */
export function take_over() {
    if (!navigator.locks) return;
    hold({ steal: true }, () => when_changed(true)).catch(on_stolen);
}
