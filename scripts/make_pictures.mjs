// Pictures of every screen, as a creator sees it in the middle of the demo session:
//
//     node scripts/make_pictures.mjs docs/images              dark, 1440 x 900, for the documentation
//     node scripts/make_pictures.mjs /tmp/pictures --all      also light, contrast and the phone
//     node scripts/make_pictures.mjs --references             the ones that tests compare with: the
//                                                             workspace that they show, and each screen
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { PNG } from "pngjs";

import { SCREENS, download, go_to, say } from "../tests/browser/acts.mjs";
import { shift_clock } from "../tests/browser/clock.mjs";
import {
    NOW, SUBJECTS, pictures, references_folder, workspace_file,
} from "../tests/browser/pictures.mjs";
import {
    idle, launch, open_workspace, start_demo_session, start_proxy,
} from "../tests/browser/support.mjs";
import { palette_png } from "./palette_png.mjs";

const EVEN_STEP_MILLIS = 15_000;
const VARIANTS = {
    dark: { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
    light: { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
    contrast: { viewport: { width: 1440, height: 900 }, colorScheme: "dark", contrast: "more" },
    medium: { viewport: { width: 1024, height: 768 }, colorScheme: "light" },
    phone: {
        viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true, isMobile: true,
    },
    "phone-light": {
        viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true, isMobile: true,
    },
};

async function take(page, folder, name) {
    await page.mouse.move(1, 1);
    await page.evaluate(() => document.activeElement?.blur());
    await idle(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The middle of a session: three decisions, one draft and one suggestion. */
async function talk(page) {
    await say(page, "Let's go with Circle.");
    await say(page, "We're charging $29 a month.");
    await say(page, "One tier, eight spaces and three roles it is.");
    await say(page, "Draft the member promise with me.");
    await say(page, "Mid January, maybe the 22nd?");
}

async function one_variant(browser, proxy, folder, variant) {
    const context = await browser.newContext({ locale: "en-GB", ...VARIANTS[variant] });
    const page = await open_workspace(context, proxy, "/");
    await page.screenshot({ path: join(folder, `setup-${variant}.png`) });
    await start_demo_session(page);
    await page.screenshot({ path: join(folder, `welcome-${variant}.png`) });
    await talk(page);
    // Toasts and celebrations go by themselves; the pictures are of what stays.
    await page.waitForTimeout(7000);
    for (const screen of SCREENS) {
        if (await go_to(page, screen)) {
            await take(page, folder, `${screen.toLowerCase()}-${variant}`);
        }
    }
    for (const problem of page.problems) console.error(`${variant}: ${problem}`);
    await context.close();
}

/** Events as if one came every 15 seconds, so that each recording gives the same file. */
function with_even_times(backup) {
    const set = (value, at) => {
        if (value === null || typeof value !== "object") return;
        for (const [name, member] of Object.entries(value)) {
            if (name === "at") value.at = at;
            else set(member, at);
        }
    };
    const beginning = NOW - EVEN_STEP_MILLIS * backup.events.length;
    backup.events.forEach((event, i) => set(event, beginning + i * EVEN_STEP_MILLIS));
    return backup;
}

async function record_workspace(browser, proxy) {
    const context = await browser.newContext({ timezoneId: "UTC", reducedMotion: "reduce" });
    await shift_clock(context, NOW - Date.now());
    const page = await open_workspace(context, proxy, "/");
    await start_demo_session(page);
    await talk(page);
    await go_to(page, "Settings");
    const file = await download(page,
        page.getByRole("button", { name: "Download a backup", exact: true }));
    const backup = with_even_times(JSON.parse(readFileSync(await file.path(), "utf8")));
    const events = backup.events.map((event) => JSON.stringify(event)).join(",\n");
    const head = JSON.stringify({ ...backup, events: undefined }).slice(0, -1);
    writeFileSync(workspace_file, `${head},"events":[\n${events}\n]}\n`);
    await context.close();
}

async function make_references(browser, proxy) {
    mkdirSync(references_folder, { recursive: true });
    await record_workspace(browser, proxy);
    for (const name of readdirSync(references_folder)) {
        if (name.endsWith(".png")) rmSync(join(references_folder, name));
    }
    for (const subject of SUBJECTS) {
        for await (const { name, png } of pictures(browser, proxy, subject)) {
            writeFileSync(join(references_folder, `${name}.png`), palette_png(PNG.sync.read(png)));
        }
    }
}

const [folder, flag] = process.argv.slice(2);
if (!folder || (flag && flag !== "--all")) {
    console.error("usage: node scripts/make_pictures.mjs FOLDER [--all] | --references");
    process.exit(2);
}
const proxy = await start_proxy();
const browser = await launch();
try {
    if (folder === "--references") {
        await make_references(browser, proxy);
    } else {
        mkdirSync(folder, { recursive: true });
        for (const variant of flag ? Object.keys(VARIANTS) : ["dark"]) {
            await one_variant(browser, proxy, folder, variant);
        }
    }
} finally {
    await browser.close();
    await proxy.stop();
}
