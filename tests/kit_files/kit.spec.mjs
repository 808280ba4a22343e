// The launch kits of all scripted sessions, opened with other people's programs: unzip, a calendar
// parser, a CSV parser, a JSON schema validator.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import {
  SESSIONS, cli, exportedKit, filesBelow, heldSession, sessionOf, temporaryFolder,
} from './support.mjs';

const ALWAYS = ['README.md', 'plan.md', 'plan.html', 'tasks.csv', 'calendar.ics', 'forecast.csv',
  'forecast-figures.csv', 'access-matrix.csv', 'access-matrix.md', 'transcript.md', 'atrium-backup.json'];
const schema = (name) =>
  JSON.parse(readFileSync(new URL(`schemas/${name}.json`, import.meta.url), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const SHAPES = { discord: ajv.compile(schema('discord_template')), circle: ajv.compile(schema('circle')) };

function platformOf(blueprint) {
  if (blueprint.serialized_source_guild) return 'discord';
  return blueprint.format === 'atrium-circle-blueprint' ? 'circle' : 'other';
}

function assertCalendar(text) {
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets`);
    assert.ok(!line.includes('\n') && !line.includes('\r'), 'lines end in CRLF');
  }
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  assert.ok(calendar.getFirstPropertyValue('prodid'));
  const uids = new Set();
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component, { strictExceptions: true });
    assert.ok(event.startDate.isDate && event.endDate.isDate, 'entries are all-day');
    assert.ok(event.endDate.compare(event.startDate) > 0, 'the end is after the start');
    assert.ok(event.summary.length > 0);
    assert.equal(component.getFirstPropertyValue('dtstamp').zone.tzid, 'UTC');
    assert.ok(!uids.has(event.uid), `${event.uid} is there twice`);
    uids.add(event.uid);
  }
  return [...uids];
}

function assertTable(text, rows) {
  const records = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });
  if (rows) assert.equal(records.length, rows);
  for (const record of records) {
    for (const cell of Object.values(record)) {
      assert.ok(!/^\s*[=+@\t\r]/.test(cell) && (!/^\s*-/.test(cell) || Number.isFinite(Number(cell))),
        `a spreadsheet would take ${JSON.stringify(cell)} for a formula`);
    }
  }
  return records;
}

function assertGuild(guild) {
  const roles = new Set(guild.roles.map((role) => role.id));
  const categories = new Set(guild.channels.filter((c) => c.type === 4).map((c) => c.id));
  const ids = new Set(guild.channels.map((channel) => channel.id));
  assert.equal(roles.size, guild.roles.length);
  assert.equal(ids.size, guild.channels.length);
  assert.equal(guild.roles[0].name, '@everyone');
  for (const channel of guild.channels) {
    if (channel.parent_id !== null) assert.ok(categories.has(channel.parent_id));
    for (const overwrite of channel.permission_overwrites) assert.ok(roles.has(overwrite.id));
    const inside = guild.channels.filter((other) => other.parent_id === channel.id);
    assert.ok(inside.length <= 50, 'a category holds at most 50 channels');
  }
}

function assertKit(t, kit) {
  execFileSync('unzip', ['-t', kit.zip]);
  const unpacked = temporaryFolder(t);
  execFileSync('unzip', ['-q', kit.zip, '-d', unpacked]);
  const written = filesBelow(kit.folder);
  delete written[kit.zip.slice(kit.folder.length + 1)];
  assert.deepEqual(filesBelow(unpacked), written, 'the ZIP holds what lies beside it');
  for (const path of ALWAYS) assert.ok(written[path]?.length > 0, `${path} is missing`);

  const uids = assertCalendar(kit.read('calendar.ics'));
  assert.ok(uids.length > 0);
  const tasks = assertTable(kit.read('tasks.csv'));
  // The template's 22, and what the creator has added.
  assert.ok(tasks.length >= 22 && new Set(tasks.map((task) => task.Id)).size === tasks.length);
  const months = assertTable(kit.read('forecast.csv'), 36);
  for (const month of months) {
    const rest = month.Gross - month['Fees on sales'] - month['Fixed costs'] - month['You keep'];
    assert.ok(Math.abs(rest) < 0.03, 'gross less fees and costs is kept');
  }
  for (const figure of assertTable(kit.read('forecast-figures.csv'))) {
    assert.ok(figure.Source && /^\d{4}-\d\d-\d\d$/.test(figure.Date), figure.Figure);
  }
  assertTable(kit.read('access-matrix.csv'));
  const page = kit.read('plan.html');
  assert.ok(!/<script|<img|<iframe|src=|url\(/i.test(page), 'the page loads nothing');

  if (!existsSync(join(kit.folder, 'community-blueprint.json'))) return;
  const blueprint = JSON.parse(kit.read('community-blueprint.json'));
  const platform = platformOf(blueprint);
  if (SHAPES[platform]) {
    assert.ok(SHAPES[platform](blueprint), ajv.errorsText(SHAPES[platform].errors));
  }
  if (platform === 'discord') assertGuild(blueprint.serialized_source_guild);
}

for (const name of SESSIONS) {
  test(`launch kit of ${name}: other people's programs open every file`, (t) => {
    assertKit(t, exportedKit(t, heldSession(t, name)));
  });
}

