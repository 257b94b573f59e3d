// Devices, look and language, while the class goes on.

import { DeviceSelect } from './device-select.js';
import { onDevicesChanged } from './devices.js';
import { dialog } from './dialogs.js';
import { h } from './dom.js';
import { say } from './language.js';
import { recall, remember } from './remembered.js';
import { languageSwitch, themeSwitch } from './switches.js';

export class SettingsDialog {
  #own;
  #selects;
  element;

  /** @param {{own: import('./own-media.js').OwnMedia, onSpeaker: (deviceId: string) => void}} wiring */
  constructor({ own, onSpeaker }) {
    this.#own = own;
    const speaker = new DeviceSelect('speaker', (deviceId) => {
      remember('speaker', deviceId);
      onSpeaker(deviceId);
    });
    this.#selects = {
      microphone: new DeviceSelect('microphone', (deviceId) => own.choose('microphone', deviceId)),
      camera: new DeviceSelect('camera', (deviceId) => own.choose('camera', deviceId)),
      speaker,
    };
    speaker.element.hidden = !('setSinkId' in HTMLMediaElement.prototype);
    this.element = dialog('settings-dialog', 'settings.heading',
      ...Object.values(this.#selects).map((select) => select.element),
      h('div', { class: 'setting' }, say(h('span', {}), 'settings.look'), themeSwitch()),
      h('div', { class: 'setting' }, say(h('span', {}), 'settings.language'), languageSwitch()),
      say(h('p', { class: 'hint keys' }), 'settings.keys'));
    onDevicesChanged(() => {
      if (this.element.open) this.#fill();
    });
  }

  /** @param {boolean} watcher has nothing to send, so no devices to choose for it */
  open(watcher) {
    this.#selects.microphone.element.hidden = this.#selects.camera.element.hidden = watcher;
    this.#fill();
    this.element.showModal();
  }

  #fill() {
    this.#selects.microphone.fill(this.#own.tracks.microphone?.getSettings().deviceId ?? recall('microphone'));
    this.#selects.camera.fill(this.#own.tracks.camera?.getSettings().deviceId ?? recall('camera'));
    this.#selects.speaker.fill(recall('speaker'));
  }
}
