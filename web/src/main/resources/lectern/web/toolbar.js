// The controls at the bottom. Leaving stands apart, red, at the far right.

import { canShareScreen } from './devices.js';
import { h, mark } from './dom.js';
import { become, icon } from './icons.js';
import { label, say } from './language.js';

/** @typedef {'microphone' | 'camera' | 'share' | 'people' | 'invite' | 'leave'} Tool */

export class Toolbar {
  element;
  /** @type {Record<Tool, HTMLButtonElement>} */
  buttons;

  /** @param {(tool: Tool) => void} onTool */
  constructor(onTool) {
    /** @param {Tool} tool @param {string} glyph @param {string} word */
    const button = (tool, glyph, word) => h('button',
      { class: 'tool', type: 'button', data: { tool }, on: { click: () => onTool(tool) } },
      icon(glyph), say(h('span', { class: 'tool-word' }), word));
    this.buttons = {
      microphone: button('microphone', 'microphone', 'tool.mute'),
      camera: button('camera', 'camera', 'tool.camera-stop'),
      share: button('share', 'screen', 'tool.share'),
      people: button('people', 'people', 'tool.people'),
      invite: button('invite', 'invite', 'tool.invite'),
      leave: button('leave', 'leave', 'tool.leave'),
    };
    const { microphone, camera, share, people, invite, leave } = this.buttons;
    label(leave, 'tool.leave');
    label(people, 'tool.people');
    label(invite, 'tool.invite');
    this.element = say(h('nav', { class: 'toolbar' },
      h('div', { class: 'tools' },
        say(h('p', { class: 'watching' }), 'tool.watching'), microphone, camera, share, people, invite), leave), 'tool.bar', {}, 'aria-label');
  }

  /**
   * @param {object} state
   * @param {import('./wire.js').Role} state.role
   * @param {boolean} state.mayInvite
   * @param {import('./own-media.js').OwnMedia} state.own
   * @param {boolean} state.peopleOpen
   */
  show({ role, mayInvite, own, peopleOpen }) {
    const { microphone, camera, share, people, invite } = this.buttons;
    mark(this.element, 'watching', role === 'watcher');
    microphone.hidden = camera.hidden = role === 'watcher';
    share.hidden = role === 'watcher' || !canShareScreen();
    invite.hidden = !mayInvite;
    face(microphone, own.on('microphone') ? ['microphone', 'tool.mute'] : ['microphone-off', 'tool.unmute'], 'tool.mute-tip');
    mark(microphone, 'off', !own.on('microphone'));
    mark(microphone, 'trouble', own.trouble.microphone !== null);
    face(camera, own.on('camera') ? ['camera', 'tool.camera-stop'] : ['camera-off', 'tool.camera-start'], 'tool.camera-tip');
    mark(camera, 'off', !own.on('camera'));
    mark(camera, 'trouble', own.trouble.camera !== null);
    face(share, own.on('screen') ? ['screen-off', 'tool.share-stop'] : ['screen', 'tool.share'], null);
    mark(share, 'active', own.on('screen'));
    people.setAttribute('aria-expanded', String(peopleOpen));
    mark(people, 'active', peopleOpen);
  }
}

/** @param {HTMLButtonElement} button @param {string[]} look glyph and word @param {string | null} tip */
function face(button, [glyph, word], tip) {
  become(/** @type {Element} */ (button.querySelector('.icon')), glyph);
  say(/** @type {Element} */ (button.querySelector('.tool-word')), word);
  label(button, word);
  if (tip) say(button, tip, {}, 'title');
}
