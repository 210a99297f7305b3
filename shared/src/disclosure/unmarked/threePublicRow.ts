import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import type { Grid } from '../grid.ts';
import type { ColumnSum } from './blanks/columnSums.ts';
import { type Figure, figureOf, finestPlace, isFilled } from './blanks/figure.ts';
import { filledUp } from './blanks/looseBody.ts';
import { type Placement, placementsOf, strictPlacements } from './blanks/placements.ts';
import { isIndex } from './head.ts';
import type { PlacedGrid } from './place.ts';
import { isFigure, tokensOf } from './tokens.ts';

/** A column of the table, with the headings over its own. */
interface Item {
  readonly path: readonly string[];
  /** Which words of the headings are its own, whole or torn. */
  readonly own: RegExp;
}

const TOTAL: Item = { path: ['合计'], own: /^合计$/ };
const WHOLE = '“三公”经费';
const VEHICLES = '公务用车购置及运行费';
const ABROAD: Item = { path: [WHOLE, '因公出国（境）费'], own: /^因公出/ };
const VEHICLE: readonly Item[] = [
  { path: [WHOLE, VEHICLES, '小计'], own: /及运行/ },
  { path: [WHOLE, VEHICLES, '公务用车购置费'], own: /^(?:公务用车)?购(?:置费?)?$|^置费$/ },
  {
    path: [WHOLE, VEHICLES, '公务用车运行费'],
    own: /^(?:公务用车)?运(?:行(?:维护?)?费?)?$|^(?:行?维)?护费$/,
  },
];
const RECEPTION: Item = { path: [WHOLE, '公务接待费'], own: /^公务接/ };
const MEETINGS: readonly Item[] = [
  { path: ['会议费'], own: /^会议/ },
  { path: ['培训费'], own: /^培训/ },
];
const OFFICE: Item = { path: ['机关运行经费'], own: /^机关运行/ };

/** What was planned and what was spent, in the table of a final account. */
const STAGES: readonly [planned: RegExp, final: RegExp] = [/^(?:年初|全年)?预算数$/, /^(?:支出)?决算数$/];

/** What tells, torn or whole, that a heading is of the one or the other. */
const VEHICLE_WORDS = /用车/;
const RECEPTION_WORDS = /接待?|^待费$/;

/** All headings that such a table may have; where they are torn, each line has a part of one. */
const HEADINGS = [
  ...['财政拨款“三公”经费预算数', '财政拨款“三公”经费支出', '财政拨款“三公”经费决算数', '合计', '小计'],
  ...['因公出国(境)费用', '公务用车购置及运行维护费', '公务用车购置及运行费', '公务接待费'],
  ...['公务用车购置费', '公务用车运行维护费', '公务用车运行费', '会议费', '培训费'],
  ...['机关运行经费预算数', '机关运行费预算数'],
];
/** Of fewer figures too little is left where one of them is wrong. */
const MIN_FIGURES = 4;

/** So many figures that count up from 1 are the numbers of columns. */
const MIN_NUMBERS = 3;

/** The columns of a table in their order, and how they add up by definition (A12). */
interface Form {
  readonly items: readonly Item[];
  readonly sums: readonly ColumnSum[];
}

/**
 * Places the one row of a table of “三公”经费 that prints no name in front of its figures. Its headings are torn over
 * several lines, but what may stand in such a table is known, and how it adds up: by that the columns are told, even
 * where one figure is wrong. Whether 公务接待费 stands in front of 公务用车 or behind it is told so as well. Undefined where
 * another word is among the headings, or nothing is certain.
 */
