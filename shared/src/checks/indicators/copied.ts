import { normalizeName } from '../../catalogue/names.ts';
import { hasProjectLabel } from '../../disclosure/projectText.ts';
import type { Cell, PlacedTable } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';
import type { PlacedIndicators } from './placedIndicators.ts';

/** Shorter lists may be alike because the projects are. */
const MIN_SHARED = 8;
/** Of the shorter list so much has to be the same; scans tear some names. */
const SHARE = 2 / 3;

/** The indicators of a form with what they are set to, by name and value. */
interface List {
  readonly form: PlacedTable;
  readonly project: string;
  readonly cells: ReadonlyMap<string, { readonly home: PlacedTable; readonly cell: Cell }>;
}

/**
 * Two projects with nearly all indicators and values the same (`indicator-copied`, P9), as where the form of one was
 * filled in over that of the other. Costs are left out: they are of the project alone.
 */
export function copiedLists(tables: readonly PlacedIndicators[]): Finding[] {
  const lists = listsOf(tables);
  return lists.flatMap((list, index): Finding[] => {
    for (const before of lists.slice(0, index)) {
      const shared = [...list.cells].filter(([key]) => before.cells.has(key));
      const shorter = Math.min(list.cells.size, before.cells.size);
      if (
        normalizeName(before.project) === normalizeName(list.project) ||
        shared.length < MIN_SHARED ||
        shared.length < SHARE * shorter
      )
        continue;
      return finding(shared, before);
    }
    return [];
  });
}

function listsOf(tables: readonly PlacedIndicators[]): List[] {
  const byForm = new Map<PlacedTable, PlacedIndicators[]>();
  for (const each of tables) {
    if (each.isWhole || !each.form.table.rows.some(hasProjectLabel)) continue;
    byForm.set(each.form, [...(byForm.get(each.form) ?? []), each]);
  }
  return [...byForm].map(([form, pages]) => ({
    form,
    project: pages[0]?.project ?? '',
    cells: new Map(
      pages.flatMap(({ placed: home, indicators }) =>
        measuredIn(indicators).map(([key, cell]) => [key, { home, cell }] as const),
      ),
    ),
  }));
}

/** The indicators of a table but for costs, by name and value. */
const measuredIn = remember(({ entries }: TableIndicators): readonly (readonly [string, Cell])[] =>
  entries.flatMap(({ name, cell, level1, level2, valueCell }) => {
    const isCost = (level2 ?? level1)?.categories.some((category) => category.endsWith('成本指标')) ?? false;
    if (name === '' || isCost || !valueCell) return [];
    return [[`${normalizeName(name)} ${compactLabel(valueCell.text)}`, cell] as const];
  }),
);

function finding(
  shared: readonly (readonly [string, { readonly home: PlacedTable; readonly cell: Cell }])[],
  before: List,
): Finding[] {
  const [first] = shared;
  if (!first) return [];
  const [key, { home, cell }] = first;
  const there = before.cells.get(key);
  return [
    {
      rule: 'indicator-copied',
      severity: RULES['indicator-copied'].severity,
      range: rangeOf(cell.span, home.line),
      params: { count: shared.length, project: before.project },
      related: there
        ? [
            {
              range: rangeOf(there.cell.span, there.home.line),
              role: 'same-indicator',
              label: there.cell.text,
            },
          ]
        : [],
      fixes: [],
    },
  ];
}
