// One tab writes at a time, with a lock manager that behaves as the browser's.
import assert from "node:assert/strict";
import { test } from "node:test";

/** The part of LockManager that writer_lock.js uses; `close(tab)` is what closing a tab does. */
function lock_manager() {
    let holder = null;
    const queue = [];
    const grant = (request) => {
        holder = request;
        Promise.resolve(request.callback({})).then(() => {});
    };
    const next = () => {
        holder = null;
        const request = queue.shift();
        if (request) grant(request);
    };
    return {
        for_tab: (tab) => ({
            request: (name, options, callback) => new Promise((resolve, reject) => {
                const request = { tab, callback, reject };
                if (options.steal) {
                    holder?.reject(new DOMException("stolen", "AbortError"));
                    grant(request);
                } else if (!holder) {
                    grant(request);
                } else if (options.ifAvailable) {
                    resolve(callback(null));
                } else {
                    queue.push(request);
                }
            }),
        }),
        close(tab) {
            for (let i = queue.length - 1; i >= 0; --i) if (queue[i].tab === tab) queue.splice(i, 1);
            if (holder?.tab === tab) next();
        },
    };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function open_tab(manager, name) {
    const tab = { may_write: false };
    Object.defineProperty(globalThis, "navigator", {
        configurable: true, get: () => ({ locks: manager.for_tab(name) }),
    });
    tab.lock = await import(`../../web/js/writer_lock.js?tab=${name}-${Math.random()}`);
    tab.may_write = await tab.lock.acquire((may) => { tab.may_write = may; });
    await settled();
    return tab;
}

test("writer_lock: the second tab reads until the first one closes", async () => {
    const manager = lock_manager();
    const first = await open_tab(manager, "first");
    const second = await open_tab(manager, "second");
    assert.deepEqual([first.may_write, second.may_write], [true, false]);
    manager.close("first");
    await settled();
    assert.equal(second.may_write, true);
});

test("writer_lock: taking over makes the other tab a reader", async () => {
    const manager = lock_manager();
    const first = await open_tab(manager, "first");
    const second = await open_tab(manager, "second");
    second.lock.take_over();
    await settled();
    assert.deepEqual([first.may_write, second.may_write], [false, true]);
});

test("writer_lock: without the browser's locks a tab writes alone", async () => {
    Object.defineProperty(globalThis, "navigator", { configurable: true, get: () => ({}) });
    const lock = await import("../../web/js/writer_lock.js?tab=alone");
    assert.equal(await lock.acquire(() => {}), true);
});
