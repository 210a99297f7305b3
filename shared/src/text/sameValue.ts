import { Money } from './money.ts';

/**
 * Whether two values say the same: lists and plain objects by what they hold, amounts of money by their value. Anything
 * else is only the same as itself.
 */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && haveSameItems(one, other);
  if (isPlain(one)) return isPlain(other) && haveSameProperties(one, other);
  return one instanceof Money && other instanceof Money && one.eq(other);
}

type Plain = Readonly<Record<string, unknown>>;

/** Tables are compared after each edit, so that this makes no lists of names. */
function haveSameProperties(one: Plain, other: Plain): boolean {
  let more = 0;
  for (const key in one) {
    if (!Object.hasOwn(other, key) || !isSameValue(one[key], other[key])) return false;
    more--;
  }
  for (const _ in other) more++;
  return more === 0;
}

function haveSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  // Holes count as items here: rows have them.
  for (let index = 0; index < one.length; index++) if (!isSameValue(one[index], other[index])) return false;
  return true;
}

function isPlain(value: object): value is Plain {
  return Object.getPrototypeOf(value) === Object.prototype;
}
