// The command line of ./atrium and its steps, run by bash without touching this machine.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let folder;

before(() => (folder = mkdtempSync(join(tmpdir(), "atrium-steps-"))));
after(() => rmSync(folder, { recursive: true }));

/** Runs a bash text after the parts of scripts/ that it names, with an empty folder as the root. */
function bash(parts, text) {
    const sources = parts.map((part) => `source ${ROOT}/scripts/${part}.sh`).join("\n");
    const script = `set -euo pipefail\nROOT=${folder}\n${sources}\ncd ${folder}\n${text}`;
    return spawnSync("bash", ["-c", script], { encoding: "utf8" });
}

function atrium(...options) {
    return spawnSync(join(ROOT, "atrium"), options, { encoding: "utf8" });
}

test("command line: every command explains itself", () => {
    for (const command of ["setup", "build", "run", "test", "bench", "package", "lint"]) {
        const { status, stdout } = atrium(command, "--help");
        assert.equal(status, 0);
        assert.match(stdout, new RegExp(`^Usage: \\./atrium ${command}`));
    }
    assert.match(atrium("--help").stdout, /run {6}set up, build and start/);
});

test("command line: a mistake is named and leaves with status 2", () => {
    const mistakes = [
        [["fly"], /no command 'fly'/],
        [["run", "--port", "many"], /'many' is no port/],
        [["run", "--port"], /--port needs a value/],
        [["run", "--fast"], /run does not know '--fast'/],
        [["bench", "nothing-of-that-name"], /no benchmark 'nothing-of-that-name'/],
    ];
    for (const [options, message] of mistakes) {
        const { status, stderr } = atrium(...options);
        assert.equal(status, 2, options.join(" "));
        assert.match(stderr, message);
    }
});

test("steps: are numbered and timed, what is done is skipped, words of a step stand in its line", () => {
    const { status, stdout } = bash(["steps"], `
        first() { echo to the log; note "42 KB"; }
        second() { false; }
        second_is_done() { true; }
        plan "Doing one" first
        plan "Doing two" second
        run_plan`);
    assert.equal(status, 0);
    assert.match(stdout, /^\[1\/2\] Doing one … \d\.\d s, 42 KB\n\[2\/2\] Doing two … ready\n$/);
    assert.equal(readFileSync(join(folder, "build/logs/first.log"), "utf8"), "to the log\n");
});

test("steps: the first command that fails ends its step and the plan, and the log's end is shown", () => {
    const { status, stdout } = bash(["steps"], `
        breaks() { seq 100; echo cannot open it >&2; false; echo went on; }
        later() { touch reached; }
        plan "Breaking" breaks
        plan "Going on" later
        run_plan`);
    assert.equal(status, 1);
    assert.match(stdout, /\[1\/2\] Breaking … failed after/);
    assert.match(stdout, /    100\n    cannot open it\n\nThe whole log: build\/logs\/breaks\.log/);
    assert.doesNotMatch(stdout, /went on|^    50$/m);
    assert.ok(!existsSync(join(folder, "reached")));
});

test("steps: a test that fails does not keep the next from running", () => {
    const { status, stdout } = bash(["steps"], `
        test_one() { false; }
        test_two() { true; }
        plan "Testing one" test_one
        plan "Testing two" test_two
        run_plan
        echo "failed: \${FAILED_STEPS[*]}"`);
    assert.equal(status, 0);
    assert.match(stdout, /\[2\/2\] Testing two … \d\.\d s\nfailed: test_one\n$/);
});

test("name_hanging_test: a test that hangs ends its file, and its name is said", () => {
    const spec = join(folder, "hangs.spec.mjs");
    writeFileSync(spec, `import { test } from "node:test";
        test("a quick one", () => {});
        test("a slow one", () => new Promise(() => setInterval(() => {}, 1000)));`);
    // Tests that run tests: those would believe that they are a part of these.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, ATRIUM_LONGEST_TEST_MILLIS: "500" };
    const { status, stdout } = spawnSync("node", ["--import", join(ROOT, "tests/name_hanging_test.mjs"),
        "--test", "--test-reporter=spec", spec], { encoding: "utf8", env });
    assert.equal(status, 1);
    assert.match(stdout, /✔ a quick one/);
    assert.match(stdout, /hangs: the test "a slow one" is not over after 0\.5 seconds/);
});

test("packages: without root the missing ones and the command to install them are named", () => {
    const { status, stdout } = bash(["steps", "packages"], `
        can_be_root() { false; }
        dpkg-query() { echo "g++ installed"; }
        apt-get() { touch ran; }
        WANTED_PACKAGES=(g++ cmake ninja-build)
        plan "Installing Debian packages" install_packages
        run_plan`);
    assert.equal(status, 1);
    assert.match(stdout, /^    cmake ninja-build $/m);
    assert.match(stdout, /su -c 'apt-get update && apt-get install -y .* cmake ninja-build'/);
    assert.ok(!existsSync(join(folder, "ran")));
});

test("sources: a changed line of the lock file makes the fetched folder stale", () => {
    const lock = "imgui 1.92.2b pool/imgui.orig.tar.xz 00\n";
    writeFileSync(join(folder, "dependencies.lock"), lock);
    const is_done = () => bash(["steps", "sources"], "fetch_sources_is_done").status === 0;
    bash(["steps", "sources"], `
        mkdir -p build/deps/imgui build/deps/include
        ln -sf /usr/include build/deps/include/nlohmann
        source_stamp imgui >build/deps/imgui/.stamp`);
    assert.ok(is_done());
    writeFileSync(join(folder, "dependencies.lock"), lock.replace("00", "01"));
    assert.ok(!is_done());
});
