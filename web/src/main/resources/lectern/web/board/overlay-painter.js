// Paints what lies over a page and isn't on it: the selection, what others do, lasers, ruler, compass and protractor. In
// pixels of the screen, so that lines are as thin at any zoom.

import { HANDLES } from './tools/selection-box.js';
import { turned } from './tools/angles.js';

/** @typedef {CanvasRenderingContext2D} Pen */
/** @typedef {import('./viewport.js').Viewport} Viewport */
/** @typedef {import('./board-wire.js').Point} Point */

const ACCENT = '#4b50dd';
const LASER = '#ff2d3b';
const INSTRUMENT = { fill: 'rgb(240 246 255 / 72%)', line: 'rgb(52 73 105 / 85%)', text: '#24364f' };
const HUES = ['#4d4a86', '#8a6555', '#3c7a44', '#3f6b80', '#85548a', '#2f7672', '#52639b', '#94604a']; // as of the tiles

/** @param {Viewport} view @param {Point} at @returns {[number, number]} */
const onScreen = (view, { x, y }) => [(x - view.x) * view.zoom, (y - view.y) * view.zoom];

/** @param {Pen} pen @param {Viewport} view @param {Point[]} points */
function trace(pen, view, points) {
  pen.beginPath();
  points.forEach((point, i) => (i === 0 ? pen.moveTo(...onScreen(view, point)) : pen.lineTo(...onScreen(view, point))));
  pen.closePath();
}

