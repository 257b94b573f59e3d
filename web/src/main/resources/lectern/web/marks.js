// The steps from the click to the first picture, as marks in the browser's performance timeline, for benches to read.

/** @typedef {'click' | 'socket' | 'welcome' | 'down-offer' | 'up-ice' | 'down-ice' | 'down-dtls' | 'first-frame'} Step */

/** Only the first of each since the click counts. @param {Step} step */
export function passed(step) {
  const name = `lectern:${step}`;
  if (step === 'click') performance.getEntriesByType('mark').filter((one) => one.name.startsWith('lectern:')).forEach((one) => performance.clearMarks(one.name));
  if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name);
}
