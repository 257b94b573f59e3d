// Who is speaking now, and whom the stage should show: levels and the time come in.

const SPEAKING_BELOW = 50; // -dBov (RFC 6464): speech at a desk is 20 to 45, a quiet room 55 and more
const RING_HOLD_MS = 700; // bridges the gaps between words
const TURN_AFTER_MS = 1_500; // a cough or a "yes" doesn't take the stage

export class Speaking {
  /** @type {Map<string, number>} when each one's ring goes out */
  #until = new Map();
  #candidate = '';
  #candidateSinceMs = 0;
  /** The one who last held the word for a while; empty at first. */
  turn = '';

  /**
   * @param {{participant: string, level: number}[]} levels those not named are silent
   * @param {number} nowMs
   * @param {string} self never takes the own stage
   */
  hear(levels, nowMs, self) {
    let loudest = '';
    let loudestLevel = SPEAKING_BELOW;
    for (const { participant, level } of levels) {
      if (level >= SPEAKING_BELOW) continue;
      this.#until.set(participant, nowMs + RING_HOLD_MS);
      if (participant !== self && level < loudestLevel) [loudest, loudestLevel] = [participant, level];
    }
    const candidateStill = (this.#until.get(this.#candidate) ?? 0) - nowMs > 0;
    if (loudest && loudest !== this.#candidate && !candidateStill) {
      this.#candidate = loudest;
      this.#candidateSinceMs = nowMs;
    } else if (candidateStill && nowMs - this.#candidateSinceMs >= TURN_AFTER_MS) this.turn = this.#candidate;
  }

  /** Who has a ring. @param {number} nowMs @returns {Set<string>} */
  now(nowMs) {
    for (const [who, untilMs] of this.#until) if (untilMs - nowMs <= 0) this.#until.delete(who);
    return new Set(this.#until.keys());
  }

  /** When somebody's ring goes out next. */
  get nextDeadlineMs() {
    return Math.min(Infinity, ...this.#until.values());
  }
}
