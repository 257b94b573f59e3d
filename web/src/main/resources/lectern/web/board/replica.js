// One page at a client: what the server has confirmed, and on top of it the own edits that it hasn't. When an edit of the
// server's comes, the own ones are undone, the server's is applied, and the own ones are put back.

import { Sheet } from './sheet.js';
import { alike } from './shapes.js';

/** @typedef {import('./board-wire.js').Change} Change */
/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./shapes.js').Edit} Edit */

export class Replica {
  /** As it is shown. */
  shown = new Sheet();
  /** @type {{number: number, changes: Change[], edits: Edit[]}[]} */
  #pending = [];

  /** The last edit of the server's in here. */
  get revision() {
    return this.shown.revision;
  }

  /** @returns {readonly {number: number, changes: Change[]}[]} */
  get pending() {
    return this.#pending;
  }

  /** An own edit, shown at once. @param {number} number @param {Change[]} changes @returns {Edit[]} */
  edit(number, changes) {
    const edits = this.shown.apply(changes);
    this.#pending.push({ number, changes, edits });
    return edits;
  }

  /**
   * An edit of the server's, in its order.
   * @param {{revision: number, number: number, changes: Change[]}} edited
   * @param {boolean} own
   * @returns {{shown: Edit[], made: Edit[]}} what changed on the screen; what the edit itself did
   */
  confirm({ revision, number, changes }, own) {
    if (own && this.#pending[0]?.number === number) {
      const { edits } = /** @type {{edits: Edit[]}} */ (this.#pending.shift());
      this.shown.revision = revision; // it is next in the server's order, too: what is shown stays
      return { shown: [], made: edits };
    }
    const back = this.#takeBack();
    const made = this.shown.apply(changes);
    this.shown.revision = revision;
    // The server has passed over what came before a number that it has had.
    if (own) this.#pending = this.#pending.filter((one) => one.number > number);
    return { shown: net([...back, ...made, ...this.#putBack()]), made };
  }

  /** @param {(number: number) => boolean} gone own edits that will not be confirmed @returns {Edit[]} */
  drop(gone) {
    if (!this.#pending.some((one) => gone(one.number))) return [];
    const back = this.#takeBack();
    this.#pending = this.#pending.filter((one) => !gone(one.number));
    return net([...back, ...this.#putBack()]);
  }

  /** @param {number} number @returns {Edit[]} */
  refuse(number) {
    return this.drop((one) => one === number);
  }

  /** The page anew, as the server has it. @param {number} revision @param {Iterable<Shape>} shapes */
  reset(revision, shapes) {
    this.shown = Sheet.of(revision, shapes);
    this.#putBack();
  }

  #takeBack() {
    return [...this.#pending].reverse().flatMap((one) => this.shown.revert(one.edits));
  }

  #putBack() {
    return this.#pending.flatMap((one) => (one.edits = this.shown.apply(one.changes)));
  }
}

/** Several edits of a shape as one, and none where nothing changed in the end. @param {Edit[]} edits @returns {Edit[]} */
function net(edits) {
  /** @type {Map<string, Edit>} */
  const byId = new Map();
  for (const edit of edits) {
    const first = byId.get(edit.id);
    byId.set(edit.id, { id: edit.id, before: first ? first.before : edit.before, after: edit.after });
  }
  return [...byId.values()].filter(({ before, after }) => !alike(before, after));
}