export function placedThreePublic(grid: Grid): PlacedGrid | undefined {
  const row = grid.rows.at(-1);
  const head = grid.rows.slice(0, -1).filter((each) => !isIndex(each));
  const tokens = row ? tokensOf(row) : [];
  const areHeadings = head.flatMap(tokensOf).every(({ kind }) => kind === 'words');
  if (!row || !areHeadings || tokens.length < 2 || !tokens.every(isFigure)) return undefined;
  const words = head.flatMap(({ cells }) => cells.filter(({ text }) => text !== ''));
  const forms = formsUnder(words);
  const place = finestPlace(tokens);
  const figures = tokens.map((token) => figureOf(token, place));
  const [form, placements] = told(forms, figures) ?? [];
  if (!form || !placements) return undefined;
  const cells = tokens.flatMap(({ cell }, index): CellNode[] => {
    const columns = [...new Set(placements.map((each) => each.columns[index] ?? 0))];
    return columns.map((column) => ({ ...cell, column, ...(columns.length > 1 && { unplaced: true }) }));
  });
  const own = { ...row, cells: filledUp(withoutTwins(cells)) };
  return {
    grid: { ...grid, rows: [...headRows(form.items, words, head), own] },
    partial: false,
    grouped: true,
  };
}

/**
 * The same where only the sequence of the cells is left: headings, the numbers of the columns where there are some, and the
 * figures of the row.
 */
export function threePublicInSequence(grid: Grid): PlacedGrid | undefined {
  const first = grid.rows.findIndex((row) => !tokensOf(row).every(({ kind }) => kind === 'words'));
  const cells = grid.rows.slice(Math.max(first, 0)).flatMap((row) => row.cells);
  const numbers = cells.findIndex(({ text }, at) => text.trim() !== String(at + 1));
  const own = cells.slice(numbers < MIN_NUMBERS ? 0 : numbers);
  const line = own[0]?.span.line;
  if (first < 1 || line === undefined) return undefined;
  const row = { line, separator: false, cells: own.map((cell, column) => ({ ...cell, column })) };
  return placedThreePublic({ ...grid, rows: [...grid.rows.slice(0, first), row] });
}

/** The forms that the words of headings may be of; none where a word is no part of one. */
function formsUnder(words: readonly CellNode[]): Form[] {
  const labels = words.map(({ text }) => compactLabel(text).replace(/^20\d\d年/, ''));
  const has = ({ own }: Item) => labels.some((label) => own.test(label));
  const isKnown = labels.every((label) => HEADINGS.some((each) => compactLabel(each).includes(label)));
  if (!isKnown || ![TOTAL, ABROAD, RECEPTION, ...VEHICLE].every(has)) return [];
  const hasMeetings = MEETINGS.every(has);
  if (!hasMeetings && MEETINGS.some(has)) return [];
  const orders = [
    ...(isPrintedBehind(words, VEHICLE_WORDS, RECEPTION_WORDS) ? [] : [[ABROAD, ...VEHICLE, RECEPTION]]),
    ...(isPrintedBehind(words, RECEPTION_WORDS, VEHICLE_WORDS) ? [] : [[ABROAD, RECEPTION, ...VEHICLE]]),
  ];
  const forms = orders.map((parts) => {
    const whole = { path: [WHOLE, hasMeetings ? '小计' : '合计'], own: hasMeetings ? /^小计$/ : TOTAL.own };
    const before = hasMeetings ? [TOTAL] : [];
    const behind = [...(hasMeetings ? MEETINGS : []), ...(has(OFFICE) ? [OFFICE] : [])];
    const items = [...before, whole, ...parts, ...behind];
    const at = (item: Item | undefined) => (item ? items.indexOf(item) : -1);
    const [vehicles, ...each] = VEHICLE;
    const sums = [
      ...(hasMeetings ? [{ total: 0, parts: [1, ...MEETINGS.map(at)] }] : []),
      { total: at(whole), parts: [ABROAD, vehicles, RECEPTION].map(at).sort((a, b) => a - b) },
      { total: at(vehicles), parts: each.map(at) },
    ];
    return { items, sums };
  });
  return forms.flatMap((form) => inStages(form, labels) ?? []);
}

/**
 * The form with what was planned and what was spent, where its headings say that it has both: in two groups of all columns,
 * or beside each other in each. Undefined where they say anything else of stages.
 */
