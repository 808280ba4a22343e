// Assembles the finished site from the page (web/), the linked program and the fonts.
//
//     node build_site.mjs --page DIR --program DIR --fonts DIR --site DIR [--licence=NAME=FILE]…
//
// The page's modules become one minified script: two dozen small ones compress worse, and each costs
// the start a request.
// Every file that the page loads gets its content's hash into its name ("style.0a1b2c3d4e5f.css"),
// and names are rewritten where they stand, so that those addresses may be cached for ever. Three
// keep their names, as browsers look for them there: index.html, service_worker.js and the
// manifest. Each file that compresses well has a .br and a .gz copy beside it. The same input always
// gives the same bytes. Beside DIR, in DIR-sizes.txt, stands what a first visit transfers.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, posix, resolve } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { build, transform } from "esbuild";

const COMPRESSIBLE = [".css", ".html", ".js", ".svg", ".ttf", ".txt", ".wasm", ".webmanifest"];
const ENTRY = "js/boot.js";
const SCRIPTS = { target: "es2020", legalComments: "none", logLevel: "silent", charset: "utf8" };
const KEPT_NAMES = ["index.html", "manifest.webmanifest", "service_worker.js"];

/** Ends the build with one clear line. */
function fail(message) {
    console.error(`build_site: ${message}`);
    process.exit(1);
}

function read_folder(folder, prefix, wanted) {
    const files = new Map();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const name = prefix + entry.name;
        if (entry.isDirectory()) {
            for (const [key, bytes] of read_folder(join(folder, entry.name), `${name}/`, wanted)) {
                files.set(key, bytes);
            }
        } else if (wanted(name)) {
            files.set(name, readFileSync(join(folder, entry.name)));
        }
    }
    return files;
}

/** All files of the site but the modules, by the names that the sources use for them. */
function read_sources({ page, program, fonts }) {
    const page_files = [...KEPT_NAMES, "style.css"];
    const program_files = ["atrium.js", "atrium.wasm"];
    const all = new Map([
        ...read_folder(page, "", (name) => page_files.includes(name) || name.startsWith("icons/")),
        ...read_folder(program, "", (name) => program_files.includes(name)),
        ...read_folder(fonts, "fonts/", (name) => name.endsWith(".ttf")),
    ]);
    for (const name of [...page_files, ...program_files]) {
        if (!all.has(name)) fail(`${name} is missing`);
    }
    return all;
}

/** Runs esbuild; what it refuses ends the build with the first of its messages. */
async function with_esbuild(work) {
    try {
        return await work();
    } catch ({ errors: [{ location, text }] }) {
        return fail(location ? `${location.file}:${location.line}: ${text}` : text);
    }
}

async function minified(sourcefile, text) {
    const { code } = await with_esbuild(
        () => transform(text, { ...SCRIPTS, minify: true, sourcefile }));
    return code;
}

async function bundled_modules(page) {
    const { outputFiles: [script] } = await with_esbuild(() => build({
        ...SCRIPTS, bundle: true, minify: true, format: "iife", write: false,
        absWorkingDir: resolve(page), entryPoints: [ENTRY],
    }));
    return Buffer.from(script.contents);
}

/** The sources with the page's modules as one script and the program's loader minified. */
async function with_finished_scripts(sources, page) {
    const loader = await minified("atrium.js", sources.get("atrium.js").toString("utf8"));
    return new Map([...sources]
        .concat([["atrium.js", Buffer.from(loader, "utf8")], [ENTRY, await bundled_modules(page)]])
        .sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the authors of the parts that are in the site want to be said with it. */
function licence_texts(licences) {
    return licences.map((licence) => {
        const [name, file] = licence.split("=");
        return `${name}\n${"=".repeat(name.length)}\n\n${readFileSync(file, "utf8").trim()}\n`;
    }).join("\n\n");
}

/** Where names of other files stand, by kind of file: the name is the group "name". */
const REFERENCES = {
    ".css": /url\("(?<name>[^"]+)"\)/g,
    ".html": /(?:href|src)="(?<name>[^"]+)"/g,
    ".webmanifest": /"src":\s*"(?<name>[^"]+)"/g,
};

/** The site's files by their final names. */
class Site {
    /** @param {Map<string, Buffer>} sources */
    constructor(sources) {
        this.sources = sources;
        this.final_names = new Map();
        this.contents = new Map();
    }

