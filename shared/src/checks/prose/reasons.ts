import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Comparison, Figure, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { surelyContains } from '../../disclosure/prose/vocabulary/containment.ts';
import { type Finding, placeFinding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import {
  areOthersExplained,
  changesToldIn,
  explainedDirection,
  givesReason,
  isExplainedFurtherOn,
  isToldAgain,
  tellsWhatHappened,
} from './passageReasons.ts';
import { mayEqual, moneyOf, type Quantity } from './quantities.ts';

const AS_FOLLOWS = /如下[。:：]?\s*$/;
/** What inspections ask a reason for. */
const EXPLAINED: ReadonlySet<Concept> = new Set([
  'balance',
  'income',
  'expenditure',
  'appropriation',
  'basic',
  'project',
  'agency-running',
  'three-public',
  'abroad',
  'vehicles',
  'vehicle-purchase',
  'vehicle-operation',
  'reception',
  'meeting',
  'training',
]);

/** 主要原因是…: a line that goes on with the sentence above. */
const GOES_ON = /^(?:其)?(?:主要)?(?:增减|变动|增加|减少)?的?(?:主要)?原因|^主要(?:是|系|因)/;
/** 其中： at the end of a paragraph: what it tells is told again, part by part. */
const IN_PARTS = /(?:其中|包括|如下)[:：]?\s*$/;
const ANNOUNCED = /^\s*其中[:：]?\s*$/;
/** 按支出项目类别划分：: what the paragraph in front told is told again by its parts. */
const TOLD_AGAIN = /^\s*(?:其中|按[^，。:：]{2,14}(?:划分|分类|分))[:：,，]/;
/** 其他收入0.00万支出预算: a line was lost between two figures, and the reason may have stood there. */
const TORN = /\d万(?=[\u4e00-\u9fff])(?!元|余)/;

/** So many headings further the same amount is that of something else. */
const NEAR = 4;
/** 由年初预算100万元调整为120万元 stands so near in front of what it changed. */
const ADJUSTMENT_REACH = 120;
const ADJUSTED = /[由从][^。；;]{0,40}元(?:调整|追加|变更)[为到至][^。]*$/;
/** Totals whose parts are told under headings of their own, each with its reason. */
const IN_SECTIONS: ReadonlySet<Concept | undefined> = new Set(['three-public', 'vehicles']);

/** A change, and what is said of it where no reason is given in its passage. */
interface Unexplained {
  readonly comparison: Comparison;
  readonly money: Quantity | undefined;
  readonly percent: Figure | undefined;
  readonly finding: Finding;
}

/** A change with its reason. */
interface ExplainedChange {
  readonly comparison: Comparison;
  readonly money: Quantity | undefined;
  readonly percent: Figure | undefined;
}

/**
 * A change without a reason (`missing-reason`, N9): in its paragraph or the next, in the parts it is told in again, or
 * in a paragraph of its own behind it, nor under the headings behind that tell of its parts. Where the same change is
 * explained under a heading near by it is a remark. Said once a paragraph, of its first change; what did not change needs none.
 */
export function missingReasonsAmong(passages: readonly PlacedPassage[]): Finding[] {
  return passages.flatMap(({ line, passage }, index) => {
    const unexplained = unexplainedIn(passage);
    if (unexplained.length === 0) return [];
    const before = explainedAmong(passages.slice(Math.max(0, index - NEAR), index));
    const behind = explainedAmong(passages.slice(index + 1, index + 1 + NEAR));
    return unexplained
      .filter((each) => !isToldByParts(each, [...partsBehind(each, passage), ...behind]))
      .map((each) => {
        const told = [...before, ...partsBehind(each, passage), ...behind];
        const isRemark = isToldElsewhere(each, told) || isSourceOfExplained(each, passage);
        return placeFinding(isRemark ? asRemark(each) : each.finding, line);
      });
  });
}

/** The lines of a passage, counted from its first, that tell of a change without a reason. */
export function linesWithoutReason(passage: Passage): ReadonlySet<number> {
  return new Set(unexplainedIn(passage).map(({ finding }) => finding.range.start.line));
}

const explainedAmong = rememberEach(({ passage }: PlacedPassage) => explainedIn(passage));

const explainedIn = remember((passage: Passage): readonly ExplainedChange[] =>
  passage.comparisons.flatMap((comparison) => {
    const { inReason, amount, direction } = comparison;
    const percent = percentIn(comparison, passage);
    const money = amount === undefined ? undefined : moneyOf(passage.figures[amount]);
    if (inReason || (!money && !percent) || (direction !== 'up' && direction !== 'down')) return [];
    const isToldOf = money ? isChange(comparison, passage) : true;
    return isToldOf && hasReason(passage, comparison) ? [{ comparison, money, percent }] : [];
  }),
);

function percentIn({ percent }: Comparison, { figures }: Passage): Figure | undefined {
  return percent === undefined ? undefined : figures[percent];
}

/** What is explained further down in the same passage. */
function partsBehind({ comparison }: Unexplained, passage: Passage): ExplainedChange[] {
  return explainedIn(passage).filter((each) => each.comparison.paragraph > comparison.paragraph);
}

/** Its reason stands somewhere, though not where a reader of this section looks. */
function asRemark({ finding }: Unexplained): Finding {
  return { ...finding, severity: 'information' };
}

/**
 * 收支总预算增加50万元，主要原因是…, and under the next heading 收入预算增加50万元; or 财政拨款总收支下降3.85%，主要原因是… in front of
 * 支出减少4.35万元，下降3.85%.
 */
function isToldElsewhere(
  { comparison, money, percent }: Unexplained,
  told: readonly ExplainedChange[],
): boolean {
  return told.some((each) => {
    if (each.comparison.direction !== comparison.direction) return false;
    if (each.comparison.base.year.value !== comparison.base.year.value) return false;
    if (each.money && money) return mayEqual(each.money, money);
    return !each.money && isSamePercent(each.percent, percent);
  });
}

/** 收入预算增加140万元，主要原因是…, and below it 1.一般公共预算拨款收入增加128万元: the reason is given for all sources. */
function isSourceOfExplained({ comparison: { concept, subject } }: Unexplained, passage: Passage): boolean {
  if (concept.value !== 'income' && concept.value !== 'appropriation') return false;
  const whole = subject === undefined ? undefined : passage.figures[subject]?.parent;
  return whole !== undefined && explainedIn(passage).some((each) => each.comparison.subject === whole);
}

/** Percentages without decimals are the same by chance. */
function isSamePercent(one: Figure | undefined, other: Figure | undefined): boolean {
  return one !== undefined && one.amount.decimals > 0 && other?.amount.value.eq(one.amount.value) === true;
}

/** “三公”经费增加15万元, and under the next headings 公务用车运行维护费增加15万元，原因是…. */
function isToldByParts({ comparison }: Unexplained, behind: readonly ExplainedChange[]): boolean {
  const { value } = comparison.concept;
  if (!IN_SECTIONS.has(value)) return false;
  const whole = { concept: value, scope: undefined, period: undefined };
  return behind.some(
    (each) =>
      each.comparison.direction === comparison.direction &&
      surelyContains(whole, { ...whole, concept: each.comparison.concept.value }),
  );
}

const unexplainedIn = remember((passage: Passage): readonly Unexplained[] => {
  const said = new Set<number>();
  const explained = new Set<string>();
  return passage.comparisons.flatMap((comparison): Unexplained[] => {
    const { paragraph, sentence, concept, directionSpan, label, subject, amount } = comparison;
    if (said.has(paragraph) || !isChange(comparison, passage)) return [];
    // “三公”经费增加1.68万元，其中公务接待减少0.58万元: what explains the whole behind its sentence explains its parts.
    const place = `${paragraph} ${sentence}`;
    if (explained.has(place)) return [];
    if (hasReason(passage, comparison)) {
      if (subject === undefined || isBrokenDown(comparison, passage)) explained.add(place);
      return [];
    }
    if (isAdjusted(comparison, passage)) return [];
    if (TORN.test(passage.paragraphs[paragraph]?.text ?? '')) return [];
    said.add(paragraph);
    const name = label !== '' ? label : subject === undefined ? '' : (passage.figures[subject]?.label ?? '');
    if (concept.value === undefined || !EXPLAINED.has(concept.value)) return [];
    const finding: Finding = {
      rule: 'missing-reason',
      severity: RULES['missing-reason'].severity,
      range: rangeOf(directionSpan),
      params: { label: name },
      related: [],
      fixes: [],
    };
    return [
      {
        comparison,
        money: amount === undefined ? undefined : moneyOf(passage.figures[amount]),
        percent: percentIn(comparison, passage),
        finding,
      },
    ];
  });
});

/** 支出预算减少100万元，其中基本支出增加20万元，…: whether the sentence goes on with the changes of the parts, which the reason of the whole explains. */
function isBrokenDown({ paragraph, directionSpan }: Comparison, { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[paragraph] ?? {};
  const behind = text.slice(offsetOf(pieces, directionSpan) ?? 0);
  return /^[^。；;]*其中/.test(behind);
}

/** 由年初预算100万元调整为120万元，调增20万元: a budget of the same year, which the whole paragraph is about. */
function isAdjusted({ paragraph, directionSpan }: Comparison, { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[paragraph] ?? {};
  const end = offsetOf(pieces, directionSpan) ?? 0;
  const inFront = text.slice(Math.max(0, end - ADJUSTMENT_REACH), end);
  return ADJUSTED.test(inFront);
}

function isChange(comparison: Comparison, passage: Passage): boolean {
  const { figures } = passage;
  const { direction, amount, parent, inReason } = comparison;
  if (direction === 'flat' || direction === 'either' || parent !== undefined || inReason) return false;
  // 少0.07万元，基本持平: so little needs no reason.
  if (roughlyStayed(passage).has(placeOf(comparison))) return false;
  const money = amount === undefined ? undefined : moneyOf(figures[amount]);
  return money?.value.gt(0) === true;
}

/** Where it is said that a figure stayed much as it was. */
const roughlyStayed = remember(
  ({ comparisons }: Passage): ReadonlySet<string> =>
    new Set(comparisons.flatMap((each) => (each.roughly ? placeOf(each) : []))),
);

/** The sentence a figure is told in, and the figure. */
function placeOf({ paragraph, sentence, subject }: Comparison): string {
  return [paragraph, sentence, subject].join(' ');
}

/**
 * A list of changes may have its reasons behind it; a heading behind it parts passages. Reasons why parts rose do not
 * say why the whole fell.
 */
function hasReason(passage: Passage, comparison: Comparison): boolean {
  const { paragraphs } = passage;
  const { paragraph, direction } = comparison;
  const gives = (index: number) => {
    const each = paragraphs[index];
    return each !== undefined && givesReason(each);
  };
  if (gives(paragraph) || tellsWhatHappened(passage, comparison)) return true;
  if (isExplainedBehind(passage, comparison) || isToldAgain(passage, comparison)) return true;
  let whole = paragraph;
  while (TOLD_AGAIN.test(paragraphs[whole]?.text ?? '')) whole--;
  if (whole !== paragraph && gives(whole)) return true;
  const following = paragraphs[paragraph + 1];
  if (!following) return false;
  const next = changesToldIn(passage, paragraph + 1);
  const isContrary =
    next.length > 0 && next.every((each) => each.direction !== direction && each.direction !== 'flat');
  if (GOES_ON.test(following.text)) return true;
  if (isNextItem(passage, paragraph)) return false;
  if (givesReason(following)) return !isContrary && explainedDirection(following) === undefined;
  // 具体情况如下。 parts the change from the items that explain it.
  return gives(paragraph + 2) && AS_FOLLOWS.test(following.text);
}

/** Whether the paragraph behind an item of a list is the next item, which explains a change of its own. */
function isNextItem(passage: Passage, paragraph: number): boolean {
  const { paragraphs } = passage;
  const [own, next] = [paragraphs[paragraph]?.numbering, paragraphs[paragraph + 1]?.numbering];
  if (!own || own.level !== next?.level || IN_PARTS.test(paragraphs[paragraph]?.text ?? '')) return false;
  return changesToldIn(passage, paragraph + 1).some(({ subject }) => subject !== undefined);
}

/** Whether the parts a change is told in again give reasons, or a paragraph behind it says why such figures changed. */
function isExplainedBehind(passage: Passage, comparison: Comparison): boolean {
  if (isExplainedFurtherOn(passage, comparison)) return true;
  if (!areOthersExplained(passage, comparison)) return false;
  const [own, next] = passage.paragraphs.slice(comparison.paragraph, comparison.paragraph + 2);
  return IN_PARTS.test(own?.text ?? '') || ANNOUNCED.test(next?.text ?? '');
}
