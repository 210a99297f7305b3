import { CODE_LENGTH } from '../../../text/codeShape.ts';
import { isPageMark } from '../../../text/pageMark.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { isBarrier } from '../../barrier.ts';
import { isFrame } from '../frameSigns.ts';
import { isGarbledUnit } from '../garbledUnit.ts';
import { type Atom, atomsOf, joinWords, WIDE_GAP } from './atoms.ts';

/**
 * What a line is, by itself.
 * - `wall`: never part of such a table: a title, a declaration (单位：…), a sentence, a line with tabs.
 * - `blank`
 * - `page`: the number of a page, or signs of a frame: they stand between rows and are none.
 * - `strong`: a name or a code, and an amount that is no mere whole number: these make a table.
 * - `numbers`: a name and, apart from it, whole numbers that may be amounts, or numbers of anything.
 * - `amounts`: an amount without a name, as below a name that was wrapped.
 * - `figures`: any other line with figures or marks.
 * - `words`: headings, wrapped names, rows without figures.
 */
export type ShapeKind = 'wall' | 'blank' | 'page' | 'strong' | 'numbers' | 'amounts' | 'figures' | 'words';

/** A line with what it is and the words and figures that stand apart in it. */
export interface Shape {
  readonly kind: ShapeKind;
  readonly line: string;
  /** Whether a new page begins here: its columns may be elsewhere. */
  readonly paged: boolean;
  /** Words that single blanks part are joined. */
  readonly atoms: readonly Atom[];
}

/** Longer lines are prose or another dialect. */
const MAX_LINE = 600;
/** The number of a page may stand in the middle or at the end of its line. */
const MAX_PAGE = 200;

const SENTENCE = /[。;!?]/;
const LEADER = /[.·…]{4,}|…{2,}/;
const TITLE = /表(?:\([^()]*\))*$/;
/** 单位：万元, 填报单位, 公开01表, 表3 and the like stand around a table. */
const DECLARATION =
  /[单単]位\S{0,3}:|^(?:填报|编制[单部]|公开\d|附?[表件][\d一二三四五六七八九十]|(?:注|备注|说明|附注)[:\d]|第.{1,3}(?:部分|章|页)|#)/;
const HEADING = /^\S+(?: \S+)*(?:说明|情况|目录)$/;
/** Also with a comma that a scanner read for the point: 4, 461, 66. */
const STRONG =
  /^[-(]?(?:\d{1,3}(?:,\s?\d{3})+(?:,\s?\d{2})?|\d+(?:,\s?\d+)*\s?\.\s?\d{1,6}|\.\s?\d{2,6})\)?$/;
/** 类, 款, 项 or 单位编码, and the parts of a code in cells of their own behind its 类. */
const CODE = /^(?:\d{3}|\d{5,7})$/;
const LOWER_CODE = /^\d{2}$/;
/** A name has two characters; that of a total may be wrapped after its first. */
const NAME = /[一-鿿].*[一-鿿]|^[合总]$/;

/** The same few lines are asked for again and again while a table is looked for. */
const MAX_RECENT = 128;
const recent = new Map<string, Shape>();

/** Tells what a line is. */
export function shapeOf(line: string): Shape {
  if (line.length > MAX_LINE) return { kind: 'wall', line, paged: false, atoms: [] };
  const known = recent.get(line);
  if (known) return known;
  const shape = readShape(line);
  if (recent.size === MAX_RECENT) recent.clear();
  recent.set(line, shape);
  return shape;
}

function readShape(line: string): Shape {
  const paged = line.includes('\f');
  const half = toHalfWidth(line);
  const isOutside = isBarrier(line) || isWall(half);
  if (!isOutside && (isPageNumber(half) || isFrame(half))) return { kind: 'page', line, paged, atoms: [] };
  const atoms = isOutside ? [] : joinWords(atomsOf(line), half);
  const isWallAfterAll = atoms.length === 0 ? half.trim() !== '' : SENTENCE.test(half) && !areRemarks(atoms);
  if (isWallAfterAll) return { kind: 'wall', line, paged, atoms: [] };
  return { kind: kindOf(atoms), line, paged, atoms };
}

/** Digits apart from each other are rests of wrapped figures. */
function isPageNumber(half: string): boolean {
  return half.length <= MAX_PAGE && isPageMark(half.replace(/\s+/g, '')) && !/\d\s+\d/.test(half);
}

function isWall(half: string): boolean {
  const compact = half.replace(/\s+/g, '');
  return (
    half.includes('\t') ||
    compact.startsWith('|') ||
    LEADER.test(compact) ||
    TITLE.test(compact) ||
    DECLARATION.test(compact) ||
    HEADING.test(half.trim()) ||
    isGarbledUnit(half)
  );
}

/** Whether sentences stand in cells of their own behind an amount, and nowhere else. */
function areRemarks(atoms: readonly Atom[]): boolean {
  const amount = atoms.findIndex(({ text, gap }, index) => index > 0 && gap >= WIDE_GAP && STRONG.test(text));
  return (
    amount !== -1 &&
    atoms.every(({ text, gap }, index) => !SENTENCE.test(text) || (index > amount && gap >= WIDE_GAP))
  );
}

function kindOf(atoms: readonly Atom[]): ShapeKind {
  if (atoms.length === 0) return 'blank';
  const figures = atoms.filter(({ kind }) => kind === 'figure');
  if (figures.length === 0) return atoms.some(({ kind }) => kind === 'mark') ? 'figures' : 'words';
  const code = codeLength(atoms);
  const named = atoms.some(({ kind, text }) => kind === 'word' && NAME.test(text));
  if (code > 0 && figures.length > code) return 'strong';
  if (figures.some(({ text }) => STRONG.test(text))) return named ? 'strong' : 'amounts';
  return named && isGapped({ atoms }) && figures.some(({ text }) => isLarge(text)) ? 'numbers' : 'figures';
}

/** A whole number that may be an amount: no year, and no number of a mobile telephone. */
export function isLarge(text: string): boolean {
  return /^\d{4,12}$/.test(text) && !/^(?:(?:19|20)\d{2}|1[3-9]\d{9})$/.test(text);
}

/** Whether columns stand apart in a line. */
export function isGapped({ atoms }: Pick<Shape, 'atoms'>): boolean {
  return atoms.some(({ gap }, index) => index > 0 && gap >= WIDE_GAP);
}

/** A line that numbers the columns: marks and small numbers only, and 栏次 in front of them. */
export function isIndex({ atoms }: Pick<Shape, 'atoms'>): boolean {
  return atoms.every(({ kind, text }) => kind === 'mark' || /^(?:\d{1,2}|[栏行]次)$/.test(text));
}

/** A line that begins with a code, in one cell or over several (201 03 01), and a name. */
export function isCoded({ atoms }: Pick<Shape, 'atoms'>): boolean {
  return codeLength(atoms) > 0;
}

/** A code and, apart from it, amounts: the name between them is wrapped around the line. */
export function isCodeWithAmounts({ kind, atoms: [code, next] }: Shape): boolean {
  return kind === 'amounts' && CODE_LENGTH.test(code?.text ?? '') && (next?.gap ?? 0) >= WIDE_GAP;
}

/** How many atoms in front of a name are its code. */
function codeLength(atoms: readonly Atom[]): number {
  const length = atoms.findIndex(({ text }, index) => !(index === 0 ? CODE : LOWER_CODE).test(text));
  return atoms[length]?.kind === 'word' ? length : 0;
}
