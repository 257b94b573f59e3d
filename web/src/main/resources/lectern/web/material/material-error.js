// Why a file isn't shown, as a word's key.

import { known } from '../language.js';

export class MaterialError extends Error {
  /** @param {string} word a word's key @param {Record<string, string>} values */
  constructor(word, values = {}) {
    super(word);
    this.word = word;
    this.values = values;
  }
}

/** @param {string} why as the server says it; a newer one may have more reasons than are known here */
export function refusal(why) {
  const word = `material.refused-${why}`;
  return new MaterialError(known(word) ? word : 'material.refused-failed');
}
