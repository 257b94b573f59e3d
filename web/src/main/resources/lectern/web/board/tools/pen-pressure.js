// How hard a pen is pressed, where the device doesn't say: a slow hand presses, a quick one glides. Speed is measured between
// points that are kept, evened out, and the pressure follows in small steps, so that a stroke's width never jumps.

import { clamp } from '../viewport.js';

const FIRST = 0.6;
const SLOW = 0.85;
const FAST = 0.3;
const FAST_PIXELS_PER_MS = 3;
const EVENNESS = 0.3;
const MOST_PER_POINT = 0.04; // less than 3 of 63: no step can be seen in a stroke of 8 pixels

export class PenPressure {
  #pressure = FIRST;
  #speed = 0;
  #distance = 0;
  #sinceMs = 0;

  /** @param {number} timeMs */
  begin(timeMs) {
    this.#pressure = FIRST;
    this.#speed = (FAST_PIXELS_PER_MS * (SLOW - FIRST)) / (SLOW - FAST);
    this.#distance = 0;
    this.#sinceMs = timeMs;
  }

  /** Several points may come with one time: their way is counted when time goes on. @param {number} pixels @param {number} timeMs */
  next(pixels, timeMs) {
    this.#distance += pixels;
    const passedMs = timeMs - this.#sinceMs;
    if (passedMs > 0) {
      this.#speed += EVENNESS * (Math.min(this.#distance / passedMs, 2 * FAST_PIXELS_PER_MS) - this.#speed);
      this.#distance = 0;
      this.#sinceMs = timeMs;
    }
    const wanted = Math.max(FAST, SLOW - ((SLOW - FAST) * this.#speed) / FAST_PIXELS_PER_MS);
    this.#pressure += clamp(wanted - this.#pressure, -MOST_PER_POINT, MOST_PER_POINT);
    return this.#pressure;
  }
}
