import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import { isFunctionalClass } from '../../disclosure/prose/vocabulary/subjects.ts';
import type { Interval } from '../../relations/interval.ts';
import { Money } from '../../text/money.ts';
import { wordsInFront } from './betweenFigures.ts';
import { type Constraint, linear, type Valued, valued } from './constraint.ts';
import { listFinding, type SummedList, swapOf } from './listFindings.ts';
import { isCarriedOver, isPartOf, isScheme, isSideOfBoth, unannouncedParts } from './listSchemes.ts';
import { isOneSlipOff, isOneUnitOff, isSeldomSlip, sumOf, valuedBeside } from './listSlips.ts';
import { BALANCED, isOfNearer, ofNearestWhole } from './nearestWhole.ts';
import { type NestedList, nestedLists, nests, ofNumberedItems } from './nestedLists.ts';
import {
  isBesideWhole,
  isBrokenDown,
  isLeftOfFlows,
  isOfChange,
  isToldAnew,
  mayOverlap,
} from './otherWholes.ts';
import { mayEqual, NO_MONEY, plus, type Quantity } from './quantities.ts';
import { isSureRest, restBehindWhole } from './restBesideWhole.ts';

const NOTHING: Interval = { low: new Money(0), high: new Money(0) };

const HUNDRED = new Money(100);
/** What is told beside a list, and not in it. */
const BESIDE = /(?:此外|另外|另有|除此(?:之外|以外)?)[^，。；]*[，,：:]?[^，。；]*$/;

const OF_VEHICLES = /公务用车购置(?:费)?[及和、与](?:公务用车)?运行/;
const VEHICLE_PART = /公务用车(?:购置|运行)(?!费?[及和、与])/;

/** Fewer 类 than these are what a sentence may pick out. */
const MIN_CLASSES = 4;

/** 公务用车运行费3.公务接待费443.5万元: the number of a heading within a name shows that something was lost in front of it. */
const HEAD_WITHIN = /[\u4e00-\u9fff](?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))/;

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
  const { figures } = passage;
  const parent = list.parent === undefined ? undefined : figures[list.parent];
  const whole = valued(parent);
  if (!parent || !whole || parent.role !== 'value') return undefined;
  // Items below a heading may be a few of many: that they are all of it a slip must show.
  const isCertain = list.confidence === 'certain';
  const isUnannounced = !isCertain && list.introduction === 'order';
  if (isUnannounced && passage.lists.includes(list)) return undefined;
  if (!isCertain && !isUnannounced && list.introduction !== 'numbering') return undefined;
  const named = list.items.flatMap((index) => figures[index] ?? []).filter(({ role }) => role === 'value');
  const concepts = new Set(named.map(({ concept }) => concept.value));
  // 收入、支出总计…，其中：收入总计…，支出总计…: the two sides are no parts of what both come to.
  if (concepts.has('income') && concepts.has('expenditure')) return undefined;
  if (isLeftOfFlows(parent, named)) return undefined;
  const own = named.filter(
    (item) =>
      // 政府采购…货物…、服务…。…涉及项目预算262万元: how much is covered by 绩效目标 is no part.
      item.concept.value !== 'performance-coverage' &&
      !item.label.startsWith('涉及') &&
      !isPartOf(item, concepts) &&
      !isPartOfOther(item, named, passage) &&
      !isTotalAgain(item, whole) &&
      !isPlanBeside(item, parent) &&
      !/^(?:调增|调减|核减|核增|压减)/.test(item.label) &&
      !isBesideWhole(item, parent, passage),
  );
  const printed = own.flatMap((item) => valuedBeside(whole, item) ?? []);
  const all = withoutDoubtful(whole, printed);
  const parts = allThereIs(whole, all, passage);
  const items = parts.map(({ figure }) => figure);
  if (printed.length !== own.length || parts.length < 2 || !sameYear(parent, items, isUnannounced))
    return undefined;
  // 其他收入0.00万支出预算…: a line was lost between two figures.
  if (items.some(({ label }) => /\d\.\d/.test(label) || HEAD_WITHIN.test(label))) return undefined;
  const total = sumOf(parts);
  const excess = total.value.minus(whole.quantity.value);
  const fits = mayEqual(total, whole.quantity);
  if (all.length < printed.length && excess.isNegative()) return undefined;
  const isSide = isSideOfBoth(list, parent, passage);
  const isAll = fits || isUnannounced || isScheme(items, parent) || isCarriedOver(items) || isSide;
  if (!fits && (isNothingInFront(parent, items) || isOfNamedWhole(parent, list, passage))) return undefined;
  const isOwn = list.introduction === 'includes' && isOneSlipOff(whole, parts, excess);
  if (!isAll && excess.isPositive() && !isOwn && isOfOther(parent, total, figures)) return undefined;
  if (!isAll && excess.isPositive() && (isToldAnew(list, whole, parts) || mayOverlap(whole, parts, passage)))
    return undefined;
  if (!isAll && excess.isNegative() && isOfFigureBeside(parent, total, figures)) return undefined;
  if (excess.isPositive() && !fits && nests(list, whole, parts, passage, isAll)) return undefined;
  if (!fits && isOfNearer(list, total, figures)) return undefined;
  if (!fits && (isOfChange(list, total, figures) || isBrokenDown(whole, items, figures))) return undefined;
  // Parts that are less than half of the whole are a few of many, whatever digit is between them and it.
  const isMost =
    total.value.times(2).gte(whole.quantity.value) || total.value.times(10).eq(whole.quantity.value);
  // Those that name 类 of expenditure are seldom a few of many, but 主要包括 says so.
  const isSlip =
    isMost && !areMain(parts, passage)
      ? isOneSlipOff(whole, parts, excess) || isOneUnitOff(whole, parts)
      : (isMost || areClasses(items)) && isSeldomSlip(whole, parts, false);
  const presumed = !isAll && !list.isSome && excess.isNegative() && isSlip && !mayHideItem(list, figures);
  const isSlipTooMuch = !isAll && excess.isPositive() && isMost && isOneSlipOff(whole, parts, excess);
  if (!isCertain && !isUnannounced && !presumed && !isSlipTooMuch) return undefined;
  const summed: SummedList = {
    parent,
    items,
    sum: total.value.div(whole.unit).toDecimalPlaces(6),
    isAll: isAll || excess.isNegative(),
    // Where words neither announce the list nor show that it is all of it, a slip of the hand is the only witness.
    severity: isCertain && ((isAll && !isSide) || excess.isPositive()) ? 'error' : 'warning',
    ...swapOf(whole, parts, total),
  };
  const rest = restBehindWhole(whole, parts);
  const constraint: Constraint = linear(
    [...parts.map((part) => ({ ...part, weight: 1 })), { ...whole, weight: -1 }],
    0,
    isAll || presumed || isSlipTooMuch ? 'equal' : 'at-most',
    (culprit) =>
      listFinding(
        summed,
        rest
          ? {
              figure: rest,
              allowed: NOTHING,
              value: NOTHING.low,
              sure: isSureRest(whole, parts, rest, passage),
            }
          : culprit,
      ),
  );
  // Whatever else the whole may be, what is carried over beside all of it is wrong.
  if (rest) return { ...constraint, figures: [rest] };
  return presumed || !isCertain ? { ...constraint, presumed: true } : constraint;
}

