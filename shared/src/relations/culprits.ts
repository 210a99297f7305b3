import type { AmountCell } from '../disclosure/table.ts';
import { maxOf, onlyOf } from '../text/lists.ts';
import { type Candidate, candidateAt, candidatesFor, likelihoodOf, type Ties } from './candidates.ts';
import type { Blank } from './leftBlank.ts';
import { likelihoodOfLinks, linkedCauses } from './linkedCauses.ts';
import { cellsOf, type Evaluation } from './relation.ts';

/** Broken relations that have one cause as far as can be seen. */
export interface Cause {
  readonly broken: readonly Evaluation[];
  /** The one cell whose change mends every broken relation and breaks none. */
  readonly culprit?: Candidate;
  /** Where several cells would do and nothing decides between them: all of them, likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Set where not a figure is wrong but a row is missing: its code and name, as far as they are known. */
  readonly lostRow?: string;
  /** Set where not a figure is wrong but one was left out. */
  readonly blank?: Blank;
}

/** Groups with more cells than this are searched for one culprit only. */
const MAX_CELLS_FOR_PAIRS = 300;

/** Relations by the cells they speak of. */
export function indexByCell(evaluations: readonly Evaluation[]): Map<AmountCell, Evaluation[]> {
  const byCell = new Map<AmountCell, Evaluation[]>();
  for (const evaluation of evaluations) {
    for (const cell of cellsOf(evaluation)) {
      const relations = byCell.get(cell);
      if (relations) relations.push(evaluation);
      else byCell.set(cell, [evaluation]);
    }
  }
  return byCell;
}

/**
 * Groups broken relations by the cells they share and looks in each group for the one cell that explains it:
 * it stands in all of them, and the value they need agrees with every relation that holds. Where several
 * cells would do, what another table prints decides, then a slip of the hand; else it stays open. Where no
 * cell explains the whole group, two that do so together are two causes.
 */
export function findCauses(
  broken: readonly Evaluation[],
  ties: Ties,
  explain: (group: readonly Evaluation[], ties: Ties) => readonly Cause[] = explainGroup,
): Cause[] {
  return connected(broken).flatMap((group) => explain(group, ties));
}

/** Whether each group of broken relations can be explained by one wrong cell. */
export function isSingleMistakes(broken: readonly Evaluation[], ties: Ties): boolean {
  return connected(broken).every((group) => candidatesFor(group, ties).length > 0);
}

/** The causes of one group of broken relations that hang together. */
export function explainGroup(group: readonly Evaluation[], ties: Ties): readonly Cause[] {
  const cause = causeOf(group, ties);
  if (cause) return [cause];
  return (
    twoCauses(group, ties) ??
    oneOfSeveral(group, ties) ??
    linkedCauses(group, ties, singleCauses) ??
    group.map((evaluation) => ({ broken: [evaluation], candidates: [] }))
  );
}

/**
 * The one cell that explains most of a group, at least two of its relations, where nothing explains the others:
 * they fail for reasons of their own.
 */
function oneOfSeveral(broken: readonly Evaluation[], ties: Ties): readonly Cause[] | undefined {
  const cells = new Set(broken.flatMap(cellsOf));
  if (cells.size > MAX_CELLS_FOR_PAIRS) return undefined;
  const isBroken = new Set(broken);
  const found = [...cells].flatMap((cell) => {
    const own = ties.of(cell).filter((evaluation) => isBroken.has(evaluation));
    const culprit = own.length > 1 ? candidateAt(cell, own, ties) : undefined;
    return culprit ? [{ broken: own, culprit, candidates: [] }] : [];
  });
  const most = maxOf(found, (cause) => cause.broken.length);
  const cause = onlyOf(found.filter((each) => each.broken.length === most));
  if (!cause) return undefined;
  const rest = broken.filter((evaluation) => !cause.broken.includes(evaluation));
  return [cause, ...connected(rest).flatMap((group) => explainGroup(group, ties))];
}

