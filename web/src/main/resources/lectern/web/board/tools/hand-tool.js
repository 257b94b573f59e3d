// Moves the paper. The place that was taken stays under the pointer: the view pans before the next input is made.

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */

/** @implements {import('./desk.js').Tool} */
export class HandTool {
  /** @type {import('../board-wire.js').Point | null} */
  #taken = null;

  get isInHand() {
    return this.#taken !== null;
  }

  /** @returns {import('./desk.js').Cursor} */
  get cursor() {
    return this.#taken ? 'grabbing' : 'hand';
  }

  /** @param {import('./desk.js').PointerInput} input @returns {ToolOutput[]} */
  handle({ kind, x, y }) {
    if (kind === 'down') this.#taken = { x, y };
    else if (kind === 'up' || kind === 'cancel') this.#taken = null;
    else if (kind === 'move' && this.#taken && (x !== this.#taken.x || y !== this.#taken.y))
      return [{ do: 'pan-by', dx: x - this.#taken.x, dy: y - this.#taken.y }];
    return [];
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    this.#taken = null;
    return [];
  }
}
