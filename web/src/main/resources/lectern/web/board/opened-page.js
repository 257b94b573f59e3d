// One page that is or was open: its replica, its undo, and the state of getting it from the server.
//
//   closed ─open→ opening ─edits without a gap, or all parts→ following ─a gap, an unknown restore→ opening (from nothing)

import { History } from './history.js';
import { Replica } from './replica.js';
import { alike } from './shapes.js';

/** @typedef {import('./shapes.js').Edit} Edit */
/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {{revision: number, by: string, number: number, changes: import('./board-wire.js').Change[]}} Edited */

const MOST_SEEN = 2_000;
const MOST_LATER = 20_000; // edits kept while parts come: far more than come in that time

export class OpenedPage {
  replica = new Replica();
  history = new History();
  /** Ask for it from nothing. */
  anew = false;
  #self;
  /** @type {{revision: number, parts: (Shape[] | undefined)[], missing: number} | null} */
  #parts = null;
  #opening = false;
  /** @type {Edited[]} */
  #later = [];
  /** @type {{by: string, edits: Edit[]}[]} what everybody did, to undo by author */
  #seen = [];

  /** @param {string} self */
  constructor(self) {
    this.#self = self;
  }

  /** Has it ever come whole? */
  get isThere() {
    return !this.#parts && !(this.#opening && this.replica.revision === 0);
  }

  /** It was said that the page is shown. @returns {number} the revision to say */
  opened() {
    this.#opening = true;
    this.#parts = null;
    this.#later = [];
    const revision = this.anew ? 0 : this.replica.revision;
    this.anew = false;
    return revision;
  }

  /** @param {{revision: number, part: number, parts: number, shapes: Shape[]}} message @param {number} lastEdit had by the server @returns {boolean} the page is another one now */
  part({ revision, part, parts, shapes }, lastEdit) {
    if (!this.#parts || this.#parts.revision !== revision || this.#parts.parts.length !== parts)
      this.#parts = { revision, parts: new Array(parts), missing: parts };
    if (!this.#parts.parts[part]) this.#parts.missing--;
    this.#parts.parts[part] = shapes;
    if (this.#parts.missing > 0) return false;
    this.replica.drop((number) => number <= lastEdit); // done and in the parts, or refused
    this.replica.reset(revision, /** @type {Shape[][]} */ (this.#parts.parts).flat());
    this.#parts = null;
    this.#opening = false;
    const later = this.#later;
    this.#later = [];
    for (const edited of later) this.edited(edited);
    return true;
  }

  /** @param {Edited} edited @returns {Edit[] | null} what changed on the screen; null where the page must be asked for anew */
  edited(edited) {
    if (this.#parts) return this.#keep(edited);
    if (edited.revision <= this.replica.revision) return [];
    if (edited.revision !== this.replica.revision + 1) return this.#opening ? this.#keep(edited) : null;
    const { shown: sheet } = this.replica;
    const unknown = edited.by !== this.#self && edited.changes.some((change) =>
      change.type === 'restore' && change.ids.some((id) => !sheet.find(id) && !sheet.buried(id)));
    if (unknown) return null;
    const { shown, made } = this.replica.confirm(edited, edited.by === this.#self);
    this.#note(edited.by, made);
    return shown;
  }

  /** The last step seen of somebody's, taken out. @param {string} author @returns {Edit[] | null} */
  takeLastOf(author) {
    const at = this.#seen.findLastIndex((one) => one.by === author);
    return at < 0 ? null : this.#seen.splice(at, 1)[0].edits;
  }

  /** Who takes their own last step back has done neither. @param {string} by @param {Edit[]} edits */
  #note(by, edits) {
    const at = this.#seen.findLastIndex((one) => one.by === by);
    if (at >= 0 && undoes(edits, this.#seen[at].edits)) this.#seen.splice(at, 1);
    else if (edits.length > 0) this.#seen.push({ by, edits });
    if (this.#seen.length > MOST_SEEN) this.#seen.shift();
  }

  /** @param {Edited} edited @returns {Edit[]} */
  #keep(edited) {
    if (this.#later.length < MOST_LATER) this.#later.push(edited);
    return [];
  }
}

/** @param {Edit[]} edits @param {Edit[]} step */
const undoes = (edits, step) => edits.length > 0 && edits.length === step.length
  && edits.every((edit) => step.some((one) => one.id === edit.id && alike(one.before, edit.after) && alike(one.after, edit.before)));
