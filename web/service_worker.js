// @ts-check
/// <reference lib="webworker" />
// Makes the second visit start without a network. Files with a hash in their name never change and
// come from the cache; the page itself comes from the network while that answers within 3 seconds.
// The API is never touched. A new version waits until the person asks for it.

/** Written by the site build: the addresses of all files with a hash in their name. @type {string[]} */
const PRECACHE = /*@precache*/[];
const CACHE = "atrium-site";
const PAGE = "/";
const PAGE_TIMEOUT_MILLIS = 3000;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

async function install() {
    const cache = await caches.open(CACHE);
    const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
    const missing = PRECACHE.map((address) => new URL(address, location.origin).pathname)
        .filter((path) => !kept.has(path));
    await cache.addAll(missing);
    await cache.put(PAGE, await fetch(PAGE, { cache: "no-cache" }));
}

async function activate() {
    const cache = await caches.open(CACHE);
    const wanted = new Set(PRECACHE.map((address) => new URL(address, location.origin).pathname));
    wanted.add(PAGE);
    for (const request of await cache.keys()) {
        if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
    }
    await worker.clients.claim();
}

/** @param {Request} request @returns {Promise<Response>} */
async function page(request) {
    const cache = await caches.open(CACHE);
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), PAGE_TIMEOUT_MILLIS);
    try {
        const response = await fetch(request.url, { cache: "no-cache", signal: controller.signal });
        if (response.ok) return response;
        return (await cache.match(PAGE)) ?? response;
    } catch {
        return (await cache.match(PAGE)) ?? Response.error();
    } finally {
        clearTimeout(timer);
    }
}

/** @param {Request} request @returns {Promise<Response>} */
async function asset(request) {
    const cache = await caches.open(CACHE);
    return (await cache.match(request.url)) ?? fetch(request);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
    if (event.data === "start-now") worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== location.origin) return;
    if (/^\/(v1|api|healthz|readyz|metrics)(\/|$)/.test(address.pathname)) return;
    if (request.mode === "navigate" && address.pathname === PAGE) event.respondWith(page(request));
    else event.respondWith(asset(request));
});
