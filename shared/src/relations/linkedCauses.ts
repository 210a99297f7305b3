import type { AmountCell } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';
import { type Candidate, candidateAt, likelihoodOf, type Ties } from './candidates.ts';
import type { Cause } from './culprits.ts';
import { evaluateAnew } from './interval.ts';
import { cellsOf, type Evaluation } from './relation.ts';

/** Looks for the causes of relations that hang together. */
type Explain = (broken: readonly Evaluation[], ties: Ties) => readonly Cause[];

/** Groups of more relations than this have more causes than could be told apart. */
const MAX_RELATIONS = 12;

/** A cell that explains some of the broken relations, and what is left to explain then. */
interface Link {
  readonly culprit: Candidate;
  readonly own: readonly Evaluation[];
  readonly rest: readonly Cause[];
  readonly likelihood: number;
  /** Whether the cell has a part in what is left. */
  readonly isShared: boolean;
}

/** How likely it is at most that a wrong cell stands in a sum that is broken for a reason of its own as well. */
export function likelihoodOfLinks(broken: readonly Evaluation[], ties: Ties, explain: Explain): number {
  const shared = linksIn(broken, ties, explain).filter(({ isShared }) => isShared);
  return Math.max(-1, ...shared.map(({ likelihood }) => likelihood));
}

/**
 * A wrong cell in a sum that is broken for a reason of its own as well: a total was wrong already, say, and now one
 * of its addends is. The cell mends all its broken relations, or all but one; that one is then looked at with the
 * cell put right. Undefined where no such cell is clearly the likeliest.
 */
export function linkedCauses(
  broken: readonly Evaluation[],
  ties: Ties,
  explain: Explain,
): readonly Cause[] | undefined {
  const [best, second] = linksIn(broken, ties, explain);
  if (!best || best.likelihood === second?.likelihood) return undefined;
  return [{ broken: best.own, culprit: best.culprit, candidates: [] }, ...best.rest.map(withoutSureness)];
}

/** Likeliest first. */
function linksIn(broken: readonly Evaluation[], ties: Ties, explain: Explain): Link[] {
  if (broken.length > MAX_RELATIONS) return [];
  const cells = new Set(broken.flatMap(cellsOf));
  const links = [...cells].flatMap((cell) => linksAt(cell, broken, ties, explain));
  return links.sort((a, b) => b.likelihood - a.likelihood);
}

function linksAt(cell: AmountCell, broken: readonly Evaluation[], ties: Ties, explain: Explain): Link[] {
  const isBroken = new Set(broken);
  const all = ties.of(cell).filter((evaluation) => isBroken.has(evaluation));
  const lefts = all.length > 1 ? [undefined, ...all] : [undefined];
  return lefts.flatMap((left) => {
    const own = all.filter((evaluation) => evaluation !== left);
    const candidate = candidateAt(cell, own, without(left, ties));
    if (!candidate) return [];
    const culprit = { ...candidate, sure: candidate.sure && candidate.slip !== undefined };
    const others = broken.filter((evaluation) => !own.includes(evaluation));
    const rest = left
      ? restOf(others, { left, cell, value: culprit.value }, ties, explain)
      : explain(others, ties);
    const isExplained = rest.every((cause) => cause.culprit ?? cause.candidates.length > 0);
    // Two unknowns explain almost anything, unless a slip or another table speaks for one of them.
    if (!isExplained && !culprit.slip && !culprit.confirmed) return [];
    const known = rest.reduce((sum, cause) => sum + (cause.culprit ? likelihoodOf(cause.culprit) : 0), 0);
    return [{ culprit, own, rest, likelihood: likelihoodOf(culprit) + known, isShared: left !== undefined }];
  });
}

function without(left: Evaluation | undefined, ties: Ties): Ties {
  return left ? { ...ties, of: (cell) => ties.of(cell).filter((each) => each !== left) } : ties;
}

/** What only fits once another cell is put right is no value to write without looking. */
function withoutSureness({ culprit, ...cause }: Cause): Cause {
  return { ...cause, ...(culprit && { culprit: { ...culprit, sure: false } }) };
}

/** A relation in which a cell is put right. */
interface Mended {
  readonly left: Evaluation;
  readonly cell: AmountCell;
  readonly value: Decimal;
}

/** What explains the other relations once the cell is put right; the causes speak of them as they are printed. */
function restOf(
  others: readonly Evaluation[],
  { left, cell, value }: Mended,
  ties: Ties,
  explain: Explain,
): readonly Cause[] {
  const mended = evaluateAnew(left, cell, value);
  const seen = (evaluation: Evaluation) => (evaluation === left ? mended : evaluation);
  const printed = (evaluation: Evaluation) => (evaluation === mended ? left : evaluation);
  const after: Ties = { ...ties, of: (each) => ties.of(each).map(seen) };
  return explain(others.map(seen), after).map((cause) => ({ ...cause, broken: cause.broken.map(printed) }));
}
