import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import { Money } from '../../text/money.ts';
import { wordsInFront } from './betweenFigures.ts';
import { type Valued, valued } from './constraint.ts';
import { isPartOf, isScheme } from './listSchemes.ts';
import { sumOf, valuedBeside } from './listSlips.ts';
import type { NestedList } from './nestedLists.ts';
import { isBesideWhole, isLeftOfFlows } from './otherWholes.ts';
import { mayEqual, NO_MONEY, plus } from './quantities.ts';

const HUNDRED = new Money(100);
/** What is told beside a list, and not in it. */
const BESIDE = /(?:此外|另外|另有|除此(?:之外|以外)?)[^，。；]*[，,：:]?[^，。；]*$/;

const OF_VEHICLES = /公务用车购置(?:费)?[及和、与](?:公务用车)?运行/;
const VEHICLE_PART = /公务用车(?:购置|运行)(?!费?[及和、与])/;

/** 公务用车运行费3.公务接待费443.5万元: the number of a heading within a name shows that something was lost in front of it. */
const HEAD_WITHIN = /[\u4e00-\u9fff](?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))/;
/** 其他收入0.00万支出预算…: a line was lost between two figures. */
const FIGURE_WITHIN = /\d\.\d/;
/** What was changed in the course of the year is no part of what it came to. */
const ADJUSTED = /^(?:调增|调减|核减|核增|压减)/;

/** The figures of a list that are parts of its whole. */
export interface ListParts {
  readonly parts: readonly Valued[];
  /** Whether others were left out that may be parts as well. */
  readonly isShort: boolean;
}

/**
 * The figures of a list that are parts of its whole; undefined where nobody can tell, or there are not two of them.
 *
 * @param isUnannounced whether no words announce the list
 */
export function partsOf(
  list: NestedList,
  whole: Valued,
  passage: Passage,
  isUnannounced: boolean,
): ListParts | undefined {
  const parent = whole.figure;
  const named = list.items
    .flatMap((index) => passage.figures[index] ?? [])
    .filter(({ role }) => role === 'value');
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
      !ADJUSTED.test(item.label) &&
      !isBesideWhole(item, parent, passage),
  );
  const printed = own.flatMap((item) => valuedBeside(whole, item) ?? []);
  const all = withoutDoubtful(whole, printed);
  const parts = allThereIs(whole, all, passage);
  const items = parts.map(({ figure }) => figure);
  if (printed.length !== own.length || parts.length < 2 || !sameYear(parent, items, isUnannounced))
    return undefined;
  if (items.some(({ label }) => FIGURE_WITHIN.test(label) || HEAD_WITHIN.test(label))) return undefined;
  return { parts, isShort: all.length < printed.length };
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
