// Who gets in, what a page of another origin can do, and where the key, a prompt or a token may not
// stand.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import test from 'node:test';
import { KEY, PROXY, Proxy, dataFolder, startUpstream } from './support.mjs';

/** fetch sets Host and Origin itself. */
function raw(proxy, path, headers, method = 'GET') {
  const { hostname, port } = new URL(proxy.url);
  return new Promise((resolve, reject) => {
    http.request({ hostname, port, path, method, headers }, (res) => {
      const chunks = [];
      res.on('data', (chunk) => chunks.push(chunk));
      res.on('end', () => resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject).end();
  });
}

test('security: the printed token opens a session once', async (t) => {
  const proxy = await new Proxy(t, await startUpstream(t)).start();
  const exchange = (token) => fetch(`${proxy.url}/api/v1/session`, {
    method: 'POST', body: JSON.stringify({ token }) });
  assert.equal((await exchange('atr_wrong')).status, 401);
  const first = await exchange(proxy.oneTimeToken);
  assert.equal(first.status, 200);
  const { token } = await first.json();
  assert.equal((await exchange(proxy.oneTimeToken)).status, 401);
  assert.equal((await proxy.usage(token)).name, 'local');
  assert.equal((await proxy.get('/api/v1/usage', proxy.oneTimeToken)).status, 401);
});

test('security: curl may use the printed token directly, which makes it the session', async (t) => {
  const proxy = await new Proxy(t, await startUpstream(t)).start();
  assert.equal((await proxy.message(proxy.oneTimeToken, 'scenario:normal')).status, 200);
  assert.equal((await proxy.usage(proxy.oneTimeToken)).messages, 1);
});

test('security: once somebody has a token, the address carries none', async (t) => {
  const proxy = new Proxy(t, null);
  proxy.addUser('anna');
  await proxy.start();
  assert.equal(proxy.oneTimeToken, undefined);
});

test('security: tokens are revoked and rotated', async (t) => {
  const proxy = new Proxy(t, null);
  const first = proxy.addUser('anna');
  const ben = proxy.addUser('ben');
  await proxy.start();
  const second = proxy.command('user', 'rotate', 'anna').split('\n').at(-1);
  proxy.command('user', 'revoke', 'ben');
  const status = async (token) => (await proxy.get('/api/v1/usage', token)).status;
  assert.deepEqual([await status(first), await status(second), await status(ben)], [401, 200, 401]);
});

test('security: only administrators see everybody\'s usage', async (t) => {
  const proxy = new Proxy(t, null);
  const [anna, ben] = [proxy.addUser('anna'), proxy.addUser('ben', '--admin')];
  await proxy.start();
  const status = async (token) => (await proxy.get('/api/v1/admin/usage-stats', token)).status;
  assert.deepEqual([await status(), await status(anna), await status(ben)], [401, 403, 200]);
});

test('security: other names and other origins are refused on every route', async (t) => {
  const proxy = new Proxy(t, null, { ATRIUM_ALLOWED_ORIGINS: 'https://app.example.com' });
  await proxy.start();
  const { host } = new URL(proxy.url);
  for (const path of ['/', '/api/v1/config', '/v1/messages', '/metrics', '/nothing']) {
    assert.equal((await raw(proxy, path, { host: 'evil.example.com' })).status, 421, path);
    for (const origin of ['http://evil.example.com', 'null', 'https://app.example.com.evil.com']) {
      assert.equal((await raw(proxy, path, { host, origin })).status, 403, `${path} ${origin}`);
    }
  }
  const own = await raw(proxy, '/api/v1/config', { host, origin: proxy.url });
  assert.equal(own.status, 200);
  assert.equal(own.headers['access-control-allow-origin'], undefined);
  const allowed = await raw(proxy, '/api/v1/config', { host, origin: 'https://app.example.com' });
  assert.equal(allowed.headers['access-control-allow-origin'], 'https://app.example.com');
  const preflight = await raw(proxy, '/v1/messages', { host, origin: 'https://app.example.com' }, 'OPTIONS');
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers['access-control-allow-headers'], /x-api-key/);
});

test('security: every response carries the headers that protect a browser', async (t) => {
  const proxy = await new Proxy(t, null).start();
  for (const path of ['/', '/api/v1/config', '/nothing']) {
    const { headers } = await fetch(proxy.url + path);
    assert.match(headers.get('content-security-policy'), /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(headers.get('content-security-policy'), /unsafe-inline|unsafe-eval'.*'unsafe-eval/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
  }
  assert.equal((await fetch(`${proxy.url}/api/v1/config`)).headers.get('cache-control'), 'no-store');
});

test('security: the site comes from memory, compressed, and only what is in its folder', async (t) => {
  const site = join(dataFolder(t), 'site');
  mkdirSync(site);
  const script = 'console.log("hello");'.repeat(50);
  writeFileSync(join(site, 'index.html'), '<!doctype html>');
  writeFileSync(join(site, 'app.3fa9c1d2e4b5.js'), script);
  writeFileSync(join(site, 'app.3fa9c1d2e4b5.js.br'), brotliCompressSync(script));
  writeFileSync(join(site, 'app.3fa9c1d2e4b5.js.gz'), gzipSync(script));
  const proxy = await new Proxy(t, null, { ATRIUM_SITE_DIR: site }).start();
  const host = new URL(proxy.url).host;
  const path = '/app.3fa9c1d2e4b5.js';
  for (const [accepted, encoding] of [['gzip, br', 'br'], ['gzip', 'gzip'], ['', undefined]]) {
    const answer = await raw(proxy, path, { host, 'accept-encoding': accepted });
    assert.equal(answer.headers['content-encoding'], encoding);
    assert.match(answer.headers['cache-control'], /immutable/);
    assert.match(answer.headers['content-type'], /javascript/);
    const again = await raw(proxy, path, { host, 'accept-encoding': accepted, 'if-none-match': answer.headers.etag });
    assert.equal(again.status, 304);
  }
  assert.equal((await raw(proxy, '/', { host })).headers['cache-control'], 'no-cache');
  for (const bad of ['/../atrium.sqlite', '/%2e%2e/atrium.sqlite', '/..%2fatrium.sqlite', '//etc/passwd', '/app.3fa9c1d2e4b5.js.br']) {
    assert.equal((await raw(proxy, bad, { host })).status, 404, bad);
  }
});

test('security: bad requests get an error and the server stays up', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t));
  const token = proxy.addUser('anna');
  await proxy.start();
  const post = (body, headers = {}) => fetch(`${proxy.url}/v1/messages`, {
    method: 'POST', body, headers: { 'x-api-key': token, ...headers } });
  const good = '"model":"claude-sonnet-5-5","max_tokens":100,"messages":[{"role":"user","content":"x"}]';
  const said = (block) => good.replace('"x"', `[${block}]`);
  const bodies = [
    ['', 400], ['{', 400], ['[]', 400], ['\xff\xfe', 400], ['['.repeat(100000), 400],
    [`{${good},"model":"claude-opus-5-5"}`, 400],
    [`{${good.replace('100', '-1')}}`, 400], [`{${good.replace('100', '1e9')}}`, 400],
    [`{${good.replace('sonnet-5-5', 'unknown-9')}}`, 404],
    [`{${good},"speed":"fast"}`, 400], [`{${good},"inference_geo":"us"}`, 400],
    [`{${good},"tools":[{"type":"web_search_20260209","name":"web_search"}]}`, 400],
    [`{${good},"system":[{"type":"text","text":"x","cache_control":{"type":"ephemeral","ttl":"1h"}}]}`, 400],
    [`{${good},"fallbacks":[]}`, 400], [`{${good},"mcp_servers":[]}`, 400], [`{${good},"container":"x"}`, 400],
    [`{${said('{"type":"image","source":{"type":"url","url":"https://example.org/a.png"}}')}}`, 400],
    [`{${said('{"type":"document","source":{"type":"file","file_id":"file_1"}}')}}`, 400],
    [`{${said('{"type":"tool_result","tool_use_id":"a","content":[{"type":"image","source":{}}]}')}}`, 400],
    [`{${good},"system":[{"type":"document","source":{}}]}`, 400],
    [`{${said('7')}}`, 400],
  ];
  for (const [body, status] of bodies) {
    const answer = await post(body);
    assert.equal(answer.status, status, body.slice(0, 120));
    assert.equal((await answer.json()).type, 'error');
  }
  for (const wrong of ["' OR 1=1 --", 'x'.repeat(5000), 'atr_%0d%0ax']) {
    assert.equal((await post('{}', { 'x-api-key': wrong })).status, 401);
  }
  const { port } = new URL(proxy.url);
  for (const bytes of ['GARBAGE\r\n\r\n', 'GET / HTTP/1.1\r\n' + 'a: b\r\n'.repeat(5000) + '\r\n', '\x16\x03\x01']) {
    await new Promise((resolve) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => socket.end(bytes));
      socket.on('close', resolve).on('error', resolve).resume();
    });
  }
  assert.equal((await proxy.get('/healthz')).status, 200);
  assert.equal((await proxy.usage(token)).messages, 0);
});

