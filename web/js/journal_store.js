// @ts-check
// Writes the journal's files into the IndexedDB store that Emscripten's IDBFS loads at the start: the
// same database, store and record format, but only the files that changed, in one transaction whose
// end is acknowledged. (FS.syncfs walks every file, lets one tab delete another's, and in older
// versions never answers when the disk is full.)

import * as activity from "./activity.js";
import { next_task } from "./next_task.js";
import { lose_after } from "./patience.js";

const DATABASE = "/data";
const IDBFS_VERSION = 21;
const STORE = "FILE_DATA";
// Names the tab that may write. Checked inside every commit, so that a tab that was frozen while
// another took over cannot overwrite what the other wrote.
const WRITER = `${DATABASE}/.writer`;
const OPEN_TIMEOUT_MILLIS = 15_000;
const QUOTA = "QuotaExceededError";
const FILE_MODE = 0o100666;
const DIRECTORY_MODE = 0o40777;

/** @typedef {"strict" | "relaxed"} Durability */
/** @typedef {"" | "storage-full" | "storage-refused" | "storage-closed" | "storage-lost"} Code */
/** @typedef {{ code: Code, detail: string }} Outcome */

const this_tab = new TextEncoder().encode(`${Date.now()}-${Math.random().toString(36).slice(2)}`);

/** @type {IDBDatabase | null} */
let database = null;
/** Why nothing can be stored in this session; empty while it can. */
let refusal = "";
let asked_to_persist = false;
/** @type {Set<string>} */
const known_directories = new Set([DATABASE]);

/** @returns {Promise<IDBDatabase>} */
function open_database() {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(DATABASE, IDBFS_VERSION);
        request.onupgradeneeded = () => {
            const store = request.result.createObjectStore(STORE);
            store.createIndex("timestamp", "timestamp", { unique: false });
        };
        request.onblocked = () => reject(new Error("another tab keeps an old version open"));
        request.onerror = () => reject(request.error ?? new Error("indexedDB.open failed"));
        request.onsuccess = () => {
            const opened = request.result;
            const drop = () => {
                opened.close();
                if (database === opened) database = null;
            };
            opened.onclose = drop;
            opened.onversionchange = drop;
            resolve(opened);
        };
    });
}

/** @returns {Promise<never>} */
function no_answer() {
    return new Promise((_, reject) => {
        lose_after(OPEN_TIMEOUT_MILLIS, () => reject(new Error("no answer")));
    });
}

/** @returns {Promise<boolean>} false when this browser gives no storage */
export async function open() {
    try {
        database = await Promise.race([open_database(), no_answer()]);
    } catch (error) {
        refuse(String(error));
    }
    return refusal === "";
}

/** No commit will be tried in this session: what is stored could not be read, or may not be.
 * @param {string} why */
export function refuse(why) {
    refusal = why || "refused";
}

/** @param {Uint8Array} bytes */
const file_record = (bytes) => ({ timestamp: new Date(), mode: FILE_MODE, contents: bytes });

/** @param {unknown} a @param {Uint8Array} b */
function same_bytes(a, b) {
    return a instanceof Uint8Array && a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/**
 * Runs one transaction; resolves when the browser has acknowledged or refused it.
 * @param {Durability} durability  strict: it is on the disk when it is acknowledged
 * @param {(store: IDBObjectStore, transaction: IDBTransaction) => void} work
 * @returns {Promise<Outcome>}
 */
async function transact(durability, work) {
    if (refusal) return { code: "storage-refused", detail: refusal };
    for (const last_try of [false, true]) {
        try {
            database ??= await open_database();
            return await run_transaction(database, durability, work);
        } catch (error) {
            if (error instanceof DOMException && error.name === QUOTA) {
                return { code: "storage-full", detail: error.message };
            }
            // The connection had been closed from outside; one new one is worth a try.
            database = null;
            if (last_try) return { code: "storage-closed", detail: String(error) };
        }
    }
    return { code: "storage-closed", detail: "" };
}

/**
 * @param {IDBDatabase} connection
 * @param {Durability} durability
 * @param {(store: IDBObjectStore, transaction: IDBTransaction) => void} work
 * @returns {Promise<Outcome>}
 */
function run_transaction(connection, durability, work) {
    return new Promise((resolve) => {
        // What is thrown in here rejects the promise.
        const transaction = connection.transaction([STORE], "readwrite", { durability });
        let first_error = "";
        transaction.oncomplete = () => resolve({ code: "", detail: "" });
        transaction.onerror = (event) => {
            const failed = /** @type {IDBRequest} */ (event.target);
            first_error ||= failed.error?.name ?? "";
        };
        transaction.onabort = () => {
            const why = transaction.error?.name ?? first_error;
            const detail = `${why} ${transaction.error?.message ?? ""}`.trim();
            resolve({ code: why === QUOTA ? "storage-full" : "storage-closed", detail });
        };
        try {
            work(transaction.objectStore(STORE), transaction);
        } catch (error) {
            transaction.abort();
            throw error;
        }
    });
}

/** Makes this tab the writer; commits of any other tab fail from now on. If the machine stops before
 * that is on the disk, this tab has stopped too, and nothing is lost.
 * @returns {Promise<boolean>} */
export async function claim() {
    const outcome = await transact("relaxed",
        (store) => store.put(file_record(this_tab), WRITER));
    if (outcome.code) refuse(`${outcome.code} ${outcome.detail}`);
    return outcome.code === "";
}

/** @param {string} path @param {string[]} into */
function collect_directories(path, into) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
        const directory = path.slice(0, end);
        if (!known_directories.has(directory)) into.push(directory);
    }
}

/**
 * Writes and removes files, all or none.
 * @param {[string, Uint8Array][]} put  paths below the journal, and bytes that nobody changes later
 * @param {string[]} remove
 * @returns {Promise<Outcome>}
 */
export async function commit(put, remove) {
    activity.begin("commit");
    // Asked for while a frame is drawn, which need not wait for a transaction to open.
    await next_task();
    let writer = "";
    /** @type {string[]} */
    const new_directories = [];
    for (const [path] of put) collect_directories(`${DATABASE}/${path}`, new_directories);
    const outcome = await transact("strict", (store, transaction) => {
        const fence = store.get(WRITER);
        fence.onsuccess = () => {
            if (same_bytes(fence.result?.contents, this_tab)) return;
            writer = fence.result ? "another tab writes now" : "the browser's storage was erased";
            transaction.abort();
        };
        for (const directory of new_directories) {
            store.put({ timestamp: new Date(), mode: DIRECTORY_MODE }, directory);
        }
        for (const [path, bytes] of put) store.put(file_record(bytes), `${DATABASE}/${path}`);
        for (const path of remove) store.delete(`${DATABASE}/${path}`);
    });
    if (outcome.code === "") {
        for (const directory of new_directories) known_directories.add(directory);
        ask_to_persist();
    }
    activity.end("commit");
    return writer ? { code: "storage-lost", detail: writer } : outcome;
}

// Browsers may clear what was not granted to stay; they listen best once a person has acted.
function ask_to_persist() {
    if (asked_to_persist || !navigator.userActivation?.hasBeenActive) return;
    asked_to_persist = true;
    navigator.storage?.persist?.().catch(() => {});
}
