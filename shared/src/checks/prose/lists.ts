import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import { isFunctionalClass } from '../../disclosure/prose/vocabulary/subjects.ts';
import type { Interval } from '../../relations/interval.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { wordsInFront } from './betweenFigures.ts';
import { type Constraint, linear, type Valued, valued } from './constraint.ts';
import { listFinding, type SummedList, swapOf } from './listFindings.ts';
import { partsOf } from './listParts.ts';
import { isCarriedOver, isScheme, isSideOfBoth, unannouncedParts } from './listSchemes.ts';
import { isOneSlipOff, isOneUnitOff, isSeldomSlip, sumOf } from './listSlips.ts';
import { BALANCED, isOfNearer, ofNearestWhole } from './nearestWhole.ts';
import { type NestedList, nestedLists, nests, ofNumberedItems } from './nestedLists.ts';
import { isBrokenDown, isOfChange, isToldAnew, mayOverlap } from './otherWholes.ts';
import { mayEqual, plus, type Quantity } from './quantities.ts';
import { isSureRest, restBehindWhole } from './restBesideWhole.ts';
import { areAllByShares } from './sharesOfParts.ts';

const NOTHING: Interval = { low: new Money(0), high: new Money(0) };

/** Fewer 类 than these are what a sentence may pick out. */
const MIN_CLASSES = 4;

/** What makes the figures of a list parts of its whole: words that say so, the numbers of paragraphs, or their names alone. */
type Announced = 'words' | 'numbers' | 'names';

/** A list with what its parts come to, beside what its whole prints. */
interface WeighedList {
  readonly list: NestedList;
  readonly passage: Passage;
  readonly announced: Announced;
  readonly whole: Valued;
  readonly parts: readonly Valued[];
  readonly items: readonly Figure[];
  /** What the parts come to, in 元. */
  readonly total: Quantity;
  /** By how much that is more than the whole. */
  readonly excess: Decimal;
  /** Whether both are the same within rounding. */
  readonly fits: boolean;
  /** Whether the list is one side of a balance of both. */
  readonly isSide: boolean;
  /** Whether the parts are known to be all there is. */
  readonly isAll: boolean;
}

/**
 * Lists in sentences (`prose-sum`, N4, N8, N19): the parts of a fixed scheme must be the whole, those of any other
 * list no more than it. Where one wrong digit explains what is left, they are taken for all of it.
 */
export function listConstraints(passage: Passage): Constraint[] {
  return [...passage.lists, ...unannounced(passage)]
    .map((list) => ofNumberedItems(ofNearestWhole(list, passage.figures), passage))
    .flatMap((list) => nestedLists(list, passage))
    .flatMap((list) => listConstraint(list, passage) ?? []);
}

/** Lists of all the parts of a figure of which no words announce one that holds them all. */
function unannounced(passage: Passage): FigureList[] {
  const { figures, lists } = passage;
  return figures.flatMap((_, parent): FigureList[] => {
    const items = unannouncedParts(parent, passage);
    const isAnnounced = lists.some(
      ({ introduction, items: own }) => introduction !== 'order' && items.every((item) => own.includes(item)),
    );
    return items.length === 0 || isAnnounced
      ? []
      : [{ parent, items, introduction: 'order', confidence: 'likely' }];
  });
}

function listConstraint(list: NestedList, passage: Passage): Constraint | undefined {
  const weighed = weigh(list, passage);
  if (!weighed || hasOtherWhole(weighed)) return undefined;
  const { announced, isAll } = weighed;
  const slip = slipThatMends(weighed);
  // Items below a heading may be a few of many: that they are all of it a slip must show.
  if (announced === 'numbers' && !slip) return undefined;
  const constraint = sumConstraint(weighed, isAll || slip ? 'equal' : 'at-most');
  const rest = restBehindWhole(weighed.whole, weighed.parts);
  // Whatever else the whole may be, what is carried over beside all of it is wrong.
  if (rest) return { ...constraint, figures: [rest] };
  return slip === 'too-little' || announced !== 'words' ? { ...constraint, presumed: true } : constraint;
}

