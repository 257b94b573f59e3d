// When media doesn't get through though the server answers. Pure: states of the two connections and the time come in.
//
// Each step waits for the one before: a broken path first gets new ICE credentials; if that doesn't help, everything is
// built anew by joining again; after some of those people are told, and the tries become rare.

const GRACE_MS = 2_000; // Chromium says `disconnected` for hiccups, too
const RESTART_MS = 6_000;
const FIRST_MS = 12_000;
const REJOINS = 2;
const RARE_MS = 30_000;

/** @typedef {'up' | 'down'} Which */
/** @typedef {{do: 'restart', which: Which} | {do: 'rejoin'} | {do: 'blocked', blocked: boolean}} Step */

export class Health {
  /** @type {Map<Which, {state: string, untilMs: number, restarted: boolean}>} */
  #lines = new Map();
  #rejoins = 0;
  #blocked = false;

  /** A connection was made anew. @param {Which} which @param {number} nowMs */
  begun(which, nowMs) {
    const patience = this.#rejoins > REJOINS ? RARE_MS : FIRST_MS;
    this.#lines.set(which, { state: 'new', untilMs: nowMs + patience, restarted: true });
  }

  /** There are no connections (no class, or a lost line): nothing to watch. */
  paused() {
    this.#lines.clear();
  }

  /**
   * @param {Which} which
   * @param {string} state of RTCPeerConnection.connectionState
   * @param {number} nowMs
   * @returns {Step[]}
   */
  changed(which, state, nowMs) {
    const line = this.#lines.get(which);
    if (!line || line.state === state) return [];
    line.state = state;
    if (state === 'connected') {
      line.untilMs = Infinity;
      line.restarted = false;
      if (![...this.#lines.values()].every((one) => one.state === 'connected')) return [];
      this.#rejoins = 0;
      return this.#tell(false);
    }
    if (state === 'failed' && !this.#blocked) return this.#act(which, line, nowMs);
    if (state === 'disconnected' && !line.restarted) line.untilMs = nowMs + GRACE_MS;
    return [];
  }

  /** The network changed: what isn't connected needn't wait. @param {number} nowMs @returns {Step[]} */
  networkChanged(nowMs) {
    return [...this.#lines].flatMap(([which, line]) =>
      line.state === 'connected' || line.restarted ? [] : this.#act(which, line, nowMs));
  }

  /** @param {number} nowMs @returns {Step[]} */
  time(nowMs) {
    for (const [which, line] of this.#lines)
      if (line.untilMs - nowMs <= 0) return this.#act(which, line, nowMs);
    return [];
  }

  get nextDeadlineMs() {
    return Math.min(Infinity, ...[...this.#lines.values()].map((line) => line.untilMs));
  }

  /** @param {Which} which @param {{untilMs: number, restarted: boolean}} line @param {number} nowMs @returns {Step[]} */
  #act(which, line, nowMs) {
    if (!line.restarted) {
      line.restarted = true;
      line.untilMs = nowMs + RESTART_MS;
      return [{ do: 'restart', which }];
    }
    this.#rejoins++;
    this.#lines.clear();
    return [...(this.#rejoins > REJOINS ? this.#tell(true) : []), { do: 'rejoin' }];
  }

  /** @param {boolean} blocked @returns {Step[]} */
  #tell(blocked) {
    if (this.#blocked === blocked) return [];
    this.#blocked = blocked;
    return [{ do: 'blocked', blocked }];
  }
}
