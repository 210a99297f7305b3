import { COLUMN_NUMBER } from '../../syntax/figureShape.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import {
  isStubHeading,
  isThreePublicHeading,
  isTotalHeading,
  isYearHeading,
  type ThreePublicItem,
  threePublicItem,
} from '../../syntax/threePublicHeadings.ts';
import { compactLabel, toHalfWidth } from '../../text/width.ts';
import type { Grid } from '../grid.ts';
import { addsUp, type ColumnSum } from './blanks/columnSums.ts';
import { type Figure, figureOf, finestPlace, isFilled, NOTHING } from './blanks/figure.ts';
import { filledUp } from './blanks/looseBody.ts';
import {
  type Columns,
  type Fits,
  type Placement,
  placementsOf,
  strictPlacements,
} from './blanks/placements.ts';
import type { PlacedGrid } from './place.ts';
import { isFigure, isWholeCode, type Token, tokensOf } from './tokens.ts';

/** What a heading is of. The total of all is that of “三公”经费 with 会议费 and 培训费, which some regions put beside it. */
type Item = 'all' | 'whole' | ThreePublicItem;

const MIN_INDEX = 3;
/** Two figures that are alike show that they are a total and its part, of fewer nothing is left. */
const MIN_FIGURES = 3;

/** Headings in their order, and the one row below them. */
interface Parts {
  readonly headings: readonly Token[];
  /** Its name, or its code and its name. */
  readonly labels: readonly Token[];
  readonly figures: readonly Token[];
}

/** The columns of figures in their order, and how they add up by definition (A12). */
interface Form {
  readonly paths: readonly (readonly string[])[];
  readonly sums: readonly ColumnSum[];
  /** Whether the headings over the lowest ones are known. */
  readonly isGrouped: boolean;
}

/**
 * Places the one row of a table of “三公”经费, blank cells of which were dropped, by what may stand in such a table: under
 * whole headings, in whatever order the lines of stacked ones were written, as the figures add up by definition. One figure
 * may be wrong where the others show how they stand. Undefined where anything else is among the headings or in the row, or
 * where several ways to place it are as likely.
 */
export function namedThreePublic(grid: Grid): PlacedGrid | undefined {
  const parts = partsOf(grid.rows.flatMap(tokensOf));
  const forms = parts ? formsUnder(parts.headings) : [];
  if (!parts || forms.length === 0) return undefined;
  const place = finestPlace(parts.figures);
  const figures = parts.figures.map((figure) => figureOf(figure, place));
  const steps = stepsBetween(parts.figures);
  const found =
    (steps && told(forms, figures, (figure, column) => column === steps[figure])) ??
    told(forms, figures, () => true);
  if (!found) return undefined;
  const rows = rowsOf(parts, ...found);
  return { grid: { ...grid, rows }, partial: !found[0].isGrouped, grouped: true };
}

function partsOf(tokens: readonly Token[]): Parts | undefined {
  const head = tokens.findLastIndex((token) => isThreePublicHeading(wordsIn(token))) + 1;
  const headings = tokens.slice(0, head);
  const behind = tokens.slice(head);
  const marks = behind.findIndex(({ cell }) => !COLUMN_NUMBER.test(toHalfWidth(cell.text).trim()));
  const body = marks >= MIN_INDEX ? behind.slice(marks) : behind;
  const isCoded = isWholeCode(body[0]?.cell.text ?? '') && body[1]?.kind === 'words';
  const labels = body.slice(0, isCoded ? 2 : 1);
  const figures = body.slice(labels.length);
  const isNamed = labels.at(-1)?.kind === 'words';
  const areFigures = figures.length >= 2 && figures.every(isFigure);
  // A code that stands elsewhere than in front of its name seems to be a figure.
  const stubs = headings.filter((token) => isStubHeading(wordsIn(token))).length;
  return isNamed &&
    areFigures &&
    stubs === labels.length &&
    headings.every((token) => isThreePublicHeading(wordsIn(token)))
    ? { headings, labels, figures }
    : undefined;
}

/**
 * How far figures that stand one a line are from the first, where blank lines between them may be blank cells; undefined
 * where there are none.
 */
function stepsBetween(figures: readonly Token[]): number[] | undefined {
  const lines = figures.map(({ cell }) => cell.span.line);
  const steps = lines.map((line) => line - (lines[0] ?? 0));
  const areAscending = steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0));
  return areAscending && steps.some((step, at) => step !== at) ? steps : undefined;
}

function wordsIn({ cell: { text, whole } }: Token): string {
  return whole ?? text;
}

