// Pages as small pictures. Only those that are in sight and changed are painted, one at a time, each at most so often: a class of
// thirty that draws must not cost the one who watches their own pen.

import { InHand } from './in-hand.js';
import { isDarkPage, paintCurtain, paintGround, paintShapes } from './painter.js';

/** @typedef {import('./board-client.js').BoardClient} BoardClient */
/** @typedef {{page: string, canvas: HTMLCanvasElement, seen: boolean, stale: boolean, paintedMs: number}} Thumbnail */

const REST = 3; // times as long as the last one took is nothing painted

export class Thumbnails {
  #client;
  #pictures;
  #documents;
  #gapMs;
  #eachMs;
  #onSeen;
  /** @type {Map<HTMLCanvasElement, Thumbnail>} */
  #all = new Map();
  #hand = new InHand();
  #mayPaintMs = 0;
  #restsUntilMs = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #observer = new IntersectionObserver((entries) => this.#came(entries), { rootMargin: '80px' });

  /** @param {BoardClient} client @param {{pictures: import('./painter.js').Pictures, documents: import('../material/page-pictures.js').PagePictures, gapMs: number, eachMs: number, onSeen: () => void}} settings
   *   `gapMs` from one to any other, `eachMs` from one to the same again; `onSeen`: others are in sight */
  constructor(client, { pictures, documents, gapMs, eachMs, onSeen }) {
    this.#client = client;
    this.#pictures = pictures;
    this.#documents = documents;
    this.#gapMs = gapMs;
    this.#eachMs = eachMs;
    this.#onSeen = onSeen;
  }

  /** @param {HTMLCanvasElement} canvas @param {string} page */
  show(canvas, page) {
    this.#all.set(canvas, { page, canvas, seen: false, stale: true, paintedMs: -Infinity });
    this.#observer.observe(canvas);
  }

  /** @param {HTMLCanvasElement} canvas */
  forget(canvas) {
    this.#all.delete(canvas);
    this.#observer.unobserve(canvas);
  }

  /** The pages in sight. */
  get seen() {
    return [...this.#all.values()].filter(({ seen }) => seen).map(({ page }) => page);
  }

  /** A document's page is another. @param {string} document @param {number} number */
  spoilDocument(document, number) {
    for (const one of this.#all.values()) {
      const ground = this.#client.page(one.page)?.ground;
      if (ground?.document !== document || ground.number !== number) continue;
      one.stale = true;
      one.paintedMs = -Infinity; // it was as good as empty
    }
    this.#plan();
  }

  /** @param {string} [page] all where none is named */
  spoil(page) {
    for (const one of this.#all.values()) if (page === undefined || one.page === page) one.stale = true;
    this.#plan();
  }

  close() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#observer.disconnect();
    this.#all.clear();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #came(entries) {
    for (const { target, isIntersecting } of entries) {
      const one = this.#all.get(/** @type {HTMLCanvasElement} */ (target));
      if (one) one.seen = isIntersecting;
    }
    this.#onSeen();
    this.#plan();
  }

  /** The one that waited longest. */
  #next() {
    let next = null;
    for (const one of this.#all.values()) if (one.seen && one.stale && (!next || one.paintedMs < next.paintedMs)) next = one;
    return next;
  }

  #plan() {
    const next = this.#next();
    if (!next || this.#timer !== undefined) return;
    const isNew = next.paintedMs === -Infinity;
    const atMs = isNew ? this.#restsUntilMs : Math.max(this.#mayPaintMs, next.paintedMs + this.#eachMs);
    this.#timer = setTimeout(() => this.#time(), Math.max(0, atMs - performance.now()));
  }

  #time() {
    this.#timer = undefined;
    const one = this.#next();
    if (!one) return;
    const beganMs = performance.now();
    one.stale = false;
    one.paintedMs = beganMs;
    this.#paint(one);
    const endedMs = performance.now();
    this.#restsUntilMs = endedMs + (endedMs - beganMs) * REST;
    this.#mayPaintMs = Math.max(endedMs + this.#gapMs, this.#restsUntilMs);
    this.#plan();
  }

  /** @param {Thumbnail} one */
  #paint({ page: id, canvas }) {
    const page = this.#client.page(id);
    const pen = canvas.getContext('2d');
    if (!page || !pen) return;
    const wide = canvas.clientWidth * devicePixelRatio;
    const high = canvas.clientHeight * devicePixelRatio;
    const zoom = Math.min(wide / page.width, high / page.height);
    if (!(zoom > 0)) return;
    canvas.width = Math.max(1, Math.round(page.width * zoom));
    canvas.height = Math.max(1, Math.round(page.height * zoom));
    const whole = { x: 0, y: 0, width: page.width, height: page.height };
    const dark = isDarkPage(page) ?? false;
    pen.setTransform(zoom, 0, 0, zoom, 0, 0);
    if (page.ground.type === 'screen') {
      pen.fillStyle = '#5d6875';
      pen.fillRect(0, 0, page.width, page.height);
    } else paintGround(pen, page, whole, zoom, this.#pictures, this.#documents.painter(zoom, true));
    paintShapes(pen, this.#client.sheet(id).in(whole), dark, this.#pictures);
    this.#hand.paint(pen, dark, this.#client.presences(id), this.#pictures);
    if (page.curtain) paintCurtain(pen, page.curtain, this.#client.moderates, zoom);
  }
}
