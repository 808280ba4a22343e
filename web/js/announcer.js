// @ts-check
// Sentences for screen readers, after what is being read.

const region = /** @type {HTMLElement} */ (document.getElementById("announcer"));

/** @param {string} sentence */
export function announce(sentence) {
    // An equal text would not be a change, and so not be read.
    region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
