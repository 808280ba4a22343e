// Limits hold exactly, also when many requests arrive at once, when the proxy is killed, and when
// several proxies share one database.
import assert from 'node:assert/strict';
import test from 'node:test';
import { startPostgres } from './postgres.mjs';
import { Proxy, dataFolder, eventually, startUpstream } from './support.mjs';

const toolRound = (n) => ({
  messages: [
    { role: 'user', content: 'hello' },
    { role: 'assistant', content: [{ type: 'tool_use', id: `t${n}`, name: 'x', input: {} }] },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: `t${n}`, content: 'ok' }] },
  ],
});

test('limits: the 51st message of a day is refused in words and in the API\'s shape', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t));
  const token = proxy.addUser('anna');
  await proxy.start();
  for (let n = 1; n <= 50; ++n) {
    const answer = await proxy.message(token, 'scenario:normal');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('x-atrium-messages-left'), String(50 - n));
    await answer.text();
  }
  const refused = await proxy.message(token, 'scenario:normal');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('x-should-retry'), 'false');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  const body = await refused.json();
  assert.equal(body.type, 'error');
  assert.equal(body.error.type, 'rate_limit_error');
  assert.match(body.error.message, /used all 50 messages.*next day starts in/);
  // The rounds of tools that earlier messages may still need are not refused.
  assert.equal((await proxy.message(token, '', toolRound(1))).status, 200);
});

test('limits: rounds of tools do not count, up to a bound', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t), { MAX_MESSAGES_PER_DAY: '2' });
  const token = proxy.addUser('anna');
  await proxy.start();
  await (await proxy.message(token, 'hello')).text();
  for (let n = 0; n < 16; ++n) {
    assert.equal((await proxy.message(token, '', toolRound(n))).status, 200);
  }
  assert.equal((await proxy.usage(token)).messages, 1);
  assert.equal((await proxy.message(token, '', toolRound(17))).status, 200);
  const usage = await proxy.usage(token);
  assert.deepEqual([usage.messages, usage.tool_rounds], [2, 16]);
});

test('limits: a cost limit refuses before the money is spent', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t), { USER_DAILY_COST_LIMIT: '0.012' });
  const token = proxy.addUser('anna');
  await proxy.start();
  // 500 answer tokens may cost $0.005, the prompt's bound is another half cent.
  assert.equal((await proxy.message(token, 'scenario:normal')).status, 200);
  const dear = await proxy.message(token, 'scenario:normal', { max_tokens: 4000 });
  assert.equal(dear.status, 429);
  assert.match((await dear.json()).error.message, /budget/);
});

async function barrier(proxies, token, count) {
  const answers = await Promise.all(Array.from({ length: count }, async (_, n) => {
    const answer = await proxies[n % proxies.length].message(token, 'scenario:normal');
    await answer.text();
    return answer.status;
  }));
  return [200, 429].map((status) => answers.filter((each) => each === status).length);
}

test('limits: of 500 requests at once exactly 50 are admitted (SQLite)', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t));
  const token = proxy.addUser('anna', '--admin');
  await proxy.start();
  assert.deepEqual(await barrier([proxy], token, 500), [50, 450]);
  const usage = await proxy.usage(token);
  assert.equal(usage.messages, 50);
  const rows = JSON.parse(proxy.command('usage', '--format', 'json'));
  assert.equal(rows.reduce((sum, row) => sum + row.requests, 0), 50);
});

test('limits: killed at any moment, nothing is lost and nothing is counted twice', async (t) => {
  const upstream = await startUpstream(t);
  const folder = dataFolder(t);
  const settings = { ATRIUM_DATA_DIR: folder, MAX_MESSAGES_PER_DAY: '100000' };
  const first = new Proxy(t, upstream, settings);
  const token = first.addUser('anna', '--admin');
  let logs = '';
  const rounds = Number(process.env.ATRIUM_KILL_ROUNDS ?? 10);
  for (let round = 0; round < rounds; ++round) {
    const proxy = await new Proxy(t, upstream, settings).start();
    const before = (await upstream.journal()).length;
    const load = Array.from({ length: 12 }, () => proxy.message(token, 'scenario:normal pace:5')
      .then((answer) => answer.text()).catch(() => null));
    // Some rounds die while requests are being admitted, others in the middle of replies.
    if (round % 4) await eventually(async () => (await upstream.journal()).length > before);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
    await proxy.kill();
    await Promise.all(load);
    logs += proxy.log;
  }
  const last = await new Proxy(t, upstream, settings).start();
  const admitted = (await upstream.journal()).length;
  const usage = await last.usage(token);
  const rows = JSON.parse(last.command('usage', '--format', 'json'));
  const sum = (field) => rows.reduce((total, row) => total + row[field], 0);
  assert.equal(sum('requests'), usage.messages);
  assert.ok(usage.messages >= admitted, `${usage.messages} counted, ${admitted} reached upstream`);
  assert.ok(usage.messages <= rounds * 12, `${usage.messages} counted, ${rounds * 12} sent`);
  assert.equal(sum('cost_micro_usd'), usage.cost_micro_usd);
  assert.match(logs + last.log, /orphans_settled/);
});

test('limits: three proxies on one PostgreSQL admit exactly 50 of 500', async (t) => {
  const upstream = await startUpstream(t);
  const postgres = startPostgres(t);
  const settings = { DATABASE_URL: postgres.url, ATRIUM_MAX_STREAMS: '250' };
  const proxies = [1, 2, 3].map(() => new Proxy(t, upstream, settings));
  const token = proxies[0].addUser('anna', '--admin');
  await Promise.all(proxies.map((proxy) => proxy.start()));
  assert.deepEqual(await barrier(proxies, token, 500), [50, 450]);
  const usage = await proxies[1].usage(token);
  assert.equal(usage.messages, 50);
  const rows = JSON.parse(proxies[2].command('usage', '--format', 'json'));
  assert.equal(rows[0].requests, 50);
  assert.equal(rows[0].cost_micro_usd, usage.cost_micro_usd);

  await t.test('and a database that is away refuses in words, and loses nothing', async () => {
    const open = await proxies[0].message(proxies[0].addUser('cleo'), 'scenario:long pace:3');
    postgres.stop();
    const refused = await proxies[1].message(token, 'scenario:normal');
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('x-should-retry'), 'true');
    assert.match((await refused.json()).error.message, /cannot reach its database/);
    assert.equal((await proxies[1].get('/readyz')).status, 503);
    assert.equal((await proxies[1].get('/healthz')).status, 200);
    assert.match(await open.text(), /message_stop/);
    postgres.start();
    const settled = await eventually(() => JSON.parse(proxies[1].command('usage', '--format', 'json'))
      .find((row) => row.user === 'cleo'));
    assert.deepEqual([settled.output_tokens, settled.requests, settled.estimated], [1550, 1, 0]);
  });

  await t.test('and a restart of the database loses nothing', async () => {
    const open = await proxies[0].message(proxies[0].addUser('ben'), 'scenario:long pace:3');
    postgres.restart();
    assert.match(await open.text(), /message_stop/);
    const settled = await eventually(() => {
      const all = JSON.parse(proxies[1].command('usage', '--format', 'json'));
      return all.find((row) => row.user === 'ben');
    });
    assert.equal(settled.output_tokens, 1550);
  });
});
