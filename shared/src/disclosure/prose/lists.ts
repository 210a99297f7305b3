import type { FigureRole } from './prose.ts';
import type { FigureDraft, ListDraft, Place, State } from './state.ts';
import { heldBy } from './state.ts';
import type { NumberToken } from './tokens.ts';
import type { Concept } from './vocabulary/concepts.ts';
import { canContain, type Held, surelyContains } from './vocabulary/containment.ts';

/** No list of a disclosure is longer; what stands further behind says nothing of whether it is complete. */
const MAX_ITEMS = 100;
/** 单位预留机动经费5011.4万元，占13.48% */
const SHARE = /占.{0,16}?\d%/;

/** The share of the figure in front of it. */
const OWN_SHARE = /^[,(]?占[^\d,;。]{0,12}\d[\d.]*%/;
const SHARE_BEHIND = 24;

/** Where a figure belongs. */
export interface Membership {
  readonly list?: ListDraft;
  /** The figure it is a part of. */
  readonly parent?: FigureDraft;
  /** It is what the paragraph is about, not a part of another figure in it. */
  readonly isMain: boolean;
  /** The words announce the list; else only the order of the figures speaks for it. */
  readonly announced: boolean;
}

/** A list that only the order of the figures, or the numbers of the paragraphs, announces. */
export function newList(
  state: State,
  place: Place,
  parent: number,
  introduction: 'order' | 'numbering',
): ListDraft {
  const { depth, group } = place.clause;
  const list: ListDraft = {
    parent,
    items: [],
    introduction,
    confidence: 'likely',
    depth,
    group,
    paragraph: place.paragraph,
  };
  state.lists.push(list);
  return list;
}

/** 1.一般公共服务支出…；2.社会保障和就业支出…: the number of an item within a paragraph. */
const ITEM_NUMBER = /^(?:\(?\d{1,2}\)|\d{1,2}[.、](?!\d)|[\u2460-\u2473])/;

/** （一）…, 一是…: numbers of items that may stand in other items. */
const CHINESE_NUMBER = /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,2}(?:、|是))/;

/** Whether a number of an item begins the clause, but at the paragraph's beginning: then it is that of the paragraph. */
export function startsItem({ clause: { start }, source }: Place): boolean {
  const front = source.compact.text.slice(start, start + 5);
  return start > 0 && (ITEM_NUMBER.test(front) || CHINESE_NUMBER.test(front));
}

/** 1.公共安全支出60万元，主要用于…。与上年相比增加10万元: behind the number of an item all is said of it, not of the whole. */
export function itemOf({ figures }: State, { itemFigure, main, last }: Place): number | undefined {
  if (itemFigure === undefined || last === undefined || last < itemFigure) return undefined;
  if (main !== undefined && main >= itemFigure) return undefined;
  for (let at = itemFigure; at <= last; at++) {
    const figure = figures[at];
    if (figure?.role === 'value' && !figure.isPrior) return at;
  }
  return undefined;
}

/**
 * Lists end with their brackets; with a semicolon those end that were opened inside another, and with the number of the
 * next item those that were opened in the one before.
 */
export function closeLists(place: Place): void {
  const { depth, group, start } = place.clause;
  if (ITEM_NUMBER.test(place.source.compact.text.slice(start, start + 4))) {
    if (place.openAtNumber !== undefined) place.open.length = Math.min(place.open.length, place.openAtNumber);
    place.openAtNumber = place.open.length;
  }
  while (place.open.length > 0 && (place.open.at(-1)?.depth ?? 0) > depth) place.open.pop();
  while (place.open.length > 1 && (place.open.at(-1)?.group ?? 0) < group) place.open.pop();
}

