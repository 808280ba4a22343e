// Every zoom from 50 to 300 % of a window of 1280 x 800, and the narrowest window: nothing has to be
// scrolled sideways, what one works with is on the screen, and every device pixel is drawn.
import assert from "node:assert/strict";
import { test } from "node:test";

import { go_to } from "./acts.mjs";
import { idle, open_workspace, proxy_and_browser, start_demo_session } from "./support.mjs";

// Zoom is a smaller window of larger pixels: 300 % of 1280 are 427 CSS pixels of three each.
const ZOOMS = [50, 67, 80, 100, 125, 150, 175, 200, 250, 300].map((percent) => ({
    name: `${percent} %`, width: Math.round(1280 * 100 / percent),
    height: Math.round(800 * 100 / percent), density: percent / 100,
}));
// Of different heights, as an emulated change of density alone is told to no page.
const NARROW = [1, 2].map((density) => ({
    name: `320 px at ${density}x`, width: 320, height: 640 + density, density,
}));
const OTHER_SCREENS = ["Plan", "Forecast", "Settings"];
// Where the arrangement or the room is another one, the other screens are looked at as well.
const EVERYWHERE = ["50 %", "200 %", "300 %", "320 px at 1x"];

let page;
let devtools;
const here = proxy_and_browser(async () => {
    const context = await here.browser.newContext({ reducedMotion: "reduce" });
    page = await open_workspace(context, here.proxy);
    devtools = await context.newCDPSession(page);
});

async function look_at({ width, height, density }) {
    await devtools.send("Emulation.setDeviceMetricsOverride",
        { width, height, deviceScaleFactor: density, mobile: false });
    await page.waitForFunction(([w, d]) => innerWidth === w && Math.abs(devicePixelRatio - d) < 0.01,
        [width, density]);
    // The page hears of its new size with the next frame that the browser shows.
    await page.evaluate(() => new Promise((heard) => {
        requestAnimationFrame(() => requestAnimationFrame(heard));
    }));
    await idle(page);
}

/** Fails when the page scrolls, or the canvas has not one pixel for each of the device. */
async function expect_sharp_and_whole(what) {
    const found = await page.evaluate(() => {
        const canvas = document.getElementById("canvas");
        const box = canvas.getBoundingClientRect();
        const page_size = document.scrollingElement;
        return {
            sideways: page_size.scrollWidth - innerWidth,
            down: page_size.scrollHeight - innerHeight,
            backing: [canvas.width, canvas.height],
            shown: [box.width * devicePixelRatio, box.height * devicePixelRatio],
            window: [innerWidth * devicePixelRatio, innerHeight * devicePixelRatio],
        };
    });
    assert.ok(found.sideways <= 0, `${what}: ${found.sideways} px wider than the window`);
    assert.ok(found.down <= 0, `${what}: ${found.down} px higher than the window`);
    for (const side of [0, 1]) {
        assert.ok(Math.abs(found.backing[side] - found.shown[side]) < 0.51,
            `${what}: ${found.backing} pixels are shown on ${found.shown}`);
        assert.ok(Math.abs(found.backing[side] - found.window[side]) <= 1,
            `${what}: ${found.backing} pixels in a window of ${found.window}`);
    }
}

async function expect_on_screen(control, what) {
    const box = await control.boundingBox();
    const window_size = await page.evaluate(() => [innerWidth, innerHeight]);
    assert.ok(box && box.width > 0 && box.height > 0, `${what} is not drawn`);
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= window_size[0] + 0.5 &&
        box.y + box.height <= window_size[1] + 0.5,
    `${what} at ${JSON.stringify(box)} is outside of ${window_size}`);
}

/** No control reaches over the window's sides; what is scrolled out has no width. */
async function expect_none_over_the_sides(what) {
    const over = await page.evaluate(() => [...document.querySelectorAll("#surface .pressable")]
        .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 0 && box.height > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5);
        })
        .map((element) => element.ariaLabel ?? element.textContent));
    assert.deepEqual(over, [], what);
}

for (const form of [...ZOOMS, ...NARROW]) {
    test(`zoom: setup is usable at ${form.name}`, async () => {
        await look_at(form);
        await expect_sharp_and_whole("setup");
        await expect_none_over_the_sides("setup");
        await expect_on_screen(page.getByRole("button", { name: "Continue" }), "Continue");
        const name = page.getByRole("textbox", { name: "What may we call you?" });
        await name.focus();
        await idle(page);
        await expect_on_screen(name, "the first field");
    });
}

test("zoom: the session opens", async () => {
    await look_at(ZOOMS[3]);
    await start_demo_session(page);
});

for (const form of [...ZOOMS, ...NARROW]) {
    test(`zoom: the workspace is usable at ${form.name}`, async () => {
        await look_at(form);
        const others = EVERYWHERE.includes(form.name) ? OTHER_SCREENS : [];
        for (const screen of [...others, "Session"]) {
            await go_to(page, screen);
            await expect_sharp_and_whole(screen);
            await expect_none_over_the_sides(screen);
            const entry = page.getByRole("navigation").locator('[aria-current="page"]');
            await expect_on_screen(entry, `${screen}: its entry of the navigation`);
        }
        const message = page.getByRole("textbox", { name: "Message" });
        await expect_on_screen(message, "the composer");
        await expect_on_screen(page.getByRole("button", { name: "Send" }), "Send");
        assert.deepEqual(page.problems, []);
    });
}
