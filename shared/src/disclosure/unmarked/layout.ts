import { headingWords } from '../../syntax/headingWords.ts';
import type { RowNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { isTotalLabel, wordsOf } from '../labels.ts';
import { isKnownName, isWholeInFrontOf } from '../wholeNames.ts';
import { brokenRows } from './brokenRows.ts';
import { beginsRow } from './byPlace.ts';
import type { Head } from './head.ts';
import type { HeadReading } from './headReadings.ts';
import { type Block, blocksOf, figureCount, kindOfHeading, type Leaf, leafOf } from './leaves.ts';
import { hasNameOfCode } from './namesOfCodes.ts';
import { placedByNumbers } from './numberedAbreast.ts';
import { type PlacedRow, placeRow } from './placeRow.ts';
import { losesBlanks, withGluedCodes } from './stub.ts';
import { isFigure, type Token, tokensOf } from './tokens.ts';

/** So many whole rows bear out how headings are read. */
const MIN_WHOLE = 2;

/** A reading of the headings that nothing speaks against. */
export interface Layout {
  readonly reading: HeadReading;
  readonly blocks: readonly Block[];
  /** Of each row. */
  readonly tokens: readonly (readonly Token[])[];
  readonly placed: readonly PlacedRow[];
  /** Whether all its columns of figures are filled somewhere. */
  readonly filled: boolean;
  /** Set where columns that no row fills are known by the places of headings. */
  readonly byPlaces?: true;
}

/**
 * Puts rows below a reading of their headings.
 *
 * @param aligned whether the places of cells in their lines are known, so that broken rows can be told
 * @returns undefined where the reading cannot be right: not as many headings as numbers below them say, or a block
 *   without names or without figures
 */
export function layoutOf(
  reading: HeadReading,
  head: Head,
  body: readonly RowNode[],
  aligned: boolean,
): Layout | undefined {
  const leaves = reading.leaves.map(leafOf);
  const blocks = blocksOf(leaves);
  if (!isNumbered(leaves, head) || !blocks.every(isComplete)) return undefined;
  const rows = body.map(tokensOf);
  const apart = losesBlanks(rows, blocks[0]?.stub ?? []);
  const glued = rows.map((tokens) => withGluedCodes(tokens, apart));
  const pairs = body.map((node, index) => ({ node, tokens: rows[index] ?? [] }));
  const broken = aligned && blocks[0] ? brokenRows(pairs, blocks[0]) : new Set<number>();
  const inOrder = rows.map((tokens, index): PlacedRow => {
    const row = placeRow(glued[index] ?? [], blocks);
    const [above = index === 0 ? lastOfHead(head) : [], below = []] = [rows[index - 1], rows[index + 1]];
    const isWhole = (beside: 'above' | 'below') => isNamedOnce(blocks) && hasNameOfCode(tokens, beside);
    const torn =
      broken.has(index) ||
      (mayGoOn(tokens, above, blocks.length) && !isWhole('above')) ||
      (goesOn(tokens, below, blocks.length) && !isWhole('below'));
    return torn ? { ...row, fit: 'partial', torn } : row;
  });
  const placed =
    blocks.length > 1
      ? placedByNumbers(
          inOrder.map((row, index) => ({ tokens: glued[index] ?? [], placed: row })),
          blocks,
        )
      : inOrder;
  const whole = placed.filter(({ fit }) => fit === 'whole');
  const isFilled = ({ start, stub }: Block) =>
    whole.some(({ cells }) => cells.some(({ column }) => column === start + stub.length));
  const exceeding = placed.filter(({ fit }) => fit === 'excess');
  if (exceeding.length > 0 && head.width === undefined) return undefined;
  // A total has a figure in every column: where it has more than there are headings, some were not found.
  if (exceeding.some(({ cells }) => cells.some(({ text }) => isTotalLabel(text)))) return undefined;
  return { reading, blocks, tokens: glued, placed, filled: blocks.every(isFilled) };
}

/** The last line in front of the body, where nothing shows that it heads columns: the name of the first row may begin there. */
export function lastOfHead({ rows }: Head): readonly Token[] {
  const last = rows.length > 1 ? rows.at(-1) : undefined;
  const [only, second] = last ? tokensOf(last) : [];
  if (only?.kind !== 'words' || second) return [];
  const { isLeaf, isGroup, isPart } = headingWords(only.cell.text);
  return isLeaf || isGroup || isPart || kindOfHeading(only.cell.text) !== 'figure' ? [] : [only];
}

/** Whether the rows have one name each, and one code. */
function isNamedOnce([block, ...others]: readonly Block[]): boolean {
  const names = block?.stub.filter(({ kind }) => kind === 'name') ?? [];
  return names.length === 1 && others.length === 0;
}

/**
 * Whether a label of a row may be the rest of a name that begins in the line above: words without figures
 * stand there, fewer than the table has labels abreast or the only one, and neither number nor total's word
 * shows that a row begins with each label here. The code may stand above with them, or its last digits.
 */
function mayGoOn(tokens: readonly Token[], above: readonly Token[], abreast: number): boolean {
  if (!tokens.some(isFigure) || !isLoose(above, abreast)) return false;
  const [first] = above;
  if (first?.kind === 'code' && first.cell.text.length <= 2) return true;
  // Of lists abreast any may be that of the code.
  if (first?.kind === 'code' && abreast === 1) return tokens.slice(0, 1).some(isName);
  const label = tokens.find(({ kind }) => kind === 'words');
  if (abreast === 1) return label !== undefined && isName(label);
  const before = above.map(({ cell }) => wordsOf(cell));
  return tokens.some((token) => isName(token) && !isKnownName(wordsOf(token.cell), before));
}

/** Whether the line below may be the rest of a name in this row: words alone with which no row begins. */
function goesOn(tokens: readonly Token[], below: readonly Token[], abreast: number): boolean {
  const after = below.map(({ cell }) => wordsOf(cell));
  const [first] = tokens;
  // A figure in front has lost its label, which may stand above and below.
  const areWhole =
    first?.kind === 'words' &&
    (abreast > 1
      ? tokens.every((token) => token.kind !== 'words' || isWhole(token, after))
      : isTotalLabel(first.cell.text));
  return tokens.some(isFigure) && isLoose(below, abreast) && below.every(isName) && !areWhole;
}

/** Whether a label has no rest in the line below: a total or a name of a classification. */
function isWhole({ cell }: Token, after: readonly string[]): boolean {
  return isTotalLabel(wordsOf(cell)) || isWholeInFrontOf(wordsOf(cell), after);
}

/** Words without figures, too few for a row of labels; codes may stand in front of them. */
function isLoose(tokens: readonly Token[], abreast: number): boolean {
  const behindCodes = Math.max(tokens.findIndex(({ kind }) => kind === 'words') + 1, 1);
  if (tokens.length === 0 || tokens.slice(behindCodes).some(isFigure)) return false;
  return abreast === 1 || tokens.length < abreast;
}

function isName(token: Token): boolean {
  return token.kind === 'words' && !beginsRow(token);
}

/** Whether the row that numbers the columns, if there is one, has a number for each. Remarks may have none. */
function isNumbered(leaves: readonly Leaf[], { width, figures }: Head): boolean {
  if (figures !== undefined && figures === figureCount(leaves)) return true;
  const numbered = leaves.findLastIndex(({ kind }) => kind !== 'text') + 1;
  return width === undefined || (numbered <= width && width <= leaves.length);
}

/** A block has a column of names and one of figures. */
function isComplete({ stub, rest }: Block): boolean {
  return stub.some(({ kind }) => kind !== 'code') && figureCount(rest) > 0;
}

/**
 * Readings that put the same headings over the same figures are one. Where groups may lie in several ways,
 * only the headings of the columns are certain.
 */
export function withoutTwins(layouts: readonly Layout[]): Layout[] {
  const byLeaves = new Map<string, Layout>();
  for (const layout of layouts) {
    const key = keyOf(layout);
    const known = byLeaves.get(key);
    const longer = known && known.reading.leaves.length > layout.reading.leaves.length ? known : layout;
    const { leaves } = longer.reading;
    byLeaves.set(key, known ? { ...longer, reading: { leaves, rows: [leaves] } } : layout);
  }
  return [...byLeaves.values()];
}

/**
 * Of layouts with the same columns of figures the one under which rows with codes are whole, where none is under any other:
 * 类 and 款 stand below the heading of those codes that rows have in two parts. A total has no codes, and is whole under all.
 * Where the columns of figures differ, rows are whole under too few of them as well, if they lost blank cells.
 */
export function borneOut(layouts: readonly Layout[]): readonly Layout[] {
  if (new Set(layouts.map(figuresOf)).size !== 1) return layouts;
  const counts = layouts.map(
    ({ placed, tokens }) =>
      placed.filter(({ fit }, index) => fit === 'whole' && tokens[index]?.[0]?.kind === 'code').length,
  );
  const most = Math.max(0, ...counts);
  const isOnly = most >= MIN_WHOLE && counts.filter((count) => count > 0).length === 1;
  return isOnly ? layouts.filter((_, index) => counts[index] === most) : layouts;
}

/** The headings of the columns of figures. */
function figuresOf({ reading: { leaves } }: Layout): string {
  const figures = leaves.filter((cell) => leafOf(cell).kind === 'figure');
  return figures.map((cell) => compactLabel(wordsOf(cell))).join('|');
}

/** The headings up to the last of figures. */
function keyOf({ reading: { leaves } }: Layout): string {
  const last = leaves.findLastIndex((cell) => leafOf(cell).kind === 'figure');
  const labels = leaves.slice(0, last + 1).map((cell) => compactLabel(wordsOf(cell)));
  return labels.join('|');
}