/** Finds the list a figure is an item of, and ends the lists it cannot be a part of. */
export function findMembership(
  state: State,
  place: Place,
  held: Held,
  role: FigureRole,
  token: NumberToken,
): Membership {
  const bracketed = inBrackets(state, place, held, role, token);
  if (bracketed) return bracketed;
  const family = (list: ListDraft) => sameFamily(state, list, role, token.unit);
  const words = place.source.compact.text.slice(place.clause.start, token.start);
  const fits = (list: ListDraft) =>
    family(list) &&
    !isOfOtherSide(list, words) &&
    (canContain(wholeOf(state, list), held) ||
      isAmongPeople(state, place, list, held) ||
      isOfLevel(state, list, held, words));
  for (let index = place.open.length - 1; index >= 0; index--) {
    const list = place.open[index];
    // What stands in brackets is no item of a list outside them.
    if (!list || list.depth < place.clause.depth || !family(list)) continue;
    if (fits(list) && !hasWholeScheme(state, list)) return member(state, list, false, true);
    // 其中：拨款90万元，包括…: what the last words announce are no parts of the list outside, whatever they are called.
    if (index > 0 && isJustOpened(list, place)) {
      list.confidence = 'likely';
      return { isMain: false, announced: false };
    }
    place.open.splice(index, 1);
  }
  const outside = place.outside.at(-1);
  const whole = outside === undefined ? undefined : state.figures[outside];
  if (whole?.role === role) return { parent: whole, isMain: false, announced: false };
  const main = place.main === undefined ? undefined : state.figures[place.main];
  if (main && place.main !== undefined && main.role === role && place.main >= place.sentenceFigure) {
    if (role === 'value' && surelyContains(heldBy(main), held)) {
      return member(state, orderList(state, place, place.main), false, false);
    }
  }
  const closed = place.closed.findLast(
    (list) =>
      fits(list) &&
      surelyContains(wholeOf(state, list), held) &&
      !isSideBehindParts(state, list, held) &&
      !(held.concept === 'subject' && hasBothKinds(state, list)),
  );
  // (三)公务用车购置及运行维护费24.5万元。其中：运行维护费24.5万元。购置费0万元: parts of the item, not of what it is an item of.
  if (closed?.parent !== undefined && closed.parent >= place.firstFigure)
    return member(state, closed, false, false);
  const { inherited } = place;
  if (
    inherited &&
    fits(inherited) &&
    !isComplete(state, place, inherited, held) &&
    (place.main === undefined ||
      surelyContains(wholeOf(state, inherited), held) ||
      isNextItem(state, place, inherited, token))
  ) {
    return member(state, inherited, true, inherited.introduction !== 'numbering');
  }
  if (closed) return member(state, closed, false, false);
  return { isMain: true, announced: false };
}

function isJustOpened({ items, introduction, group, depth, parent }: ListDraft, { clause }: Place): boolean {
  const isAnnounced = introduction === 'includes' || introduction === 'of-which';
  return (
    isAnnounced &&
    parent !== undefined &&
    items.length === 0 &&
    group === clause.group &&
    depth === clause.depth
  );
}

/** 收入包括：拨款100万元。支出包括：文: a line break may part 支出包括 from its items, which are none of 收入. */
function isOfOtherSide({ side }: ListDraft, words: string): boolean {
  return side === 'income' && /支出(?:预算|决算)?$/.test(words);
}

/** Kinds of people none of whom is of another kind: 在职人员80人（行政34人，事业46人）. */
export const BODIES = /^(?:其中:?)?(?:行政|事业|参公|工勤|离休|退休)/;

/** 10万元(购置费 0万元,运行费 10万元), 80人(行政34人,事业46人): brackets behind a figure hold its parts. */
function inBrackets(
  state: State,
  place: Place,
  held: Held,
  role: FigureRole,
  { unit, start }: NumberToken,
): Membership | undefined {
  const outside = place.outside.at(-1);
  const whole = outside === undefined ? undefined : state.figures[outside];
  if (!whole || outside === undefined || whole.role !== role) return undefined;
  const words = place.source.compact.text.slice(place.clause.start, start);
  if (place.open.some(({ depth }) => depth === place.clause.depth)) return undefined;
  const isKindOf = role === 'count' && whole.token.unit === unit && BODIES.test(words);
  if (!isKindOf && !surelyContains(heldBy(whole), held)) return undefined;
  return member(state, orderList(state, place, outside), false, isKindOf);
}

function member(state: State, list: ListDraft, isMain: boolean, announced: boolean): Membership {
  const parent = list.parent === undefined ? undefined : state.figures[list.parent];
  return { list, ...(parent && { parent }), isMain, announced };
}

function orderList(state: State, place: Place, parent: number): ListDraft {
  const known = place.orders.get(parent);
  if (known) return known;
  const list = newList(state, place, parent, 'order');
  place.orders.set(parent, list);
  return list;
}

