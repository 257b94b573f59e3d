// What the page remembers between visits (choices) and between loads of this tab (the key to come back with).

/** @typedef {'name' | 'microphone' | 'camera' | 'speaker' | 'microphone-off' | 'camera-off' | 'theme' | 'language' | 'notes'} Choice */

/** Storage may be off (private windows, strict settings): then nothing is remembered, and that is all. @template T @param {() => T} use */
function tried(use) {
  try {
    return use();
  } catch {
    return null;
  }
}

/** @param {Choice} name @returns {string | null} */
export const recall = (name) => tried(() => localStorage.getItem(`lectern:${name}`));

/** @param {Choice} name @param {string | null} value */
export function remember(name, value) {
  tried(() => (value === null ? localStorage.removeItem(`lectern:${name}`) : localStorage.setItem(`lectern:${name}`, value)));
}

/** @param {string} token */
export const recallResume = (token) => tried(() => sessionStorage.getItem(`lectern:resume:${token}`));

/** @param {string} token @param {string | null} key */
export function rememberResume(token, key) {
  const name = `lectern:resume:${token}`;
  tried(() => (key === null ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, key)));
}
