// The Debian package, unpacked: what it holds, and that the proxy in it runs. The samples of servers in
// front: that they are valid, and pass an answer on as it comes.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { Proxy, dataFolder, eventually, readUntil, startUpstream } from '../proxy/support.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' });

test('package: holds what it must, and what it holds runs', async (t) => {
  const folder = dataFolder(t);
  run('cpack', '--config', join(ROOT, 'build/native/CPackConfig.cmake'), '-B', folder);
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.deb'));
  assert.match(name, /^atrium-proxy_[\d.]+_\w+\.deb$/);
  const deb = join(folder, name);
  const listed = run('dpkg-deb', '--contents', deb);
  for (const path of ['usr/bin/atrium-proxy', 'usr/lib/systemd/system/atrium-proxy.service',
    'etc/atrium/proxy.env', 'usr/share/doc/atrium-proxy/operators.md',
    'usr/share/doc/atrium-proxy/copyright']) {
    assert.match(listed, new RegExp(` \\./${path}$`, 'm'), path);
  }
  const depends = run('dpkg-deb', '--field', deb, 'Depends');
  for (const library of ['libsoci', 'libssl', 'adduser', 'ca-certificates']) {
    assert.match(depends, new RegExp(library), library);
  }
  const root = join(folder, 'root');
  const control = join(folder, 'control');
  run('dpkg-deb', '--extract', deb, root);
  run('dpkg-deb', '--control', deb, control);
  for (const script of ['postinst', 'prerm']) run('sh', '-n', join(control, script));
  assert.equal(readFileSync(join(control, 'conffiles'), 'utf8'), '/etc/atrium/proxy.env\n');
  assert.ok(run('stat', '-c', '%s', join(root, 'usr/bin/atrium-proxy')) < 6e6, 'stripped');

  await t.test('its settings file is one that the proxy takes', async () => {
    const proxy = new Proxy(t, null, { ATRIUM_SETTINGS: join(root, 'etc/atrium/proxy.env') });
    delete proxy.env.ATRIUM_SITE_DIR;
    proxy.program = join(root, 'usr/bin/atrium-proxy');
    await proxy.start();
    const page = await (await proxy.get('/')).text();
    const built = existsSync(join(ROOT, 'build/site/index.html'));
    assert.equal(/not built yet/.test(page), !built);
  });

  await t.test('systemd understands its unit', { skip: spawnSync('systemd-analyze', ['--version']).error }, () => {
    const unit = join(root, 'usr/lib/systemd/system/atrium-proxy.service');
    const here = join(folder, 'atrium-proxy.service');
    writeFileSync(here, readFileSync(unit, 'utf8').replaceAll('/usr/bin/atrium-proxy', '/bin/true')
      .replace(/^Documentation=.*$/m, ''));
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', here], { encoding: 'utf8' });
    assert.doesNotMatch(stderr, /atrium-proxy\.service/, stderr);
  });
});

test('nginx: the sample adds TLS, passes an answer on as it comes, and hides the metrics', async (t) => {
  const upstream = await startUpstream(t);
  const proxy = new Proxy(t, upstream, { ATRIUM_BEHIND_TLS_PROXY: 'true',
    ATRIUM_ALLOWED_ORIGINS: 'https://atrium.example.com' });
  const token = proxy.addUser('anna');
  await proxy.start();
  const folder = dataFolder(t);
  run('openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
    '-days', '2', '-subj', '/CN=atrium.example.com', '-keyout', join(folder, 'privkey.pem'),
    '-out', join(folder, 'fullchain.pem'));
  // Sockets in the folder: a port could be somebody else's.
  const [tls, plain] = ['tls', 'plain'].map((each) => join(folder, each));
  const sample = readFileSync(join(ROOT, 'packaging/nginx.conf'), 'utf8')
    .replaceAll('/etc/letsencrypt/live/atrium.example.com', folder)
    .replace('127.0.0.1:8787', new URL(proxy.url).host)
    .replaceAll(/listen \[::\].*\n/g, '')
    .replace('listen 443', `listen unix:${tls}`).replace('listen 80', `listen unix:${plain}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((each) => `${each}_temp_path ${folder}/${each};`).join(' ');
  mkdirSync(join(folder, 'logs'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http { access_log off; ${temporary} ${sample} }`);
  run('nginx', '-t', '-p', folder, '-c', file);
  const nginx = spawn('nginx', ['-p', folder, '-c', file], { stdio: 'ignore' });
  t.after(() => nginx.kill('SIGTERM'));
  const ask = (path, { method = 'GET', body, headers } = {}) => new Promise((resolve, reject) => {
    https.request({ socketPath: tls, path, method, servername: 'atrium.example.com',
      ca: readFileSync(join(folder, 'fullchain.pem')),
      headers: { host: 'atrium.example.com', ...headers } }, resolve).on('error', reject).end(body);
  });
  const health = await eventually(() => ask('/healthz').catch(() => null));
  assert.equal(health.statusCode, 200);
  assert.equal((await ask('/metrics')).statusCode, 404);
  const answer = await ask('/v1/messages', { method: 'POST', headers: { 'x-api-key': token },
    body: JSON.stringify({ model: 'claude-sonnet-5-5', max_tokens: 500, stream: true,
      messages: [{ role: 'user', content: 'scenario:silent for:told' }] }) });
  // The first event comes through while upstream is silent.
  const reader = Readable.toWeb(answer).getReader();
  assert.match(await readUntil(reader, /\n\n/), /event: message_start/);
  await upstream.go();
  await readUntil(reader, /message_stop/);
  const redirected = await new Promise((resolve) => {
    http.get({ socketPath: plain, headers: { host: 'atrium.example.com' } }, resolve);
  });
  assert.equal(redirected.statusCode, 301);
});
