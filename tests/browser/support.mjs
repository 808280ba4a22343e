// Starts what a browser test needs, opens the workspace and waits for it.
//
//     const here = proxy_and_browser();
//     test("…", async () => {
//         const page = await open_workspace(await here.browser.newContext(DESKTOP), here.proxy);
//         await press(page.getByRole("button", { name: "Start" }));
//     });
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const site_folder = process.env.ATRIUM_SITE_DIR ?? join(ROOT, "build/site");
const PROXY = process.env.ATRIUM_PROXY ?? join(ROOT, "build/bin/atrium-proxy");
// For whatever a test waits for. As long as a machine may take that does much else as well.
const LONGEST_WAIT_MILLIS = 120_000;
// From setup's first step to its last there are fewer.
const MOST_SETUP_STEPS = 5;

/** A window that shows all panes. The processor draws every pixel: a test that looks at none needs no
 * more than a quarter of them, and no movement. */
export const DESKTOP = {
    viewport: { width: 1440, height: 900 }, deviceScaleFactor: 0.5, reducedMotion: "reduce",
};

// Software rendering in place of a graphics card; --no-sandbox because containers run as root.
const CHROMIUM_FLAGS = [
    "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
];
// The page around the canvas without the graphics library: half the work for tests, where nothing is
// timed. It has the page's thread wait for each picture, so bench/ui.mjs does without.
const PLAIN_PAGE = "--disable-gpu-compositing";

/**
 * Starts atrium-proxy with a data folder of its own, on a port that it chooses.
 * @param {Record<string, string>} [settings]  further environment variables
 * @returns {Promise<{origin: string, address: string, stop: () => Promise<void>}>} address carries
 *   the one-time token that was printed
 */
export async function start_proxy(settings = {}) {
    const data = mkdtempSync(join(tmpdir(), "atrium-test-"));
    const child = spawn(PROXY, ["serve"], {
        env: {
            ...process.env, CLAUDE_API_KEY: "", ATRIUM_SITE_DIR: site_folder, ATRIUM_PORT: "0",
            ...settings, ATRIUM_DATA_DIR: data,
        },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const ended = new Promise((resolve) => child.on("exit", resolve));
    const address = await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`the proxy did not start:\n${output}`)),
            LONGEST_WAIT_MILLIS);
        const read = (chunk) => {
            output += chunk;
            const printed = /https?:\/\/\S+(?=\s)/.exec(output);
            if (printed) {
                clearTimeout(timer);
                resolve(printed[0]);
            }
        };
        child.stdout.on("data", read);
        child.stderr.on("data", (chunk) => { output += chunk; });
        ended.then((code) => reject(new Error(`the proxy ended with ${code}:\n${output}`)));
    });
    return {
        origin: new URL(address).origin,
        address,
        async stop() {
            child.kill("SIGTERM");
            await ended;
            rmSync(data, { recursive: true, force: true });
        },
    };
}

/**
 * Claude, played by tests/upstream, as a process of its own.
 * @returns {Promise<{settings: Record<string, string>, stop: () => void}>} settings are those of a
 *   proxy that asks it
 */
