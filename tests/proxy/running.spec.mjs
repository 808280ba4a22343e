// What an operator relies on while the proxy runs: settings from a file, reloading, alerts, what is
// forgotten, the figures.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import test from 'node:test';
import { Proxy, TIME_ZONE, dataFolder, eventually, startUpstream } from './support.mjs';

/** A proxy without a key in its environment; write() makes the settings file. */
async function withFile(t, first) {
  const upstream = await startUpstream(t);
  const folder = dataFolder(t);
  const file = join(folder, 'proxy.env');
  const write = (lines) => writeFileSync(file, `# settings\n\n${lines.join('\n')}\n`);
  write([...first(upstream), `ATRIUM_TIME_ZONE=${TIME_ZONE}`]);
  const proxy = new Proxy(t, null, { ATRIUM_SETTINGS: file, ATRIUM_TIME_ZONE: undefined });
  const token = proxy.addUser('anna', '--admin');
  await proxy.start();
  return { upstream, proxy, token, write };
}

test('running: SIGHUP takes over keys and limits, and requests under way keep theirs', async (t) => {
  const base = (upstream) => [`ANTHROPIC_BASE_URL="${upstream.url}"`];
  const { upstream, proxy, token, write } = await withFile(t, (up) => [
    ...base(up), 'CLAUDE_API_KEY=first-key', 'MAX_MESSAGES_PER_DAY=1']);
  const open = await proxy.message(token, 'scenario:silent for:told');
  assert.equal((await proxy.message(token, 'scenario:normal')).status, 429);
  write([...base(upstream), 'CLAUDE_API_KEY=second-key', 'MAX_MESSAGES_PER_DAY=2',
    'ATRIUM_TIME_ZONE=Europe/Berlin']);
  assert.match(await proxy.reload(), /event=reloaded/);
  assert.match(proxy.log, /setting_waits_for_restart name=ATRIUM_TIME_ZONE/);
  assert.equal((await proxy.message(token, 'scenario:normal')).status, 200);
  await upstream.go();
  assert.match(await open.text(), /message_stop/);
  const keys = (await upstream.journal()).map((request) => request.headers['x-api-key']);
  assert.deepEqual(keys, ['first-key', 'second-key']);
});

test('running: a settings file with a mistake changes nothing and says which line', async (t) => {
  const { proxy, token, write } = await withFile(t, (up) => [
    `ANTHROPIC_BASE_URL=${up.url}`, 'CLAUDE_API_KEY=k-SECRET', 'MAX_MESSAGES_PER_DAY=7']);
  for (const [line, why] of [
    ['MAX_MESSAGES=9', /line 3: there is no setting MAX_MESSAGES/],
    ['MAX_MESSAGES_PER_DAY=many', /line 3: MAX_MESSAGES_PER_DAY cannot have that value/],
    ['nonsense', /line 3: is not NAME=value/],
    ['DAILY_COST_LIMIT=much', /amount|dollar|number/i],
    ['ATRIUM_ALLOWED_ORIGINS=*', /is no origin/],
  ]) {
    write([line]);
    const said = await proxy.reload();
    assert.match(said, /reload_failed/);
    assert.match(said, why);
  }
  assert.equal((await proxy.usage(token)).messages_limit, 7);
  assert.doesNotMatch(proxy.log, /SECRET/);
});

test('running: the environment goes before the settings file', async (t) => {
  const file = join(dataFolder(t), 'proxy.env');
  writeFileSync(file, 'MAX_MESSAGES_PER_DAY=7\nATRIUM_PING_SECONDS=3\n');
  const proxy = new Proxy(t, null, { ATRIUM_SETTINGS: file, MAX_MESSAGES_PER_DAY: '9' });
  const token = proxy.addUser('anna');
  await proxy.start();
  assert.equal((await proxy.usage(token)).messages_limit, 9);
});

