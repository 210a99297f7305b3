/**
 * Work that may pause: each `yield` says that a part of it is done. What happens meanwhile, and whether the work goes on,
 * is up to whoever runs it, so that the core needs neither clock nor event loop.
 */
export type Steps<T> = Generator<void, T, void>;

/** Does all of the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `flatMap` that may pause behind each item. */
export function* flatMapSteps<T, V>(
  items: readonly T[],
  make: (item: T, index: number) => readonly V[],
): Steps<V[]> {
  const all: V[] = [];
  for (const [index, item] of items.entries()) {
    for (const made of make(item, index)) all.push(made);
    yield;
  }
  return all;
}
