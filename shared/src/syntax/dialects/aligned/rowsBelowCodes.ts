import { WHOLE_CODE } from '../../../text/codeShape.ts';
import type { FittedRow } from './certainty.ts';
import type { Profile } from './profile.ts';

/** A line of the table as it was fitted to the columns. */
export interface FittedLine extends FittedRow {
  /** Number of the line. */
  readonly number: number;
  /** Whether it may be the number of a page: it is a code where its name stands below it. */
  readonly mayBePage: boolean;
}

/**
 * The lines that hold the name and the amount of a code at the end of the line above: in lists abreast, the rows of
 * the last may stand half a line lower than their codes. Where one such line has no code above it, or one such code
 * nothing below it, codes may as well stand below their names, and none is told.
 *
 * @param lines those of the body
 */
export function rowsBelowCodes(
  lines: readonly FittedLine[],
  columns: readonly Profile[],
): ReadonlySet<number> {
  const below = new Set<number>();
  let open: (Pick<FittedLine, 'number' | 'mayBePage'> & { readonly slot: number }) | undefined;
  for (const line of lines) {
    const slot = nameSlot(line, columns);
    if (slot !== undefined) {
      if (open?.number !== line.number - 1 || open.slot !== slot - 1) return new Set();
      below.add(line.number);
    } else if (open?.mayBePage === false) return new Set();
    const code = slot === undefined ? bareCodeSlot(line, columns) : undefined;
    const { number, mayBePage } = line;
    open = code === undefined ? undefined : { number, mayBePage, slot: code };
  }
  return open?.mayBePage === false ? new Set() : below;
}

/** In which column a line ends with a code behind which a name should stand. */
function bareCodeSlot({ atoms, slots }: FittedLine, columns: readonly Profile[]): number | undefined {
  const slot = slots.at(-1) ?? -1;
  // 302, 30201: the only figures that can be nothing but codes.
  const isBare = WHOLE_CODE.test(atoms.at(-1)?.atom.text ?? '') && isAbreast(slot, columns);
  return isBare ? slot : undefined;
}

/** In which column the name begins of a line that has a name of a later list, its amount and nothing else. */
function nameSlot({ atoms, slots }: FittedLine, columns: readonly Profile[]): number | undefined {
  const [slot = -1] = slots;
  const [name, ...amounts] = atoms;
  const isName = name?.atom.kind === 'word' && isAbreast(slot - 1, columns);
  return isName && amounts.length > 0 && amounts.every(({ atom }) => atom.kind !== 'word') ? slot : undefined;
}

/** Whether a column has the codes of a list behind another, and names behind them. */
function isAbreast(slot: number, columns: readonly Profile[]): boolean {
  return (
    columns[slot]?.isCode === true &&
    columns[slot + 1]?.isText === true &&
    columns.slice(0, slot).some(({ isText }) => isText)
  );
}
