// Tells a second click soon after and near to the first.

const APART_MS = 400;
const NEAR_PIXELS = 6;

export class Clicks {
  #x = 0;
  #y = 0;
  #timeMs = 0;
  #first = false;

  /** Is this the second of two? A third is a first again. @param {import('./desk.js').PointerInput} click @param {number} zoom */
  isSecond({ x, y, timeMs }, zoom) {
    const second = this.#first && timeMs - this.#timeMs <= APART_MS && Math.hypot(x - this.#x, y - this.#y) * zoom <= NEAR_PIXELS;
    this.#first = !second;
    [this.#x, this.#y, this.#timeMs] = [x, y, timeMs];
    return second;
  }

  forget() {
    this.#first = false;
  }
}