export async function start_upstream() {
    const child = spawn("node", [join(ROOT, "tests/upstream/upstream.mjs")], {
        stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    return {
        settings: {
            CLAUDE_API_KEY: "sk-test-key", ANTHROPIC_BASE_URL: `http://127.0.0.1:${line.trim()}`,
        },
        stop: () => { child.kill("SIGTERM"); },
    };
}

/** @param {import("playwright-core").LaunchOptions} [options] */
export function launch(options = {}) {
    const args = [...CHROMIUM_FLAGS, PLAIN_PAGE];
    return chromium.launch({ executablePath: "/usr/bin/chromium", args, ...options });
}

/** As people have it. */
export function launch_for_timing() {
    return launch({ args: CHROMIUM_FLAGS });
}

/** A browser whose storage is on disk, as a person's is; newContext() keeps it in memory.
 * @param {string} folder
 * @param {Record<string, unknown>} [options] of the context: viewport, touch */
export function launch_persistent(folder, options = {}) {
    return chromium.launchPersistentContext(folder, {
        executablePath: "/usr/bin/chromium", args: CHROMIUM_FLAGS, ...options,
    });
}

/**
 * A page whose errors fail the test: they are collected in `page.problems`.
 * @param {import("playwright-core").BrowserContext} context
 */
export async function new_page(context) {
    context.setDefaultTimeout(LONGEST_WAIT_MILLIS);
    const page = await context.newPage();
    page.problems = [];
    page.on("pageerror", (error) => page.problems.push(String(error)));
    page.on("console", (message) => {
        // Failed requests are part of several tests; the browser reports them itself.
        const expected = /Failed to load resource|GL Driver Message|GPU stall/.test(message.text());
        if (["error", "warning"].includes(message.type()) && !expected) {
            page.problems.push(message.text());
        }
    });
    return page;
}

/** Waits for the first frame and until nothing is under way. */
export async function wait_until_open(page) {
    await page.waitForFunction(() => window.atrium?.frames > 0);
    await idle(page);
}

/** Opens the workspace at the proxy's printed address. */
export async function open_workspace(context, proxy, path = "") {
    const page = await new_page(context);
    await page.goto(path ? `${proxy.origin}${path}` : proxy.address);
    await wait_until_open(page);
    return page;
}

/** Nothing is under way: no frame, no commit, no stream. */
export async function idle(page) {
    await page.evaluate(() => window.atrium.idle());
}

/** Presses a control, wherever it is: the focus brings it into view first, as for the keyboard.
 * @param {import("playwright-core").Locator} control */
export async function press(control) {
    await control.focus();
    await idle(control.page());
    await control.click();
    await idle(control.page());
}

/** Presses a control as a screen reader does: without the focus, the pointer and their frames.
 * @param {import("playwright-core").Locator} control */
export async function activate(control) {
    await control.dispatchEvent("click");
    await idle(control.page());
}

/** Types over what is in a field. @param {import("playwright-core").Locator} field */
export async function fill(field, text) {
    await field.focus();
    await idle(field.page());
    await field.fill(text);
    await idle(field.page());
}

/** What axe-core finds wrong with the page, one line for each. Colours are checked from the tokens,
 * as axe cannot see the canvas. */
export async function axe_violations(page) {
    const source = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
    await page.evaluate(source);
    const result = await page.evaluate(
        () => window.axe.run({ rules: { "color-contrast": { enabled: false } } }));
    return result.violations.flatMap((violation) =>
        violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.html}`));
}

/** Whether the site and the proxy are built; without them these tests cannot say anything. */
export function assert_built() {
    for (const path of [join(site_folder, "index.html"), PROXY]) {
        if (!existsSync(path)) throw new Error(`${path} is missing: run ./atrium build first`);
    }
}

/**
 * For all tests of a file: a proxy and a browser, from before the first test until after the last.
 * @param {() => Promise<void>} [prepare]  what else comes before the first test
 * @returns {{proxy: object, browser: import("playwright-core").Browser}} empty until `prepare`
 */
export function proxy_and_browser(prepare = async () => {}) {
    const here = {};
    before(async () => {
        assert_built();
        here.proxy = await start_proxy();
        here.browser = await launch();
        await prepare();
    });
    after(async () => {
        await here.browser?.close();
        await here.proxy?.stop();
    });
    return here;
}

/** A folder that is removed after the last test of the file. */
export function temporary_folder() {
    const folder = mkdtempSync(join(tmpdir(), "atrium-test-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
}

/** From setup to the conversation as the demo creator, in as few steps as a person needs. */
export async function start_demo_session(page) {
    await activate(page.getByRole("button", { name: "Use the demo creator" }));
    const start = page.getByRole("button", { name: "Start the session" });
    for (let step = 0; step < MOST_SETUP_STEPS && (await start.count()) === 0; ++step) {
        await activate(page.getByRole("button", { name: "Continue" }));
    }
    await activate(start);
    await page.getByRole("textbox", { name: "Message" }).waitFor();
    await idle(page);
}