test('security: many wrong tokens from one address are slowed down, right ones are not', async (t) => {
  const proxy = new Proxy(t, null);
  const token = proxy.addUser('anna');
  await proxy.start();
  const statuses = [];
  for (let n = 0; n < 25; ++n) statuses.push((await proxy.get('/api/v1/usage', `atr_${n}`)).status);
  assert.deepEqual([statuses[0], statuses.at(-1)], [401, 429]);
  assert.equal((await proxy.get('/api/v1/usage', token)).status, 200);
});

test('security: without a key the app is served and Claude says why it is silent', async (t) => {
  const proxy = new Proxy(t, null);
  const token = proxy.addUser('anna');
  await proxy.start();
  assert.equal((await (await proxy.get('/api/v1/config')).json()).claude, false);
  const answer = await proxy.message(token, 'hello');
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('x-should-retry'), 'false');
  assert.match((await answer.json()).error.message, /no key for Claude.*built-in guide/);
});

test('security: a crash leaves no memory on the disk', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t));
  const folder = dataFolder(t);
  const child = spawn('sh', ['-c', 'ulimit -c unlimited; exec "$0" serve', PROXY],
    { env: proxy.env, cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  assert.match(readFileSync(`/proc/${child.pid}/limits`, 'utf8'), /Max core file size +0 +0/);
  child.kill('SIGABRT');
  await once(child, 'exit');
  assert.deepEqual(readdirSync(folder), []);
});

