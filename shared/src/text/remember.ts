/**
 * Remembers what was made from an object for as long as the object lives. Only for pure functions of objects
 * that never change: the results are then the same as without it, and only the time differs.
 */
export function remember<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { value: make(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}

/** The same for functions of an object and something else, of which the last one used is remembered. */
export function rememberLast<K extends object, A, V>(
  make: (key: K, argument: A) => V,
  equal: (a: A, b: A) => boolean = Object.is,
): (key: K, argument: A) => V {
  const known = new WeakMap<K, { readonly argument: A; readonly value: V }>();
  return (key, argument) => {
    const last = known.get(key);
    if (last && equal(last.argument, argument)) return last.value;
    const value = make(key, argument);
    known.set(key, { argument, value });
    return value;
  };
}

/** The same for functions of two objects. */
export function rememberPair<A extends object, B extends object, V>(
  make: (first: A, second: B) => V,
): (first: A, second: B) => V {
  const byFirst = remember((first: A) => remember((second: B) => make(first, second)));
  return (first, second) => byFirst(first)(second);
}
