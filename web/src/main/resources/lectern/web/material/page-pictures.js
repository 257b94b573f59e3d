// Pictures of documents' pages: what is looked at is fetched first, then what comes next, then small ones; what nobody looks at any
// more is let go before it came. As many are kept as memory allows, those used last. They never change, so the browser's own
// cache has them, too.

import { t } from '../language.js';
import { documentPage, keyOfPage, pathOf, partsOf, plan, wholeOf } from './page-plan.js';
import { levelFor } from './tiling.js';

/** @typedef {import('./page-plan.js').Part} Part */
/** @typedef {import('./page-plan.js').DocumentPage} DocumentPage */
/** @typedef {import('../board/board-wire.js').Region} Region */
/** @typedef {{part: Part, bitmap: ImageBitmap}} Kept */
/** @typedef {{part: Part, abort: AbortController}} Coming */
/** @typedef {{attempt: number, againMs: number}} Trouble */

const AT_ONCE = 6;
const MOST_SMALL = 60;
const AGAIN_MS = [400, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const TOLD_FROM = 3; // tries in vain, before it is said on the page
const BYTES_PER_PIXEL = 4;
const MANY_BYTES = 192 * 1024 * 1024;
const FEW_BYTES = 64 * 1024 * 1024; // of a phone or tablet
const SETTLE_MS = 80;
const MOST_SMALL_TRIES = 5;
const WORDS = { fill: '#59636e', size: 0.034 };

/** What this device may keep. */
const mayKeep = () => (matchMedia('(pointer: coarse)').matches || (/** @type {any} */ (navigator).deviceMemory ?? 8) <= 2 ? FEW_BYTES : MANY_BYTES);

export class PagePictures {
  #key;
  #onCame;
  #mostBytes;
  #bytes = 0;
  /** @type {Map<string, Kept>} the one used last is last */
  #kept = new Map();
  /** @type {Map<string, Map<string, Kept>>} of each page */
  #ofPage = new Map();
  /** @type {Map<string, Coming>} */
  #coming = new Map();
  /** @type {Map<string, Trouble>} */
  #troubles = new Map();
  /** @type {Part[]} */
  #planned = [];
  /** @type {Map<string, Part>} small ones, the latest last */
  #small = new Map();
  #shown = '';
  /** @type {string | null} */
  #lookedAt = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settle;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #closed = false;

  /** @param {() => string | null} key of one's place in class @param {(page: DocumentPage, region: Region) => void} onCame something of that page is another now @param {number} mostBytes */
  constructor(key, onCame, mostBytes = mayKeep()) {
    this.#key = key;
    this.#onCame = onCame;
    this.#mostBytes = mostBytes;
  }

  /** How much is kept, in bytes. */
  get bytes() {
    return this.#bytes;
  }

  /** What is looked at now, and the pages around it. @param {import('./page-plan.js').Look | null} look @param {import('./page-plan.js').Ahead[]} ahead the nearest first */
  look(look, ahead) {
    const shown = JSON.stringify([look, ahead]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const page = look && keyOfPage(look.page);
    const turned = page !== this.#lookedAt;
    this.#lookedAt = page;
    clearTimeout(this.#settle);
    if (turned) this.#plan(look, ahead);
    else this.#settle = setTimeout(() => this.#plan(look, ahead), SETTLE_MS); // while one zooms each step wants others
  }

  /** For a painter: at so many pixels a page unit. @param {number} pixelsPerUnit @returns {import('../board/painter.js').Documents} */
  painter(pixelsPerUnit, small = false) {
    return (pen, page, region) => {
      const one = documentPage(page);
      if (one) this.paint(pen, one, region, pixelsPerUnit, small);
    };
  }

  /**
   * Paints what there is of a page; the context is in page units. What is coarser lies below what is finer.
   * @param {CanvasRenderingContext2D} pen @param {DocumentPage} page @param {Region} region @param {number} pixelsPerUnit @param {boolean} small it is a small picture, which nobody asked for with `look`
   */
  paint(pen, page, region, pixelsPerUnit, small = false) {
    const wanted = small ? wholeOf(page, Math.min(1, pixelsPerUnit)) : partsOf(page, levelFor(pixelsPerUnit), region);
    if (small) this.#wantSmall(wanted[0]);
    const here = this.#ofPage.get(keyOfPage(page));
    if (!here || here.size === 0) return this.#paintWords(pen, page, wanted);
    const best = wanted.map((part) => here.get(pathOf(part)));
    const below = best.every(Boolean) ? [] : [...here.values()].filter(({ part }) => part.level !== wanted[0].level && meet(part.region, region))
      .sort((one, other) => one.part.level - other.part.level);
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, page.width, page.height); // a coarse picture's last pixel goes beyond it
    pen.clip();
    const { a, e, f } = pen.getTransform();
    // From whole pixel to whole pixel: no seams between tiles, and at a level's own size each pixel is as it came.
    const across = (/** @type {number} */ x) => Math.round(x * a + e);
    const down = (/** @type {number} */ y) => Math.round(y * a + f);
    pen.resetTransform();
    for (const one of [...below, ...best]) {
      if (!one) continue;
      const { x, y, width, height } = one.part.region;
      const [left, top] = [across(x), down(y)];
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(one.bitmap, left, top, across(x + width) - left, down(y + height) - top);
      this.#used(one);
    }
    pen.restore();
  }

  /** The parts of a page as files, to be written somewhere; fails where one can't be had. @param {DocumentPage} page @param {number} level @returns {Promise<{region: Region, blob: Blob}[]>} */
  async files(page, level) {
    const files = [];
    for (const part of partsOf(page, level)) {
      const answer = await this.#ask(part);
      if (!answer.ok) throw new Error('board.export-failed');
      files.push({ region: part.region, blob: await answer.blob() });
    }
    return files;
  }

  /** The line is back, or pages became visible: what failed is asked for again. */
  again() {
    this.#troubles.clear();
    this.#next();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#settle);
    for (const { abort } of this.#coming.values()) abort.abort();
    this.#coming.clear();
    for (const { bitmap } of this.#kept.values()) bitmap.close();
    this.#kept.clear();
    this.#ofPage.clear();
    this.#bytes = 0;
  }

  /** @param {import('./page-plan.js').Look | null} look @param {import('./page-plan.js').Ahead[]} ahead */
  #plan(look, ahead) {
    const here = { mostPixels: this.#mostBytes / 2 / BYTES_PER_PIXEL, has: (/** @type {DocumentPage} */ page) => this.#ofPage.has(keyOfPage(page)) };
    this.#planned = plan(look, ahead, here);
    const wanted = new Set(this.#planned.map(pathOf));
    for (const [path, { abort }] of this.#coming) {
      if (wanted.has(path) || this.#small.has(path)) continue;
      abort.abort();
      this.#coming.delete(path);
    }
    this.#next();
  }

  /** @param {Part | undefined} part */
  #wantSmall(part) {
    if (!part) return;
    const path = pathOf(part);
    if (this.#kept.has(path)) return;
    this.#small.delete(path);
    this.#small.set(path, part);
    for (const oldest of this.#small.keys()) {
      if (this.#small.size <= MOST_SMALL) break;
      this.#small.delete(oldest);
    }
    this.#next();
  }

  /** Fetches what is wanted most and may be asked for now. */
  #next() {
    if (this.#closed) return;
    const nowMs = performance.now();
    let soonestMs = Infinity;
    const isLookedAt = (/** @type {Part} */ part) => keyOfPage(part) === this.#lookedAt;
    // The server makes one picture after the other: what is looked at isn't to stand behind what may be next.
    const waits = this.#planned.some((part) => isLookedAt(part) && !this.#kept.has(pathOf(part)) && !this.#troubles.has(pathOf(part)));
    for (const part of [...this.#planned, ...[...this.#small.values()].reverse()]) {
      if (this.#coming.size >= AT_ONCE) break;
      if (waits && !isLookedAt(part)) continue;
      const path = pathOf(part);
      if (this.#kept.has(path) || this.#coming.has(path)) continue;
      const againMs = this.#troubles.get(path)?.againMs ?? 0;
      if (againMs <= nowMs) this.#fetch(path, part);
      else soonestMs = Math.min(soonestMs, againMs);
    }
    clearTimeout(this.#timer);
    if (soonestMs < Infinity) this.#timer = setTimeout(() => this.#next(), soonestMs - nowMs + 1);
  }

  /** @param {Part} part @param {AbortSignal} [signal] */
  #ask(part, signal) {
    return fetch(pathOf(part), { headers: { Authorization: `Bearer ${this.#key() ?? ''}` }, signal });
  }

  /** @param {string} path @param {Part} part */
  async #fetch(path, part) {
    const coming = { part, abort: new AbortController() };
    this.#coming.set(path, coming);
    try {
      const answer = await this.#ask(part, coming.abort.signal);
      if (!answer.ok) throw new Error(String(answer.status));
      const bitmap = await createImageBitmap(await answer.blob());
      if (this.#coming.get(path) !== coming) return bitmap.close();
      this.#troubles.delete(path);
      this.#small.delete(path);
      this.#keep(path, { part, bitmap });
      this.#onCame(part, part.region);
    } catch {
      if (this.#coming.get(path) !== coming) return; // nobody wants it any more
      const attempt = (this.#troubles.get(path)?.attempt ?? 0) + 1;
      this.#troubles.set(path, { attempt, againMs: performance.now() + AGAIN_MS[Math.min(attempt, AGAIN_MS.length) - 1] });
      if (attempt === TOLD_FROM) this.#onCame(part, part.region);
      if (attempt >= MOST_SMALL_TRIES) this.#small.delete(path);
    } finally {
      if (this.#coming.get(path) === coming) this.#coming.delete(path);
      this.#next();
    }
  }

  /** @param {string} path @param {Kept} kept */
  #keep(path, kept) {
    this.#kept.set(path, kept);
    const page = keyOfPage(kept.part);
    this.#ofPage.set(page, (this.#ofPage.get(page) ?? new Map()).set(path, kept));
    this.#bytes += bytesOf(kept);
    const shown = new Set(this.#planned.map(pathOf));
    for (const [oldest, one] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      if (!shown.has(oldest)) this.#drop(oldest, one);
    }
  }

  /** @param {string} path @param {Kept} one */
  #drop(path, one) {
    this.#kept.delete(path);
    const page = keyOfPage(one.part);
    const rest = this.#ofPage.get(page);
    rest?.delete(path);
    if (rest?.size === 0) this.#ofPage.delete(page);
    this.#bytes -= bytesOf(one);
    one.bitmap.close();
  }

  /** @param {Kept} one */
  #used(one) {
    const path = pathOf(one.part);
    this.#kept.delete(path);
    this.#kept.set(path, one);
  }

  /** Nothing of it is here: why, where it has been tried in vain. @param {CanvasRenderingContext2D} pen @param {DocumentPage} page @param {Part[]} wanted */
  #paintWords(pen, page, wanted) {
    if (!wanted.some((part) => (this.#troubles.get(pathOf(part))?.attempt ?? 0) >= TOLD_FROM)) return;
    const size = Math.max(12, page.width * WORDS.size);
    pen.save();
    pen.font = `${size}px Inter, system-ui, sans-serif`;
    pen.fillStyle = WORDS.fill;
    pen.textAlign = 'center';
    pen.fillText(t('material.page-failed'), page.width / 2, page.height / 2, page.width * 0.9);
    pen.restore();
  }
}

/** @param {Kept} kept */
const bytesOf = ({ bitmap }) => bitmap.width * bitmap.height * BYTES_PER_PIXEL;

/** @param {Region} one @param {Region} other */
const meet = (one, other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
