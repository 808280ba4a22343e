// The page's clock, where a test says what time it is. Timers and frames go on as always; only what
// Date answers is changed, in every page of the context that is opened from now on.

/** The day on which the pictures were taken, and which the words of `decide_everything` are said on. */
export const NOVEMBER_2026 = Date.UTC(2026, 10, 23, 9, 20);

/** Every page takes this for now, until `window.set_now(millis)` says otherwise.
 * @param {import("playwright-core").BrowserContext} context @param {number} millis */
export const stop_clock = (context, millis) => context.addInitScript((beginning) => {
    let fixed = beginning;
    window.set_now = (now) => { fixed = now; };
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
        constructor(...parts) {
            if (parts.length === 0) super(fixed);
            else super(...parts);
        }

        static now() { return fixed; }
    };
}, millis);

/** Every page takes for now what is so many milliseconds off.
 * @param {import("playwright-core").BrowserContext} context @param {number} millis */
export const shift_clock = (context, millis) => context.addInitScript((shift) => {
    const RealDate = Date;
    const now = () => RealDate.now() + shift;
    globalThis.Date = class extends RealDate {
        constructor(...parts) {
            if (parts.length === 0) super(now());
            else super(...parts);
        }

        static now() { return now(); }
    };
}, millis);
