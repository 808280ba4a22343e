// Mistakes that other gateways made and that a proxy like this one could make too; README.md beside
// this file lists them all with their tests.
import assert from 'node:assert/strict';
import http from 'node:http';
import test from 'node:test';
import { KEY, Proxy, eventsOf, eventually, readUntil, startUpstream } from './support.mjs';

async function start(t, settings) {
  const upstream = await startUpstream(t);
  const proxy = new Proxy(t, upstream, { MAX_MESSAGES_PER_DAY: '500', ...settings });
  proxy.anna = proxy.addUser('anna', '--admin');
  await proxy.start();
  return { upstream, proxy };
}

const rows = (proxy) => JSON.parse(proxy.command('usage', '--format', 'json'));

test('mistakes: a reader that closes right after the end has a finished reply', async (t) => {
  const { proxy } = await start(t);
  await Promise.all(['normal', 'normal', 'lingers', 'lingers'].map(async (scenario) => {
    const leave = new AbortController();
    const answer = await proxy.message(proxy.anna, `scenario:${scenario}`, { signal: leave.signal });
    await readUntil(answer.body.getReader(), /message_stop/);
    leave.abort();
  }));
  await eventually(() => proxy.log.match(/outcome=/g)?.length === 4);
  assert.equal(proxy.log.match(/outcome=finished/g).length, 4);
  assert.deepEqual(rows(proxy).map((row) => [row.requests, row.estimated]), [[4, 0]]);
});

/** Upstream has the question when the reader leaves. */
async function leaveOnceAsked(upstream, answer, leave) {
  await eventually(async () => (await upstream.journal()).length === 1);
  leave.abort();
  await assert.rejects(answer);
}

test('mistakes: a reply in one piece whose reader left is accounted exactly when it comes in time', async (t) => {
  const { upstream, proxy } = await start(t, { ATRIUM_DRAIN_SECONDS: '20' });
  const leave = new AbortController();
  const answer = proxy.message(proxy.anna, 'scenario:late_head for:1500', { stream: false, signal: leave.signal });
  await leaveOnceAsked(upstream, answer, leave);
  await eventually(() => /outcome=finished/.test(proxy.log));
  const [row] = rows(proxy);
  assert.deepEqual([row.requests, row.estimated], [1, 0]);
  assert.ok(row.output_tokens > 0 && row.output_tokens < 100);
});

test('mistakes: and at its bound when it does not', async (t) => {
  const { upstream, proxy } = await start(t);
  const leave = new AbortController();
  const answer = proxy.message(proxy.anna, 'scenario:late_head for:told', { stream: false, signal: leave.signal });
  await leaveOnceAsked(upstream, answer, leave);
  await eventually(() => /outcome=client_gone/.test(proxy.log));
  const [row] = rows(proxy);
  assert.equal(row.estimated, 1);
  assert.ok(row.cost_micro_usd >= 500 * 10);
});

test('mistakes: a stated zero is no missing figure, and figures of the last event count', async (t) => {
  const { proxy } = await start(t);
  await (await proxy.message(proxy.anna, 'scenario:zero_output')).text();
  const [zero] = rows(proxy);
  assert.deepEqual([zero.output_tokens, zero.estimated], [0, 0]);
  assert.equal(zero.cost_micro_usd, zero.input_tokens * 2);
  await (await proxy.message(proxy.anna, 'scenario:late_usage', { model: 'claude-opus-5-5' })).text();
  const late = rows(proxy).find((row) => row.model === 'claude-opus-5-5');
  assert.deepEqual([late.input_tokens, late.cache_read_tokens, late.output_tokens], [700, 40, 9]);
});

test('mistakes: an upstream that fails is asked once', async (t) => {
  const { upstream, proxy } = await start(t);
  for (const [n, scenario] of ['500', '529', '429', 'cut', 'reset', 'garbage', '401'].entries()) {
    await (await proxy.message(proxy.anna, `scenario:${scenario}`)).text();
    assert.equal((await upstream.journal()).length, n + 1, scenario);
  }
});