/**
 * The first parts alone, where they are the whole: what follows breaks it down once more, or one of them
 * (货物…、工程…、服务…，面向中小企业预留…; 基本支出…，项目支出…。按功能分类：…).
 */
function allThereIs(whole: Valued, all: readonly Valued[], passage: Passage): readonly Valued[] {
  // 此外，年初结转34.78万元: what stands beside them is no part, unless the whole is with it.
  const beside = all.findIndex(({ figure }) => BESIDE.test(wordsInFront(figure, passage)));
  const parts = beside === -1 || mayEqual(sumOf(all), whole.quantity) ? all : all.slice(0, beside);
  const figures = parts.map(({ figure }) => figure);
  if (isScheme(figures, whole.figure)) return parts;
  // 其中：项目支出100万元。城乡社区支出100万元: the next sentence tells once more what the one part is for.
  const [first, second] = parts;
  const isAlone = first?.figure.sentence !== second?.figure.sentence || isAllByShare(first?.figure, passage);
  let sum = NO_MONEY;
  const count = parts.findIndex(({ quantity }, index) => {
    sum = plus(sum, quantity);
    return (index > 0 || isAlone) && mayEqual(sum, whole.quantity);
  });
  return count === -1 ? parts : parts.slice(0, count + 1);
}

/** 财政拨款收入3725.11万元，占100.00%；年初结转43.76万元: the sentence says what is all of it. */
function isAllByShare(figure: Figure | undefined, { figures, ratios }: Passage): boolean {
  return ratios.some(
    ({ kind, part, figure: share }) =>
      kind === 'share' &&
      figure !== undefined &&
      figures[part ?? -1] === figure &&
      figures[share]?.amount.value.eq(HUNDRED) === true,
  );
}

/** 公务接待费支出2.05万元，年初预算为2万元: what was planned of the item in front of it, where the whole is no plan. */
function isPlanBeside({ label, concept, basis }: Figure, whole: Figure): boolean {
  const isPlan = basis.reason === 'words' && basis.value !== 'final' && whole.basis.reason !== 'words';
  return isPlan && label === '' && concept.reason === 'subject';
}

