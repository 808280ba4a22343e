// @ts-check
// Streams Claude's replies from the proxy, byte by byte to the program, which parses them.

import * as activity from "./activity.js";
import { call } from "./program.js";
import { authorization, keep_token } from "./session.js";

const ASK_TIMEOUT_MILLIS = 10_000;

/** @type {Map<number, AbortController>} */
const streams = new Map();

/** @param {Response} response @returns {number} seconds, -1 when not said */
function retry_after(response) {
    const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
    return Number.isFinite(seconds) && seconds >= 0 ? seconds : -1;
}

/**
 * @param {number} stream
 * @param {Uint8Array} body  the request as JSON
 * @param {number} silent_seconds  a stream that is silent for longer is given up
 */
export async function start(stream, body, silent_seconds) {
    const controller = new AbortController();
    streams.set(stream, controller);
    activity.begin("stream");
    let timer = 0;
    const heard = () => {
        clearTimeout(timer);
        timer = setTimeout(() => controller.abort(new Error("silent")), silent_seconds * 1000);
    };
    try {
        heard();
        const response = await fetch("/v1/messages", {
            method: "POST",
            headers: {
                "content-type": "application/json",
                "anthropic-version": "2023-06-01",
                ...authorization(),
            },
            body,
            signal: controller.signal,
        });
        if (!response.ok || !response.body) {
            const answer = new Uint8Array(await response.arrayBuffer());
            finish(stream, controller, () => call(
                "web_on_chat_refused", [stream, response.status, retry_after(response)], answer));
            return;
        }
        const reader = response.body.getReader();
        for (;;) {
            const { done, value } = await reader.read();
            if (done) break;
            heard();
            if (streams.get(stream) === controller) call("web_on_chat_bytes", [stream], value);
        }
        finish(stream, controller, () => call("web_on_chat_ended", [stream], ""));
    } catch (error) {
        finish(stream, controller, () => call("web_on_chat_ended", [stream], String(error)));
    } finally {
        clearTimeout(timer);
        activity.end("stream");
    }
}

/**
 * Says how it ended, unless it was cancelled.
 * @param {number} stream
 * @param {AbortController} controller
 * @param {() => void} tell
 */
function finish(stream, controller, tell) {
    if (streams.get(stream) !== controller) return;
    streams.delete(stream);
    tell();
}

/** @param {number} stream */
export function cancel(stream) {
    const controller = streams.get(stream);
    streams.delete(stream);
    controller?.abort();
}

/** Shows the proxy another token from now on. @param {string} token */
export async function sign_in(token) {
    await keep_token(token);
    await ask_proxy();
}

/** @param {string} path @returns {Promise<[number, string | Uint8Array]>} status and body */
async function ask(path) {
    try {
        const response = await fetch(path, {
            headers: authorization(),
            cache: "no-store",
            signal: AbortSignal.timeout(ASK_TIMEOUT_MILLIS),
        });
        return [response.status, new Uint8Array(await response.arrayBuffer())];
    } catch (error) {
        return [0, String(error)];
    }
}

/** Asks the proxy what it offers and whether it knows us: at the start, and when the network is
 * back. */
export async function ask_proxy() {
    activity.begin("config");
    const [[config_status, config], [usage_status, usage]] = await Promise.all(
        [ask("/api/v1/config"), ask("/api/v1/usage")]);
    call("web_on_proxy", [config_status, usage_status], config, usage);
    activity.end("config");
}

/** Asks the proxy what everybody used since that day, which it tells administrators.
 * @param {string} from_day */
export async function ask_usage(from_day) {
    activity.begin("usage");
    const [status, usage] = await ask(
        `/api/v1/admin/usage-stats?by=day&from=${encodeURIComponent(from_day)}`);
    call("web_on_usage", [status], usage);
    activity.end("usage");
}
