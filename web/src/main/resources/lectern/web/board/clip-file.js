// A clip's file, fetched whole in pieces with the key of one's place in class: what plays media can't send that key, and no address
// has it in it. A broken line costs the piece that was under way.

const PIECE_BYTES = 4 * 1024 * 1024;
const RETRY_MS = [500, 1_000, 3_000, 8_000, 8_000];

/** Fetching failed for good; `key` is the word for it. */
export class ClipFileError extends Error {
  /** @param {string} key */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/**
 * @param {string} asset
 * @param {() => string | null} key of one's place in class
 * @param {(bytes: number, all: number) => void} onProgress
 * @param {AbortSignal} signal
 * @returns {Promise<Blob>} fails with ClipFileError, or as aborted
 */
export async function fetchClip(asset, key, onProgress, signal) {
  /** @type {Blob[]} */
  const pieces = [];
  let [bytes, all, failures, type] = [0, Infinity, 0, ''];
  while (bytes < all) {
    try {
      const headers = { Authorization: `Bearer ${key() ?? ''}`, Range: `bytes=${bytes}-${bytes + PIECE_BYTES - 1}` };
      const answer = await fetch(`/asset/${asset}`, { headers, signal });
      if (answer.status === 403 || answer.status === 404) throw new ClipFileError('clip.gone');
      if (!answer.ok) throw new Error(String(answer.status));
      type = answer.headers.get('Content-Type') ?? '';
      const piece = await answer.blob();
      if (answer.status === 200) [pieces.length, bytes] = [0, 0];
      all = answer.status === 200 ? piece.size : Number(/\/(\d+)$/.exec(answer.headers.get('Content-Range') ?? '')?.[1] ?? NaN);
      if (!(all > 0) || (piece.size === 0 && bytes < all)) throw new Error('no range');
      pieces.push(piece);
      bytes += piece.size;
      failures = 0;
      onProgress(bytes, all);
    } catch (error) {
      if (signal.aborted || error instanceof ClipFileError) throw error;
      if (failures >= RETRY_MS.length) throw new ClipFileError('clip.unreachable');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS[failures++]));
      if (signal.aborted) throw error;
    }
  }
  // A film as phones make it is what an MP4 is; by its own name browsers don't look at it.
  return new Blob(pieces, { type: type.startsWith('video/quicktime') ? 'video/mp4' : type });
}
