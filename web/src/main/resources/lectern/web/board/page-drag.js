// Pulling a page to another place in its list, by mouse and pen at once, by a finger after holding: before that it scrolls.

import { mark } from '../dom.js';

const FAR_PIXELS = 6;
const HOLD_MS = 350;

/** @typedef {{item: HTMLElement, id: number, x: number, y: number, moving: boolean, hold: ReturnType<typeof setTimeout> | undefined}} Pull */

/**
 * @param {HTMLElement} list whose children are pulled
 * @param {{mayPull: () => boolean, onDrop: (item: HTMLElement, index: number) => void}} actions `index` among the others
 */
export function listenToPulls(list, { mayPull, onDrop }) {
  /** @type {Pull | null} */
  let pull = null;
  let index = 0;
  const others = () => /** @type {HTMLElement[]} */ ([...list.children]).filter((one) => one !== pull?.item);
  const end = () => {
    if (!pull) return;
    clearTimeout(pull.hold);
    mark(pull.item, 'pulled', false);
    for (const one of others()) delete one.dataset.place;
    pull = null;
  };
  const begin = () => {
    if (!pull) return;
    pull.moving = true;
    try {
      pull.item.setPointerCapture(pull.id);
    } catch {
      return end(); // the finger is gone already
    }
    mark(pull.item, 'pulled', true);
    pull.item.addEventListener('click', (event) => event.stopPropagation(), { capture: true, once: true });
  };
  list.addEventListener('pointerdown', (event) => {
    const item = /** @type {Element} */ (event.target).closest?.('li');
    if (!item || event.button !== 0 || !mayPull() || /** @type {Element} */ (event.target).closest('input')) return;
    end();
    pull = { item, id: event.pointerId, x: event.clientX, y: event.clientY, moving: false, hold: undefined };
    if (event.pointerType === 'touch') pull.hold = setTimeout(begin, HOLD_MS);
  });
  list.addEventListener('pointermove', (event) => {
    if (!pull || event.pointerId !== pull.id) return;
    const far = Math.hypot(event.clientX - pull.x, event.clientY - pull.y) > FAR_PIXELS;
    if (!pull.moving && far) {
      if (event.pointerType === 'touch') return end();
      begin();
    }
    if (!pull?.moving) return;
    event.preventDefault();
    index = placeOf(others(), event.clientX, event.clientY);
    others().forEach((one, i, all) => {
      if (i === index) one.dataset.place = 'before';
      else if (i === all.length - 1 && index === all.length) one.dataset.place = 'after';
      else delete one.dataset.place;
    });
    const box = list.getBoundingClientRect();
    if (event.clientY < box.top + 30) list.scrollTop -= 12;
    else if (event.clientY > box.bottom - 30) list.scrollTop += 12;
  });
  list.addEventListener('pointerup', (event) => {
    if (!pull || event.pointerId !== pull.id) return;
    const { item, moving } = pull;
    end();
    if (moving) onDrop(item, index);
  });
  list.addEventListener('pointercancel', end);
  list.addEventListener('touchmove', (event) => {
    if (pull?.moving) event.preventDefault(); // no scrolling meanwhile
  }, { passive: false });
}

/** Before which of them a place is, in reading order. @param {HTMLElement[]} items @param {number} x @param {number} y */
export function placeOf(items, x, y) {
  const at = items.findIndex((one) => {
    const { left, top, width, height, bottom } = one.getBoundingClientRect();
    const oneColumn = width > (one.parentElement?.clientWidth ?? 0) / 2;
    return oneColumn ? y < top + height / 2 : y < top || (y < bottom && x < left + width / 2);
  });
  return at < 0 ? items.length : at;
}
