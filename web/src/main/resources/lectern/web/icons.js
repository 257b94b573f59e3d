// The page's icons: strokes on a grid of 24, drawn in the colour of the text around them.

import { say } from './language.js';

const SVG = 'http://www.w3.org/2000/svg'; // a name, not an address: nothing is loaded

/** @type {Record<string, string>} */
const PATHS = {
  play: 'M7 4.5l12 7.5-12 7.5z',
  pause: 'M8.5 5v14M15.5 5v14',
  film: 'M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5zM10 9v6l5-3z',
  'to-begin': 'M6 5v14M18.5 5.5L9.5 12l9 6.5z',
  'skip-back': 'M11.5 6.5L4 12l7.5 5.5zM20 6.5L12.5 12l7.5 5.5z',
  'skip-on': 'M12.5 6.5L20 12l-7.5 5.5zM4 6.5l7.5 5.5L4 17.5z',
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
  select: 'M6 3.5l12.5 8-5.6 1.3 3.2 6-2.6 1.4-3.2-6.1L6 18z',
  pen: 'M4 20l1-4.2L16.2 4.6a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L8.2 19zM14.2 6.6l3.2 3.2',
  marker: 'M9 15.5l-3 4H3.5l3-4.5M6.5 15l9.6-10.3a1.8 1.8 0 0 1 2.6-.1l1.7 1.7a1.8 1.8 0 0 1-.1 2.6L10 18.5H8L6.5 17zM12.5 20.5h8',
  eraser: 'M8.5 19.5l-5-5a1.6 1.6 0 0 1 0-2.3l8.2-8.2a1.6 1.6 0 0 1 2.3 0l6 6a1.6 1.6 0 0 1 0 2.3l-7.2 7.2zM8 8l8 8M8.5 19.5h12',
  'eraser-parts': 'M3 17.5c2-3 4-3 5.5-1M15.5 17c2 2 4 1 5.5-1.5M9 14l5.5-8 5 3.4-5.5 8zM11.2 10.8l5 3.4',
  line: 'M4.5 19.5l15-15',
  arrow: 'M4.5 19.5l15-15M10.5 4.5h9v9',
  rectangle: 'M4 6h16v12H4z',
  ellipse: 'M12 18.5c5 0 9-2.9 9-6.5s-4-6.5-9-6.5S3 8.4 3 12s4 6.5 9 6.500z',
  polygon: 'M12 3.500l8.5 6.2-3.2 10H6.700l-3.2-10z',
  text: 'M5 7V4.500h14V7M12 4.500v15M9 19.500h6',
  laser: 'M12 14.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.600l2.1 2.100M16.3 16.300l2.1 2.100M18.4 5.600l-2.1 2.100M7.7 16.300l-2.1 2.1',
  picture: 'M5 4.500h14a1.5 1.5 0 0 1 1.5 1.500v12a1.5 1.5 0 0 1-1.5 1.500H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.500zM8.5 10.500a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM4 17l5-4.5 3.5 3 3.5-4 4.5 5',
  hand: 'M8 12V5.500a1.5 1.5 0 0 1 3 0V11M11 11V4a1.5 1.5 0 0 1 3 0v7M14 11V5.500a1.5 1.5 0 0 1 3 0V13M17 9.500a1.5 1.5 0 0 1 3 0V15a6.5 6.5 0 0 1-6.5 6.500h-1A6.5 6.5 0 0 1 7 18.500l-3-5a1.5 1.5 0 0 1 2.5-1.600L8 14',
  ruler: 'M3 15.500L15.5 3 21 8.5 8.5 21zM7 11.500l2 2M10 8.500l3 3M13 5.500l2 2',
  compass: 'M12 6.500a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.600zM11.2 6.500L6 20.500M12.8 6.500l5.2 14M5 14.500a12 12 0 0 0 14 0',
  protractor: 'M2.5 18a9.5 9.5 0 0 1 19 0zM12 18l4.5-6.500M12 8.500V11M5.5 14l1.8 1',
  undo: 'M8.5 5L4 9.5 8.5 14M4 9.500h10a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M15.5 5L20 9.5 15.5 14M20 9.500H10a5.5 5.5 0 0 0 0 11h3',
  fill: 'M4 6h16v12H4zM8 18L20 6M4 16L14 6M13 18l7-7M4 11l5-5',
  dashed: 'M3.5 12h4M10 12h4M16.5 12h4',
  bold: 'M7 4.500h6a3.7 3.7 0 0 1 0 7.500H7zM7 12h7a3.8 3.8 0 0 1 0 7.500H7z',
  duplicate: 'M9.5 8.500h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM4.5 15.500a2 2 0 0 1-1-1.700V5a2 2 0 0 1 2-2h8.800a2 2 0 0 1 1.7 1M14 12v6M11 15h6',
  front: 'M9 9h11v11H9zM15 6V4H4v11h2',
  back: 'M4 4h11v11H4zM18 9h2v11H9v-2',
  delete: 'M4.5 6.500h15M9.5 6.500V4h5v2.500M6.5 6.500l1 14h9l1-14M10.5 10.500v6M13.5 10.500v6',
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  minus: 'M5 12h14',
  plus: 'M5 12h14M12 5v14',
  pages: 'M7 3.500h9.500a1.5 1.5 0 0 1 1.5 1.500v12M4.500 7h9A1.5 1.500 0 0 1 15 8.500V19a1.5 1.500 0 0 1-1.5 1.500h-9A1.500 1.500 0 0 1 3 19V8.500A1.5 1.500 0 0 1 4.500 7zM6.500 12h5M6.500 15.500h3',
  more: 'M4.600 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M17.400 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0',
  grid: 'M4 4.500h6.500v6.500H4zM13.500 4.500H20v6.500h-6.500zM4 14h6.500v6H4zM13.500 14H20v6h-6.500z',
  lock: 'M6 10.500h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8.500 10.500V7.500a3.5 3.500 0 0 1 7 0v3',
  collect: 'M4 13.500v5a1.500 1.500 0 0 0 1.500 1.500h13a1.5 1.500 0 0 0 1.500-1.500v-5h-4.500l-1.500 2.500h-4l-1.500-2.500zM12 4v8M8.500 8.500L12 12l3.500-3.500',
  curtain: 'M3.500 4.500h17M5 4.500v15c3-1.500 4.500-5 4.500-15M19 4.500v15c-3-1.500-4.500-5-4.500-15',
  save: 'M12 4v10.500M7.500 10.500L12 15l4.500-4.500M4.500 17v2a1.500 1.500 0 0 0 1.500 1.500h12a1.5 1.500 0 0 0 1.500-1.500v-2',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.200 15.200L20.500 20.500',
  read: 'M8 4.500h8M12 4.500v15M8 19.500h8M3.500 9v6M20.500 9v6',
  'eye-off': 'M9.900 5.700A9 9 0 0 1 12 5.500c6 0 9.500 6.500 9.500 6.500a15 15 0 0 1-2.700 3.400M6.200 7.300A15 15 0 0 0 2.500 12s3.500 6.500 9.500 6.500a9 9 0 0 0 4.300-1.100M3.500 3.500l17 17',
  upload: 'M12 15V4.500M7.500 8.500L12 4l4.500 4.500M4.500 15.500v3A1.500 1.500 0 0 0 6 20h12a1.500 1.500 0 0 0 1.500-1.500v-3',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
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
