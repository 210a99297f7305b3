import { readLabel } from '../../disclosure/prose/labels.ts';
import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { PRINTED_MONEY } from './betweenFigures.ts';

/** The three parts of “三公”经费. */
export const THREE_PUBLIC: readonly Concept[] = ['abroad', 'vehicles', 'reception'];
const VEHICLES: readonly Concept[] = ['vehicle-purchase', 'vehicle-operation'];
const BASIC: readonly Concept[] = ['personnel', 'public'];
const PROCUREMENT: readonly Concept[] = ['procurement-goods', 'procurement-works', 'procurement-services'];
const EXPENDITURE: readonly Concept[] = ['basic', 'project'];
/** Parts that are all there is of a whole, where all of these are printed (N4). */
const SCHEMES: readonly (readonly Concept[])[] = [
  EXPENDITURE,
  ['personnel', 'public', 'project'],
  THREE_PUBLIC,
  ['abroad', 'vehicle-purchase', 'vehicle-operation', 'reception'],
  VEHICLES,
  BASIC,
  PROCUREMENT,
];
/** What a scheme is all of, where that may itself stand in a list. */
const WHOLES: ReadonlyMap<readonly Concept[], Concept> = new Map([
  [VEHICLES, 'vehicles'],
  [BASIC, 'basic'],
]);
/** What a scheme is all of. */
const ALL_OF: ReadonlyMap<Concept | undefined, readonly Concept[]> = new Map([
  ['vehicles', VEHICLES],
  ['basic', BASIC],
  ['three-public', THREE_PUBLIC],
  ['procurement', PROCUREMENT],
]);
/** What may stand beside 基本支出 and 项目支出. */
const BESIDES: ReadonlySet<Concept> = new Set([
  'superior-remittance',
  'operating-expenditure',
  'subsidiary-grant',
]);

/** 基本支出…，其中：人员经费…；项目支出…: the parts of a part are no parts beside it. */
export function isPartOf(item: Figure, beside: ReadonlySet<Concept | undefined>): boolean {
  const value = item.concept.value;
  return (
    value !== undefined && [...WHOLES].some(([scheme, whole]) => scheme.includes(value) && beside.has(whole))
  );
}

/** Whether figures are, by what they are called, all the parts there are of something, which their whole may be. */
export function isScheme(items: readonly Figure[], whole: Figure): boolean {
  const concepts = items.map(conceptOf);
  if (new Set(concepts).size !== concepts.length) return false;
  const isNarrowed = items.some(({ concept }) => concept.value === undefined);
  const own = conceptOf(whole);
  return SCHEMES.some(
    (scheme) =>
      (!isNarrowed || isAllOf(own, scheme)) &&
      scheme.every((concept) => concepts.includes(concept)) &&
      concepts.every(
        (concept) => concept !== undefined && (scheme.includes(concept) || BESIDES.has(concept)),
      ),
  );
}

/** Whether a scheme is all of what a figure is called. */
function isAllOf(whole: Concept | undefined, scheme: readonly Concept[]): boolean {
  if (scheme.includes('project')) return whole === 'expenditure' || whole === 'balance';
  return ALL_OF.get(whole)?.[0] === scheme[0];
}

/**
 * All the parts there are of another figure, by what they are called, where no words announce them or lines part them:
 * 购置费10万元（…），运行费…. They are the next figures behind it that are no parts of anything else; empty where these are others.
 */
export function unannouncedParts(whole: number, { figures, lists }: Passage): readonly number[] {
  const parent = figures[whole];
  const scheme = parent?.role === 'value' ? ALL_OF.get(conceptOf(parent)) : undefined;
  if (!scheme) return [];
  const parts: number[] = [];
  // 购置及运行费1618万元，其中：购置费414万元，增长7.5%；运行费…: a semicolon does not end what is listed within an item.
  const isOfOther = (own: number | undefined) => own !== undefined && own !== whole && own !== parent?.parent;
  for (let index = whole + 1; index < figures.length && parts.length < scheme.length; index++) {
    const figure = figures[index];
    if (figure?.role !== 'value' || isOfOther(figure.parent)) continue;
    // 公用经费由90万元增加到100万元: what a part was before is none.
    if (figure.parent === whole && !lists.some((list) => list.items.includes(index))) continue;
    const concept = conceptOf(figure);
    if (!scheme.some((each) => each === concept)) return [];
    parts.push(index);
  }
  const concepts = new Set(parts.flatMap((index) => figures[index] ?? []).map(conceptOf));
  return concepts.size === scheme.length ? parts : [];
}

/** The figure that is called what such parts are all of: the last of several, or undefined. */
export function namedWhole(items: readonly Figure[], wholes: readonly Figure[]): Figure | undefined {
  const concepts = items.map(conceptOf);
  return wholes.findLast((whole) => {
    const scheme = ALL_OF.get(conceptOf(whole));
    return scheme !== undefined && concepts.every((each) => scheme.some((concept) => concept === each));
  });
}

/**
 * 当年预算 and 上年结转: the money of the year and what was carried over. 收入总计100万元，其中：本年收入合计90万元，使用非财政拨款结余0万元，
 * 年初结转和结余10万元: whatever else is used or left beside them is among the parts.
 */
export function isCarriedOver(items: readonly Figure[]): boolean {
  const isOf = (concept: Concept) => items.some((item) => item.concept.value === concept);
  const current = items.filter(({ period }) => period.value === 'current');
  if (items.length === 2) return current.length > 0 && isOf('carried-in');
  const [only] = current;
  if (!only || current.length > 1) return false;
  const beside = items.filter((item) => item !== only);
  const carried: Concept = only.concept.value === 'income' ? 'carried-in' : 'carried-out';
  return (
    (only.concept.value === 'income' || only.concept.value === 'expenditure') &&
    isOf(carried) &&
    beside.every(({ label, concept: { value } }) => value === carried || /结余/.test(label))
  );
}

/**
 * 收支总预算100万元。收入包括：…；支出包括：…。: either side is all that there is, if the list ends with its sentence and each amount
 * between its items was read.
 */
export function isSideOfBoth(
  { side, introduction, items }: FigureList,
  { concept }: Figure,
  { figures, paragraphs }: Passage,
): boolean {
  if (side === undefined || introduction !== 'includes' || concept.value !== 'balance') return false;
  const [first, last] = [figures[items[0] ?? 0], figures[items.at(-1) ?? 0]];
  const { text = '', pieces = [] } = paragraphs[first?.paragraph ?? 0] ?? {};
  if (!first || !last || first.paragraph !== last.paragraph) return false;
  const [start, end] = [offsetOf(pieces, first.span), offsetOf(pieces, last.span)];
  if (start === undefined || end === undefined) return false;
  const amounts = text.slice(start, end + last.text.length + 3).match(PRINTED_MONEY) ?? [];
  const isEnd = /^\s*(?:万|亿)?元\s*[。；;]/.test(text.slice(end + last.text.length));
  return isEnd && amounts.length === items.length;
}

/** 某区“三公”经费…，其中：因公出国（境）费…: a name in front of the whole narrows what its parts are of, not what they are. */
function conceptOf({ concept, label }: Figure): Concept | undefined {
  return concept.value ?? (concept.reason === 'parent' ? readLabel(label).concept : undefined);
}
