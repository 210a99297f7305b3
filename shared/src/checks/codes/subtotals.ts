import type { Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { CodedRow, CodedTable } from './codedRows.ts';
import { namedCode, rangeOfCode, report } from './report.ts';
import { unreadCodes } from './unreadCodes.ts';

/** So many of the groups must have their subtotal before one without is an omission. */
const COMPLETE_SHARE = 2 / 3;
const FEWEST_COMPLETE = 2;

/**
 * Notes, on its first row, a group of 项 or 款 whose 款 or 类 has no row although most others have theirs
 * (`code-subtotal`). Those of the row a later page begins with may stand on the page before.
 */
export function missingSubtotals({ blocks, catalogue, named, table }: CodedTable): Finding[] {
  // The row that is missing from a table that a merge conflict cuts may stand inside the conflict.
  if (!named || table.cut) return [];
  const printed = codesWithoutName(table);
  return blocks.flatMap((block, index) => {
    const present = new Set(block.map(({ code }) => code.digits));
    for (const digits of carriedOn(blocks[index - 1], block)) present.add(digits);
    for (const digits of printed) present.add(digits);
    if (index === 0 && mayBeLaterPage(table)) for (const digits of above(block[0])) present.add(digits);
    const groups = new Map<string, CodedRow>();
    for (const row of block) {
      const parent = row.code.digits.slice(0, -2);
      const counts = parent.length >= 3 && row.record?.code === row.code.digits;
      if (counts && !groups.has(parent)) groups.set(parent, row);
    }
    const lacking = [...groups].filter(([parent]) => !present.has(parent));
    const complete = groups.size - lacking.length;
    if (complete < FEWEST_COMPLETE || complete < COMPLETE_SHARE * groups.size) return [];
    return lacking.flatMap(([parent, { code }]) => {
      const missing = catalogue.record(parent);
      return missing ? report('code-subtotal', rangeOfCode(code), namedCode(missing)) : [];
    });
  });
}

/** Whether rows may stand in front of it on another page. */
function mayBeLaterPage({ headless, title }: Table): boolean {
  return headless || title === undefined;
}

/** The 类 and 款 of a row. */
function above(row: CodedRow | undefined): string[] {
  const digits = row?.code.digits ?? '';
  return [digits.slice(0, 3), digits.slice(0, 5)].filter((each) => each.length < digits.length);
}

/** The codes above a block that begins in the midst of them, as behind a row 其中：人员经费. */
function carriedOn(before: readonly CodedRow[] | undefined, [first]: readonly CodedRow[]): string[] {
  return (before ?? []).flatMap(({ code: { digits } }) =>
    first && digits.length < first.code.digits.length && first.code.digits.startsWith(digits) ? digits : [],
  );
}

/** Codes of rows that were not read as having any, because their names stand elsewhere or are glued to them. */
function codesWithoutName({ rows }: Table): string[] {
  return rows.flatMap((row) => unreadCodes(row));
}
