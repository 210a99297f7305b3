import { type AmountCell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import type { SumRelation } from './relation.ts';
import { isTerm, type Proposal } from './terms.ts';
import { type Concept, conceptOf } from './threePublicConcepts.ts';

/** What the headings of one year are, each once. */
const CONCEPTS_OF_YEAR: readonly Concept[] = [
  'whole',
  'abroad',
  'vehicles',
  'purchase',
  'running',
  'reception',
];

/**
 * The one row of a table whose figures stand beside their headings, but for the total in front of them: two figures
 * behind it are two of its parts, and of three the first two are 公务用车 and the only thing that was bought of it where
 * they are the same.
 */
export function slidThreePublic(table: Table): Proposal[] {
  const filled = table.rows.filter(
    ({ kind, cells }) => kind === 'data' && cells.some((cell) => isTerm(cell)),
  );
  const columns = table.columns.filter(({ path }) => path.length > 0);
  const concepts = new Set(columns.map(({ path }) => conceptOf(path)));
  const areAll =
    columns.length === CONCEPTS_OF_YEAR.length && CONCEPTS_OF_YEAR.every((each) => concepts.has(each));
  const [row, second] = filled;
  const whole = columns.find(({ path }) => conceptOf(path) === 'whole');
  if (!row || second || !whole || !areAll || areInColumns(table, row)) return [];
  const [total, ...figures] = row.cells.filter(isTerm);
  const parts = partsBehind(figures);
  if (total?.column !== whole.index || parts.length !== 2) return [];
  const relation: SumRelation = {
    ...{ rule: 'row-sum', total: { cell: total, label: whole.label } },
    ...{ parts: parts.map((cell) => ({ cell, label: '' })) },
    ...{ row: table.title?.text ?? '', column: whole.label },
  };
  return [{ relation, certain: true }];
}

/** Figures that cannot be the same money twice, the first of them told once where it is printed twice. */
function partsBehind(figures: readonly AmountCell[]): readonly AmountCell[] {
  const [one, other] = figures;
  const isTwice = one && other && one.amount.value.eq(other.amount.value);
  if (figures.length === 3) return isTwice ? figures.slice(1) : [];
  return isTwice ? [] : figures;
}

/** Whether no figure of the row stands in a column without a name: then the row slid. Codes need none. */
export function areInColumns({ columns }: Table, { cells }: Row): boolean {
  const known = new Set(
    columns.filter(({ kind, path }) => kind === 'code' || path.length > 0).map(({ index }) => index),
  );
  return cells.every((cell) => !isAmountCell(cell) || known.has(cell.column));
}
