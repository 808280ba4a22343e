// Nothing that a test's proxy leaves behind may hold a key, a token or a creator's words. support.mjs
// notes each secret when it is made and searches every log and data folder when its test is over.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const KEY = 'sk-ant-KEYMARK-3f1c';

// Every scripted prompt names its scenario.
const secrets = new Set([KEY, 'scenario:']);
// A word this short may stand anywhere by chance.
const SHORTEST_PROMPT = 12;

export function noteToken(token) { secrets.add(token); }

export function notePrompt(text) {
  if (text.length >= SHORTEST_PROMPT) secrets.add(text);
}

/** Throws when text, which was found at `where`, holds one of the secrets. */
export function assertNoSecrets(where, text) {
  for (const secret of secrets) {
    if (text.includes(secret)) throw new Error(`${where} holds '${secret.slice(0, 16)}…'`);
  }
}

function contents(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    // A database that is still open may remove its own side files in between.
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

/** The same for each file of a folder, core files too. */
export function assertFolderHoldsNoSecrets(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) assertFolderHoldsNoSecrets(path);
    else if (entry.isFile()) assertNoSecrets(entry.name, contents(path));
  }
}
