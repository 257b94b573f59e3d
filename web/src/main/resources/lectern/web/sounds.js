// Plays every voice line of the down connection. Sound has elements of its own, apart from the tiles: who is heard
// doesn't depend on who is shown. Pictures and voices of one slot stay in step because they share a stream on the wire.

import { h } from './dom.js';

export class Sounds {
  element = h('div', { class: 'sounds', hidden: true });
  #onBlocked;
  #speaker = '';
  /** @type {Map<string, HTMLAudioElement>} */
  #players = new Map();

  /** @param {(blocked: boolean) => void} onBlocked the browser wants a tap before it plays */
  constructor(onBlocked) {
    this.#onBlocked = onBlocked;
  }

  /**
   * @param {Map<string, MediaStreamTrack>} lines by mid; pictures are passed over
   * @param {readonly import('./wire.js').Slot[]} slots
   */
  show(lines, slots) {
    for (const [mid, player] of this.#players) {
      if (lines.has(mid)) continue;
      player.remove();
      player.srcObject = null;
      this.#players.delete(mid);
    }
    for (const [mid, track] of lines) {
      if (track.kind !== 'audio') continue;
      const player = this.#players.get(mid) ?? this.#add(mid);
      const stream = /** @type {MediaStream | null} */ (player.srcObject);
      if (stream?.getAudioTracks()[0] !== track) {
        player.srcObject = new MediaStream([track]);
        this.#play(player);
      }
      const slot = slots.find((one) => one.mid === mid);
      player.dataset.participant = slot?.participant ?? '';
      player.dataset.track = slot?.track ?? '';
    }
  }

  /** After a tap. */
  async hear() {
    await Promise.all([...this.#players.values()].map((player) => this.#play(player)));
  }

  /** @param {string} deviceId */
  async useSpeaker(deviceId) {
    this.#speaker = deviceId;
    await Promise.all([...this.#players.values()].map((player) => this.#route(player)));
  }

  /** @param {string} mid */
  #add(mid) {
    const player = h('audio', { autoplay: true, data: { mid } });
    this.#players.set(mid, player);
    this.element.append(player);
    this.#route(player);
    return player;
  }

  /** @param {HTMLAudioElement} player */
  async #route(player) {
    if (this.#speaker && 'setSinkId' in player)
      await player.setSinkId(this.#speaker).catch(() => player.setSinkId('')); // unplugged: the usual one
  }

  /** @param {HTMLAudioElement} player */
  async #play(player) {
    try {
      await player.play();
      this.#onBlocked(false);
    } catch (error) {
      if (error instanceof Error && error.name === 'NotAllowedError') this.#onBlocked(true);
    }
  }
}
