// The language that is spoken now, and what on the page says what, so that a switch changes it in place.

import { WORDS } from './words.js';

/** @typedef {Record<string, string | number>} Values */

let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** @type {WeakMap<Element, Map<string, {key: string, values: Values}>>} */
const said = new WeakMap();

export const currentLanguage = () => language;

/** @param {string} key @param {Values} values */
export function t(key, values = {}) {
  const pattern = WORDS[language][key];
  if (pattern === undefined) throw new Error(`no word ${key}`);
  return pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Is there such a word? For keys made from what the server says. @param {string} key */
export const known = (key) => Object.hasOwn(WORDS.en, key);

/**
 * Says it in an element, now and after each switch of language.
 * @template {Element} E
 * @param {E} element
 * @param {string} key
 * @param {Values} values
 * @param {string} where 'text' or an attribute's name
 * @returns {E}
 */
export function say(element, key, values = {}, where = 'text') {
  const places = said.get(element) ?? new Map();
  places.set(where, { key, values });
  said.set(element, places);
  element.setAttribute('data-said', '');
  write(element, where, t(key, values));
  return element;
}

/** A name for those who can't see it, and a tip for those who can. @template {Element} E @param {E} element @param {string} key @param {Values} values */
export function label(element, key, values = {}) {
  say(element, key, values, 'title');
  return say(element, key, values, 'aria-label');
}

/** @param {string} next */
export function setLanguage(next) {
  language = Object.hasOwn(WORDS, next) ? next : 'en';
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  for (const element of document.querySelectorAll('[data-said]'))
    for (const [where, { key, values }] of said.get(element) ?? []) write(element, where, t(key, values));
}

/** @param {Element} element @param {string} where @param {string} words */
function write(element, where, words) {
  if (where === 'text') {
    if (element.textContent !== words) element.textContent = words;
  } else if (element.getAttribute(where) !== words) element.setAttribute(where, words);
}