/** 减少原因是收费项目取消10万元; 一般公共预算900万元，年初预算850万元，追加50万元: what may be no part is left out, if the parts do not come to the whole with it. */
function withoutDoubtful(whole: Valued, parts: readonly Valued[]): readonly Valued[] {
  if (mayEqual(sumOf(parts), whole.quantity)) return parts;
  const sure = parts.filter(
    ({ figure }) => !/^(?:追加|追减)/.test(figure.label) && (!figure.inReason || whole.figure.inReason),
  );
  return sure.length < 2 ? parts : sure;
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

/** 面向中小企业采购24万元，面向小微企业采购15万元，占面向中小企业采购的62.5%: a part of the item in front of it. */
function isPartOfOther(item: Figure, items: readonly Figure[], { figures, ratios }: Passage): boolean {
  const isShareOfItem = ratios.some(
    ({ kind, part, whole }) =>
      kind === 'share' &&
      part !== undefined &&
      figures[part] === item &&
      items.some((other) => other !== item && whole !== undefined && figures[whole] === other),
  );
  const isSmall = /小微|小型微型|微型/.test(item.label);
  // Of whose vehicles may not be known.
  const isOfVehicles = VEHICLE_PART.test(item.label) && items.some(({ label }) => OF_VEHICLES.test(label));
  return isShareOfItem || isOfVehicles || (isSmall && items.some(({ label }) => /中小/.test(label)));
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

/** 购买服务预算1095万元，均纳入采购预算1105万元。其中：…: an amount of the same sentence in front of the whole to which the parts come. */
function isOfFigureBeside(parent: Figure, total: Quantity, figures: Passage['figures']): boolean {
  return figures.slice(0, figures.indexOf(parent)).some((figure) => {
    const { paragraph, sentence, role, concept } = figure;
    const isBeside = paragraph === parent.paragraph && sentence === parent.sentence && role === 'value';
    const whole = isBeside && !BALANCED.has(concept.value) ? valued(figure) : undefined;
    return whole !== undefined && mayEqual(total, whole.quantity);
  });
}

/** 主要包括：…, 主要用于…: whether the words in front of the first part say that there may be others. */
function areMain([first]: readonly Valued[], passage: Passage): boolean {
  return first !== undefined && /主要[^，。；]*$/.test(wordsInFront(first.figure, passage));
}

/** Whether what is listed are 类 of expenditure, so many that a sentence seldom lists some of them alone. */
function areClasses(items: readonly Figure[]): boolean {
  return items.length >= MIN_CLASSES && items.every(({ subject }) => isFunctionalClass(subject?.name ?? ''));
}

/** 支持销售稳增长30万元 between the items looks like a change, and may be one of them. */
export function mayHideItem({ items }: Pick<FigureList, 'items'>, figures: Passage['figures']): boolean {
  const between = figures.slice(items[0], items.at(-1));
  return between.some(({ role, label }) => role === 'change' && label !== '');
}

/** …，合计1170万元 behind the parts: the whole once more, without a name of its own. */
function isTotalAgain(item: Figure, whole: Valued): boolean {
  const isNamed = item.label !== '' || item.period.value !== undefined;
  return !isNamed && valued(item)?.quantity.value.eq(whole.quantity.value) === true;
}

const NARROWER: ReadonlySet<string | undefined> = new Set(['general', 'fund', 'state-capital']);

/**
 * Whether parts are of the year, budget and money of their whole. A list may give what was spent the year before. Of all
 * money, and of that of the budgets, one budget's is a part.
 *
 * @param isUnannounced whether no words announce the list
 */
export function sameYear(parent: Figure, items: readonly Figure[], isUnannounced: boolean): boolean {
  return items.every(({ year, basis, scope }) => {
    const isYear =
      year.value === undefined || parent.year.value === undefined || year.value === parent.year.value;
    // 年初预算数100万元，其中：财政拨款预算80万元: whichever budget it is, it is not what was spent.
    const isBasis =
      basis.value === undefined ||
      basis.reason === 'document' ||
      parent.basis.value === undefined ||
      (basis.value === 'final') === (parent.basis.value === 'final');
    const isScope =
      parent.scope.value === undefined ||
      parent.scope.value === 'all' ||
      scope.value === parent.scope.value ||
      // 公用经费 in a paragraph of its own behind 人员经费 is of the money of both.
      (isUnannounced && scope.value === undefined) ||
      (parent.scope.value === 'fiscal' && NARROWER.has(scope.value));
    return isYear && isBasis && isScope;
  });
}