const ABSURD = {
  name: '=cmd|\' /C calc\'!A0', community_name: '<script>alert(1)</script> "Töpfern", 🏺; مرحبا \\n',
  niche: '@SUM(A1) | **glaze** <img src=x onerror=alert(1)>', voice: '-1+1',
  signals: ['+1 on kilns, "please"; now', '🏺🏺🏺', 'مرحبا بكم في مجتمع الفخار الطويل الاسم جدا جدا جدا جدا'],
};

for (const platform of ['Discord', 'Circle', 'Skool']) {
  test(`launch kit of absurd names on ${platform}: other people's programs open every file`, (t) => {
    const script = [`Let's go with ${platform}.`, 'The price is $29 a month.',
      'We open on 15 January 2027.', '8 channels, 2 tiers and 4 roles.'].join('\n');
    const kit = exportedKit(t, sessionOf(t, ABSURD, script));
    assertKit(t, kit);
    const blueprint = JSON.parse(kit.read('community-blueprint.json'));
    assert.equal(platformOf(blueprint), { Discord: 'discord', Circle: 'circle', Skool: 'other' }[platform]);
  });
}

test('launch kit of a name of one letter: Discord takes the blueprint', (t) => {
  const kit = exportedKit(t, sessionOf(t, { community_name: 'K' }, "Let's go with Discord.\n"));
  assertKit(t, kit);
  assert.ok(existsSync(join(kit.folder, 'community-blueprint.json')));
});


test('launch kits: among the sessions are Discord, Circle and another platform', (t) => {
  const platforms = new Set(SESSIONS.flatMap((name) => {
    const kit = exportedKit(t, heldSession(t, name));
    const path = join(kit.folder, 'community-blueprint.json');
    return existsSync(path) ? [platformOf(JSON.parse(readFileSync(path, 'utf8')))] : [];
  }));
  assert.deepEqual([...platforms].sort(), ['circle', 'discord', 'other']);
});

test('export and restore: the state that comes back is the same to the byte', (t) => {
  const state = heldSession(t, SESSIONS[0]);
  const kit = exportedKit(t, state);
  const restored = join(temporaryFolder(t), 'state');
  cli('restore', join(kit.folder, 'atrium-backup.json'), '--state', restored);
  assert.match(cli('check', '--state', restored), /^\d+ events in \d+ files\n$/);
  assert.deepEqual(filesBelow(restored), filesBelow(state), 'the folders hold the same files');
  const again = exportedKit(t, restored);
  assert.equal(again.read('atrium-backup.json'), kit.read('atrium-backup.json'));
  assert.deepEqual(readFileSync(again.zip), readFileSync(kit.zip));
});

test('export: a calendar exported again keeps its UIDs', (t) => {
  const state = heldSession(t, SESSIONS[0]);
  const uids = () => assertCalendar(exportedKit(t, state).read('calendar.ics'));
  assert.deepEqual(uids(), uids());
});

test('forecast: table, JSON and CSV say the same', (t) => {
  const state = heldSession(t, SESSIONS[0]);
  const args = ['forecast', '--state', state, '--today', '2026-11-22'];
  const json = JSON.parse(cli(...args, '--format', 'json'));
  const csv = parse(cli(...args, '--format', 'csv'), { bom: true, columns: true });
  const last = csv.find((row) => row.Case === 'base' && row.Month === '12');
  assert.equal(Number(last.Members), json.cases.base.months[11].members);
  assert.ok(json.figures.every((figure) => figure.source && figure.date));
  const members = json.cases.base.months[11].members.toLocaleString('en-US');
  assert.ok(cli(...args).includes(`| base | `) && cli(...args).includes(` ${members} |`));
});

test('export: a folder without a launch is refused with a sentence', (t) => {
  assert.throws(() => cli('export', '--state', temporaryFolder(t), '--out', temporaryFolder(t)),
    (error) => error.status === 1 && error.stderr.includes('no launch'));
});
