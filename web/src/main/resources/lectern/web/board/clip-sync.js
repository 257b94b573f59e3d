// Keeps one player where all are. Pure: asked every EVERY_MS and whenever something changed, it says what the player is to do.
//
//   far off ──► seek, ahead by what seeking takes here ──► wait until it has settled ──► near? play a little faster or slower : seek again
//
// A player needs a while to get going after a seek, each machine its own; how far behind it came out is learned and added the next
// time. Who can't keep up at all is put right ever more seldom, since each seek costs it even more.

export const EVERY_MS = 200;
const NEAR_S = 0.09; // of real time: all players are to be within this of the truth, so twice this apart from one another
const FAR_S = 0.5; // for one that is nudged: two seconds of that are better than a gap
const NUDGED_FROM_S = 0.03;
const NUDGED_TO_S = 0.015;
const NUDGE_STEP = 0.02; // of the speed: a twentieth isn't heard, a quarter for a moment is borne
const MOST_NUDGE = 0.24;
const NUDGE_PER_S = 0.6;
const STILL_NEAR_S = 0.02; // of a picture that stands
const END_S = 0.1;
const UNDER_WAY_S = 0.1; // so far beyond the place it was sent to, it is playing
const SETTLE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const PATIENCE_MS = 3_000;
const LONGEST_LEAD_S = 3;
const LAGS = 3; // the least of the last few counts: a busy machine is slow now and quick the next time

/** @typedef {{playing: boolean, positionS: number, rate: number, at: string}} Playback */
/** @typedef {{moving: boolean, seeking: boolean, positionS: number, durationS: number}} Player told to play; on its way; durationS 0 while unknown */
/** @typedef {{play: boolean, rate: number, seekS: number}} Order how it is to be from now on; seekS negative for nowhere */

/** Seconds from the beginning, maybe beyond the end. @param {Playback} playback @param {number} serverMs */
export function positionS(playback, serverMs) {
  if (!playback.playing) return playback.positionS;
  return playback.positionS + (playback.rate * Math.max(0, serverMs - Date.parse(playback.at))) / 1_000;
}

export class ClipSync {
  #nudges;
  /** @type {number[]} how far behind it would have come out, without a lead, lately */
  #lagsS = [];
  #leadS = 0;
  #learns = false; // the newest seek was while it played: what came of it says how long that takes here
  #nudge = 1;
  #sentToS = 0; // where it set out from
  #settledAtMs = -Infinity;
  #pauseMs = SETTLE_MS;
  #stillAtS = -1; // sought already
  #last = '';

  /** @param {boolean} nudges the player changes its speed without a gap in what is heard */
  constructor(nudges) {
    this.#nudges = nudges;
  }

  /** @param {Playback | null} playback @param {number} serverMs @param {Player} player @param {number} nowMs by a clock of ours @returns {Order} */
  step(playback, serverMs, player, nowMs) {
    const said = playback ? [playback.playing, playback.positionS, playback.rate, playback.at].join() : '';
    if (said !== this.#last) {
      this.#learns = false;
      this.#nudge = 1;
      this.#stillAtS = -1;
      this.#pauseMs = SETTLE_MS;
      if (!player.seeking) {
        this.#settledAtMs = nowMs;
        this.#sentToS = -UNDER_WAY_S;
      }
    }
    this.#last = said;
    if (!playback) return this.#still(0, 1, player, nowMs);
    const atS = positionS(playback, serverMs);
    if (player.durationS > 0 && atS >= player.durationS) return this.#still(player.durationS, playback.rate, player, nowMs);
    return playback.playing ? this.#moving(atS, playback.rate, player, nowMs) : this.#still(atS, playback.rate, player, nowMs);
  }

  /** @param {number} atS @param {number} rate @param {Player} player @param {number} nowMs */
  #still(atS, rate, player, nowMs) {
    this.#learns = false;
    this.#nudge = 1;
    const { durationS } = player;
    const atEnd = durationS > 0 && atS >= durationS - END_S && player.positionS >= durationS - 2 * END_S;
    // Not again where it was sought already: a player may know places only to the frame.
    const there = atEnd || Math.abs(player.positionS - atS) <= STILL_NEAR_S || (this.#stillAtS === atS && !player.moving);
    if (there || (player.seeking && nowMs - this.#settledAtMs < PATIENCE_MS)) return { play: false, rate, seekS: -1 };
    this.#stillAtS = atS;
    this.#settledAtMs = nowMs + SETTLE_MS;
    return { play: false, rate, seekS: atS };
  }

  /** @param {number} atS @param {number} rate @param {Player} player @param {number} nowMs */
  #moving(atS, rate, player, nowMs) {
    this.#stillAtS = -1;
    const behindS = (atS - player.positionS) / rate;
    if (!player.moving && this.#nudges && Math.abs(behindS) <= NEAR_S) {
      this.#settledAtMs = nowMs + SETTLE_MS;
      this.#sentToS = player.positionS;
      return { play: true, rate, seekS: -1 }; // it stands where it is to begin
    }
    if (!player.moving) return this.#seek(atS, rate, player, nowMs, false);
    const underWay = !player.seeking && player.positionS >= this.#sentToS + UNDER_WAY_S;
    const restedMs = nowMs - this.#settledAtMs;
    if (restedMs < 0 || (!underWay && restedMs < PATIENCE_MS)) return { play: true, rate: rate * this.#nudge, seekS: -1 };
    if (this.#learns) {
      this.#lagsS.push(Math.min(LONGEST_LEAD_S, Math.max(-LONGEST_LEAD_S, this.#leadS + behindS)));
      if (this.#lagsS.length > LAGS) this.#lagsS.shift();
      this.#leadS = Math.min(...this.#lagsS);
      this.#learns = false;
    }
    if (Math.abs(behindS) > (this.#nudges ? FAR_S : NEAR_S)) return this.#seek(atS, rate, player, nowMs, true);
    if (restedMs > LONGEST_PAUSE_MS) this.#pauseMs = SETTLE_MS;
    if (!this.#nudges || Math.abs(behindS) <= NUDGED_TO_S) this.#nudge = 1;
    else if (this.#nudge !== 1 || Math.abs(behindS) >= NUDGED_FROM_S)
      this.#nudge = 1 + NUDGE_STEP * Math.round(Math.min(MOST_NUDGE, Math.max(-MOST_NUDGE, NUDGE_PER_S * behindS)) / NUDGE_STEP);
    return { play: true, rate: rate * this.#nudge, seekS: -1 };
  }

  /** @param {number} atS @param {number} rate @param {Player} player @param {number} nowMs @param {boolean} again */
  #seek(atS, rate, player, nowMs, again) {
    this.#nudge = 1;
    this.#learns = true;
    this.#settledAtMs = nowMs + this.#pauseMs;
    if (again) this.#pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * this.#pauseMs);
    const toS = Math.max(0, atS + this.#leadS * rate);
    this.#sentToS = player.durationS > 0 ? Math.min(toS, player.durationS) : toS;
    return { play: true, rate, seekS: this.#sentToS };
  }
}
