// The server's clock, as far as one can know it here: each round trip says that the server's time lay between question and answer. The
// shortest of the last few is the surest; what it says is taken over slowly, so that nothing that plays by this clock jumps.

const KEPT = 8;
const AT_ONCE_MS = 25; // more than that is put right in one step
const SHARE = 0.25; // of what is less, with each answer

export class ServerClock {
  /** @type {{roundTripMs: number, offsetMs: number}[]} */
  #heard = [];
  #offsetMs = 0;

  /** @param {number} roundTripMs @param {number} atMs the server's time in its answer, since 1970 @param {number} nowMs when it came, by a clock of ours that only goes forward */
  heard(roundTripMs, atMs, nowMs) {
    this.#heard.push({ roundTripMs, offsetMs: atMs + roundTripMs / 2 - nowMs });
    const first = this.#heard.length === 1;
    if (this.#heard.length > KEPT) this.#heard.shift();
    const { offsetMs } = this.#heard.reduce((best, one) => (one.roundTripMs < best.roundTripMs ? one : best));
    const changeMs = offsetMs - this.#offsetMs;
    this.#offsetMs = first || Math.abs(changeMs) > AT_ONCE_MS ? offsetMs : this.#offsetMs + SHARE * changeMs;
  }

  /** Another server may have another clock. */
  forget() {
    this.#heard = [];
  }

  get isKnown() {
    return this.#heard.length > 0;
  }

  /** The server's time, since 1970; only when it is known. @param {number} nowMs */
  now(nowMs) {
    return nowMs + this.#offsetMs;
  }
}
