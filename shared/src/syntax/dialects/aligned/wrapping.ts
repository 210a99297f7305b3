import { parseNumbering } from '../../../text/numbering.ts';
import type { Atom } from './atoms.ts';
import type { Layout } from './layout.ts';
import type { PlacedLine } from './rows.ts';
import { placeAtoms } from './ruler.ts';

/** A name that goes on in the next line is as wide as the widest, give or take half a character. */
const SLACK = 1;
/** A total wrapped after its first character. */
const BEGUN_TOTAL = /^[合总小]$/;
/** What stands in a line by itself, whatever is above it. */
const OWN_ROW = /^其\s*中|[合总小共]\s*计/;

/** A line and what it has of a row. */
interface Piece {
  readonly line: PlacedLine;
  readonly hasCode: boolean;
  readonly hasFigures: boolean;
  readonly hasName: boolean;
  readonly isOwnRow: boolean;
  /** Whether its name is as wide as the column. */
  readonly isFull: boolean;
}

/** Pieces of one row, in order. */
type Group = Piece[];

/** So many wrapped names show how wide their column is: fewer may be as wide by chance. */
const MIN_WRAPPED = 2;

/**
 * Puts lines together whose names are wrapped: a code and a name in one line, its amounts in the next, the rest
 * of the name above or below. Only in tables with codes, where each row but the totals has one. A piece that
 * could go with either neighbour stays a row by itself. Where not all names of the table are wrapped at one
 * width, the rows that loose pieces went with are torn, and those that they could have gone with.
 */
export function joinWrapped(lines: readonly PlacedLine[], layout: Layout): PlacedLine[][] {
  const nameColumn = layout.columns.findIndex((column) => column.isText);
  const codes = layout.columns.slice(0, Math.max(nameColumn, 0));
  if (codes.length === 0 || !codes.every((column) => column.isCode))
    return joinTotals(lines.map((line) => [line]));
  const pieces = piecesOf(lines, nameColumn);
  const habit = join(pieces, NO_HABIT).found;
  const { groups } = join(pieces, habit);
  const joined = isWidthKnown(groups) ? groups : groups.map((group, index) => doubted(group, index, groups));
  return joinTotals(joined.map((group) => group.map(({ line }) => line)));
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
  return has || could ? group.map((piece) => ({ ...piece, line: { ...piece.line, torn: true } })) : group;
}

/** A piece of a name that nothing but its width gives to a row. */
function isLoose({ hasCode, hasFigures, isOwnRow }: Piece): boolean {
  return !hasCode && !hasFigures && !isOwnRow;
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

function join(pieces: readonly Piece[], habit: Habit): { readonly groups: Group[]; readonly found: Habit } {
  const groups: Group[] = [];
  let found = NO_HABIT;
  let loose: Group = [];
  const close = (next: Piece | undefined): void => {
    const above = groups.at(-1);
    const way = divide(above, loose, next, habit);
    if (way !== undefined) {
      found = { below: found.below + way, above: found.above + loose.length - way };
      above?.push(...loose.slice(0, way));
      if (next) groups.push([...loose.slice(way), next]);
    } else {
      groups.push(...loose.map((piece) => [piece]));
      if (next) groups.push([next]);
    }
    loose = [];
  };
  for (const piece of pieces) {
    const above = groups.at(-1);
    if (isLoose(piece)) loose.push(piece);
    else if (above && completes(above, loose, piece)) {
      above.push(...loose, piece);
      loose = [];
    } else close(piece);
  }
  close(undefined);
  return { groups, found };
}

function piecesOf(lines: readonly PlacedLine[], nameColumn: number): Piece[] {
  const named = lines.map((line) => {
    const name = line.atoms.find((_, index) => line.slots[index] === nameColumn);
    return { line, name, width: name ? widthOf(line.text, name) : 0 };
  });
  const widest = named.reduce((most, { width }) => Math.max(most, width), 0);
  return named.map(({ line, name, width }) => {
    const text = name?.text ?? line.atoms[0]?.text ?? '';
    return {
      line,
      hasCode: line.slots.some((slot) => slot < nameColumn),
      hasFigures: line.atoms.some(
        ({ kind }, index) => kind !== 'word' && (line.slots[index] ?? 0) > nameColumn,
      ),
      hasName: name !== undefined,
      isOwnRow: isOwnRow(text),
      isFull: width > 0 && width >= widest - SLACK,
    };
  });
}

/** Whether a name shows by its number or its words that it begins a row. */
export function isOwnRow(name: string): boolean {
  return OWN_ROW.test(name) || parseNumbering(name) !== undefined;
}

function widthOf(text: string, atom: Atom): number {
  const [placed] = placeAtoms(text, [atom], 'display');
  return placed ? placed.right - placed.left : 0;
}

/** Whether a line brings the amounts to the code above it, or the code to the amounts. */
function completes(above: Group, loose: Group, piece: Piece): boolean {
  const hasCode = above.some((each) => each.hasCode);
  const hasFigures = above.some((each) => each.hasFigures);
  if (piece.isOwnRow || above.some((each) => each.isOwnRow) || hasCode === hasFigures) return false;
  return piece.hasCode !== hasCode && piece.hasFigures !== hasFigures && touch([...above, ...loose, piece]);
}

/** Whether each line stands right below the one before. */
function touch(pieces: Group): boolean {
  return pieces.every((piece, index) => {
    const before = pieces[index - 1];
    return !before || piece.line.number === before.line.number + 1;
  });
}

/** Whether each line stands right below the one before, whose name is full. */
function goOn(pieces: Group): boolean {
  return touch(pieces) && pieces.slice(0, -1).every((piece) => piece.isFull);
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
): number | undefined {
  const ways = [...loose.keys(), loose.length].filter((count) => {
    const [rest, beginning] = [loose.slice(0, count), loose.slice(count)];
    const isRest = rest.length === 0 || (above !== undefined && goOn([...above.slice(-1), ...rest]));
    // A code without a name has its name above, at least in part.
    if (beginning.length === 0 && below?.hasCode && !below.hasName && rest.length > 0) return false;
    const begins = beginning.length === 0 || (below?.isOwnRow === false && goOn([...beginning, below]));
    return isRest && begins;
  });
  if (ways.length < 2) return ways[0];
  // A name is set around the middle of its row: as many lines go below as above.
  const ahead = above?.findIndex((piece) => piece.hasCode || piece.hasFigures) ?? 0;
  if (ahead > 0 && ways.includes(ahead)) return ahead;
  if (habit.below > 0 && habit.above === 0) return ways.at(-1);
  return habit.above > 0 && habit.below === 0 ? ways[0] : undefined;
}
