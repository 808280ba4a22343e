// The server: POST /v1/messages, POST /v1/messages/count_tokens, GET /journal, and GET /go for what
// waits with `for:told`.
//     node tests/upstream/upstream.mjs [PORT]
import http from 'node:http';
import { creatorReply } from './creator.mjs';
import { Reply } from './events.mjs';
import { checkRequest, lastUserText, promptTokens } from './requests.mjs';
import { SCENARIOS } from './scenarios.mjs';

const PACE_MILLIS = Number(process.env.UPSTREAM_PACE_MS ?? 4);
const JOURNAL_SIZE = 10_000;

const journal = [];
let ids = 0;

const wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

let go;
const told = new Promise((resolve) => { go = resolve; });

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function sendJson(res, status, value, headers = {}) {
  res.writeHead(status, {
    'content-type': 'application/json',
    'request-id': `req_upstream_${++ids}`,
    'anthropic-organization-id': 'org_operator',
    'anthropic-ratelimit-requests-remaining': '999',
    ...headers,
  });
  res.end(JSON.stringify(value));
}

function context(request, res) {
  const words = lastUserText(request);
  const number = (name, otherwise) => Number(words.match(new RegExp(`\\b${name}:(\\d+)`))?.[1] ?? otherwise);
  const pace = number('pace', PACE_MILLIS);
  const pause = (millis) => (/\bfor:told\b/.test(words) ? told : wait(number('for', millis)));
  const begin = () => {
    if (!res.headersSent) {
      res.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache',
        'request-id': `req_upstream_${++ids}`,
        'anthropic-organization-id': 'org_operator',
      });
      res.flushHeaders();
    }
  };
  const write = async (chunks) => {
    begin();
    for (const chunk of chunks) {
      if (res.destroyed) return;
      res.write(chunk);
      if (pace > 0) await wait(pace);
    }
  };
  return {
    request, number, wait, pause, write,
    prompt: promptTokens(request),
    end: () => res.end(),
    // What was written has left before the connection breaks.
    destroy: () => setTimeout(() => res.socket?.destroy(), 20),
    fail: (status, type, message, headers, details) =>
      sendJson(res, status, { type: 'error', error: { type, message, details } }, headers),
    html: (status, page) => {
      res.writeHead(status, { 'content-type': 'text/html' });
      res.end(page);
    },
    respond: async (reply) => {
      if (!request.stream) return sendJson(res, 200, reply.json());
      await write(reply.stream());
      return res.end();
    },
  };
}

function createMessage(request, res) {
  const wanted = lastUserText(request).match(/scenario:(\w+)/)?.[1];
  const it = context(request, res);
  if (wanted && SCENARIOS[wanted]) return SCENARIOS[wanted](it);
  const { blocks, stop_reason } = creatorReply(request);
  return it.respond(new Reply(request, it.prompt, blocks, stop_reason));
}

function answer(req, res, body) {
  if (req.method === 'GET' && req.url === '/journal') return sendJson(res, 200, journal);
  if (req.method === 'GET' && req.url === '/go') return sendJson(res, 200, go());
  const path = req.url.split('?')[0];
  journal.push({ method: req.method, url: req.url, headers: req.headers, body });
  if (journal.length > JOURNAL_SIZE) journal.shift();
  if (req.method !== 'POST' || !['/v1/messages', '/v1/messages/count_tokens'].includes(path)) {
    return sendJson(res, 404, { type: 'error', error: { type: 'not_found_error', message: path } });
  }
  const request = parse(body);
  const error = checkRequest(request, req.headers);
  if (error) {
    const { status, type, message } = error;
    return sendJson(res, status, { type: 'error', error: { type, message } });
  }
  if (path.endsWith('/count_tokens')) {
    const { input, cacheRead, cacheWrite } = promptTokens(request);
    return sendJson(res, 200, { input_tokens: input + cacheRead + cacheWrite });
  }
  return createMessage(request, res);
}

const server = http.createServer((req, res) => {
  const chunks = [];
  res.socket?.setNoDelay(true);
  req.on('data', (chunk) => chunks.push(chunk));
  req.on('end', () => answer(req, res, Buffer.concat(chunks).toString()));
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', 4096, () => {
  console.log(server.address().port);
});
