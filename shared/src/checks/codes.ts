import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Table } from '../disclosure/table.ts';
import type { Finding } from '../findings.ts';
import { codedTable } from './codes/codedRows.ts';
import { wrongDigits } from './codes/digits.ts';
import { duplicateCodes } from './codes/duplicates.ts';
import { strayKinds } from './codes/kind.ts';
import { wrongNames } from './codes/names.ts';
import { disorder } from './codes/order.ts';
import { strayRows } from './codes/parents.ts';
import { missingSubtotals } from './codes/subtotals.ts';
import { unknownCodes } from './codes/unknown.ts';
import { untimelyCodes } from './codes/years.ts';

/**
 * What is wrong with the codes of a table and the names beside them. A line with one fault often shows
 * several; only the first in this order is said: what the code is, then what it is called, then where it
 * stands. Ranges count lines from the table's first line.
 */
export function checkCodes(table: Table, catalogue: Catalogue): Finding[] {
  const coded = codedTable(table, catalogue);
  if (!coded) return [];
  const said = new Set<number>();
  return [
    strayKinds,
    unknownCodes,
    wrongDigits,
    wrongNames,
    untimelyCodes,
    duplicateCodes,
    strayRows,
    disorder,
    missingSubtotals,
  ].flatMap((check) => {
    const found = check(coded, said).filter(({ range }) => !said.has(range.start.line));
    for (const { range } of found) said.add(range.start.line);
    return found;
  });
}
