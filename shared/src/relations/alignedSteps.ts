import { isOfWhich } from '../disclosure/labels.ts';
import { type Column, holdsMoney, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { parseNumbering } from '../text/numbering.ts';
import { nameColumns } from './groupSums.ts';
import { holds, type Rounding } from './interval.ts';
import { type StepNode, sumsBelow, type Witnesses, witnessesOf } from './steppedSums.ts';
import { bodyRows, type Proposal, termAt } from './terms.ts';
import { listsUnits } from './unitSums.ts';

/** Different sums that have to hold before rows are taken to be levels: fewer of several figures, more of one alone. */
const MIN_WITNESSES = 3;
const MIN_TELLING = 2;
const MIN_OF_ONE = 5;
/** One wrong figure breaks the sum above it and that below. */
const MAX_FAILING = 2;

/** 采购组织形式, which a long name in front of it may reach. */
const HOW_BOUGHT = /(?:集中采购|分散采购|自行采购|自行组织)$/;

/** What is bought by the catalogue of purchases (C0899其他商务服务), where a long name in front of it ran into its column. */
const BOUGHT_BEHIND_NAME = /[\u4e00-\u9fff”)）]\s*[A-C]\d{2,8}[\u4e00-\u9fff]/;

/** 大类, numbered or above other headings; headings of items; items. */
const [CLASS, HEADING, ITEM] = [0, 1, 2];

/**
 * Sums of space-aligned lists with levels, those of purchases above all: 一、货物, below it 项目 with 经济科目, below
 * these what is bought and how (A13, A17). A name that wraps moves to another column and its rest to other lines, so
 * no more than two things are taken from the columns of names: items fill one further right than their headings do,
 * and what is numbered stands above these. Where the column begins is learned: most of the sums hold. A page may begin
 * and end anywhere: what is at its end may go on.
 */
export function alignedStepSums(table: Table, rounding: Rounding): Proposal[] {
  const [side, second] = table.sides;
  if (table.dialect !== 'aligned' || table.coded || !side || second) return [];
  if (table.indicators || listsUnits(table)) return [];
  const names = nameColumns(table, side);
  const columns = moneyOf(side);
  const entries = filledRows(side, columns);
  if (!entries) return [];
  const readings = names.slice(1).map((first) => {
    const sums = sumsOf(entries, names, first, columns);
    return { sums, witnesses: witnessesOf(sums, rounding) };
  });
  const [best] = readings.sort((a, b) => b.witnesses.different - a.witnesses.different);
  if (!best) return [];
  const { different } = best.witnesses;
  const failing = best.sums.filter(({ relation, certain }) => certain && !holds(relation, rounding)).length;
  const isKnown = table.role === 'procurement' && best.witnesses.telling > 0;
  const shown =
    (isKnown || areShown(best.witnesses)) &&
    failing <= MAX_FAILING * columns.length &&
    2 * failing <= different;
  return best.sums.map(({ relation, certain }) => ({
    relation: { ...relation, witnesses: different },
    certain: shown && certain,
  }));
}

function areShown({ different, telling }: Witnesses): boolean {
  return telling >= MIN_TELLING || (different >= MIN_WITNESSES && telling > 0) || different >= MIN_OF_ONE;
}

/**
 * The columns of money. Where some print decimals or marks between thousands, those with nothing but short whole numbers
 * that lost their headings are numbers of pieces and codes (1, 302), of which one is as another.
 */
function moneyOf(side: Side): readonly Column[] {
  const columns = side.amountColumns.filter(holdsMoney);
  const printed = columns.filter((column) =>
    side.rows.some((entry) => {
      const cell = termAt(entry, column)?.cell;
      return cell !== undefined && (cell.amount.decimals > 0 || /[,，]/.test(cell.text));
    }),
  );
  return printed.length > 0
    ? columns.filter((column) => column.path.length > 0 || printed.includes(column))
    : columns;
}

/** The rows that have a figure; undefined where the place of one is not known. */
function filledRows(side: Side, columns: readonly Column[]): readonly SideRow[] | undefined {
  const rows = bodyRows(side, 'data');
  const isKnown = ({ row, label }: SideRow) => row.bound && !isOfWhich(label);
  return rows.every(isKnown)
    ? rows.filter((entry) => columns.some((column) => termAt(entry, column)))
    : undefined;
}

/** @param first the first column of names that items fill */
function sumsOf(
  entries: readonly SideRow[],
  names: readonly number[],
  first: number,
  columns: readonly Column[],
): Proposal[] {
  const own = entries.map((entry) => namesOf(entry, names));
  const isItem = own.map((texts) =>
    texts.some(([column, text]) => column >= first || HOW_BOUGHT.test(text) || BOUGHT_BEHIND_NAME.test(text)),
  );
  const isNumbered = own.map(([name]) => parseNumbering(name?.[1] ?? '')?.kind === 'chinese');
  const areNumbered = isNumbered.includes(true);
  const steps = entries.map((_, index) => {
    if (isItem[index] === true) return ITEM;
    const isAbove = areNumbered ? isNumbered[index] === true : isItem[index + 1] === false;
    return isAbove ? CLASS : HEADING;
  });
  const nodes = nodesOf(entries, steps, own);
  return columns.flatMap((column) => nodes.flatMap((node) => sumsBelow(node, column)));
}

/** The words of a row in the columns of names. */
function namesOf({ row }: SideRow, names: readonly number[]): readonly (readonly [number, string])[] {
  return names.flatMap((column) => {
    const text = row.cells[column]?.text ?? '';
    return text === '' ? [] : [[column, text] as const];
  });
}

/** All rows with those below them; the last of each step may go on. */
function nodesOf(
  entries: readonly SideRow[],
  steps: readonly number[],
  names: readonly (readonly (readonly [number, string])[])[],
): readonly StepNode[] {
  const path: StepNode[] = [];
  const nodes = entries.flatMap((entry, index) => {
    const step = steps[index] ?? ITEM;
    // The name of such a row stands in the lines around it, and with it how far it is broken down.
    if (names[index]?.length === 0) {
      for (const node of path) node.last = true;
      return [];
    }
    while ((path.at(-1)?.step ?? -1) >= step) path.pop();
    const label = entry.label || (names[index]?.map(([, text]) => text).join(' ') ?? '');
    const node: StepNode = { entry: { ...entry, label }, step, children: [], last: false };
    path.at(-1)?.children.push(node);
    path.push(node);
    return node;
  });
  for (const node of path) node.last = true;
  return nodes;
}
