/** Figures that are known to add up to another, by their indexes. */
export interface Group {
  readonly parts: readonly number[];
  /** Which of the figures they add up to; undefined for the whole. */
  readonly of?: number;
}

/** How the figures of a form break its whole down. */
export interface Partition {
  readonly groups: readonly Group[];
  /** The figures that stand in no group and are no copy of one that does. */
  readonly rest: readonly number[];
  /** Those that stand in no group and are copies: they may be repeated for themselves or be of a list that fails. */
  readonly copies: readonly number[];
}

/** Of more figures there are too many ways to add some of them up. */
const MOST_FIGURES = 18;
/** Longer lists add up to anything by chance. */
const MOST_PARTS = 8;
/**
 * What follows from other lists is a list as well (where a + b = c + d, a = c + d − b), so that a wrong figure may hide what
 * it belongs to: ways that leave one figure more over are looked at too.
 */
const MORE_LEFT = 1;
/** More groups than these, and chance is among them. */
const MOST_GROUPS = 40;
const MOST_STEPS = 20_000;

/**
 * Breaks a whole down as far as its figures tell: lists of them that add up to the whole, and lists that add up to one
 * of these figures again, each figure in one list at most. Figures are counted in units of their last place, so that
 * nothing is rounded.
 *
 * @returns the ways that leave the fewest figures over, and where any are left those that leave hardly more, one of those
 *   that leave the same ones; none where there are too many to look at
 */
export function partitionsOf(whole: bigint, figures: readonly bigint[]): readonly Partition[] {
  if (figures.length < 2 || figures.length > MOST_FIGURES) return [];
  const groups = groupsOf(whole, figures);
  if (groups.length === 0 || groups.length > MOST_GROUPS) return [];
  const search = new Search(groups, figures);
  search.go(0, []);
  return search.found();
}

/** All lists that add up to the whole or to a figure that is in none of their places. */
function groupsOf(whole: bigint, figures: readonly bigint[]): Group[] {
  const wholes = new Map<bigint, number | undefined>(figures.map((figure, index) => [figure, index]));
  wholes.set(whole, undefined);
  const groups: Group[] = [];
  const take = (from: number, sum: bigint, parts: readonly number[]): void => {
    if (parts.length > 1 && wholes.has(sum)) {
      const of = wholes.get(sum);
      if (of === undefined) groups.push({ parts });
      else if (!parts.includes(of)) groups.push({ parts, of });
    }
    if (parts.length === MOST_PARTS || groups.length > MOST_GROUPS) return;
    for (let index = from; index < figures.length; index++) {
      const next = sum + (figures[index] ?? 0n);
      if (next <= whole) take(index + 1, next, [...parts, index]);
    }
  };
  take(0, 0n, []);
  return groups;
}

/** Looks for the groups without a figure in common that leave the fewest over. */
class Search {
  readonly #groups: readonly Group[];
  readonly #figures: readonly bigint[];
  #steps = 0;
  readonly #ways = new Map<string, Partition>();

  constructor(groups: readonly Group[], figures: readonly bigint[]) {
    // Lists of the whole come first: a list is known to be of a figure only where that figure is in a list itself.
    this.#groups = [...groups].sort((a, b) => Number(a.of !== undefined) - Number(b.of !== undefined));
    this.#figures = figures;
  }

  go(from: number, chosen: readonly Group[]): void {
    this.#steps++;
    if (this.#steps > MOST_STEPS) return;
    this.#weigh(chosen);
    const taken = new Set(chosen.flatMap(({ parts }) => parts));
    for (let index = from; index < this.#groups.length; index++) {
      const group = this.#groups[index];
      if (group && !group.parts.some((part) => taken.has(part))) this.go(index + 1, [...chosen, group]);
    }
  }

  found(): readonly Partition[] {
    if (this.#steps > MOST_STEPS) return [];
    const ways = [...this.#ways.values()].sort((a, b) => a.rest.length - b.rest.length);
    const least = ways[0]?.rest.length ?? 0;
    return ways.filter(({ rest }) => rest.length <= (least === 0 ? 0 : least + MORE_LEFT));
  }

  #weigh(chosen: readonly Group[]): void {
    if (chosen.length === 0) return;
    const known = new Set(chosen.flatMap(({ parts }) => parts).map((part) => this.#figures[part]));
    const isHung = chosen.every(({ of }) => of === undefined || known.has(this.#figures[of]));
    if (!isHung || chosen.every(({ of }) => of !== undefined)) return;
    const taken = new Set(chosen.flatMap(({ parts }) => parts));
    const left = this.#figures.flatMap((figure, index) => (taken.has(index) ? [] : { figure, index }));
    const [rest, copies] = [false, true].map((isCopy) =>
      left.filter(({ figure }) => known.has(figure) === isCopy).map(({ index }) => index),
    );
    if (!rest || !copies) return;
    const key = this.#valuesOf(rest);
    if (!this.#ways.has(key)) this.#ways.set(key, { groups: chosen, rest, copies });
  }

  #valuesOf(indexes: readonly number[]): string {
    return indexes
      .map((index) => String(this.#figures[index]))
      .sort()
      .join();
  }
}
