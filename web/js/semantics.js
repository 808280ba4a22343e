// @ts-check
// The semantics tree as DOM elements over the canvas: what screen readers read, the keyboard moves
// through, text fields are and browser tests act on.

import { create_sync, forget, publish, settle, value_of } from "./field_sync.js";
import { create_element, kind_of, update_element } from "./semantic_elements.js";

/** @typedef {import("./semantic_elements.js").SemanticNode} SemanticNode */
/** @typedef {import("./field_sync.js").Sync} Sync */

/**
 * @typedef {{
 *   id: number, element: HTMLElement, node: SemanticNode, kind: string, changed: number, seen: number,
 *   had_children: boolean, children: HTMLElement[], sync: Sync | null,
 * }} Entry
 */

const surface = /** @type {HTMLElement} */ (document.getElementById("surface"));

/** @type {Map<number, Entry>} */
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

/** The element of a node, if the tree has it. @param {number} id @returns {HTMLElement | null} */
export function element_of(id) {
    return entries.get(id)?.element ?? null;
}

/** @param {Entry} entry */
const parent_of = (entry) => entries.get(entry.node.parent ?? 0);

/** Takes in a node that is new or changed. @param {SemanticNode} node @returns {Entry} */
function enter(node) {
    const kind = kind_of(node);
    const known = entries.get(node.id);
    if (known && known.kind === kind) {
        known.node = node;
        known.changed = round;
        return known;
    }
    if (known) remove(known);
    const element = create_element(node);
    const has_value = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const entry = {
        id: node.id, element, node, kind, changed: round, seen: 0, had_children: false, children: [],
        sync: has_value ? create_sync(element) : null,
    };
    entries.set(node.id, entry);
    entry_of_element.set(element, entry);
    return entry;
}

/** @param {Entry} entry */
function remove(entry) {
    if (entry.sync) forget(entry.sync);
    if (entries.get(entry.id) === entry) entries.delete(entry.id);
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

/** @param {Entry} entry @param {Entry | undefined} parent */
function place(entry, parent) {
    if (entry.changed !== round && parent?.changed !== round) return;
    const [x, y, width, height] = entry.node.rect;
    const style = entry.element.style;
    style.left = `${x - (parent ? parent.node.rect[0] : 0)}px`;
    style.top = `${y - (parent ? parent.node.rect[1] : 0)}px`;
    // Menus, dialogs and toasts are pressed before what they cover.
    style.zIndex = entry.node.layer ? String(entry.node.layer) : "";
    style.width = `${width}px`;
    style.height = `${height}px`;
}

/** @param {Entry} entry */
function write(entry) {
    const has_children = entry.children.length > 0;
    if (entry.changed === round || entry.had_children !== has_children) {
        entry.had_children = has_children;
        update_element(entry.element, entry.node, has_children);
    }
    if (entry.sync) publish(entry.sync, value_of(entry.node));
}

/** Makes the DOM what the frame drew.
 * @param {string} json  the tree's nodes; one that did not change is its id (shell/semantics_json.h) */
export function show(json) {
    /** @type {(SemanticNode | number)[]} */
    const nodes = JSON.parse(json);
    const focused = entry_at(document.activeElement);
    round += 1;
    /** @type {Entry[]} */
    const order = [];
    /** @type {HTMLElement[]} */
    const roots = [];
    for (const node of nodes) {
        const entry = typeof node === "number" ? entries.get(node) : enter(node);
        if (!entry) continue;
        entry.seen = round;
        entry.children = [];
        order.push(entry);
        (parent_of(entry)?.children ?? roots).push(entry.element);
    }
    for (const entry of entries.values()) {
        if (entry.seen !== round) remove(entry);
    }
    for (const entry of order) {
        write(entry);
        place(entry, parent_of(entry));
        if (entry.children.length > 0) arrange(entry.element, entry.children);
    }
    arrange(surface, roots);
    if (focused && entries.get(focused.id) !== focused) when_focus_is_lost(focused);
}

/** @param {number} id */
export function focus(id) {
    element_of(id)?.focus({ preventScroll: true });
}

export { settle };
