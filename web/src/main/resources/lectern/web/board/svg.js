// A page as an SVG document that stands alone: ink as outlines, text as text, pictures inside. All that people wrote is escaped.

import { boundsOf, contains, union } from './bounds.js';
import { turn } from './frame.js';
import { colourOf, isDarkPage } from './painter.js';
import { drawnInto } from './paths.js';
import { FAMILY, LINE, lineWidth, linesOf } from './text-layout.js';

/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./board-wire.js').Page} Page */
/** @typedef {import('./board-wire.js').Region} Region */
/** @typedef {(asset: string) => string | null} Addresses of pictures, as data */

const SPACING = 40;
const MARGIN = 20; // around what was drawn beyond the page
const MOST_UNITS = 100_000; // what is farther away is no longer on any paper
const PAPER = { light: '#ffffff', dark: '#1d2329' };
const RULE = { light: '#d9e0e8', dark: '#38424d' };
const CURTAIN = '#5d6875';

/** At most three decimals. @param {number} value */
export const short = (value) => String(Math.round(value * 1000) / 1000 || 0);

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
  .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' '); // XML has no place for these

/** A path in words, taking what a `Path2D` takes. */
export class SvgPath {
  d = '';

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.d += `M${short(x)} ${short(y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.d += `L${short(x)} ${short(y)}`;
  }

  closePath() {
    this.d += 'Z';
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.d += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  /** A whole one. @param {number} x @param {number} y @param {number} rx @param {number} ry */
  ellipse(x, y, rx, ry) {
    const [r1, r2] = [short(rx), short(ry)];
    this.d += `M${short(x - rx)} ${short(y)}A${r1} ${r2} 0 1 1 ${short(x + rx)} ${short(y)}A${r1} ${r2} 0 1 1 ${short(x - rx)} ${short(y)}Z`;
  }
}

/** What has to be on the paper: the page, and what was drawn beyond it. @param {Page} page @param {Shape[]} shapes @returns {Region} */
export function areaOf({ width, height }, shapes) {
  /** @type {Region} */
  let all = { x: 0, y: 0, width, height };
  for (const shape of shapes) {
    const { x, y, width: w, height: high } = boundsOf(shape);
    const around = { x: x - MARGIN, y: y - MARGIN, width: w + 2 * MARGIN, height: high + 2 * MARGIN };
    if (contains(all, boundsOf(shape))) continue;
    const more = union(all, around);
    if (more.width <= MOST_UNITS && more.height <= MOST_UNITS) all = more;
  }
  return all;
}

/** The pictures on a page. @param {Page} page @param {Shape[]} shapes @returns {string[]} */
export const picturesOn = ({ ground }, shapes) => [...new Set([
  ...(ground.type === 'picture' ? [ground.asset] : []), ...shapes.flatMap(({ form }) => (form.type === 'picture' ? [form.asset] : []))])];

/** @param {Page} page @param {Shape[]} shapes in the order of painting @param {Addresses} addresses @param {boolean} covered by its curtain @param {Part[]} parts of its document's page */
export function svgOf(page, shapes, addresses, covered = false, parts = []) {
  const area = areaOf(page, shapes);
  const dark = isDarkPage(page) ?? false;
  const box = [area.x, area.y, area.width, area.height].map(short).join(' ');
  const { x = 0, y = 0, width = 0, height = 0 } = covered && page.curtain ? page.curtain : {};
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${short(area.width)}" height="${short(area.height)}" viewBox="${box}">\n`
    + groundOf(page, area, dark ? 'dark' : 'light', addresses, parts)
    + shapes.map((shape) => shapeOf(shape, dark, addresses)).join('')
    + (width > 0 ? rectangle({ x, y, width, height }, CURTAIN) : '') + '</svg>\n';
}

/** @param {Region} region @param {string} colour */
const rectangle = ({ x, y, width, height }, colour) =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${colour}"/>\n`;

/** @param {Page} page @param {Region} area @param {'light' | 'dark'} tone @param {Addresses} addresses @param {Part[]} parts */
function groundOf({ ground, width, height }, area, tone, addresses, parts) {
  const paper = rectangle(area, PAPER[tone]);
  if (ground.type === 'document') return paper + parts.map(part).join('');
  if (ground.type === 'picture') return paper + picture(ground.asset, width, height, '', addresses);
  return ground.type === 'paper' && ground.ruling !== 'plain' ? paper + rulingOf(ground.ruling, area, RULE[tone]) : paper;
}

