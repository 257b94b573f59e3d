// As much of a test library as these tests need.

/** @type {{name: string, run: () => void | Promise<void>}[]} */
export const tests = [];

/** @param {string} name @param {() => void | Promise<void>} run */
export function test(name, run) {
  tests.push({ name, run });
}

/** Objects alike whatever the order of their fields; maps and sets by content. @param {any} value @returns {any} */
function plain(value) {
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (value instanceof Set) return plain([...value].sort());
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') return Object.fromEntries(Object.keys(value).sort().map((key) => [key, plain(value[key])]));
  return value;
}

/** @param {unknown} actual @param {unknown} expected @param {string} what */
export function equal(actual, expected, what = '') {
  const [one, other] = [JSON.stringify(plain(actual)), JSON.stringify(plain(expected))];
  if (one !== other) throw new Error(`${what}\n  is       ${one}\n  expected ${other}`);
}

/** @param {unknown} holds @param {string} what */
export function ok(holds, what) {
  if (!holds) throw new Error(what);
}

/** @param {() => unknown} run @param {string} message part of the error's message */
export function throws(run, message) {
  try {
    run();
  } catch (error) {
    ok(String(error).includes(message), `threw ${error}, not ${message}`);
    return;
  }
  throw new Error(`did not throw ${message}`);
}
