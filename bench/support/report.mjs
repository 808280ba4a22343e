// docs/benchmarks.md: each benchmark replaces its own section and leaves what others wrote. And what
// several benchmarks say in the same words: the machine, medians and percentiles.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";

const REPORT = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));
const HEAD = "# Benchmarks\n\nEach section is written by `./atrium bench NAME` from one run.\n";

/** Puts a benchmark's section between its markers. @param {string} name @param {string} section */
export function write_section(name, section) {
    const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
    const old = existsSync(REPORT) ? readFileSync(REPORT, "utf8") : HEAD;
    const block = `${begin}\n${section}\n${end}\n`;
    const from = old.indexOf(begin);
    writeFileSync(REPORT, from < 0 ? `${old}\n${block}`
        : old.slice(0, from) + block + old.slice(old.indexOf(end) + end.length + 1));
}

/** Day, processor, system and what else keeps it busy. */
export function machine() {
    const day = new Date().toISOString().slice(0, 10);
    const load = os.loadavg()[0].toFixed(1);
    return `${day}, ${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, Linux ${os.release()}, ` +
        `load ${load} at the end`;
}

/** @param {number[]} values @param {number} share  0.5 for the median */
export function percentile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => percentile(values, 0.5);
