// The launch kit as the browser hands it over, opened with other people's programs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { choose_file, decisions_made, download, go_to, message_field, say } from "./acts.mjs";
import {
    DESKTOP, open_workspace, proxy_and_browser, start_demo_session, temporary_folder,
} from "./support.mjs";

const ZIP = "the-kiln-room-launch-kit.zip";
const folder = temporary_folder();
let page;
const here = proxy_and_browser(async () => {
    page = await open_workspace(await here.browser.newContext(DESKTOP), here.proxy);
    await start_demo_session(page);
    await say(page, "Let's go with Discord.");
    await go_to(page, "Kit");
});

test("kit: the ZIP made in the browser opens and holds every file", async () => {
    const file = await download(page, page.getByRole("button", { name: /^Download kit/ }));
    assert.equal(file.suggestedFilename(), ZIP);
    const zip = join(folder, ZIP);
    await file.saveAs(zip);
    execFileSync("unzip", ["-tq", zip]);
    const names = execFileSync("unzip", ["-Z1", zip], { encoding: "utf8" });
    for (const name of ["plan.html", "tasks.csv", "calendar.ics", "community-blueprint.json",
        "transcript.md", "atrium-backup.json"]) {
        assert.match(names, new RegExp(`(^|\\n|/)${name}\\n`), name);
    }
});

test("kit: the backup in it restores the same launch in another browser", async () => {
    execFileSync("unzip", ["-qo", join(folder, ZIP), "-d", folder]);
    const found = execFileSync("find", [folder, "-name", "atrium-backup.json"], {
        encoding: "utf8" }).trim();
    assert.ok(readFileSync(found, "utf8").length > 0);
    const other = await open_workspace(await here.browser.newContext(DESKTOP), here.proxy, "/");
    await choose_file(other, other.getByRole("button", { name: "Restore a backup" }).first(), found);
    await message_field(other).waitFor();
    await decisions_made(other, 1);
    assert.deepEqual(other.problems, []);
});
