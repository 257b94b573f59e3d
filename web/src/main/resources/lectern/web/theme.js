// Light or dark: as the system says, until the person chooses. The dark colours are a style sheet of their own, whose
// `media` is switched; so the first paint is right before any script runs.

import { recall, remember } from './remembered.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

export const isDark = () => {
  const chosen = recall('theme');
  return chosen ? chosen === 'dark' : dark.matches;
};

export function applyTheme() {
  const sheet = /** @type {HTMLLinkElement | null} */ (document.getElementById('dark-colours'));
  if (sheet) sheet.media = isDark() ? 'all' : 'not all';
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}

/** @param {boolean} wantDark */
export function chooseTheme(wantDark) {
  remember('theme', wantDark === dark.matches ? null : wantDark ? 'dark' : 'light'); // the system's own: follow it again
  applyTheme();
}

dark.addEventListener('change', applyTheme);
