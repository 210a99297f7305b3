import { type Group, isLoose, isSound, mayFollow, type Piece, torn, touch } from './pieces.ts';

/** Lines of a name are as wide as each other, give or take half a character. */
const SLACK = 1;
/** More lines between two rows are no parts of names. */
const MAX_LINES = 6;
/** 合计, 总计 and the like, of which blanks may part the last character. */
const END_OF_TOTAL = /计$/;
/** So many lines of names that differ are no signs of a frame. */
const MIN_WORDS = 2;

/** The loose pieces between two rows, and how many of them may be of the row above; the others are of that below. */
interface Gap {
  readonly above: Piece | undefined;
  readonly loose: Group;
  readonly below: Piece | undefined;
  readonly ways: readonly number[];
}

/** A gap and what of it goes with the row above, and with the row below. */
interface Parted {
  readonly gap: Gap;
  readonly rest: Group;
  readonly beginning: Group;
  /** Whether it is certain. */
  readonly sure: boolean;
}

/**
 * Puts lines together whose names are wrapped wherever someone broke them, in a table in which every other row has
 * a code or is a total. Lines of a name begin below each other, none is wider than the one above it, and around
 * a row without a name stand as many of its lines above as below. Where that allows more than one way, or none,
 * pieces go as they most likely do, or stay by themselves, and the rows beside them are torn.
 *
 * @param likely the rows as they are where names are as wide as their column
 */
export function joinUneven(pieces: readonly Piece[], likely: readonly Group[]): Group[] {
  const owners = new Map(likely.flatMap((group) => group.map((piece) => [piece, group])));
  const gaps = chainsOf(gapsOf(pieces)).flatMap(settled);
  const isKept = keepsToOneWay(gaps);
  const parted = gaps.map((gap) => {
    const own = part(gap, owners);
    return isKept || gap.loose.length === 0 ? own : { ...own, sure: false };
  });
  return parted.flatMap((own, index): Group[] => {
    const before = parted[index - 1];
    const { above, loose } = own.gap;
    const left = loose.filter((piece) => !own.rest.includes(piece) && !own.beginning.includes(piece));
    const alone = left.map((piece) => [piece]);
    if (!above) return alone;
    const row = [...(before?.beginning ?? []), above, ...own.rest];
    const isSure = isTotal(above) || (before?.sure !== false && own.sure && isSound(row));
    return [isSure ? row : row.map(torn), ...alone];
  });
}

/** Where the lines of a name stand that are not those of its figures. */
type Side = 'above' | 'below' | 'around';

/**
 * Whether all names of a table are wrapped alike, above their figures, below or around them, as far as it is
 * known, and none in a way that no name is: else someone broke lines twice, and widths tell nothing. What is the same
 * in every gap may be signs of a frame.
 */
function keepsToOneWay(gaps: readonly Gap[]): boolean {
  const sides = new Set(gaps.flatMap((gap, index) => sideOf(gaps[index - 1], gap) ?? []));
  const words = new Set(gaps.flatMap(({ loose }) => loose.map(({ line }) => line.text.trim())));
  return sides.size <= 1 && words.size >= MIN_WORDS && gaps.every(({ ways }) => ways.length > 0);
}

/** On which side of its figures the row between two gaps has lines of its name, if it has, and as far as it is known. */
function sideOf(before: Gap | undefined, behind: Gap): Side | undefined {
  const isAbove = before?.ways.every((way) => way < before.loose.length) === true;
  const isBelow = behind.ways.every((way) => way > 0);
  if (isAbove && isBelow) return 'around';
  if (isAbove) return 'above';
  return isBelow ? 'below' : undefined;
}

function part(gap: Gap, owners: ReadonlyMap<Piece, Group>): Parted {
  const { above, loose, below } = gap;
  const [way, ...others] = gap.ways;
  if (way !== undefined && others.length === 0)
    return { gap, rest: loose.slice(0, way), beginning: loose.slice(way), sure: true };
  const goesWith = (row: Piece | undefined) => (piece: Piece) =>
    row !== undefined && owners.get(piece)?.includes(row) === true;
  return { gap, rest: loose.filter(goesWith(above)), beginning: loose.filter(goesWith(below)), sure: false };
}

