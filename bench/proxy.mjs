// nginx's plain reverse proxy and atrium-proxy side by side: 50 to 2,000 streams at once from the same
// upstream, in turns, so that both meet the same machine. Writes the table of docs/benchmarks.md.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import { join } from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

import { machine, median, write_section } from './support/report.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STREAMS = join(ROOT, 'build/native/bench/bench_streams');
const PROXY = join(ROOT, 'build/bin/atrium-proxy');
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const CHUNKS = 50;
// Streams and milliseconds between two chunks: at most 5,000 chunks a second, as more would measure
// cores that are full.
const LOADS = [[50, 100], [500, 100], [1000, 200], [2000, 400]];

const folder = mkdtempSync(join(os.tmpdir(), 'atrium-bench-'));
const children = [];

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function start(command, args, options, ready) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], ...options });
  children.push(child);
  for await (const line of readline.createInterface({ input: child.stdout })) {
    if (ready.test(line)) break;
  }
  child.stdout?.resume();
  return child;
}

async function stop(child) {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

const children_of = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  .split(' ').filter(Boolean).map(Number);
const processes = (pid) => [pid, ...children_of(pid)];

/** Seconds of processor time of a program and its workers. */
function cpuSeconds(pid) {
  return processes(pid).reduce((sum, each) => {
    const fields = readFileSync(`/proc/${each}/stat`, 'utf8').split(') ')[1].split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) / 100;
  }, 0);
}

