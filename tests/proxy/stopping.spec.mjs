// How the proxy begins and ends: signals, ports, what a stop costs and how long it lasts.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync,
  writeSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { PROXY, Proxy, dataFolder, eventually, startUpstream } from './support.mjs';

async function start(t, settings, upstream) {
  const proxy = new Proxy(t, upstream ?? await startUpstream(t), settings);
  proxy.anna = proxy.addUser('anna', '--admin');
  return proxy.start();
}

const rows = (proxy) => JSON.parse(proxy.command('usage', '--format', 'json'));
const streams = (proxy, wanted) => eventually(async () =>
  new RegExp(`atrium_streams ${wanted}\\n`).test(await (await proxy.get('/metrics')).text()));

function connect(t, proxy, bytes) {
  const { hostname, port } = new URL(proxy.url);
  const socket = net.connect({ host: hostname, port, allowHalfOpen: true }).on('error', () => {});
  t.after(() => socket.destroy());
  socket.write(bytes);
  return socket;
}

const head = (proxy, token, length, path = '/v1/messages') => `POST ${path} HTTP/1.1\r\n`
  + `host: ${new URL(proxy.url).host}\r\nx-api-key: ${token}\r\ncontent-length: ${length}\r\n\r\n`;

const messageOf = (text) => JSON.stringify({ model: 'claude-sonnet-5-5', max_tokens: 500, stream: true,
  messages: [{ role: 'user', content: text }] });

test('stopping: what it cuts off before the head came is charged at its bound, as by a kill', async (t) => {
  for (const stream of [true, false]) {
    const upstream = await startUpstream(t);
    const proxy = await start(t, { ATRIUM_STOP_SECONDS: '0' }, upstream);
    const answer = proxy.message(proxy.anna, 'scenario:late_head for:60000', { stream }).catch(() => null);
    await eventually(async () => (await upstream.journal()).length === 1);
    await proxy.stop();
    await answer;
    assert.match(proxy.log, /outcome=stopped/);
    const [row] = rows(proxy);
    assert.deepEqual([row.requests, row.estimated], [1, 1]);
    assert.ok(row.cost_micro_usd >= 500 * 10);
  }
});

