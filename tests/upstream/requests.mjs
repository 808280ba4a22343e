// What the API checks before it answers: the version, the shape of the conversation, and what each
// model refuses. Returns the error as {status, type, message}, or null.
import { createHash } from 'node:crypto';

const MODELS = [
  'claude-sonnet-5-5', 'claude-opus-5-5', 'claude-haiku-5-5', 'claude-opus-5', 'claude-sonnet-5',
  'claude-sonnet-4-6', 'claude-haiku-4-5',
];
const SAMPLING = ['temperature', 'top_p', 'top_k'];

const bad = (message) => ({ status: 400, type: 'invalid_request_error', message });

const blocksOf = (message) =>
  typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : message.content;

function checkMessage(message, previous) {
  if (!['user', 'assistant'].includes(message?.role)) return bad('messages: role');
  if (!Array.isArray(blocksOf(message)) || blocksOf(message).length === 0) {
    return bad('messages: content must not be empty');
  }
  for (const block of blocksOf(message)) {
    if (block.type === 'text' && block.text === '') {
      return bad('messages: text content blocks must be non-empty');
    }
    if (block.type === 'tool_use' && (typeof block.input !== 'object' || !block.id)) {
      return bad('messages: tool_use needs id and an object as input');
    }
  }
  const asked = previous?.role === 'assistant'
    ? blocksOf(previous).filter((b) => b.type === 'tool_use').map((b) => b.id) : [];
  const answered = blocksOf(message).filter((b) => b.type === 'tool_result').map((b) => b.tool_use_id);
  const missing = asked.find((id) => !answered.includes(id));
  if (missing) return bad(`messages: tool_use ${missing} has no tool_result right after it`);
  const unasked = answered.find((id) => !asked.includes(id));
  return unasked ? bad(`messages: tool_result ${unasked} answers no tool_use`) : null;
}

function checkSampling(request, version) {
  const used = SAMPLING.find((name) => name in request);
  const refuses = version >= '2026-10-21' || /-5-5$/.test(request.model ?? '');
  return used && refuses ? bad(`${used}: is not supported by this model`) : null;
}

function checkTools(request) {
  for (const tool of request.tools ?? []) {
    if (!/^[a-zA-Z0-9_-]{1,128}$/.test(tool.name ?? '')) return bad('tools: name');
    if (tool.input_schema?.type !== 'object') return bad(`tools: ${tool.name}: input_schema`);
  }
  return ['any', 'tool'].includes(request.tool_choice?.type)
    ? bad('tool_choice: this model decides itself') : null;
}

export function checkRequest(request, headers) {
  if (!headers['x-api-key']) {
    return { status: 401, type: 'authentication_error', message: 'x-api-key header is required' };
  }
  const version = headers['anthropic-version'];
  if (!version) return bad('anthropic-version: header is required');
  if (!request || typeof request !== 'object') return bad('the body is not valid JSON');
  if (!MODELS.some((id) => request.model?.startsWith(id))) {
    return { status: 404, type: 'not_found_error', message: `model: ${request.model}` };
  }
  if (!Array.isArray(request.messages) || request.messages.length === 0) {
    return bad('messages: at least one message is required');
  }
  for (const [index, message] of request.messages.entries()) {
    const error = checkMessage(message, request.messages[index - 1]);
    if (error) return error;
  }
  if (request.messages.at(-1).role === 'assistant') return bad('messages: prefill is not supported');
  return checkSampling(request, version) ?? checkTools(request);
}

/** The person's words in the last message; empty when it only answers tools. */
export function lastUserText(request) {
  return blocksOf(request.messages.at(-1)).filter((b) => b.type === 'text')
    .map((b) => b.text).join('\n');
}

export const answersTools = (request) =>
  blocksOf(request.messages.at(-1)).some((block) => block.type === 'tool_result');

/** All tools that the model has called in this conversation. */
export const toolUses = (request) => request.messages
  .filter((message) => message.role === 'assistant').flatMap(blocksOf)
  .filter((block) => block.type === 'tool_use');

const cached = new Set();

/** Token counts of the prompt; a system text with a breakpoint is written once and read later. */
export function promptTokens(request) {
  const count = (value) => Math.ceil(JSON.stringify(value ?? '').length / 4);
  const system = Array.isArray(request.system) ? request.system : [];
  const breakpoint = system.findLastIndex((block) => block.cache_control);
  const prefix = JSON.stringify([request.model, request.tools, system.slice(0, breakpoint + 1)]);
  const all = count(request.messages) + count(request.system) + count(request.tools);
  if (breakpoint < 0) return { input: all, cacheRead: 0, cacheWrite: 0 };
  const size = Math.min(all, Math.ceil(prefix.length / 4));
  const key = createHash('sha256').update(prefix).digest('hex');
  const known = cached.has(key);
  cached.add(key);
  return { input: all - size, cacheRead: known ? size : 0, cacheWrite: known ? 0 : size };
}