/** The forms that headings may be of, one for each order of the parts; none where one of them is missing. */
function formsUnder(headings: readonly Token[]): Form[] {
  const items = headings.map((token) => threePublicItem(wordsIn(token)));
  const countOf = (item: Item) => items.filter((each) => each === item).length;
  const years = headings.map(wordsIn).filter(isYearHeading).map(compactLabel);
  const blocks = countOf('abroad');
  const hasAll = (['vehicles', 'purchase', 'running', 'reception'] as const).every(
    (item) => countOf(item) === blocks,
  );
  if (blocks === 0 || blocks > 2 || !hasAll || (blocks > 1 && years.length !== blocks)) return [];
  const besides = countOf('meetings');
  if (countOf('training') !== besides || (besides !== 0 && besides !== blocks)) return [];
  const totals = headings.map(wordsIn).filter(isTotalHeading).map(compactLabel);
  const hasAllTotal = besides > 0 && totals.includes('合计');
  // Without a 小计 of its own it is not known of what the 合计 is.
  if (hasAllTotal && !totals.includes('小计')) return [];
  const own = (totals.length - (hasAllTotal ? blocks : 0)) / blocks;
  const over = headings.map(wordsIn).filter((text) => /三公/.test(text));
  // Where a total has no heading of its own, that of all its parts is it.
  const whole = own > 0 ? (totals.includes('合计') && !hasAllTotal ? '合计' : '小计') : (over[0] ?? years[0]);
  const isGrouped = own > 0 && over.length === 0 && years.length === blocks;
  if (![0, 1, 2].includes(own) || whole === undefined || (blocks > 1 && !isGrouped)) return [];
  const printed = (item: Item): string => {
    if (item === 'all') return '合计';
    if (item === 'whole') return whole;
    return item === 'vehicles' && own === 2 ? '小计' : printedAs(headings, item);
  };
  const vehicles = printedAs(headings, 'vehicles');
  const groupOf = (item: Item): string[] =>
    item === 'purchase' || item === 'running' || (item === 'vehicles' && own === 2) ? [vehicles] : [];
  return ordersOf(items).map((order): Form => {
    const columns: Item[] = [
      ...(hasAllTotal ? (['all'] as const) : []),
      'whole',
      ...order,
      ...(besides > 0 ? (['meetings', 'training'] as const) : []),
    ];
    const each = Array.from({ length: blocks }, (_, block) => block);
    return {
      paths: each.flatMap((block) =>
        columns.map((item) =>
          isGrouped ? [years[block] ?? '', ...groupOf(item), printed(item)] : [printed(item)],
        ),
      ),
      sums: each.flatMap((block) => sumsOf(columns, block * columns.length)),
      isGrouped,
    };
  });
}

function printedAs(headings: readonly Token[], item: Item): string {
  const found = headings.find((token) => threePublicItem(wordsIn(token)) === item);
  return found ? wordsIn(found) : '';
}

/**
 * In which order the three parts may stand. 出国 and 接待 are headings of one line, so that theirs is known; that of
 * 公务用车 may be in a line above, and the headings below it in one of their own.
 */
function ordersOf(items: readonly (Item | undefined)[]): Item[][] {
  const vehicles: Item[] = ['vehicles', 'purchase', 'running'];
  const [abroad, reception] = [items.indexOf('abroad'), items.indexOf('reception')];
  const others: Item[] = abroad < reception ? ['abroad', 'reception'] : ['reception', 'abroad'];
  const [first, last] = [Math.min(abroad, reception), Math.max(abroad, reception)];
  const isBetween = vehicles.some((item) => {
    const at = items.indexOf(item);
    return first < at && at < last;
  });
  return [0, 1, 2]
    .filter((at) => !isBetween || at === 1)
    .map((at) => [...others.slice(0, at), ...vehicles, ...others.slice(at)]);
}

function sumsOf(items: readonly Item[], start: number): ColumnSum[] {
  const at = (item: Item) => start + items.indexOf(item);
  const sum = (total: Item, parts: readonly Item[]) =>
    items.includes(total) ? [{ total: at(total), parts: parts.map(at).sort((a, b) => a - b) }] : [];
  return [
    ...sum('all', ['whole', 'meetings', 'training']),
    ...sum('whole', ['abroad', 'vehicles', 'reception']),
    ...sum('vehicles', ['purchase', 'running']),
  ];
}

/**
 * The form in which the figures add up, with the ways to lay them out; where they do in none, those in which all but one do
 * and most of the others bear it out. Undefined where several put them under different headings.
 */
