// The OpenAPI document against the running server: each route it names answers as described, and each
// route of the server stands in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Proxy, startUpstream } from './support.mjs';

const kindOf = (value) => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

/** What of the value does not fit the schema; an empty list when all fits. Knows what we use. */
function misfits(doc, schema, value, path = '$') {
  if (schema.$ref) {
    const found = schema.$ref.slice(2).split('/').reduce((at, part) => at[part], doc);
    return misfits(doc, found, value, path);
  }
  const kinds = [schema.type ?? kindOf(value)].flat();
  const kind = kindOf(value);
  if (!kinds.includes(kind) && !(kind === 'integer' && kinds.includes('number'))) {
    return [`${path} is ${kind}, not ${kinds}`];
  }
  if (schema.enum && !schema.enum.includes(value)) return [`${path} is ${value}`];
  if (kind === 'array' && schema.items) {
    return value.flatMap((item, n) => misfits(doc, schema.items, item, `${path}[${n}]`));
  }
  if (kind !== 'object' || !schema.properties) return [];
  const missing = (schema.required ?? []).filter((name) => !(name in value));
  const unknown = schema.additionalProperties === false
    ? Object.keys(value).filter((name) => !(name in schema.properties)) : [];
  return [...missing.map((name) => `${path}.${name} is missing`),
    ...unknown.map((name) => `${path}.${name} is not described`),
    ...Object.entries(schema.properties).filter(([name]) => name in value)
      .flatMap(([name, each]) => misfits(doc, each, value[name], `${path}.${name}`))];
}

test('openapi: a value that does not fit its schema is found', () => {
  const schema = { type: 'object', required: ['a'], additionalProperties: false,
    properties: { a: { type: 'integer' }, b: { type: ['string', 'null'] } } };
  assert.deepEqual(misfits({}, schema, { a: 1, b: null }), []);
  assert.equal(misfits({}, schema, { a: 'x' }).length, 1);
  assert.equal(misfits({}, schema, { a: 1, c: 2 }).length, 1);
  assert.equal(misfits({}, schema, {}).length, 1);
});

test('openapi: every route answers as described, in success and in refusal', async (t) => {
  const proxy = new Proxy(t, await startUpstream(t), { USER_DAILY_COST_LIMIT: '5',
    DAILY_COST_ALERT_THRESHOLD: '0.000001' });
  await proxy.start();
  const [admin, anna, poor] = [proxy.addUser('boss', '--admin'), proxy.addUser('anna'),
    proxy.addUser('poor', '--messages-per-day', '0')];
  const doc = await (await proxy.get('/api/v1/openapi.json')).json();
  const message = (fields = {}) => JSON.stringify({ model: 'claude-sonnet-5-5', max_tokens: 99,
    messages: [{ role: 'user', content: 'scenario:normal' }], ...fields });
  const said = (text) => message({ messages: [{ role: 'user', content: text }] });
  const calls = [
    ['post', '/v1/messages', anna, message(), 200], ['post', '/v1/messages', anna, message({ stream: true }), 200],
    ['post', '/v1/messages', anna, '{', 400], ['post', '/v1/messages', undefined, message(), 401],
    ['post', '/v1/messages', anna, message({ model: 'x' }), 404], ['post', '/v1/messages', poor, message(), 429],
    ['post', '/v1/messages', anna, said('scenario:429'), 429], ['post', '/v1/messages', anna, said('scenario:reset'), 502],
    ['post', '/v1/messages', anna, said('scenario:401'), 502], ['post', '/v1/messages', anna, said('scenario:529'), 529],
    ['post', '/v1/messages', anna, 'x'.repeat(33 * 1024 * 1024), 413],
    ['post', '/v1/messages/count_tokens', anna, message(), 200], ['post', '/v1/messages/count_tokens', 'x', message(), 401],
    ['post', '/api/v1/session', undefined, '{"token":"atr_x"}', 401], ['post', '/api/v1/session', undefined, '{}', 400],
    ['post', '/api/v1/session', undefined, JSON.stringify({ token: proxy.oneTimeToken }), 200],
    ['get', '/api/v1/config', undefined, undefined, 200],
    ['get', '/api/v1/usage', anna, undefined, 200], ['get', '/api/v1/usage', undefined, undefined, 401],
    ['get', '/api/v1/admin/usage-stats', admin, undefined, 200], ['get', '/api/v1/admin/usage-stats', anna, undefined, 403],
    ['get', '/api/v1/admin/usage-stats', undefined, undefined, 401],
    ['get', '/api/v1/openapi.json', undefined, undefined, 200],
    ['get', '/metrics', undefined, undefined, 200], ['get', '/healthz', undefined, undefined, 200],
    ['get', '/readyz', undefined, undefined, 200],
  ];
  for (const [method, path, token, body, status] of calls) {
    const name = `${method} ${path} ${status}`;
    const answer = await fetch(proxy.url + path, { method: method.toUpperCase(), body,
      headers: token ? { 'x-api-key': token } : {} });
    const text = await answer.text();
    assert.equal(answer.status, status, `${name}: ${text.slice(0, 200)}`);
    const described = doc.paths[path][method].responses[status];
    assert.ok(described, `${name} is not described`);
    const type = answer.headers.get('content-type').split(';')[0];
    const content = described.content[type];
    assert.ok(content, `${name}: ${type} is not described`);
    if (type === 'application/json') {
      assert.deepEqual(misfits(doc, content.schema, JSON.parse(text)), [], name);
    }
    for (const header of ['request-id', 'x-atrium-messages-left']) {
      if (described.headers?.[header]) assert.ok(answer.headers.get(header), `${name}: ${header}`);
    }
  }
  const called = new Set(calls.map(([method, path]) => `${method} ${path}`));
  for (const [path, methods] of Object.entries(doc.paths)) {
    for (const method of Object.keys(methods)) assert.ok(called.has(`${method} ${path}`), `${method} ${path}`);
  }
  assert.equal(doc.openapi, '3.1.0');

  const source = readFileSync(new URL('../../proxy/application.cpp', import.meta.url), 'utf8');
  const routes = [...source.matchAll(/\{"(GET|POST)",\s*"([^"]+)"/g)];
  assert.ok(routes.length >= 10);
  for (const [, method, path] of routes) {
    assert.ok(doc.paths[path]?.[method.toLowerCase()], `${method} ${path} is not described`);
  }
});
