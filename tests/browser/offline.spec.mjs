// The second visit needs no network, and an update waits for the person's word.
import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { message_field, say, wait_for_answer } from "./acts.mjs";
import {
    DESKTOP, assert_built, fill, launch, open_workspace, press, site_folder,
    start_demo_session, start_proxy, start_upstream, wait_until_open,
} from "./support.mjs";

let browser;

before(async () => {
    assert_built();
    browser = await launch();
});

after(() => browser?.close());

/** Waits until the next visit could do without the network. */
async function wait_for_precache(page) {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test("offline: with the server gone the workspace opens and the guide answers", async () => {
    const proxy = await start_proxy();
    const context = await browser.newContext(DESKTOP);
    const page = await open_workspace(context, proxy);
    await start_demo_session(page);
    await wait_for_precache(page);
    await proxy.stop();
    await page.reload();
    await wait_until_open(page);
    const answers = page.getByRole("article", { name: /^Atrium/ });
    const before_question = await answers.count();
    await say(page, "We take Circle.");
    assert.equal(await answers.count(), before_question + 1);
    await context.close();
});

test("offline: after a reload without a network a message waits for Claude and goes by itself", async () => {
    const upstream = await start_upstream();
    const proxy = await start_proxy(upstream.settings);
    const context = await browser.newContext(DESKTOP);
    const page = await open_workspace(context, proxy);
    await start_demo_session(page);
    await wait_for_precache(page);
    await context.setOffline(true);
    await page.reload();
    await wait_until_open(page);
    await page.getByText("What you write waits for Claude").first().waitFor();
    const field = message_field(page);
    await fill(field, "We take Circle.");
    await field.press("Enter");
    await page.getByText("Waits for the connection").first().waitFor();
    await context.setOffline(false);
    await page.getByText("Waits for the connection").first().waitFor({ state: "detached" });
    await wait_for_answer(page);
    const answer = page.getByRole("article", { name: /^Atrium/ }).last();
    assert.match(await answer.textContent() ?? "", /Claude/);
    await context.close();
    await proxy.stop();
    upstream.stop();
});

test("offline: a new version waits and starts when the person says so", async () => {
    const site = mkdtempSync(join(tmpdir(), "atrium-site-"));
    cpSync(site_folder, site, { recursive: true });
    const old_proxy = await start_proxy({ ATRIUM_SITE_DIR: site });
    const context = await browser.newContext(DESKTOP);
    const page = await open_workspace(context, old_proxy);
    await start_demo_session(page);
    await wait_for_precache(page);
    await old_proxy.stop();

    for (const copy of [".br", ".gz"]) rmSync(join(site, `service_worker.js${copy}`));
    appendFileSync(join(site, "service_worker.js"), "// another version\n");
    // The same address again.
    const { port } = new URL(old_proxy.origin);
    const new_proxy = await start_proxy({ ATRIUM_PORT: port, ATRIUM_SITE_DIR: site });
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText("A new version of Atrium is ready").first().waitFor();
    await page.evaluate(() => { window.is_old_page = true; });
    await press(page.getByRole("button", { name: "Reload", exact: true }).first()).catch(() => {});
    await page.waitForFunction(() => !window.is_old_page);
    await wait_until_open(page);
    assert.equal(await page.getByText("A new version of Atrium is ready").count(), 0);
    await context.close();
    await new_proxy.stop();
    rmSync(site, { recursive: true, force: true });
});
