// A menu of one kind of device; fills itself and keeps up with what is plugged in.

import { list } from './devices.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { say } from './language.js';

const KINDS = /** @type {const} */ ({
  microphone: { kind: 'audioinput', word: 'join.device-microphone', glyph: 'microphone' },
  camera: { kind: 'videoinput', word: 'join.device-camera', glyph: 'camera' },
  speaker: { kind: 'audiooutput', word: 'settings.speaker', glyph: 'sound' },
});

export class DeviceSelect {
  #name;
  #select;
  element;

  /** @param {keyof typeof KINDS} name @param {(deviceId: string) => void} onChoose */
  constructor(name, onChoose) {
    this.#name = name;
    this.#select = h('select', { class: 'field', data: { device: name }, on: { change: () => onChoose(this.#select.value) } });
    this.element = h('label', { class: 'device' },
      h('span', { class: 'device-word' }, icon(KINDS[name].glyph), say(h('span', {}), KINDS[name].word)), this.#select);
  }

  /** @param {string | null} chosen id of the device in use */
  async fill(chosen) {
    const devices = await list(KINDS[this.#name].kind);
    const options = devices.map((device, i) => {
      const option = h('option', { value: device.deviceId, selected: device.deviceId === chosen });
      if (device.label) option.textContent = device.label;
      else say(option, 'join.device-unnamed', { n: i + 1 });
      return option;
    });
    this.#select.disabled = options.length === 0;
    this.#select.replaceChildren(...(options.length > 0 ? options : [say(h('option', {}), 'join.no-device')]));
  }
}
