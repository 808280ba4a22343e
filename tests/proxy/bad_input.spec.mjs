// What cannot be meant: one clear line and an exit code at the start, the right status while it runs,
// and the server stays up.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { PROXY, Proxy, dataFolder, eventually, startUpstream } from './support.mjs';

/** A certificate for 127.0.0.1 that nobody has signed. */
function certificate(folder, name = 'tls') {
  const [cert, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1',
    '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1',
    '-keyout', key, '-out', cert], { stdio: 'pipe' });
  return { cert, key };
}

test('bad input: a start that cannot work ends with one clear line', async (t) => {
  const folder = dataFolder(t);
  const { cert, key } = certificate(folder);
  const other = certificate(folder, 'other');
  const file = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  mkdirSync(join(folder, 'taken', 'atrium.sqlite'), { recursive: true });
  const blocker = net.createServer().listen(0, '127.0.0.1');
  t.after(() => blocker.close());
  await eventually(() => blocker.address());
  const cases = {
    'a wrong scheme': [{ DATABASE_URL: 'mysql://root:hunter2@db/x' }, /DATABASE_URL must begin with postgresql:/],
    'nobody at the address': [{ DATABASE_URL: 'postgresql://root:hunter2@127.0.0.1:1/x' }, /cannot connect to the PostgreSQL/],
    'an address that is none': [{ DATABASE_URL: 'postgresql://root:hunter2@[::1/x' }, /cannot connect to the PostgreSQL/],
    'an unwritable folder': [{ ATRIUM_DATA_DIR: '/proc/nowhere' }, /cannot create the data folder/],
    'a file as folder': [{ ATRIUM_DATA_DIR: file('plain', '') }, /cannot create the data folder/],
    'a folder as database': [{ ATRIUM_DATA_DIR: join(folder, 'taken') }, /cannot open or write the database/],
    'a damaged database': [{ ATRIUM_DATA_DIR: (mkdirSync(join(folder, 'bad')),
      file('bad/atrium.sqlite', 'this is no database '.repeat(200)), join(folder, 'bad')) }, /database/],
    'a port in use': [{ ATRIUM_PORT: String(blocker.address().port) }, /another program may use the port/],
    'a port that is none': [{ ATRIUM_PORT: '99999' }, /port.*(range|99999)/i],
    'a certificate that is none': [{ ATRIUM_TLS_CERT: file('no.crt', 'x'), ATRIUM_TLS_KEY: key }, /certificate/],
    'a certificate of another key': [{ ATRIUM_TLS_CERT: cert, ATRIUM_TLS_KEY: other.key }, /certificate/],
    'half a certificate': [{ ATRIUM_TLS_CERT: cert }, /both a certificate and its key/],
    'the whole network in the open': [{ ATRIUM_HOST: '0.0.0.0' }, /unencrypted/],
    'a time zone of elsewhere': [{ ATRIUM_TIME_ZONE: 'Mars/Olympus' }, /time zone Mars/],
    'a missing key file': [{ CLAUDE_API_KEY_FILE: '/nonexistent/key' }, /cannot read the key/],
    'a missing settings file': [{ ATRIUM_SETTINGS: '/nonexistent/env' }, /cannot read the settings file/],
    'an amount that is none': [{ DAILY_COST_LIMIT: 'much' }, /amount|dollar|number/i],
    'a webhook that is none': [{ ATRIUM_ALERT_WEBHOOK: 'ftp://x/SECRET' }, /ATRIUM_ALERT_WEBHOOK/],
    'a listening address that is none': [{ ATRIUM_HOST: '127.0.0.256' }, /cannot listen on/],
  };
  for (const [name, [settings, expected]] of Object.entries(cases)) {
    const { env } = new Proxy(t, null, settings);
    const { status, stderr } = spawnSync(PROXY, ['serve'], { env, encoding: 'utf8', timeout: 60_000 });
    assert.ok(status > 0, `${name}: exit code ${status}, ${stderr}`);
    const lines = stderr.trim().split('\n').filter((line) => !/^Run with --help/.test(line));
    assert.equal(lines.length, 1, `${name}: ${stderr}`);
    assert.match(lines[0], expected, name);
    assert.doesNotMatch(stderr, /hunter2|SECRET/, name);
  }
});

/** Sends bytes and collects the answer until the connection closes. */
function exchange(proxy, bytes) {
  const { hostname, port } = new URL(proxy.url);
  return new Promise((resolve) => {
    let text = '';
    const socket = net.connect({ host: hostname, port });
    socket.on('data', (data) => { text += data; }).on('error', () => {}).on('close', () => resolve(text));
    socket.end(bytes);
  });
}

