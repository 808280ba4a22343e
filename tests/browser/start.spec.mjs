// What a person sees when the page opens, also in a browser that lacks something.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
    DESKTOP, axe_violations, idle, new_page, open_workspace, proxy_and_browser,
} from "./support.mjs";

const here = proxy_and_browser();

/** Opens the page without expecting the workspace, after `prepare` took something away. */
async function open_without(prepare) {
    const context = await here.browser.newContext();
    const page = await new_page(context);
    await prepare(page);
    await page.goto(here.proxy.origin);
    return page;
}

test("start: a first visit shows setup and takes the token out of the address", async () => {
    const context = await here.browser.newContext(DESKTOP);
    const page = await open_workspace(context, here.proxy);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    assert.ok((await page.getByRole("textbox").count()) > 0, "setup asks for something");
    assert.equal(await page.locator("#splash").count(), 0);
    assert.ok(!page.url().includes("token"), page.url());
    assert.deepEqual(page.problems, []);
    await context.close();
});

test("start: axe-core finds nothing on the first screen", async () => {
    const context = await here.browser.newContext(DESKTOP);
    const page = await open_workspace(context, here.proxy);
    assert.deepEqual(await axe_violations(page), []);
    await context.close();
});

test("start: no frame is drawn while nothing changes for ten seconds", async () => {
    const context = await here.browser.newContext();
    const page = await open_workspace(context, here.proxy);
    const before_rest = await page.evaluate(() => window.atrium.frames);
    // The one place that waits for a time, because the time is what is tested.
    await page.waitForTimeout(10_000);
    assert.equal(await page.evaluate(() => window.atrium.frames), before_rest);
    await context.close();
});

test("start: a lost WebGL context comes back with the same picture", async () => {
    const context = await here.browser.newContext();
    const page = await open_workspace(context, here.proxy);
    const picture = await page.screenshot();
    await page.evaluate(() => {
        const gl = document.getElementById("canvas").getContext("webgl2");
        window.loss = gl.getExtension("WEBGL_lose_context");
        return new Promise((resolve) => {
            gl.canvas.addEventListener("webglcontextlost", resolve, { once: true });
            window.loss.loseContext();
        });
    });
    await page.evaluate(() => new Promise((resolve) => {
        document.getElementById("canvas")
            .addEventListener("webglcontextrestored", resolve, { once: true });
        window.loss.restoreContext();
    }));
    await idle(page);
    assert.ok(picture.equals(await page.screenshot()));
    await context.close();
});

test("start: without WebGL 2 a page says so and what to do", async () => {
    const page = await open_without((p) => p.addInitScript(() => {
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
            return kind === "webgl2" ? null : original.call(this, kind, ...rest);
        };
    }));
    await page.getByRole("heading", { name: "Atrium cannot draw here" }).waitFor();
    await page.getByText("hardware acceleration").waitFor();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    assert.deepEqual(await axe_violations(page), []);
    await page.context().close();
});

test("start: without WebAssembly a page says so and what to do", async () => {
    const page = await open_without((p) => p.addInitScript(() => {
        delete globalThis.WebAssembly;
    }));
    await page.getByRole("heading", { name: "Atrium cannot run here" }).waitFor();
    await page.context().close();
});

test("start: a part that does not arrive is explained", async () => {
    const page = await open_without((p) => p.route(/inter-400.*\.ttf/, (route) => route.abort()));
    await page.getByRole("heading", { name: "Atrium did not load completely" }).waitFor();
    await page.context().close();
});

test("start: with scripts switched off the page says why it is empty", async () => {
    const context = await here.browser.newContext({ javaScriptEnabled: false });
    const page = await new_page(context);
    await page.goto(here.proxy.origin);
    await page.locator("noscript p").waitFor();
    await context.close();
});

test("start: a frame asks the graphics process nothing", async () => {
    const context = await here.browser.newContext();
    await context.addInitScript(() => {
        window.questions = 0;
        const ask = WebGL2RenderingContext.prototype.getParameter;
        WebGL2RenderingContext.prototype.getParameter = function (name) {
            window.questions += 1;
            return ask.call(this, name);
        };
    });
    const page = await open_workspace(context, here.proxy);
    const before = await page.evaluate(() => [window.questions, window.atrium.frames]);
    await page.getByRole("textbox").first().fill("The Kiln Room");
    await idle(page);
    const [questions, frames] = await page.evaluate(() => [window.questions, window.atrium.frames]);
    assert.ok(before[0] > 0, "some are asked at the start");
    assert.ok(frames > before[1], "frames were drawn");
    assert.equal(questions, before[0]);
    await context.close();
});
