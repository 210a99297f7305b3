import type { Figure } from '../../disclosure/prose/prose.ts';
import { isFunctionalClass } from '../../disclosure/prose/vocabulary/subjects.ts';
import type { AmountCell, PlacedTable, Table } from '../../disclosure/table.ts';
import { anchorsOf } from '../../relations/anchors.ts';
import type { Kind } from '../../relations/tableKinds.ts';
import { lazy } from '../../text/lazy.ts';
import type { Told } from './heldAgainst.ts';
import { balanceCellsOf, type SubjectRow } from './subjectRows.ts';

const KINDS = { all: 'balance', fiscal: 'fiscal' } as const;
const TOTALS = ['expenditure', 'expenditure-of-year'] as const;

/** Whether a figure of a sentence is what a cell prints. */
type States = (figure: Figure, cell: AmountCell, table: Table) => boolean;

/**
 * Reads 其中，住房保障支出2.30万元 where no table lists 科目 with their codes, in the table that balances the money: it lists
 * the 类 of expenditure by name. Whose money it is must be shown by the whole that the sentence states, which is the
 * total of that table.
 */
export function readClassesInBalance(
  { prose, tables }: Pick<Told, 'prose' | 'tables'>,
  byKind: ReadonlyMap<Kind, PlacedTable>,
  states: States,
): (figure: Figure) => SubjectRow | undefined {
  const wholes = lazy(
    () =>
      new Map(
        prose.passages.flatMap(({ passage: { figures } }) =>
          figures.flatMap((figure) => {
            const whole = figure.parent === undefined ? undefined : figures[figure.parent];
            return whole ? [[figure, whole] as const] : [];
          }),
        ),
      ),
  );
  return (figure) => {
    const { subject, scope } = figure;
    const home =
      scope.value === 'all' || scope.value === 'fiscal' ? byKind.get(KINDS[scope.value]) : undefined;
    const whole = wholes().get(figure);
    if (!home || !whole || !subject || subject.code || !isFunctionalClass(subject.name)) return undefined;
    const { table } = home;
    const totals = TOTALS.flatMap((anchor) => anchorsOf(table).get(anchor)?.cell ?? []);
    if (!totals.some((cell) => states(whole, cell, table))) return undefined;
    const cells = balanceCellsOf(subject, scope.value, tables).filter((each) => each.home === home);
    const rows = new Set(cells.map(({ cell }) => cell.span.line));
    return rows.size === 1 ? { home, cells: cells.map(({ cell }) => cell) } : undefined;
  };
}