function inStages(form: Form, labels: readonly string[]): Form | undefined {
  const stages = labels.flatMap((label) => {
    const stage = STAGES.findIndex((words) => words.test(label));
    return stage === -1 ? [] : { stage, label };
  });
  const [planned, final] = stages;
  if (!planned || !final) return stages.length === 0 ? form : undefined;
  if (stages.some(({ stage }, at) => stage !== at % 2) || stages.length % 2 > 0) return undefined;
  const names = [planned.label, final.label];
  const width = form.items.length;
  const isGrouped = stages.length === 2 && labels.filter((label) => ABROAD.own.test(label)).length === 2;
  if (!isGrouped && stages.length !== 2 * width) return undefined;
  const placeOf = (column: number, stage: number) =>
    isGrouped ? stage * width + column : 2 * column + stage;
  const items: Item[] = [];
  for (const [stage, name] of names.entries())
    for (const [column, { path, own }] of form.items.entries())
      items[placeOf(column, stage)] = { path: isGrouped ? [name, ...path] : [...path, name], own };
  const sums = names.flatMap((_, stage) =>
    form.sums.map(({ total, parts }) => ({
      total: placeOf(total, stage),
      parts: parts.map((part) => placeOf(part, stage)),
    })),
  );
  return { items, sums };
}

/** Whether the first of words stands behind others on one line, where headings are torn alike and may be there twice. */
function isPrintedBehind(words: readonly CellNode[], own: RegExp, others: RegExp): boolean {
  const isOf = (pattern: RegExp, { text }: CellNode) => pattern.test(compactLabel(text));
  const isFirst = ({ span }: CellNode) =>
    !words.some((each) => isOf(own, each) && each.span.line === span.line && each.span.start < span.start);
  return words.some((cell) => {
    const { line, start } = cell.span;
    const before = words.filter(({ span }) => span.line === line && span.start < start);
    return isOf(own, cell) && isFirst(cell) && before.some((each) => isOf(others, each));
  });
}

/**
 * The form in which the figures add up, with the ways to lay them out; or, where they do in none, that in which all but
 * one do. Undefined where there are several forms that put them under different headings.
 */
function told(
  forms: readonly Form[],
  figures: readonly Figure[],
): readonly [Form, readonly Placement[]] | undefined {
  for (const find of [strictPlacements, placementsOf]) {
    if (find === placementsOf && figures.filter(isFilled).length < MIN_FIGURES) return undefined;
    const found = forms.flatMap((form) => {
      const columns = { width: form.items.length, ways: [form.sums] };
      const ways = find(figures, columns, () => true)?.filter(({ columns: [first] }) => first === 0);
      return ways && ways.length > 0 ? [{ form, ways, items: headingsOf(form, ways) }] : [];
    });
    const [first, second] = found;
    if (first) return !second || first.items === second.items ? [first.form, first.ways] : undefined;
  }
  return undefined;
}

/** Under which headings figures may stand. */
function headingsOf({ items }: Form, ways: readonly Placement[]): string {
  const all = ways.map(({ columns }) => columns.map((column) => items[column]?.path.join('/')).join('|'));
  return all.sort().join('\n');
}

/** Where several figures may stand in one column the first of them is shown there. */
function withoutTwins(cells: readonly CellNode[]): CellNode[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column);
  return sorted.filter(({ column }, index) => column !== sorted[index - 1]?.column);
}

/** The headings in their columns, each beginning where its own words are printed, or the total's. */
function headRows(items: readonly Item[], words: readonly CellNode[], rows: readonly RowNode[]): RowNode[] {
  const [fallback] = words;
  const depth = Math.max(...items.map(({ path }) => path.length));
  return Array.from({ length: depth }, (_, level): RowNode => {
    const cells = items.flatMap(({ path, own }, column): CellNode[] => {
      const whole = path[level];
      const isSame = items[column - 1]?.path.slice(0, level + 1).join() === path.slice(0, level + 1).join();
      const cell = words.find(({ text }) => own.test(compactLabel(text))) ?? fallback;
      return whole && cell && !isSame ? [{ ...cell, column, whole }] : [];
    });
    return { line: (rows[level] ?? rows.at(-1))?.line ?? 0, separator: false, cells: filledUp(cells) };
  });
}