const residentMegabytes = (pid) => processes(pid).reduce((sum, each) =>
  sum + Number(readFileSync(`/proc/${each}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024, 0);

async function startNginx(upstream, port) {
  const home = join(folder, `nginx-${port}`);
  mkdirSync(join(home, 'logs'), { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${home}/${name};`).join(' ');
  writeFileSync(join(home, 'nginx.conf'), `daemon off; worker_processes 2; worker_rlimit_nofile 8192;
pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 5000; }
http { ${temporary} access_log ${home}/access.log;
  upstream claude { server 127.0.0.1:${upstream}; keepalive 64; }
  server { listen 127.0.0.1:${port} backlog=4096;
    location / { proxy_pass http://claude; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_buffering off; } } }`);
  const child = spawn('nginx', ['-p', home, '-c', join(home, 'nginx.conf')], { stdio: 'ignore' });
  children.push(child);
  for (let n = 0; n < 100 && !existsSync(join(home, 'pid')); ++n) await pause(50);
  await pause(200);
  return child;
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function startProxy(upstream, port, streams) {
  const env = { PATH: process.env.PATH, ATRIUM_DATA_DIR: mkdtempSync(join(folder, 'data-')),
    ATRIUM_PORT: String(port), ATRIUM_SITE_DIR: '/nonexistent', ATRIUM_MAX_STREAMS: String(streams),
    CLAUDE_API_KEY: 'key', ANTHROPIC_BASE_URL: `http://127.0.0.1:${upstream}`,
    MAX_MESSAGES_PER_DAY: '1000000', DAILY_COST_ALERT_THRESHOLD: '1000000' };
  const token = execFileSync(PROXY, ['user', 'add', 'bench'], { env, encoding: 'utf8' }).trim().split('\n').at(-1);
  const child = await start(PROXY, ['serve'], { env }, /running at/);
  return { child, token };
}

/** One load; with the process's CPU for each chunk and its highest resident memory. */
async function measure(port, [streams, interval], { pid, token = 'none' } = {}) {
  const load = spawn(STREAMS, ['load', port, streams, CHUNKS, interval, token].map(String),
    { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  load.stdout.on('data', (data) => { text += data; });
  const ended = once(load, 'close');
  // Begin and end of a message cost something as well, but that is not what a chunk costs: between
  // the two moments all streams run and none ends.
  const spread = Math.max(1000, interval);
  await pause(spread + 500);
  const [from, before] = [performance.now(), pid ? cpuSeconds(pid) : 0];
  await pause(CHUNKS * interval - spread - 1500);
  const [millis, used] = [performance.now() - from, pid ? cpuSeconds(pid) - before : 0];
  const megabytes = pid ? residentMegabytes(pid) : 0;
  await ended;
  return { ...JSON.parse(text), cpu_micros: used * 1e6 / (streams * millis / interval), megabytes };
}

const medians = (runs) => Object.fromEntries(Object.keys(runs[0]).map((name) =>
  [name, median(runs.map((run) => run[name]))]));

async function compare(upstream, load) {
  const runs = { direct: [], nginx: [], 'atrium-proxy': [] };
  const [nginx_port, proxy_port] = [await freePort(), await freePort()];
  const nginx = await startNginx(upstream, nginx_port);
  const proxy = await startProxy(upstream, proxy_port, load[0]);
  for (let round = 0; round < ROUNDS; ++round) {
    runs.direct.push(await measure(upstream, load));
    runs.nginx.push(await measure(nginx_port, load, { pid: nginx.pid }));
    runs['atrium-proxy'].push(await measure(proxy_port, load, { pid: proxy.child.pid, token: proxy.token }));
  }
  await stop(nginx);
  await stop(proxy.child);
  for (const run of Object.values(runs).flat()) {
    if (run.failed || run.chunks < run.expected) {
      console.error(`${run.failed} streams failed, ${run.expected - run.chunks} chunks unread`);
    }
  }
  return { load, failed: Object.fromEntries(Object.entries(runs).map(([name, list]) =>
    [name, list.reduce((sum, run) => sum + run.failed, 0)])),
  ...Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, medians(list)])) };
}

function tableOf(results) {
  const lines = ['| streams | through | delay p50 | p99 | first byte p50 | p99 | CPU a chunk | resident | failed |',
    '|---|---|---|---|---|---|---|---|---|'];
  for (const result of results) {
    for (const name of ['direct', 'nginx', 'atrium-proxy']) {
      const it = result[name];
      const millis = (micros) => `${(micros / 1000).toFixed(2)} ms`;
      const own = name === 'direct' ? '| |' : `${it.cpu_micros.toFixed(0)} µs | ${it.megabytes.toFixed(0)} MB |`;
      lines.push(`| ${result.load[0]} | ${name} | ${millis(it.delay_p50)} | ${millis(it.delay_p99)} | `
        + `${it.ttfb_p50.toFixed(1)} ms | ${it.ttfb_p99.toFixed(1)} ms | ${own} ${result.failed[name]} |`);
    }
  }
  return lines.join('\n');
}

function ratiosOf(results) {
  const lines = ['| streams | delay p50, ours : nginx | delay p99 | CPU a chunk |', '|---|---|---|---|'];
  const ratio = (name, ours, nginx) => (ours[name] / nginx[name]).toFixed(2);
  for (const { load, nginx, 'atrium-proxy': ours } of results) {
    lines.push(`| ${load[0]} | ${['delay_p50', 'delay_p99', 'cpu_micros']
      .map((name) => ratio(name, ours, nginx)).join(' | ')} |`);
  }
  return lines.join('\n');
}

try {
  const upstream = await freePort();
  await start(STREAMS, ['upstream', String(upstream)], {}, /ready/);
  const results = [];
  for (const load of LOADS.filter(([streams]) => !process.env.BENCH_STREAMS || process.env.BENCH_STREAMS === String(streams))) {
    console.log(`${load[0]} streams, a chunk every ${load[1]} ms, ${ROUNDS} rounds …`);
    results.push(await compare(upstream, load));
  }
  const nginx = execFileSync('sh', ['-c', 'nginx -v 2>&1'], { encoding: 'utf8' }).trim().split('/').at(-1);
  const section = `## The proxy beside nginx

${machine()};
nginx ${nginx} with two workers, buffering off and upstream keep-alive; atrium-proxy as \`./atrium build\`
makes it, with authentication, admission, accounting and a SQLite log on disk. Upstream and callers run
on the same cores. Each figure is the median of ${ROUNDS} rounds in turns; delay is from upstream's write of a chunk
to its arrival at the caller, on one clock; "direct" is without a server between. Where other programs
load the machine, the p99 of all three is theirs.

${tableOf(results)}

${ratiosOf(results)}
`;
  console.log(`\n${section}`);
  write_section('proxy', section);
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
