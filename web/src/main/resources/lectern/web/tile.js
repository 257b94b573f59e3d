// One picture with its name: a person's camera or a shared screen, small in the strip or large on the stage.

import { h, mark } from './dom.js';
import { announce, bars, become, icon } from './icons.js';
import { label, say } from './language.js';
import { passed } from './marks.js';

const HUES = 8;

/** @param {string} text the same colour for the same person, everywhere */
export function hueOf(text) {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return String(sum % HUES);
}

/** @param {string} name one letter or two: `王芳` is 王, `Ben Müller` is BM */
export function initialsOf(name) {
  const words = name.trim().split(/[\s.·]+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : ''].map((word) => [...(word ?? '')][0] ?? '');
  return (/^\p{Script=Han}/u.test(name) ? letters[0] : letters.join('')).toLocaleUpperCase();
}

export class Tile {
  place;
  #own;
  /** @type {MediaStreamTrack | null} */
  #track = null;
  video = h('video', { muted: true, autoplay: true, playsInline: true, disablePictureInPicture: true });
  #initials = h('span', { class: 'initials', 'aria-hidden': 'true' });
  #micIcon = icon('microphone-off');
  #name = h('span', { class: 'name' });
  #badge = h('span', { class: 'badge', hidden: true });
  #bars = bars();
  #away = say(h('p', { class: 'away' }), 'class.away');
  #note = h('p', { class: 'tile-note', hidden: true });
  #pin = h('button', { class: 'tile-button', type: 'button', data: { action: 'pin' } }, icon('pin'));
  #full = label(h('button', { class: 'tile-button', type: 'button', data: { action: 'fullscreen' } }, icon('full')), 'class.fullscreen');

  /**
   * @param {import('./layout.js').Place} place
   * @param {boolean} own the person's own picture: shown as in a mirror
   * @param {(place: import('./layout.js').Place) => void} onPin
   */
  constructor(place, own, onPin) {
    this.place = place;
    this.#own = own;
    this.video.addEventListener('resize', () => {
      const { videoWidth, videoHeight } = this.video;
      if (videoWidth > 2 && videoHeight > 2) this.element.style.setProperty('--shape', String(videoWidth / videoHeight));
    });
    this.#pin.addEventListener('click', () => onPin(place));
    this.#full.addEventListener('click', () => this.element.requestFullscreen?.());
    this.#full.hidden = !document.fullscreenEnabled;
    this.element = h('article', {
      class: 'tile', data: { participant: place.participant, track: place.track, hue: hueOf(place.participant) },
    },
    h('div', { class: 'face' }, this.#initials), this.video, this.#away, this.#note,
    h('div', { class: 'tile-top' }, this.#badge, h('span', { class: 'tile-actions' }, this.#pin, this.#full)),
    h('div', { class: 'plate' }, this.#micIcon, this.#name, this.#bars));
    mark(this.element, 'own', own);
    // By touch or mouse the tile itself is the button; the keyboard has the pin.
    this.element.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element && target.closest('button')) && this.element.closest('.strip')) onPin(place);
    });
  }

  /**
   * @param {object} state
   * @param {import('./wire.js').Participant} state.person
   * @param {MediaStreamTrack | null} state.picture
   * @param {boolean} state.speaking
   * @param {boolean} state.muted
   * @param {number | undefined} state.bars
   * @param {boolean} state.pinned
   * @param {'class.alone' | 'class.sharing' | null} state.note
   */
  show({ person, picture, speaking, muted, bars: quality, pinned, note }) {
    const screen = this.place.track === 'screen';
    this.#picture(person.tracks.includes(this.place.track) || this.#own ? picture : null);
    this.#initials.textContent = initialsOf(person.name);
    say(this.#name, screen ? 'class.screen-of' : this.#own ? 'class.you' : 'page.name', { name: person.name });
    say(this.element, screen ? 'class.screen-of' : 'page.name', { name: person.name }, 'aria-label');
    this.#badge.hidden = screen || (person.role !== 'teacher' && person.role !== 'assistant');
    say(this.#badge, `role.${person.role}`);
    label(this.#pin, pinned ? 'class.unpin' : 'class.pin');
    this.#pin.setAttribute('aria-pressed', String(pinned));
    mark(this.element, 'pinned', pinned);
    mark(this.element, 'speaking', speaking && !muted && !screen);
    mark(this.element, 'muted', muted && !screen);
    become(this.#micIcon, screen ? 'screen' : muted ? 'microphone-off' : 'microphone');
    announce(this.#micIcon, muted && !screen ? 'class.muted' : null);
    mark(this.element, 'away', person.away);
    this.element.dataset.bars = quality === undefined || screen ? '' : String(quality);
    if (quality !== undefined) say(this.#bars, 'class.line', { n: quality }, 'aria-label');
    this.#note.hidden = note === null;
    if (note) say(this.#note, note);
  }

  /** Its size on the glass in physical pixels; nothing where it is scrolled or folded away. @param {DOMRect} within */
  size(within) {
    const box = this.element.getBoundingClientRect();
    const visible = box.right > within.left && box.left < within.right && box.bottom > within.top && box.top < within.bottom;
    const scale = visible ? devicePixelRatio : 0;
    return { place: this.place, width: box.width * scale, height: box.height * scale };
  }

  close() {
    this.#picture(null);
    this.element.remove();
  }

  /** @param {MediaStreamTrack | null} track */
  #picture(track) {
    if (track === this.#track) return;
    this.#track = track;
    // The picture appears with its first frame: until then the initials stand, not another's last picture.
    mark(this.element, 'picture', false);
    this.video.srcObject = track ? new MediaStream([track]) : null;
    if (!track) return;
    const first = () => {
      if (track !== this.#track) return;
      mark(this.element, 'picture', true);
      if (!this.#own) passed('first-frame');
    };
    if (this.video.requestVideoFrameCallback) this.video.requestVideoFrameCallback(first);
    else this.video.addEventListener('resize', first, { once: true }); // says the size of the first frame
    this.video.play().catch(() => {}); // plays by itself when it comes into view
  }
}
