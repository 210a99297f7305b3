import { append } from '../../../text/lists.ts';
import { joinAround } from './aroundFigures.ts';
import { joinGlued } from './gluedNames.ts';
import type { Layout } from './layout.ts';
import { codeColumns, type Group, isLoose, type Piece, piecesOf, torn, touch } from './pieces.ts';
import type { PlacedLine } from './rows.ts';
import { joinUneven } from './unevenNames.ts';

/** A name that goes on in the next line is as wide as the widest, give or take half a character. */
const SLACK = 1;
/** A total wrapped after its first character. */
const BEGUN_TOTAL = /^[合总小]$/;
/** So many wrapped names show how wide their column is: fewer may be as wide by chance. */
const MIN_WRAPPED = 3;

/** What one pass over the pieces made of them. */
interface Joined {
  readonly groups: Group[];
  readonly found: Habit;
}

/**
 * Puts lines together whose names are wrapped: a code and a name in one line, its amounts in the next, the rest
 * of the name above or below. In tables with codes each row but the totals has one. A piece that could go with
 * either neighbour stays a row by itself. Where the names of a table are not all wrapped at one width, what
 * their widths allow in one way only is joined, and rows beside what is left over are torn.
 */
export function joinWrapped(lines: readonly PlacedLine[], layout: Layout): PlacedLine[][] {
  const lower = new Map(lines.flatMap((line) => (line.isLower ? [[line.number - 1, line] as const] : [])));
  const upper = lower.size === 0 ? lines : lines.filter((line) => !line.isLower);
  return joinNames(upper, layout).map((group) =>
    group.flatMap((line) => [line, ...[lower.get(line.number) ?? []].flat()]),
  );
}

function joinNames(lines: readonly PlacedLine[], { columns }: Layout): PlacedLine[][] {
  const nameColumn = columns.findIndex((column) => column.isText);
  const codes = codeColumns(columns, nameColumn);
  const pieces = piecesOf(lines, nameColumn, codes);
  const isWhole = ({ hasCode, hasFigures, isOwnRow }: Piece) => isOwnRow || (hasCode && hasFigures);
  if (pieces.every(isWhole)) return joinTotals(lines.map((line) => [line]));
  const groups = codes.size > 0 ? joinCoded(pieces) : (joinGlued(pieces) ?? joinAround(pieces));
  return joinTotals(groups.map((group) => group.map(({ line }) => line)));
}

function joinCoded(pieces: readonly Piece[]): readonly Group[] {
  const habit = join(pieces, NO_HABIT).found;
  const { groups } = join(pieces, habit);
  if (isWidthKnown(groups)) return groups;
  if (pieces.every(isRowOrLoose)) return joinUneven(pieces, groups);
  return groups.map((group, index) => doubted(group, index, groups));
}

/** Whether a line is a part of a name and of nothing else, or has all of its row but, it may be, lines of the name. */
function isRowOrLoose(piece: Piece): boolean {
  const { line, hasCode, isOwnRow } = piece;
  return hasCode || isOwnRow || (isLoose(piece) && line.atoms.length === 1);
}

/** Whether several names are wrapped at one width, and no piece is left over. */
function isWidthKnown(groups: readonly Group[]): boolean {
  const wrapped = groups.filter((group) => group.length > 1 && group.some(isLoose));
  return wrapped.length >= MIN_WRAPPED && !groups.some((group) => group.every(isLoose));
}

/** Marks a row as torn that has, or could have, one of the loose pieces at its edges. */
function doubted(group: Group, index: number, groups: readonly Group[]): Group {
  const [above, below] = [groups[index - 1]?.at(-1), groups[index + 1]?.at(0)];
  const near = (piece: Piece | undefined) => piece !== undefined && isLoose(piece);
  const has = group.length > 1 && group.some(isLoose);
  const could =
    (near(above) && above !== undefined && touch([above, ...group])) ||
    (near(below) && below !== undefined && touch([...group, below]));
  return has || could ? group.map(torn) : group;
}

