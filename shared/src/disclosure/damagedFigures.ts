import { mayLackSign } from '../syntax/lostSigns.ts';
import { toHalfWidth } from '../text/width.ts';
import { hasWords } from './labels.ts';
import {
  type AmountCell,
  type Cell,
  type Column,
  hasAmount,
  holdsMoney,
  isBodyRow,
  type Row,
} from './table.ts';

/** What a scanner may read for a digit or a sign; what counts, measures or numbers is no such thing. */
const NO_DIGIT = /[个人辆台套次项年月日件名批份%号元户家所处期类级岁天万亿至~≥≤=<>:/]/;
/** One or two signs among digits that cannot be part of a figure; two characters are a name. */
const STRANGE = /^(?:[^\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff])$/;
const MAX_DAMAGED = 14;
/** Digits between two commas. */
const GROUP = 3;
/** So many other figures for each row with one in doubt show how those of the table are printed. */
const MIN_OTHERS = 2;
/** Two figures that were joined: `116. 8516. 85`, and no single one whose point was misread (`4, 264, 58`). */
const JOINED = /(?<!\S)-?\d[\d,]*\.\s?\d{3,9}\.\s?\d{1,2}(?!\S)/;
/** A code of the catalogue of purchases, of a project or of a table. */
const LETTERED_CODE = /^[A-Z]\d+$/;

/**
 * Rows of a table without marks, those being bound to nothing that hold a figure which a scanner damaged. In one of them a
 * single blank may stand for a comma or a point that it missed (`1 381,588.06`, `1 57`), where all other amounts of the
 * table have decimals or commas: nobody knows whether these are one figure or two. In the other a figure has signs that none has
 * (`7全`): wherever it stands, it may be that of the column that is blank.
 */
export function withoutDamagedFigures(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const damaged = rows.filter(hasDamagedFigure);
  const doubtful = new Set([...damaged, ...lackingSigns(rows, columns), ...withPointForComma(rows, columns)]);
  return doubtful.size === 0 ? rows : rows.map((row) => (doubtful.has(row) ? { ...row, bound: false } : row));
}

/** Whether a word behind the name of a row, or behind the first word of it, is a figure but for a sign or two. */
function hasDamagedFigure(row: Row): boolean {
  if (!isBodyRow(row)) return false;
  const name = row.cells.findIndex((cell) => cell !== undefined && hasWords(cell.text));
  if (name === -1) return false;
  const texts = row.cells.slice(name).flatMap((cell) => (cell && !cell.amount ? cell.text : []));
  const words = texts.map((text) => toHalfWidth(text));
  if (words.some((text) => JOINED.test(text))) return true;
  return words
    .flatMap((text) => text.split(/\s+/))
    .slice(1)
    .some(isDamaged);
}

function isDamaged(half: string): boolean {
  if (half.length > MAX_DAMAGED) return false;
  const digits = half.match(/\d/g)?.length ?? 0;
  const strange = half.replaceAll(/[\d\s.,()-]/g, '');
  const isFigure = STRANGE.test(strange) && digits >= strange.length;
  return isFigure && !NO_DIGIT.test(half) && !LETTERED_CODE.test(half);
}

/** Rows in which a point may stand for a comma: with three decimals (57.000), where no other amount has more than two. */
function withPointForComma(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const amountColumns = columns.filter(holdsMoney);
  const decimalsOf = (row: Row) => figuresOf(row, amountColumns).map(({ amount }) => amount.decimals);
  const odd = rows.filter((row) => isBodyRow(row) && decimalsOf(row).includes(GROUP));
  const others = rows.filter((row) => isBodyRow(row) && !odd.includes(row)).flatMap(decimalsOf);
  const isOdd = others.length > MIN_OTHERS * odd.length && others.every((decimals) => decimals < GROUP);
  return isOdd ? odd : [];
}

/** Rows in which a blank may stand for a sign. */
function lackingSigns(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const amountColumns = columns.filter(holdsMoney);
  const figures = new Map(rows.filter(isBodyRow).map((row) => [row, figuresOf(row, amountColumns)]));
  const parted = new Map<Row, ReadonlySet<Cell>>();
  for (const [row, cells] of figures) {
    const own = partedIn(cells);
    if (own.size > 0) parted.set(row, own);
  }
  if (parted.size === 0) return [];
  const others = [...figures].flatMap(([row, cells]) => cells.filter((cell) => !parted.get(row)?.has(cell)));
  const some = others.filter(({ amount }) => !amount.value.isZero());
  const haveSigns = some.every(({ amount, text }) => amount.decimals > 0 || /[,，]/.test(text));
  return haveSigns && some.length > MIN_OTHERS * parted.size ? [...parted.keys()] : [];
}

/** The figures of a row in columns of money, in the order in which they are printed; one may stand in several columns. */
function figuresOf({ cells }: Row, columns: readonly Column[]): AmountCell[] {
  const figures = new Set(columns.map(({ index }) => cells[index]).filter(hasAmount));
  return [...figures].sort(({ span: a }, { span: b }) => a.line - b.line || a.start - b.start);
}

/** The cells that may be two parts of one figure. */
function partedIn(cells: readonly AmountCell[]): ReadonlySet<Cell> {
  return new Set(
    cells.flatMap((cell, at) => {
      const next = cells[at + 1];
      return next && mayLackSign(cell, next) ? [cell, next] : [];
    }),
  );
}
