// @ts-check
// Which DOM element stands for a node of the semantics tree, and how it shows the node's state.

/** @typedef {"off" | "on" | "mixed"} Toggle */

/**
 * One node as shell/semantics_json.cpp writes it; members with their default are left out.
 * @typedef {{
 *   id: number, parent?: number, role: string, name?: string, value?: string,
 *   description?: string, rect: [number, number, number, number],
 *   checked?: Toggle, selected?: Toggle, expanded?: Toggle,
 *   disabled?: boolean, invalid?: boolean, busy?: boolean, modal?: boolean, level?: number, layer?: number,
 *   minimum?: number, maximum?: number, current?: number, step?: number,
 *   field?: "line" | "multiline" | "integer" | "decimal" | "password" | "search" | "date",
 *   placeholder?: string, autocomplete?: string, max_length?: number,
 *   font_size?: number, line_height?: number, submits_on_enter?: boolean, href?: string,
 *   focus?: "tab-stop" | "arrows", opens_menu?: boolean,
 * }} SemanticNode
 */

/** Native elements; a role that is missing here is a div with that ARIA role. */
const TAGS = /** @type {Record<string, string>} */ ({
    main: "main", navigation: "nav", complementary: "aside", region: "section", article: "article",
    text: "p", button: "button", tab: "button", combobox: "button", option: "button", link: "a",
    menuitem: "button", menuitemradio: "button",
    checkbox: "input", switch: "input", radio: "input", slider: "input", textbox: "input",
});

/** Roles that the native element has of itself. */
const NATIVE = new Set([
    "main", "navigation", "complementary", "article", "text", "heading", "button", "link",
    "checkbox", "radio", "slider", "textbox",
]);

const INPUT_TYPES = /** @type {Record<string, string>} */ ({
    checkbox: "checkbox", switch: "checkbox", radio: "radio", slider: "range",
});

const FIELD_TYPES = /** @type {Record<string, string>} */ ({
    password: "password", search: "search", date: "date",
});

/** Roles whose words are their content; others are named by aria-label. */
const NAMED_BY_CONTENT = new Set([
    "text", "heading", "button", "link", "tab", "option", "menuitem", "menuitemradio", "listitem", "cell", "columnheader",
    "status", "alert", "article",
]);

/** The id of the options that an open combobox controls; only one is open at a time. */
const OPEN_LIST = "open-list";

const PRESSABLE = new Set([
    "button", "link", "tab", "option", "menuitem", "menuitemradio", "combobox", "checkbox", "switch", "radio", "slider",
    "textbox",
]);

/** The kind of element; a node whose kind changes gets a new element. @param {SemanticNode} node */
export function kind_of(node) {
    return `${node.role}/${node.field ?? ""}/${node.level ?? ""}`;
}

/** @param {SemanticNode} node @returns {HTMLElement} */
export function create_element(node) {
    const tag = node.role === "heading" ? `h${Math.min(6, Math.max(1, node.level ?? 2))}`
        : node.field === "multiline" ? "textarea"
        : TAGS[node.role] ?? "div";
    const element = document.createElement(tag);
    if (!NATIVE.has(node.role)) element.setAttribute("role", node.role);
    if (element instanceof HTMLButtonElement) element.type = "button";
    if (element instanceof HTMLInputElement) {
        element.type = INPUT_TYPES[node.role] ?? FIELD_TYPES[node.field ?? ""] ?? "text";
        if (node.field === "integer") element.inputMode = "numeric";
        if (node.field === "decimal") element.inputMode = "decimal";
        if (node.role === "radio") element.name = `group-${node.parent ?? 0}`;
    }
    if (element instanceof HTMLAnchorElement) {
        element.target = "_blank";
        element.rel = "noopener noreferrer";
    }
    if (node.role === "textbox") element.classList.add("field");
    if (node.role === "listbox") element.id = OPEN_LIST;
    if (PRESSABLE.has(node.role)) element.classList.add("pressable");
    // Streamed text and "saved" would be read out at every change; the announcer says what matters.
    if (node.role === "log" || node.role === "status") element.setAttribute("aria-live", "off");
    return element;
}

/** @param {Element} element @param {string} name @param {string | null | undefined} value */
function attribute(element, name, value) {
    if (value === null || value === undefined || value === "") {
        if (element.hasAttribute(name)) element.removeAttribute(name);
    } else if (element.getAttribute(name) !== value) {
        element.setAttribute(name, value);
    }
}

