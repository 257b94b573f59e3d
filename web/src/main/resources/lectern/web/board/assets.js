// Pictures of the lesson: fetched by the hash of their bytes with the key of the place in class, kept as bitmaps, the ones used
// last; and put there.

const MOST_KEPT = 48;
const RETRY_MS = [1_000, 3_000, 8_000];
const MOST_BYTES = 32 * 1024 * 1024;
const KINDS = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

export class Assets {
  #key;
  #onLoaded;
  /** @type {Map<string, ImageBitmap | null>} null while it comes, or where it can't */
  #kept = new Map();

  /** @param {() => string | null} key @param {(asset: string) => void} onLoaded */
  constructor(key, onLoaded) {
    this.#key = key;
    this.#onLoaded = onLoaded;
  }

  /** The picture, where it is here already; otherwise it is fetched. @param {string} asset */
  get(asset) {
    const bitmap = this.#kept.get(asset);
    if (bitmap === undefined) {
      this.#kept.set(asset, null);
      this.#fetch(asset, 0);
    } else if (bitmap) {
      this.#kept.delete(asset);
      this.#kept.set(asset, bitmap); // used last
    }
    return bitmap ?? null;
  }

  /** @param {Blob} file @returns {Promise<{asset: string, width: number, height: number}>} fails with a word's key */
  async put(file) {
    if (!KINDS.includes(file.type)) throw new Error('board.picture-kind');
    if (file.size > MOST_BYTES) throw new Error('board.picture-large');
    const bitmap = await createImageBitmap(file).catch(() => {
      throw new Error('board.picture-kind');
    });
    const bytes = await file.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const asset = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const { width, height } = bitmap;
    this.#keep(asset, bitmap);
    const answer = await fetch(`/asset/${asset}`, { method: 'PUT', headers: this.#headers(), body: bytes }).catch(() => null);
    if (!answer?.ok) throw new Error(answer?.status === 413 ? 'board.picture-large' : 'board.picture-failed');
    return { asset, width, height };
  }

  /** Its bytes; null where it can't be had. @param {string} asset @returns {Promise<Blob | null>} */
  async file(asset) {
    const answer = await fetch(`/asset/${asset}`, { headers: this.#headers() }).catch(() => null);
    return answer?.ok ? answer.blob() : null;
  }

  close() {
    for (const bitmap of this.#kept.values()) bitmap?.close();
    this.#kept.clear();
  }

  /** @param {string} asset @param {number} attempt */
  async #fetch(asset, attempt) {
    try {
      const answer = await fetch(`/asset/${asset}`, { headers: this.#headers() });
      if (!answer.ok) throw new Error(String(answer.status));
      const bitmap = await createImageBitmap(await answer.blob());
      this.#keep(asset, bitmap);
      this.#onLoaded(asset);
    } catch {
      // It may be on its way, or the line may be gone for a moment.
      if (attempt < RETRY_MS.length) setTimeout(() => this.#kept.has(asset) && this.#fetch(asset, attempt + 1), RETRY_MS[attempt]);
    }
  }

  /** @param {string} asset @param {ImageBitmap} bitmap */
  #keep(asset, bitmap) {
    this.#kept.get(asset)?.close();
    this.#kept.delete(asset);
    this.#kept.set(asset, bitmap);
    for (const [oldest, kept] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) break;
      kept?.close();
      this.#kept.delete(oldest);
    }
  }

  #headers() {
    return { Authorization: `Bearer ${this.#key() ?? ''}` };
  }
}
