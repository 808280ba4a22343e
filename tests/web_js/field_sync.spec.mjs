// The value of a control while a person types faster than the program answers.
import assert from "node:assert/strict";
import { test } from "node:test";

import { changed_by_person, create_sync, publish, settle } from "../../web/js/field_sync.js";

const text_field = () => ({ type: "text", value: "" });
const settle_fully = () => { for (let frame = 0; frame < 3; ++frame) settle(); };

function typed(sync, value) {
    sync.control.value = value;
    changed_by_person(sync);
}

test("field_sync: a late answer does not take back what was typed since", () => {
    const sync = create_sync(text_field());
    typed(sync, "a");
    typed(sync, "ab");
    publish(sync, "a");
    assert.equal(sync.control.value, "ab");
    publish(sync, "ab");
    settle_fully();
    assert.equal(sync.control.value, "ab");
});

test("field_sync: the program's own change is written at once", () => {
    const sync = create_sync(text_field());
    typed(sync, "hello");
    publish(sync, "hello");
    publish(sync, "");
    assert.equal(sync.control.value, "");
});

test("field_sync: what the program refused goes back after it had time to answer", () => {
    const sync = create_sync(text_field());
    publish(sync, "12");
    typed(sync, "12x");
    publish(sync, "12");
    settle();
    assert.equal(sync.control.value, "12x");
    settle_fully();
    assert.equal(sync.control.value, "12");
});

test("field_sync: a composition is not touched until it ends", () => {
    const sync = create_sync(text_field());
    sync.composing = true;
    sync.control.value = "に";
    publish(sync, "program");
    settle_fully();
    assert.equal(sync.control.value, "に");
    sync.composing = false;
    typed(sync, "日本");
    publish(sync, "日本");
    settle_fully();
    assert.equal(sync.control.value, "日本");
});

test("field_sync: a tick that the program answers late does not flicker", () => {
    const box = { type: "checkbox", checked: false, indeterminate: false };
    const sync = create_sync(box);
    publish(sync, "off");
    box.checked = true;
    changed_by_person(sync);
    publish(sync, "off");
    assert.equal(box.checked, true);
    publish(sync, "on");
    settle_fully();
    assert.equal(box.checked, true);
    publish(sync, "mixed");
    assert.equal(box.indeterminate, true);
});
