import { headingWords } from '../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { ENDS_IN_TOTAL } from '../../text/totalWords.ts';
import type { HeadReading } from './headReadings.ts';
import type { Count, Edges } from './linePlaces.ts';
import {
  areKnownTogether,
  edgesOf,
  haveOneMiddle,
  middleLine,
  middleOf,
  type Piece,
  type Pieces,
  piecesOf,
  SLACK,
  widestOf,
} from './stackPieces.ts';

/** Headings of narrow columns are wrapped to so many lines. */
const MAX_LINES = 14;
/** A header that can be taken apart in so many places is given up. */
const MAX_STATES = 4000;
/** So many of the likeliest readings are kept on the way. */
const KEPT = 4;
/** A reading that is likelier by so much than any other is believed. */
const MARGIN = 1;
/** Lines of one heading may have so many others between them. */
const REACH = 4;

/** A sign that may not begin a line makes it wider, in half characters. */
const WIDER = 2;

/** How likely something is, as the sum of what speaks for it and against it. */
const KNOWN_LEAF = 1;
const KNOWN_GROUP = 0;
const UNKNOWN_STACK = -1.3;
const UNKNOWN_WORD = -1.5;
const UNKNOWN_GROUP = -1.5;
const UNEVEN = -0.5;
const NARROW = -1;
const FAR = -1;
const HIGH = -1;
const OVER = -2;
/** A line more or less is nothing, since the middle may be between two; further apart are lines of one heading not. */
const HALF = 0.5;
const NEAR = 2;
/** Middles that are so far apart, in characters, are not the same. */
const ASIDE = 0.4;

const LEVEL = /^[类款项]$/;
/** A total stands over nothing, nor do these. */
const OVER_NOTHING = new RegExp(`${ENDS_IN_TOTAL.source}|^(?:数量|单价|金额)$`);

type Role = 'leaf' | 'group';

/** The lines of one heading. */
interface Stack {
  readonly pieces: Pieces;
  readonly text: string;
  readonly role: Role;
}

/** Some headings, from left to right, and how likely they are. */
interface Solution {
  readonly score: number;
  readonly stacks: readonly Stack[];
}

/**
 * The likeliest way to put the lines of wrapped headings together: lines of one heading have one middle, none is
 * wider than the one above it, and nothing stands between them; headings of columns are set in the middle of the
 * height they share, those of groups above others; and most headings are known. Undefined where another way is about
 * as likely.
 */
export function stackedReading(rows: readonly RowNode[], counts: readonly Count[]): HeadReading | undefined {
  if (rows.length > MAX_LINES) return undefined;
  const ways = counts.flatMap((count) => {
    const lines = rows.map((row, line) => piecesOf(row, line, count));
    const solutions = new Header(lines).solutions();
    return solutions.length > 0 ? [{ count, solutions }] : [];
  });
  const isSure = ways.every(
    ({ solutions: [best, next] }) => best && (!next || best.score - next.score >= MARGIN),
  );
  const readings = ways.flatMap(({ count, solutions: [best] }) => (best ? [readingOf(best, count)] : []));
  const [reading, ...others] = readings;
  if (!reading || !isSure || others.some((other) => labelsOf(other) !== labelsOf(reading))) return undefined;
  return { ...reading, places: readings.flatMap(({ places = [] }) => places) };
}

function labelsOf({ leaves }: HeadReading): string {
  return leaves.map(({ span, whole, text }) => `${span.line}:${whole ?? text}`).join('|');
}

/** What stands lowest over each column: the words of a group in front of it change little. */
function keyOf({ stacks }: Solution): string {
  const lowest = stacks.flatMap(({ role, pieces }) => (role === 'leaf' ? (pieces.at(-1) ?? []) : []));
  return lowest.map(({ line, left }) => `${line}:${left}`).join();
}

/** The best ways, one for each set of columns. */
function bestOf(solutions: Solution[]): Solution[] {
  const best = new Map<string, Solution>();
  for (const solution of solutions.sort((a, b) => b.score - a.score)) {
    const key = keyOf(solution);
    if (!best.has(key)) best.set(key, solution);
    if (best.size === KEPT) break;
  }
  return [...best.values()];
}

/** A header that is taken apart from left to right. */
class Header {
  readonly #lines: readonly (readonly Piece[])[];
  /** What is likeliest for the words behind these of each line. */
  readonly #known = new Map<string, readonly Solution[]>();

  constructor(lines: readonly (readonly Piece[])[]) {
    this.#lines = lines;
  }