test('mistakes: no other spelling of the path reaches upstream or avoids the count', async (t) => {
  const { upstream, proxy } = await start(t);
  const body = JSON.stringify({ model: 'claude-sonnet-5-5', max_tokens: 9, messages: [{ role: 'user', content: 'x' }] });
  const post = async (path) => (await fetch(proxy.url + path, { method: 'POST', body,
    headers: { 'x-api-key': proxy.anna } })).status;
  for (const path of ['/v1/messages/', '/v1//messages', '/v1/messages/batches', '/v1/complete', '/V1/messages',
    '/v1/messages%2fbatches', '/v1/files', '//v1/messages', '/anthropic/v1/messages']) {
    assert.equal(await post(path), 404, path);
  }
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await fetch(`${proxy.url}/v1/messages`, { method, headers: { 'x-api-key': proxy.anna } });
    assert.equal(answer.status, 405, method);
  }
  assert.equal((await upstream.journal()).length, 0);
  assert.equal((await proxy.usage(proxy.anna)).messages, 0);
  assert.equal(await post('/v1/messages?beta=true'), 200);
  assert.equal(await post('/v1/messages?beta=true&x=http://elsewhere'), 200);
  assert.equal((await proxy.usage(proxy.anna)).messages, 2);
  assert.deepEqual((await upstream.journal()).map((request) => request.url),
    ['/v1/messages?beta=true', '/v1/messages']);
});

test('mistakes: the head of an answer does not wait for its first event, and nothing is compressed', async (t) => {
  const { upstream, proxy } = await start(t);
  const headers = { 'accept-encoding': 'gzip, br' };
  // The first event comes when the test says so.
  const answer = await proxy.message(proxy.anna, 'scenario:head_first for:told', { headers });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-encoding'), null);
  const reader = answer.body.getReader();
  assert.equal(eventsOf(await readUntil(reader, /\n\n$/))[0][0], 'ping');
  await upstream.go();
  const rest = eventsOf(await readUntil(reader, /event: message_stop\n.*\n\n$/));
  assert.equal(rest.at(-1)[0], 'message_stop');
});

test('mistakes: a large body is sent at once, and headers mean what their bytes say', async (t) => {
  const { upstream, proxy } = await start(t);
  await (await proxy.message(proxy.anna, `scenario:normal ${'x'.repeat(200_000)}`, {
    headers: { 'anthropic-beta': 'a%0d%0ax-smuggled: 1', expect2: '100-continue' } })).text();
  const [{ headers, body }] = await upstream.journal();
  assert.ok(body.length > 200_000);
  for (const name of ['expect', 'x-smuggled', 'anthropic-beta', 'expect2']) {
    assert.equal(headers[name], undefined, name);
  }
  assert.equal(headers['x-api-key'], KEY);
});

test('mistakes: as many streams as allowed leave room for everything else', async (t) => {
  const { proxy } = await start(t, { ATRIUM_MAX_STREAMS: '20' });
  const leave = new AbortController();
  const hanging = await Promise.all(Array.from({ length: 20 },
    () => proxy.message(proxy.anna, 'scenario:hang', { signal: leave.signal })));
  assert.deepEqual([...new Set(hanging.map((answer) => answer.status))], [200]);
  const refused = await proxy.message(proxy.anna, 'scenario:normal');
  assert.equal(refused.status, 529);
  assert.equal(refused.headers.get('x-should-retry'), 'true');
  const agent = new http.Agent({ keepAlive: false });
  for (let n = 0; n < 5; ++n) {
    const status = await new Promise((resolve) => {
      http.get(`${proxy.url}/healthz`, { agent }, (res) => resolve(res.statusCode));
    });
    assert.equal(status, 200);
  }
  leave.abort();
});

test('mistakes: a stop does not wait for ever, and what it cuts off is settled', async (t) => {
  const { proxy } = await start(t, { ATRIUM_STOP_SECONDS: '1' });
  const answer = await proxy.message(proxy.anna, 'scenario:hang');
  await answer.body.getReader().read();
  await proxy.stop();
  assert.equal(proxy.child.exitCode, 0);
  assert.match(proxy.log, /outcome=stopped/);
  assert.deepEqual(rows(proxy).map((row) => [row.requests, row.estimated]), [[1, 1]]);
});