/** The rows with what stands between them, one gap in front of the first and one behind the last. */
function gapsOf(pieces: readonly Piece[]): Gap[] {
  const gaps: Gap[] = [];
  let above: Piece | undefined;
  let loose: Piece[] = [];
  const close = (below: Piece | undefined): void => {
    gaps.push({ above, loose, below, ways: waysOf(above, loose, below) });
    above = below;
    loose = [];
  };
  for (const piece of pieces) {
    if (isLoose(piece)) loose.push(piece);
    else close(piece);
  }
  close(undefined);
  return gaps;
}

/** How many pieces may be of the row above, as far as the two rows beside them tell. */
function waysOf(above: Piece | undefined, loose: Group, below: Piece | undefined): number[] {
  if (loose.length > MAX_LINES) return [];
  return [...loose.keys(), loose.length].filter((count) => {
    const [rest, beginning] = [loose.slice(0, count), loose.slice(count)];
    return (
      (rest.length === 0 || (above !== undefined && isRest(above, rest))) &&
      (beginning.length === 0 || (below !== undefined && begins(beginning, below)))
    );
  });
}

function isRest(above: Piece, rest: Group): boolean {
  return !isTotal(above) && touch([above, ...rest]) && narrows(above.hasName ? [above, ...rest] : rest);
}

/** Whether a row is named by 合计 or the like: whole on its line, whatever stands around it. */
function isTotal({ line, hasName, isOwnRow }: Piece): boolean {
  return hasName && isOwnRow && END_OF_TOTAL.test(line.atoms[0]?.text ?? '');
}

function begins(beginning: Group, below: Piece): boolean {
  const isWhole = (below.isOwnRow && below.hasName) || below.isGlued;
  return (
    !isWhole && touch([...beginning, below]) && narrows(below.hasName ? [...beginning, below] : beginning)
  );
}

/** Whether lines may be those of one name: all but the last as wide as each other, and that one no wider. */
function narrows(pieces: Group): boolean {
  return pieces.every((piece, index) => {
    const before = pieces[index - 1];
    const isFull = index === pieces.length - 1 || piece.width + SLACK >= (before?.width ?? 0);
    return !before || (isFull && mayFollow(before, piece));
  });
}

/** Gaps that bear on each other: those with pieces, without one that has none in between. */
function chainsOf(gaps: readonly Gap[]): Gap[][] {
  const chains: Gap[][] = [];
  gaps.forEach((gap, index) => {
    const before = gaps[index - 1];
    if (before && before.loose.length > 0 && gap.loose.length > 0) chains.at(-1)?.push(gap);
    else chains.push([gap]);
  });
  return chains;
}

/** Leaves the ways that go together: a row without a name has as many lines of it above as below. */
function settled(chain: readonly Gap[]): readonly Gap[] {
  if (chain.every(({ loose }) => loose.length === 0)) return chain;
  const gaps = [...chain];
  const keep = (at: number, isPossible: (way: number) => boolean): void => {
    const gap = gaps[at];
    if (gap) gaps[at] = { ...gap, ways: gap.ways.filter(isPossible) };
  };
  if (chain[0]?.above?.hasName === false) keep(0, () => false);
  if (chain.at(-1)?.below?.hasName === false) keep(chain.length - 1, () => false);
  const areFitting = (at: number, upper: number, lower: number): boolean => {
    const gap = gaps[at + 1];
    return gap !== undefined && goTogether(gaps[at], upper, gap, lower);
  };
  for (let at = 1; at < gaps.length; at++)
    keep(at, (way) => gaps[at - 1]?.ways.some((upper) => areFitting(at - 1, upper, way)) === true);
  for (let at = gaps.length - 2; at >= 0; at--)
    keep(at, (way) => gaps[at + 1]?.ways.some((lower) => areFitting(at, way, lower)) === true);
  return gaps;
}

/** Whether a row between two gaps that has no name gets one. */
function goTogether(upper: Gap | undefined, way: number, { loose }: Gap, lower: number): boolean {
  if (upper?.below?.hasName !== false) return true;
  const [last, first] = [upper.loose.at(-1), loose[0]];
  return (
    upper.loose.length - way === lower && last !== undefined && first !== undefined && mayFollow(last, first)
  );
}
