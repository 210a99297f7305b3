import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import { addedUp } from './addedUp.ts';
import { bracketLists } from './bracketLists.ts';
import { type Constraint, linear, type Valued, valued } from './constraint.ts';
import { listFinding, type SummedList, swapOf } from './listFindings.ts';
import { sameYear } from './listParts.ts';
import { isPartOf, isScheme } from './listSchemes.ts';
import { isSeldomSlip, sumOf, valuedBeside } from './listSlips.ts';
import { mayHideItem } from './lists.ts';
import { mayEqual, type Quantity } from './quantities.ts';

/** Parts with what they may be all of, where no words make it sure. */
export interface LooseList {
  readonly whole: Figure;
  readonly items: readonly Figure[];
  /** If they are parts of it, they are all there is. */
  readonly areAll: boolean;
  /** The words leave no doubt of either, so that no slip need show it. */
  readonly isSure?: boolean;
}

/** 按支出功能分类科目：公共安全支出…: by what the figure is broken down that stands in front of the paragraph. */
const CLASSES = /按[^。；;]{0,14}分类[^。；;]{0,30}$/;
/** The words in front of the first part that may say so. */
const WORDS = 60;
/** Figures around a list of which its parts may be all instead. */
const AROUND = 12;

/**
 * Lists that are surely meant only where one slip of the hand makes them come to their whole, which is no chance
 * (`prose-sum`, N4): parts below their whole on lines of their own, in brackets or only behind it, and what 加上 adds up.
 */
export function looseListConstraints(passage: Passage): Constraint[] {
  const lists = [...listed(passage), ...bracketLists(passage), ...addedUp(passage)];
  return lists.flatMap((list) => looseConstraint(list, passage) ?? []);
}

/** What reading took for likely parts. Items below numbers are judged beside the certain lists. */
function listed(passage: Passage): LooseList[] {
  const { figures, lists } = passage;
  return lists.flatMap(({ parent, items: indices, introduction, confidence }): LooseList[] => {
    const whole = parent === undefined ? undefined : figures[parent];
    if (!whole || confidence === 'certain' || introduction === 'numbering' || indices.length < 2) return [];
    const named = indices.flatMap((index) => figures[index] ?? []);
    const concepts = new Set(named.map(({ concept }) => concept.value));
    const items = named.filter((item) => !isPartOf(item, concepts));
    if (!sameYear(whole, items, true) || mayHideItem({ items: indices }, figures)) return [];
    return [{ whole, items, areAll: isScheme(items, whole) || isByClass(items[0], passage) }];
  });
}

function isByClass(first: Figure | undefined, { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[first?.paragraph ?? -1] ?? {};
  const at = first && offsetOf(pieces, first.span);
  return at !== undefined && CLASSES.test(text.slice(Math.max(0, at - WORDS), at));
}

function looseConstraint(list: LooseList, passage: Passage): Constraint | undefined {
  const { whole: figure, items, areAll, isSure = false } = list;
  const whole = valued(figure);
  const isValue = ({ role, kind, inReason }: Figure) => role === 'value' && kind === 'statement' && !inReason;
  if (!whole || figure.inReason || !items.every(isValue)) return undefined;
  const parts = items.flatMap((item) => valuedBeside(whole, item) ?? []);
  if (parts.length !== items.length || parts.length < 2) return undefined;
  const total = sumOf(parts);
  // All parts that there are bear their whole out where they come to it.
  const fits = mayEqual(total, whole.quantity);
  if (fits ? !areAll : !isSure && !isSeldomSlip(whole, parts, areAll)) return undefined;
  if (!fits && (fitsFirst(whole, parts) || isOfOther(total, figure, items, passage))) return undefined;
  const summed: SummedList = {
    parent: figure,
    items,
    sum: total.value.div(whole.unit).toDecimalPlaces(6),
    isAll: true,
    // That they are parts is likely only, and shown by a slip of the hand.
    severity: 'warning',
    ...swapOf(whole, parts, total),
  };
  const terms = [...parts.map((part) => ({ ...part, weight: 1 })), { ...whole, weight: -1 }];
  const constraint = linear(terms, 0, 'equal', (culprit) => listFinding(summed, culprit));
  return isSure ? constraint : { ...constraint, presumed: true };
}

/** The first parts alone are the whole: what follows breaks it down once more. */
function fitsFirst(whole: Valued, parts: readonly Valued[]): boolean {
  return parts.some((_, index) => index > 0 && mayEqual(sumOf(parts.slice(0, index)), whole.quantity));
}

/** Whether the parts come to another figure that stands near them. */
function isOfOther(total: Quantity, whole: Figure, items: readonly Figure[], { figures }: Passage): boolean {
  const first = Math.min(...[whole, ...items].map((figure) => figures.indexOf(figure)));
  const last = figures.indexOf(items.at(-1) ?? whole);
  return figures.slice(Math.max(0, first - AROUND), last + AROUND).some((other) => {
    const own = other === whole || items.includes(other) ? undefined : valued(other);
    return own !== undefined && mayEqual(total, own.quantity);
  });
}
