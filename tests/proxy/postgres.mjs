// Debian's PostgreSQL for one test: in a folder of its own, as an unprivileged user, reachable by a
// socket file only.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = '/usr/lib/postgresql';

function newestVersion() {
  const versions = readdirSync(PROGRAMS).map(Number).filter(Number.isInteger);
  return join(PROGRAMS, String(Math.max(...versions)), 'bin');
}

/** url, stop(), start() and restart(). */
export function startPostgres(t) {
  const programs = newestVersion();
  const folder = mkdtempSync(join(tmpdir(), 'atrium-pg-'));
  const asRoot = process.getuid() === 0;
  if (asRoot) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'])));
    chownSync(folder, uid, gid);
  }
  const run = (program, ...args) => {
    const words = [join(programs, program), ...args];
    const [command, ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...words] : words;
    return execFileSync(command, rest, { cwd: folder, stdio: 'pipe' });
  };
  const control = (...args) => run('pg_ctl', '-D', `${folder}/data`, '-w', '-l', `${folder}/log`, ...args);
  run('initdb', '-D', `${folder}/data`, '-A', 'trust', '-U', 'atrium', '--no-sync');
  const options = `-k ${folder} -c listen_addresses= -c fsync=off -c max_connections=50`;
  const start = () => control('-o', options, 'start');
  const stop = () => control('-m', 'fast', 'stop');
  start();
  t.after(() => {
    try { control('-m', 'immediate', 'stop'); } catch { /* the test stopped it already */ }
    rmSync(folder, { recursive: true, force: true });
  });
  return { url: `postgresql://atrium@/postgres?host=${folder}`, start, stop,
    restart: () => { stop(); start(); } };
}