test('bad input: what is no request is refused, and the server stays up', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t));
  const token = proxy.addUser('anna');
  await proxy.start();
  const { host } = new URL(proxy.url);
  const head = `POST /v1/messages HTTP/1.1\r\nhost: ${host}\r\nx-api-key: ${token}\r\n`;
  const body = '{"model":"claude-sonnet-5-5","max_tokens":9,"messages":[{"role":"user","content":"x"}]}';
  const refused = {
    'too many header lines': `${head}${'a: b\r\n'.repeat(200)}\r\n`,
    'a header line too long': `${head}a: ${'b'.repeat(20000)}\r\n\r\n`,
    'an address too long': `GET /${'a'.repeat(20000)} HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
    'two ways to say the length': `${head}content-length: ${body.length}\r\ntransfer-encoding: chunked\r\n\r\n${body}`,
    'a length that is none': `${head}content-length: many\r\n\r\n${body}`,
    'more than 32 MB announced': `${head}content-length: 40000000\r\n\r\n${body}`,
    'no such method': `BREW / HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
  };
  for (const [name, bytes] of Object.entries(refused)) {
    const answer = await exchange(proxy, bytes);
    assert.match(answer, /^(HTTP\/1\.1 4\d\d |$)/, `${name}: ${answer.slice(0, 200)}`);
  }
  // A body that ends before it is whole, in text that is no UTF-8, or in chunks that are none.
  await exchange(proxy, `${head}content-length: 5000\r\n\r\n${body}`);
  await exchange(proxy, `${head}transfer-encoding: chunked\r\n\r\nZZ\r\n${body}\r\n0\r\n\r\n`);
  const broken = Buffer.concat([Buffer.from(body.slice(0, -5)), Buffer.from([0xff, 0xfe]), Buffer.from('"}]}')]);
  const answer = await fetch(`${proxy.url}/v1/messages`, { method: 'POST', body: broken, headers: { 'x-api-key': token } });
  assert.equal(answer.status, 400);
  assert.equal((await proxy.get('/healthz')).status, 200);
  assert.equal((await proxy.usage(token)).messages, 0);
});

test('bad input: clients that never finish a request do not keep others out', async (t) => {
  // 65 threads, and more connections than that which send a byte now and then.
  const proxy = new Proxy(t, null, { ATRIUM_MAX_STREAMS: '1' });
  await proxy.start();
  const { hostname, port } = new URL(proxy.url);
  const sockets = Array.from({ length: 80 }, () => net.connect({ host: hostname, port })
    .on('error', () => {}));
  const drip = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write('G');
  }, 500);
  t.after(() => { clearInterval(drip); sockets.forEach((socket) => socket.destroy()); });
  const closed = () => sockets.filter((socket) => socket.destroyed || socket.closed).length;
  await eventually(() => closed() > 20);
  const answer = await fetch(`${proxy.url}/healthz`, { signal: AbortSignal.timeout(30_000) });
  assert.equal(answer.status, 200);
  await eventually(() => /slow_connections_closed/.test(proxy.log));
});

test('bad input: an upstream whose certificate nobody vouches for never sees the key', async (t) => {
  const { cert, key } = certificate(dataFolder(t));
  let seen = 0;
  const impostor = https.createServer({ cert: readFileSync(cert), key: readFileSync(key) },
    (req, res) => { ++seen; res.end(); }).listen(0, '127.0.0.1');
  t.after(() => impostor.close());
  await eventually(() => impostor.address());
  const proxy = new Proxy(t, { url: `https://127.0.0.1:${impostor.address().port}` });
  const token = proxy.addUser('anna');
  await proxy.start();
  const answer = await proxy.message(token, 'hello');
  assert.equal(answer.status, 502);
  assert.equal(seen, 0);
  assert.equal((await proxy.usage(token)).messages, 0);
});

test('bad input: with a certificate it speaks TLS, and plain HTTP only gets an end', async (t) => {
  const { cert, key } = certificate(dataFolder(t));
  const proxy = new Proxy(t, null, { ATRIUM_TLS_CERT: cert, ATRIUM_TLS_KEY: key });
  await proxy.start();
  const { port } = new URL(proxy.url);
  const status = await new Promise((resolve, reject) => {
    https.get({ host: '127.0.0.1', port, path: '/healthz', ca: readFileSync(cert) },
      (res) => { res.resume(); resolve(res.statusCode); }).on('error', reject);
  });
  assert.equal(status, 200);
  assert.equal(await exchange({ url: `http://127.0.0.1:${port}` }, 'GET / HTTP/1.1\r\n\r\n'), '');
});
