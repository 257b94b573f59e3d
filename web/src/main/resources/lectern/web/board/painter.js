// Paints a page: its ground, its shapes, its curtain. The context is already in page units.

import { turn } from './frame.js';
import { pathsOf } from './paths.js';
import { LINE, fontOf, linesOf } from './text-layout.js';

/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./board-wire.js').Page} Page */
/** @typedef {import('./board-wire.js').Region} Region */
/** @typedef {CanvasRenderingContext2D} Pen */
/** @typedef {(asset: string) => CanvasImageSource | null} Pictures */
/** @typedef {(pen: Pen, page: Page, region: Region) => void} Documents paints what there is of a document's page */

const PAPER = { light: '#ffffff', dark: '#1d2329' };
const RULE = { light: '#d9e0e8', dark: '#38424d' };
const EDGE = { light: '#c3ccd6', dark: '#4a5561' };
const SPACING = 40; // of a ruling, in page units
const CLOSEST_PIXELS = 9; // closer rules are a grey area: some are left out
const CURTAIN = { closed: '#5d6875', seen: 'rgb(93 104 117 / 45%)', edge: '#434c57' };
const MISSING = { fill: 'rgb(130 140 150 / 18%)', line: 'rgb(130 140 150 / 60%)' };

/** Is what lies under the ink dark? @param {Page | null} page */
export const isDarkPage = (page) => page?.ground.type === 'paper' && page.ground.dark;

/** @param {string} colour of a look @param {boolean} dark */
export const colourOf = (colour, dark) => (colour === 'ink' ? (dark ? '#ffffff' : '#000000') : colour);

/** @param {Pen} pen @param {Page} page @param {Region} region to paint @param {number} zoom @param {Pictures} pictures @param {Documents} documents */
export function paintGround(pen, page, region, zoom, pictures, documents) {
  const { ground } = page;
  if (ground.type === 'screen' || ground.type === 'clip') {
    pen.clearRect(region.x, region.y, region.width, region.height); // the moving picture is behind
    return;
  }
  const tone = isDarkPage(page) ? 'dark' : 'light';
  pen.fillStyle = PAPER[tone];
  pen.fillRect(region.x, region.y, region.width, region.height);
  if (ground.type === 'paper') paintRuling(pen, ground.ruling, region, zoom, RULE[tone]);
  else if (ground.type === 'picture') paintPicture(pen, pictures(ground.asset), page.width, page.height);
  else if (ground.type === 'document') documents(pen, page, region);
  pen.strokeStyle = EDGE[tone];
  pen.lineWidth = 1 / zoom;
  pen.strokeRect(0, 0, page.width, page.height);
}

/** @param {Pen} pen @param {string} ruling @param {Region} region @param {number} zoom @param {string} colour */
function paintRuling(pen, ruling, { x, y, width, height }, zoom, colour) {
  if (ruling === 'plain') return;
  let step = SPACING;
  while (step * zoom < CLOSEST_PIXELS) step *= 2;
  const [left, top] = [Math.floor(x / step) * step, Math.floor(y / step) * step];
  pen.beginPath();
  if (ruling === 'dotted') {
    const size = Math.max(2.4, 1.6 / zoom);
    for (let column = left; column <= x + width; column += step)
      for (let row = top; row <= y + height; row += step) pen.rect(column - size / 2, row - size / 2, size, size);
    pen.fillStyle = colour;
    pen.fill();
    return;
  }
  for (let row = top; row <= y + height; row += step) {
    pen.moveTo(x, row);
    pen.lineTo(x + width, row);
  }
  if (ruling === 'grid')
    for (let column = left; column <= x + width; column += step) {
      pen.moveTo(column, y);
      pen.lineTo(column, y + height);
    }
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(1, 1 / zoom);
  pen.stroke();
}

/** @param {Pen} pen @param {Iterable<Shape>} shapes in the order of painting @param {boolean} dark @param {Pictures} pictures */
export function paintShapes(pen, shapes, dark, pictures) {
  for (const shape of shapes) paintShape(pen, shape, dark, pictures);
}

/** @param {Pen} pen @param {Shape} shape @param {boolean} dark @param {Pictures} pictures */
export function paintShape(pen, { form, frame, look, ...rest }, dark, pictures) {
  const [cos, sin] = turn(frame.rotation);
  pen.save();
  pen.transform(cos, sin, -sin, cos, frame.x, frame.y);
  pen.globalAlpha = look.opacity;
  const colour = colourOf(look.colour, dark);
  if (form.type === 'text') paintText(pen, form, frame, colour);
  else if (form.type === 'picture') {
    pen.scale(frame.scaleX, frame.scaleY);
    paintPicture(pen, pictures(form.asset), form.width, form.height);
  } else {
    const { stroke, fill, inner } = pathsOf({ form, frame, look, ...rest });
    if (inner && look.fill) {
      pen.fillStyle = colourOf(look.fill, dark);
      pen.fill(inner);
    }
    if (stroke) {
      pen.strokeStyle = colour;
      pen.lineWidth = look.width;
      pen.lineJoin = 'round';
      pen.lineCap = 'round';
      pen.setLineDash(dashOf(look));
      pen.stroke(stroke);
    }
    if (fill) {
      pen.fillStyle = colour;
      pen.fill(fill);
    }
  }
  pen.restore();
}

/** @param {import('./board-wire.js').Look} look */
function dashOf({ dash, width }) {
  if (dash === 'dashed') return [4 * width, 3 * width];
  return dash === 'dotted' ? [0, 2.5 * width] : [];
}

/** @param {Pen} pen @param {any} form @param {import('./board-wire.js').Frame} frame @param {string} colour */
function paintText(pen, form, frame, colour) {
  pen.scale(frame.scaleX, frame.scaleY);
  pen.font = fontOf(form.size, form.bold);
  pen.fillStyle = colour;
  pen.textBaseline = 'alphabetic';
  linesOf(form).forEach((line, i) => pen.fillText(line, 0, (i * LINE + 1) * form.size));
}

/** @param {Pen} pen @param {CanvasImageSource | null} picture @param {number} width @param {number} height */
function paintPicture(pen, picture, width, height) {
  if (picture) {
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, width, height);
    return;
  }
  pen.fillStyle = MISSING.fill;
  pen.fillRect(0, 0, width, height);
  pen.strokeStyle = MISSING.line;
  pen.lineWidth = 1;
  pen.strokeRect(0, 0, width, height);
}

/** @param {Pen} pen @param {Region} curtain @param {boolean} seenThrough by those who moderate @param {number} zoom */
export function paintCurtain(pen, { x, y, width, height }, seenThrough, zoom) {
  pen.fillStyle = seenThrough ? CURTAIN.seen : CURTAIN.closed;
  pen.fillRect(x, y, width, height);
  pen.strokeStyle = CURTAIN.edge;
  pen.lineWidth = 2 / zoom;
  pen.strokeRect(x, y, width, height);
}
