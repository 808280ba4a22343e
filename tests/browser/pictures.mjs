// The screens as reference pictures show them: the same launch, the same moment, no motion and no
// caret, in four forms; and the page of all widgets in each theme. scripts/make_pictures.mjs makes the
// references, references.spec.mjs compares.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { SCREENS, choose_file, go_to, message_field } from "./acts.mjs";
import { busy_proxy } from "./busy_proxy.mjs";
import { NOVEMBER_2026, stop_clock } from "./clock.mjs";
import { idle, open_workspace, wait_until_open } from "./support.mjs";

export const references_folder = fileURLToPath(new URL("references", import.meta.url));
export const workspace_file = join(references_folder, "workspace.json");

// The moment of the last event of the workspace, and a little.
export const NOW = NOVEMBER_2026;
const LONGER_THAN_A_TOAST_MILLIS = 30_000;

const FORMS = {
    dark: { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
    light: { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
    phone: {
        viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true, isMobile: true,
    },
    "2x": {
        viewport: { width: 1200, height: 750 }, colorScheme: "dark", deviceScaleFactor: 2,
    },
};

// As high as the page of widgets is.
const WIDGETS_VIEWPORT = { width: 1440, height: 4180 };
const THEMES = {
    "widgets-dark": { colorScheme: "dark" },
    "widgets-light": { colorScheme: "light" },
    "widgets-contrast": { contrast: "more" },
};

/** What pictures are made of: each gives some, by pictures(). */
export const SUBJECTS = [...Object.keys(FORMS), ...Object.keys(THEMES)];

async function picture(page) {
    await page.evaluate(() => document.activeElement?.blur());
    await idle(page);
    return page.screenshot({ caret: "hide" });
}

async function restore_workspace(page) {
    await choose_file(page, page.getByRole("button", { name: "Restore a backup" }).first(),
        { name: "atrium-backup.json", mimeType: "application/json",
            buffer: readFileSync(workspace_file) });
    await message_field(page).waitFor();
    // What was said in a toast has been read.
    await page.evaluate((now) => window.set_now(now), NOW + LONGER_THAN_A_TOAST_MILLIS);
}

/** Loads the page anew with a proxy that administrators have used for a month. */
async function become_administrator(page) {
    for (const [path, json] of Object.entries(busy_proxy)) {
        await page.route(({ pathname }) => pathname === path, (route) => route.fulfill({ json }));
    }
    await page.reload();
    await wait_until_open(page);
    await message_field(page).waitFor();
}

async function* screens(page, form) {
    await page.mouse.move(1, 1);
    yield { name: `setup-${form}`, png: await picture(page) };
    await restore_workspace(page);
    await go_to(page, "Plan");
    for (const screen of [...SCREENS, "Usage"]) {
        if (screen === "Usage") await become_administrator(page);
        await go_to(page, screen);
        // There, some screens are pressed in a menu.
        if (form === "phone") await page.mouse.move(1, 1);
        yield { name: `${screen.toLowerCase()}-${form}`, png: await picture(page) };
    }
}

async function* widgets(page, name) {
    await restore_workspace(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Go to or do" }).waitFor();
    await idle(page);
    await page.keyboard.type("Widgets");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Atrium widgets" }).waitFor();
    await page.mouse.move(1, 1);
    yield { name, png: await picture(page) };
}

/**
 * Photographs one subject: every screen in one form, or the page of widgets in one theme.
 * @param {import("playwright-core").Browser} browser
 * @param {{origin: string, address: string}} proxy
 * @param {string} subject  of SUBJECTS
 * @returns {AsyncGenerator<{name: string, png: Buffer}>}
 */
export async function* pictures(browser, proxy, subject) {
    const theme = THEMES[subject];
    const form = theme ? { viewport: WIDGETS_VIEWPORT, ...theme } : FORMS[subject];
    const context = await browser.newContext({
        ...form, reducedMotion: "reduce", timezoneId: "UTC", locale: "en-US",
    });
    await stop_clock(context, NOW);
    const page = await open_workspace(context, proxy, "/");
    yield* theme ? widgets(page, subject) : screens(page, subject);
    for (const problem of page.problems) throw new Error(`${subject}: ${problem}`);
    await context.close();
}
