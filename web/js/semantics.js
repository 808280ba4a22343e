// @ts-check
// The semantics tree as DOM elements over the canvas: what screen readers read, the keyboard moves
// through, text fields are and browser tests act on.

import { create_sync, forget, publish, settle, value_of } from "./field_sync.js";
import { create_element, kind_of, update_element } from "./semantic_elements.js";

/** @typedef {import("./semantic_elements.js").SemanticNode} SemanticNode */
/** @typedef {import("./field_sync.js").Sync} Sync */

/**
 * @typedef {{
 *   key: string, element: HTMLElement, node: SemanticNode, kind: string, seen: number, place: string,
 *   written: string, children: HTMLElement[], sync: Sync | null,
 * }} Entry
 */

const surface = /** @type {HTMLElement} */ (document.getElementById("surface"));

/** By id; a second node with an id that the tree has already is kept by its kind, too.
 * @type {Map<string, Entry>} */
const entries = new Map();
/** @type {WeakMap<Element, Entry>} */
const entry_of_element = new WeakMap();
let round = 0;

/** @type {(entry: Entry) => void} */
let when_focus_is_lost = () => {};

/** Called when an element vanishes while it has the focus. @param {(entry: Entry) => void} action */
export function on_focus_lost(action) {
    when_focus_is_lost = action;
}

/** The node that an event happened on. @param {EventTarget | null} target @returns {Entry | null} */
export function entry_at(target) {
    let element = target instanceof Element ? target : null;
    while (element && element !== surface) {
        const entry = entry_of_element.get(element);
        if (entry) return entry;
        element = element.parentElement;
    }
    return null;
}

/** The element with that key, if the tree has it. @param {string} key @returns {HTMLElement | null} */
export function element_with(key) {
    return entries.get(key)?.element ?? null;
}

/** @param {number | undefined} id */
const entry_of = (id) => entries.get(String(id ?? 0));

/** @param {SemanticNode} node @returns {Entry} */
function enter(node) {
    const kind = kind_of(node);
    const is_second = entry_of(node.id)?.seen === round;
    const key = is_second ? `${node.id} ${kind}` : String(node.id);
    const known = entries.get(key);
    if (known && known.kind === kind) {
        known.node = node;
        return known;
    }
    if (known) remove(known);
    const element = create_element(node);
    const has_value = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const entry = {
        key, element, node, kind, seen: 0, place: "", written: "", children: [],
        sync: has_value ? create_sync(element) : null,
    };
    entries.set(key, entry);
    entry_of_element.set(element, entry);
    return entry;
}

/** @param {Entry} entry */
function remove(entry) {
    if (entry.sync) forget(entry.sync);
    if (entries.get(entry.key) === entry) entries.delete(entry.key);
    entry.element.remove();
}

/**
 * Gives a parent these children in this order. The child that has the focus is never moved, as it
 * would lose it: the others move around it.
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} children
 */
function arrange(parent, children) {
    let cursor = parent.firstElementChild;
    for (const child of children) {
        if (child === cursor) {
            cursor = cursor.nextElementSibling;
        } else if (child.parentElement === parent && child.contains(document.activeElement)) {
            while (cursor && cursor !== child) {
                const next = cursor.nextElementSibling;
                parent.append(cursor);
                cursor = next;
            }
            cursor = child.nextElementSibling;
        } else {
            parent.insertBefore(child, cursor);
        }
    }
}

/** @param {Entry} entry @param {SemanticNode | undefined} parent */
function place(entry, parent) {
    const [x, y, width, height] = entry.node.rect;
    const left = x - (parent ? parent.rect[0] : 0);
    const top = y - (parent ? parent.rect[1] : 0);
    const where = `${left},${top},${width},${height}`;
    if (entry.place === where) return;
    entry.place = where;
    const style = entry.element.style;
    style.left = `${left}px`;
    style.top = `${top}px`;
    // Menus, dialogs and toasts are pressed before what they cover.
    style.zIndex = entry.node.layer ? String(entry.node.layer) : "";
    style.width = `${width}px`;
    style.height = `${height}px`;
}

/** @param {Entry} entry */
function write(entry) {
    const has_children = entry.children.length > 0;
    const written = `${has_children}${JSON.stringify(entry.node)}`;
    if (entry.written !== written) {
        entry.written = written;
        update_element(entry.element, entry.node, has_children);
    }
    if (entry.sync) publish(entry.sync, value_of(entry.node));
}

/** Makes the DOM what the frame drew. @param {string} json */
export function show(json) {
    /** @type {SemanticNode[]} */
    const nodes = JSON.parse(json);
    const focused = entry_at(document.activeElement);
    round += 1;
    /** @type {Entry[]} */
    const order = [];
    /** @type {HTMLElement[]} */
    const roots = [];
    for (const node of nodes) {
        const entry = enter(node);
        if (entry.seen === round) continue;
        entry.seen = round;
        entry.children = [];
        order.push(entry);
    }
    for (const entry of order) {
        const parent = entry_of(entry.node.parent);
        (parent && parent !== entry ? parent.children : roots).push(entry.element);
    }
    for (const entry of [...entries.values()]) {
        if (entry.seen !== round) remove(entry);
    }
    for (const entry of order) {
        write(entry);
        place(entry, entry_of(entry.node.parent)?.node);
        if (entry.children.length > 0) arrange(entry.element, entry.children);
    }
    arrange(surface, roots);
    if (focused && entries.get(focused.key) !== focused) when_focus_is_lost(focused);
}

/** @param {number} id */
export function focus(id) {
    entry_of(id)?.element.focus({ preventScroll: true });
}

export { settle };