    /** Finishes a file and what it names, and gives its final name. */
    add(name) {
        const known = this.final_names.get(name);
        if (known !== undefined) return known;
        const bytes = this.with_final_names(name, this.sources.get(name));
        const final_name = KEPT_NAMES.includes(name) ? name : hashed_name(name, bytes);
        this.final_names.set(name, final_name);
        this.contents.set(final_name, bytes);
        return final_name;
    }

    /** The file's content with each name of another file replaced by that file's final name. */
    with_final_names(name, bytes) {
        const pattern = REFERENCES[extname(name)];
        if (pattern === undefined) return bytes;
        const folder = posix.dirname(name);
        const text = bytes.toString("utf8").replace(pattern, (match, reference) => {
            const target = posix.normalize(posix.join(folder, reference));
            if (!this.sources.has(target)) fail(`${name} names ${reference}, which does not exist`);
            return match.replace(reference, posix.relative(folder, this.add(target)));
        });
        return Buffer.from(text, "utf8");
    }

    hashed_addresses() {
        const names = [...this.contents.keys()].filter((name) => is_hashed(name));
        return names.sort().map((name) => `/${name}`);
    }
}

function hashed_name(name, bytes) {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    const extension = extname(name);
    return `${name.slice(0, -extension.length)}.${hash}${extension}`;
}

/** The rule by which the proxy lets an address be cached for ever. */
function is_hashed(name) {
    return /\.[0-9a-f]{12}\.[a-z0-9]+$/.test(name);
}

/** The addresses that a second visit without a network needs. */
function with_precache(worker, addresses) {
    const mark = "/*@precache*/[]";
    if (!worker.includes(mark)) fail(`service_worker.js has no ${mark}`);
    return worker.replace(mark, JSON.stringify(addresses));
}

async function assemble(sources, licences) {
    const site = new Site(sources);
    const hashed_first = [...sources.keys()].sort(
        (a, b) => KEPT_NAMES.includes(a) - KEPT_NAMES.includes(b));
    for (const name of hashed_first) site.add(name);

    const worker = site.contents.get("service_worker.js").toString("utf8");
    site.contents.set("service_worker.js", Buffer.from(
        await minified("service_worker.js", with_precache(worker, site.hashed_addresses())), "utf8"));
    if (licences.length > 0) {
        site.contents.set("licences.txt", Buffer.from(licence_texts(licences), "utf8"));
    }
    return site.contents;
}

/** The compressed copies that are smaller than the file, by their suffix. */
function compressed_copies(name, bytes) {
    if (!COMPRESSIBLE.includes(extname(name))) return new Map();
    const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGWIN]: 22,
    };
    const copies = new Map([
        [".br", brotliCompressSync(bytes, { params })],
        [".gz", gzipSync(bytes, { level: 9 })],
    ]);
    for (const [suffix, copy] of copies) {
        if (copy.length >= bytes.length) copies.delete(suffix);
    }
    return copies;
}

function kilobytes(bytes) {
    return `${(bytes / 1000).toFixed(1)} KB`;
}

/** Writes everything and returns the report: one line for each file, then the total. */
function write_site(contents, folder) {
    const lines = [];
    let total = 0;
    for (const [name, bytes] of contents) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytes);
        const copies = compressed_copies(name, bytes);
        for (const [suffix, copy] of copies) writeFileSync(path + suffix, copy);
        if (name.endsWith(".txt")) continue; // licences are not loaded
        const transferred = copies.get(".br")?.length ?? bytes.length;
        total += transferred;
        const sizes = [transferred, bytes.length].map((size) => kilobytes(size).padStart(9));
        lines.push(`${sizes.join(" of ")}  ${name}`);
    }
    return `${lines.join("\n")}\nfirst visit ${kilobytes(total)} with brotli\n`;
}

async function main() {
    const folder = { type: "string" };
    const { values } = parseArgs({
        options: {
            page: folder, program: folder, fonts: folder, site: folder,
            licence: { type: "string", multiple: true, default: [] },
        },
    });
    const fresh = `${values.site}.fresh`;
    rmSync(fresh, { recursive: true, force: true });
    const sources = await with_finished_scripts(read_sources(values), values.page);
    const report = write_site(await assemble(sources, values.licence), fresh);
    rmSync(values.site, { recursive: true, force: true });
    renameSync(fresh, values.site);
    writeFileSync(`${values.site}-sizes.txt`, report);
    process.stdout.write(report);
}

await main();
