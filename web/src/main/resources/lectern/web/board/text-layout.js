// Lines of text: where they break, how large they are. The canvas's own measure, so other screens may differ by a little.

export const LINE = 1.3; // of the font's size
export const FAMILY = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const SLACK = 1.02; // another screen's font may be a little wider than the one that it was written with

const meter = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));

/** @param {number} size @param {boolean} bold */
export const fontOf = (size, bold) => `${bold ? 600 : 400} ${size}px ${FAMILY}`;

/** @type {WeakMap<object, string[]>} */
const broken = new WeakMap();

/** The lines of a text form. @param {any} form @returns {string[]} */
export function linesOf(form) {
  let lines = broken.get(form);
  if (!lines) broken.set(form, (lines = breakLines(form.text, form.size, form.bold, form.width * SLACK)));
  return lines;
}

/** @param {string} text @param {number} size @param {boolean} bold @param {number} width 0 breaks nowhere */
export function breakLines(text, size, bold, width) {
  const lines = text.split('\n');
  if (!(width > 0)) return lines;
  meter.font = fontOf(size, bold);
  return lines.flatMap((line) => wrapped(line, width));
}

/** @param {string} text @param {number} size @param {boolean} bold @param {number} width 0 breaks nowhere */
export function measure(text, size, bold, width) {
  const lines = breakLines(text, size, bold, width);
  meter.font = fontOf(size, bold);
  const longest = Math.max(...lines.map((line) => meter.measureText(line).width));
  return { width: width > 0 ? width : Math.ceil(longest) + 1, height: lines.length * size * LINE };
}

/** Of one line, as it is painted. @param {string} line @param {number} size @param {boolean} bold */
export function lineWidth(line, size, bold) {
  meter.font = fontOf(size, bold);
  return meter.measureText(line).width;
}

/** @param {string} line @param {number} width */
function wrapped(line, width) {
  // A break may come after spaces, and beside any ideograph; a word that is too long is cut.
  const pieces = line.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。、；：？！）》」』]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu) ?? [''];
  /** @type {string[]} */
  const lines = [];
  let now = '';
  for (const piece of pieces) {
    if (now && meter.measureText((now + piece).trimEnd()).width > width) {
      lines.push(now);
      now = '';
    }
    now += piece;
    while (meter.measureText(now.trimEnd()).width > width && [...now].length > 1) {
      const fitting = cut(now, width);
      lines.push(fitting);
      now = now.slice(fitting.length);
    }
  }
  return [...lines, now];
}

/** As much of a word as fits, at least a letter. @param {string} word @param {number} width */
function cut(word, width) {
  let fitting = '';
  for (const letter of word) {
    if (fitting && meter.measureText(fitting + letter).width > width) break;
    fitting += letter;
  }
  return fitting;
}
