import type { AmountCell } from '../disclosure/table.ts';
import { sameItems } from '../text/lists.ts';
import type { Decimal } from '../text/money.ts';
import type { Ties } from './candidates.ts';
import { type Cause, explainGroup } from './culprits.ts';
import type { Evaluation } from './relation.ts';

/** What the ties said of a cell, as far as they were asked. */
interface Said {
  relations?: readonly Evaluation[];
  copies?: readonly Evaluation[];
  hints?: readonly Evaluation[];
  elsewhere?: readonly AmountCell[];
  rounded?: boolean;
}

/** The causes of a group, with all that had a say in them. */
interface Explained {
  readonly group: readonly Evaluation[];
  readonly said: ReadonlyMap<AmountCell, Said>;
  readonly causes: readonly Cause[];
}

const known = new WeakMap<Evaluation, Explained>();

/**
 * The causes of a group of relations that fail. To search for them is costly, and most edits have no bearing on them: as
 * long as all that was asked about its cells is answered as it was, the causes are those found before.
 */
export function causesOf(group: readonly Evaluation[], ties: Ties): readonly Cause[] {
  const [first] = group;
  const before = first && known.get(first);
  if (before && sameItems(before.group, group) && isSaidAgain(before.said, ties)) return before.causes;
  const said = new Map<AmountCell, Said>();
  const causes = explainGroup(group, listening(ties, said));
  if (first) known.set(first, { group, said, causes });
  return causes;
}

/** The same ties, of which all that is asked is taken down. */
function listening(ties: Ties, said: Map<AmountCell, Said>): Ties {
  const note = (cell: AmountCell, answer: Said) => said.set(cell, { ...said.get(cell), ...answer });
  return {
    of(cell) {
      const relations = ties.of(cell);
      note(cell, { relations });
      return relations;
    },
    copiesOf(cell) {
      const copies = ties.copiesOf(cell);
      note(cell, { copies });
      return copies;
    },
    hintsOn(cell) {
      const hints = ties.hintsOn(cell);
      note(cell, { hints });
      return hints;
    },
    elsewhere(cell) {
      const elsewhere = ties.elsewhere(cell);
      note(cell, { elsewhere });
      return elsewhere;
    },
    isRounded(cell) {
      const rounded = ties.isRounded(cell);
      note(cell, { rounded });
      return rounded;
    },
  };
}

function isSaidAgain(said: ReadonlyMap<AmountCell, Said>, ties: Ties): boolean {
  return [...said].every(
    ([cell, { relations, copies, hints, elsewhere, rounded }]) =>
      isAlike(relations, () => ties.of(cell), Object.is) &&
      isAlike(copies, () => ties.copiesOf(cell), saysTheSame) &&
      isAlike(hints, () => ties.hintsOn(cell), saysTheSame) &&
      isAlike(elsewhere, () => ties.elsewhere(cell), printsTheSame) &&
      (rounded === undefined || rounded === ties.isRounded(cell)),
  );
}

function isAlike<T>(
  before: readonly T[] | undefined,
  ask: () => readonly T[],
  equal: (a: T, b: T) => boolean,
): boolean {
  if (!before) return true;
  const now = ask();
  return (
    now.length === before.length &&
    now.every((each, index) => {
      const last = before[index];
      return last !== undefined && (last === each || equal(last, each));
    })
  );
}

/** Whether two copies of one cell say the same of it, though the table they stand in was read again. */
function saysTheSame(a: Evaluation, b: Evaluation): boolean {
  const [part, more] = a.relation.parts;
  const [other, another] = b.relation.parts;
  return (
    part !== undefined &&
    other !== undefined &&
    !more &&
    !another &&
    a.relation.total.cell === b.relation.total.cell &&
    a.relation.rule === b.relation.rule &&
    a.relation.comparison === b.relation.comparison &&
    a.standing === b.standing &&
    a.slack.eq(b.slack) &&
    isSameFactor(part.factor, other.factor) &&
    printsTheSame(part.cell, other.cell)
  );
}

function printsTheSame(a: AmountCell, b: AmountCell): boolean {
  return a.amount.decimals === b.amount.decimals && a.amount.value.eq(b.amount.value);
}

function isSameFactor(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a && b ? a.eq(b) : a === b;
}
