import type { Catalogue } from '../catalogue/catalogue.ts';
import { normalizeName } from '../catalogue/names.ts';
import type { CodePlace } from '../disclosure/codeAt.ts';
import type { ReadDocument } from '../disclosure/disclosure.ts';
import type { Table } from '../disclosure/table.ts';
import type { Position } from '../text/range.ts';
import { rememberLast } from '../text/remember.ts';
import { codesOfTable } from './places.ts';

/** A shorter name is a word like any other: 教育, 其他. */
const SHORTEST_NAME = 4;
/** No name is longer than this. */
const REACH = 40;

/**
 * The name of a 科目 under a cursor in prose, if it is the name of one code of the document's tables: 行政运行
 * may be that of several, and then nobody can tell which is meant.
 */
export function namesInProse(
  { lines, disclosure }: ReadDocument,
  catalogue: Catalogue,
  position: Position,
): CodePlace | undefined {
  const text = lines[position.line] ?? '';
  const first = Math.max(0, position.character - REACH);
  const near = text.slice(first, position.character + REACH);
  const cursor = position.character - first;
  let found: { readonly at: number; readonly name: string; readonly digits: string } | undefined;
  const codes = new Set<string>();
  for (const { table } of disclosure.tables) {
    for (const [name, digits] of namesOfTable(table, catalogue)) {
      if (found && name.length < found.name.length) continue;
      const at = occurrenceAround(near, name, cursor);
      if (at === undefined) continue;
      if (name !== found?.name) codes.clear();
      for (const each of digits) codes.add(each);
      found = { at, name, digits: digits[0] ?? '' };
    }
  }
  if (!found || codes.size !== 1) return undefined;
  const start = { line: position.line, character: first + found.at };
  const end = { line: position.line, character: start.character + found.name.length };
  return { digits: found.digits, name: found.name, range: { start, end } };
}

/** Names as they are printed in a table and in the catalogue, with the codes they stand beside. */
const namesOfTable = rememberLast(
  (table: Table, catalogue: Catalogue): ReadonlyMap<string, readonly string[]> => {
    const names = new Map<string, Set<string>>();
    for (const [digits, places] of codesOfTable(table, catalogue)) {
      const record = catalogue.record(digits);
      if (!record) continue;
      for (const printed of [record.name, ...places.map(({ code }) => code.name)]) {
        const fits = printed.length >= SHORTEST_NAME && normalizeName(printed) === normalizeName(record.name);
        if (fits) names.set(printed, (names.get(printed) ?? new Set()).add(digits));
      }
    }
    return new Map([...names].map(([name, digits]) => [name, [...digits]]));
  },
);

/** Where a name stands in a text so that the cursor is in it or at one of its ends. */
function occurrenceAround(text: string, name: string, cursor: number): number | undefined {
  const at = text.indexOf(name, Math.max(0, cursor - name.length));
  return at !== -1 && at <= cursor ? at : undefined;
}