/** Adds the parts of a list up; undefined where it has none, or no whole that is known. */
function weigh(list: NestedList, passage: Passage): WeighedList | undefined {
  const whole = list.parent === undefined ? undefined : valued(passage.figures[list.parent]);
  const announced = announcedBy(list, passage);
  if (whole?.figure.role !== 'value' || !announced) return undefined;
  const found = partsOf(list, whole, passage, announced === 'names');
  if (!found) return undefined;
  const { parts } = found;
  const items = parts.map(({ figure }) => figure);
  const total = sumOf(parts);
  const excess = total.value.minus(whole.quantity.value);
  if (found.isShort && excess.isNegative()) return undefined;
  const fits = mayEqual(total, whole.quantity);
  const isSide = isSideOfBoth(list, whole.figure, passage);
  const isAll =
    fits ||
    announced === 'names' ||
    isScheme(items, whole.figure) ||
    isCarriedOver(items) ||
    isSide ||
    areAllByShares(whole, parts, passage);
  return { list, passage, announced, whole, parts, items, total, excess, fits, isSide, isAll };
}

/** What announces a list; undefined where nothing but the order of its figures does. */
function announcedBy(list: NestedList, { lists }: Passage): Announced | undefined {
  if (list.confidence === 'certain') return 'words';
  if (list.introduction === 'numbering') return 'numbers';
  return list.introduction === 'order' && !lists.includes(list) ? 'names' : undefined;
}

/** Whether the figures of a list that does not fit may be parts of another whole, or no parts at all. */
function hasOtherWhole(weighed: WeighedList): boolean {
  const { list, passage, whole, parts, items, total, excess, fits, isAll } = weighed;
  if (fits) return false;
  const { figures } = passage;
  const parent = whole.figure;
  if (isNothingInFront(parent, items) || isOfNamedWhole(parent, list, passage)) return true;
  if (excess.isNegative() && isMadeUpBehind(weighed)) return true;
  if (!isAll && excess.isPositive()) {
    const isOwn =
      (list.introduction === 'includes' && isOneSlipOff(whole, parts, excess)) || areInItsBracket(weighed);
    if (!isOwn && isOfOther(parent, total, figures)) return true;
    if (isToldAnew(list, whole, parts) || mayOverlap(whole, parts, passage)) return true;
  }
  if (!isAll && excess.isNegative() && isOfFigureBeside(parent, total, figures)) return true;
  if (excess.isPositive() && nests(list, whole, parts, passage, isAll)) return true;
  return (
    isOfNearer(list, total, figures) ||
    isOfChange(list, total, figures) ||
    isBrokenDown(whole, items, figures)
  );
}

/**
 * Which way a list that is not known to be all of its whole misses it by one slip of the hand, so that it is taken for all
 * of it; undefined where none does. Parts that are less than half of the whole are a few of many, whatever digit is between
 * them and it, but for 类 of expenditure; and those behind 主要包括 may be as well.
 */
function slipThatMends(weighed: WeighedList): 'too-little' | 'too-much' | undefined {
  const { list, passage, whole, parts, items, total, excess, isAll } = weighed;
  const isMost =
    total.value.times(2).gte(whole.quantity.value) || total.value.times(10).eq(whole.quantity.value);
  if (isAll) return undefined;
  if (excess.isPositive()) return isMost && isOneSlipOff(whole, parts, excess) ? 'too-much' : undefined;
  if (list.isSome || mayHideItem(list, passage.figures)) return undefined;
  if (isMost && !areMain(parts, passage))
    return isOneSlipOff(whole, parts, excess) || isOneUnitOff(whole, parts) ? 'too-little' : undefined;
  return (isMost || areClasses(items)) && isSeldomSlip(whole, parts, false) ? 'too-little' : undefined;
}

/** 主要包括：…, 主要用于…: whether the words in front of the first part say that there may be others. */
function areMain([first]: readonly Valued[], passage: Passage): boolean {
  return first !== undefined && /主要[^，。；]*$/.test(wordsInFront(first.figure, passage));
}

/** Whether what is listed are 类 of expenditure, so many that a sentence seldom lists some of them alone. */
function areClasses(items: readonly Figure[]): boolean {
  return items.length >= MIN_CLASSES && items.every(({ subject }) => isFunctionalClass(subject?.name ?? ''));
}

/** The statement that the parts of a list come to its whole, or to no more than it. */
function sumConstraint(weighed: WeighedList, comparison: 'equal' | 'at-most'): Constraint {
  const { passage, announced, whole, parts, items, total, excess, isSide, isAll } = weighed;
  const summed: SummedList = {
    parent: whole.figure,
    items,
    sum: total.value.div(whole.unit).toDecimalPlaces(6),
    isAll: isAll || excess.isNegative(),
    // Where words neither announce the list nor show that it is all of it, a slip of the hand is the only witness.
    severity: announced === 'words' && ((isAll && !isSide) || excess.isPositive()) ? 'error' : 'warning',
    ...swapOf(whole, parts, total),
  };
  const rest = restBehindWhole(whole, parts);
  return linear(
    [...parts.map((part) => ({ ...part, weight: 1 })), { ...whole, weight: -1 }],
    0,
    comparison,
    (culprit) => {
      if (!rest) return listFinding(summed, culprit);
      const sure = isSureRest(whole, parts, rest, passage);
      return listFinding(summed, { figure: rest, allowed: NOTHING, value: NOTHING.low, sure });
    },
  );
}

