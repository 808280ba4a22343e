// The launch kit as the browser hands it over, opened with other people's programs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import {
    assert_built, fill, idle, launch, open_workspace, press, start_demo_session, start_proxy,
} from "./support.mjs";

let proxy;
let browser;
let page;
let folder;

before(async () => {
    assert_built();
    proxy = await start_proxy();
    browser = await launch();
    folder = mkdtempSync(join(tmpdir(), "atrium-kit-"));
    page = await open_workspace(await browser.newContext({ acceptDownloads: true }), proxy);
    await start_demo_session(page);
    await fill(page.getByRole("textbox", { name: "Message" }), "Let's go with Discord.");
    await page.keyboard.press("Enter");
    await idle(page);
    await press(page.getByRole("navigation").getByRole("button", { name: "Kit" }));
});

after(async () => {
    await browser?.close();
    await proxy?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
});

async function download(button) {
    const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    return path;
}

test("kit: the ZIP made in the browser opens and holds every file", async () => {
    const zip = await download(page.getByRole("button", { name: /^Download kit/ }));
    execFileSync("unzip", ["-tq", zip]);
    const names = execFileSync("unzip", ["-Z1", zip], { encoding: "utf8" });
    for (const name of ["plan.html", "tasks.csv", "calendar.ics", "community-blueprint.json",
        "transcript.md", "atrium-backup.json"]) {
        assert.match(names, new RegExp(`(^|\\n|/)${name}\\n`), name);
    }
});

test("kit: the backup in it restores the same launch in another browser", async () => {
    const zip = join(folder, "the-kiln-room-launch-kit.zip");
    execFileSync("unzip", ["-qo", zip, "-d", folder]);
    const found = execFileSync("find", [folder, "-name", "atrium-backup.json"], {
        encoding: "utf8" }).trim();
    assert.ok(readFileSync(found, "utf8").length > 0);
    const other = await open_workspace(await browser.newContext(), proxy, "/");
    const [chooser] = await Promise.all([
        other.waitForEvent("filechooser"),
        other.getByRole("button", { name: "Restore a backup" }).first().click(),
    ]);
    await chooser.setFiles(found);
    await other.getByRole("textbox", { name: "Message" }).waitFor();
    await idle(other);
    await other.getByRole("img", { name: "1 of 5 decisions made" }).first().waitFor();
    assert.deepEqual(other.problems, []);
});
