// What is selected, as it is now, with the box around it. A value.

import { hull, union } from '../bounds.js';
import { inOrder } from '../shapes.js';
import { turned } from './angles.js';
import { SelectionBox } from './selection-box.js';

/** @typedef {import('../board-wire.js').Shape} Shape */

/** Letters and pictures aren't pressed flat. @param {Shape} shape */
export const keepsRatio = ({ form }) => form.type === 'text' || form.type === 'picture';

export class Selection {
  /** In the order of painting. */
  shapes;
  box;

  /** @param {Shape[]} shapes */
  constructor(shapes) {
    this.shapes = [...shapes].sort(inOrder);
    this.box = boxOf(this.shapes);
  }

  get ids() {
    return new Set(this.shapes.map(({ id }) => id));
  }

  get isEmpty() {
    return this.shapes.length === 0;
  }

  /** @param {string} id */
  has(id) {
    return this.shapes.some((shape) => shape.id === id);
  }

  /** The text, when a single text is selected. */
  get text() {
    return this.shapes.length === 1 && this.shapes[0].form.type === 'text' ? this.shapes[0] : null;
  }

  /** @returns {import('./desk.js').ToolOutput} */
  get said() {
    return { do: 'selected', ids: this.ids, box: this.box };
  }
}

export const NOTHING = new Selection([]);

/** @param {Shape[]} shapes */
function boxOf(shapes) {
  if (shapes.length === 0) return null;
  if (shapes.length === 1) return single(shapes[0]);
  const { x, y, width, height } = shapes.map(({ form, frame }) => hull(form, frame)).reduce(union);
  const sides = !shapes.some((shape) => shape.frame.rotation !== 0 || keepsRatio(shape));
  return new SelectionBox({ x: x + width / 2, y: y + height / 2, width, height, degrees: 0, sides, upDown: sides });
}

/** As large as the shape in its own directions, turned with it. @param {Shape} shape */
function single({ form, frame }) {
  const { x, y, width, height } = hull(form, { ...frame, x: 0, y: 0, rotation: 0 });
  const middle = turned(frame.x, frame.y, frame.rotation, x + width / 2, y + height / 2);
  return new SelectionBox({ ...middle, width, height, degrees: frame.rotation, sides: form.type !== 'picture', upDown: form.type !== 'text' });
}
