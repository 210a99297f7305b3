import { normalizeName } from '../../catalogue/names.ts';
import type { PlacedTable } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { MeasuredValue } from '../../indicators/indicatorValue.ts';
import type { PlacedIndicators } from '../../indicators/placedIndicators.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { groupedBy } from '../../text/lists.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';

/** Shorter names are said of many things: 水费, 及时率. */
const MIN_NAME = 4;

/** An indicator whose value is one number, at its place. */
interface Stated {
  readonly home: PlacedTable;
  readonly entry: IndicatorEntry;
  readonly value: MeasuredValue;
}

/**
 * The same indicator with another value in the table of the whole department than in that of the project
 * (`indicator-mismatch`, P11). Only where one project table alone has it: several projects may differ, and the
 * whole may be their sum.
 */
export function mismatches(tables: readonly PlacedIndicators[]): Finding[] {
  const wholes = tables.filter(({ isWhole }) => isWhole);
  const projects = tables.filter(({ isWhole }) => !isWhole);
  if (wholes.length === 0 || projects.length === 0) return [];
  const inProjects = statedIn(projects);
  const inWhole = statedIn(wholes);
  return [...inWhole].flatMap(([name, stated]): Finding[] => {
    const [whole, again] = stated;
    const [project, other] = inProjects.get(name) ?? [];
    if (!whole || !project || again || other || agree(whole.value, project.value)) return [];
    const { valueCell } = whole.entry;
    const there = project.entry.valueCell;
    if (!valueCell || !there) return [];
    return [
      {
        rule: 'indicator-mismatch',
        severity: RULES['indicator-mismatch'].severity,
        range: rangeOf(valueCell.span, whole.home.line),
        params: {
          name: whole.entry.name,
          value: compactLabel(valueCell.text),
          other: compactLabel(there.text),
        },
        related: [
          {
            range: rangeOf(there.span, project.home.line),
            role: 'same-indicator',
            label: `${project.entry.name} ${compactLabel(there.text)}`,
          },
        ],
        fixes: [],
      },
    ];
  });
}

function statedIn(tables: readonly PlacedIndicators[]): ReadonlyMap<string, readonly Stated[]> {
  const named = tables.flatMap(({ placed, indicators }) =>
    measuredIn(indicators).map(({ name, entry, value }) => ({ name, home: placed, entry, value })),
  );
  return groupedBy(named, ({ name }) => name);
}

/** The indicators of a table whose names tell what is meant, with their values. */
const measuredIn = remember(({ entries }: TableIndicators) =>
  entries.flatMap((entry) => {
    const name = normalizeName(entry.name);
    return name.length < MIN_NAME || entry.torn || entry.value?.kind !== 'measured'
      ? []
      : [{ name, entry, value: entry.value }];
  }),
);

/** A unit or an operator that one of them lacks is for other rules to say. */
function agree(a: MeasuredValue, b: MeasuredValue): boolean {
  if (!a.number.eq(b.number)) return a.unit !== b.unit && a.unit !== '' && b.unit !== '';
  return true;
}
