// Starts the real proxy and the scripted upstream as processes of their own, each on a free port and
// with a fresh data folder, and stops them when the test is over.
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import readline from 'node:readline';
import { KEY, assertFolderHoldsNoSecrets, assertNoSecrets, notePrompt, noteToken } from './secrets.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROXY = process.env.ATRIUM_PROXY ?? join(ROOT, 'build/bin/atrium-proxy');

export { KEY };

async function firstLine(stream, wanted) {
  for await (const line of readline.createInterface({ input: stream })) {
    const found = line.match(wanted);
    if (found) return found;
  }
  throw new Error('the program ended before it said where it listens');
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill(signal);
  // Not 'exit': what it wrote last may still be on its way.
  await closed;
}

/** t: the test, which stops the upstream at its end. */
export async function startUpstream(t, env = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'tests/upstream/upstream.mjs')], {
    env: { ...process.env, UPSTREAM_PACE_MS: '1', ...env }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => end(child, 'SIGKILL'));
  const [port] = await firstLine(child.stdout, /^\d+$/);
  const url = `http://127.0.0.1:${port}`;
  return { url, stop: () => end(child, 'SIGKILL'),
    journal: async () => (await fetch(`${url}/journal`)).json(),
    // Ends the pause of what was asked for with `for:told`.
    go: async () => { await (await fetch(`${url}/go`)).text(); } };
}

export function dataFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-proxy-'));
  t.after(() => {
    try {
      assertFolderHoldsNoSecrets(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return folder;
}

/** A time zone in which it is about noon, so that no day ends during a test. */
export const TIME_ZONE = (() => {
  const hours_ahead = 12 - new Date().getUTCHours();
  // These names count the hours to the west.
  return `Etc/GMT${hours_ahead > 0 ? '-' : '+'}${Math.abs(hours_ahead)}`;
})();

export class Proxy {
  /** settings: environment variables; upstream: of startUpstream, or null for no key. */
  constructor(t, upstream, settings = {}) {
    // Registered first: the folder is searched once nothing writes to it.
    t.after(() => this.#end());
    this.env = {
      PATH: process.env.PATH, HOME: '/nonexistent', ATRIUM_PORT: '0',
      ATRIUM_DATA_DIR: settings.ATRIUM_DATA_DIR ?? dataFolder(t),
      ATRIUM_SITE_DIR: '/nonexistent', ATRIUM_PING_SECONDS: '1', ATRIUM_DRAIN_SECONDS: '1',
      ATRIUM_MAX_STREAMS: '600', ATRIUM_TIME_ZONE: TIME_ZONE,
      ...(upstream ? { CLAUDE_API_KEY: KEY, ANTHROPIC_BASE_URL: upstream.url } : {}),
      ...settings,
    };
    this.program = PROXY;
    this.output = '';
    this.log = '';
  }

  async #end() {
    if (this.child) await end(this.child, 'SIGKILL');
    // `./atrium test --sanitize` builds a program that says what it found, and goes on.
    const found = this.log.search(/(Address|Thread|Leak)Sanitizer|runtime error:/);
    if (found >= 0) throw new Error(this.log.slice(found, found + 6000));
    assertNoSecrets('the log', this.log);
    assertNoSecrets('what commands print', this.output);
  }

  /** What the command prints; a token stands alone on the last line. */
  command(...args) {
    const text = execFileSync(PROXY, args, { env: this.env, encoding: 'utf8' });
    this.output += args[1] === 'add' || args[1] === 'rotate' ? '' : text;
    return text.trim();
  }

  addUser(name, ...args) {
    const token = this.command('user', 'add', name, ...args).split('\n').at(-1);
    noteToken(token);
    return token;
  }

  async start() {
    this.child = spawn(this.program, ['serve'], { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stderr.on('data', (data) => { this.log += data; });
    const [, url, token] = await firstLine(this.child.stdout, /(https?:\/\/[^/]+)\/(?:#token=(\S+))?/);
    Object.assign(this, { url, oneTimeToken: token });
    return this;
  }

  /** Tells it to read its settings again, and waits until it says so. */
  async reload() {
    const from = this.log.length;
    this.child.kill('SIGHUP');
    const said = await eventually(() => this.log.slice(from).match(/event=(reloaded|reload_failed).*\n/));
    return said[0];
  }

  stop() { return end(this.child, 'SIGTERM'); }

  kill() { return end(this.child, 'SIGKILL'); }

  async get(path, token) {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    return fetch(this.url + path, { headers });
  }

  async usage(token) { return (await this.get('/api/v1/usage', token)).json(); }

  /** POST /v1/messages with one user text. */
  message(token, text, { signal, headers, ...fields } = {}) {
    notePrompt(text);
    return fetch(`${this.url}/v1/messages`, {
      method: 'POST', signal,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json',
        'anthropic-version': '2023-06-01', ...headers },
      body: JSON.stringify({ model: 'claude-sonnet-5-5', max_tokens: 500, stream: true,
        messages: [{ role: 'user', content: text }], ...fields }),
    });
  }
}

/** The events of a streamed answer, as [name, data]. */
export function eventsOf(text) {
  return text.split('\n\n').filter((block) => block.startsWith('event: ')).map((block) => {
    const [name, ...data] = block.split('\n');
    return [name.slice(7), data.map((line) => line.slice(6)).join('\n')];
  });
}

export const textOf = (stream) => eventsOf(stream)
  .filter(([name]) => name === 'content_block_delta')
  .map(([, data]) => JSON.parse(data).delta.text ?? '').join('');

/** What a streamed answer says until it holds `words`; more of it can be read afterwards. */
export async function readUntil(reader, words) {
  const decoder = new TextDecoder();
  for (let text = ''; ;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the answer ended without ${words}: ${text}`);
    text += decoder.decode(value, { stream: true });
    if (words.test(text)) return text;
  }
}

const LONGEST_WAIT_MILLIS = 30_000;

/** What check() gives, as soon as that is something; for what happens a moment later in another
 * process. Throws when it does not. */
export async function eventually(check) {
  const end_at = Date.now() + LONGEST_WAIT_MILLIS;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end_at) throw new Error(`waited ${LONGEST_WAIT_MILLIS} ms in vain for ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
