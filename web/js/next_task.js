// @ts-check
// The task after the present one. A message comes without delay, also in a hidden tab, where timers
// are held back.

const channel = new MessageChannel();

/** @type {(() => void)[]} */
const waiting = [];

channel.port1.onmessage = () => waiting.shift()?.();

/** @returns {Promise<void>} */
export function next_task() {
    return new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
    });
}
