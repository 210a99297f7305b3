/** Digits of a 类. */
const CLASS = 3;
/** So many entries that go on behind those of another list are no accident. */
const MIN_RETURNS = 2;
/** 人员经费 | 公用经费, which the form of a final account prints in two lists beside each other. */
const MOST_LISTS = 4;

/** In which list each entry stands, counted from 0, and how many lists there are. */
export interface ListsAbreast {
  readonly lists: readonly number[];
  readonly count: number;
}

/** What is known of the lists in front of an entry. */
interface State {
  /** The code that each list begins with. */
  readonly first: readonly string[];
  /** The last one of each so far. */
  readonly last: string[];
  /** Which of them had nothing in a row, so that they are at their end. */
  readonly over: boolean[];
}

/**
 * Tells the lists of codes that were printed abreast, of which only the sequence is left, row by row: a 款 stands in the
 * list whose 类 it goes on with, and another 类 begins in a list whose last one is at its end.
 *
 * @param codes of the entries, undefined for those of totals, which stand at the end
 * @returns undefined where they are not abreast, or an entry may stand in several lists or in none
 */
export function listsOfCodes(codes: readonly (string | undefined)[]): ListsAbreast | undefined {
  const end = codes.indexOf(undefined);
  const coded = codes.slice(0, end === -1 ? codes.length : end).flatMap((code) => code ?? []);
  const count = countLists(coded);
  if (count < 2 || count > MOST_LISTS) return undefined;
  const first = coded.slice(0, count);
  const state: State = { first, last: [...first], over: first.map(() => false) };
  const lists = [...first.keys()];
  for (const [at, code] of coded.entries()) {
    if (at < count) continue;
    const before = lists.at(-1) ?? 0;
    const list = listOf(coded.slice(at), before, state);
    if (list === undefined) return undefined;
    for (let skipped = (before + 1) % count; skipped !== list; skipped = (skipped + 1) % count)
      state.over[skipped] = true;
    state.last[list] = code;
    lists.push(list);
  }
  const returns = lists.filter((list, at) => at >= count && list !== lists[at - 1]).length;
  const totals = listsOfTotals(codes.slice(coded.length), count);
  return totals && returns >= MIN_RETURNS ? { lists: [...lists, ...totals], count } : undefined;
}

/** How many lists there are: the first row has an entry of each, and the next one goes on with the first list. */
function countLists([first = '', ...behind]: readonly string[]): number {
  return behind.findIndex((code) => goesOn(code, first)) + 1;
}

/** The list of the first of these codes; the others come behind it. */
function listOf(codes: readonly string[], before: number, state: State): number | undefined {
  const [code = '', next = ''] = codes;
  const all = [...state.first.keys()];
  const [known, ...others] = all.filter((list) => isOfList(code, list, state));
  if (known !== undefined) return others.length === 0 ? known : undefined;
  const free = all.filter(
    (list) =>
      !state.over[list] &&
      code > (state.last[list] ?? '') &&
      !codes.some((each) => isOfList(each, list, state)),
  );
  const [only, second] = free;
  if (second === undefined) return only;
  // With several at their end the next one of the row begins, unless what follows it shows that it has the row for itself.
  const due = (before + 1) % state.first.length;
  const isOneOfRow = due > before || classOf(next) !== classOf(code);
  return free.includes(due) && isOneOfRow ? due : undefined;
}

/** Whether a code goes on with the last 类 of a list, and stands in front of all that a list behind it has of the same 类. */
function isOfList(code: string, list: number, { first, last }: State): boolean {
  return (
    goesOn(code, last[list] ?? '') &&
    !first.some((other, at) => at > list && classOf(other) === classOf(code) && code >= other)
  );
}

function goesOn(code: string, before: string): boolean {
  return classOf(code) === classOf(before) && code > before;
}

/** Totals stand in the first lists, one each; undefined where something else stands behind the first one. */
function listsOfTotals(codes: readonly (string | undefined)[], count: number): number[] | undefined {
  const isKnown = codes.every((code) => code === undefined) && codes.length <= count && codes.length !== 1;
  return isKnown ? [...codes.keys()] : undefined;
}

function classOf(code: string): string {
  return code.slice(0, CLASS);
}
