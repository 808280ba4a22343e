// Where a key leads in a menu, a listbox, tabs and among messages.
import assert from "node:assert/strict";
import { test } from "node:test";

import { create_type_ahead, index_after, MANNERS } from "../../web/js/list_keys.js";

const NAMES = ["Rename", "Restore a backup", "Archive", "Übersicht"];

test("list_keys: in a menu the arrows go round, Home and End go to its ends", () => {
    const menu = MANNERS.menuitem;
    assert.equal(index_after("ArrowDown", 0, 4, menu), 1);
    assert.equal(index_after("ArrowDown", 3, 4, menu), 0);
    assert.equal(index_after("ArrowUp", 0, 4, menu), 3);
    assert.equal(index_after("Home", 2, 4, menu), 0);
    assert.equal(index_after("End", 0, 4, menu), 3);
    assert.equal(index_after("ArrowRight", 0, 4, menu), -1);
    assert.equal(index_after("Enter", 0, 4, menu), -1);
});

test("list_keys: messages and tabs end where they end", () => {
    assert.equal(index_after("ArrowUp", 0, 4, MANNERS.article), 0);
    assert.equal(index_after("ArrowDown", 3, 4, MANNERS.article), 3);
    assert.equal(index_after("ArrowRight", 1, 4, MANNERS.tab), 2);
    assert.equal(index_after("ArrowRight", 1, 4, MANNERS.article), -1);
});

test("list_keys: letters find a name by its beginning, a letter again the next one", () => {
    const { find } = create_type_ahead();
    assert.equal(find("r", 0, 2, NAMES), 0);
    assert.equal(find("r", 100, 0, NAMES), 1);
    assert.equal(find("r", 200, 1, NAMES), 0);
    assert.equal(find("ü", 5000, 0, NAMES), 3);
    assert.equal(find("x", 9000, 0, NAMES), -1);
});

test("list_keys: letters typed together are one beginning", () => {
    const { find } = create_type_ahead();
    assert.equal(find("r", 0, 2, NAMES), 0);
    assert.equal(find("e", 100, 0, NAMES), 0);
    assert.equal(find("s", 200, 0, NAMES), 1);
});

test("list_keys: a space is a press at first, and a letter in the middle of words", () => {
    const { find, is_letter } = create_type_ahead();
    assert.equal(is_letter(" ", 0), false);
    assert.equal(is_letter("r", 0), true);
    assert.equal(is_letter("Enter", 0), false);
    for (const [i, letter] of [..."restore"].entries()) find(letter, 1 + i, 0, NAMES);
    assert.equal(is_letter(" ", 100), true);
    assert.equal(find(" ", 100, 1, NAMES), 1);
    assert.equal(is_letter(" ", 5000), false);
});
