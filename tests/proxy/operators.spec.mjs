// What operators found missing: failures that nobody was told of, figures that were not whole, settings
// that could not be meant, memory that strangers could take, and details of HTTP.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { PROXY, Proxy, dataFolder, eventually, startUpstream } from './support.mjs';

async function start(t, settings, upstream) {
  const proxy = new Proxy(t, upstream ?? await startUpstream(t), settings);
  proxy.anna = proxy.addUser('anna', '--admin');
  return proxy.start();
}

const database = (proxy) => join(proxy.env.ATRIUM_DATA_DIR, 'atrium.sqlite');

/** Runs SQL as another program. */
const sql = (file, ...statements) => execFileSync('python3', ['-c',
  'import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=20)\nfor s in sys.argv[2:]: c.execute(s)\nc.commit()',
  file, ...statements]);

const fails = (proxy, ...args) => {
  const { status, stderr } = spawnSync(PROXY, args, { env: proxy.env, encoding: 'utf8', timeout: 15000 });
  assert.ok(status > 0, `${args}: ${status}`);
  return stderr;
};

/** Writes bytes on a connection of its own; what comes back is collected in .text. */
function raw(t, proxy, bytes) {
  const { hostname, port } = new URL(proxy.url);
  const socket = net.connect({ host: hostname, port }).on('error', () => {});
  t.after(() => socket.destroy());
  socket.text = '';
  socket.on('data', (data) => { socket.text += data.toString('latin1'); }).write(bytes);
  return socket;
}

