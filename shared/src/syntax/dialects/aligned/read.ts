import { CLASS_CODE } from '../../../text/codeShape.ts';
import { ENDS_IN_TOTAL } from '../../../text/totalWords.ts';
import type { RowNode } from '../../nodes.ts';
import { atomsOf, WIDE_GAP } from './atoms.ts';
import { certainSlots, type FittedRow } from './certainty.ts';
import { fitRow } from './fitting.ts';
import { fitHeader, withoutRepeats } from './heading.ts';
import { rowsInOrder } from './inOrder.ts';
import { findLayout } from './layout.ts';
import { isLoneRow, readLoneRow } from './loneRow.ts';
import { namesAbove } from './namesAbove.ts';
import type { Profile } from './profile.ts';
import { withoutRepeatedHeads } from './repeatedHead.ts';
import { type PlacedLine, rowOf } from './rows.ts';
import { type FittedLine, rowsBelowCodes } from './rowsBelowCodes.ts';
import { type PlacedAtom, placeAtoms } from './ruler.ts';
import { isCoded, isIndex, isLarge, type Shape, shapeOf } from './shape.ts';
import { standsOf } from './stands.ts';
import { markTorn } from './torn.ts';
import { withoutTornDigits } from './tornDigits.ts';
import { joinWrapped } from './wrapping.ts';

const LOWER = /^\d{2}$/;
/** `2010301行政运行`, not 2023年 */
const GLUED_CODE = /^(?:\d{3}|\d{5}|\d{7})[一-鿿]/;
/** 当年支出小计, 支出合计, and what stands between the two */
const TOTAL_OR_REMAINS = new RegExp(`${ENDS_IN_TOTAL.source}|^(?:年末|上年|结转|结余)`);
/** One large number by itself may be anything. */
const MIN_AMOUNTS = 2;
/** So many rows, in which no figure is pulled apart, show where the columns stand. */
const STEADY_SHARE = 0.75;

/** The rows of a table as their places tell them, with a cell for every column, and as their order does. */
export interface AlignedRows {
  readonly rows: RowNode[];
  readonly inOrder: RowNode[];
}

/** Reads the rows of a space-aligned table. */
export function readAligned(printed: readonly string[]): AlignedRows {
  const { lines: all, lacking } = withoutTornDigits(printed);
  const { lines, headEnd } = withoutRepeatedHeads(all, bodyStart(all.map(shapeOf)));
  const shapes = lines.map(shapeOf);
  const first = bodyStart(shapes);
  const layout = findLayout(shapes.slice(first).filter(isRow));
  const start = headEnd ?? first - namesAbove(shapes, first, layout);
  const fittedAll = shapes.slice(start).map((shape, index) => {
    const mayBePage = shape.kind === 'page';
    const own = mayBePage ? atomsOf(shape.line) : shape.atoms;
    const placed = layout.settled.get(shape) ?? placeAtoms(shape.line, own, layout.measure);
    const { slots, margins } = fitRow(placed, layout.columns);
    const set = setTotals(placed, slots, layout.columns);
    return { number: start + index, mayBePage, shape, atoms: placed, slots: set, margins };
  });
  const lower = rowsBelowCodes(
    fittedAll.filter(({ atoms }) => atoms.length > 0),
    layout.columns,
  );
  const isPage = ({ mayBePage, number }: FittedLine) => mayBePage && !lower.has(number + 1);
  const fitted = fittedAll.filter((line) => line.atoms.length > 0 && !isPage(line));
  const rows = fitted.filter(({ shape, mayBePage }) => mayBePage || isRow(shape));
  const headings = shapes.slice(0, start).map(({ kind, line }, number) => {
    return { number, line, atoms: kind === 'page' ? [] : atomsOf(line) };
  });
  const steady = rows.filter(({ atoms }) => !atoms.some(isPulledApart));
  const isPushed = steady.length < STEADY_SHARE * rows.length;
  const header = fitHeader(headings, layout, standsOf(isPushed ? rows : steady, layout.columns), isPushed);
  const certain = certainLines(rows, lower, layout.columns);
  const body = fitted.map((row): PlacedLine => {
    const { line } = row.shape;
    const atoms = row.atoms.map(({ atom }) => atom);
    const own = certain.get(row) ?? row.slots;
    const slots = setCodes(row.atoms, own, layout.columns).map((slot) => header.indexes[slot] ?? slot);
    const unsure = (certain.has(row) && certain.get(row) === undefined) || lacking.has(row.number);
    const isLower = lower.has(row.number);
    return { number: row.number, text: line, atoms, slots, unsure, ...(isLower && { isLower }) };
  });
  const rest = joinWrapped(body, header.layout);
  const marked = markTorn(rest, header.layout, start === 0);
  const read = [...header.rows, ...marked].map((group) => rowOf(group, header.layout));
  return {
    rows: isLoneRow(lines) ? (readLoneRow(lines) ?? read.map((row) => ({ ...row, unsure: true }))) : read,
    inOrder: rowsInOrder(withoutRepeats(headings), marked),
  };
}

/** Whether OCR left blanks among the digits of a figure, which pushes those behind it aside. */
function isPulledApart({ atom: { kind, text } }: PlacedAtom): boolean {
  return kind === 'figure' && text.includes(' ');
}

