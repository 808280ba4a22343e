// @ts-check
// What the page shows before the first frame, and instead of the workspace when it cannot start.

const splash = /** @type {HTMLElement} */ (document.getElementById("splash"));

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The workspace has its own words from now on. */
export function remove() {
    splash.remove();
}

/**
 * @param {string} title
 * @param {string} what  what is wrong, one or two sentences
 * @param {string} next  what the person can do
 */
export function explain(title, what, next) {
    if (!splash.isConnected) document.body.append(splash);
    element("surface").inert = true;
    element("splash-title").textContent = title;
    element("splash-title").classList.remove("quiet");
    element("splash-text").textContent = what;
    element("splash-text").hidden = false;
    element("splash-next").textContent = next;
    element("splash-next").hidden = false;
    element("splash-retry").hidden = false;
    element("splash-retry").onclick = () => location.reload();
}

export function explain_no_webgl() {
    explain(
        "Atrium cannot draw here",
        "It needs WebGL 2, which this browser does not offer or has switched off.",
        "Update the browser, or switch on hardware acceleration in its settings, then try again. " +
            "Nothing that was saved in this browser is lost.",
    );
}

export function explain_no_webassembly() {
    explain(
        "Atrium cannot run here",
        "It needs WebAssembly, which this browser does not offer or has switched off.",
        "Open this page in a current Chrome, Edge, Firefox or Safari. " +
            "Nothing that was saved in this browser is lost.",
    );
}

export function explain_not_loaded() {
    explain(
        "Atrium did not load completely",
        "A part of the program did not arrive, perhaps because the connection broke.",
        "Check the connection, then try again. Nothing that was saved in this browser is lost.",
    );
}

export function explain_stopped() {
    explain(
        "Atrium has stopped",
        "The program met an error that it cannot get over.",
        "Try again. Everything marked as saved is still in this browser.",
    );
}
