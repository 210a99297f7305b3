import { parseNumbering } from '../../../text/numbering.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { isTotalLabel } from '../../labels.ts';
import { nameOf } from '../numberedAbreast.ts';
import { isFigure, type Token } from '../tokens.ts';
import { withRestsJoined } from './restsOfNames.ts';

/** A label with its figures. */
export type Entry = readonly Token[];

/** An entry with its list, as far as that is known. */
export interface Placed {
  readonly part: Entry;
  readonly list: number | undefined;
}

/** What stands in front of the names of a list: numbers, the codes of 类, or nothing. */
type Mark = 'numbered' | 'coded' | 'plain';

/** 201一般公共服务. */
const CLASS = /^[1235]\d{2}(?=[一-鿿])/;
/** So many entries of each list are no accident. */
const MIN_ENTRIES = 3;
const MAX_LISTS = 3;

/**
 * The entries of lists abreast that are told apart by what stands in front of their names: one of them is numbered, in
 * another each entry has the code of its 类, and a third may have neither. Undefined where the first entries do not
 * show that, or codes do not go up, or the lists do not end with their totals abreast.
 */
export function markedLists(printed: readonly Entry[]): Placed[][] | undefined {
  const marks = marksOf(printed.slice(0, MAX_LISTS));
  const listed = printed.findIndex(isTotalEntry);
  const listOf = (entry: Entry): number => marks.indexOf(markOf(entry));
  const entries = [
    ...withRestsJoined(printed.slice(0, Math.max(0, listed)), { count: marks.length, listOf, isUnmarked }),
    ...printed.slice(Math.max(0, listed)),
  ];
  const end = entries.findIndex(isTotalEntry);
  const lists = entries.slice(0, Math.max(0, end)).map(listOf);
  const isShown = marks.every((_, at) => lists.filter((list) => list === at).length >= MIN_ENTRIES);
  const codes = entries.slice(0, Math.max(0, end)).flatMap((entry) => CLASS.exec(textOf(entry))?.[0] ?? []);
  const isAscending = codes.every((code, at) => at === 0 || code > (codes[at - 1] ?? ''));
  const totals = entries.slice(end, end + marks.length);
  if (marks.length < 2 || end === -1 || lists.includes(-1) || !isShown || !isAscending) return undefined;
  if (totals.length < marks.length || !totals.every(isTotalEntry)) return undefined;
  const rows: Placed[][] = [];
  const put = (part: Entry, list: number | undefined): void => {
    const open = rows.at(-1);
    const last = open?.at(-1)?.list;
    if (open && list !== undefined && last !== undefined && last < list) open.push({ part, list });
    else rows.push([{ part, list }]);
  };
  for (const [at, list] of lists.entries()) put(entries[at] ?? [], list);
  for (let at = end; at < entries.length; ) {
    const abreast = entries.slice(at, at + marks.length);
    const isRow = abreast.length === marks.length && (abreast.every(isTotalEntry) || areBalances(abreast));
    if (isRow) rows.push(abreast.map((part, list) => ({ part, list })));
    else rows.push([{ part: entries[at] ?? [], list: onlyNumbered(entries[at] ?? [], marks) }]);
    at += isRow ? marks.length : 1;
  }
  return rows;
}

/** The marks of the lists, as their first entries show them, up to one that is marked as another. */
function marksOf(first: readonly Entry[]): Mark[] {
  const marks: Mark[] = [];
  for (const entry of first) {
    const mark = markOf(entry);
    if (marks.includes(mark)) break;
    marks.push(mark);
  }
  return marks.includes('numbered') && marks.includes('coded') ? marks : [];
}

/** Whether neither a number nor a code stands in front of a name. */
export function isUnmarked(entry: Entry): boolean {
  return markOf(entry) === 'plain';
}

function markOf(entry: Entry): Mark {
  const text = textOf(entry);
  if (CLASS.test(text)) return 'coded';
  return parseNumbering(text) ? 'numbered' : 'plain';
}

/** Behind the totals entries without numbers may be of any list. */
function onlyNumbered(entry: Entry, marks: readonly Mark[]): number | undefined {
  return markOf(entry) === 'numbered' ? marks.indexOf('numbered') : undefined;
}

/** Whether what was carried over stands beside what is, in each of the other lists. */
function areBalances(entries: readonly Entry[]): boolean {
  const [first, ...others] = entries.map(nameOf);
  return /上年/.test(first ?? '') && others.every((name) => /结转下年|年末结转/.test(name));
}

/** Whether an entry is a total with figures. */
export function isTotalEntry(entry: Entry): boolean {
  return isTotalLabel(entry[0]?.cell.text ?? '') && entry.some(isFigure);
}

function textOf(entry: Entry): string {
  return toHalfWidth(nameOf(entry));
}
