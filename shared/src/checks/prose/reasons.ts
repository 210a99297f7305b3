import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Comparison, Figure, Paragraph, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { surelyContains } from '../../disclosure/prose/vocabulary/containment.ts';
import { type Finding, placeFinding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { mayEqual, moneyOf, type Quantity } from './quantities.ts';

/** Words that give a reason, however it is put. */
const REASON =
  /原因|由于|因为|主要是|主要系|主要为|主要情况[:：是为]|是因|系因|因[^此素公]|为了|根据|按照|落实|政策/;
/** How budgets are drawn up is no reason why one changed. */
const NO_REASON = /按照?(?:综合|部门)?预算(?:管理|编制)?的?(?:有关|相关)?(?:原则|要求|规定)/g;
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

/** 财政拨款收入支出增加的主要原因是…: a paragraph that explains what was told paragraphs before it. */
const EXPLAINS =
  /^.{0,30}?(增加|增长|上升|减少|下降|降低|增减|变化|变动|[大高多小低少]于(?=上年|去年|\d{4}年(?!年?初?预算)))(?:[（(].{1,4}[）)])?(?:(?:上年|去年|\d{4}年)度?(?:决算|支出|执行|预算)?数?)?的?(?:主要)?(?:原因|情况[:：])/;
/** 主要原因是…: a line that goes on with the sentence above. */
const GOES_ON = /^(?:其)?(?:主要)?(?:增减|变动|增加|减少)?的?(?:主要)?原因|^主要(?:是|系|因)/;
const DIRECTIONS: Readonly<Record<string, Comparison['direction']>> = {
  增加: 'up',
  增长: 'up',
  上升: 'up',
  减少: 'down',
  下降: 'down',
  降低: 'down',
  大于: 'up',
  高于: 'up',
  多于: 'up',
  小于: 'down',
  低于: 'down',
  少于: 'down',
};
/** 其中： at the end of a paragraph: what it tells is told again, part by part. */
const IN_PARTS = /(?:其中|包括|如下)[:：]?\s*$/;
const ANNOUNCED = /^\s*其中[:：]?\s*$/;
/** 按支出项目类别划分：: what the paragraph in front told is told again by its parts. */
const TOLD_AGAIN = /^\s*(?:其中|按[^，。:：]{2,14}(?:划分|分类|分))[:：,，]/;
/** What happened, in a sentence without figures, is why the figures changed. */
const HAPPENED = /增加|减少|提高|降低|调整|取消|新增|压减|压缩|统一|不再|变化|变动|纳入|划转|退休|增资/;
const FIGURES = /\d/;
/** 其他收入0.00万支出预算: a line was lost between two figures, and the reason may have stood there. */
const TORN = /\d万(?=[\u4e00-\u9fff])(?!元|余)/;

/** So many headings further the same amount is that of something else. */
const NEAR = 4;
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
        return placeFinding(isToldElsewhere(each, told) ? asRemark(each) : each.finding, line);
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
    const isSame =
      each.money && money ? mayEqual(each.money, money) : !each.money && isSamePercent(each.percent, percent);
    return (
      isSame &&
      each.comparison.direction === comparison.direction &&
      each.comparison.base.year.value === comparison.base.year.value
    );
  });
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
  return passage.comparisons.flatMap((comparison): Unexplained[] => {
    const { paragraph, concept, directionSpan, label, subject, amount } = comparison;
    if (said.has(paragraph) || !isChange(comparison, passage) || hasReason(passage, comparison)) return [];
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

/** 由年初预算100万元调整为120万元，调增20万元: a budget of the same year, which the whole paragraph is about. */
function isAdjusted({ paragraph, directionSpan }: Comparison, { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[paragraph] ?? {};
  const sentence = text.slice(0, offsetOf(pieces, directionSpan) ?? 0).replace(/^.*。/s, '');
  return /[由从][^。；;]{0,40}元(?:调整|追加|变更)[为到至]/.test(sentence);
}

function isChange(comparison: Comparison, { comparisons, figures }: Passage): boolean {
  const { direction, amount, parent, inReason, subject, paragraph, sentence } = comparison;
  if (direction === 'flat' || direction === 'either' || parent !== undefined || inReason) return false;
  // 少0.07万元，基本持平: so little needs no reason.
  const isLittle = comparisons.some(
    (each) =>
      each.roughly && each.paragraph === paragraph && each.sentence === sentence && each.subject === subject,
  );
  if (isLittle) return false;
  const money = amount === undefined ? undefined : moneyOf(figures[amount]);
  return money?.value.gt(0) === true;
}

/**
 * A list of changes may have its reasons behind it; a heading behind it parts passages. Reasons why parts rose do not
 * say why the whole fell.
 */
function hasReason(passage: Passage, comparison: Comparison): boolean {
  const { paragraphs, comparisons } = passage;
  const { paragraph, direction } = comparison;
  const gives = (index: number) => REASON.test((paragraphs[index]?.text ?? '').replace(NO_REASON, ''));
  if (gives(paragraph) || tellsWhatHappened(passage, comparison)) return true;
  if (isExplainedBehind(passage, comparison) || isToldAgain(passage, comparison, gives)) return true;
  let whole = paragraph;
  while (TOLD_AGAIN.test(paragraphs[whole]?.text ?? '')) whole--;
  if (whole !== paragraph && gives(whole)) return true;
  const next = comparisons.filter((each) => each.paragraph === paragraph + 1 && !each.inReason);
  const isContrary =
    next.length > 0 && next.every((each) => each.direction !== direction && each.direction !== 'flat');
  if (GOES_ON.test(paragraphs[paragraph + 1]?.text ?? '')) return true;
  if (isNextItem(passage, paragraph)) return false;
  if (gives(paragraph + 1)) return !isContrary && explainedDirection(paragraphs[paragraph + 1]) === undefined;
  // 具体情况如下。 parts the change from the items that explain it.
  return AS_FOLLOWS.test(paragraphs[paragraph + 1]?.text ?? '') && gives(paragraph + 2);
}

/** 收入、支出各增加50万元，主要原因是…；（一）收入增加50万元: the same change, explained where it was told first. */
function isToldAgain(
  { comparisons, figures }: Passage,
  { paragraph, direction, amount }: Comparison,
  gives: (paragraph: number) => boolean,
): boolean {
  const moneyAt = (index: number | undefined) =>
    index === undefined || !figures[index] ? undefined : moneyOf(figures[index]);
  const money = moneyAt(amount);
  return comparisons.some((each) => {
    if (each.direction !== direction || each.paragraph >= paragraph || each.inReason) return false;
    const other = moneyAt(each.amount);
    return money !== undefined && other !== undefined && mayEqual(money, other) && gives(each.paragraph);
  });
}

/** Whether the paragraph behind an item of a list is the next item, which explains a change of its own. */
function isNextItem({ paragraphs, comparisons }: Passage, paragraph: number): boolean {
  const [own, next] = [paragraphs[paragraph]?.numbering, paragraphs[paragraph + 1]?.numbering];
  if (!own || own.level !== next?.level || IN_PARTS.test(paragraphs[paragraph]?.text ?? '')) return false;
  return comparisons.some(
    (each) => each.paragraph === paragraph + 1 && !each.inReason && each.subject !== undefined,
  );
}

/** Whether a sentence without figures behind the change tells what happened. */
export function tellsWhatHappened({ paragraphs }: Passage, { paragraph, sentence }: Comparison): boolean {
  const { text, sentences } = paragraphs[paragraph] ?? { text: '', sentences: [] };
  return sentences.slice(sentence + 1).some(({ start, end }) => {
    const words = text.slice(start, end);
    return HAPPENED.test(words) && !FIGURES.test(words);
  });
}

/** Whether the parts a change is told in again give reasons, or a paragraph behind it says why such figures changed. */
function isExplainedBehind(
  { paragraphs, comparisons }: Passage,
  { paragraph, direction }: Comparison,
): boolean {
  const behind = paragraphs.slice(paragraph + 1);
  const inParts =
    IN_PARTS.test(paragraphs[paragraph]?.text ?? '') || ANNOUNCED.test(paragraphs[paragraph + 1]?.text ?? '');
  return behind.some((each, at) => {
    const explained = explainedDirection(each);
    if (explained === 'either' || explained === direction) return true;
    return (
      inParts &&
      REASON.test(each.text) &&
      comparisons.some((other) => other.paragraph === paragraph + 1 + at && other.direction === direction)
    );
  });
}

/** What a paragraph, or a sentence in it, gives the reason for: a rise, a fall, or whatever changed. */
function explainedDirection(paragraph: Paragraph | undefined): Comparison['direction'] | undefined {
  if (!paragraph) return undefined;
  const words = paragraph.sentences.flatMap(
    ({ start, end }) => EXPLAINS.exec(paragraph.text.slice(start, end))?.[1] ?? [],
  );
  const [word] = words;
  return word === undefined ? undefined : (DIRECTIONS[word] ?? 'either');
}
