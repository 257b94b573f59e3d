// Ruler, compass, protractor: things for drawing along that lie on the page, at their owner's screen only. Values; lengths in
// page units, angles in degrees clockwise on the screen.

import { between, normal, snapped, toDegrees, turned } from './angles.js';
import { rayEdge, roundEdge, straightEdge } from './edge.js';

/** @typedef {import('../board-wire.js').Point} Point */
/** @typedef {import('./edge.js').Edge} Edge */
/** @typedef {'body' | 'start' | 'end' | 'leg'} Grip what a pointer takes it by */
/**
 * @typedef {object} Instrument
 * @property {'ruler' | 'compass' | 'protractor'} is
 * @property {(x: number, y: number, reach: number) => Grip | null} gripAt
 * @property {(grip: Grip, from: Point, to: Point, steps: boolean) => Instrument} pulled as it is when it was taken there and pulled; `steps` turns by 15°
 * @property {(x: number, y: number, reach: number) => Edge | null} edgeAt the edge that holds a pen there
 * @property {(edge: Edge, x: number, y: number, reach: number) => boolean} holds does a pen that is on the edge stay on it there?
 */

const MIN_RADIUS = 5;

/** A straight edge; x and y are of its middle. */
export class Ruler {
  /** @type {'ruler'} */
  is = 'ruler';

  /** @param {number} x @param {number} y @param {number} degrees @param {number} length @param {number} width */
  constructor(x, y, degrees = 0, length = 700, width = 70) {
    [this.x, this.y, this.degrees, this.length, this.width] = [x, y, degrees, length, width];
  }

  /** The middle of an end: -1 left, 1 right (when it isn't turned). @param {number} side */
  end(side) {
    return this.#place((side * this.length) / 2, 0);
  }

  /** @param {number} px @param {number} py @param {number} reach @returns {Grip | null} */
  gripAt(px, py, reach) {
    const place = this.#inside(px, py);
    // Near its edges a pen draws; between them it is taken, at its ends for turning.
    const middle = Math.abs(place.y) <= Math.max(this.width / 2 - reach, this.width / 6);
    if (!middle || Math.abs(place.x) > this.length / 2) return null;
    if (Math.abs(place.x) < this.length / 2 - this.width) return 'body';
    return place.x < 0 ? 'start' : 'end';
  }

  /** @param {Grip} grip @param {Point} from @param {Point} to @param {boolean} steps @returns {Instrument} */
  pulled(grip, from, to, steps) {
    if (grip !== 'start' && grip !== 'end') return new Ruler(this.x + to.x - from.x, this.y + to.y - from.y, this.degrees, this.length, this.width);
    const side = grip === 'start' ? -1 : 1;
    const pivot = this.end(-side);
    const next = this.degrees + between(pivot, from, to);
    const degrees = normal(steps ? snapped(next) : next);
    const middle = turned(pivot.x, pivot.y, degrees, (side * this.length) / 2, 0);
    return new Ruler(middle.x, middle.y, degrees, this.length, this.width);
  }

  /** @param {number} px @param {number} py @param {number} reach */
  edgeAt(px, py, reach) {
    const [above, below] = [this.#edge(-1), this.#edge(1)];
    const [toAbove, toBelow] = [above.distance(px, py), below.distance(px, py)];
    if (Math.min(toAbove, toBelow) > reach) return null;
    return toAbove <= toBelow ? above : below;
  }

  /** No pen goes through a ruler: one that is pushed over it stays on the edge that it came to. @param {Edge} edge @param {number} px @param {number} py @param {number} reach */
  holds(edge, px, py, reach) {
    const place = this.#inside(px, py);
    return (Math.abs(place.x) <= this.length / 2 && Math.abs(place.y) <= this.width / 2) || edge.distance(px, py) <= reach;
  }

  /** @param {number} side */
  #edge(side) {
    return straightEdge(this.#place(-this.length / 2, (side * this.width) / 2), this.#place(this.length / 2, (side * this.width) / 2));
  }

  /** @param {number} along @param {number} across */
  #place(along, across) {
    return turned(this.x, this.y, this.degrees, along, across);
  }

  /** @param {number} px @param {number} py */
  #inside(px, py) {
    return turned(0, 0, -this.degrees, px - this.x, py - this.y);
  }
}

/** Draws arcs around its needle, which is at x and y; `degrees` is where its leg is. */
export class Compass {
  /** @type {'compass'} */
  is = 'compass';