/** Parts that leave nothing for further items of a list, whatever these are called. */
const WHOLE_SCHEMES: readonly (readonly Concept[])[] = [
  ['procurement-goods', 'procurement-works', 'procurement-services'],
];

/**
 * 货物, 工程 and 服务 are all of 政府采购. 基本支出 and 项目支出 are all of an expenditure: a paragraph below them that is about neither, nor about any other
 * kind of money that is known, is no further part of it, unless it says what share it is.
 */
function isComplete(state: State, { source }: Place, list: ListDraft, { concept }: Held): boolean {
  if (hasWholeScheme(state, list)) return true;
  if (concept !== undefined && concept !== 'subject') return false;
  if (SHARE.test(source.compact.text)) return false;
  return hasBothKinds(state, list);
}

function hasBothKinds(state: State, list: ListDraft): boolean {
  const present = conceptsIn(state, list);
  return present.has('basic') && present.has('project');
}

function hasWholeScheme(state: State, list: ListDraft): boolean {
  const present = conceptsIn(state, list);
  return WHOLE_SCHEMES.some((scheme) => scheme.every((part) => present.has(part)));
}

function conceptsIn(state: State, { items }: ListDraft): ReadonlySet<Concept | undefined> {
  return new Set(items.slice(0, MAX_ITEMS).map((index) => state.figures[index]?.concept.value));
}

/** 基本支出…,占49%;单位预留机动经费…,占10%: what says its share behind an item is the next, whatever it is called. */
function isNextItem(
  state: State,
  { main, source }: Place,
  list: ListDraft,
  { unitEnd }: NumberToken,
): boolean {
  const behind = source.compact.text.slice(unitEnd, unitEnd + SHARE_BEHIND);
  return main !== undefined && state.figures[main]?.list === list && OWN_SHARE.test(behind);
}

/** What the parts of a list are parts of: its figure, or 收入 and 支出 where it says so. */
function wholeOf(state: State, { parent, side }: ListDraft): Held {
  const figure = parent === undefined ? undefined : state.figures[parent];
  const held = figure ? heldBy(figure) : { concept: undefined, scope: undefined, period: undefined };
  return side ? { ...held, concept: side, period: undefined } : held;
}

/** Money and counted things are not parts of each other, nor are 人 of 辆. */
function sameFamily(state: State, { parent, items }: ListDraft, role: FigureRole, unit: string): boolean {
  const one = parent ?? items[0];
  const figure = one === undefined ? undefined : state.figures[one];
  if (!figure) return true;
  if (figure.role !== role) return false;
  return role !== 'count' || figure.token.unit === unit || isPeople(figure.token.unit) === isPeople(unit);
}

/** 实有人数11人,其中:在职10人,退休1人. Behind a semicolon, or beside 在职, retirees stand for themselves. */
function isAmongPeople(state: State, place: Place, { parent, group }: ListDraft, held: Held): boolean {
  const whole = parent === undefined ? undefined : state.figures[parent];
  return (
    whole?.concept.value === 'staff' &&
    held.concept === 'retirees' &&
    group === place.clause.group &&
    !/在职|在编|在岗/.test(whole.label.words)
  );
}

/** 预算数100万元，其中：一般公共预算拨款…，事业收入…。支出预算数100万元: the other side is no part beside those of the one. */
function isSideBehindParts(state: State, list: ListDraft, { concept }: Held): boolean {
  if (concept !== 'income' && concept !== 'expenditure') return false;
  const present = conceptsIn(state, list);
  return !present.has('income') && !present.has('expenditure');
}

/** What the bodies of one level of government have of it: 市本级, 区级. */
const LEVEL = /^(?:其中[:,]?)?(?:[省市州区县旗镇乡]?本级|[省市州区县旗][直属]?级)(?!财力|补助)/;

/** 全市一般公共预算收入100亿元，其中：市本级收入60亿元；区级收入40亿元: income is a part of income where it is that of one level. */
function isOfLevel(
  state: State,
  { parent, introduction }: ListDraft,
  { concept }: Held,
  words: string,
): boolean {
  const whole = parent === undefined ? undefined : state.figures[parent]?.concept.value;
  const isSide = whole === 'income' || whole === 'expenditure';
  return isSide && introduction === 'of-which' && (concept ?? whole) === whole && LEVEL.test(words);
}

function isPeople(unit: string): boolean {
  return unit === '人' || unit === '名';
}