/** ARIA's word for it. @param {Toggle | undefined} toggle */
const truth = (toggle) => (toggle === "on" ? "true" : toggle === "off" ? "false" : toggle);

/** @param {HTMLElement} element @param {SemanticNode} node */
function update_field(element, node) {
    const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (element);
    attribute(field, "placeholder", node.placeholder);
    attribute(field, "autocomplete", node.autocomplete || "off");
    attribute(field, "maxlength", node.max_length ? String(node.max_length) : null);
    attribute(field, "spellcheck", node.field === "line" || node.field === "multiline" ? "true" : "false");
    attribute(field, "enterkeyhint", node.submits_on_enter ? "send" : null);
    field.readOnly = Boolean(node.disabled);
    field.style.fontSize = `${node.font_size ?? 14}px`;
    field.style.lineHeight = `${node.line_height ?? 20}px`;
}

/** @param {HTMLElement} element @param {SemanticNode} node */
function update_numbers(element, node) {
    if (element instanceof HTMLInputElement) {
        attribute(element, "min", String(node.minimum ?? 0));
        attribute(element, "max", String(node.maximum ?? 0));
        attribute(element, "step", node.step ? String(node.step) : "any");
    } else {
        attribute(element, "aria-valuemin", String(node.minimum ?? 0));
        attribute(element, "aria-valuemax", String(node.maximum || 100));
        attribute(element, "aria-valuenow", String(node.current ?? 0));
    }
    attribute(element, "aria-valuetext", node.value);
}

/** The text inside the element. @param {SemanticNode} node @param {boolean} has_children */
function words_of(node, has_children) {
    if (node.role === "combobox") return node.value ?? "";
    if (has_children || !NAMED_BY_CONTENT.has(node.role)) return "";
    if (node.role === "text" && node.name && node.value) return `${node.name}: ${node.value}`;
    return node.role === "button" ? node.name ?? "" : node.value || node.name || "";
}

/** @param {HTMLElement} element @param {SemanticNode} node @param {boolean} has_children */
function update_words(element, node, has_children) {
    const words = words_of(node, has_children);
    if (!has_children && element.textContent !== words) element.textContent = words;
    const named = node.role === "text" || words === (node.name ?? "");
    attribute(element, "aria-label", named ? null : node.name);
    attribute(element, "aria-description", node.description);
    element.classList.toggle("leaf", !has_children);
}

/** For what is not in Tab's order of itself, or shall not be: in a menu one goes by the arrows.
 * @param {SemanticNode} node */
function tab_index(node) {
    if (node.focus === "tab-stop") return "0";
    return node.focus === "arrows" || node.role.startsWith("menuitem") ? "-1" : null;
}

/**
 * Shows the node's words and state; values of fields and ticks are field_sync.js's.
 * @param {HTMLElement} element
 * @param {SemanticNode} node
 * @param {boolean} has_children
 */
export function update_element(element, node, has_children) {
    if (node.role === "textbox") update_field(element, node);
    if (node.role === "slider" || node.role === "progressbar") update_numbers(element, node);
    update_words(element, node, has_children);
    const is_choice = node.role === "tab" || node.role === "option";
    attribute(element, "aria-selected", is_choice ? truth(node.selected ?? "off") : null);
    attribute(element, "aria-current", !is_choice && node.selected === "on" ? "page" : null);
    attribute(element, "aria-pressed", node.role === "button" ? truth(node.checked) : null);
    attribute(element, "aria-checked", node.role === "menuitemradio" ? truth(node.checked ?? "off") : null);
    attribute(element, "aria-expanded",
        truth(node.role === "combobox" ? node.expanded ?? "off" : node.expanded));
    attribute(element, "aria-haspopup",
        node.role === "combobox" ? "listbox" : node.opens_menu ? "menu" : null);
    attribute(element, "aria-controls",
        node.role === "combobox" && node.expanded === "on" ? OPEN_LIST : null);
    attribute(element, "aria-disabled", node.disabled ? "true" : null);
    attribute(element, "aria-invalid", node.invalid ? "true" : null);
    attribute(element, "aria-busy", node.busy ? "true" : null);
    attribute(element, "aria-modal", node.role === "dialog" && node.modal ? "true" : null);
    attribute(element, "tabindex", tab_index(node));
    if (element instanceof HTMLAnchorElement) attribute(element, "href", node.href);
}
