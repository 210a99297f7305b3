import type { PlacedTable } from '../../disclosure/table.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { hasUnitOfOthers } from '../../relations/scale.ts';
import { type StrayUnit, strayUnitsFinder } from '../../relations/strayUnits.ts';
import { RULES } from '../../rules.ts';
import type { AmountUnit } from '../../text/amount.ts';
import { type Range, rangeOf } from '../../text/range.ts';

const strayUnits = strayUnitsFinder();

/**
 * Tables whose unit is not that of their figures, as the tables of the other unit show (`unit-scale`, N12).
 *
 * @param lines those of the document
 */
export function wrongUnits(tables: readonly PlacedTable[], lines: readonly string[]): Finding[] {
  const strays = [...strayUnits(tables)];
  // Of a table that does not say its unit nothing is wrong but that.
  return unitFindings(new Map(strays.filter(([{ table }]) => !hasUnitOfOthers(table))), lines);
}

/** A finding at the unit of each table whose unit is not that of its figures, or else at the figure that shows it. */
export function unitFindings(
  strays: ReadonlyMap<PlacedTable, StrayUnit>,
  lines: readonly string[],
): Finding[] {
  return [...strays].map(([placed, { printed, meant, figure, other }]): Finding => {
    const unit = unitPlace(placed, printed, lines);
    const text = figure.text.trim();
    return {
      rule: 'unit-scale',
      severity: RULES['unit-scale'].severity,
      range: unit ?? rangeOf(figure.span, placed.line),
      params: { printed, meant, figure: text, other: other ?? `${text}${meant}` },
      related: [],
      fixes: unit ? [replaceFix(unit, meant, true)] : [],
    };
  });
}

/** Where the unit stands in the lines between the title of a table and its rows. */
function unitPlace(
  { line, table }: PlacedTable,
  unit: AmountUnit,
  lines: readonly string[],
): Range | undefined {
  const first = line + Math.min(0, table.title?.offset ?? 0);
  const body = table.rows.find(({ kind }) => kind === 'data' || kind === 'total');
  const last = line + (body?.line ?? 0);
  for (let at = first; at < last; at++) {
    const match = new RegExp(`单位\\s*[:：]\\s*(?:人民币)?(${unit})(?=\\s*[)）]?\\s*(?:\\||$))`).exec(
      lines[at] ?? '',
    );
    if (!match) continue;
    const end = match.index + match[0].length;
    return rangeOf({ line: at, start: end - unit.length, end });
  }
  return undefined;
}
