import { Money } from './money.ts';

/**
 * Whether two values say the same: lists and plain objects by what they hold, amounts of money by their value. Anything
 * else is only the same as itself.
 */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && haveSameItems(one, other);
  if (one instanceof Money) return other instanceof Money && one.eq(other);
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameValue(one[key], other[key]))
  );
}

function haveSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  // Holes count as items here: rows have them.
  for (let index = 0; index < one.length; index++) if (!isSameValue(one[index], other[index])) return false;
  return true;
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  return Object.getPrototypeOf(value) === Object.prototype;
}
