// What may go wrong around a message, besides upstream's own faults (relay.spec.mjs), and what then
// happens by the documentation: bytes cut anywhere, slow and vanishing readers, a locked database.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { Proxy, eventually, startUpstream } from './support.mjs';

async function start(t, settings) {
  const upstream = await startUpstream(t);
  const proxy = new Proxy(t, upstream, { MAX_MESSAGES_PER_DAY: '100000', ...settings });
  proxy.anna = proxy.addUser('anna', '--admin');
  await proxy.start();
  return { upstream, proxy };
}

const bodyOf = (text) => JSON.stringify({ model: 'claude-sonnet-5-5', max_tokens: 500, stream: true,
  messages: [{ role: 'user', content: text }] });

/** A request on a socket of our own; what arrives is collected in .text. */
function rawMessage(proxy, text) {
  const { hostname, port, host } = new URL(proxy.url);
  const body = bodyOf(text);
  const socket = net.connect({ host: hostname, port, allowHalfOpen: true });
  socket.text = '';
  socket.on('data', (data) => { socket.text += data.toString('latin1'); }).on('error', () => {});
  socket.write(`POST /v1/messages HTTP/1.1\r\nhost: ${host}\r\nx-api-key: ${proxy.anna}\r\n`
    + `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
  return socket;
}

test('faults: a recorded stream, cut at every byte, arrives byte for byte', async (t) => {
  const { upstream, proxy } = await start(t);
  const direct = await fetch(`${upstream.url}/v1/messages`, { method: 'POST',
    body: bodyOf('scenario:recorded'), headers: { 'x-api-key': 'k', 'anthropic-version': '2023-06-01' } });
  const recorded = Buffer.from(await direct.arrayBuffer());
  let next = 0;
  const relay = async () => {
    while (next <= recorded.length) {
      const cut = next++;
      const answer = await proxy.message(proxy.anna, `scenario:recorded cut:${cut}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.ok(bytes.equals(recorded), `cut at ${cut}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, relay));
  assert.ok(recorded.length > 900);
});

test('faults: a reader that pauses gets everything', async (t) => {
  const { proxy } = await start(t);
  const socket = rawMessage(proxy, 'scenario:long pace:0');
  await once(socket, 'data');
  socket.pause();
  // While another one gets as much, this one's is held up on the way.
  assert.match(await (await proxy.message(proxy.anna, 'scenario:long pace:0')).text(), /message_stop/);
  const ended = once(socket, 'end');
  socket.resume();
  await ended;
  assert.match(socket.text, /message_stop/);
});

test('faults: a reader that closes its half of the connection counts as gone', async (t) => {
  const { proxy } = await start(t);
  const socket = rawMessage(proxy, 'scenario:hang');
  await once(socket, 'data');
  socket.end();
  // Upstream says nothing more, so this can only come of the reader's end.
  await eventually(() => /outcome=client_gone .*output_tokens=500 /.test(proxy.log));
  assert.equal((await proxy.usage(proxy.anna)).output_tokens, 500);
});

test('faults: a reader that leaves before the first byte is accounted as well', async (t) => {
  const { proxy } = await start(t);
  const leave = new AbortController();
  const answer = proxy.message(proxy.anna, 'scenario:late_head for:60000', { signal: leave.signal });
  await eventually(async () => /atrium_streams 1\n/.test(await (await proxy.get('/metrics')).text()));
  leave.abort();
  await assert.rejects(answer);
  await eventually(() => /outcome=client_gone/.test(proxy.log));
  const usage = await proxy.usage(proxy.anna);
  assert.equal(usage.messages, 1);
  assert.ok(usage.cost_micro_usd > 0);
});

/** Holds the SQLite file as another program would; the returned function lets go. */
async function lockDatabase(t, proxy) {
  const file = join(proxy.env.ATRIUM_DATA_DIR, 'atrium.sqlite');
  const script = 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1],isolation_level=None);'
    + 'c.execute("BEGIN EXCLUSIVE"); print("held",flush=True); sys.stdin.read(); c.execute("COMMIT")';
  const holder = spawn('python3', ['-c', script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => holder.kill());
  await once(holder.stdout, 'data');
  return async () => {
    const ended = once(holder, 'exit');
    holder.stdin.end();
    await ended;
  };
}

test('faults: a locked database refuses in words, and what is under way is settled later', async (t) => {
  const { upstream, proxy } = await start(t);
  const open = await proxy.message(proxy.anna, 'scenario:silent for:told');
  const release = await lockDatabase(t, proxy);
  const [refused] = await Promise.all([proxy.message(proxy.anna, 'scenario:normal'), upstream.go()]);
  assert.equal(refused.status, 503);
  assert.equal(refused.headers.get('x-should-retry'), 'true');
  assert.match((await refused.json()).error.message, /cannot reach its database/);
  assert.match(await open.text(), /message_stop/);
  await eventually(() => /settlement_waits/.test(proxy.log));
  await release();
  const usage = await eventually(async () => {
    const now = await proxy.usage(proxy.anna);
    return now.output_tokens > 0 ? now : null;
  });
  assert.equal(usage.messages, 1);
  assert.equal((await proxy.message(proxy.anna, 'scenario:normal')).status, 200);
});