/** A cause of each of the relations that hang together; nobody is named where no one cell explains them. */
function singleCauses(broken: readonly Evaluation[], ties: Ties): readonly Cause[] {
  return connected(broken).map((group) => causeOf(group, ties) ?? { broken: group, candidates: [] });
}

function causeOf(broken: readonly Evaluation[], ties: Ties): Cause | undefined {
  const candidates = candidatesFor(broken, ties);
  if (candidates.length === 0) return undefined;
  const culprit = decide(candidates);
  return culprit ? { broken, culprit, candidates: [] } : { broken, candidates: ranked(candidates) };
}

/**
 * The only candidate, else the only one that another table confirms, else the only one whose value is printed elsewhere,
 * else the only one a slip explains.
 */
function decide(candidates: readonly Candidate[]): Candidate | undefined {
  const [only, second] = candidates;
  if (!second) return only;
  const confirmed = candidates.filter((each) => each.confirmed);
  if (confirmed.length > 0) return onlyOf(confirmed);
  const shown = candidates.filter((each) => each.shown);
  return onlyOf(shown.length > 0 ? shown : candidates.filter(({ slip }) => slip));
}

function ranked(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => likelihoodOf(b) - likelihoodOf(a));
}

/**
 * Two cells that together explain a group, each breaking relations of its own. Where several pairs do and none
 * is clearly the likeliest, the group is still taken for two causes, but nobody is named. Undefined where one cell in a
 * sum that was broken already is likelier still.
 */
function twoCauses(broken: readonly Evaluation[], ties: Ties): Cause[] | undefined {
  const [best, second] = pairsOf(broken, ties).sort((a, b) => b.likelihood - a.likelihood);
  if (!best || likelihoodOfLinks(broken, ties, singleCauses) > best.likelihood) return undefined;
  if (!second || second.likelihood < best.likelihood) return [...best.causes];
  return best.causes.map((cause) => ({ broken: cause.broken, candidates: [] }));
}

interface Pair {
  readonly causes: readonly [Cause, Cause];
  readonly likelihood: number;
}

function pairsOf(broken: readonly Evaluation[], ties: Ties): Pair[] {
  const cells = new Set(broken.flatMap(cellsOf));
  if (cells.size > MAX_CELLS_FOR_PAIRS) return [];
  const isBroken = new Set(broken);
  const seen = new Set<AmountCell>();
  const pairs: Pair[] = [];
  for (const cell of cells) {
    const own = ties.of(cell).filter((evaluation) => isBroken.has(evaluation));
    const rest = broken.filter((evaluation) => !own.includes(evaluation));
    if (own.length === 0 || rest.length === 0 || seen.has(cell)) continue;
    const culprit = candidateAt(cell, own, ties);
    const other = culprit && causeOf(rest, ties);
    if (!culprit || !other?.culprit) continue;
    seen.add(other.culprit.cell);
    pairs.push({
      causes: [{ broken: own, culprit, candidates: [] }, other],
      likelihood: likelihoodOf(culprit) + likelihoodOf(other.culprit),
    });
  }
  return pairs;
}

/** Puts relations together that share a cell, directly or over others. */
function connected(broken: readonly Evaluation[]): Evaluation[][] {
  const groups = new Map<Evaluation, Evaluation[]>();
  const groupOfCell = new Map<AmountCell, Evaluation[]>();
  for (const evaluation of broken) {
    let group: Evaluation[] = [evaluation];
    for (const cell of cellsOf(evaluation)) {
      const other = groupOfCell.get(cell);
      if (other && other !== group) {
        const [larger, smaller] = other.length > group.length ? [other, group] : [group, other];
        for (const member of smaller) {
          larger.push(member);
          for (const moved of cellsOf(member)) groupOfCell.set(moved, larger);
          groups.set(member, larger);
        }
        group = larger;
      }
      groupOfCell.set(cell, group);
    }
    groups.set(evaluation, group);
  }
  return [...new Set(groups.values())];
}
