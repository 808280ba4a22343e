// What upstream may do to a stream, and what the caller and the account then see.
import assert from 'node:assert/strict';
import test from 'node:test';
import { KEY, Proxy, eventsOf, eventually, readUntil, startUpstream, textOf } from './support.mjs';

const ANSWER = 'Grüße from Claude: start with twenty founders — then grow. 🎉';

async function start(t, settings) {
  const upstream = await startUpstream(t);
  const proxy = new Proxy(t, upstream, settings);
  proxy.anna = proxy.addUser('anna', '--admin');
  await proxy.start();
  return { upstream, proxy };
}

test('relay: faults of upstream have documented consequences', async (t) => {
  const { proxy } = await start(t, { MAX_MESSAGES_PER_DAY: '500' });
  const last = (text) => eventsOf(text).at(-1);
  const broke = (text) => {
    const [name, data] = last(text);
    assert.equal(name, 'error');
    assert.equal(JSON.parse(data).error.type, 'api_error');
    for (const [, line] of eventsOf(text)) JSON.parse(line);
  };
  // scenario, status, what the body must be, whether the message counts
  const table = [
    ['normal', 200, (text) => assert.equal(textOf(text), ANSWER), true],
    ['split', 200, (text) => assert.equal(textOf(text), ANSWER), true],
    ['slow', 200, (text) => assert.equal(textOf(text), ANSWER), true],
    ['unknown_event', 200, (text) => assert.match(text, /event: weather_report/), true],
    ['malformed', 200, (text) => assert.match(text, /content_bl\n\n/), true],
    ['refusal', 200, (text) => assert.match(text, /"stop_reason":"refusal"/), true],
    ['529_in_stream', 200, (text) => assert.match(last(text)[1], /overloaded_error/), true],
    ['cut', 200, broke, true],
    ['cut_in_character', 200, broke, true],
    ['ends_early', 200, broke, true],
    ['cut_at_once', 200, broke, false],
    ['400', 400, (text) => assert.match(text, /invalid_request_error/), false],
    ['413', 413, (text) => assert.match(text, /request_too_large/), false],
    ['429', 429, (text) => assert.match(text, /exceed your rate limit/), false],
    ['500', 500, (text) => assert.match(text, /api_error/), false],
    ['529', 529, (text) => assert.match(text, /overloaded_error/), false],
    ['garbage', 502, (text) => assert.equal(JSON.parse(text).error.type, 'api_error'), false],
    ['401', 502, (text) => assert.match(text, /this server's key/), false],
    ['reset', 502, (text) => assert.match(text, /could not reach Claude/), false],
  ];
  for (const [scenario, status, check, counts] of table) {
    await t.test(scenario, async () => {
      const before = await proxy.usage(proxy.anna);
      const answer = await proxy.message(proxy.anna, `scenario:${scenario}`);
      assert.equal(answer.status, status);
      check(await answer.text());
      const after = await proxy.usage(proxy.anna);
      assert.equal(after.messages - before.messages, counts ? 1 : 0);
      assert.equal(after.cost_micro_usd > before.cost_micro_usd, counts);
    });
  }
});

test('relay: cost and tokens of the usage log come from the stream', async (t) => {
  const { proxy } = await start(t);
  await (await proxy.message(proxy.anna, 'scenario:thinking')).text();
  const usage = await proxy.usage(proxy.anna);
  // Sonnet 5.5: $2 and $10 a million tokens.
  assert.equal(usage.cost_micro_usd, usage.input_tokens * 2 + usage.output_tokens * 10);
  assert.ok(usage.output_tokens > 400);
  const stats = await (await proxy.get('/api/v1/admin/usage-stats', proxy.anna)).json();
  assert.equal(stats.rows[0].cost_micro_usd, usage.cost_micro_usd);
  const csv = await (await proxy.get('/api/v1/admin/usage-stats?format=csv', proxy.anna)).text();
  assert.match(csv, /,anna,claude-sonnet-5-5,1,0,/);
});

test('relay: a refusal before any output costs nothing', async (t) => {
  const { proxy } = await start(t);
  await (await proxy.message(proxy.anna, 'scenario:refusal_before_output')).text();
  const usage = await proxy.usage(proxy.anna);
  assert.equal(usage.messages, 1);
  assert.equal(usage.cost_micro_usd, 0);
});

test('relay: a silent stream is kept alive with pings', async (t) => {
  const { upstream, proxy } = await start(t);
  const reader = (await proxy.message(proxy.anna, 'scenario:silent for:told')).body.getReader();
  // The proxy's own; upstream, which writes no space, is still silent.
  const own = 'event: ping\ndata: {"type": "ping"}\n\n';
  const silence = await readUntil(reader, new RegExp(`${own}${own}${own}$`));
  assert.deepEqual(eventsOf(silence).map(([name]) => name), ['message_start', 'ping', 'ping', 'ping']);
  await upstream.go();
  const rest = eventsOf(await readUntil(reader, /event: message_stop\n.*\n\n$/));
  assert.equal(rest.at(-1)[0], 'message_stop');
});

test('relay: a client that hangs up is noticed while upstream is silent, and accounted', async (t) => {
  const { proxy } = await start(t);
  const leave = new AbortController();
  const answer = await proxy.message(proxy.anna, 'scenario:hang', { signal: leave.signal });
  await answer.body.getReader().read();
  leave.abort();
  const usage = await eventually(async () => {
    const now = await proxy.usage(proxy.anna);
    return now.cost_micro_usd > 0 ? now : null;
  });
  assert.equal(usage.messages, 1);
  assert.equal(usage.output_tokens, 500);
  // The books come first.
  await eventually(() => /outcome=client_gone/.test(proxy.log));
});

test('relay: a reply whose reader left is read to its end for the exact cost', async (t) => {
  const { proxy } = await start(t, { ATRIUM_DRAIN_SECONDS: '20' });
  const leave = new AbortController();
  const answer = await proxy.message(proxy.anna, 'scenario:long pace:2', { signal: leave.signal });
  await answer.body.getReader().read();
  leave.abort();
  await eventually(() => /outcome=finished/.test(proxy.log));
  const usage = await proxy.usage(proxy.anna);
  assert.equal(usage.output_tokens, 1550);
});

test('relay: only what is on the lists crosses the proxy', async (t) => {
  const { upstream, proxy } = await start(t);
  const answer = await proxy.message(proxy.anna, 'scenario:normal', {
    headers: { 'anthropic-beta': 'some-beta-2026', 'x-custom': 'secret-of-the-caller', cookie: 'a=b' },
  });
  await answer.text();
  assert.equal(answer.headers.get('anthropic-organization-id'), null);
  assert.match(answer.headers.get('request-id'), /^req_upstream_/);
  const [request] = await upstream.journal();
  assert.equal(request.headers['x-api-key'], KEY);
  assert.equal(request.headers['anthropic-version'], '2023-06-01');
  assert.equal(request.headers['anthropic-beta'], 'some-beta-2026');
  for (const name of ['x-custom', 'cookie', 'authorization', 'origin', 'referer']) {
    assert.equal(request.headers[name], undefined, name);
  }
});

test('relay: the body reaches upstream unchanged', async (t) => {
  const { upstream, proxy } = await start(t);
  const body = '{ "model":"claude-sonnet-5-5","max_tokens":100 ,"messages":[{"role":"user","content":'
    + '"sc\\u0061le  1e2 ü"}],"metadata":{"user_id":"x"} }';
  const answer = await fetch(`${proxy.url}/v1/messages`, { method: 'POST', body,
    headers: { 'x-api-key': proxy.anna, 'content-type': 'application/json' } });
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).type, 'message');
  assert.equal((await upstream.journal())[0].body, body);
});

