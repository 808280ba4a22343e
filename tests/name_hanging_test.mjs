// Loaded before each file that `./atrium test` runs with Node.js: a test that hangs ends its file and is
// named, where otherwise only the whole list's bound would end it, and nobody knew which test it was.
import { afterEach, beforeEach } from "node:test";

// Several times what the slowest takes on two busy cores.
const LONGEST_TEST_MILLIS = Number(process.env.ATRIUM_LONGEST_TEST_MILLIS ?? 420_000);

let timer;

function wait_for(what) {
    clearTimeout(timer);
    timer = setTimeout(() => {
        console.error(`hangs: ${what} is not over after ${LONGEST_TEST_MILLIS / 1000} seconds`);
        process.exit(1);
    }, LONGEST_TEST_MILLIS);
    timer.unref();
}

// The runner loads it as well, and has no tests of its own.
if (process.env.NODE_TEST_CONTEXT) {
    wait_for("what comes before the first test");
    beforeEach((test) => wait_for(`the test "${test.name}"`));
    afterEach((test) => wait_for(`what comes after the test "${test.name}"`));
}
