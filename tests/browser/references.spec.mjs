// Everything looks as it was accepted. What may differ: one pixel of 4,000, by more than the eye tells
// apart, as glyphs lie elsewhere in their texture when they were drawn in another order. The pictures
// hold for Debian's Chromium with software rendering.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

import { SUBJECTS, pictures, references_folder } from "./pictures.mjs";
import { proxy_and_browser } from "./support.mjs";

const MOST_DIFFERENT = 1 / 4000;
// Of 0 to 1, by lightness and colour; the references' own rounding of colours stays far below.
const COLOR_TOLERANCE = 0.05;
const FAILED = fileURLToPath(new URL("../../build/references", import.meta.url));
const ACCEPT = "to accept the new ones: node scripts/make_pictures.mjs --references";

const here = proxy_and_browser();

/** What is wrong with a picture, or nothing. Leaves the new picture and the difference to look at. */
function problem_of(name, png) {
    const path = join(references_folder, `${name}.png`);
    if (!existsSync(path)) return `${name}: there is no reference; ${ACCEPT}`;
    const expected = PNG.sync.read(readFileSync(path));
    const actual = PNG.sync.read(png);
    const { width, height } = expected;
    const same_size = actual.width === width && actual.height === height;
    const difference = new PNG({ width, height });
    const pixels = same_size ? pixelmatch(expected.data, actual.data, difference.data, width, height,
        { threshold: COLOR_TOLERANCE }) : width * height;
    if (pixels <= width * height * MOST_DIFFERENT) return "";
    mkdirSync(FAILED, { recursive: true });
    writeFileSync(join(FAILED, `${name}.png`), png);
    if (same_size) writeFileSync(join(FAILED, `${name}-difference.png`), PNG.sync.write(difference));
    return `${name}: ${pixels} of ${width * height} pixels differ; see build/references/${name}*.png, ` +
        ACCEPT;
}

const taken = new Set();

for (const subject of SUBJECTS) {
    test(`references: everything looks as accepted, ${subject}`, async () => {
        const problems = [];
        for await (const { name, png } of pictures(here.browser, here.proxy, subject)) {
            taken.add(`${name}.png`);
            problems.push(problem_of(name, png));
        }
        assert.deepEqual(problems.filter(Boolean), []);
    });
}

test("references: each accepted picture was compared", () => {
    const kept = readdirSync(references_folder).filter((name) => name.endsWith(".png"));
    assert.deepEqual(kept.filter((name) => !taken.has(name)), []);
});
