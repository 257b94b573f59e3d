// Checks for the fields of a message: each throws in words where the value isn't what it must be.

/** Says which field is wrong. */
export class WireError extends Error {}

/** @typedef {(value: any, field: string) => void} Check */

/** @type {(holds: (value: any) => boolean, what: string) => Check} */
const check = (holds, what) => (value, field) => {
  if (!holds(value)) throw new WireError(`${field}: ${what}`);
};
export const text = check((value) => typeof value === 'string', 'a text');
export const flag = check((value) => typeof value === 'boolean', 'true or false');
export const number = check(Number.isFinite, 'a number');
export const instant = check((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'a time');
/** @type {(...words: string[]) => Check} */
export const oneOf = (...words) => check((value) => words.includes(value), words.join(', '));
/** @type {(each: Check) => Check} */
export const list = (each) => (value, field) => {
  if (!Array.isArray(value)) throw new WireError(`${field}: a list`);
  value.forEach((one, i) => each(one, `${field}[${i}]`));
};
/** @type {(fields: Record<string, Check>) => Check} */
export const object = (fields) => (value, field) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new WireError(`${field}: an object`);
  for (const [name, checks] of Object.entries(fields)) checks(value[name], `${field}.${name}`);
};
/** @type {(each: Check) => Check} */
export const mapOf = (each) => (value, field) => {
  object({})(value, field);
  for (const [name, one] of Object.entries(value)) each(one, `${field}.${name}`);
};
/** A field that may be missing. @type {(each: Check) => Check} */
export const optional = (each) => (value, field) => {
  if (value !== undefined && value !== null) each(value, field);
};
/**
 * One of several kinds of object, told apart by `type`. A kind that isn't known yet passes: a newer server may have more.
 * @type {(kinds: Record<string, Record<string, Check>>) => Check}
 */
export const kindOf = (kinds) => (value, field) => {
  object({ type: text })(value, field);
  if (Object.hasOwn(kinds, value.type)) object(kinds[value.type])(value, field);
};
