// The tools, each with the letter that takes it while the board has the focus.

/** @typedef {'select' | 'pen' | 'marker' | 'eraser' | 'line' | 'arrow' | 'rectangle' | 'ellipse' | 'polygon' | 'text' | 'laser' | 'hand' | 'read'} ToolKind */

/** @type {Readonly<Record<ToolKind, string>>} */
export const LETTERS = {
  select: 'v', pen: 'p', marker: 'm', eraser: 'e', line: 'l', arrow: 'a', rectangle: 'r', ellipse: 'o', polygon: 'g', text: 't', laser: 'k', hand: 'h', read: 's',
};

/** Does it need the right to draw? @param {ToolKind} kind */
export const changesPage = (kind) => kind !== 'laser' && kind !== 'hand' && kind !== 'read';

/** Are its points held by a ruler or compass on the page? @param {ToolKind} kind */
export const isGuided = (kind) => kind === 'pen' || kind === 'marker' || kind === 'line' || kind === 'arrow';

/** @param {string} letter @returns {ToolKind | null} */
export const kindOfLetter = (letter) =>
  /** @type {ToolKind | null} */ (Object.entries(LETTERS).find(([, own]) => own === letter.toLowerCase())?.[0] ?? null);