test('security: key, prompt and token stand nowhere where they should not', async (t) => {
  const prompt = 'PROMPTMARK-77ab';
  const upstream = await startUpstream(t);
  const proxy = new Proxy(t, upstream, { ATRIUM_LOG_LEVEL: 'debug' });
  const token = proxy.addUser('anna', '--admin');
  await proxy.start();
  let answers = '';
  const scenarios = ['normal', '401', '429', 'cut', 'garbage', 'reset', 'refusal'];
  for (const scenario of scenarios) {
    const answer = await proxy.message(token, `${prompt} scenario:${scenario}`);
    answers += JSON.stringify([...answer.headers]) + await answer.text();
  }
  await (await proxy.message('atr_TOKENMARK', prompt)).text();
  for (const path of ['/metrics', '/api/v1/config', '/readyz', '/api/v1/usage', '/api/v1/admin/usage-stats']) {
    answers += await (await proxy.get(path, token)).text();
  }
  const listed = proxy.command('user', 'list') + proxy.command('usage');
  await proxy.stop();
  const folder = proxy.env.ATRIUM_DATA_DIR;
  const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1')).join('');
  for (const [where, text] of Object.entries({ answers, listed, stored, log: proxy.log, printed: proxy.output })) {
    for (const secret of [KEY, prompt, token, 'TOKENMARK']) {
      assert.ok(!text.includes(secret), `${secret} stands in ${where}`);
    }
  }
});
