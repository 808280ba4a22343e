// @ts-check
// A time limit that counts only while the page can react. A plain timer is due the moment a busy page
// wakes up, before the answer that had come long ago.

const TICK_MILLIS = 250;

/**
 * Calls `action` after so much time in which the page was not busy.
 * @param {number} millis
 * @param {() => void} action
 * @returns {() => void} cancels
 */
export function lose_after(millis, action) {
    let ticks = Math.ceil(millis / TICK_MILLIS);
    const timer = setInterval(() => {
        ticks -= 1;
        if (ticks > 0) return;
        clearInterval(timer);
        action();
    }, TICK_MILLIS);
    return () => clearInterval(timer);
}
