import { type AmountCell, type Cell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { SumRelation } from './relation.ts';
import { isTerm, type Proposal } from './terms.ts';
import { type Concept, conceptOf } from './threePublicConcepts.ts';

/** What the headings of one year are beside the total, each once. */
const ITEMS: readonly Concept[] = ['abroad', 'vehicles', 'purchase', 'running', 'reception'];
/** That of “三公”经费, and the one of 公务用车. */
const MOST_TOTALS = 2;
/** What else the headings may say: whose figures these are, and of which year. */
const NO_ITEM =
  /^(?:单位(?:名称|编码|代码)|其中:?|(?:\d{4}年)?.{0,2}三公.{0,2}经费(?:[预决]算数|支出)?(?:\(.*\))?|\d{4}年(?:[预决]算数)?)$/;

/**
 * The one row of a table whose headings are all there, but not over their figures: only the total in front of these is
 * known. Two figures behind it are two of its parts, one is its only part, and of three the first two are 公务用车 and
 * the only thing that was bought of it where they are the same.
 */
export function slidThreePublic(table: Table): Proposal[] {
  const [row, second] = table.rows.filter(
    ({ kind, cells }) => kind === 'data' && cells.some((cell) => isTerm(cell)),
  );
  const whole = totalAmongHeadings(table);
  if (!row || second || !whole) return [];
  const [total, ...figures] = row.cells.filter(isTerm);
  const parts = partsBehind(figures);
  if (total?.column !== whole.column || parts.length === 0) return [];
  const relation: SumRelation = {
    ...{ rule: 'row-sum', total: { cell: total, label: whole.text } },
    ...{ parts: parts.map((cell) => ({ cell, label: '' })) },
    ...{ row: table.title?.text ?? '', column: whole.text },
  };
  return [{ relation, certain: true }];
}

/** The heading of the total, where the others are those of one year and nothing else. */
function totalAmongHeadings({ rows }: Table): Cell | undefined {
  const headings = rows
    .filter(({ kind }) => kind === 'header')
    .flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
  const named = headings.filter(({ text }) => text !== '' && !NO_ITEM.test(compactLabel(text)));
  const concepts = named.map(({ text }) => conceptOf({ path: [text], partial: false }));
  const totals = named.filter((_, index) => concepts[index] === 'whole');
  const known = new Set(concepts);
  const areAll = concepts.length === ITEMS.length + totals.length && ITEMS.every((item) => known.has(item));
  return areAll && totals.length <= MOST_TOTALS ? totals[0] : undefined;
}

/** Figures that cannot be the same money twice, the first of them told once where it is printed twice. */
function partsBehind(figures: readonly AmountCell[]): readonly AmountCell[] {
  const [one, other, third, ...more] = figures;
  const isTwice = one && other && one.amount.value.eq(other.amount.value);
  if (more.length > 0) return [];
  if (third) return isTwice ? figures.slice(1) : [];
  return isTwice ? [] : figures;
}

/** Whether no figure of the row stands in a column without a name: then the row slid. Codes need none. */
export function areInColumns({ columns }: Table, { cells }: Row): boolean {
  const known = new Set(
    columns.filter(({ kind, path }) => kind === 'code' || path.length > 0).map(({ index }) => index),
  );
  return cells.every((cell) => !isAmountCell(cell) || known.has(cell.column));
}
