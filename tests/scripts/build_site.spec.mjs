// The site build, run on a small page: names, references, copies, precache list, and its refusals.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const SCRIPT = fileURLToPath(new URL("../../scripts/build_site.mjs", import.meta.url));
const PAGE = {
    "page/index.html": `<link rel="manifest" href="manifest.webmanifest">
<link rel="stylesheet" href="style.css"><link rel="preload" href="atrium.wasm">
<script src="js/boot.js"></script>`,
    "page/manifest.webmanifest": `{"icons": [{"src": "icons/mark.svg"}]}`,
    "page/service_worker.js": "const PRECACHE = /*@precache*/[];",
    "page/style.css": `@font-face { src: url("fonts/inter.ttf"); }`,
    "page/js/boot.js": `// Starts.\nimport { call } from "./program.js";\n${"call();\n".repeat(40)}`,
    "page/js/program.js": `export function call() { console.log("Called."); }`,
    "page/icons/mark.svg": "<svg/>",
    "page/README.md": "for developers",
    "program/atrium.js": `const code = "atrium.wasm";`,
    "program/atrium.wasm": "code",
    "program/atrium.o": "left over",
    "fonts/inter.ttf": "font ".repeat(100),
    "fonts/inter-license.txt": "licence",
};

let folder;

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "atrium-site-"));
    for (const [name, text] of Object.entries(PAGE)) write(name, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name, text) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
}

function build() {
    const folders = ["page", "program", "fonts", "site"];
    const options = folders.flatMap((name) => [`--${name}`, join(folder, name)]);
    options.push(`--licence=Inter=${join(folder, "fonts/inter-license.txt")}`);
    return spawnSync(process.execPath, [SCRIPT, ...options], { encoding: "utf8" });
}

/** The finished site: content by name, without the compressed copies. */
function site(prefix = "") {
    const files = new Map();
    for (const entry of readdirSync(join(folder, "site", prefix), { withFileTypes: true })) {
        const name = prefix + entry.name;
        if (entry.isDirectory()) {
            for (const [key, text] of site(`${name}/`)) files.set(key, text);
        } else if (!/\.(br|gz)$/.test(name)) {
            files.set(name, readFileSync(join(folder, "site", name), "utf8"));
        }
    }
    return files;
}

function final_name(files, pattern) {
    const found = [...files.keys()].filter((name) => pattern.test(name));
    assert.equal(found.length, 1, `${pattern} among ${[...files.keys()].join(", ")}`);
    return found[0];
}

test("site: names carry a hash, except those that browsers look for", () => {
    assert.equal(build().status, 0);
    const files = site();
    const plain = [...files.keys()].filter((name) => !/\.[0-9a-f]{12}\./.test(name));
    assert.deepEqual(plain.sort(), [
        "index.html", "licences.txt", "manifest.webmanifest", "service_worker.js",
    ]);
    assert.equal(files.size, 10);
});

test("site: every reference names the final file", () => {
    assert.equal(build().status, 0);
    const files = site();
    const text_of = (pattern) => files.get(final_name(files, pattern));
    assert.ok(text_of(/^style\./).includes(final_name(files, /^fonts\/inter\.\w+\.ttf/)));
    assert.ok(files.get("manifest.webmanifest").includes(final_name(files, /^icons\//)));
    const html = files.get("index.html");
    for (const pattern of [/^style\./, /^atrium\..*wasm$/, /^js\/boot\./]) {
        assert.ok(html.includes(`"${final_name(files, pattern)}"`), `${pattern} in ${html}`);
    }
    assert.ok(html.includes(`href="manifest.webmanifest"`));
});

test("site: a changed module changes the name of the script that holds it, and no other", () => {
    build();
    const before = [...site().keys()];
    write("page/js/program.js", "export function call() { return document.title; }");
    build();
    const changed = [...site().keys()].filter((name) => !before.includes(name));
    const stems = changed.map((name) => name.replace(/\..*/, ""));
    assert.deepEqual(stems, ["js/boot"]);
});

test("site: the service worker gets the addresses of all hashed files", () => {
    build();
    const files = site();
    const worker = files.get("service_worker.js");
    const list = JSON.parse(/PRECACHE=(\[.*\]);/.exec(worker)[1]);
    const hashed = [...files.keys()].filter((name) => /\.[0-9a-f]{12}\./.test(name));
    assert.deepEqual(list, hashed.map((name) => `/${name}`).sort());
});

test("site: compressed copies hold the same content", () => {
    build();
    const name = join(folder, "site", final_name(site(), /^js\/boot\./));
    assert.deepEqual(brotliDecompressSync(readFileSync(`${name}.br`)), readFileSync(name));
    assert.deepEqual(gunzipSync(readFileSync(`${name}.gz`)), readFileSync(name));
});

test("site: the modules are one minified script", () => {
    assert.equal(build().status, 0);
    const files = site();
    const script = files.get(final_name(files, /^js\//));
    assert.doesNotMatch(script, /Starts|import|.\n./);
    assert.ok(script.includes("Called."), script);
});

test("site: licences.txt names each part and holds its licence", () => {
    build();
    assert.equal(site().get("licences.txt"), "Inter\n=====\n\nlicence\n");
});

test("site: the same input gives the same bytes, and nothing old stays", () => {
    build();
    const first = site();
    write("site/stale.js", "old");
    build();
    assert.deepEqual(site(), first);
});

test("site: the report closes with what a first visit transfers", () => {
    assert.match(build().stdout.trimEnd().split("\n").at(-1), /^first visit \d+\.\d KB with brotli$/);
});

test("site: what does not fit together is refused in one line", () => {
    const refusals = [
        ["page/index.html", `<script src="js/absent.js">`, /index\.html names js\/absent\.js, which/],
        ["page/js/boot.js", "import {", /^build_site: js\/boot\.js:1: /],
        ["page/js/boot.js", `import "./absent.js";`, /^build_site: js\/boot\.js:1: .*absent/],
        ["page/service_worker.js", "const PRECACHE = [];", /service_worker\.js has no/],
    ];
    for (const [name, text, message] of refusals) {
        write(name, text);
        const { status, stderr } = build();
        assert.equal(status, 1);
        assert.match(stderr, message);
        assert.equal(stderr.trimEnd().split("\n").length, 1);
        write(name, PAGE[name]);
    }
});
