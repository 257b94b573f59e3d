// What is said of teaching materials. A part of ../words.js; both languages have the same keys.

/** @type {Record<string, string>} */
const en = {
  'material.page-failed': 'This page can’t be shown right now',
};

/** @type {Record<string, string>} */
const zh = {
  'material.page-failed': '这一页暂时无法显示',
};

export const MATERIAL_WORDS = { en, zh };
