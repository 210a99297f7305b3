import type { Steps } from './steps.ts';

/**
 * `rememberLast` for long work: what was made last of an object and something else is given at once, and what was given up
 * halfway is not remembered. Only for pure functions of objects that never change.
 */
export function rememberSteps<K extends object, A, V>(
  make: (key: K, argument: A) => Steps<V>,
  equal: (a: A, b: A) => boolean,
): (key: K, argument: A) => Steps<V> {
  const known = new WeakMap<K, { readonly argument: A; readonly value: V }>();
  return function* (key, argument) {
    const last = known.get(key);
    if (last && equal(last.argument, argument)) return last.value;
    const value = yield* make(key, argument);
    known.set(key, { argument, value });
    return value;
  };
}
