import type { CodeRecord } from '../../catalogue/catalogue.ts';
import { bareName, bearsName } from '../../catalogue/nameStanding.ts';
import { nearCodes } from '../../catalogue/nearCodes.ts';
import { type Classification, classificationOf } from '../../catalogue/record.ts';
import { isOfCode } from '../../codes/places.ts';
import type { Finding } from '../../findings.ts';
import { compactLabel } from '../../text/width.ts';
import type { CodedRow, CodedTable } from './codedRows.ts';
import { isEconomic, pairsEconomicCodes } from './economicPairs.ts';
import { meantCode } from './meantCode.ts';
import { namedCode, rangeOfCode, replaceCode, report } from './report.ts';

/** Fewer rows than these do not show which list a table is from. */
const FEWEST_ROWS = 4;
/** Fewer are enough where the headings or the title say it. */
const FEWEST_STATED = 2;
const FUNCTIONAL = /功能(?:分类|科目)/;
const ECONOMIC = /经济(?:分类|科目)/;
/** Tables that give the economic codes below each functional one have many of either. */
const STRAY_SHARE = 0.1;

/**
 * Flags codes of one classification among those of another (`code-kind`): 30201 in a table of functional
 * codes. An error where the name shows that one digit of a code of the right list was mistyped.
 */
export function strayKinds(coded: CodedTable): Finding[] {
  const { rows, table, catalogue } = coded;
  const kind = kindOfTable(coded);
  if (!kind) return [];
  const arePairs = pairsEconomicCodes(rows);
  return rows.flatMap((row) => {
    const { code } = row;
    const own = classificationOf(code.digits);
    if (own === undefined || own === kind) return [];
    if (arePairs && isEconomic(own) && isEconomic(kind)) return [];
    const meant = codeOfKind(row);
    // Digits of no list at all are no code of another one: a figure read as one, the number of a body.
    if (!meant && !row.record) return [];
    return report(
      'code-kind',
      rangeOfCode(code),
      {
        code: code.digits,
        name: code.name,
        own,
        table: kind,
        ...(meant && { suggestion: namedCode(meant) }),
      },
      meant
        ? { severity: 'error', fixes: replaceCode(code, meant, true, table) }
        : { fixes: ownerOfName(row, kind).flatMap((owner) => replaceCode(code, owner, false, table)) },
    );
  });

  /** The code of the table's list that has the printed name, where that is not the name of the stray code itself. */
  function ownerOfName({ code, standing }: CodedRow, wanted: Classification): CodeRecord[] {
    const name = bareName(code.name);
    if (name === '' || standing?.kind === 'fits') return [];
    const owners = catalogue
      .byName(name, wanted)
      .filter((each) => each.confidence !== 'unsure' && bearsName(catalogue, each, name));
    return [meantCode(owners, code, coded) ?? []].flat();
  }

  function codeOfKind({ code }: CodedRow): CodeRecord | undefined {
    const name = bareName(code.name);
    const near = nearCodes(catalogue, code.digits, table.year).filter(
      (each) => each.classification === kind && bearsName(catalogue, each, name),
    );
    return meantCode(near, code, coded);
  }
}

/** The list that all but a few stray codes of a table are from. */
function kindOfTable(coded: CodedTable): Classification | undefined {
  const kinds = coded.rows.flatMap(({ code }) => classificationOf(code.digits) ?? []);
  const stated = statedLists(coded);
  return kinds.find((kind) => {
    const same = kinds.filter((each) => each === kind).length;
    const strays = kinds.length - same;
    const fewest = stated.includes(kind) ? FEWEST_STATED : FEWEST_ROWS;
    return same >= fewest && strays <= Math.max(1, STRAY_SHARE * kinds.length);
  });
}

/** The lists that the headings over codes and names, or else the title, say the codes are from. */
function statedLists({ rows, table }: CodedTable): readonly Classification[] {
  const columns = new Set(
    rows.flatMap(({ row: { cells, bound }, code }) =>
      cells.flatMap((cell) => (cell && bound && isOfCode(cell, { code }) ? cell.column : [])),
    ),
  );
  const headings = table.rows.flatMap(({ kind, cells, slid }) =>
    kind === 'header' && !slid ? cells.filter((cell) => cell && columns.has(cell.column)) : [],
  );
  const headed = listsNamed(headings.map((cell) => cell?.text).join(' '));
  return headed.length > 0 ? headed : listsNamed(table.title?.text ?? '');
}

/** The lists that words speak of; none where they speak of functional and economic ones. */
function listsNamed(words: string): readonly Classification[] {
  const label = compactLabel(words);
  const isEconomic = ECONOMIC.test(label);
  if (FUNCTIONAL.test(label)) return isEconomic ? [] : ['functional'];
  if (!isEconomic) return [];
  return label.includes('政府') ? ['economic-government'] : ['economic-department', 'economic-government'];
}
