// @ts-check
// The token that this browser shows to its proxy. `./atrium run` prints an address with a one-time
// token in the fragment, which is never sent to a server; it is exchanged for one that lasts.
//
// That one is kept in an IndexedDB database of its own: not in sessionStorage, or a creator who comes
// back tomorrow is locked out; not in the journal, or it would travel in every backup; not in a
// cookie, or pages of other origins could make the browser send it.

const DATABASE = "atrium-session";
const STORE = "kept";

let token = "";

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answer(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

/** @param {IDBTransactionMode} mode @returns {Promise<IDBObjectStore>} */
async function store(mode) {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = await answer(opening);
    const transaction = database.transaction([STORE], mode);
    transaction.oncomplete = () => database.close();
    return transaction.objectStore(STORE);
}

/** Takes the token out of the address, so that no bookmark or history keeps it. */
function take_from_address() {
    const given = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
    if (given) history.replaceState(null, "", location.pathname + location.search);
    return given;
}

/** @param {string} once @returns {Promise<string>} */
async function exchange(once) {
    const response = await fetch("/api/v1/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token: once }),
    });
    if (!response.ok) return "";
    const granted = await response.json();
    return typeof granted?.token === "string" ? granted.token : "";
}

/** @param {string} lasting  a token that is not a one-time one */
export async function keep_token(lasting) {
    token = lasting.trim();
    // Where storage is refused it holds until the page is left.
    await store("readwrite").then((kept) => answer(kept.put(token, "token"))).catch(() => {});
}

/** Finds the token: a new one from the address, else the one kept. Never fails. */
export async function open_session() {
    const once = take_from_address();
    if (once) {
        const granted = await exchange(once).catch(() => "");
        if (granted) {
            await keep_token(granted);
            return;
        }
    }
    token = await store("readonly").then((kept) => answer(kept.get("token"))).catch(() => "") ?? "";
}

/** @returns {Record<string, string>} */
export function authorization() {
    return token ? { authorization: `Bearer ${token}` } : {};
}
