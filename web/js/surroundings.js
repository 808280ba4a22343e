// @ts-check
// What changes around the page: the system's preferences, the network, whether the tab is seen.

import { ask_proxy } from "./chat.js";
import { call } from "./program.js";
import * as frame_loop from "./frame_loop.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
const motion = matchMedia("(prefers-reduced-motion: reduce)");

function tell_preferences() {
    call("web_on_preferences",
        [dark.matches, contrast.matches, motion.matches].map((wish) => (wish ? 1 : 0)));
}

function tell_network() {
    call("web_on_network", [navigator.onLine ? 1 : 0]);
}

function tell_visibility() {
    call("web_on_visibility", [document.visibilityState === "visible" ? 1 : 0]);
    frame_loop.visibility_changed();
}

export function start() {
    for (const query of [dark, contrast, motion]) query.addEventListener("change", tell_preferences);
    window.addEventListener("offline", tell_network);
    window.addEventListener("online", () => {
        tell_network();
        ask_proxy();
    });
    document.addEventListener("visibilitychange", tell_visibility);
    // Not every browser says that a tab it closes is hidden; and a page may come back from its cache.
    window.addEventListener("pagehide", () => call("web_on_visibility", [0]));
    window.addEventListener("pageshow", tell_visibility);
    tell_preferences();
    tell_network();
    tell_visibility();
}
