// Pictures of every screen, as a creator sees it in the middle of the demo session:
//
//     node scripts/make_pictures.mjs docs/images              dark, 1440 x 900, for the documentation
//     node scripts/make_pictures.mjs /tmp/pictures --all      also light, contrast and the phone
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import {
    fill, idle, launch, open_workspace, press, start_demo_session, start_proxy,
} from "../tests/browser/support.mjs";

const SCREENS = [
    "Session", "Plan", "Decisions", "Documents", "Forecast", "Kit", "Activity", "Settings", "Help",
];
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

async function say(page, text) {
    await fill(page.getByRole("textbox", { name: "Message" }), text);
    await page.keyboard.press("Enter");
    await idle(page);
}

async function go_to(page, screen) {
    const bar = page.getByRole("navigation");
    const entry = bar.getByRole("button", { name: new RegExp(`^${screen}`) });
    if ((await entry.count()) > 0) {
        await press(entry.first());
        return true;
    }
    await press(bar.getByRole("button", { name: "More" }));
    const item = page.getByRole("button", { name: screen, exact: true });
    if ((await item.count()) === 0) return false;
    await press(item.first());
    return true;
}

async function take(page, folder, name) {
    await page.mouse.move(1, 1);
    await page.evaluate(() => document.activeElement?.blur());
    await idle(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function one_variant(browser, proxy, folder, variant) {
    const context = await browser.newContext(VARIANTS[variant]);
    const page = await open_workspace(context, proxy, "/");
    await page.screenshot({ path: join(folder, `setup-${variant}.png`) });
    await start_demo_session(page);
    await page.screenshot({ path: join(folder, `welcome-${variant}.png`) });
    await say(page, "Let's go with Circle.");
    await say(page, "We're charging $29 a month.");
    await say(page, "One tier, eight spaces and three roles it is.");
    await say(page, "Draft the member promise with me.");
    await say(page, "Mid January, maybe the 22nd?");
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

const [folder, flag] = process.argv.slice(2);
if (!folder || (flag && flag !== "--all")) {
    console.error("usage: node scripts/make_pictures.mjs FOLDER [--all]");
    process.exit(2);
}
mkdirSync(folder, { recursive: true });
const proxy = await start_proxy();
const browser = await launch();
for (const variant of flag ? Object.keys(VARIANTS) : ["dark"]) {
    await one_variant(browser, proxy, folder, variant);
}
await browser.close();
await proxy.stop();
