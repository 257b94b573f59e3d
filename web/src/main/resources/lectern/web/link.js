// What the page's own address says: the token, and what can be read in it. Reading isn't believing: the server checks.

/** @param {string} path */
export function tokenOf(path) {
  const token = /^\/j\/([^/]+)\/?$/.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(token);
  } catch {
    return ''; // not a link of ours
  }
}

const TOKEN_VERSION = 1;
/** @type {import('./wire.js').Role[]} */
const ROLES = ['teacher', 'assistant', 'student', 'watcher']; // by number, as the server's Seal writes them
const ROOM_AT = 14; // after version, role, generation (4 bytes) and expiry (8)

/**
 * The role and name that a token is for: a watcher is asked for no camera, a name that the link brings isn't asked for.
 * The page may know the format because the server that made the token serves the page, too.
 * @param {string} token
 * @returns {{role: import('./wire.js').Role | null, name: string | null}} nulls where it can't be read
 */
export function peek(token) {
  try {
    const bytes = Uint8Array.from(atob(token.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    if (view.getUint8(0) !== TOKEN_VERSION) return { role: null, name: null };
    // A text is its length and one more in two bytes, then UTF-8; 0 is no text.
    const nameAt = ROOM_AT + 2 + Math.max(0, view.getUint16(ROOM_AT) - 1);
    const length = view.getUint16(nameAt) - 1;
    const name = length > 0 ? new TextDecoder().decode(bytes.subarray(nameAt + 2, nameAt + 2 + length)) : null;
    return { role: ROLES[view.getUint8(1)] ?? null, name };
  } catch {
    return { role: null, name: null };
  }
}

/** @param {Location} location */
export const socketAddress = ({ protocol, host }) => `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`;
