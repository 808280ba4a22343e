// Situations that a test asks for with `scenario:NAME`. Each gets the request's context and acts on
// the response; what is not listed here is an ordinary reply.
import { Reply, event, ping } from './events.mjs';

let recording;

const text = (words) => [{ type: 'text', text: words }];
const ANSWER = 'Grüße from Claude: start with twenty founders — then grow. 🎉';

const reply = (make) => ({ request, prompt, respond }) => {
  const { blocks, stop_reason, stop_details } = make(request);
  return respond(new Reply(request, prompt, blocks, stop_reason, stop_details));
};

const failure = (status, type, message, headers = {}, details) => ({ fail }) =>
  fail(status, type, message, headers, details);

/** A stream that breaks after `cut` has chosen what of it still goes out. */
const broken = (cut) => ({ request, prompt, write, destroy }) => {
  const whole = new Reply(request, prompt, text(ANSWER)).stream().join('');
  return write([cut(Buffer.from(whole))]).then(destroy);
};

const toolUse = (id, name, input) => ({ type: 'tool_use', id, name, input });
const price = { category: 'pricing', confidence: 0.92, rationale: 'Said so.',
  slots: { amount: 29, currency: 'USD', interval: 'month' } };
const platform = { category: 'platform', confidence: 0.95, rationale: 'Said so.',
  slots: { name: 'discord' } };

