// The clip of the page that is looked at: has it fetched, plays it under the ink where the class is, and says to the class what who
// moderates wants of it. There is a player only while the page is shown.

import { h } from '../dom.js';
import { icon } from '../icons.js';
import { say } from '../language.js';
import { ClipBar } from './clip-bar.js';
import { ClipFileError, fetchClip } from './clip-file.js';
import { ClipSync, EVERY_MS, positionS } from './clip-sync.js';

const LONGEST_S = 24 * 3600;
const RATE_STEP = 1e-3;
const MEGABYTE = 1024 * 1024;

/** @typedef {import('./board-wire.js').Page} Page */
/** @typedef {import('./clip-sync.js').Playback} Playback */

/**
 * @typedef {object} Wiring
 * @property {() => string | null} key of one's place in class
 * @property {import('./server-clock.js').ServerClock} clock
 * @property {(page: string, clip: {playing: boolean, positionS: number, rate: number}) => void} onPlay
 * @property {() => boolean} micIsOn
 * @property {(key: string) => void} onToast
 */

export class ClipShow {
  /** To lie under what is written. */
  element;
  bar;
  #wiring;
  #moderates;
  #title = h('p', { class: 'clip-title' });
  #words = h('p', { class: 'clip-words', role: 'status' });
  #progress = h('progress', { class: 'clip-progress' });
  #card = h('div', { class: 'clip-card' }, icon('film'), this.#title, this.#words, this.#progress);
  #paper = h('div', { class: 'clip-paper' }, this.#card);
  /** @type {Page | null} */
  #page = null;
  /** @type {HTMLVideoElement | null} */
  #player = null;
  #sync = new ClipSync(true);
  /** @type {AbortController | null} */
  #fetching = null;
  #address = '';
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticker;
  #volume = 1;
  #ready = false;
  #hinted = false;

