// A dot that everybody sees and that leaves nothing. A mouse or pen points while it hovers, a finger while it touches.

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */

/** @implements {import('./desk.js').Tool} */
export class LaserTool {
  /** @type {import('./desk.js').Cursor} */
  cursor = 'laser';
  isInHand = false;

  /** @param {import('./desk.js').PointerInput} input @returns {ToolOutput[]} */
  handle({ kind, x, y, device }) {
    if (kind === 'cancel' || kind === 'leave' || (kind === 'up' && device === 'touch')) return this.cancel();
    this.isInHand = true;
    return [{ do: 'point-at', at: { x, y }, laser: true }];
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    if (!this.isInHand) return [];
    this.isInHand = false;
    return [{ do: 'point-at', at: null, laser: false }];
  }
}
