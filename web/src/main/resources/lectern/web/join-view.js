// Before the class: how one looks and sounds, under which name, with which devices. A watcher is asked for none of it
// but a name.

import { brand } from './class-header.js';
import { DeviceSelect } from './device-select.js';
import { onDevicesChanged } from './devices.js';
import { h, mark } from './dom.js';
import { become, icon } from './icons.js';
import { label, say } from './language.js';
import { Meter } from './meter.js';
import { recall, remember } from './remembered.js';
import { languageSwitch, themeSwitch } from './switches.js';
import { NAME_CHARS } from './wire.js';

export class JoinView {
  #own;
  #watcher;
  #video = h('video', { muted: true, autoplay: true, playsInline: true, disablePictureInPicture: true });
  #previewNote = h('p', { class: 'preview-note' });
  #levelBar = h('div');
  #level = h('div', { class: 'level', role: 'meter', 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': 0 }, this.#levelBar);
  #troubles = h('div', { class: 'troubles', 'aria-live': 'polite' });
  #name;
  #nameNote = say(h('p', { class: 'hint', id: 'name-note' }), 'join.name-hint');
  #button;
  #status = h('p', { class: 'status', role: 'status', hidden: true });
  #cancel;
  #toggles;
  #selects;
  /** @type {Meter | null} */
  #meter = null;
  #joining = false;
  #until = new AbortController();
  element;

