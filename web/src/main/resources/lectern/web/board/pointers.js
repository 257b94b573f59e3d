// From the browser's pointer events to what tools understand: every coalesced point, pressure, the eraser end of a pen; two
// fingers pan and zoom; the wheel pans, with Ctrl it zooms. Once a pen was seen, touch never draws: it is a palm, or pans.

import { toPagePoint } from './viewport.js';

/** @typedef {import('./tools/desk.js').PointerInput} PointerInput */
/** @typedef {import('./viewport.js').Viewport} Viewport */
/** @typedef {{x: number, y: number}} Place on the screen */

const ERASER_BUTTON = 32;
const MIDDLE_BUTTON = 4;
const WHEEL_ZOOM = 0.0022; // per pixel of the wheel: a notch is some 25 %
const LINE_PIXELS = 16;

/**
 * @param {HTMLElement} element that the pointers are over
 * @param {object} on
 * @param {() => Viewport} on.view
 * @param {(input: PointerInput) => void} on.input
 * @param {(held: boolean) => void} on.pan the hand is in place of the tool
 * @param {(from: Place, to: Place, factor: number) => void} on.pinch
 * @param {(dx: number, dy: number) => void} on.scroll in pixels
 * @param {(at: Place, factor: number) => void} on.zoom
 */
export function listenToPointers(element, on) {
  /** @type {Map<number, Place>} fingers on the glass */
  const fingers = new Map();
  let drawing = -1; // the pointer that draws
  let pinching = false;

  /** @param {PointerEvent | WheelEvent} event @returns {Place} */
  const placeOf = ({ clientX, clientY }) => {
    const box = element.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  /** @param {PointerInput['kind']} kind @param {PointerEvent} event */
  const say = (kind, event) => {
    const { x, y } = placeOf(event);
    on.input({
      kind, ...toPagePoint(on.view(), x, y), pressure: pressureOf(event), timeMs: event.timeStamp, device: deviceOf(event),
      shift: event.shiftKey, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey,
    });
  };
  const middle = () => {
    const all = [...fingers.values()];
    return { x: (all[0].x + all[1].x) / 2, y: (all[0].y + all[1].y) / 2, far: Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y) };
  };

  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' && event.button > 1) return;
    event.preventDefault();
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, placeOf(event));
      if (fingers.size === 2) {
        pinching = true;
        if (drawing >= 0) say('cancel', event);
        drawing = -1;
      }
      if (pinching) return;
    }
    if (drawing >= 0 && event.pointerType !== 'pen') return;
    drawing = event.pointerId;
    on.pan(event.pointerType === 'mouse' && (event.buttons & MIDDLE_BUTTON) !== 0);
    say('down', event);
  });
  element.addEventListener('pointermove', (event) => {
    if (fingers.has(event.pointerId) && pinching) {
      if (fingers.size < 2) return;
      const before = middle();
      fingers.set(event.pointerId, placeOf(event));
      const after = middle();
      on.pinch(before, after, before.far > 1 ? after.far / before.far : 1);
      return;
    }
    if (event.pointerId === drawing) {
      const all = event.getCoalescedEvents?.() ?? [];
      for (const one of all.length > 0 ? all : [event]) say('move', one);
    } else if (drawing < 0 && event.pointerType !== 'touch') say('hover', event);
  });
  const lifted = (/** @type {PointerEvent} */ event, /** @type {'up' | 'cancel'} */ kind) => {
    fingers.delete(event.pointerId);
    if (fingers.size === 0) pinching = false;
    if (event.pointerId !== drawing) return;
    drawing = -1;
    say(kind, event);
    on.pan(false);
  };
  element.addEventListener('pointerup', (event) => lifted(event, 'up'));
  element.addEventListener('pointercancel', (event) => lifted(event, 'cancel'));
  element.addEventListener('pointerleave', (event) => {
    if (drawing < 0) say('leave', event);
  });
  element.addEventListener('wheel', (event) => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1;
    if (event.ctrlKey || event.metaKey) on.zoom(placeOf(event), Math.exp(-event.deltaY * unit * WHEEL_ZOOM));
    else if (event.shiftKey && event.deltaX === 0) on.scroll(-event.deltaY * unit, 0);
    else on.scroll(-event.deltaX * unit, -event.deltaY * unit);
  }, { passive: false });
  element.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** @param {PointerEvent} event @returns {PointerInput['device']} */
function deviceOf({ pointerType, buttons, button }) {
  if (pointerType === 'pen') return (buttons & ERASER_BUTTON) !== 0 || button === 5 ? 'eraser' : 'pen';
  return pointerType === 'touch' ? 'touch' : 'mouse';
}

/** A mouse, and most glass, says 0.5 or 0 whatever one does; a pen held flat draws as with its side: wider. @param {PointerEvent} event */
function pressureOf({ pointerType, pressure, tiltX, tiltY }) {
  if (pointerType !== 'pen' || pressure === 0) return NaN;
  const flat = Math.min(1, Math.hypot(tiltX ?? 0, tiltY ?? 0) / 90);
  return Math.min(1, pressure * (1 + 0.35 * Math.max(0, flat - 0.4)));
}
