// What this person sends: microphone, camera, screen; in the lobby and in class the same object. Tells of each change by
// a `change` event. A muted microphone stays open (Space must talk at once); a camera that is off is really off.

import { DeviceError, open, openBoth, openScreen } from './devices.js';
import { recall, remember } from './remembered.js';

/** @typedef {import('./wire.js').TrackKind} TrackKind */

export class OwnMedia extends EventTarget {
  /** @type {Record<TrackKind, MediaStreamTrack | null>} */
  tracks = { microphone: null, camera: null, screen: null, 'screen-audio': null };
  /** What is wanted; a track is sent when it is wanted and there. */
  wanted = { microphone: recall('microphone-off') === null, camera: recall('camera-off') === null };
  /** @type {{microphone: import('./devices.js').Trouble | null, camera: import('./devices.js').Trouble | null}} */
  trouble = { microphone: null, camera: null };
  starting = false;
  #turn = Promise.resolve(); // opening and closing one after the other: devices don't like it otherwise

  /** Is it being sent (or would be)? @param {TrackKind} kind */
  on(kind) {
    if (kind === 'microphone' || kind === 'camera') return this.wanted[kind] && this.tracks[kind] !== null;
    return this.tracks[kind] !== null;
  }

  /** Opens what is wanted, asking once. */
  start() {
    return this.#next(async () => {
      const wish = (/** @type {'microphone' | 'camera'} */ kind) =>
        this.wanted[kind] && !this.tracks[kind] ? { deviceId: recall(kind) } : null;
      const wishes = { microphone: wish('microphone'), camera: wish('camera') };
      if (!wishes.microphone && !wishes.camera) return;
      this.starting = true;
      this.#tell();
      const opened = await openBoth(wishes);
      this.starting = false;
      for (const kind of /** @type {const} */ (['microphone', 'camera']))
        if (wishes[kind]) this.#took(kind, opened[kind]);
      this.#tell();
    });
  }

  /** @param {'microphone' | 'camera'} kind @param {boolean} on @param {boolean} lasting false for the moment of holding Space */
  turn(kind, on, lasting = true) {
    return this.#next(async () => {
      this.wanted[kind] = on;
      if (lasting) remember(`${kind}-off`, on ? null : 'yes');
      const track = this.tracks[kind];
      if (kind === 'camera' && !on && track) {
        track.stop();
        this.tracks.camera = null;
      }
      if (on && !this.tracks[kind]) await this.#open(kind, recall(kind));
      if (this.tracks.microphone) this.tracks.microphone.enabled = this.wanted.microphone;
      this.#tell();
    });
  }

  /** @param {'microphone' | 'camera'} kind @param {string} deviceId */
  choose(kind, deviceId) {
    return this.#next(async () => {
      remember(kind, deviceId);
      if (!this.tracks[kind] && !this.wanted[kind]) return;
      this.tracks[kind]?.stop(); // first: some drivers give a camera to one at a time
      this.tracks[kind] = null;
      await this.#open(kind, deviceId);
      this.#tell();
    });
  }

  /** Devices came or went: open what is wanted and missing. */
  async devicesChanged() {
    for (const kind of /** @type {const} */ (['microphone', 'camera']))
      if (this.wanted[kind] && !this.tracks[kind] && (this.trouble[kind] === 'ended' || this.trouble[kind] === 'missing'))
        await this.turn(kind, true, false);
  }

  async share() {
    const { screen, sound } = await openScreen();
    this.tracks.screen = screen;
    this.tracks['screen-audio'] = sound;
    screen.addEventListener('ended', () => {
      if (this.tracks.screen === screen) this.unshare();
    });
    this.#tell();
  }

  unshare() {
    this.tracks.screen?.stop();
    this.tracks['screen-audio']?.stop();
    this.tracks.screen = this.tracks['screen-audio'] = null;
    this.#tell();
  }

  /** Everything off: no light stays on. */
  close() {
    return this.#next(async () => {
      for (const kind of /** @type {TrackKind[]} */ (Object.keys(this.tracks))) {
        this.tracks[kind]?.stop();
        this.tracks[kind] = null;
      }
      this.#tell();
    });
  }

  /** @param {'microphone' | 'camera'} kind @param {string | null} deviceId */
  async #open(kind, deviceId) {
    this.starting = true;
    this.#tell();
    this.#took(kind, await open(kind, deviceId).catch((error) => (error instanceof DeviceError ? error : new DeviceError('failed'))));
    this.starting = false;
  }

  /** @param {'microphone' | 'camera'} kind @param {MediaStreamTrack | DeviceError | null} result */
  #took(kind, result) {
    this.trouble[kind] = result instanceof DeviceError ? result.trouble : null;
    const track = result instanceof DeviceError ? null : result;
    this.tracks[kind] = track;
    if (!track) return;
    if (kind === 'microphone') track.enabled = this.wanted.microphone;
    else track.contentHint = 'motion';
    track.addEventListener('ended', () => {
      if (this.tracks[kind] !== track) return;
      this.tracks[kind] = null;
      this.trouble[kind] = 'ended';
      this.#tell();
    });
  }

  /** @param {() => Promise<void>} work */
  #next(work) {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
