// A box that opens beside its button, over everything else; Escape or a press beside it closes it.

import { h } from '../dom.js';
import { icon } from '../icons.js';
import { say } from '../language.js';

const GAP_PIXELS = 8;

/** @param {HTMLElement} face @param {HTMLElement} box @param {() => void} onOpen fills it, before it is seen */
export function opens(face, box, onOpen = () => {}) {
  box.popover = 'auto';
  box.classList.add('popover');
  let wasOpen = false; // the press that closes it mustn't open it again
  face.setAttribute('aria-haspopup', 'true');
  face.setAttribute('aria-expanded', 'false');
  face.addEventListener('pointerdown', () => (wasOpen = isOpen(box)));
  face.addEventListener('click', () => {
    if (!wasOpen) openBeside(face, box, onOpen);
    wasOpen = false;
  });
}

/** @param {HTMLElement} face @param {HTMLElement} box @param {() => void} onOpen */
export function openBeside(face, box, onOpen = () => {}) {
  box.popover = 'auto';
  box.classList.add('popover');
  onOpen();
  box.showPopover();
  face.setAttribute('aria-expanded', 'true');
  place(box, face.getBoundingClientRect());
  box.querySelector('button:not(:disabled), input')?.focus({ preventScroll: true });
  box.addEventListener('beforetoggle', () => {
    face.setAttribute('aria-expanded', 'false');
    if (box.contains(document.activeElement)) face.focus({ preventScroll: true });
  }, { once: true });
}

/** @param {HTMLElement} box */
export const isOpen = (box) => box.matches(':popover-open');

/** Something to choose. @param {string} action for styles and tests @param {string} glyph @param {string} word @param {() => void} onChoose */
export function item(action, glyph, word, onChoose) {
  return h('button', {
    class: 'menu-item', type: 'button', role: 'menuitem', data: { action },
    on: {
      click: (/** @type {Event} */ { currentTarget }) => {
        /** @type {HTMLElement | null} */ (/** @type {Element} */ (currentTarget).closest('[popover]'))?.hidePopover();
        onChoose();
      },
    },
  }, icon(glyph), say(h('span', {}), word));
}

/** A menu of items; arrows go through it. @param {...(Node | false)} items */
export function menu(...items) {
  const box = h('div', { class: 'menu popover', role: 'menu', popover: 'auto' }, ...items);
  box.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const all = [.../** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('button:not(:disabled)'))].filter((one) => one.checkVisibility());
    all[(all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + by + all.length) % all.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  });
  return box;
}

/** Below its button where there is room, otherwise above, and never outside of the window. @param {HTMLElement} box @param {DOMRect} face */
function place(box, face) {
  const { offsetWidth: width, offsetHeight: height, style } = box;
  const below = face.bottom + GAP_PIXELS + height <= innerHeight - GAP_PIXELS;
  const above = !below && face.top - GAP_PIXELS - height >= GAP_PIXELS;
  style.left = `${Math.max(GAP_PIXELS, Math.min(face.left, innerWidth - GAP_PIXELS - width))}px`;
  style.top = above ? 'auto' : `${below ? face.bottom + GAP_PIXELS : Math.max(GAP_PIXELS, innerHeight - GAP_PIXELS - height)}px`;
  style.bottom = above ? `${innerHeight - face.top + GAP_PIXELS}px` : 'auto'; // what grows, grows away from the button
}
