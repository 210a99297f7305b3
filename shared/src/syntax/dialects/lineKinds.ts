import { remember } from '../../text/remember.ts';

/** Stands for lines of no kind, so that these are remembered too. */
const NONE = Symbol('none');

/**
 * What each line of a document is, worked out once: extents are asked for every line, and look at those below
 * it again and again. The array of lines must not change.
 */
export function rememberKinds<K>(
  kindOf: (line: string) => K | undefined,
): (lines: readonly string[], index: number) => K | undefined {
  return rememberAt((lines, index) => {
    const line = lines[index];
    return line === undefined ? undefined : kindOf(line);
  });
}

/** The same for what a line is among those behind it. */
export function rememberAt<K>(
  kindAt: (lines: readonly string[], index: number) => K | undefined,
): (lines: readonly string[], index: number) => K | undefined {
  const kindsOf = remember((_lines: readonly string[]): (K | typeof NONE | undefined)[] => []);
  return (lines, index) => {
    if (index < 0 || index >= lines.length) return undefined;
    const kinds = kindsOf(lines);
    kinds[index] ??= kindAt(lines, index) ?? NONE;
    const kind = kinds[index];
    return kind === NONE ? undefined : kind;
  };
}
