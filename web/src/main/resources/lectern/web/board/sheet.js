// What is on a page: shapes by id, those deleted, and an index by place. Changed by `apply` alone, which means the same here as
// in Java (golden files); what a change speaks of and isn't there is passed over.

import { boundsOf, overlap } from './bounds.js';
import { alike, inOrder } from './shapes.js';

/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./board-wire.js').Change} Change */
/** @typedef {import('./board-wire.js').Region} Region */
/** @typedef {import('./shapes.js').Edit} Edit */

const CELL = 512; // page units
const MOST_CELLS = 64; // a shape over more of them is looked at every time

export class Sheet {
  revision = 0;
  /** @type {Map<string, Shape>} */
  #shapes = new Map();
  /** @type {Map<string, Shape>} those deleted, as they were */
  #graveyard = new Map();
  /** @type {Shape[]} in the order of painting */
  #painted = [];
  /** @type {Map<string, Set<Shape>>} */
  #cells = new Map();
  /** @type {Set<Shape>} */
  #large = new Set();

  /** @param {number} revision @param {Iterable<Shape>} shapes */
  static of(revision, shapes) {
    const sheet = new Sheet();
    sheet.revision = revision;
    for (const shape of shapes) sheet.#shapes.set(shape.id, shape);
    sheet.#painted = [...sheet.#shapes.values()].sort(inOrder);
    for (const shape of sheet.#painted) sheet.#index(shape);
    return sheet;
  }

  get size() {
    return this.#shapes.size;
  }

  /** @param {string} id */
  find(id) {
    return this.#shapes.get(id) ?? null;
  }

  /** Was it deleted, and could come back? @param {string} id */
  buried(id) {
    return this.#graveyard.has(id);
  }

  /** In the order of painting; not to be written to. @returns {readonly Shape[]} */
  shapes() {
    return this.#painted;
  }

  /** The largest order there is; 0 for an empty page. */
  get topOrder() {
    return this.#painted.at(-1)?.order ?? 0;
  }

  /** @param {Change[]} changes @returns {Edit[]} what they did */
  apply(changes) {
    /** @type {Edit[]} */
    const edits = [];
    for (const change of changes) this.#apply(change, edits);
    return edits;
  }

  /** Undoes what `apply` did, as if it hadn't been. @param {Edit[]} edits @returns {Edit[]} what that did */
  revert(edits) {
    /** @type {Edit[]} */
    const undone = [];
    for (const { id, before, after, restored } of [...edits].reverse()) {
      if (after) this.#take(after);
      if (before) this.#put(before);
      if (before && !after) this.#graveyard.delete(id);
      if (restored && after) this.#graveyard.set(id, after);
      undone.push({ id, before: after, after: before });
    }
    return undone;
  }

  copy() {
    const copy = Sheet.of(this.revision, this.#shapes.values());
    copy.#graveyard = new Map(this.#graveyard);
    return copy;
  }

  /** Those that may be seen in a region, in the order of painting. @param {Region} region @returns {Shape[]} */
  in(region) {
    const across = cellsOf(region);
    const count = (across.right - across.left + 1) * (across.bottom - across.top + 1);
    /** @type {Shape[]} */
    const found = [];
    if (!(count < this.#cells.size)) {
      for (const shape of this.#painted) if (overlap(boundsOf(shape), region)) found.push(shape);
      return found;
    }
    /** @type {Set<Shape>} */
    const seen = new Set();
    const look = (/** @type {Iterable<Shape>} */ shapes) => {
      for (const shape of shapes) {
        if (seen.has(shape)) continue;
        seen.add(shape);
        if (overlap(boundsOf(shape), region)) found.push(shape);
      }
    };
    look(this.#large);
    for (let column = across.left; column <= across.right; column++)
      for (let row = across.top; row <= across.bottom; row++) look(this.#cells.get(`${column},${row}`) ?? []);
    return found.sort(inOrder);
  }

  /** @param {Change} change @param {Edit[]} edits */
  #apply(change, edits) {
    switch (change.type) {
      case 'add': {
        const { shape } = change;
        if (this.#shapes.has(shape.id) || this.#graveyard.has(shape.id)) break;
        this.#put(shape);
        edits.push({ id: shape.id, before: null, after: shape });
        break;
      }
      case 'set': {
        const before = this.#shapes.get(change.id);
        if (!before) break;
        const after = {
          id: before.id, order: change.order ?? before.order, frame: change.frame ?? before.frame, look: change.look ?? before.look,
          form: change.form ?? before.form,
        };
        if (alike(before, after)) break;
        this.#take(before);
        this.#put(after);
        edits.push({ id: before.id, before, after });
        break;
      }
      case 'delete':
        for (const id of change.ids) {
          const before = this.#shapes.get(id);
          if (!before) continue;
          this.#take(before);
          this.#graveyard.set(id, before);
          edits.push({ id, before, after: null });
        }
        break;
      case 'restore':
        for (const id of change.ids) {
          const after = this.#graveyard.get(id);
          if (!after) continue;
          this.#graveyard.delete(id);
          this.#put(after);
          edits.push({ id, before: null, after, restored: true });
        }
        break;
    }
  }

  /** @param {Shape} shape */
  #put(shape) {
    this.#shapes.set(shape.id, shape);
    this.#painted.splice(this.#placeOf(shape), 0, shape);
    this.#index(shape);
  }

  /** @param {Shape} shape */
  #take(shape) {
    this.#shapes.delete(shape.id);
    this.#painted.splice(this.#placeOf(shape), 1);
    this.#large.delete(shape);
    for (const key of keysOf(shape)) {
      const cell = this.#cells.get(key);
      cell?.delete(shape);
      if (cell?.size === 0) this.#cells.delete(key);
    }
  }

  /** @param {Shape} shape */
  #index(shape) {
    const keys = keysOf(shape);
    if (keys.length === 0) this.#large.add(shape);
    for (const key of keys) {
      const cell = this.#cells.get(key);
      if (cell) cell.add(shape);
      else this.#cells.set(key, new Set([shape]));
    }
  }

  /** Where it stands or would stand among those painted. @param {Shape} shape */
  #placeOf(shape) {
    let low = 0;
    let high = this.#painted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(this.#painted[middle], shape) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @param {Region} region */
const cellsOf = ({ x, y, width, height }) => ({
  left: Math.floor(x / CELL), top: Math.floor(y / CELL), right: Math.floor((x + width) / CELL), bottom: Math.floor((y + height) / CELL),
});

/** The cells that a shape is in; none for a large one. @param {Shape} shape */
function keysOf(shape) {
  const { left, top, right, bottom } = cellsOf(boundsOf(shape));
  /** @type {string[]} */
  const keys = [];
  if (!((right - left + 1) * (bottom - top + 1) <= MOST_CELLS)) return keys;
  for (let column = left; column <= right; column++) for (let row = top; row <= bottom; row++) keys.push(`${column},${row}`);
  return keys;
}