async function webhook(t) {
  const got = [];
  const server = http.createServer((req, res) => {
    let body = '';
    req.on('data', (data) => { body += data; });
    req.on('end', () => {
      got.push({ method: req.method, url: req.url, body: JSON.parse(body) });
      res.writeHead(got.length === 1 ? 500 : 204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.closeAllConnections(); server.close(); });
  return { got, url: `http://127.0.0.1:${server.address().port}/hooks/atrium?key=HOOKMARK` };
}

test('running: cost alert and cost limit are told once: log, webhook, overview', async (t) => {
  const hook = await webhook(t);
  const proxy = new Proxy(t, await startUpstream(t), { DAILY_COST_ALERT_THRESHOLD: '0.0001',
    DAILY_COST_LIMIT: '0.02', ATRIUM_ALERT_WEBHOOK: hook.url });
  const token = proxy.addUser('anna', '--admin');
  await proxy.start();
  for (let n = 0; n < 3; ++n) await (await proxy.message(token, 'scenario:normal')).text();
  // The first delivery is refused and tried again.
  await eventually(() => hook.got.length === 2);
  assert.deepEqual(hook.got.map(({ method, url, body }) => [method, url, body.kind]),
    Array(2).fill(['POST', '/hooks/atrium?key=HOOKMARK', 'cost_alert']));
  assert.match(hook.got[0].body.text, /^Atrium: Claude has cost \$0\.\d{4} on .*told at \$0\.0001\.$/);
  const refused = await proxy.message(token, 'scenario:normal', { max_tokens: 4000 });
  assert.equal(refused.status, 429);
  await eventually(() => hook.got.length === 3);
  assert.equal(hook.got[2].body.kind, 'cost_limit');
  const stats = await (await proxy.get('/api/v1/admin/usage-stats', token)).json();
  assert.deepEqual(stats.alerts.map((alert) => alert.kind), ['cost_limit', 'cost_alert']);
  assert.equal(stats.today.alert, true);
  assert.equal(stats.limits.daily_cost_micro_usd, 20000);
  assert.equal(stats.users[0].messages, 3);
  // Both stand in the log before the webhook hears of them.
  await eventually(() => /event=daily_cost_limit/.test(proxy.log));
  assert.equal(proxy.log.match(/event=daily_cost_alert/g).length, 1);
  assert.doesNotMatch(proxy.log, /HOOKMARK/);
});

test('running: usage is summed by day, hour, user and model, as JSON and CSV', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t));
  const [anna, ben] = [proxy.addUser('anna', '--admin'), proxy.addUser('ben')];
  await proxy.start();
  for (const token of [anna, ben, ben]) {
    await (await proxy.message(token, 'scenario:normal')).text();
  }
  await (await proxy.message(ben, 'scenario:normal', { model: 'claude-opus-5-5' })).text();
  const rows = async (by) => (await (await proxy.get(
    `/api/v1/admin/usage-stats?by=${by}`, anna)).json()).rows;
  const sums = (list) => list.map((row) => [row.user, row.model, row.requests]);
  assert.deepEqual(sums(await rows('user')), [['ben', '', 3], ['anna', '', 1]]);
  assert.deepEqual((await rows('model')).map((row) => [row.model, row.requests]),
    [['claude-sonnet-5-5', 3], ['claude-opus-5-5', 1]]);
  assert.equal((await rows('day')).length, 3);
  assert.match((await rows('hour'))[0].period, /^\d{4}-\d\d-\d\dT\d\d:00:00Z$/);
  const csv = await (await proxy.get('/api/v1/admin/usage-stats?by=user&format=csv', anna)).text();
  assert.match(csv, /^period,user,model,requests[^]*\r\n,ben,,3,0,/);
  assert.match(proxy.command('usage', '--by', 'model', '--format', 'csv'), /,,claude-opus-5-5,1,/);
});

test('running: what is older than the days to keep is forgotten', async (t) => {
  const settings = { ATRIUM_DATA_DIR: dataFolder(t), ATRIUM_KEEP_DAYS: '30' };
  const upstream = await startUpstream(t);
  const first = new Proxy(t, upstream, settings);
  const token = first.addUser('anna', '--admin');
  await first.start();
  await (await first.message(token, 'scenario:normal')).text();
  await first.stop();
  const requests = () => JSON.parse(first.command('usage', '--format', 'json')).length;
  assert.equal(requests(), 1);
  execFileSync('python3', ['-c', 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]);'
    + '[c.execute("UPDATE %s SET day=\'2020-01-01\'" % t) for t in ("requests","day_usage")]; c.commit()',
  join(settings.ATRIUM_DATA_DIR, 'atrium.sqlite')]);
  const later = await new Proxy(t, upstream, settings).start();
  await eventually(() => requests() === 0);
  await eventually(() => /event=usage_forgotten requests=1/.test(later.log));
});

test('running: the figures for Prometheus are complete and well-formed', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t));
  const token = proxy.addUser('anna');
  await proxy.start();
  await (await proxy.message(token, 'scenario:normal')).text();
  await (await proxy.message(token, 'scenario:529')).text();
  await (await proxy.message(token, 'x', { model: 'unknown' })).text();
  await (await proxy.message('atr_wrong', 'x')).text();
  // A reply is over for its reader a moment before it is for the server.
  const text = await eventually(async () => {
    const figures = await (await proxy.get('/metrics')).text();
    return /^atrium_streams 0$/m.test(figures) && figures;
  });
  const value = (name) => Number(text.match(new RegExp(`^atrium_${name} (\\S+)$`, 'm'))?.[1]);
  assert.equal(value('messages_admitted_total'), 2);
  assert.equal(value('upstream_errors_total'), 1);
  assert.equal(value('refused_request_total'), 1);
  assert.equal(value('refused_token_total'), 1);
  assert.ok(value('output_tokens_total') > 0 && value('cost_nano_usd_total') > 0);
  assert.equal(value('upstream_response_seconds_count'), 2);
  assert.equal(value('upstream_response_seconds_bucket{le="\\+Inf"}'), 2);
  assert.deepEqual([value('streams'), value('queue'), value('settlements_waiting')], [0, 0, 0]);
  for (const line of text.trim().split('\n')) {
    assert.match(line, /^(# (HELP|TYPE) atrium_[a-z_]+ .+|atrium_[a-z_]+(\{le="[^"]+"\})? \d+(\.\d+)?)$/);
  }
});
