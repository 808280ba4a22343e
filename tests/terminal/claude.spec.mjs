// A session with Claude in the terminal, through the real proxy, with Claude played by the scripted
// upstream: whatever the model sends, the workspace ends in the right state and says what happened.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { Proxy, startUpstream } from '../proxy/support.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'build/bin/atrium-cli');
const run = promisify(execFile);

/** The transcript of one message that asks the upstream for a scenario. */
async function session(t, scenario) {
  const upstream = await startUpstream(t);
  const proxy = await new Proxy(t, upstream).start();
  const folder = mkdtempSync(join(tmpdir(), 'atrium-terminal-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'script.txt');
  writeFileSync(script, `Please go on. scenario:${scenario}\n`);
  const { stdout } = await run(CLI, [
    'session', '--profile', join(ROOT, 'assets/demo_creator.json'), '--script', script,
    '--state', join(folder, 'state'), '--proxy', proxy.url, '--token', proxy.oneTimeToken,
    '--today', '2026-11-26',
  ]);
  const checked = await run(CLI, ['check', '--state', join(folder, 'state')]);
  assert.match(checked.stdout, /\d+ events/);
  return stdout;
}

const OPEN = /pricing: open/;

const CASES = [
  ['tool', 'a tool call is recorded', [/pricing: \$29 a month/, /platform: open/]],
  ['parallel_tools', 'parallel tool calls are all recorded',
    [/pricing: \$29 a month/, /platform: Discord/]],
  ['malformed_tool', 'a tool call that is no JSON records nothing', [OPEN]],
  ['wrong_tool_input', 'tool input of the wrong types records nothing', [OPEN]],
  ['thinking', 'thinking is no part of the answer', [/start with twenty founders/, OPEN]],
  ['max_tokens', 'an answer cut at its length keeps what there is',
    [/This answer ends in the/, OPEN]],
  ['pause_turn', 'a pause goes on, within bounds', [/Still at it\./, OPEN]],
  ['refusal', 'a refusal records nothing', [OPEN]],
  ['refusal_before_output', 'a refusal without a word is explained', [OPEN]],
  ['unknown_event', 'an event of a kind we do not know is passed over',
    [/start with twenty founders/, OPEN]],
  ['529_in_stream', 'an overload in the middle is explained', [OPEN]],
  ['cut', 'a stream that breaks keeps its text', [OPEN]],
];

for (const [scenario, fact, expected] of CASES) {
  test(`terminal: ${fact}`, async (t) => {
    const transcript = await session(t, scenario);
    for (const words of expected) assert.match(transcript, words);
    assert.match(transcript, /^claude-sonnet-5-5: /m, 'the answer names its model');
  });
}
