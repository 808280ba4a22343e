// The screens as reference pictures show them: the same launch, the same moment, no motion and no
// caret, in four forms. scripts/make_pictures.mjs makes the references, references.spec.mjs compares.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { SCREENS, choose_file, go_to, message_field } from "./acts.mjs";
import { stop_clock } from "./clock.mjs";
import { idle, open_workspace } from "./support.mjs";

export const references_folder = fileURLToPath(new URL("references", import.meta.url));
export const workspace_file = join(references_folder, "workspace.json");

// The moment of the last event of the workspace, and a little.
export const NOW = Date.UTC(2026, 10, 23, 9, 20);
const LONGER_THAN_A_TOAST_MILLIS = 30_000;

export const FORMS = {
    dark: { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
    light: { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
    phone: {
        viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true, isMobile: true,
    },
    "2x": {
        viewport: { width: 1200, height: 750 }, colorScheme: "dark", deviceScaleFactor: 2,
    },
};

async function picture(page) {
    await page.evaluate(() => document.activeElement?.blur());
    await idle(page);
    return page.screenshot({ caret: "hide" });
}

/**
 * Photographs every screen in one form.
 * @param {import("playwright-core").Browser} browser
 * @param {{origin: string, address: string}} proxy
 * @param {keyof FORMS} form
 * @returns {AsyncGenerator<{name: string, png: Buffer}>}
 */
export async function* pictures(browser, proxy, form) {
    const context = await browser.newContext({
        ...FORMS[form], reducedMotion: "reduce", timezoneId: "UTC", locale: "en-US",
    });
    await stop_clock(context, NOW);
    const page = await open_workspace(context, proxy, "/");
    await page.mouse.move(1, 1);
    yield { name: `setup-${form}`, png: await picture(page) };
    await choose_file(page, page.getByRole("button", { name: "Restore a backup" }).first(),
        { name: "atrium-backup.json", mimeType: "application/json",
            buffer: readFileSync(workspace_file) });
    await message_field(page).waitFor();
    // What was said in a toast has been read.
    await page.evaluate((now) => window.set_now(now), NOW + LONGER_THAN_A_TOAST_MILLIS);
    await go_to(page, "Plan");
    for (const screen of SCREENS) {
        await go_to(page, screen);
        // There, some screens are pressed in a menu.
        if (form === "phone") await page.mouse.move(1, 1);
        yield { name: `${screen.toLowerCase()}-${form}`, png: await picture(page) };
    }
    for (const problem of page.problems) throw new Error(`${form}: ${problem}`);
    await context.close();
}