test('relay: an upstream that is away gives 502 and no counted message', async (t) => {
  const { upstream, proxy } = await start(t);
  await upstream.stop();
  const answer = await proxy.message(proxy.anna, 'hello');
  assert.equal(answer.status, 502);
  assert.equal((await proxy.usage(proxy.anna)).messages, 0);
});

test('relay: stopping lets replies finish first', async (t) => {
  const { proxy } = await start(t);
  const answer = await proxy.message(proxy.anna, 'scenario:long pace:2');
  const stopped = proxy.stop();
  assert.match(await answer.text(), /message_stop/);
  await stopped;
  assert.equal(proxy.child.exitCode, 0);
});

test('relay: stopping lets a reply finish that Claude has not begun', async (t) => {
  const { upstream, proxy } = await start(t);
  const answer = proxy.message(proxy.anna, 'scenario:late_head for:told');
  await eventually(async () => (await upstream.journal()).length === 1);
  const stopped = proxy.stop();
  await eventually(() => /event=stopping/.test(proxy.log));
  await upstream.go();
  assert.match(await (await answer).text(), /message_stop/);
  await stopped;
  assert.equal(proxy.child.exitCode, 0);
});

test('relay: while stopping nothing new is admitted, and a second signal waits for nobody', async (t) => {
  const { upstream, proxy } = await start(t);
  const answer = proxy.message(proxy.anna, 'scenario:late_head for:60000');
  await eventually(async () => (await upstream.journal()).length === 1);
  const stopped = proxy.stop();
  const refused = await eventually(async () => {
    const other = await proxy.message(proxy.anna, 'hello');
    return other.status === 503 && other;
  });
  assert.equal(refused.headers.get('retry-after'), '2');
  assert.equal((await refused.json()).error.type, 'overloaded_error');
  proxy.child.kill('SIGTERM');
  assert.equal((await answer).status, 502);
  await stopped;
  assert.equal(proxy.child.exitCode, 0);
});

test('relay: a proxy that is stopped before its first request ends', async (t) => {
  const { proxy } = await start(t);
  await proxy.stop();
  assert.equal(proxy.child.exitCode, 0);
});
