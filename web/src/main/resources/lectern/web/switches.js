// Language and look, to switch; in the lobby's header and in the settings.

import { h } from './dom.js';
import { become, icon } from './icons.js';
import { currentLanguage, label, say, setLanguage } from './language.js';
import { remember } from './remembered.js';
import { chooseTheme, isDark } from './theme.js';

export function languageSwitch() {
  return label(say(h('button', {
    class: 'button quiet', type: 'button', data: { action: 'language' },
    on: {
      click: () => {
        const next = currentLanguage() === 'zh' ? 'en' : 'zh';
        remember('language', next);
        setLanguage(next);
      },
    },
  }), 'page.language'), 'page.language-switch');
}

export function themeSwitch() {
  const glyph = icon('moon');
  const button = h('button', {
    class: 'icon-button', type: 'button', data: { action: 'theme' },
    on: {
      click: () => {
        chooseTheme(!isDark());
        look();
      },
    },
  }, glyph);
  const look = () => {
    become(glyph, isDark() ? 'sun' : 'moon');
    label(button, isDark() ? 'page.theme-light' : 'page.theme-dark');
  };
  look();
  return button;
}