  /** @param {number} x @param {number} y @param {number} radius @param {number} degrees */
  constructor(x, y, radius = 150, degrees = -45) {
    [this.x, this.y, this.radius, this.degrees] = [x, y, radius, degrees];
  }

  leg() {
    return turned(this.x, this.y, this.degrees, this.radius, 0);
  }

  /** @param {number} px @param {number} py @param {number} reach @returns {Grip | null} */
  gripAt(px, py, reach) {
    const leg = this.leg();
    if (Math.hypot(px - leg.x, py - leg.y) <= reach) return 'leg';
    return Math.hypot(px - this.x, py - this.y) <= reach ? 'body' : null;
  }

  /** @param {Grip} grip @param {Point} from @param {Point} to @param {boolean} steps @returns {Instrument} */
  pulled(grip, from, to, steps) {
    if (grip === 'body') return new Compass(this.x + to.x - from.x, this.y + to.y - from.y, this.radius, this.degrees);
    const leg = this.leg();
    const [dx, dy] = [leg.x + to.x - from.x - this.x, leg.y + to.y - from.y - this.y];
    const next = toDegrees(Math.atan2(dy, dx));
    return new Compass(this.x, this.y, Math.max(MIN_RADIUS, Math.hypot(dx, dy)), normal(steps ? snapped(next) : next));
  }

  /** @param {number} px @param {number} py @param {number} reach */
  edgeAt(px, py, reach) {
    const circle = roundEdge(this.x, this.y, this.radius);
    return circle.distance(px, py) <= reach ? circle : null;
  }

  /** An arc that is begun stays an arc, however roughly the hand goes round. */
  holds() {
    return true;
  }
}

/** A half circle that measures angles counter-clockwise from its right end. `degrees` is where its zero points; `angle` what it shows, NaN for none. */
export class Protractor {
  /** @type {'protractor'} */
  is = 'protractor';

  /** @param {number} x @param {number} y @param {number} degrees @param {number} radius @param {number} angle */
  constructor(x, y, degrees = 0, radius = 200, angle = NaN) {
    [this.x, this.y, this.degrees, this.radius, this.angle] = [x, y, degrees, radius, angle];
  }

  /** @param {number} angle */
  showing(angle) {
    return new Protractor(this.x, this.y, this.degrees, this.radius, angle);
  }

  /** An end of its straight side: 1 is at 0°, -1 at 180°. @param {number} side */
  end(side) {
    return turned(this.x, this.y, this.degrees, side * this.radius, 0);
  }

  /** @param {number} px @param {number} py @param {number} reach @returns {Grip | null} */
  gripAt(px, py, reach) {
    for (const side of [-1, 1]) {
      const end = this.end(side);
      if (Math.hypot(px - end.x, py - end.y) <= reach) return side < 0 ? 'start' : 'end';
    }
    const place = this.#inside(px, py);
    const far = Math.hypot(place.x, place.y);
    // The inner part moves it; at the rim and at the middle a pen draws.
    return place.y < -reach && far > 2 * reach && far < this.radius - 2 * reach ? 'body' : null;
  }

  /** @param {Grip} grip @param {Point} from @param {Point} to @param {boolean} steps @returns {Instrument} */
  pulled(grip, from, to, steps) {
    if (grip === 'body') return new Protractor(this.x + to.x - from.x, this.y + to.y - from.y, this.degrees, this.radius, this.angle);
    const next = this.degrees + between({ x: this.x, y: this.y }, from, to);
    return new Protractor(this.x, this.y, normal(steps ? snapped(next) : next), this.radius, this.angle);
  }

  /** @param {number} px @param {number} py @param {number} reach @returns {Edge | null} */
  edgeAt(px, py, reach) {
    if (Math.hypot(px - this.x, py - this.y) <= reach) return rayEdge(this.x, this.y, this.degrees);
    const rim = roundEdge(this.x, this.y, this.radius);
    if (this.#inside(px, py).y <= 0 && rim.distance(px, py) <= reach) return rim;
    const side = straightEdge(this.end(-1), this.end(1));
    return side.distance(px, py) <= reach ? side : null;
  }

  /** @param {Edge} edge @param {number} px @param {number} py @param {number} reach */
  holds(edge, px, py, reach) {
    return edge.is === 'ray' || edge.distance(px, py) <= reach;
  }

  /** @param {number} px @param {number} py */
  #inside(px, py) {
    return turned(0, 0, -this.degrees, px - this.x, py - this.y);
  }
}
