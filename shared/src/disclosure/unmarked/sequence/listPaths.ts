import { type Numbering, parseNumbering } from '../../../text/numbering.ts';
import { isEconomicName, isFunctionalClass } from '../../prose/vocabulary/subjects.ts';
import { flowOf, nameOf } from '../numberedAbreast.ts';
import type { Entry } from './markedLists.ts';

/** So many ways to part entries are followed at once; where there are more, nothing is certain. */
const MAX_STATES = 400;
/** So many entries with numbers, and none without, show that a list has no others. */
const MIN_NUMBERED = 5;

/** Where money comes from, as an entry names it that says of no flow. */
const SOURCE = /^(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:财政)?(?:拨款|资金)$/;

/** What a list is sorted by: 功能分类 or 经济分类. */
type Scheme = 'function' | 'economy';

/** A list as far as a way has come. */
interface Open {
  readonly numbers: readonly Numbering[];
  readonly scheme?: Scheme;
  /** Whether its names said that money comes in, or goes out. */
  readonly flow?: 'in' | 'out';
  /** Whether it has an entry in the row above. */
  readonly goesOn: boolean;
}

/** How far a way to part entries has come: the lists, and that of the last entry. */
interface State {
  readonly lists: readonly Open[];
  readonly last: number;
}

/** A state and the ways that lead to it: from which state, and by which list of the entry in front of it. */
interface Stop {
  readonly state: State;
  readonly from: { readonly key: string; readonly list: number | undefined }[];
}

/** What is known of lists before their entries are looked at. */
export interface ListsAbreast {
  /** How many there are. */
  readonly count: number;
  /** Whether the entries from some index on are totals, one of each list. */
  readonly areTotals: (at: number) => boolean;
}

/**
 * The list of each entry where the entries of lists abreast follow each other row by row without their blank cells: each
 * list goes on from row to row until it ends, its numbers follow each other, and its names are of one kind. Of all ways
 * to part the entries so, those entries are known that are in one list in all of them. Undefined where there is no way.
 */
export function listsOfEntries(
  entries: readonly Entry[],
  known: ListsAbreast,
): readonly (number | undefined)[] | undefined {
  const first = possibleLists(entries, known, () => false);
  if (!first) return undefined;
  const single = first.map(onlyOf);
  const isNumbered = Array.from({ length: known.count }, (_, list) => {
    const own = entries.filter((_, at) => single[at] === list && !isTotalRow(known, at));
    const numbered = own.filter(isNumberedEntry).length;
    return numbered >= MIN_NUMBERED && numbered === own.length;
  });
  const second = possibleLists(entries, known, (list) => isNumbered[list] === true);
  return (second ?? first).map(onlyOf);
}

function onlyOf(lists: ReadonlySet<number | undefined>): number | undefined {
  const [only, ...others] = lists;
  return others.length === 0 ? only : undefined;
}

/** Whether an entry is one of a row of totals. */
function isTotalRow({ count, areTotals }: ListsAbreast, at: number): boolean {
  return Array.from({ length: count }, (_, before) => at - before).some(
    (start) => start > 0 && areTotals(start),
  );
}

function isNumberedEntry(entry: Entry): boolean {
  return parseNumbering(nameOf(entry)) !== undefined;
}

/** For each entry the lists that it is in, in some way to part all of them. */
function possibleLists(
  entries: readonly Entry[],
  known: ListsAbreast,
  isNumbered: (list: number) => boolean,
): ReadonlySet<number | undefined>[] | undefined {
  const stops: Map<string, Stop>[] = [new Map([['', { state: openedBy(entries, known), from: [] }]])];
  // The entries at which a step begins: those of a row of totals make one.
  const steps = stepsOf(entries, known);
  for (const { at, size } of steps) {
    const next = new Map<string, Stop>();
    for (const [key, { state }] of stops.at(-1) ?? []) {
      const ways =
        size > 1
          ? [{ state: behindTotals(state), list: undefined }]
          : waysOn(state, entries[at] ?? [], isNumbered);
      for (const way of ways) {
        const own = JSON.stringify(way.state);
        const stop = next.get(own) ?? { state: way.state, from: [] };
        stop.from.push({ key, list: way.list });
        next.set(own, stop);
      }
    }
    if (next.size === 0 || next.size > MAX_STATES) return undefined;
    stops.push(next);
  }
  const lists: Set<number | undefined>[] = entries.map((_, at) => new Set(at < known.count ? [at] : []));
  let reached = new Set(stops.at(-1)?.keys());
  for (const [index, { at, size }] of [...steps.entries()].reverse()) {
    const before = new Set<string>();
    for (const key of reached) {
      for (const { key: from, list } of stops[index + 1]?.get(key)?.from ?? []) {
        before.add(from);
        for (let each = 0; each < size; each++) lists[at + each]?.add(size > 1 ? each : list);
      }
    }
    reached = before;
  }
  return lists;
}

