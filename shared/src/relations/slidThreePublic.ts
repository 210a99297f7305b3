import { type AmountCell, type Cell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { THREE_PUBLIC_ITEMS } from '../syntax/threePublicHeadings.ts';
import { Money } from '../text/money.ts';
import { compactLabel } from '../text/width.ts';
import type { SumRelation } from './relation.ts';
import { isTerm, type Proposal } from './terms.ts';
import { conceptOf } from './threePublicConcepts.ts';

const NOTHING = new Money(0);
/** That of “三公”经费, and the one of 公务用车. */
const MOST_TOTALS = 2;
/** What else the headings may say: whose figures these are, and of which year. */
const NO_ITEM =
  /^(?:单位(?:名称|编码|代码)|其中:?|(?:\d{4}年)?.{0,2}三公.{0,2}经费(?:[预决]算数|支出)?(?:\(.*\))?|\d{4}年(?:[预决]算数)?)$/;

/**
 * The one row of a table whose headings are all there, but not over their figures: only the total in front of these is
 * known. Two figures behind it are two of its parts, one is its only part.
 */
export function slidThreePublic(table: Table): Proposal[] {
  const [row, second] = table.rows.filter(
    ({ kind, cells }) => kind === 'data' && cells.some((cell) => isTerm(cell)),
  );
  const whole = totalAmongHeadings(table);
  if (!row || second || !whole) return [];
  const [total, ...figures] = row.cells.filter(isTerm);
  const parts = partsBehind(total, figures);
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
    .flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell ? wordsOf(cell).map((words) => ({ words, cell })) : [])),
    );
  const named = headings.filter(({ words }) => words !== '' && !NO_ITEM.test(compactLabel(words)));
  const concepts = named.map(({ words }) => conceptOf({ path: [words], partial: false }));
  const totals = named.flatMap(({ cell }, index) => (concepts[index] === 'whole' ? [cell] : []));
  const known = new Set(concepts);
  // Beside the totals the headings of one year are these, each once.
  const areAll =
    concepts.length === THREE_PUBLIC_ITEMS.length + totals.length &&
    THREE_PUBLIC_ITEMS.every((item) => known.has(item));
  return areAll && totals.length <= MOST_TOTALS ? totals[0] : undefined;
}

/** Two headings may stand in one cell where nothing but blanks parts cells. */
function wordsOf({ text }: Cell): readonly string[] {
  return text.split(/ {2,}/);
}

/**
 * Figures that cannot be the same money twice: of three two that are the same, one behind the other, are 公务用车 and the
 * only thing in it, unless all of them come to the total.
 */
function partsBehind(total: AmountCell | undefined, figures: readonly AmountCell[]): readonly AmountCell[] {
  const distinct = figures.filter((cell, index) => !isSame(cell, figures[index - 1]));
  if (figures.length < 3) return distinct.length === figures.length ? figures : [];
  const sum = figures.reduce((all, { amount }) => all.plus(amount.value), NOTHING);
  return figures.length === 3 && distinct.length === 2 && !total?.amount.value.eq(sum) ? distinct : [];
}

function isSame({ amount }: AmountCell, other: AmountCell | undefined): boolean {
  return other !== undefined && amount.value.eq(other.amount.value);
}

/** Whether no figure of the row stands in a column without a name: then the row slid. Codes need none. */
export function areInColumns({ columns }: Table, { cells }: Row): boolean {
  const known = new Set(
    columns.filter(({ kind, path }) => kind === 'code' || path.length > 0).map(({ index }) => index),
  );
  return cells.every((cell) => !isAmountCell(cell) || known.has(cell.column));
}
