import type { Catalogue } from '../catalogue/catalogue.ts';
import { spansOf } from '../codes/places.ts';
import type { Table } from '../disclosure/table.ts';
import type { Finding } from '../findings.ts';
import { type CodedTable, codedTable } from './codes/codedRows.ts';
import { codesAbreast } from './codes/codesAbreast.ts';
import { withoutConsequences } from './codes/consequences.ts';
import { wrongDigits } from './codes/digits.ts';
import { duplicateCodes } from './codes/duplicates.ts';
import { formerClassNames } from './codes/formerClassNames.ts';
import { strayKinds } from './codes/kind.ts';
import { wrongNames } from './codes/names.ts';
import { disorder } from './codes/order.ts';
import { strayRows } from './codes/parents.ts';
import { repeatedHeadings } from './codes/repeatedHeadings.ts';
import { missingSubtotals } from './codes/subtotals.ts';
import { unknownCodes } from './codes/unknown.ts';
import { untimelyCodes } from './codes/years.ts';

/**
 * What is wrong with the codes of a table and the names beside them. A row with one fault often shows
 * several; only the first in this order is said: what the code is, then what it is called, then where it
 * stands. Ranges count lines from the table's first line.
 */
export function checkCodes(table: Table, catalogue: Catalogue): Finding[] {
  const own = codedTable(table, catalogue);
  return [
    ...(own ? findings(own, CHECKS_OF_ROWS) : []),
    ...repeatedHeadings(table, catalogue),
    ...formerClassNames(table, catalogue),
    ...codesAbreast(table, catalogue, own).flatMap((each) => findings(each, CHECKS_OF_PLACES)),
  ];
}

type Check = (coded: CodedTable, said: ReadonlySet<number>) => Finding[];

/** What a code is and what it is called, wherever it stands. */
const CHECKS_OF_PLACES: readonly Check[] = [strayKinds, unknownCodes, wrongDigits, wrongNames, untimelyCodes];

/** For the codes that name the rows, where they stand as well. */
const CHECKS_OF_ROWS: readonly Check[] = [
  strayKinds,
  unknownCodes,
  wrongDigits,
  wrongNames,
  untimelyCodes,
  duplicateCodes,
  strayRows,
  disorder,
  missingSubtotals,
];

function findings(coded: CodedTable, checks: readonly Check[]): Finding[] {
  const said = new Set<number>();
  const rowOf = rowLines(coded);
  const found = checks.flatMap((check) => {
    const own = check(coded, said).filter(({ range }) => !said.has(rowOf(range.start.line)));
    for (const { range } of own) said.add(rowOf(range.start.line));
    return own;
  });
  return withoutConsequences(found, coded, rowOf);
}

/** Gives the line of the row that a line of codes and names belongs to: the cells of one may stand on several. */
function rowLines({ rows }: CodedTable): (line: number) => number {
  const lines = new Map(
    rows.flatMap(({ row, code }) => spansOf({ code }).map(({ line }) => [line, row.line] as const)),
  );
  return (line) => lines.get(line) ?? line;
}
