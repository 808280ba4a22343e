// Sessions of tests/sessions held by the real atrium-cli, and the launch kits that come of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = process.env.ATRIUM_CLI ?? join(ROOT, 'build/bin/atrium-cli');
const TODAY = ['--today', '2026-11-22'];

export const SESSIONS = readdirSync(join(ROOT, 'tests/sessions'))
  .filter((name) => name.endsWith('.txt')).map((name) => name.replace('.txt', ''));

export function cli(...args) {
  return execFileSync(CLI, args, { encoding: 'utf8' });
}

/** A folder that is gone after the test. */
export function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-kit-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Holds the session, gives the folder of its state. */
export function heldSession(t, name) {
  const state = join(temporaryFolder(t), 'state');
  const script = join(ROOT, 'tests/sessions', name);
  cli('session', '--profile', `${script}.profile.json`, '--script', `${script}.txt`,
    '--state', state, ...TODAY);
  return state;
}

/** As heldSession, with these lines and a usual profile in which `changes` are made. */
export function sessionOf(t, changes, lines) {
  const folder = temporaryFolder(t);
  const usual = JSON.parse(readFileSync(join(ROOT, 'assets/demo_creator.json'), 'utf8'));
  const [profile, script, state] = ['profile.json', 'script.txt', 'state'].map((name) => join(folder, name));
  writeFileSync(profile, JSON.stringify({ ...usual, ...changes }));
  writeFileSync(script, lines);
  cli('session', '--profile', profile, '--script', script, '--state', state, ...TODAY);
  return state;
}

/** Writes the kit; gives its folder, the ZIP's path and a reader of its files. */
export function exportedKit(t, state) {
  const folder = temporaryFolder(t);
  const said = cli('export', '--state', state, '--out', folder, ...TODAY);
  const zip = said.trim().match(/ and (.*\.zip)$/)[1];
  return { folder, zip, said, read: (path) => readFileSync(join(folder, path), 'utf8') };
}

/** Every file below a folder: {path: content}. */
export function filesBelow(folder) {
  const files = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files[relative(folder, path)] = readFileSync(path);
  }
  return files;
}