/** An upstream that writes faster than anybody reads, and never answers a count of tokens. */
async function startFlood(t) {
  const server = http.createServer((req, res) => {
    req.resume().on('end', () => {
      if (req.url.endsWith('count_tokens')) return;
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      const more = () => {
        while (!res.destroyed && res.write(`event: ping\ndata: {"type": "ping"${' '.repeat(8000)}}\n\n`));
      };
      res.on('drain', more);
      more();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.closeAllConnections(); server.close(); });
  return { url: `http://127.0.0.1:${server.address().port}` };
}

test('stopping: no connection outlasts the grace, whatever it is doing', async (t) => {
  const proxy = new Proxy(t, await startFlood(t), { ATRIUM_STOP_SECONDS: '0' });
  proxy.anna = proxy.addUser('anna', '--admin');
  await proxy.start();
  // A reader that has stopped reading: the proxy would wait a minute before it gives it up.
  const body = messageOf('flood');
  const reader = connect(t, proxy, head(proxy, proxy.anna, body.length) + body);
  await once(reader, 'data');
  reader.pause();
  // A count of tokens that upstream never answers, half a request line, and a body that never ends.
  const counted = JSON.stringify({ model: 'claude-sonnet-5-5', messages: [{ role: 'user', content: 'count' }] });
  connect(t, proxy, head(proxy, proxy.anna, counted.length, '/v1/messages/count_tokens') + counted);
  connect(t, proxy, 'GET / HT');
  const dripping = connect(t, proxy, head(proxy, proxy.anna, 1000));
  const drip = setInterval(() => { if (!dripping.destroyed) dripping.write('x'); }, 200);
  t.after(() => clearInterval(drip));
  await streams(proxy, 2);
  const began = Date.now();
  await proxy.stop();
  assert.equal(proxy.child.exitCode, 0);
  assert.ok(Date.now() - began < 30_000, `${Date.now() - began} ms`);
});

test('stopping: it says that it is not ready, a second signal cuts off, a third ends it at once', async (t) => {
  const proxy = await start(t, { ATRIUM_STOP_SECONDS: '600' });
  const settled = proxy.message(proxy.anna, 'scenario:late_head for:60000').catch(() => null);
  await streams(proxy, 1);
  assert.equal((await proxy.get('/readyz')).status, 200);
  proxy.child.kill('SIGTERM');
  await eventually(() => /event=stopping/.test(proxy.log));
  assert.equal((await proxy.get('/readyz')).status, 503);
  assert.equal((await proxy.get('/healthz')).status, 200);
  // Settling waits for this lock.
  const script = 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1],isolation_level=None);'
    + 'c.execute("BEGIN EXCLUSIVE"); print("held",flush=True); sys.stdin.read()';
  const holder = spawn('python3', ['-c', script, join(proxy.env.ATRIUM_DATA_DIR, 'atrium.sqlite')],
    { stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => holder.kill());
  await once(holder.stdout, 'data');
  proxy.child.kill('SIGTERM');
  await eventually(() => /event=cutting_off/.test(proxy.log));
  proxy.child.kill('SIGINT');
  await once(proxy.child, 'exit');
  assert.equal(proxy.child.exitCode, 1);
  await settled;
});

test('starting: a second proxy on the same port does not start', async (t) => {
  const first = await start(t);
  const { env } = new Proxy(t, null, { ATRIUM_PORT: new URL(first.url).port });
  const { status, stderr } = spawnSync(PROXY, ['serve'], { env, encoding: 'utf8', timeout: 15000 });
  assert.equal(status, 1);
  assert.match(stderr, /another program may use the port/);
});

test('starting: a SIGHUP in the first moments is a reload', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-pipe-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const pipe = join(folder, 'key');
  execFileSync('mkfifo', [pipe]);
  const proxy = new Proxy(t, null, { CLAUDE_API_KEY_FILE: pipe });
  const started = proxy.start();
  // Until the proxy reads its key, nobody can write to the pipe.
  const writer = () => eventually(() => {
    try {
      return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch {
      return null;
    }
  });
  const first = await writer();
  proxy.child.kill('SIGHUP');
  writeSync(first, 'first-key\n');
  closeSync(first);
  await started;
  assert.equal((await (await proxy.get('/api/v1/config')).json()).claude, true);
  // The reload reads the key once more.
  const again = await writer();
  writeSync(again, 'second-key\n');
  closeSync(again);
  await eventually(() => /event=reloaded/.test(proxy.log));
});

test('starting: nobody else of the machine can read its data', async (t) => {
  const before = process.umask(0o022);
  t.after(() => process.umask(before));
  const folder = join(dataFolder(t), 'data');
  const proxy = new Proxy(t, null, { ATRIUM_DATA_DIR: folder });
  proxy.addUser('anna');
  await proxy.start();
  for (const path of [folder, join(folder, 'atrium.sqlite'), join(folder, 'atrium.sqlite-wal')]) {
    assert.ok(existsSync(path), path);
    assert.equal(statSync(path).mode & 0o077, 0, path);
  }
});

async function startWithLimit(t, limit) {
  const proxy = new Proxy(t, null);
  const child = spawn('sh', ['-c', `ulimit ${limit}; exec "$0" serve`, PROXY],
    { env: proxy.env, stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  let log = '';
  child.stderr.on('data', (data) => { log += data; });
  await once(child.stdout, 'data');
  return { limits: readFileSync(`/proc/${child.pid}/limits`, 'utf8'), log: () => log };
}

test('starting: it takes as many file descriptors as it may have, and says when those are few', async (t) => {
  const raised = await startWithLimit(t, '-Sn 200');
  const [, soft, hard] = raised.limits.match(/Max open files +(\d+) +(\d+)/);
  assert.equal(soft, hard);
  const few = await startWithLimit(t, '-n 200');
  await eventually(() => /event=descriptors_scarce limit=200 needed=1328/.test(few.log()));
});