export const SCENARIOS = {
  normal: reply(() => ({ blocks: text(ANSWER) })),
  long: reply(() => ({ blocks: text('One more thing to think about. '.repeat(200)) })),
  tool: reply(() => ({
    blocks: [...text('Noted.'), toolUse('toolu_a', 'record_decision', price)],
    stop_reason: 'tool_use',
  })),
  parallel_tools: reply(() => ({
    blocks: [toolUse('toolu_a', 'record_decision', price), toolUse('toolu_b', 'record_decision', platform)],
    stop_reason: 'tool_use',
  })),
  malformed_tool: reply(() => ({
    blocks: [{ ...toolUse('toolu_a', 'record_decision', {}), rawInput: '{"category":"pricing","slots":{' }],
    stop_reason: 'tool_use',
  })),
  wrong_tool_input: reply(() => ({
    blocks: [toolUse('toolu_a', 'record_decision', { category: 7, value: null, confidence: 'high' })],
    stop_reason: 'tool_use',
  })),
  thinking: reply(() => ({
    blocks: [{ type: 'thinking', thinking: '', signature: 'c2lnbmVk', hiddenTokens: 400 }, ...text(ANSWER)],
  })),
  max_tokens: reply(() => ({ blocks: text('This answer ends in the'), stop_reason: 'max_tokens' })),
  pause_turn: reply(() => ({ blocks: text('Still at it.'), stop_reason: 'pause_turn' })),
  refusal: reply(() => ({
    blocks: text('I was about to'),
    stop_reason: 'refusal',
    stop_details: { type: 'refusal', category: null, explanation: 'This cannot be answered.' },
  })),
  refusal_before_output: reply(() => ({
    blocks: [],
    stop_reason: 'refusal',
    stop_details: { type: 'refusal', category: null, explanation: 'This cannot be answered.' },
  })),
  context_window: reply(() => ({
    blocks: text('There was no room'), stop_reason: 'model_context_window_exceeded',
  })),

  400: failure(400, 'invalid_request_error', 'messages: something is wrong'),
  401: failure(401, 'authentication_error', 'invalid x-api-key'),
  413: failure(413, 'request_too_large', 'Request exceeds the maximum size'),
  429: failure(429, 'rate_limit_error', 'This request would exceed your rate limit', { 'retry-after': '7' }),
  '429_spend': failure(429, 'rate_limit_error', 'You have reached your spend limit', {},
    { error_code: 'enforced_spend_limit_reached' }),
  500: failure(500, 'api_error', 'Internal server error'),
  529: failure(529, 'overloaded_error', 'Overloaded'),
  garbage: ({ html }) => html(502, '<html><body>Bad gateway</body></html>'),

  '529_in_stream': ({ request, prompt, write, end }) => {
    const whole = new Reply(request, prompt, text(ANSWER));
    const error = event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } });
    return write([whole.start(), ...whole.body().slice(0, 4), error]).then(end);
  },
  unknown_event: ({ request, prompt, write, end }) => {
    const [start, ...rest] = new Reply(request, prompt, text(ANSWER)).stream();
    return write([start, event('weather_report', { sky: 'clear' }), ': a comment\n\n', ...rest]).then(end);
  },
  malformed: ({ request, prompt, write, end }) => {
    const [start, ...rest] = new Reply(request, prompt, text(ANSWER)).stream();
    return write([start, 'event: content_block_delta\ndata: {"type":"content_bl\n\n', ...rest]).then(end);
  },
  cut: broken((whole) => whole.subarray(0, whole.indexOf('founders') + 4)),
  cut_in_character: broken((whole) => whole.subarray(0, whole.indexOf('üße') + 1)),
  cut_at_once: broken((whole) => whole.subarray(0, 5)),
  ends_early: ({ request, prompt, write, end }) => {
    const whole = new Reply(request, prompt, text(ANSWER));
    return write([whole.start(), ...whole.body()]).then(end);
  },
  reset: ({ destroy }) => destroy(),
  split: ({ request, prompt, write, end }) => {
    const bytes = Buffer.from(new Reply(request, prompt, text(ANSWER)).stream().join(''));
    return write([...bytes].map((byte) => Buffer.from([byte]))).then(end);
  },
  // The same bytes at each request, in two chunks.
  recorded: async ({ request, prompt, write, end, number }) => {
    recording ??= Buffer.from(new Reply(request, prompt, text('Grüße — 🎉')).stream().join(''));
    const cut = number('cut', 0);
    await write([recording.subarray(0, cut), recording.subarray(cut)].filter((chunk) => chunk.length));
    return end();
  },
  slow: async ({ request, prompt, write, end, wait }) => {
    const [start, ...rest] = new Reply(request, prompt, text(ANSWER)).stream();
    await write([start]);
    for (let i = 0; i < 3; ++i) {
      await wait(300);
      await write([ping]);
    }
    await write(rest);
    return end();
  },
  silent: async ({ request, prompt, write, end, pause }) => {
    const [start, ...rest] = new Reply(request, prompt, text(ANSWER)).stream();
    await write([start]);
    await pause(2500);
    await write(rest);
    return end();
  },
  // The head at once, the first event later.
  head_first: async ({ request, prompt, write, respond, pause }) => {
    await write([]);
    await pause(1500);
    return respond(new Reply(request, prompt, text(ANSWER)));
  },
  // All is said, but the connection stays open for a while.
  lingers: async ({ request, prompt, write, end, wait }) => {
    await write(new Reply(request, prompt, text(ANSWER)).stream());
    await wait(3000);
    return end();
  },
  zero_output: ({ request, prompt, respond }) =>
    respond(Object.assign(new Reply(request, prompt, text(ANSWER)), { output: 0 })),
  // The figures of the prompt come with the last event only.
  late_usage: ({ request, write, end }) => {
    const none = { input: 0, cacheRead: 0, cacheWrite: 0 };
    const begun = new Reply(request, none, text('Well.'));
    const ended = Object.assign(new Reply(request, { input: 700, cacheRead: 40, cacheWrite: 0 }, text('Well.')), { output: 9 });
    return write([begun.start(), ...begun.body(), ...ended.end()]).then(end);
  },
  late_head: async ({ request, prompt, respond, pause }) => {
    await pause(1500);
    return respond(new Reply(request, prompt, text(ANSWER)));
  },
  hang: ({ request, prompt, write }) => {
    const whole = new Reply(request, prompt, text(ANSWER));
    return write([whole.start(), ...whole.body().slice(0, 4)]);
  },
};