/** An upstream that answers every request with the same bytes. */
async function startBytes(t, bytes) {
  const server = net.createServer((socket) => {
    socket.on('data', (data) => { if (data.includes('"messages"')) socket.write(bytes); })
      .on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${server.address().port}` };
}

test('operators: a database that takes nothing is in the log, and the proxy is not ready', async (t) => {
  const proxy = await start(t);
  const ready = async () => (await proxy.get('/readyz')).status;
  assert.equal(await ready(), 200);
  sql(database(proxy), 'CREATE TRIGGER refuse BEFORE UPDATE ON instances '
    + 'BEGIN SELECT RAISE(ABORT, \'the disk is full\'); END');
  const began = Date.now();
  await eventually(async () => await ready() === 503);
  await eventually(() => /level=error event=database_failed why=".*the disk is full"/.test(proxy.log));
  sql(database(proxy), 'DROP TRIGGER refuse');
  await eventually(async () => await ready() === 200);
  const most = 2 + (Date.now() - began) / 10_000;
  assert.ok(proxy.log.match(/event=database_failed/g).length <= most);
});

test('operators: a database that cannot be opened is named, with the reason', (t) => {
  const folder = dataFolder(t);
  mkdirSync(join(folder, 'atrium.sqlite'));
  const proxy = new Proxy(t, null, { ATRIUM_DATA_DIR: folder });
  assert.match(fails(proxy, 'serve'), new RegExp(`${folder}/atrium.sqlite: .*unable to open`));
  proxy.env.DATABASE_URL = 'postgresql://root:hunter2@127.0.0.1:1/x';
  const said = fails(proxy, 'serve');
  assert.match(said, /refused/);
  assert.doesNotMatch(said, /hunter2/);
});

test('operators: usage is whole beyond 10,000 rows, and the overview says what it leaves out', async (t) => {
  const proxy = await start(t);
  sql(database(proxy), 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10100)'
    + ' INSERT INTO requests SELECT \'r\' || i, \'u\' || i, \'\', \'2026-11-20\', 1, \'m\', \'message\', \'settled\','
    + ' \'finished\', 200, 0, 0, 1000000, 1, 1, 0, 0, 1, \'\' FROM n');
  const lines = proxy.command('usage', '--format', 'csv').split('\r\n');
  assert.equal(lines.length, 1 + 10100);
  const table = execFileSync(PROXY, ['usage'], { env: proxy.env, encoding: 'utf8', maxBuffer: 1e8 });
  assert.match(table.trim(), /total +\$10\.1000$/);
  const csv = await (await proxy.get('/api/v1/admin/usage-stats?from=2026-11-20&format=csv', proxy.anna)).text();
  assert.equal(csv.trim().split('\r\n').length, 1 + 10100);
  const stats = async (from) => (await proxy.get(`/api/v1/admin/usage-stats?from=${from}`, proxy.anna)).json();
  const all = await stats('2026-11-20');
  assert.deepEqual([all.rows.length, all.rows_left_out], [10000, true]);
  assert.deepEqual([all.total.requests, all.total.cost_micro_usd], [10100, 10100 * 1000]);
  assert.equal((await stats('2026-11-21')).rows_left_out, false);
});

test('operators: a day that is none and a command that is none are refused by name', (t) => {
  const proxy = new Proxy(t, null);
  for (const day of ['garbage', '2026-13-01', '2026-1-1', '2026-11-22x']) {
    assert.match(fails(proxy, 'usage', '--from', day), new RegExp(`'${day}' is no day`));
  }
  assert.match(fails(proxy, 'frobnicate'), /no command 'frobnicate'/);
  assert.match(fails(proxy, 'user', 'remove', 'anna'), /no command 'remove'/);
});

test('operators: a user\'s limits are changed while the server runs', async (t) => {
  const proxy = await start(t);
  const limits = async () => {
    const usage = await proxy.usage(proxy.anna);
    return [usage.messages_limit, usage.cost_limit_micro_usd];
  };
  proxy.command('user', 'set', 'anna', '--messages-per-day', '7', '--cost-limit', '2.5');
  assert.deepEqual(await limits(), [7, 2500000]);
  assert.match(proxy.command('user', 'list'), /^anna\t.*\t7 messages a day\t\$2\.50 a day$/m);
  proxy.command('user', 'set', 'anna', '--no-own-limits', '--messages-per-day', '9');
  assert.deepEqual(await limits(), [9, null]);
  assert.match(fails(proxy, 'user', 'set', 'anna'), /say what to set/);
  assert.match(fails(proxy, 'user', 'set', 'nobody', '--messages-per-day', '9'), /no user 'nobody'/);
});

test('operators: settings that cannot be meant are refused with setting and line', async (t) => {
  const folder = dataFolder(t);
  const file = join(folder, 'proxy.env');
  const proxy = new Proxy(t, null, { ATRIUM_SETTINGS: file });
  delete proxy.env.ATRIUM_TIME_ZONE;
  const check = (lines) => {
    writeFileSync(file, lines.join('\n'));
    return fails(proxy, 'serve', '--check');
  };
  assert.match(check(['', 'DAILY_COST_LIMIT=5 USD']), /line 2: DAILY_COST_LIMIT is no amount in dollars/);
  assert.match(check(['MAX_MESSAGES_PER_DAY=5', '', 'MAX_MESSAGES_PER_DAY=6']),
    /line 3: MAX_MESSAGES_PER_DAY is set in line 1 already/);
  assert.match(check(['ATRIUM_TIME_ZONE=Mars/Olympus']), /time zone Mars/);
  proxy.env.DAILY_COST_LIMIT = 'much';
  assert.match(check(['']), /DAILY_COST_LIMIT/);
  delete proxy.env.DAILY_COST_LIMIT;
  proxy.env.ATRIUM_SETTINGS = folder;
  assert.match(fails(proxy, 'serve', '--check'), /cannot read the settings file/);
  proxy.env.ATRIUM_SETTINGS = file;
  writeFileSync(file, 'MAX_MESSAGES_PER_DAY=5\n');
  assert.match(proxy.command('serve', '--check'), /can be used/);
});

test('operators: a reload refuses a time zone and a certificate that cannot be used', async (t) => {
  const folder = dataFolder(t);
  const file = join(folder, 'proxy.env');
  writeFileSync(file, '');
  const proxy = new Proxy(t, null, { ATRIUM_SETTINGS: file });
  delete proxy.env.ATRIUM_TIME_ZONE;
  await proxy.start();
  for (const [line, why] of [['ATRIUM_TIME_ZONE=Mars/Olympus', /time zone Mars/],
    [`ATRIUM_TLS_CERT=${file}\nATRIUM_TLS_KEY=${file}`, /certificate or its key/]]) {
    writeFileSync(file, line);
    const said = await proxy.reload();
    assert.match(said, /reload_failed/);
    assert.match(said, why);
  }
});

const memory = (proxy) => Number(readFileSync(`/proc/${proxy.child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);

test('operators: without a token nobody makes the proxy keep a body', async (t) => {
  const proxy = await start(t);
  const { host } = new URL(proxy.url);
  const before = memory(proxy);
  const size = 20 * 1024 * 1024;
  for (const path of Array(3).fill(['/v1/messages', '/v1/messages/count_tokens', '/api/v1/session']).flat()) {
    const socket = raw(t, proxy, `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-length: ${size + 1}\r\n\r\n`);
    await new Promise((resolve) => { socket.on('error', resolve).write(Buffer.alloc(size, 0x20), resolve); });
  }
  assert.ok(memory(proxy) - before < 20 * 1024, `${memory(proxy) - before} KB`);
  const session = async (headers, body) => {
    const socket = raw(t, proxy, `POST /api/v1/session HTTP/1.1\r\nhost: ${host}\r\n${headers}\r\n\r\n${body}`);
    return eventually(() => socket.text);
  };
  assert.match(await session('transfer-encoding: chunked', '2\r\n{}\r\n0\r\n\r\n'), /^HTTP\/1\.1 411 /);
  assert.match(await session('content-length: 5000', ' '.repeat(5000)), /^HTTP\/1\.1 413 /);
  assert.match(await session('content-length: 2', '{}'), /^HTTP\/1\.1 400 /);
});

test('operators: many who do not read a large file share it', async (t) => {
  const site = join(dataFolder(t), 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<!doctype html>');
  writeFileSync(join(site, 'app.3fa9c1d2e4b5.wasm'), Buffer.alloc(8 * 1024 * 1024, 0x61));
  const proxy = await new Proxy(t, null, { ATRIUM_SITE_DIR: site }).start();
  const { hostname, port, host } = new URL(proxy.url);
  const whole = Buffer.from(await (await proxy.get('/app.3fa9c1d2e4b5.wasm')).arrayBuffer());
  assert.equal(whole.length, 8 * 1024 * 1024);
  const ranged = await fetch(`${proxy.url}/app.3fa9c1d2e4b5.wasm`, { headers: { range: 'bytes=10-19' } });
  assert.deepEqual([ranged.status, (await ranged.arrayBuffer()).byteLength], [200, whole.length]);
  const before = memory(proxy);
  const sockets = await Promise.all(Array.from({ length: 20 }, async () => {
    const socket = net.connect({ host: hostname, port }).on('error', () => {});
    t.after(() => socket.destroy());
    socket.write(`GET /app.3fa9c1d2e4b5.wasm HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    await once(socket, 'data');
    return socket.pause();
  }));
  assert.equal(sockets.length, 20);
  assert.ok(memory(proxy) - before < 30 * 1024, `${memory(proxy) - before} KB`);
});

test('operators: an alert that could not be delivered is delivered after the next start', async (t) => {
  const got = [];
  let status = 500;
  const hook = http.createServer((req, res) => {
    req.resume().on('end', () => { got.push(status); res.writeHead(status).end(); });
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  t.after(() => { hook.closeAllConnections(); hook.close(); });
  const settings = { ATRIUM_DATA_DIR: dataFolder(t), DAILY_COST_ALERT_THRESHOLD: '0.0001',
    ATRIUM_ALERT_WEBHOOK: `http://127.0.0.1:${hook.address().port}/` };
  const upstream = await startUpstream(t);
  const first = await start(t, settings, upstream);
  await (await first.message(first.anna, 'scenario:normal')).text();
  await eventually(() => got.length > 0);
  const tried = got.length;
  await first.stop();
  assert.ok(got.length > tried, 'once more while it stopped');
  got.length = 0;
  status = 204;
  const second = await new Proxy(t, upstream, settings).start();
  await eventually(() => got.length > 0);
  await second.stop();
  await (await new Proxy(t, upstream, settings).start()).stop();
  assert.deepEqual(got, [204]);
});

test('operators: what follows a request that cannot be understood is never acted upon', async (t) => {
  const proxy = await start(t);
  const { host } = new URL(proxy.url);
  const next = `GET /api/v1/config HTTP/1.1\r\nhost: ${host}\r\n\r\n`;
  for (const bad of ['GARBAGE\r\n\r\n', `POST /v1/messages HTTP/1.1\r\nhost: ${host}\r\n${'a: b\r\n'.repeat(200)}\r\n`]) {
    const socket = raw(t, proxy, bad);
    const heads = () => socket.text.match(/HTTP\/1\.1 \d+/g) ?? [];
    await eventually(() => heads().length === 1);
    // In a package of its own, as a body behind a head that was not understood would be.
    socket.write(next);
    await eventually(() => heads().length === 2);
    assert.deepEqual(heads(), ['HTTP/1.1 400', 'HTTP/1.1 400']);
  }
});

test('operators: a range of an answer that is being written is ignored', async (t) => {
  const proxy = await start(t);
  const answer = await proxy.message(proxy.anna, 'scenario:normal', { headers: { range: 'bytes=0-3' } });
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /message_stop/);
});

test('operators: a page of a gateway in place of a reply costs nothing', async (t) => {
  const page = '<html>welcome</html>';
  const proxy = await start(t, {}, await startBytes(t,
    `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${page.length}\r\n\r\n${page}`));
  const answer = await proxy.message(proxy.anna, 'hello', { stream: false });
  assert.equal(answer.status, 502);
  assert.match((await answer.json()).error.message, /page of some gateway/);
  const usage = await proxy.usage(proxy.anna);
  assert.deepEqual([usage.messages, usage.cost_micro_usd], [0, 0]);
});

test('operators: an interim response of upstream ends the call at once', async (t) => {
  const proxy = await start(t, {}, await startBytes(t,
    'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'));
  const answer = await proxy.message(proxy.anna, 'hello', { signal: AbortSignal.timeout(5000) });
  assert.equal(answer.status, 502);
  assert.equal((await proxy.usage(proxy.anna)).messages, 0);
});

test('operators: a site with what cannot be read is served without it, and the log says so', async (t) => {
  const site = join(dataFolder(t), 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<!doctype html>here');
  symlinkSync('loop', join(site, 'loop'));
  const proxy = await new Proxy(t, null, { ATRIUM_SITE_DIR: site }).start();
  assert.match(await (await proxy.get('/')).text(), /here/);
  await eventually(() => /event=site_incomplete why="cannot read .*loop"/.test(proxy.log));
  const without = await new Proxy(t, null).start();
  await eventually(() => /event=site_incomplete why="\/nonexistent has no index.html/.test(without.log));
});

test('operators: tags in lists, weak ones and any count as known, and a weight of zero forbids', async (t) => {
  const site = join(dataFolder(t), 'site');
  mkdirSync(site);
  for (const name of ['index.html', 'index.html.br', 'index.html.gz']) writeFileSync(join(site, name), name);
  const proxy = await new Proxy(t, null, { ATRIUM_SITE_DIR: site }).start();
  const { host } = new URL(proxy.url);
  const get = (headers) => new Promise((resolve, reject) => {
    http.get(`${proxy.url}/`, { headers: { host, ...headers } }, (res) => { res.resume(); resolve(res); })
      .on('error', reject);
  });
  const encoding = async (accepted) => (await get({ 'accept-encoding': accepted })).headers['content-encoding'];
  assert.deepEqual([await encoding('br;q=0, gzip'), await encoding('gzip; q=0.000,br;q=0.1'), await encoding('br;q=0')],
    ['gzip', 'br', undefined]);
  const { headers: { etag } } = await get({});
  for (const [known, status] of [[etag, 304], [`W/${etag}`, 304], [`"x", ${etag}`, 304], ['*', 304], ['"x"', 200]]) {
    assert.equal((await get({ 'if-none-match': known })).statusCode, status, known);
  }
});

test('operators: health checks may come under any name', async (t) => {
  const proxy = await start(t);
  for (const [path, status] of [['/healthz', 200], ['/readyz', 200], ['/', 421], ['/metrics', 421]]) {
    const got = await new Promise((resolve, reject) => {
      http.get(proxy.url + path, { headers: { host: '10.1.2.3:8787' } },
        (res) => { res.resume(); resolve(res.statusCode); }).on('error', reject);
    });
    assert.equal(got, status, path);
  }
});
