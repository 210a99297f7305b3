import { type Numbering, parseNumbering } from '../../text/numbering.ts';
import { compactLabel } from '../../text/width.ts';
import { isTotalLabel, wordsOf } from '../labels.ts';
import { type Block, figureCount } from './leaves.ts';
import { labelled, type PlacedRow, placeBeneath } from './placeRow.ts';
import { isFigure, type Token } from './tokens.ts';

/** What is listed: where money comes from, what it is spent on, or in which way (支出用途). */
type Flow = 'income' | 'expenditure' | 'use';

type Bare = 'coded' | 'plain';

/** A list as far as it was read. */
export interface List {
  /**
   * The numbers that are open in it, shallow ones first: of an item and of what it is an item of. Undefined once a row
   * may have gone on with it unseen.
   */
  readonly open: readonly Numbering[] | undefined;
  readonly flows: ReadonlySet<Flow>;
  /** Which entries without numbers it has: names, or names with codes in front of them (201一般公共服务). */
  readonly bare?: ReadonlySet<Bare>;
}

/** So many entries without numbers show that a list has them, and so long is the name of each at least. */
const MIN_BARE = 2;
const MIN_NAME = 4;

/** 支出用途, behind its number: no 类 is called so. */
const USE = /(?<![\u4e00-\u9fff]{2})(?:基本|项目)支出|机动经费/;

/** One label of a row with its figures, and the block it belongs to. */
export interface Assigned {
  readonly part: readonly Token[];
  readonly block: number;
}

/** A row of labels with figures, and how it was placed without numbers. */
export interface RowAbreast {
  readonly tokens: readonly Token[];
  readonly placed: PlacedRow;
}

/**
 * Places the rows of lists abreast in which some list has come to its end, so that there are fewer labels than lists:
 * each label belongs to the list that its number goes on with, or by its words to the only one of income or of
 * expenditure. A row stays as it is where that leaves no way or several.
 */
export function placedByNumbers(rows: readonly RowAbreast[], blocks: readonly Block[]): PlacedRow[] {
  const assigned = assignedParts(rows, blocks);
  return rows.map(({ tokens, placed }, index) => {
    const parts = assigned[index];
    if (!parts || labelled(tokens).length === blocks.length) return placed;
    return placeBeneath(parts, blocks) ?? placed;
  });
}

/** To which list each label of the rows belongs, with its figures; undefined for rows of which that is not known. */
export function assignedParts(
  rows: readonly RowAbreast[],
  blocks: readonly Block[],
): (readonly Assigned[] | undefined)[] {
  let lists: readonly List[] = openLists(rows, blocks.length);
  return rows.map(({ tokens, placed }) => {
    if (tokens.length === 0) return undefined;
    const parts = placed.torn ? [] : labelled(tokens);
    const all = parts.length === blocks.length ? parts.map((part, block) => ({ part, block })) : undefined;
    const own = all ?? onlyAssignment(parts, lists);
    const assigned = all || (own && fits(own, blocks)) ? own : undefined;
    lists = assigned ? assigned.reduce(advance, lists) : lists.map((list) => ({ ...list, open: undefined }));
    return assigned;
  });
}

/** Lists of which nothing was read, with what the rows tell of them that have a label of all. */
function openLists(rows: readonly RowAbreast[], count: number): List[] {
  const full = rows.map(({ tokens }) => labelled(tokens)).filter(({ length }) => length === count);
  return Array.from({ length: count }, (_, list) => {
    const own = full.map((parts) => parts[list] ?? []);
    return {
      open: [],
      flows: new Set(own.flatMap((part) => flowOf(part) ?? [])),
      bare: bareIn(own),
    };
  });
}

function bareIn(entries: readonly (readonly Token[])[]): ReadonlySet<Bare> {
  const kinds = entries.flatMap((part) => bareKind(part) ?? []);
  return new Set(kinds.filter((kind) => kinds.filter((each) => each === kind).length >= MIN_BARE));
}

/** What an entry without a number is that is neither a total nor the rest of a name that was wrapped. */
function bareKind(part: readonly Token[]): Bare | undefined {
  const name = nameOf(part);
  if (parseNumbering(name) || isTotalLabel(name) || name.length < MIN_NAME) return undefined;
  if (name.split('(').length !== name.split(')').length) return undefined;
  return /^\d{3}/.test(name) ? 'coded' : 'plain';
}