/** 合 over 计, in a column a character wide. */
function joinTotals(groups: readonly (readonly PlacedLine[])[]): PlacedLine[][] {
  const joined: PlacedLine[][] = [];
  for (const group of groups) {
    const above = joined.at(-1);
    const [line, ...others] = group;
    const isRest = others.length === 0 && line?.atoms.length === 1 && line.atoms[0]?.text === '计';
    const isBegun =
      above?.some(({ atoms }) => atoms.some(({ text }) => BEGUN_TOTAL.test(text))) === true &&
      above.at(-1)?.number === (line?.number ?? 0) - 1;
    if (isRest && isBegun) above.push(...group);
    else joined.push([...group]);
  }
  return joined;
}

/** How many names go on below their row, and how many begin above it, where only one of them is possible. */
interface Habit {
  readonly below: number;
  readonly above: number;
}

const NO_HABIT: Habit = { below: 0, above: 0 };

function join(pieces: readonly Piece[], habit: Habit): Joined {
  const widest = pieces.reduce((most, { width }) => Math.max(most, width), 0);
  const groups: Piece[][] = [];
  let found = NO_HABIT;
  let loose: Piece[] = [];
  const close = (next: Piece | undefined): void => {
    const above = groups.at(-1);
    const way = divide(above, loose, next, habit, widest);
    if (way !== undefined) {
      found = { below: found.below + way, above: found.above + loose.length - way };
      if (above) append(above, loose.slice(0, way));
      if (next) groups.push([...loose.slice(way), next]);
    } else {
      for (const each of loose) groups.push([each]);
      if (next) groups.push([next]);
    }
    loose = [];
  };
  for (const piece of pieces) {
    const above = groups.at(-1);
    if (isLoose(piece)) loose.push(piece);
    else if (above && completes(above, loose, piece)) {
      append(above, [...loose, piece]);
      loose = [];
    } else close(piece);
  }
  close(undefined);
  return { groups, found };
}

/** Whether a line brings the amounts to the code above it, or the code to the amounts. */
function completes(above: Group, loose: Group, piece: Piece): boolean {
  const hasCode = above.some((each) => each.hasCode);
  const hasFigures = above.some((each) => each.hasFigures);
  if (piece.isOwnRow || above.some((each) => each.isOwnRow) || hasCode === hasFigures) return false;
  return piece.hasCode !== hasCode && piece.hasFigures !== hasFigures && touch([...above, ...loose, piece]);
}

/** Whether each line stands right below the one before, whose name is full. */
function goOn(pieces: Group, widest: number): boolean {
  return touch(pieces) && pieces.slice(0, -1).every(({ width }) => width > 0 && width >= widest - SLACK);
}

/**
 * How many of the loose pieces between two rows belong to the row above, the others to that below: the rest of
 * a name goes below a full line, and its beginning is full itself. Undefined where several ways are possible,
 * and the other names of the table do not all go one way.
 */
function divide(
  above: Group | undefined,
  loose: Group,
  below: Piece | undefined,
  habit: Habit,
  widest: number,
): number | undefined {
  const ways = [...loose.keys(), loose.length].filter((count) => {
    const [rest, beginning] = [loose.slice(0, count), loose.slice(count)];
    const isRest = rest.length === 0 || (above !== undefined && goOn([...above.slice(-1), ...rest], widest));
    // A code without a name has its name above, at least in part.
    if (beginning.length === 0 && below?.hasCode && !below.hasName && rest.length > 0) return false;
    const begins =
      beginning.length === 0 ||
      (below?.isOwnRow === false && !below.isGlued && goOn([...beginning, below], widest));
    return isRest && begins;
  });
  if (ways.length < 2) return ways[0];
  // A name is set around the middle of its row: as many lines go below as above.
  const ahead = above?.findIndex((piece) => piece.hasCode || piece.hasFigures) ?? 0;
  if (ahead > 0 && ways.includes(ahead)) return ahead;
  if (habit.below > 0 && habit.above === 0) return ways.at(-1);
  return habit.above > 0 && habit.below === 0 ? ways[0] : undefined;
}
