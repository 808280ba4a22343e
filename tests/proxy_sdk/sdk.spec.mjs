// Anthropic's own SDK, unchanged, with only the address and a token of this proxy.
import assert from 'node:assert/strict';
import test from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { Proxy, startUpstream } from '../proxy/support.mjs';

const ask = (text) => ({
  model: 'claude-sonnet-5-5', max_tokens: 500, messages: [{ role: 'user', content: text }],
});
const record_decision = {
  name: 'record_decision', description: 'Records a decision',
  input_schema: { type: 'object', properties: { category: {}, value: {}, slots: {}, confidence: {} } },
};

async function start(t) {
  const proxy = new Proxy(t, await startUpstream(t));
  const token = proxy.addUser('anna');
  await proxy.start();
  const client = (options = {}) => new Anthropic({
    baseURL: proxy.url, authToken: token, apiKey: null, maxRetries: 0, ...options });
  return { proxy, token, client, claude: client() };
}

test('sdk: a message, by either kind of token', async (t) => {
  const { token, client, claude } = await start(t);
  for (const each of [claude, client({ apiKey: token, authToken: null })]) {
    const message = await each.messages.create(ask('scenario:normal'));
    assert.equal(message.stop_reason, 'end_turn');
    assert.match(message.content[0].text, /twenty founders/);
    assert.match(message._request_id, /^req_/);
  }
});

test('sdk: a stream with its text and usage', async (t) => {
  const { claude } = await start(t);
  const stream = claude.messages.stream(ask('scenario:thinking'));
  let text = '';
  stream.on('text', (delta) => { text += delta; });
  const message = await stream.finalMessage();
  assert.equal(text, 'Grüße from Claude: start with twenty founders — then grow. 🎉');
  assert.equal(message.content[0].type, 'thinking');
  assert.ok(message.usage.output_tokens > 400);
});

test('sdk: tools, with the round that answers them', async (t) => {
  const { claude, proxy, token } = await start(t);
  const question = { role: 'user', content: 'Let us take $29 a month on Discord.' };
  const first = await claude.messages.stream({ ...ask(''), messages: [question],
    tools: [record_decision] }).finalMessage();
  assert.equal(first.stop_reason, 'tool_use');
  const uses = first.content.filter((block) => block.type === 'tool_use');
  assert.deepEqual(uses.map((use) => use.input.category), ['platform', 'pricing']);
  assert.deepEqual(uses[1].input.slots, { amount: 29, currency: 'USD', interval: 'month' });
  const results = uses.map((use) => ({ type: 'tool_result', tool_use_id: use.id, content: 'recorded' }));
  const second = await claude.messages.create({ ...ask(''), tools: [record_decision],
    messages: [question, { role: 'assistant', content: first.content }, { role: 'user', content: results }] });
  assert.equal(second.stop_reason, 'end_turn');
  const usage = await proxy.usage(token);
  assert.deepEqual([usage.messages, usage.tool_rounds], [1, 1]);
});

test('sdk: counting tokens is free and no message', async (t) => {
  const { claude, proxy, token } = await start(t);
  const { max_tokens, ...request } = ask('hello');
  assert.ok((await claude.messages.countTokens(request)).input_tokens > 0);
  assert.equal((await proxy.usage(token)).messages, 0);
});

test('sdk: errors are the SDK\'s own error types', async (t) => {
  const { client, claude } = await start(t);
  const rejects = (call, type) => assert.rejects(call, (error) => error instanceof type);
  await rejects(claude.messages.create(ask('scenario:429')), Anthropic.RateLimitError);
  await rejects(claude.messages.create(ask('scenario:529')), Anthropic.InternalServerError);
  await rejects(claude.messages.create(ask('scenario:400')), Anthropic.BadRequestError);
  await rejects(client({ authToken: 'atr_wrong' }).messages.create(ask('x')), Anthropic.AuthenticationError);
  await rejects(claude.messages.create({ ...ask('x'), model: 'unknown' }), Anthropic.NotFoundError);
  for (const scenario of ['529_in_stream', 'cut', 'ends_early', 'cut_in_character']) {
    const stream = claude.messages.stream(ask(`scenario:${scenario}`));
    await rejects(stream.finalMessage(), Anthropic.APIError);
  }
});

test('sdk: a used-up day is not retried', async (t) => {
  const { proxy, client } = await start(t);
  const token = proxy.addUser('ben', '--messages-per-day', '0');
  const ben = client({ authToken: token, maxRetries: 2 });
  await assert.rejects(ben.messages.create(ask('x')), Anthropic.RateLimitError);
  const metrics = await (await proxy.get('/metrics')).text();
  assert.match(metrics, /atrium_refused_message_limit_total 1\n/);
});