  /** @param {boolean} moderates @param {Wiring} wiring */
  constructor(moderates, wiring) {
    this.#moderates = moderates;
    this.#wiring = wiring;
    this.element = h('div', { class: 'clip', hidden: true }, this.#paper);
    this.bar = new ClipBar(moderates, {
      onToggle: () => this.toggle(),
      onSeek: (toS) => this.#say({ positionS: toS }),
      onSkip: (byS) => this.#say({ positionS: this.#hereS() + byS }),
      onRate: (rate) => this.#say({ rate }),
      onVolume: (volume) => {
        this.#volume = volume;
        if (this.#player) this.#player.volume = volume;
      },
      onSound: () => this.#unmute(),
    });
  }

  /** Is there a clip that one may play and stop? */
  get isPlayable() {
    return this.#moderates && this.#page !== null;
  }

  /** The page that is looked at, or how its clip plays, may be another. @param {Page | null} page */
  show(page) {
    const clip = page?.ground.type === 'clip' ? page : null;
    const same = clip && this.#page && clip.id === this.#page.id && clip.ground.clip === this.#page.ground.clip;
    if (!same) this.#clear();
    const before = this.#page?.playback;
    this.#page = clip;
    this.element.hidden = !clip;
    if (!clip) return;
    this.#title.textContent = clip.title;
    if (!same) this.#open(clip.ground.clip);
    if (!same || JSON.stringify(before) !== JSON.stringify(clip.playback)) this.#step();
    this.#hint();
  }

  /** @param {import('./viewport.js').Viewport} view */
  place(view) {
    if (!this.#page) return;
    const { style } = this.#paper;
    style.transform = `translate(${-view.x * view.zoom}px, ${-view.y * view.zoom}px)`;
    style.width = `${this.#page.width * view.zoom}px`;
    style.height = `${this.#page.height * view.zoom}px`;
  }

  toggle() {
    const { durationS } = this;
    const over = durationS > 0 && this.#hereS() >= durationS;
    this.#say({ playing: !this.#isPlaying, ...(over && { positionS: 0 }) });
  }

  get durationS() {
    const seconds = this.#player?.duration ?? 0;
    return Number.isFinite(seconds) ? seconds : 0;
  }

  close() {
    this.#clear();
    this.element.remove();
    this.bar.element.remove();
  }

  get #isPlaying() {
    const { durationS } = this;
    return this.#page?.playback?.playing === true && !(durationS > 0 && this.#hereS() >= durationS);
  }

  /** @param {Partial<{playing: boolean, positionS: number, rate: number}>} wanted what is to be otherwise */
  #say(wanted) {
    if (!this.isPlayable || !this.#page) return;
    const now = { playing: this.#page.playback?.playing ?? false, rate: this.#page.playback?.rate ?? 1, positionS: this.#hereS(), ...wanted };
    this.#wiring.onPlay(this.#page.id, { ...now, positionS: Math.min(this.durationS || LONGEST_S, Math.max(0, now.positionS)) });
  }

  /** Where the class is, not where this player happens to be. */
  #hereS() {
    const playback = this.#page?.playback;
    const { clock } = this.#wiring;
    if (!playback) return 0;
    const atS = clock.isKnown ? positionS(playback, clock.now(performance.now())) : playback.positionS;
    return Math.min(atS, this.durationS || LONGEST_S);
  }

  /** @param {string} asset */
  async #open(asset) {
    const fetching = new AbortController();
    this.#fetching = fetching;
    this.#ticker = setInterval(() => this.#step(), EVERY_MS);
    this.#tell('clip.coming', null);
    try {
      const file = await fetchClip(asset, this.#wiring.key, (bytes, all) => this.#tell('clip.coming-bytes', bytes / all, { done: (bytes / MEGABYTE).toFixed(1), all: (all / MEGABYTE).toFixed(1) }), fetching.signal);
      if (!fetching.signal.aborted) this.#play(file);
    } catch (error) {
      if (fetching.signal.aborted) return;
      this.#tell(error instanceof ClipFileError && error.key === 'clip.gone' ? 'clip.gone' : 'clip.unreachable', -1);
    }
  }

  /** @param {Blob} file */
  #play(file) {
    const player = h('video', { class: 'clip-picture', playsInline: true, preload: 'auto', disablePictureInPicture: true, disableRemotePlayback: true, volume: this.#volume, preservesPitch: true });
    player.setAttribute('playsinline', ''); // what iPhones look for
    player.setAttribute('webkit-playsinline', '');
    player.addEventListener('loadeddata', () => {
      if (player !== this.#player) return;
      if (this.#page?.ground.picture && player.videoWidth === 0) return this.#fail(); // its sound alone is known here
      this.#ready = true;
      this.#card.hidden = this.#page?.ground.picture === true;
      this.#words.textContent = '';
      this.#progress.hidden = true;
      this.#step();
    });
    player.addEventListener('error', () => player === this.#player && this.#fail());
    this.#player = player;
    this.#address = URL.createObjectURL(file);
    player.src = this.#address;
    this.#paper.prepend(player);
  }

  #step() {
    const { clock } = this.#wiring;
    const page = this.#page;
    if (!page) return;
    const player = this.#player;
    if (player && this.#ready && clock.isKnown) {
      const nowMs = performance.now();
      const state = { moving: !player.paused, seeking: player.seeking, positionS: player.currentTime, durationS: this.durationS };
      this.#obey(player, this.#sync.step(page.playback ?? null, clock.now(nowMs), state, nowMs));
    }
    this.bar.show({
      positionS: this.#hereS(), durationS: this.durationS, playing: this.#isPlaying, rate: page.playback?.rate ?? 1, ready: this.#ready,
      muted: player?.muted === true, volume: this.#volume,
    });
  }

  /** @param {HTMLVideoElement} player @param {import('./clip-sync.js').Order} order */
  #obey(player, { play, rate, seekS }) {
    if (Math.abs(player.playbackRate - rate) > RATE_STEP) player.playbackRate = rate;
    if (seekS >= 0) player.currentTime = seekS;
    if (play && player.paused) player.play().catch((error) => this.#refused(player, error));
    else if (!play && !player.paused) player.pause();
  }

  /** A browser plays nothing aloud until one has touched the page: the picture moves, the sound is a tap away. @param {HTMLVideoElement} player @param {unknown} error */
  #refused(player, error) {
    if (player !== this.#player || !(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
    player.muted = true;
    this.#step();
  }

  #unmute() {
    if (!this.#player) return;
    this.#player.muted = false;
    if (this.#isPlaying) this.#player.play().catch((error) => this.#player && this.#refused(this.#player, error));
    this.#step();
  }

  #fail() {
    this.#dispose();
    this.#tell('clip.kind', -1);
  }

  /** The clip's sound isn't echo cancelled everywhere: once is told what comes of that. */
  #hint() {
    if (this.#hinted || !this.#page?.playback?.playing || !this.#wiring.micIsOn()) return;
    this.#hinted = true;
    this.#wiring.onToast('clip.echo');
  }

  /** @param {string} key @param {number | null} share that is done; null is unknown, below 0 there is nothing to wait for @param {Record<string, string>} values */
  #tell(key, share, values = {}) {
    this.#card.hidden = false;
    say(this.#words, key, values);
    this.#progress.hidden = share !== null && share < 0;
    if (share === null) this.#progress.removeAttribute('value');
    else if (share >= 0) this.#progress.value = share;
  }

  #dispose() {
    const player = this.#player;
    this.#player = null;
    this.#ready = false;
    if (!player) return;
    player.pause();
    player.removeAttribute('src');
    player.load(); // lets go of the file
    player.remove();
    URL.revokeObjectURL(this.#address);
  }

  #clear() {
    this.#fetching?.abort();
    this.#fetching = null;
    clearInterval(this.#ticker);
    this.#dispose();
    this.#sync = new ClipSync(true);
    this.#page = null;
    this.bar.hide();
  }
}
