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

/**
 * The first part of a token is JSON in base64url. The role decides what the lobby asks for: a watcher no devices.
 * @param {string} token
 * @returns {{role: string | null, name: string | null}} nulls where it can't be read
 */
export function peek(token) {
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[0].replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return { role: typeof claims.role === 'string' ? claims.role : null, name: typeof claims.name === 'string' && claims.name ? claims.name : null };
  } catch {
    return { role: null, name: null };
  }
}

/** @param {Location} location */
export const socketAddress = ({ protocol, host }) => `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`;