  /** The likeliest ways, the best first. */
  solutions(): readonly Solution[] {
    const all = this.#from(this.#lines.map(() => 0));
    return this.#known.size > MAX_STATES ? [] : all;
  }

  #from(next: readonly number[]): readonly Solution[] {
    const key = next.join();
    const known = this.#known.get(key);
    if (known || this.#known.size > MAX_STATES) return known ?? [];
    const heads = this.#lines.map((line, index) => line[next[index] ?? 0]);
    const pivot = heads.reduce((least, head) => (head && (!least || head.left < least.left) ? head : least));
    const solutions = pivot
      ? this.#stacksAt(heads, pivot).flatMap(({ stack, score }) => {
          const behind = next.map((at, line) =>
            stack.pieces.some((own) => own.line === line) ? at + 1 : at,
          );
          return this.#from(behind).map((rest) => ({
            score: score + rest.score,
            stacks: [stack, ...rest.stacks],
          }));
        })
      : [{ score: 0, stacks: [] }];
    const best = bestOf(solutions);
    this.#known.set(key, best);
    return best;
  }

  /** The headings that some of the next words of the lines make, the leftmost of all among them. */
  #stacksAt(heads: readonly (Piece | undefined)[], pivot: Piece): { stack: Stack; score: number }[] {
    const found: { stack: Stack; score: number }[] = [];
    const go = (line: number, pieces: readonly Piece[]): void => {
      const last = pieces.at(-1);
      if (line === heads.length || (last && line - last.line > REACH)) {
        const [first, ...others] = pieces;
        if (first && pieces.includes(pivot)) found.push(...this.#judged([first, ...others]));
        return;
      }
      const piece = heads[line];
      if (piece && (!last || this.#mayFollow(last, piece))) go(line + 1, [...pieces, piece]);
      if (piece !== pivot) go(line + 1, pieces);
    };
    go(0, []);
    return found;
  }

  /** Whether one word may be the next line of the heading of another: nothing stands between them. */
  #mayFollow(above: Piece, below: Piece): boolean {
    const isWider = below.width > above.width + WIDER && !areKnownTogether(above, below);
    if (isWider || !haveOneMiddle(above, below)) return false;
    const [left, right] = [Math.min(above.left, below.left), Math.max(above.right, below.right)];
    return !this.#lines
      .slice(above.line + 1, below.line)
      .some((line) => line.some((other) => other.left < right && left < other.right));
  }

  /** What words may be that are put together, and how likely that is. */
  #judged(pieces: Pieces): { stack: Stack; score: number }[] {
    const texts = pieces.map(({ cell }) => cell.text);
    const text = texts.join('');
    if (!isWhole(text) || (texts.length > 1 && texts.some((each) => LEVEL.test(each)))) return [];
    const shape = shapeScore(pieces);
    const { isLeaf, isPart } = headingWords(text);
    const isRest = isPart && !isLeaf;
    const roles = this.#rolesOf(pieces).filter((role) =>
      role === 'leaf' ? !isRest : !OVER_NOTHING.test(text),
    );
    return roles.map((role) => ({
      stack: { pieces, text, role },
      score: shape + wordScore(text, pieces, role) + (role === 'leaf' ? this.#placeScore(pieces) : 0),
    }));
  }

  /** What stands over others heads a group of them; so may what stands higher than the headings of columns. */
  #rolesOf(pieces: readonly Piece[]): Role[] {
    const isGroup = this.#isOverSeveral(pieces);
    if (this.#isOverOne(pieces)) return isGroup ? ['group'] : [];
    return isGroup ? ['leaf', 'group'] : ['leaf'];
  }

  #below(pieces: readonly Piece[]): readonly Piece[] {
    return this.#lines.slice((pieces.at(-1)?.line ?? 0) + 1).flat();
  }

  /** Whether something stands straight below. */
  #isOverOne(pieces: readonly Piece[]): boolean {
    const [left, right] = edgesOf(pieces);
    return this.#below(pieces).some((other) => {
      const middle = (other.left + other.right) / 2;
      return left <= middle && middle <= right;
    });
  }

  /** Whether headings stand below on both sides of the middle, up to those beside it. */
  #isOverSeveral(pieces: readonly Piece[]): boolean {
    const [left, right] = edgesOf(pieces);
    const beside = pieces.flatMap(({ line }) => this.#lines[line] ?? []);
    const from = Math.max(0, ...beside.flatMap((other) => (other.right <= left ? other.right : [])));
    const to = Math.min(
      Number.POSITIVE_INFINITY,
      ...beside.flatMap((other) => (other.left >= right ? other.left : [])),
    );
    const below = this.#below(pieces).filter(
      (other) => from <= other.left && other.right <= to && !this.#goesOnFromAbove(other, pieces),
    );
    const middle = (left + right) / 2;
    return (
      below.some((other) => (other.left + other.right) / 2 < middle - ASIDE) &&
      below.some((other) => (other.left + other.right) / 2 > middle + ASIDE)
    );
  }

  /** Whether a word may be the rest of a heading that begins as high as others, or higher. */
  #goesOnFromAbove(piece: Piece, beside: readonly Piece[]): boolean {
    const upper = this.#lines.slice(0, (beside.at(-1)?.line ?? 0) + 1).flat();
    return upper.some((other) => !beside.includes(other) && haveOneMiddle(other, piece));
  }

  #middle(): number {
    return (this.#lines.length - 1) / 2;
  }

  /** What speaks against the heading of a column that stands higher than others, and may be that of a group. */
  #placeScore(pieces: readonly Piece[]): number {
    const above = this.#middle() - middleLine(pieces);
    return HIGH * Math.max(0, above - HALF) + (this.#isOverSeveral(pieces) ? OVER : 0);
  }
}