/** The entries behind the first row one by one, and totals of all lists at once. */
function stepsOf(
  entries: readonly Entry[],
  { count, areTotals }: ListsAbreast,
): { at: number; size: number }[] {
  const steps: { at: number; size: number }[] = [];
  for (let at = count; at < entries.length; at++) {
    const size = areTotals(at) ? count : 1;
    steps.push({ at, size });
    at += size - 1;
  }
  return steps;
}

/** The lists behind the first entry of each. */
function openedBy(entries: readonly Entry[], { count }: ListsAbreast): State {
  const empty: Open = { numbers: [], goesOn: true };
  return {
    lists: entries.slice(0, count).map((entry) => behind(empty, entry)),
    last: count - 1,
  };
}

/** Behind their totals all lists may go on. */
function behindTotals({ lists }: State): State {
  return { lists: lists.map((list) => ({ ...list, goesOn: true })), last: lists.length - 1 };
}

/** All lists that an entry may be in, with what is behind it. */
function waysOn(
  { lists, last }: State,
  entry: Entry,
  isNumbered: (list: number) => boolean,
): { state: State; list: number }[] {
  return lists.flatMap((own, list) => {
    if (!own.goesOn || !mayTake(own, entry, isNumbered(list))) return [];
    // Lists of which a row has nothing are at their end.
    const isPassed = (other: number) =>
      list > last ? last < other && other < list : other > last || other < list;
    const next = lists.map((each, other) => {
      if (other === list) return behind(each, entry);
      return isPassed(other) && each.goesOn ? { ...each, goesOn: false } : each;
    });
    return { state: { lists: next, last: list }, list };
  });
}

/** Whether an entry may be the next of a list: its number the next one, its name of the same kind. */
function mayTake({ numbers, scheme, flow }: Open, entry: Entry, isNumbered: boolean): boolean {
  const name = bareName(entry);
  const own = parseNumbering(nameOf(entry));
  const [ownScheme, ownFlow] = [schemeOf(name), directionOf(entry)];
  if (ownScheme && scheme && ownScheme !== scheme) return false;
  if (ownFlow && flow && ownFlow !== flow) return false;
  if (!own) return !isNumbered;
  return own.value === (numbers.find(({ kind }) => kind === own.kind)?.value ?? 0) + 1;
}

function behind({ numbers, scheme, flow, goesOn }: Open, entry: Entry): Open {
  const own = parseNumbering(nameOf(entry));
  const at = own ? numbers.findIndex(({ kind }) => kind === own.kind) : -1;
  const kept = at === -1 ? numbers : numbers.slice(0, at);
  const [ownScheme, ownFlow] = [scheme ?? schemeOf(bareName(entry)), flow ?? directionOf(entry)];
  return {
    numbers: own ? [...kept, own] : numbers,
    goesOn,
    ...(ownScheme && { scheme: ownScheme }),
    ...(ownFlow && { flow: ownFlow }),
  };
}

function bareName(entry: Entry): string {
  const name = nameOf(entry);
  const numbering = parseNumbering(name);
  return numbering ? name.slice(numbering.length) : name;
}

function schemeOf(name: string): Scheme | undefined {
  if (isFunctionalClass(name)) return 'function';
  return isEconomicName(name) ? 'economy' : undefined;
}

/** Whether the name of an entry says that money comes in, or goes out. */
export function directionOf(entry: Entry): 'in' | 'out' | undefined {
  const flow = flowOf(entry);
  if (flow === undefined) return SOURCE.test(bareName(entry)) ? 'in' : undefined;
  return flow === 'income' ? 'in' : 'out';
}
