/**
 * `指标1：`, `指标 2: `, `指标:4: ` in front of a name. No two parts of the pattern can take the same characters, so that it
 * fails as fast as it fits.
 */
const PREFIX = /指标\s*(?:[:：]\s*)?(?:(\d+)\s*)?[:：]\s*/y;
/** 指标3 alone in a cell, whose name stands in the next one. */
const BARE = /^指标\s*(?:[:：]\s*)?(?:\d+\s*)?(?:[:：]\s*)?$/;
/** Dots of a form that go on with the list. */
const DOTS = /^[\s.…。·]*$/;
/** More digits number no indicator of a list. */
const MOST_DIGITS = 2;

/** How many characters of a text are `指标1：` in front of a name, the blanks behind it with them. */
export function prefixLength(text: string): number {
  return prefixFrom(text, 0)?.[0].length ?? 0;
}

/** Whether a text begins with `指标1：`. */
export function hasPrefix(text: string): boolean {
  return prefixLength(text) > 0;
}

/** The same of all that stand behind each other: a form that was not filled in may print `指标1： 指标2： .....` in a cell. */
export function prefixesLength(text: string): number {
  let length = 0;
  for (let next = prefixFrom(text, 0); next; next = prefixFrom(text, length)) length += next[0].length;
  return length;
}

/** Whether a text is `指标1：` or 指标1 and no more. */
export function isBarePrefix(text: string): boolean {
  return BARE.test(text);
}

/** The number in `指标1：` at the beginning of a half-width text; undefined where it has none. */
export function numberInPrefix(half: string): number | undefined {
  const digits = prefixFrom(half, 0)?.[1];
  return digits === undefined || digits.length > MOST_DIGITS ? undefined : Number(digits);
}

/** Whether a text is only the dots of a form, or nothing. */
export function isDots(text: string): boolean {
  return DOTS.test(text);
}

/** Whether a text is what a form has where nothing was filled in: `指标2：……`, dots or nothing. */
export function isUnfilled(text: string): boolean {
  return isDots(text.slice(prefixesLength(text)));
}

function prefixFrom(text: string, at: number): RegExpExecArray | null {
  PREFIX.lastIndex = at;
  return PREFIX.exec(text);
}