/** @param {Pen} pen @param {Viewport} view @param {import('./tools/selection-box.js').SelectionBox} box */
export function paintSelection(pen, view, box) {
  pen.strokeStyle = ACCENT;
  pen.fillStyle = '#fff';
  pen.lineWidth = 1.5;
  trace(pen, view, box.corners());
  pen.stroke();
  for (const handle of Object.values(HANDLES)) {
    if (!box.has(handle)) continue;
    const [x, y] = onScreen(view, box.at(handle, 1 / view.zoom));
    pen.beginPath();
    if (handle.name === 'rotate') {
      pen.moveTo(...onScreen(view, box.at(HANDLES.north, 0)));
      pen.lineTo(x, y);
      pen.stroke();
      pen.beginPath();
    }
    pen.arc(x, y, handle.name === 'rotate' ? 6 : 5, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
}

/** @param {Pen} pen @param {Viewport} view @param {import('./board-wire.js').Region} region */
export function paintMarquee(pen, view, region) {
  const [x, y] = onScreen(view, region);
  pen.strokeStyle = ACCENT;
  pen.fillStyle = 'rgb(75 80 221 / 10%)';
  pen.lineWidth = 1;
  pen.fillRect(x, y, region.width * view.zoom, region.height * view.zoom);
  pen.strokeRect(x, y, region.width * view.zoom, region.height * view.zoom);
}

/** @param {Pen} pen @param {Viewport} view @param {Point[]} trail the newest last */
export function paintLaser(pen, view, trail) {
  if (trail.length === 0) return;
  pen.lineCap = 'round';
  pen.strokeStyle = LASER;
  for (let i = 1; i < trail.length; i++) {
    pen.globalAlpha = (0.6 * i) / trail.length;
    pen.lineWidth = 1 + (5 * i) / trail.length;
    pen.beginPath();
    pen.moveTo(...onScreen(view, trail[i - 1]));
    pen.lineTo(...onScreen(view, trail[i]));
    pen.stroke();
  }
  const [x, y] = onScreen(view, trail[trail.length - 1]);
  pen.globalAlpha = 0.28;
  pen.fillStyle = LASER;
  disc(pen, x, y, 10);
  pen.globalAlpha = 1;
  disc(pen, x, y, 5);
}

/** @param {Pen} pen @param {number} x @param {number} y @param {number} radius */
function disc(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** Somebody's pointer with their name. @param {Pen} pen @param {Viewport} view @param {Point} at @param {string} name @param {number} hue @param {string} font */
export function paintCursor(pen, view, at, name, hue, font) {
  const [x, y] = onScreen(view, at);
  pen.fillStyle = HUES[hue % HUES.length];
  pen.strokeStyle = '#fff';
  pen.lineWidth = 1.25;
  pen.beginPath();
  for (const [dx, dy] of [[0, 0], [0, 15], [4, 11.5], [10, 11]]) pen.lineTo(x + dx, y + dy);
  pen.closePath();
  pen.fill();
  pen.stroke();
  paintLabel(pen, x + 10, y + 15, name, HUES[hue % HUES.length], font);
}

/** @param {Pen} pen @param {number} x @param {number} y @param {string} words @param {string} colour @param {string} font */
export function paintLabel(pen, x, y, words, colour, font) {
  pen.font = font;
  const width = Math.min(160, pen.measureText(words).width);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, y, width + 12, 20, 6);
  pen.fill();
  pen.fillStyle = '#fff';
  pen.textBaseline = 'middle';
  pen.fillText(words, x + 6, y + 10.5, width);
}

/** @param {Pen} pen @param {Viewport} view @param {any} instrument @param {string} font */
export function paintInstrument(pen, view, instrument, font) {
  pen.save();
  pen.fillStyle = INSTRUMENT.fill;
  pen.strokeStyle = INSTRUMENT.line;
  pen.lineWidth = 1.25;
  pen.font = font;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  if (instrument.is === 'ruler') paintRuler(pen, view, instrument);
  else if (instrument.is === 'compass') paintCompass(pen, view, instrument);
  else paintProtractor(pen, view, instrument);
  pen.restore();
}

/** @param {Pen} pen @param {Viewport} view @param {any} ruler */
function paintRuler(pen, view, { x, y, degrees, length, width }) {
  const place = (/** @type {number} */ along, /** @type {number} */ across) => turned(x, y, degrees, along, across);
  trace(pen, view, [place(-length / 2, -width / 2), place(length / 2, -width / 2), place(length / 2, width / 2), place(-length / 2, width / 2)]);
  pen.fill();
  pen.stroke();
  const step = 10 * view.zoom < 4 ? 50 : 10;
  pen.beginPath();
  for (let at = 0; at <= length; at += step) {
    const mark = at % 100 === 0 ? 0.3 : at % 50 === 0 ? 0.22 : 0.14;
    pen.moveTo(...onScreen(view, place(at - length / 2, -width / 2)));
    pen.lineTo(...onScreen(view, place(at - length / 2, -width / 2 + width * mark)));
  }
  pen.stroke();
  pen.fillStyle = INSTRUMENT.text;
  for (let at = 100; at < length; at += 100) pen.fillText(String(at), ...onScreen(view, place(at - length / 2, -width * 0.06)));
  for (const side of [-1, 1]) {
    const [gx, gy] = onScreen(view, place(side * (length / 2 - width / 2), width * 0.12));
    pen.beginPath();
    pen.arc(gx, gy, Math.max(4, width * 0.12 * view.zoom), 0.4, 5.2);
    pen.stroke();
  }
}

/** @param {Pen} pen @param {Viewport} view @param {any} compass */
function paintCompass(pen, view, compass) {
  const [x, y] = onScreen(view, compass);
  const [lx, ly] = onScreen(view, compass.leg());
  pen.setLineDash([5, 5]);
  pen.beginPath();
  pen.arc(x, y, compass.radius * view.zoom, 0, 2 * Math.PI);
  pen.stroke();
  pen.setLineDash([]);
  pen.lineWidth = 3;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(lx, ly);
  pen.stroke();
  pen.lineWidth = 1.25;
  for (const [cx, cy] of [[x, y], [lx, ly]]) {
    pen.fillStyle = '#fff';
    disc(pen, cx, cy, 8);
    pen.stroke();
    pen.fillStyle = INSTRUMENT.text;
    disc(pen, cx, cy, 2.5);
  }
  pen.fillText(String(Math.round(compass.radius)), (x + lx) / 2, (y + ly) / 2 - 12);
}

/** @param {Pen} pen @param {Viewport} view @param {any} protractor */
function paintProtractor(pen, view, protractor) {
  const { radius, degrees, angle } = protractor;
  const at = (/** @type {number} */ counted, /** @type {number} */ far) => turned(protractor.x, protractor.y, degrees - counted, far, 0);
  trace(pen, view, Array.from({ length: 181 }, (_, i) => at(i, radius)));
  pen.fill();
  pen.stroke();
  const step = radius * view.zoom < 120 ? 5 : 1;
  pen.beginPath();
  for (let i = 0; i <= 180; i += step) {
    pen.moveTo(...onScreen(view, at(i, radius)));
    pen.lineTo(...onScreen(view, at(i, radius * (i % 10 === 0 ? 0.91 : i % 5 === 0 ? 0.94 : 0.97))));
  }
  pen.stroke();
  pen.fillStyle = INSTRUMENT.text;
  for (let i = 0; i <= 180; i += 30) pen.fillText(String(i), ...onScreen(view, at(Math.min(176, Math.max(4, i)), radius * 0.8)));
  for (const side of [-1, 1]) {
    const [x, y] = onScreen(view, protractor.end(side));
    pen.fillStyle = '#fff';
    disc(pen, x, y, 6);
    pen.stroke();
  }
  if (Number.isNaN(angle)) return;
  const middle = { x: protractor.x, y: protractor.y };
  pen.strokeStyle = ACCENT;
  pen.beginPath();
  pen.moveTo(...onScreen(view, middle));
  pen.lineTo(...onScreen(view, at(angle, radius)));
  pen.stroke();
  pen.fillStyle = ACCENT;
  const [x, y] = onScreen(view, at(90, radius * 0.35));
  pen.fillText(`${angle}°`, x, y);
}
