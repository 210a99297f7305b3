import type { CodeRecord } from '../../catalogue/catalogue.ts';
import { bareName } from '../../catalogue/nameStanding.ts';
import type { NamedCode } from '../../codeRuleParams.ts';
import type { Finding } from '../../findings.ts';
import { type CodedRow, type CodedTable, withoutClosing } from './codedRows.ts';
import { namedCode, rangeOfCode, replaceCode, report } from './report.ts';

/** Where more rows stand elsewhere than they belong, the table has an order of its own. */
const STRAY_SHARE = 0.1;
const FEWEST_COMPLETE = 2;

/** A row under a code that it is not part of. */
interface Stray {
  readonly row: CodedRow;
  readonly parent: NamedCode;
  readonly above: NamedCode;
  /** The code that stands under `above` and has the printed name, where only the 款 was mistyped. */
  readonly meant?: CodeRecord;
}

/**
 * Flags rows that stand under another 类 or 款 than their own (`code-parent`): their own has a row elsewhere in
 * the block; or it has none although every other 项 has its 款, and the digits of the one above make a code of
 * the same name.
 */
export function strayRows(coded: CodedTable): Finding[] {
  // The row it belongs under may stand inside the conflict that cuts the table.
  if (!coded.named || coded.table.cut) return [];
  // So may a row whose code was not read, because its name stands on other lines.
  if (coded.table.rows.some(({ torn, code, kind }) => torn && kind === 'data' && !code)) return [];
  return coded.blocks.map(withoutClosing).flatMap((block) => {
    const strays = straysOf(block, coded);
    if (strays.length > Math.max(1, STRAY_SHARE * block.length)) return [];
    return strays.flatMap(({ row: { code }, parent, above, meant }) =>
      report(
        'code-parent',
        rangeOfCode(code),
        { code: code.digits, name: code.name, parent, above, ...(meant && { suggestion: namedCode(meant) }) },
        { fixes: meant ? replaceCode(code, meant, false, coded.table) : [] },
      ),
    );
  });
}

function straysOf(block: readonly CodedRow[], coded: CodedTable): Stray[] {
  const byCode = new Map(block.map((row) => [row.code.digits, row]));
  const strays: Stray[] = [];
  let path: CodedRow[] = [];
  for (const row of block) {
    const { digits } = row.code;
    const outer = path.filter((open) => open.code.digits.length < digits.length);
    const above = outer.at(-1);
    const own = nearestPresent(digits, byCode);
    const isHome = !above || digits.startsWith(above.code.digits);
    // A 款 whose 类 has no row begins a list of its own.
    const opens = !isHome && own === undefined && digits.length < 7;
    if (!isHome && row.standing?.kind === 'fits') {
      const stray = own && own !== above ? { row, parent: shown(own), above: shown(above) } : undefined;
      const mistyped = own === undefined || own.code.digits.length < above.code.digits.length;
      const meant = mistyped ? siblingOfSameName(row, above, byCode, coded) : undefined;
      const parent = meant && parentOf(digits, coded);
      if (meant && parent) strays.push({ row, parent, above: shown(above), meant });
      else if (stray && own && !outer.includes(own)) strays.push(stray);
    }
    path = isHome ? [...outer, row] : opens ? [row] : path;
  }
  return strays;
}

/** The row of the code nearest above this one, wherever in the block it stands. */
function nearestPresent(digits: string, byCode: ReadonlyMap<string, CodedRow>): CodedRow | undefined {
  for (let length = digits.length - 2; length >= 3; length -= 2) {
    const row = byCode.get(digits.slice(0, length));
    if (row) return row;
  }
  return undefined;
}

/** The same 项 under the 款 above, if it has the printed name and no row yet, and all other 项 have their 款. */
function siblingOfSameName(
  { code: { digits, name } }: CodedRow,
  above: CodedRow,
  byCode: ReadonlyMap<string, CodedRow>,
  { catalogue, table }: CodedTable,
): CodeRecord | undefined {
  if (above.code.digits.length !== digits.length - 2) return undefined;
  const others = [...byCode.keys()].filter((each) => each.length === digits.length && each !== digits);
  const complete = others.length >= FEWEST_COMPLETE && others.every((each) => byCode.has(each.slice(0, -2)));
  const meant = catalogue.record(above.code.digits + digits.slice(-2));
  if (!complete || !meant || byCode.has(meant.code)) return undefined;
  if (table.year !== undefined && !catalogue.isValid(meant, table.year)) return undefined;
  return catalogue.matchName(meant, bareName(name)) === 'same' ? meant : undefined;
}

function parentOf(digits: string, { catalogue }: CodedTable): NamedCode | undefined {
  const parent = catalogue.parents(digits).at(-1);
  return parent && namedCode(parent);
}

function shown({ code: { digits, name } }: CodedRow): NamedCode {
  return { code: digits, name };
}
