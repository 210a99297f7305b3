import { normalizeName } from '../../catalogue/names.ts';
import { labelsProject } from '../../disclosure/projectText.ts';
import type { Cell, PlacedTable } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { bySection, type IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { PlacedIndicators } from '../../indicators/placedIndicators.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';

/** Shorter lists may be alike because the projects are. */
const MIN_SHARED = 8;
/** Of the shorter list so much has to be the same; scans tear some names. */
const SHARE = 2 / 3;

/** The indicators of a project with what they are set to, by name and value. */
interface List {
  readonly project: string;
  readonly cells: Map<string, { readonly home: PlacedTable; readonly cell: Cell }>;
}

/**
 * Two projects with nearly all indicators and values the same (`indicator-copied`, P9), as where the form of one was
 * filled in over that of the other. Costs are left out: they are of the project alone.
 */
export function copiedLists(tables: readonly PlacedIndicators[]): Finding[] {
  const lists = listsOf(tables);
  const alike = alikeBefore(lists);
  return lists.flatMap((list, index): Finding[] => {
    for (const before of alike(list, index)) {
      const shared = [...list.cells].filter(([key]) => before.cells.has(key));
      const shorter = Math.min(list.cells.size, before.cells.size);
      if (normalizeName(before.project) === normalizeName(list.project) || shared.length < SHARE * shorter)
        continue;
      return finding(shared, before);
    }
    return [];
  });
}

/** Tells for each list, by its index, the earlier ones with which it has so many indicators in common, in their order. */
function alikeBefore(lists: readonly List[]): (list: List, index: number) => readonly List[] {
  const holders = new Map<string, number[]>();
  for (const [index, { cells }] of lists.entries()) {
    for (const key of cells.keys()) {
      const known = holders.get(key);
      if (known) known.push(index);
      else holders.set(key, [index]);
    }
  }
  return (list, index) => {
    const shared = new Map<number, number>();
    for (const key of list.cells.keys()) {
      for (const other of holders.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const alike = [...shared].flatMap(([other, count]) =>
      other < index && count >= MIN_SHARED ? other : [],
    );
    return alike.sort((a, b) => a - b).flatMap((other) => lists[other] ?? []);
  };
}

function listsOf(tables: readonly PlacedIndicators[]): List[] {
  const lists = new Map<string, List>();
  for (const { placed, form, project, indicators, isWhole } of tables) {
    if (isWhole) continue;
    for (const { project: own, measured } of measuredLists(indicators)) {
      if (own === undefined ? !labelsProject(form.table) : own === '') continue;
      const key = `${form.line} ${own ?? ''}`;
      const list = lists.get(key) ?? { project: own ?? project, cells: new Map() };
      for (const [shared, cell] of measured) list.cells.set(shared, { home: placed, cell });
      lists.set(key, list);
    }
  }
  return [...lists.values()];
}

/** The indicators of each list of a table but for costs, by name and value. */
const measuredLists = remember(({ entries }: TableIndicators) =>
  bySection(entries).map((list) => ({ project: list[0]?.project, measured: list.flatMap(measuredOf) })),
);

function measuredOf(entry: IndicatorEntry): (readonly [string, Cell])[] {
  const { name, cell, level1, level2, valueCell } = entry;
  const isCost = (level2 ?? level1)?.categories.some((category) => category.endsWith('成本指标')) ?? false;
  if (name === '' || isCost || !valueCell) return [];
  return [[`${normalizeName(name)} ${compactLabel(valueCell.text)}`, cell]];
}

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
