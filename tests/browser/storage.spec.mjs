// Nothing that the workspace called saved may be lost, and nothing that is lost may be called saved.
import assert from "node:assert/strict";
import { test } from "node:test";

import { say } from "./acts.mjs";
import {
    DESKTOP, idle, open_workspace, proxy_and_browser, start_demo_session, wait_until_open,
} from "./support.mjs";

const here = proxy_and_browser();

test("storage: what was saved is there after a reload", async () => {
    const context = await here.browser.newContext(DESKTOP);
    const page = await open_workspace(context, here.proxy);
    await start_demo_session(page);
    await say(page, "We open on Circle, that is decided.");
    await page.reload();
    await wait_until_open(page);
    await page.getByRole("log").getByText("We open on Circle, that is decided.").first().waitFor();
    assert.deepEqual(page.problems, []);
    await context.close();
});

test("storage: a second tab reads, takes over and has everything", async () => {
    const context = await here.browser.newContext(DESKTOP);
    const first = await open_workspace(context, here.proxy);
    await start_demo_session(first);
    const second = await open_workspace(context, here.proxy, "/");
    await second.getByText("here you can only read").first().waitFor();
    await say(first, "The price is $29 a month.");
    await second.getByRole("button", { name: "Take over" }).click();
    await second.getByText("here you can only read").first().waitFor({ state: "detached" });
    await idle(second);
    await second.getByRole("log").getByText("The price is $29 a month.").first().waitFor();
    await first.bringToFront();
    await first.getByText("here you can only read").first().waitFor();
    await context.close();
});

test("storage: a reading tab writes when the other one closes", async () => {
    const context = await here.browser.newContext(DESKTOP);
    const first = await open_workspace(context, here.proxy);
    await start_demo_session(first);
    const second = await open_workspace(context, here.proxy, "/");
    await second.getByText("here you can only read").first().waitFor();
    await first.close();
    await second.getByText("here you can only read").first().waitFor({ state: "detached" });
    await say(second, "Now I write here.");
    await second.reload();
    await wait_until_open(second);
    await second.getByRole("log").getByText("Now I write here.").first().waitFor();
    await context.close();
});

test("storage: a browser that refuses IndexedDB runs the workspace and says so", async () => {
    const context = await here.browser.newContext(DESKTOP);
    await context.addInitScript(() => {
        IDBFactory.prototype.open = () => {
            throw new DOMException("denied", "SecurityError");
        };
    });
    const page = await open_workspace(context, here.proxy);
    await start_demo_session(page);
    await page.getByText("This browser does not keep data for Atrium").first().waitFor();
    await page.getByRole("button", { name: "Download a backup" }).first().waitFor();
    assert.deepEqual(page.problems, []);
    await context.close();
});

test("storage: a full disk is said, and saving goes on when there is room", async () => {
    const context = await here.browser.newContext(DESKTOP);
    const page = await open_workspace(context, here.proxy);
    await start_demo_session(page);
    await page.evaluate(() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => {
            throw new DOMException("no room", "QuotaExceededError");
        };
        window.make_room = () => { IDBObjectStore.prototype.put = put; };
    });
    await say(page, "Weekly live calls.");
    await page.getByText("This browser has no room left to save").first().waitFor();
    await page.evaluate(() => window.make_room());
    await page.getByRole("button", { name: "Retry", exact: true }).click();
    await page.getByText("no room left").first().waitFor({ state: "detached" });
    await idle(page);
    await page.reload();
    await wait_until_open(page);
    await page.getByRole("log").getByText("Weekly live calls.").first().waitFor();
    await context.close();
});

test("storage: a connection that the browser closed is opened again", async () => {
    const context = await here.browser.newContext(DESKTOP);
    await context.addInitScript(() => {
        const open = IDBFactory.prototype.open;
        window.connections = [];
        IDBFactory.prototype.open = function (...parameters) {
            const request = open.apply(this, parameters);
            request.addEventListener("success", () => window.connections.push(request.result));
            return request;
        };
    });
    const page = await open_workspace(context, here.proxy);
    await start_demo_session(page);
    await page.evaluate(() => window.connections.forEach((connection) => connection.close()));
    await say(page, "Six weeks from now.");
    await page.reload();
    await wait_until_open(page);
    await page.getByRole("log").getByText("Six weeks from now.").first().waitFor();
    await context.close();
});
