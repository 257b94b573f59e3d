// How what is drawn next will look.

/** @typedef {import('../board-wire.js').Look} Look */
/**
 * @typedef {object} Style
 * @property {string} colour as in a look
 * @property {string} markerColour a marker keeps a colour of its own
 * @property {number} penWidth
 * @property {number} markerWidth
 * @property {number} lineWidth
 * @property {string | undefined} fill of rectangles, ellipses and polygons
 * @property {'solid' | 'dashed' | 'dotted'} dash of everything but ink and text
 * @property {number} textSize in page units
 * @property {boolean} bold
 * @property {number} eraserWidth its diameter in screen pixels: as large on the screen whatever the zoom
 * @property {boolean} erasesParts cuts pieces out of ink instead of taking whole strokes
 */

const MARKER_OPACITY = 0.4;

/** @type {Style} */
export const FIRST_STYLE = Object.freeze({
  colour: 'ink', markerColour: '#ffd400', penWidth: 3, markerWidth: 24, lineWidth: 3, fill: undefined, dash: 'solid', textSize: 28, bold: false,
  eraserWidth: 24, erasesParts: false,
});

/** @param {string} colour @param {number} width @returns {Look} */
const pen = (colour, width) => ({ colour, width, opacity: 1, dash: 'solid' });

/** The look that each kind of tool gives. */
export const lookOf = {
  pen: (/** @type {Style} */ style) => pen(style.colour, style.penWidth),
  /** @returns {Look} */
  marker: (/** @type {Style} */ style) => ({ colour: style.markerColour, width: style.markerWidth, opacity: MARKER_OPACITY, dash: 'solid' }),
  /** @returns {Look} */
  line: (/** @type {Style} */ style) => ({ colour: style.colour, width: style.lineWidth, opacity: 1, dash: style.dash }),
  /** @returns {Look} */
  area: (/** @type {Style} */ style) => ({ ...lookOf.line(style), ...(style.fill ? { fill: style.fill } : {}) }),
  text: (/** @type {Style} */ style) => pen(style.colour, 1),
};
