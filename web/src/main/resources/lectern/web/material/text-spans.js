// Where each word of a page stands, so that the browser selects and copies it as text: values for text-layer.js.

/** @typedef {import('./material-wire.js').Word} Word */
/** @typedef {{text: string, x: number, y: number, height: number, size: number, stretch: number, spacing: number}} Span
 *   in page units; `stretch`: to be as wide as on the page; `spacing`: more than a space's own width, to reach the next word */

export const MOST_WORDS = 6_000; // of one page: a dictionary's page has 2,000
const SIZE = 0.82; // of a letter, of its line's height
const GAP = 0.12; // of the height: words that are nearer are one, as in Chinese

/** Lines of them, in reading order. @param {Word[]} words @param {(text: string, size: number) => number} measure how wide a text is at a size @returns {Span[][]} */
export function linesOfSpans(words, measure) {
  /** @type {Span[][]} */
  const lines = [[]];
  const shown = words.slice(0, MOST_WORDS);
  shown.forEach(({ text, place, lineEnd }, i) => {
    const next = shown[i + 1];
    const size = Math.max(1, Math.min(place.height, place.width * 3) * SIZE);
    const gap = lineEnd || !next ? 0 : next.place.x - place.x - place.width;
    const apart = next !== undefined && gap > GAP * Math.min(place.height, next.place.height);
    const wide = measure(text, size);
    const stretch = wide > 0 && place.width > 0 ? place.width / wide : 1;
    lines[lines.length - 1].push({
      text: apart ? `${text} ` : text, x: place.x, y: place.y, height: place.height, size, stretch, spacing: apart ? gap / stretch - measure(' ', size) : 0,
    });
    if (lineEnd && next) lines.push([]);
  });
  return lines.filter((line) => line.length > 0);
}
