import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { BODY_GLUED } from '../../text/codeShape.ts';
import { parseNumbering } from '../../text/numbering.ts';
import { isTotalLabel } from '../labels.ts';
import { bareName, isKnown } from '../wholeNames.ts';
import { beginsRow } from './byPlace.ts';
import { headOf } from './head.ts';
import { isFigure, joined, type Token, tokensOf } from './tokens.ts';

/** Shorter names stand for anything. */
const MIN_NAME = 4;
/** What the name of a body itself has behind that of its 部门. */
const OWN_BODY = /(?:本级|机关)$/;

type Cells = readonly [CellNode, ...CellNode[]];

interface Line {
  readonly row: RowNode;
  /** None of headings. */
  readonly tokens: readonly Token[];
}

/** Where the name of a row, or a part of it, stands beside its figures, or would. */
interface Place {
  /** The part of the name. */
  readonly part?: CellNode;
  /** The cell in its place, or the figure behind the gap that it left. */
  readonly at: CellNode;
}

/** A name that goes over the lines around a row. */
interface Way extends Place {
  /** Its parts. */
  readonly name: Cells;
  /** The lines above and below that have the others. */
  readonly lines: readonly number[];
}

/**
 * Makes one row again of a name that goes over lines around its figures in a flattened table (`国有资本经营预` over
 * `算拨款 0.00`): none of its parts is a name that tables are known to have, but all of them together are, or another row has
 * it whole. Where nothing of the name stands beside the figures, these come first in their line, or there is one gap only in
 * a row of numbered items abreast; the line below has more of an item above where another item follows. A row keeps its
 * first line.
 */
export function withKnownNames(rows: readonly RowNode[]): readonly RowNode[] {
  const body = headOf(rows)?.body ?? rows.length;
  const lines = rows.map((row, index): Line => ({ row, tokens: index < body ? [] : tokensOf(row) }));
  const own = new Set(
    lines.flatMap(({ tokens }) => tokens.filter(isWord).flatMap(({ cell }) => namesLike(cell.text))),
  );
  const ways = lines.map((_, index) => onlyWay(lines, index, own));
  const claimed = ways.flatMap((way) => way?.lines ?? []);
  // A line that two rows claim belongs to neither for sure.
  const isSure = (way: Way) => way.lines.every((line) => claimed.indexOf(line) === claimed.lastIndexOf(line));
  const sure = ways.map((way) => (way && isSure(way) ? way : undefined));
  const parts = new Set(sure.flatMap((way) => way?.lines ?? []));
  return lines.flatMap(({ row }, index) => {
    const way = sure[index];
    if (parts.has(index)) return [];
    return way ? joinedRow(lines[Math.min(index, ...way.lines)]?.row ?? row, row, way) : row;
  });
}

/** The only way to make a whole name of what stands in a row of figures and in the lines next to it. */
function onlyWay(lines: readonly Line[], index: number, own: ReadonlySet<string>): Way | undefined {
  const tokens = lines[index]?.tokens ?? [];
  if (!tokens.some(isFigure)) return undefined;
  const [above, below] = [wordsAt(lines, index, -1), wordsAt(lines, index, 1)];
  const labels = tokens.filter(isWord).map(({ cell }): Place => ({ part: cell, at: cell }));
  // Around it another name may go over lines that these figures are of as well.
  const isNested = isLoose(lines[index - 2]) && isLoose(lines[index + 2]) && !beginsItem(lines[index + 2]);
  const gap = isNested ? undefined : gapIn(tokens, above);
  const places = [...labels, ...(gap ? [{ at: gap }] : [])];
  const ways = places.flatMap((place) =>
    [[above], [below], [above, below]].flatMap((around): Way | [] => {
      const [up, down] = [
        around.includes(above) ? above : undefined,
        around.includes(below) ? below : undefined,
      ];
      const [first, second, ...others] = [up, place.part, down].flatMap((cell) => cell ?? []);
      if (!first || !second || around.includes(undefined)) return [];
      const name: Cells = [first, second, ...others];
      const beyond = [...(up ? [index - 1] : []), ...(down ? [index + 1] : [])];
      const isItem = !place.part && up && beginsItem(lines[index - 1]) && beginsItem(lines[index + 2]);
      return isTornName(name, own) || (isItem && !beginsItem(lines[index + 1]))
        ? { ...place, name, lines: beyond }
        : [];
    }),
  );
  return ways.length === 1 ? ways[0] : undefined;
}

/** The figure in front of which a name is missing, if there is no other such place. */
function gapIn(tokens: readonly Token[], above: CellNode | undefined): CellNode | undefined {
  const [first] = tokens;
  if (first?.kind === 'figure') return first.cell;
  const items = tokens.filter(({ cell }) => parseNumbering(cell.text));
  const gaps = tokens.filter((token, at) => token.kind === 'figure' && isFigure(tokens[at - 1]));
  return above && parseNumbering(above.text) && items.length > 0 && gaps.length === 1
    ? gaps[0]?.cell
    : undefined;
}

/** The words of the line next to a row, if it has nothing else and no line stands between. */
function wordsAt(lines: readonly Line[], index: number, step: 1 | -1): CellNode | undefined {
  const [own, next] = [lines[index], lines[index + step]];
  const [only, ...others] = next?.tokens ?? [];
  const isNext = own && next && next.row.line - own.row.line === step;
  return isNext && only && isWord(only) && others.length === 0 ? only.cell : undefined;
}

/** Whether an item begins a line: with its number, 其中 or the word of a total. */
function beginsItem(line: Line | undefined): boolean {
  const [first] = line?.tokens ?? [];
  return first?.kind === 'words' && beginsRow(first);
}

function isLoose(line: Line | undefined): boolean {
  return line?.tokens.length === 1 && line.tokens.every(isWord);
}

/** Whether parts that are no names by themselves are one together. */
function isTornName(cells: Cells, own: ReadonlySet<string>): boolean {
  const [, ...rests] = cells;
  const name = bareName(textOf(cells));
  const areRests = rests.every(({ text }) => !parseNumbering(text) && !isTotalLabel(text));
  const areParts = areRests && cells.every(({ text }) => !isKnown(bareName(text)));
  return (
    areParts && name.length >= MIN_NAME && (isKnown(name) || namesLike(name).some((each) => own.has(each)))
  );
}

/** A name without its number, and without the words that tell a body itself from its 部门. */
function namesLike(label: string): string[] {
  const name = bareName(label).replace(BODY_GLUED, '');
  return [name, name.replace(OWN_BODY, '')];
}

function joinedRow(first: RowNode, row: RowNode, { name, part, at }: Way): RowNode {
  const whole = joined(name, 0);
  const cells = row.cells.flatMap((cell) => (cell !== at ? cell : part ? whole : [whole, cell]));
  return { ...first, cells: cells.map((cell, column) => ({ ...cell, column })) };
}

function isWord({ kind }: Token): boolean {
  return kind === 'words';
}

function textOf(cells: Cells): string {
  return cells.map(({ text }) => text).join('');
}