  /**
   * @param {object} wiring
   * @param {import('./own-media.js').OwnMedia} wiring.own
   * @param {boolean} wiring.watcher
   * @param {string | null} wiring.fixedName a name that the link brings
   * @param {(name: string) => void} wiring.onJoin
   * @param {() => void} wiring.onLikely a click on *Join* may come any moment
   * @param {() => void} wiring.onCancel
   */
  constructor({ own, watcher, fixedName, onJoin, onLikely, onCancel }) {
    this.#own = own;
    this.#watcher = watcher;
    this.#name = h('input', {
      class: 'field', id: 'name', type: 'text', maxLength: NAME_CHARS, autocomplete: 'name', autocapitalize: 'words',
      value: fixedName ?? recall('name') ?? '', readOnly: fixedName !== null, 'aria-describedby': 'name-note',
    });
    this.#button = h('button', { class: 'button primary large', type: 'submit', data: { action: 'join' } },
      say(h('span', {}), watcher ? 'join.button-watch' : 'join.button'));
    for (const hint of ['pointerenter', 'pointerdown', 'focus'])
      this.#button.addEventListener(hint, () => this.#joining || onLikely());
    this.#name.addEventListener('input', () => onLikely());
    this.#cancel = say(h('button', { class: 'button large', type: 'button', hidden: true, on: { click: onCancel } }), 'join.cancel');
    this.#toggles = {
      microphone: this.#toggle('microphone'),
      camera: this.#toggle('camera'),
    };
    this.#selects = {
      microphone: new DeviceSelect('microphone', (deviceId) => own.choose('microphone', deviceId)),
      camera: new DeviceSelect('camera', (deviceId) => own.choose('camera', deviceId)),
    };
    label(this.#level, 'join.level');
    say(this.#video, 'join.preview', {}, 'aria-label');

    const form = h('form', {
      class: 'join-form', noValidate: true,
      on: {
        submit: (/** @type {Event} */ event) => {
          event.preventDefault();
          const name = this.#name.value.trim();
          if (!name) {
            say(this.#nameNote, 'join.name-needed');
            this.#name.setAttribute('aria-invalid', 'true');
            this.#name.focus();
          } else if (!this.#joining) {
            if (fixedName === null) remember('name', name);
            onJoin(name);
          }
        },
      },
    },
    say(h('h1', {}), watcher ? 'join.heading-watch' : 'join.heading'),
    say(h('p', { class: 'lead' }), watcher ? 'join.lead-watch' : 'join.lead'),
    h('label', { class: 'name-label', htmlFor: 'name' }, say(h('span', {}), 'join.name')), this.#name, this.#nameNote,
    h('div', { class: 'join-buttons' }, this.#button, this.#cancel), this.#status);
    this.#name.addEventListener('input', () => {
      this.#name.removeAttribute('aria-invalid');
      say(this.#nameNote, 'join.name-hint');
    });

    this.element = h('main', { class: 'join' },
      h('header', { class: 'page-header' }, brand(), h('span', { class: 'spacer' }), languageSwitch(), themeSwitch()),
      h('div', { class: 'join-body' },
        !watcher && h('section', { class: 'check' },
          h('div', { class: 'preview' }, this.#video, this.#previewNote,
            h('div', { class: 'preview-tools' }, this.#toggles.microphone, this.#toggles.camera)),
          h('div', { class: 'level-row' }, icon('microphone'), this.#level),
          this.#troubles,
          h('div', { class: 'devices' }, this.#selects.microphone.element, this.#selects.camera.element)),
        form));
    mark(this.element, 'watching', watcher);
    if (watcher) return;
    own.addEventListener('change', () => this.#show(), { signal: this.#until.signal });
    onDevicesChanged(() => this.#fill());
    this.#show();
  }

  /** Focus where typing goes on: only when the view has been put on the page. */
  opened() {
    if (!this.#name.value) this.#name.focus();
  }

  /** @param {boolean} joining */
  showJoining(joining) {
    this.#joining = joining;
    mark(this.element, 'joining', joining);
    this.#button.disabled = joining;
    this.#cancel.hidden = true;
    say(/** @type {Element} */ (this.#button.firstElementChild), joining ? 'join.joining' : this.#watcher ? 'join.button-watch' : 'join.button');
    this.#status.hidden = true;
  }

  /** The server doesn't answer; it is tried again and again. */
  showUnreachable() {
    this.#cancel.hidden = false;
    this.#status.hidden = false;
    say(this.#status, 'join.unreachable');
  }

  close() {
    this.#until.abort();
    this.#meter?.close();
    this.#video.srcObject = null;
    this.element.remove();
  }

  /** @param {'microphone' | 'camera'} kind */
  #toggle(kind) {
    return h('button', {
      class: 'round', type: 'button', data: { toggle: kind },
      on: { click: () => this.#own.turn(kind, !this.#own.on(kind)) },
    }, icon(kind));
  }

  #show() {
    const own = this.#own;
    const { microphone, camera } = this.#toggles;
    for (const [kind, button] of Object.entries({ microphone, camera })) {
      const on = own.on(/** @type {'microphone' | 'camera'} */ (kind));
      become(/** @type {Element} */ (button.firstElementChild), on ? kind : `${kind}-off`);
      mark(button, 'off', !on);
    }
    label(microphone, own.on('microphone') ? 'tool.mute' : 'tool.unmute');
    label(camera, own.on('camera') ? 'tool.camera-stop' : 'tool.camera-start');

    const picture = own.on('camera') ? own.tracks.camera : null;
    const shown = /** @type {MediaStream | null} */ (this.#video.srcObject)?.getVideoTracks()[0] ?? null;
    if (picture !== shown) {
      this.#video.srcObject = picture && new MediaStream([picture]);
      if (picture) this.#video.play().catch(() => {});
    }
    mark(this.element, 'picture', picture !== null);
    say(this.#previewNote, own.starting && own.wanted.camera ? 'join.camera-starting' : 'join.camera-off');

    if (own.tracks.microphone && !this.#meter) this.#meter = new Meter((level) => this.#showLevel(level));
    this.#meter?.listen(own.on('microphone') ? own.tracks.microphone : null);
    this.#showTroubles();
    this.#fill();
  }

  /** @param {number} level 0 to 1 */
  #showLevel(level) {
    this.#level.setAttribute('aria-valuenow', String(Math.round(level * 100)));
    this.#levelBar.style.setProperty('width', `${Math.round(level * 100)}%`);
  }

  #showTroubles() {
    const kinds = /** @type {const} */ (['camera', 'microphone']);
    const wanted = kinds.filter((kind) => this.#own.wanted[kind] && this.#own.trouble[kind]);
    // Both blocked for the same reason on an insecure page: said once.
    const told = wanted.filter((kind, i) => i === 0 || this.#own.trouble[kind] !== 'insecure');
    const shown = told.map((kind) => `${kind}-${this.#own.trouble[kind]}`);
    if (this.#troubles.dataset.shown === shown.join(' ')) return;
    this.#troubles.dataset.shown = shown.join(' ');
    this.#troubles.replaceChildren(...told.map((kind, i) => h('p', { class: 'trouble', data: { trouble: shown[i] } },
      say(h('span', {}), `device.${shown[i]}`),
      this.#own.trouble[kind] !== 'insecure'
        && say(h('button', { class: 'link', type: 'button', on: { click: () => this.#own.turn(kind, true) } }), 'device.again'))));
  }

  #fill() {
    for (const kind of /** @type {const} */ (['microphone', 'camera']))
      this.#selects[kind].fill(this.#own.tracks[kind]?.getSettings().deviceId ?? recall(kind));
  }
}
