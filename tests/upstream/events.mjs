// Builds replies: from a list of blocks either the stream of server-sent events or the whole JSON.

let replies = 0;

export const event = (type, data = {}) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;

export const ping = event('ping');

/** Words with their spaces, so that text streams the way a model's does. */
const pieces = (text) => text.match(/\S+\s*|\s+/g) ?? [];

const tokens = (text) => Math.max(1, Math.ceil(text.length / 4));

function outputTokens(blocks) {
  const text = (block) => block.text ?? block.thinking ?? JSON.stringify(block.input ?? '');
  return blocks.reduce((sum, block) => sum + tokens(text(block)) + (block.hiddenTokens ?? 0), 0);
}

function deltasOf(block) {
  switch (block.type) {
    case 'text':
      return pieces(block.text).map((text) => ({ type: 'text_delta', text }));
    case 'tool_use': {
      const json = block.rawInput ?? JSON.stringify(block.input);
      const half = Math.ceil(json.length / 2);
      return ['', json.slice(0, half), json.slice(half)].map((partial_json) => (
        { type: 'input_json_delta', partial_json }));
    }
    case 'thinking':
      return [{ type: 'signature_delta', signature: block.signature }];
    default:
      return [];
  }
}

function opening(block) {
  switch (block.type) {
    case 'text':
      return { type: 'text', text: '' };
    case 'tool_use':
      return { type: 'tool_use', id: block.id, name: block.name, input: {} };
    case 'thinking':
      return { type: 'thinking', thinking: '', signature: '' };
    default:
      return block;
  }
}

export class Reply {
  /**
   * @param request the parsed request
   * @param prompt {input, cacheRead, cacheWrite} token counts
   */
  constructor(request, prompt, blocks, stop_reason = 'end_turn', stop_details = null) {
    Object.assign(this, { request, prompt, blocks, stop_reason, stop_details });
    this.id = `msg_test_${++replies}`;
    this.output = outputTokens(blocks);
  }

  usage(output_tokens) {
    const { input, cacheRead, cacheWrite } = this.prompt;
    return {
      input_tokens: input,
      cache_creation_input_tokens: cacheWrite,
      cache_read_input_tokens: cacheRead,
      cache_creation: { ephemeral_5m_input_tokens: cacheWrite, ephemeral_1h_input_tokens: 0 },
      output_tokens,
      service_tier: 'standard',
      inference_geo: 'global',
    };
  }

  start() {
    return event('message_start', {
      message: {
        id: this.id, type: 'message', role: 'assistant', model: this.request.model, content: [],
        stop_reason: null, stop_sequence: null, usage: this.usage(this.output ? 1 : 0),
      },
    });
  }

  body() {
    return this.blocks.flatMap((block, index) => [
      event('content_block_start', { index, content_block: opening(block) }),
      ...deltasOf(block).map((delta) => event('content_block_delta', { index, delta })),
      event('content_block_stop', { index }),
    ]);
  }

  end() {
    const { stop_reason, stop_details, prompt } = this;
    return [
      event('message_delta', {
        delta: { stop_reason, stop_sequence: null, stop_details },
        usage: {
          input_tokens: prompt.input, cache_creation_input_tokens: prompt.cacheWrite,
          cache_read_input_tokens: prompt.cacheRead, output_tokens: this.output,
        },
      }),
      event('message_stop'),
    ];
  }

  /** Every chunk of the stream. */
  stream() {
    return [this.start(), ping, ...this.body(), ...this.end()];
  }

  json() {
    const content = this.blocks.map(({ hiddenTokens, rawInput, ...block }) => block);
    return {
      id: this.id, type: 'message', role: 'assistant', model: this.request.model, content,
      stop_reason: this.stop_reason, stop_sequence: null, stop_details: this.stop_details,
      usage: this.usage(this.output),
    };
  }
}
