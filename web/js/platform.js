// @ts-check
// Clipboard, links, files, and what this browser keeps beside the work: the page's theme, the draft of
// a message, whether Claude was there last, when the person was.

import { call } from "./program.js";

/** The person's language, with the clock that it goes with here: "en-US-u-hc-h12". */
export function language() {
    try {
        const clock = new Intl.DateTimeFormat(navigator.language, { hour: "numeric" });
        const { hourCycle } = clock.resolvedOptions();
        return hourCycle ? `${navigator.language}-u-hc-${hourCycle}` : navigator.language;
    } catch {
        return "";
    }
}

/** The way that works without permission, where the newer interface is missing or refused.
 * @param {string} text */
function copy_by_selection(text) {
    const before = document.activeElement;
    const holder = document.createElement("textarea");
    holder.value = text;
    holder.setAttribute("aria-hidden", "true");
    holder.style.position = "fixed";
    holder.style.opacity = "0";
    document.body.append(holder);
    holder.select();
    let copied = false;
    try {
        copied = document.execCommand("copy");
    } catch {
        copied = false;
    }
    holder.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return copied;
}

/** @param {string} text */
export async function copy(text) {
    let copied = false;
    try {
        await navigator.clipboard.writeText(text);
        copied = true;
    } catch {
        copied = copy_by_selection(text);
    }
    call("web_on_clipboard", [copied ? 1 : 0]);
}

let selection = "";

/** The program's answer to web_on_copy, during the call. @param {string} text */
export function give_selection(text) {
    selection = text;
}

/** Puts what is selected on the canvas on the clipboard, in the browser's own copying: that needs no
 * permission. @param {ClipboardEvent} event */
export function copy_selection(event) {
    selection = "";
    call("web_on_copy");
    if (!selection || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", selection);
    event.preventDefault();
    call("web_on_clipboard", [1]);
}

/** An address of the web or of a mailbox, or a path of this site. @param {string} url */
export function open_link(url) {
    if (!/^(https?:|mailto:|\/(?!\/))/i.test(url)) return;
    window.open(url, "_blank", "noopener,noreferrer");
}

/** @param {string} name @param {string} media_type @param {Uint8Array} bytes */
export function save_file(name, media_type, bytes) {
    const address = URL.createObjectURL(new Blob([bytes], { type: media_type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    // The browser reads it after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// Several times what a lifetime of work takes; more would only fill the program's memory.
const LARGEST_FILE_BYTES = 256 * 1024 * 1024;

/** A file that cannot be anything of ours is handed over empty, and refused like any other.
 * @param {string} accept */
export function choose_file(accept) {
    const picker = document.createElement("input");
    picker.type = "file";
    picker.accept = accept;
    picker.addEventListener("change", async () => {
        const file = picker.files?.[0];
        if (!file) return;
        const read = file.size <= LARGEST_FILE_BYTES ? await file.arrayBuffer() : new ArrayBuffer(0);
        const bytes = new Uint8Array(read);
        call("web_on_file", [], file.name, bytes);
    });
    picker.click();
}

const THEME_KEY = "atrium-theme";

/** @param {string} theme */
export function show_theme(theme) {
    document.documentElement.dataset.theme = theme;
    const ground = getComputedStyle(document.documentElement).getPropertyValue("--surface-1").trim();
    document.querySelector('meta[name="theme-color"]')?.setAttribute("content", ground);
    try {
        localStorage.setItem(THEME_KEY, theme);
    } catch {
        // Only the splash of the next visit depends on it.
    }
}

/** The theme of the last visit, for the splash. */
export function recall_theme() {
    try {
        const theme = localStorage.getItem(THEME_KEY);
        if (theme) show_theme(theme);
    } catch {
        // Storage is refused: the system's colours do.
    }
}

const DRAFT_KEY = "atrium-draft";

/** Keeps what is being written over a reload. @param {string} text */
export function keep_draft(text) {
    try {
        if (text) localStorage.setItem(DRAFT_KEY, text);
        else localStorage.removeItem(DRAFT_KEY);
    } catch {
        // Storage is refused or full: the draft lives as long as the page.
    }
}

/** Tells the program what was being written, if anything. */
export function recall_draft() {
    try {
        const text = localStorage.getItem(DRAFT_KEY);
        if (text) call("web_on_draft", [], text);
    } catch {
        // As above.
    }
}

const CLAUDE_KEY = "atrium-claude";

/** Keeps for the next visit whether the proxy has Claude: without a network it cannot be asked.
 * @param {boolean} was_there */
export function remember_claude(was_there) {
    try {
        if (was_there) localStorage.setItem(CLAUDE_KEY, "there");
        else localStorage.removeItem(CLAUDE_KEY);
    } catch {
        // Storage is refused: the next visit starts like the first.
    }
}

/** @returns {boolean} */
export function claude_was_there() {
    try {
        return localStorage.getItem(CLAUDE_KEY) !== null;
    } catch {
        return false;
    }
}

const SEEN_KEY = "atrium-seen";

/** Keeps when the person was last there. The storage is written before this returns, which an
 * IndexedDB transaction of a page that is being left is not.
 * @param {number} at_millis  0 forgets it */
export function remember_seen(at_millis) {
    try {
        if (at_millis) localStorage.setItem(SEEN_KEY, String(at_millis));
        else localStorage.removeItem(SEEN_KEY);
    } catch {
        // Storage is refused: the last recorded event stands for it.
    }
}

/** @returns {number} */
export function last_seen() {
    try {
        return Number(localStorage.getItem(SEEN_KEY)) || 0;
    } catch {
        return 0;
    }
}
