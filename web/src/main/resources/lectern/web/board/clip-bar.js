// How a clip is played for all, for those who moderate; where it is and how loud it is here, for everybody.

import { h } from '../dom.js';
import { icon } from '../icons.js';
import { label, say } from '../language.js';

const SKIP_S = 10;
const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2];
const BETWEEN_SEEKS_MS = 200; // under a dragging hand

/**
 * @typedef {object} ClipActions
 * @property {() => void} onToggle
 * @property {(toS: number) => void} onSeek
 * @property {(byS: number) => void} onSkip
 * @property {(rate: number) => void} onRate
 * @property {(volume: number) => void} onVolume
 * @property {() => void} onSound the sound that the browser kept back is wanted
 */

/** Minutes and seconds as one reads them: 1:05, and 1:02:03 from an hour on. @param {number} seconds */
export function timeOf(seconds) {
  const all = Math.floor(Math.max(0, seconds));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const minutes = Math.floor(all / 60);
  return all >= 3600 ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

export class ClipBar {
  element;
  #play;
  #place;
  #time = h('span', { class: 'clip-time' });
  #rate;
  #sound;
  #moderates;
  #held = false; // the hand is at the place
  #saidMs = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #later;
  #playing = false;

  /** @param {boolean} moderates @param {ClipActions} actions */
  constructor(moderates, actions) {
    this.#moderates = moderates;
    const button = (/** @type {string} */ action, /** @type {string} */ glyph, /** @type {string} */ word, /** @type {() => void} */ onClick) =>
      label(h('button', { class: 'board-tool', type: 'button', data: { clip: action }, on: { click: onClick } }, icon(glyph)), word);
    this.#play = button('play', 'play', 'clip.play', actions.onToggle);
    this.#place = label(h('input', {
      class: 'clip-place', type: 'range', min: '0', max: '1', step: 'any', value: '0', disabled: true, data: { clip: 'place' }, on: {
        input: () => this.#drag(actions.onSeek, false),
        change: () => this.#drag(actions.onSeek, true),
      },
    }), 'clip.place');
    this.#rate = label(h('select', { class: 'clip-rate', data: { clip: 'rate' }, on: { change: () => actions.onRate(Number(this.#rate.value)) } },
      ...RATES.map((rate) => h('option', { value: String(rate), textContent: `${rate} ×` }))), 'clip.speed');
    const volume = label(h('input', { class: 'clip-volume', type: 'range', min: '0', max: '1', step: '0.05', value: '1', data: { clip: 'volume' }, on: { input: (/** @type {any} */ { target }) => actions.onVolume(Number(target.value)) } }), 'clip.volume');
    this.#sound = h('button', { class: 'clip-sound', type: 'button', hidden: true, data: { clip: 'sound' }, on: { click: actions.onSound } }, icon('sound'), say(h('span', {}), 'clip.tap'));
    this.element = h('div', { class: 'clip-bar', hidden: true },
      ...(moderates ? [
        button('restart', 'to-begin', 'clip.restart', () => actions.onSeek(0)), button('back', 'skip-back', 'clip.back', () => actions.onSkip(-SKIP_S)), this.#play,
        button('on', 'skip-on', 'clip.on', () => actions.onSkip(SKIP_S)),
      ] : []),
      this.#place, this.#time, moderates && this.#rate, icon('sound'), volume, this.#sound);
  }

  /** @param {{positionS: number, durationS: number, playing: boolean, rate: number, ready: boolean, muted: boolean, volume: number}} state */
  show({ positionS, durationS, playing, rate, ready, muted }) {
    this.element.hidden = false;
    this.#place.disabled = !this.#moderates || !ready;
    if (!this.#held) {
      this.#place.max = String(durationS || 1);
      this.#place.value = String(durationS ? positionS : 0);
    }
    this.#place.setAttribute('aria-valuetext', timeOf(positionS));
    const words = `${timeOf(positionS)} / ${durationS ? timeOf(durationS) : '–:––'}`;
    if (this.#time.textContent !== words) this.#time.textContent = words;
    this.#sound.hidden = !muted;
    if (document.activeElement !== this.#rate) this.#rate.value = String(rate);
    if (playing === this.#playing) return;
    this.#playing = playing;
    label(this.#play, playing ? 'clip.pause' : 'clip.play');
    this.#play.replaceChildren(icon(playing ? 'pause' : 'play'));
  }

  hide() {
    clearTimeout(this.#later);
    this.#held = false;
    this.element.hidden = true;
  }

  /** Five a second at most, and where it stopped. @param {(toS: number) => void} onSeek @param {boolean} last */
  #drag(onSeek, last) {
    this.#held = !last;
    const go = () => {
      this.#saidMs = performance.now();
      onSeek(Number(this.#place.value));
    };
    clearTimeout(this.#later);
    const waitMs = this.#saidMs + BETWEEN_SEEKS_MS - performance.now();
    if (last || waitMs <= 0) go();
    else this.#later = setTimeout(go, waitMs);
  }
}