/** Whether no label has more figures than its list has columns: it would head those of another one as well. */
function fits(assigned: readonly Assigned[], blocks: readonly Block[]): boolean {
  return assigned.every(({ part, block }) => {
    const own = blocks[block];
    return own !== undefined && part.filter(isFigure).length <= figureCount(own.rest);
  });
}

/** The lists behind one more entry. */
export function advance(lists: readonly List[], { part, block }: Assigned): readonly List[] {
  return lists.map((list, at) =>
    at === block ? { ...list, open: openAfter(list, part), flows: flowsAfter(list, part) } : list,
  );
}

function openAfter({ open }: List, part: readonly Token[]): List['open'] {
  const own = parseNumbering(nameOf(part));
  if (!own || !open) return open;
  const at = open.findIndex(({ kind }) => kind === own.kind);
  return [...(at === -1 ? open : open.slice(0, at)), own];
}

function flowsAfter({ flows }: List, part: readonly Token[]): List['flows'] {
  const own = flowOf(part);
  return own ? new Set([...flows, own]) : flows;
}

/** The whole name of an entry, with its number. */
export function nameOf(part: readonly Token[]): string {
  const name = part.find(({ kind }) => kind === 'words');
  return name ? compactLabel(wordsOf(name.cell)) : '';
}

/** What the name of an entry says that it is: of what was carried over, that it comes in. */
export function flowOf(part: readonly Token[]): Flow | undefined {
  const name = nameOf(part);
  if (USE.test(name)) return 'use';
  if (/支出|结转下年|年终结/.test(name)) return 'expenditure';
  return /收入|上年(?:财政拨款)?(?:结转|结余)|上年实户资金/.test(name) ? 'income' : undefined;
}

/** The one way to give each label, in their order, to a list it fits into: from both ends the same is found. */
function onlyAssignment(
  parts: readonly (readonly Token[])[],
  lists: readonly List[],
): readonly Assigned[] | undefined {
  const first = parts.length > 0 ? firstFitting(parts, lists) : undefined;
  const last = firstFitting(parts.toReversed(), lists.toReversed())?.toReversed();
  const isOnly = first && last?.every((at, index) => lists.length - 1 - at === first?.[index]);
  return isOnly ? first?.flatMap((block, index) => ({ part: parts[index] ?? [], block })) : undefined;
}

/** Each label in the first list behind that of the label before that it fits into; undefined where none is left. */
function firstFitting(
  parts: readonly (readonly Token[])[],
  lists: readonly List[],
): readonly number[] | undefined {
  const places: number[] = [];
  for (const part of parts) {
    const from = (places.at(-1) ?? -1) + 1;
    const at = lists.findIndex((list, index) => index >= from && mayGoOn(list, part));
    if (at === -1) return undefined;
    places.push(at);
  }
  return places;
}

/** Which of the lists an entry may be the next of. */
export function listsGoingOn(part: readonly Token[], lists: readonly List[]): number[] {
  return lists.flatMap((list, at) => (mayGoOn(list, part) ? at : []));
}

/**
 * Whether an entry may be the next of a list: with the next number of an open item, or the first within its last one. One
 * without a number must have figures and say of which flow it is, or the list must have others; it may be the rest of a
 * name otherwise.
 */
function mayGoOn({ open, flows, bare }: List, part: readonly Token[]): boolean {
  const [own, flow] = [parseNumbering(nameOf(part)), flowOf(part)];
  // 项目支出 may be an item of any expenditure, but no 类 stands in a list of 支出用途 alone.
  const isOfFlow = flow && (flows.has(flow) || (flow === 'use' && flows.has('expenditure')));
  if (flow && flows.size > 0 && !isOfFlow) return false;
  if (!own) return (flow !== undefined && part.some(isFigure)) || isAmong(bare, bareKind(part));
  // A list whose entries have no numbers does not begin to have some.
  if (open?.length === 0 && bare !== undefined && bare.size > 0) return false;
  const last = open?.find(({ kind }) => kind === own.kind);
  return !open || own.value === (last?.value ?? 0) + 1;
}

function isAmong(bare: ReadonlySet<Bare> | undefined, kind: Bare | undefined): boolean {
  return kind !== undefined && bare?.has(kind) === true;
}