/** 分散采购0元，占0%。按项目类型划分，货物10万元、服务7万元: a sentence behind it gives no parts of what is nothing. */
function isNothingInFront({ amount, sentence, paragraph }: Figure, [first]: readonly Figure[]): boolean {
  const isBehind = first?.sentence !== sentence || first.paragraph !== paragraph;
  return amount.value.isZero() && isBehind;
}

/** 项目支出4.81万元，占支出总预算的4.43%。其中：（一）…85万元，占支出总预算的78.33%: the parts name what they are parts of. */
function isOfNamedWhole({ concept }: Figure, { items }: FigureList, { ratios }: Passage): boolean {
  const shares = ratios.filter(
    ({ kind, part, wholeConcept: { value } }) =>
      kind === 'share' && part !== undefined && items.includes(part) && value !== undefined,
  );
  return shares.length > 1 && shares.every(({ wholeConcept: { value } }) => value !== concept.value);
}

/**
 * 货物10万元、服务20万元，其中面向中小企业24万元; 固定资产原值1300万元，净值800万元，其中房屋原值…: 其中 may be said of all that stands in
 * front, or of a figure which the parts come to, and not of the last one.
 */
function isOfOther(parent: Figure, total: Quantity, figures: Passage['figures']): boolean {
  const at = figures.indexOf(parent);
  const above = parent.parent === undefined ? undefined : valued(figures[parent.parent]);
  // 按类别划分：基本支出…，包括：…: what is told first has nothing in front of it of which they could be parts.
  const isFirst = !figures
    .slice(0, at)
    .some((each) => each.parent === parent.parent && each.paragraph === parent.paragraph);
  if (above && !isFirst && total.value.lte(above.quantity.value.plus(total.half))) return true;
  return isOfFigureBeside(parent, total, figures);
}

/** 万元（其中：: a bracket opens directly behind an amount. */
const BRACKET_BEHIND = /^\s*(?:万|亿)?元\s*[（(]\s*其中/;

/** 上年结转370万元（其中：一般公共预算123万元、政府性基金250万元）: parts in a bracket behind an amount are of no other. */
function areInItsBracket({ passage, whole, items: [first] }: WeighedList): boolean {
  const { figures } = passage;
  if (!first || figures.indexOf(first) !== figures.indexOf(whole.figure) + 1) return false;
  return BRACKET_BEHIND.test(wordsInFront(first, passage));
}

/**
 * “三公”经费1000.86万元，其中：…公务接待费43.77万元、会议费34.10万元、培训费51.37万元: what the sentence goes on with is no such part, but makes up
 * exactly what lacks, so that neither the whole nor a part is wrong.
 */
function isMadeUpBehind({ list, whole, total, passage: { figures } }: WeighedList): boolean {
  const last = list.items.at(-1) ?? figures.length;
  const { paragraph, sentence } = figures[last] ?? {};
  let sum = total;
  for (const figure of figures.slice(last + 1)) {
    const isBehind = figure.paragraph === paragraph && figure.sentence === sentence;
    const next = isBehind && figure.role === 'value' && figure.parent === undefined && valued(figure);
    if (!next || sum.value.gt(whole.quantity.value)) return false;
    sum = plus(sum, next.quantity);
    if (mayEqual(sum, whole.quantity)) return true;
  }
  return false;
}

/** 购买服务预算1095万元，均纳入采购预算1105万元。其中：…: an amount of the same sentence in front of the whole to which the parts come. */
function isOfFigureBeside(parent: Figure, total: Quantity, figures: Passage['figures']): boolean {
  return figures.slice(0, figures.indexOf(parent)).some((figure) => {
    const { paragraph, sentence, role, concept } = figure;
    const isBeside = paragraph === parent.paragraph && sentence === parent.sentence && role === 'value';
    const whole = isBeside && !BALANCED.has(concept.value) ? valued(figure) : undefined;
    return whole !== undefined && mayEqual(total, whole.quantity);
  });
}

/** 支持销售稳增长30万元 between the items looks like a change, and may be one of them. */
export function mayHideItem({ items }: Pick<FigureList, 'items'>, figures: Passage['figures']): boolean {
  const between = figures.slice(items[0], items.at(-1));
  return between.some(({ role, label }) => role === 'change' && label !== '');
}