function told(
  forms: readonly Form[],
  figures: readonly Figure[],
  fits: Fits,
): readonly [Form, readonly Placement[]] | undefined {
  const ways = forms.flatMap((form) => layouts(form, figures, fits, strictPlacements));
  const isEnough = figures.filter(isFilled).length >= MIN_FIGURES;
  const likely = ways.length > 0 || !isEnough ? ways : mostBorneOut(forms, figures, fits);
  const [first] = likely;
  const own = likely.filter(({ form }) => form === first?.form);
  const others = new Set(likely.map(({ form }) => form));
  const under = [...others].map((form) => headingsOf(likely.filter((way) => way.form === form)));
  if (!first || under.some((each) => each !== under[0])) return undefined;
  return [first.form, own.map(({ placement }) => placement)];
}

interface Way {
  readonly form: Form;
  readonly placement: Placement;
}

function layouts(form: Form, figures: readonly Figure[], fits: Fits, find: typeof placementsOf): Way[] {
  const columns: Columns = { width: form.paths.length, ways: [form.sums] };
  const found = find(figures, columns, fits) ?? [];
  return found.filter(({ columns: [first] }) => first === 0).map((placement) => ({ form, placement }));
}

/** The ways with one figure open that most of the others bear out. */
function mostBorneOut(forms: readonly Form[], figures: readonly Figure[], fits: Fits): Way[] {
  const ways = forms.flatMap((form) =>
    layouts(form, figures, fits, placementsOf).map((way) => ({ way, evidence: evidenceOf(way) })),
  );
  const most = Math.max(1, ...ways.map(({ evidence }) => evidence));
  return ways.flatMap(({ way, evidence }) => (evidence === most ? way : []));
}

/**
 * How many sums show how the figures stand: those of known figures, and each more by which the open one is the same as by
 * the first. None where it would have to be blank: it may be no figure of this row.
 */
function evidenceOf({ form, placement: { row } }: Way): number {
  const open = row.indexOf(undefined);
  const withNothing = row.map((figure) => figure ?? NOTHING);
  const isOf = ({ total, parts }: ColumnSum) => total === open || parts.includes(open);
  const own = form.sums.filter(isOf);
  if (own.length > 0 && own.every((sum) => addsUp(withNothing, sum))) return 0;
  const known = form.sums.filter((sum) => !isOf(sum) && isFilled(row[sum.total]));
  return known.length + Math.max(0, own.length - 1);
}

/** Under which headings each figure may stand. */
function headingsOf(ways: readonly Way[]): string {
  const all = ways.map(({ form: { paths }, placement }) =>
    placement.columns.map((column) => paths[column]?.join('/')).join('|'),
  );
  return all.sort().join('\n');
}

/** The headings as they stand over each other, and the row. */
function rowsOf(
  { headings, labels, figures }: Parts,
  { paths }: Form,
  ways: readonly Placement[],
): RowNode[] {
  const stub = headings.flatMap((token) => (isStubHeading(wordsIn(token)) ? token.cell : []));
  const named = labels.flatMap((_, column): CellNode[] => {
    const cell = stub[stub.length - labels.length + column];
    return cell ? [{ ...cell, column }] : [];
  });
  const [fallback] = headings;
  const depth = Math.max(...paths.map(({ length }) => length));
  const heads = Array.from({ length: depth }, (_, level): RowNode => {
    const cells = paths.flatMap((path, column): CellNode[] => {
      const whole = path[level];
      const before = paths[column - 1]?.slice(0, level + 1).join();
      if (!whole || !fallback || before === path.slice(0, level + 1).join()) return [];
      return [{ ...fallback.cell, column: column + labels.length, whole }];
    });
    const { line } = fallback?.cell.span ?? { line: 0 };
    return { line, separator: false, cells: filledUp([...(level === 0 ? named : []), ...cells]) };
  });
  const placed = figures.flatMap(({ cell }, index): CellNode[] => {
    const columns = [...new Set(ways.map((each) => each.columns[index] ?? 0))];
    return columns.map((column) => ({
      ...cell,
      column: column + labels.length,
      ...(columns.length > 1 && { unplaced: true }),
    }));
  });
  const sorted = placed.sort((a, b) => a.column - b.column);
  const single = sorted.filter(({ column }, index) => column !== sorted[index - 1]?.column);
  const front = labels.map(({ cell }, column): CellNode => ({ ...cell, column }));
  const line = Math.min(...[...labels, ...figures].map(({ cell }) => cell.span.line));
  return [...heads, { line, separator: false, cells: filledUp([...front, ...single]) }];
}