/** For each line the columns of its atoms as far as they are certain; what stands below its code is of one row with it. */
function certainLines<T extends FittedLine>(
  lines: readonly T[],
  lower: ReadonlySet<number>,
  columns: readonly Profile[],
): ReadonlyMap<T, readonly number[] | undefined> {
  const rows: T[][] = [];
  for (const line of lines) {
    if (lower.has(line.number)) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  const whole = rows.map(
    (row): FittedRow => ({
      atoms: row.flatMap(({ atoms }) => atoms),
      slots: row.flatMap(({ slots }) => slots),
      margins: row.flatMap(({ margins }) => margins),
    }),
  );
  const certain = certainSlots(whole, columns);
  return new Map(
    rows.flatMap((row, index) => {
      let from = 0;
      return row.map((line) => {
        const to = from + line.atoms.length;
        const own = certain[index]?.slice(from, to);
        from = to;
        return [line, own] as const;
      });
    }),
  );
}

/**
 * Codes over several columns (类, 款, 项) begin in the first, however far pdftotext has moved those of a short
 * row to the right, but for those of a list that stands behind another.
 */
function setCodes(
  row: readonly PlacedAtom[],
  slots: readonly number[],
  columns: readonly Profile[],
): readonly number[] {
  if (!CLASS_CODE.test(row[0]?.atom.text ?? '')) return slots;
  const behind = row.findIndex(({ atom }, index) => index > 0 && !LOWER.test(atom.text));
  const codes = behind === -1 ? row.length : behind;
  const room = behind === -1 ? 0 : (slots[behind] ?? 0);
  const isAbreast = (slots[0] ?? 0) > columns.findIndex(({ isText }) => isText);
  if (isAbreast || codes > room || !columns.slice(0, codes).every((column) => column.isCode)) return slots;
  return slots.map((slot, index) => (index < codes ? index : slot));
}

/**
 * The words of a total that stand where the figures of the list before are: the cells of both lists are joined there,
 * and the words are set in the middle. They name the next figures, before which they are put.
 */
function setTotals(
  row: readonly PlacedAtom[],
  slots: readonly number[],
  columns: readonly Profile[],
): readonly number[] {
  const firstFigures = columns.findIndex(({ isText, isCode }) => !isText && !isCode);
  return slots.map((slot, index) => {
    const [own, next = columns.length] = [columns[slot], slots[index + 1]];
    if (!own || own.isText || slot < firstFigures || !TOTAL_OR_REMAINS.test(row[index]?.atom.text ?? ''))
      return slot;
    const label = columns.findIndex(({ isText }, column) => isText && column > slot && column < next);
    return label === -1 ? slot : label;
  });
}

/**
 * The body begins with the first row of figures, or of dashes behind a name, or with the codes above it.
 */
function bodyStart(shapes: readonly Shape[]): number {
  let start = shapes.findIndex(
    (shape) =>
      ['strong', 'numbers', 'amounts'].includes(shape.kind) ||
      hasDashesOnly(shape) ||
      hasDashBesideFigures(shape) ||
      isNameless(shape) ||
      hasZero(shape),
  );
  for (let above = shapes[start - 1]; above && (isCoded(above) || isGlued(above)); above = shapes[start - 1])
    start--;
  return Math.max(start, 0);
}

/** Whether a line begins with a name right behind its code: what may be an amount behind them is too small to tell. */
function isGlued({ atoms }: Shape): boolean {
  return GLUED_CODE.test(atoms[0]?.text ?? '');
}

/** Whole amounts, with a code or without, whose name is wrapped around them. */
function isNameless({ kind, atoms }: Shape): boolean {
  return kind === 'figures' && atoms.filter(({ text }) => isLarge(text)).length >= MIN_AMOUNTS;
}

/** A name with a nought apart from it: no heading has one. */
function hasZero({ kind, atoms }: Shape): boolean {
  const isZero = ({ text, gap }: Shape['atoms'][number]) => gap >= WIDE_GAP && text === '0';
  return kind === 'figures' && atoms[0]?.kind === 'word' && atoms.some(isZero);
}

/** A row in which nothing is reported. */
function hasDashesOnly({ atoms }: Shape): boolean {
  return (
    atoms[0]?.kind === 'word' &&
    atoms.some(({ kind }) => kind === 'mark') &&
    atoms.every(({ kind }) => kind !== 'figure')
  );
}

/** A name, and behind it nothing but figures, however small, with a dash apart from it among them: no heading has one. */
function hasDashBesideFigures({ atoms: [name, ...others] }: Shape): boolean {
  const isDash = ({ kind, text, gap }: Shape['atoms'][number]) =>
    kind === 'mark' && gap >= WIDE_GAP && /^[-—–]+$/.test(text);
  return name?.kind === 'word' && others.some(isDash) && others.every(({ kind }) => kind !== 'word');
}

/** Lines whose figures tell columns: not those that number them. */
function isRow(shape: Shape): boolean {
  const { kind } = shape;
  return (
    kind === 'strong' || kind === 'numbers' || kind === 'amounts' || (kind === 'figures' && !isIndex(shape))
  );
}
