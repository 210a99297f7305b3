import type { Catalogue, CodeRecord } from './catalogue.ts';

/**
 * Codes in use that are one slip of the keys away: two neighbours exchanged, which come first, for there are few
 * such codes by chance; or one digit another. Of these, those that share the longest beginning come first, for slips
 * are likelier at the end that differs from row to row.
 *
 * @param year the document's; only codes in use then
 */
export function nearCodes(catalogue: Catalogue, code: string, year: number | undefined): CodeRecord[] {
  const exchanged = records(catalogue, transpositions(code), year);
  const replaced = records(catalogue, substitutions(code), year);
  return [...sortedByStart(exchanged, code), ...sortedByStart(replaced, code)];
}

/** Codes in use that are these digits with one too many taken out, or one too few put in. */
export function codesWithoutSlipOfLength(
  catalogue: Catalogue,
  digits: string,
  year: number | undefined,
): CodeRecord[] {
  return records(catalogue, [...deletions(digits), ...insertions(digits)], year);
}

function sortedByStart(found: readonly CodeRecord[], code: string): CodeRecord[] {
  return [...found].sort(
    (a, b) => commonStart(b.code, code) - commonStart(a.code, code) || (a.code < b.code ? -1 : 1),
  );
}

function records(catalogue: Catalogue, codes: Iterable<string>, year: number | undefined): CodeRecord[] {
  return [...new Set(codes)].flatMap((code) =>
    catalogue
      .lookup(code)
      .filter((each) => (year === undefined ? each.until === undefined : catalogue.isValid(each, year))),
  );
}

function* substitutions(code: string): Generator<string> {
  for (let at = 0; at < code.length; at++) {
    for (let digit = 0; digit <= 9; digit++) {
      const other = code.slice(0, at) + digit + code.slice(at + 1);
      if (other !== code) yield other;
    }
  }
}

function* transpositions(code: string): Generator<string> {
  for (let at = 0; at + 1 < code.length; at++) {
    const [first = '', second = ''] = code.slice(at, at + 2);
    if (first !== second) yield code.slice(0, at) + second + first + code.slice(at + 2);
  }
}

function* deletions(code: string): Generator<string> {
  for (let at = 0; at < code.length; at++) yield code.slice(0, at) + code.slice(at + 1);
}

function* insertions(code: string): Generator<string> {
  for (let at = 0; at <= code.length; at++) {
    for (let digit = 0; digit <= 9; digit++) yield code.slice(0, at) + digit + code.slice(at);
  }
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
