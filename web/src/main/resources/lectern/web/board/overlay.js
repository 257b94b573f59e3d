// What lies over the page and isn't on it, as it is right now: handles, pointers with names, lasers with their trails, and who drew
// what is pointed at.

import { hueOf } from '../tile.js';
import { LaserTrails } from './laser-trails.js';
import { paintCursor, paintInstrument, paintLabel, paintLaser, paintMarquee, paintSelection } from './overlay-painter.js';
import { FAMILY } from './text-layout.js';

/** @typedef {import('./board-wire.js').Point} Point */
/**
 * @typedef {object} OverState
 * @property {import('./tools/selection-box.js').SelectionBox | null} box
 * @property {import('./board-wire.js').Region | null} marquee
 * @property {import('./tools/instruments.js').Instrument | null} instrument
 * @property {string} self
 * @property {ReturnType<import('./board-client.js').BoardClient['presences']>} others
 */

const FONT = `500 12px ${FAMILY}`;
const NAME_COLOUR = '#3d4650';
const NAME_PIXELS = 14; // from the pointer to the name

export class Overlay {
  #nameOf;
  #trails = new LaserTrails();
  /** @type {{at: Point, name: string} | null} */
  #author = null;

  /** @param {(participant: string) => string} nameOf */
  constructor(nameOf) {
    this.#nameOf = nameOf;
  }

  /** Is something fading? */
  get isMoving() {
    return this.#trails.isMoving;
  }

  /** @param {string} who @param {Point | null} at null is off @param {number} nowMs */
  laser(who, at, nowMs) {
    if (at) this.#trails.add(who, at, nowMs);
    else this.#trails.end(who);
  }

  /** What the pointer is on was drawn by somebody. Is that to be painted? @param {string | null} author @param {Point} at */
  pointedAt(author, { x, y }) {
    const before = this.#author;
    this.#author = author ? { at: { x, y }, name: this.#nameOf(author) } : null;
    return before !== null || this.#author !== null;
  }

  /** @param {CanvasRenderingContext2D} pen @param {import('./viewport.js').Viewport} view @param {OverState} state @param {number} nowMs */
  paint(pen, view, { box, marquee, instrument, self, others }, nowMs) {
    if (instrument) paintInstrument(pen, view, instrument, FONT);
    if (box) paintSelection(pen, view, box);
    if (marquee) paintMarquee(pen, view, marquee);
    for (const { participant, presence } of others) {
      this.laser(participant, presence.laser ? presence.cursor ?? null : null, nowMs);
      if (!presence.cursor) continue;
      paintLaser(pen, view, this.#trails.of(participant, nowMs));
      paintCursor(pen, view, presence.cursor, this.#nameOf(participant), Number(hueOf(participant)), FONT);
    }
    paintLaser(pen, view, this.#trails.of(self, nowMs));
    if (!this.#author) return;
    const { at, name } = this.#author;
    paintLabel(pen, (at.x - view.x) * view.zoom + NAME_PIXELS, (at.y - view.y) * view.zoom + NAME_PIXELS, name, NAME_COLOUR, FONT);
  }
}
