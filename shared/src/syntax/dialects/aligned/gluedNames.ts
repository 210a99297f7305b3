import { type Group, isLoose, isSound, mayFollow, type Piece, torn, touch } from './pieces.ts';

/** Lines of a name begin below each other. */
const SLACK = 1;
/** So many rows whose names begin with a code show that all do. */
const MIN_GLUED = 2;

/**
 * Puts lines together where names begin with their codes: what follows without one is more of the name, or its
 * figures, down to the next code or total. Undefined where other rows have none, so that words without figures may
 * be rows.
 */
export function joinGlued(pieces: readonly Piece[]): readonly Group[] | undefined {
  const whole = pieces.filter(({ isGlued, hasFigures }) => isGlued && hasFigures);
  if (whole.length < MIN_GLUED) return undefined;
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const open = groups.at(-1);
    if (open && goesOn(open, piece)) open.push(piece);
    else if (piece.isGlued || piece.isOwnRow) groups.push([piece]);
    else return undefined;
  }
  return groups.every((group) => isNarrowing(group) && isSound(group))
    ? groups
    : groups.map((group) => (group.length > 1 ? group.map(torn) : group));
}

/** Whether no line of a name is wider than the one above it: else someone broke lines twice, and some may be missing. */
function isNarrowing(group: Group): boolean {
  const names = group.filter(({ hasName }) => hasName);
  return names.every((piece, index) => {
    const before = names[index - 1];
    return !before || mayFollow(before, piece);
  });
}

/** Whether a line goes on with a row: with its name, or with its figures where it has none yet. */
function goesOn(open: Group, piece: Piece): boolean {
  const [first] = open;
  if (!first?.isGlued || piece.isGlued || piece.isOwnRow || !touch([...open, piece])) return false;
  const isFlush = !piece.hasName || Math.abs(piece.left - first.left) <= SLACK;
  return isFlush && (isLoose(piece) || !open.some(({ hasFigures }) => hasFigures));
}
