// The page's icons: strokes on a grid of 24, drawn in the colour of the text around them.

import { say } from './language.js';

const SVG = 'http://www.w3.org/2000/svg'; // a name, not an address: nothing is loaded

/** @type {Record<string, string>} */
const PATHS = {
  microphone: 'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3.5M8.5 21.5h7',
  'microphone-off': 'M9 9.5V12a3 3 0 0 0 4.8 2.4M15 11V6a3 3 0 0 0-5.8-1.1M5.5 11.5a6.5 6.5 0 0 0 10.4 5.2M18.5 11.5a6.4 6.4 0 0 1-.5 2.6M12 18v3.5M8.5 21.5h7M3.5 3l17 18',
  camera: 'M4.5 6.5h9a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM15.5 11l6-3.5v9l-6-3.5',
  'camera-off': 'M9.5 6.5h4a2 2 0 0 1 2 2V12M15.5 15.7a2 2 0 0 1-2 1.8h-9a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2M16.5 11.4l5-3.9v9l-2.5-1.6M3.5 3l17 18',
  screen: 'M4.5 4.5h15a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8.5 20.5h7M12 17v3.5',
  'screen-off': 'M4.5 4.5h15a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8.5 20.5h7M12 17v3.5M9.5 8.3l5 5M14.5 8.3l-5 5',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20v-1.5a5 5 0 0 1 5-5h3a5 5 0 0 1 5 5V20M15.5 4.2a3.5 3.5 0 0 1 0 6.6M18 13.8a5 5 0 0 1 3.5 4.7V20',
  invite: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20v-1.5a5 5 0 0 1 5-5h3a5 5 0 0 1 5 5V20M18.5 8v6M15.5 11h6',
  leave: 'M14 4.5H6.5a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2H14M10 12h11M17.5 8.5L21 12l-3.5 3.5',
  settings: 'M4 7h9M17.5 7H20M4 17h2.5M11 17h9M15.2 9.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM8.8 19.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  close: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.3l3.3 1.9',
  sound: 'M4 9.5v5h3.5l5 4V5.5l-5 4zM16 9a4.2 4.2 0 0 1 0 6M18.7 6.3a8 8 0 0 1 0 11.4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  pin: 'M9 3.5h6l-.8 6 3.3 3.5v2h-11v-2l3.3-3.5zM12 15v6',
  full: 'M4 9V5.5A1.5 1.5 0 0 1 5.5 4H9M15 4h3.5A1.5 1.5 0 0 1 20 5.5V9M20 15v3.5a1.5 1.5 0 0 1-1.5 1.5H15M9 20H5.5A1.5 1.5 0 0 1 4 18.5V15',
  moon: 'M20 14.2A8.5 8.5 0 0 1 9.8 4a8.5 8.5 0 1 0 10.2 10.2z',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  copy: 'M9.5 8.5h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM4.5 15.5a2 2 0 0 1-1-1.7V5a2 2 0 0 1 2-2h8.8a2 2 0 0 1 1.7 1',
  again: 'M4 11.5a8 8 0 0 1 14-4.8l2 2.3M20 4.5V9h-4.5M20 12.5a8 8 0 0 1-14 4.8L4 15M4 19.5V15h4.5',
  remove: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20v-1.5a5 5 0 0 1 5-5h3a5 5 0 0 1 5 5V20M15.5 11h6',
};

/** @param {string} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** Another icon in the same place. @param {Element} svg @param {string} name */
export function become(svg, name) {
  svg.firstElementChild?.setAttribute('d', PATHS[name]);
}

/** Says what the icon means to those who can't see it; null where it's an ornament. @param {Element} svg @param {string | null} key */
export function announce(svg, key) {
  if (key === null) {
    svg.setAttribute('aria-hidden', 'true');
    svg.removeAttribute('role');
    return;
  }
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'img');
  say(svg, key, {}, 'aria-label');
}

/** Four bars of a line's quality; CSS lights as many as `data-bars` says. */
export function bars() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 12');
  svg.setAttribute('class', 'bars');
  svg.setAttribute('role', 'img');
  for (let i = 0; i < 4; i++) {
    const bar = document.createElementNS(SVG, 'rect');
    const height = 3 + i * 3;
    for (const [name, value] of Object.entries({ x: i * 4, y: 12 - height, width: 3, height, rx: 0.7 }))
      bar.setAttribute(name, String(value));
    svg.append(bar);
  }
  return svg;
}
