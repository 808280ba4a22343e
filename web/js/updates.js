// @ts-check
// The service worker: registers it, says when a new version waits, and starts that version when the
// person says so.

import { call } from "./program.js";

/** @type {ServiceWorkerRegistration | null} */
let registration = null;

/** @param {ServiceWorker | null} worker */
function watch(worker) {
    worker?.addEventListener("statechange", () => {
        // Without a controller this is the first installation and no update.
        if (worker.state === "installed" && navigator.serviceWorker.controller) {
            call("web_on_update");
        }
    });
}

export async function start() {
    if (!("serviceWorker" in navigator)) return;
    try {
        registration = await navigator.serviceWorker.register("/service_worker.js", {
            updateViaCache: "none",
        });
    } catch {
        // Private windows and plain http refuse it; everything but the offline start works.
        return;
    }
    if (registration.waiting && navigator.serviceWorker.controller) call("web_on_update");
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration?.installing ?? null));
}

/** Loads the page anew, with the waiting version if there is one. */
export function reload() {
    const waiting = registration?.waiting;
    if (!waiting) {
        location.reload();
        return;
    }
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
        once: true,
    });
    waiting.postMessage("start-now");
}
