// The words of documents' pages, fetched when a page is looked at; a few are kept.

import { keyOfPage } from './page-plan.js';
import { readHits, readPageText } from './material-wire.js';

/** @typedef {import('./material-wire.js').PageText} PageText */

const MOST_KEPT = 24;
const AGAIN_MS = [1_000, 3_000, 8_000];

export class PageTexts {
  #key;
  /** @type {Map<string, Promise<PageText | null>>} */
  #kept = new Map();

  /** @param {() => string | null} key of one's place in class */
  constructor(key) {
    this.#key = key;
  }

  /** Null where it can't be had. @param {{document: string, number: number}} page @returns {Promise<PageText | null>} */
  of(page) {
    const key = keyOfPage(page);
    const text = this.#kept.get(key) ?? this.#fetch(`/document/${key}/text`);
    this.#kept.delete(key);
    this.#kept.set(key, text);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    text.then((value) => {
      if (value === null) this.#kept.delete(key); // another time, perhaps
    });
    return text;
  }

  /** The pages that have it. @param {string} query @param {AbortSignal} signal @returns {Promise<import('./material-wire.js').Hit[]>} fails where it can't be known */
  async search(query, signal) {
    const answer = await fetch(`/search?q=${encodeURIComponent(query)}`, { headers: this.#headers(), signal, cache: 'no-store' });
    if (!answer.ok) throw new Error(String(answer.status));
    return readHits(await answer.text());
  }

  /** @param {string} path */
  async #fetch(path) {
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(path, { headers: this.#headers() }).catch(() => null);
      try {
        if (answer?.ok) return readPageText(await answer.text());
      } catch {
        return null;
      }
      if (attempt >= AGAIN_MS.length || (answer && answer.status < 500 && answer.status !== 403 && answer.status !== 429)) return null;
      await new Promise((go) => setTimeout(go, AGAIN_MS[attempt]));
    }
  }

  #headers() {
    return { Authorization: `Bearer ${this.#key() ?? ''}` };
  }
}