/** @param {Part} part */
const part = ({ region: { x, y, width, height }, address }) =>
  `<image x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" preserveAspectRatio="none" href="${escaped(address)}"/>\n`;

/** @param {string} ruling @param {Region} area @param {string} colour */
function rulingOf(ruling, { x, y, width, height }, colour) {
  const rows = steps(y, height);
  const columns = steps(x, width);
  if (ruling === 'dotted')
    return `<path d="${rows.flatMap((row) => columns.map((column) => `M${column} ${row}h0`)).join('')}" stroke="${colour}" stroke-width="2.4" stroke-linecap="round"/>\n`;
  const lines = rows.map((row) => `M${short(x)} ${row}h${short(width)}`);
  if (ruling === 'grid') lines.push(...columns.map((column) => `M${column} ${short(y)}v${short(height)}`));
  return `<path d="${lines.join('')}" fill="none" stroke="${colour}"/>\n`;
}

/** @param {number} from @param {number} length */
function steps(from, length) {
  const all = [];
  for (let at = Math.ceil(from / SPACING) * SPACING; at <= from + length; at += SPACING) all.push(at);
  return all;
}

/** @param {Shape} shape @param {boolean} dark @param {Addresses} addresses */
function shapeOf({ form, frame, look }, dark, addresses) {
  const [cos, sin] = turn(frame.rotation);
  const scaled = form.type === 'text' || form.type === 'picture';
  const [sx, sy] = scaled ? [frame.scaleX, frame.scaleY] : [1, 1];
  const place = ` transform="matrix(${[cos * sx, sin * sx, -sin * sy, cos * sy].map((one) => Math.round(one * 1e6) / 1e6).join(' ')} ${short(frame.x)} ${short(frame.y)})"`;
  const opacity = look.opacity < 1 ? ` opacity="${short(look.opacity)}"` : '';
  const colour = colourOf(look.colour, dark);
  if (form.type === 'text') return words(form, colour, place + opacity);
  if (form.type === 'picture') return picture(form.asset, form.width, form.height, place + opacity, addresses);
  const { stroke, fill, inner } = drawnInto(SvgPath, form, frame, look);
  let out = '';
  if (inner && look.fill) out += `<path d="${inner.d}" fill="${escaped(colourOf(look.fill, dark))}"/>\n`;
  if (stroke) out += `<path d="${stroke.d}" fill="none" stroke="${escaped(colour)}" stroke-width="${short(look.width)}" stroke-linecap="round" stroke-linejoin="round"${dashes(look)}/>\n`;
  if (fill?.d) out += `<path d="${fill.d}" fill="${escaped(colour)}"/>\n`;
  return `<g${place}${opacity}>${out}</g>\n`;
}

/** @param {import('./board-wire.js').Look} look */
function dashes({ dash, width }) {
  if (dash === 'dashed') return ` stroke-dasharray="${short(4 * width)} ${short(3 * width)}"`;
  return dash === 'dotted' ? ` stroke-dasharray="0 ${short(2.5 * width)}"` : '';
}

/** Each line is as long as on the board, whatever font there is where the file is opened. @param {any} form @param {string} colour @param {string} attributes */
function words(form, colour, attributes) {
  const lines = linesOf(form).map((line, i) => {
    const width = lineWidth(line, form.size, form.bold);
    return `<tspan x="0" y="${short((i * LINE + 1) * form.size)}"${width > 0 ? ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"` : ''}>${escaped(line)}</tspan>`;
  });
  return `<text xml:space="preserve" font-family="${escaped(FAMILY)}" font-size="${short(form.size)}" font-weight="${form.bold ? 600 : 400}" fill="${escaped(colour)}"${attributes}>${lines.join('')}</text>\n`;
}

/** @param {string} asset @param {number} width @param {number} height @param {string} attributes @param {Addresses} addresses */
function picture(asset, width, height, attributes, addresses) {
  const address = addresses(asset);
  const size = ` width="${short(width)}" height="${short(height)}"${attributes}`;
  return address ? `<image${size} preserveAspectRatio="none" href="${escaped(address)}"/>\n` : `<rect${size} fill="#c8ced6"/>\n`;
}