/** Whether words can be a heading: one character is none, and brackets are closed. */
function isWhole(text: string): boolean {
  const half = text.replaceAll('（', '(').replaceAll('）', ')');
  if (half.length < 2) return LEVEL.test(half);
  const isClosed = half.split('(').length === half.split(')').length;
  return isClosed && !/^[)”的及和与、]|[“的及和与、]$/.test(half);
}

/** How even the lines of a heading are: as far from each other, and all but the last as wide. */
function shapeScore(pieces: readonly Piece[]): number {
  const steps = pieces.slice(1).map(({ line }, index) => line - (pieces[index]?.line ?? 0));
  const far = steps.reduce((sum, step) => sum + Math.max(0, step - NEAR), 0);
  const [first] = pieces;
  const narrow = pieces.slice(0, -1).some(({ width }) => width + WIDER < (first?.width ?? 0));
  return (new Set(steps).size > 1 ? UNEVEN : 0) + (narrow ? NARROW : 0) + FAR * far;
}

function wordScore(text: string, pieces: readonly Piece[], role: Role): number {
  const { isLeaf, isGroup } = headingWords(text);
  if (role === 'group') return isGroup ? KNOWN_GROUP : UNKNOWN_GROUP;
  if (isLeaf) return KNOWN_LEAF;
  return pieces.length > 1 ? UNKNOWN_STACK : UNKNOWN_WORD;
}

function readingOf({ stacks }: Solution, count: Count): HeadReading {
  const leaves = stacks.filter(({ role }) => role === 'leaf');
  const groups = stacks.filter(({ role }) => role === 'group');
  const totalled = leaves.map((leaf) => (leaf.text === '小计' ? groupOf(leaf, groups) : undefined));
  const cells = leaves.map((leaf, column): CellNode => {
    const [{ cell }] = leaf.pieces;
    const group = totalled[column];
    // A group has one 小计, the nearest; one in front of that is of a group around it.
    const isOuter = group !== undefined && totalled.lastIndexOf(group) > column;
    const text = group === undefined || isOuter ? leaf.text : `${group.text}小计`;
    return { ...cell, column, ...(text !== cell.text && { whole: text }) };
  });
  const ends = leaves.map(({ pieces }): Edges => {
    const [left, right] = edgesOf(pieces);
    return { left, right };
  });
  const shown = leaves.map(({ pieces }): Edges => {
    const { shown: left, width } = widestOf(pieces);
    return { left, right: left + width };
  });
  return { leaves: cells, rows: [cells], places: [ends, shown].map((edges) => ({ count, edges })) };
}

/** The group of a 小计, which is the first of its columns: its heading stands in the middle of these, so it is the next one to the right. */
function groupOf({ pieces }: Stack, groups: readonly Stack[]): Stack | undefined {
  const [line, middle] = [pieces[0].line, middleOf(pieces)];
  const over = groups.filter((group) => group.pieces.every((piece) => piece.line < line));
  const behind = over.filter((group) => middleOf(group.pieces) >= middle - SLACK);
  const [next, ...others] = behind.sort((a, b) => middleOf(a.pieces) - middleOf(b.pieces));
  // Of groups within groups nobody knows which is meant.
  const isOnly = others.every(({ pieces: [first] }) => first.line <= (next?.pieces[0].line ?? line));
  return isOnly ? next : undefined;
}
