// What others are doing right now: the newest of each, and the ink that they have in hand, put together from its parts.

import { InkError, decode } from './ink.js';

/** @typedef {import('./ink.js').InkPoints} InkPoints */
/** @typedef {{presence: import('./board-wire.js').Presence, ink: InkPoints | null, at: number}} Doing */

export const SILENT_MS = 3_000;

export class Presences {
  /** @type {Map<string, Doing>} by participant */
  #doing = new Map();

  /** @param {string} participant @param {import('./board-wire.js').Presence} presence @param {number} nowMs @returns {string[]} pages to paint anew */
  received(participant, presence, nowMs) {
    const last = this.#doing.get(participant);
    let ink = null;
    if (presence.stroke) {
      const { id, from, points } = presence.stroke;
      const before = last?.ink && last.presence.stroke?.id === id ? last.ink : null;
      try {
        ink = joined(before, from, decode(points));
      } catch (error) {
        if (!(error instanceof InkError)) throw error;
        ink = before;
      }
    }
    this.#doing.set(participant, { presence, ink, at: nowMs });
    return last && last.presence.page !== presence.page ? [presence.page, last.presence.page] : [presence.page];
  }

  /** @param {string} participant @returns {string | null} the page to paint anew */
  gone(participant) {
    const last = this.#doing.get(participant);
    this.#doing.delete(participant);
    return last?.presence.page ?? null;
  }

  /** What was in hand is on the page now. Was there such a thing? @param {string} participant @param {(id: string) => boolean} done */
  finished(participant, done) {
    const last = this.#doing.get(participant);
    if (!last) return false;
    const { stroke, shape, ...rest } = last.presence;
    if (!(stroke && done(stroke.id)) && !(shape && done(shape.id))) return false;
    this.#doing.set(participant, { ...last, presence: rest, ink: null });
    return true;
  }

  /** @param {number} nowMs @returns {string[]} pages to paint anew */
  time(nowMs) {
    const pages = [];
    for (const [who, { presence, at }] of this.#doing) {
      if (at + SILENT_MS - nowMs > 0) continue;
      this.#doing.delete(who);
      pages.push(presence.page);
    }
    return pages;
  }

  get nextDeadlineMs() {
    let next = Infinity;
    for (const { at } of this.#doing.values()) next = Math.min(next, at + SILENT_MS);
    return next;
  }

  /** @param {string} page @returns {{participant: string, presence: import('./board-wire.js').Presence, ink: InkPoints | null}[]} */
  on(page) {
    return [...this.#doing].filter(([, one]) => one.presence.page === page).map(([participant, { presence, ink }]) => ({ participant, presence, ink }));
  }

  clear() {
    this.#doing.clear();
  }
}

/** A part that was missed leaves a straight line. @param {InkPoints | null} before @param {number} from @param {InkPoints} part @returns {InkPoints} */
function joined(before, from, part) {
  if (!before || from === 0) return part;
  return {
    x: [...before.x.slice(0, from), ...part.x],
    y: [...before.y.slice(0, from), ...part.y],
    pressure: [...before.pressure.slice(0, from), ...part.pressure],
  };
}
