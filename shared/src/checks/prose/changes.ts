import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Comparison, Passage, PlacedPassage, Prose } from '../../disclosure/prose/prose.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { remember, rememberPair } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { firstItMayBe, isOfYearBefore, mayBeOfAll, othersItMayBe, wholeItMayBe } from './changedFigure.ts';
import {
  amountFinding,
  before,
  type Change,
  changeFinding,
  figureFinding,
  isFromToldBase,
  othersOf,
  percentFinding,
} from './changeFindings.ts';
import { isAgainstBudget } from './completions.ts';
import {
  type Base,
  type Constraint,
  type Culprit,
  type Evidence,
  growth,
  linear,
  ratio,
  relative,
  valued,
  valuedPercent,
} from './constraint.ts';
import { nameOf } from './figureNames.ts';
import { standingOfHead } from './itemsToldAgain.ts';
import { minus, moneyOf, percentFits, plus, severityOfPercent } from './quantities.ts';
import { slippedFigure } from './slippedFigure.ts';
import { turnedChange, turnedWord } from './turnedChange.ts';

/**
 * Changes of which the words contradict the figures or each other (`prose-change`, N2): 持平 with a
 * difference, a rise said to be a fall, 增加 with 下降 behind it.
 */
export function wrongWords(passage: Passage): Finding[] {
  return passage.comparisons.flatMap((comparison) => {
    if (isAgainstBudget(comparison, passage.figures) && !isMeasured(comparison)) return [];
    if (comparison.direction === 'flat') return flatChange(comparison, passage);
    const change = changeOf(comparison, passage);
    if (!change) return contraryWords(comparison, passage);
    return (
      wrongDirection(change) ??
      twoDirections(change, passage.paragraphs) ??
      turnedChange(change, passage.paragraphs) ??
      ofNothing(change) ??
      []
    );
  });
}

/** Whether it is said by how much, so that its figures and words can be held against each other. */
function isMeasured({ amount, percent }: Comparison): boolean {
  return amount !== undefined || percent !== undefined;
}

/** What must hold between a figure, its change, the percentage and the figure of the year before (N1, N3, N11). */
export function changeConstraints(passage: Passage): Constraint[] {
  return passage.comparisons.flatMap((comparison) => {
    const change = changeOf(comparison, passage);
    if (!change) return percentOfBase(comparison, passage);
    return hasWrongWords(change, passage) ? [] : constraintsOf(change);
  });
}

/** Whether the words of a change are what is wrong of it: then its figures say nothing of others. */
export function hasWrongWords(change: Change, { paragraphs }: Passage): boolean {
  return (
    (wrongDirection(change) ?? twoDirections(change, paragraphs) ?? turnedChange(change, paragraphs)) !==
    undefined
  );
}

/** 与年初预算4900万元相比，收、支总计各增加310万元，增长6.33%: what changed is printed elsewhere, and not needed. */
function percentOfBase(comparison: Comparison, { figures }: Passage): Constraint[] {
  const { direction, inReason, label } = comparison;
  if ((direction !== 'up' && direction !== 'down') || inReason) return [];
  const at = (index: number | undefined) => (index === undefined ? undefined : figures[index]);
  const [base, amount] = [valued(at(comparison.base.figure)), valued(at(comparison.amount))];
  const percent = valuedPercent(at(comparison.percent));
  if (!base || !amount || !percent) return [];
  const report = (): Finding => {
    const { figure } = percent;
    const right = amount.quantity.value.div(base.quantity.value).times(100).toFixed(figure.amount.decimals);
    const finding = changeFinding('percent', figure.span, label, `${figure.text}%`, `${right}%`);
    return {
      ...finding,
      severity: severityOfPercent(figure, right),
      related: [base, amount].map(({ figure: { span, text } }) => ({
        range: rangeOf(span),
        role: 'compared',
        label: text,
      })),
      fixes: [replaceFix(rangeOf(figure.span), right, false, `${right}%`)],
    };
  };
  return base.quantity.value.isZero() ? [] : [ratio(amount, base, percent, report)];
}

function constraintsOf(change: Change): Constraint[] {
  const { now, amount, sign, percent, base } = change;
  const wrongPercent = (culprit: Culprit | undefined, evidence: Evidence) =>
    culprit && culprit.figure !== percent?.figure && !isFromToldBase(change, evidence)
      ? figureFinding(change, culprit)
      : percentFinding(change, evidence);
  if (!amount) return base && percent ? [relative(now, base, sign, percent, wrongPercent)] : [];
  const wrongAmount = (culprit: Culprit | undefined) =>
    culprit && culprit.figure !== amount.figure
      ? figureFinding(change, culprit)
      : amountFinding(change, amount, culprit);
  const difference = base
    ? linear(
        [
          { ...now, weight: 1 },
          { ...base, weight: -1 },
          { ...amount, weight: -sign },
        ],
        0,
        'equal',
        wrongAmount,
      )
    : // What grew by an amount is no less than it (N11).
      sign === 1 &&
      linear(
        [
          { ...amount, weight: 1 },
          { ...now, weight: -1 },
        ],
        0,
        'at-most',
        wrongAmount,
      );
  const share =
    percent &&
    (base ? ratio(amount, base, percent, wrongPercent) : growth(now, amount, sign, percent, wrongPercent));
  // 15.2万元，比上年16.2万元减少1万元，下降6.17%: the two years say more exactly by how much.
  const byYears = percent && base && relative(now, base, sign, percent, wrongPercent);
  const isOfThisYear = percent && percentFits(percent.quantity, amount.quantity, now.quantity);
  return [
    ...(difference ? [difference] : []),
    ...(share ? [{ ...share, ...(isOfThisYear && { mistaken: percent.figure }) }] : []),
    ...(byYears && difference && !difference.broken && share && !share.broken ? [byYears] : []),
  ];
}

/** What the comparisons of a document compare: the figures of this year, and of the year before. */
export function basesOf({ passages }: Prose): readonly Base[] {
  return basesAmong(passages);
}

const basesAmong = rememberEach(({ passage }: PlacedPassage) => basesIn(passage));

const basesIn = remember((passage: Passage): readonly Base[] =>
  changesIn(passage).flatMap((change) =>
    change.amount
      ? [
          {
            label: nameOf(change.now.figure),
            quantity: before(change, change.amount),
            became: { now: change.now.quantity, amount: change.amount.quantity },
          },
          { label: nameOf(change.now.figure), quantity: change.now.quantity },
        ]
      : [],
  ),
);

/** The comparisons of a passage that say which figure changed. */
export const changesIn = remember((passage: Passage): readonly Change[] =>
  passage.comparisons.flatMap((comparison) => changeOf(comparison, passage) ?? []),
);

const changeOf = rememberPair((comparison: Comparison, passage: Passage): Change | undefined => {
  const change = likelyChange(comparison, passage);
  if (!change || fits(change, passage)) return change;
  // What fits another amount of the paragraph in all its figures is the change of that one.
  for (const index of othersItMayBe(comparison, passage)) {
    const other = changeOfFigure(comparison, index, passage);
    if (other && fits(other, passage)) return other;
  }
  return isOfYearBefore(change) || mayBeOfAll(change, passage) ? undefined : change;
});

function likelyChange(comparison: Comparison, passage: Passage): Change | undefined {
  const change = changeOfFigure(comparison, comparison.subject, passage);
  const whole = wholeItMayBe(comparison, passage);
  const other = whole === undefined ? undefined : changeOfFigure(comparison, whole, passage);
  // Where the change fits neither, the whole is the more likely one.
  if (other) return change && fits(change, passage) ? change : other;
  const first = firstItMayBe(comparison, passage);
  const ofFirst = first === undefined ? undefined : changeOfFigure(comparison, first, passage);
  return change && ofFirst && !fits(change, passage) && fits(ofFirst, passage) ? ofFirst : change;
}

/** Whether what is printed of a change agrees with itself. */
function fits(change: Change, { paragraphs }: Passage): boolean {
  const isOfWords = wrongDirection(change) ?? turnedChange(change, paragraphs) ?? ofNothing(change);
  return !isOfWords && constraintsOf(change).every(({ broken }) => !broken);
}

/** 扣除一次性因素30万元后，同口径比上年减少…: what is left out is not what changed, and what is left is not printed. */
const LEFT_OUT = /^(?:扣除|剔除|不含|不包括|不考虑)/;

function changeOfFigure(
  comparison: Comparison,
  subject: number | undefined,
  passage: Passage,
): Change | undefined {
  const { figures } = passage;
  const at = (index: number | undefined) => (index === undefined ? undefined : figures[index]);
  const { direction, link } = comparison;
  const now = valued(at(subject));
  if (!now || link.confidence === 'unknown' || direction === 'either' || direction === 'flat')
    return undefined;
  if (LEFT_OUT.test(now.figure.label)) return undefined;
  const [amount, percent, base] = [
    valued(at(comparison.amount)),
    valuedPercent(at(comparison.percent)),
    valued(at(comparison.base.figure)),
  ];
  const head = standingOfHead(passage, now.figure);
  if (head === 'open') return undefined;
  return {
    comparison,
    ...(head === 'meant' && { isOfHead: true }),
    sign: direction === 'up' ? 1 : -1,
    now,
    ...(amount && { amount }),
    ...(percent && { percent }),
    ...(base && { base }),
  };
}

/**
 * 与上年持平，减少 2 万元: the difference may be that of the same words, or of those behind them. What stayed but for
 * a little (基本持平) may say how little.
 */
function flatChange(flat: Comparison, passage: Passage): Finding[] {
  const { comparisons, figures } = passage;
  if (flat.roughly || isOnBalance(flat, passage)) return [];
  const { sentence, subject, directionSpan } = flat;
  const stated = comparisons.filter(
    (each) =>
      each === flat ||
      (subject !== undefined &&
        each.subject === subject &&
        each.sentence === sentence &&
        !each.inReason &&
        each.parent === undefined),
  );
  const amounts = stated.flatMap(({ amount }) => (amount === undefined ? [] : (figures[amount] ?? [])));
  const figure = amounts.find((each) => {
    const money = moneyOf(each);
    return money?.value.gt(money.half) === true;
  });
  if (!figure) return [];
  const finding = changeFinding('flat', directionSpan, figure.label, figure.text, '');
  return [{ ...finding, related: [{ range: rangeOf(figure.span), role: 'compared', label: figure.text }] }];
}

/** 培训费增加1万元，增减相抵，与上年持平: what stayed is all of it, and not the last part. */
function isOnBalance({ paragraph, directionSpan }: Comparison, { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[paragraph] ?? {};
  const sentence = text.slice(0, offsetOf(pieces, directionSpan) ?? 0).replace(/^.*[。；;]/s, '');
  return /相抵|抵消|品迭/.test(sentence);
}

/** N2, where the two years are printed. */
function wrongDirection(change: Change): Finding | undefined {
  const { sign, now, base, comparison, isOfHead } = change;
  if (isOfHead) return undefined;
  // 13.16万元，较上年13.72元减少0.56万元: the unit is wrong, not the word.
  if (!base || base.figure.unit.value !== now.figure.unit.value) return undefined;
  const difference = minus(now.quantity, base.quantity);
  if (!difference.value.times(sign).lt(difference.half.negated())) return undefined;
  const slipped = slippedFigure(change);
  if (slipped) return figureFinding(change, slipped);
  const { label, text } = now.figure;
  return changeFinding(sign === 1 ? 'fell' : 'rose', comparison.directionSpan, label, text, base.figure.text);
}

/** 增加 5.32 万元，下降 2.94%: the word with which the percentage is right is right. */
function twoDirections(
  { comparison, sign, now, amount, percent }: Change,
  paragraphs: Passage['paragraphs'],
): Finding | undefined {
  const { direction, percentDirection, directionSpan } = comparison;
  if (percentDirection === undefined || percentDirection === 'either' || percentDirection === direction)
    return undefined;
  const fits = (way: 1 | -1) =>
    amount !== undefined &&
    percent !== undefined &&
    percentFits(
      percent.quantity,
      amount.quantity,
      way === 1 ? minus(now.quantity, amount.quantity) : plus(now.quantity, amount.quantity),
    );
  const behind = percent && fits(sign) && !fits(sign === 1 ? -1 : 1) ? percent.figure.span : directionSpan;
  const finding = changeFinding('two-words', behind, now.figure.label, now.figure.text, '');
  if (!percent || behind !== directionSpan) return finding;
  const { span, text } = percent.figure;
  const isFirstWrong = fits(sign === 1 ? -1 : 1) && !fits(sign);
  const edit = isFirstWrong ? turnedWord(paragraphs[comparison.paragraph], directionSpan) : undefined;
  return {
    ...finding,
    related: [{ range: rangeOf(span), role: 'compared', label: text }],
    fixes: edit
      ? [{ action: { kind: 'turn-direction', fell: sign === 1 }, preferred: true, edits: [edit] }]
      : [],
  };
}

/** 商品和服务支出较上年减0.04万元，增0.01%: of a figure that is not printed the two words are all there is. */
function contraryWords(comparison: Comparison, { figures }: Passage): Finding[] {
  const { direction, percentDirection, directionSpan, inReason, label } = comparison;
  const [amount, percent] = [comparison.amount, comparison.percent].map((index) =>
    index === undefined ? undefined : figures[index],
  );
  if (inReason || !amount?.amount.value.gt(0) || !percent?.amount.value.gt(0)) return [];
  const isContrary =
    (direction === 'up' && percentDirection === 'down') ||
    (direction === 'down' && percentDirection === 'up');
  if (!isContrary) return [];
  const finding = changeFinding('two-words', directionSpan, label, amount.text, '');
  return [{ ...finding, related: [{ range: rangeOf(percent.span), role: 'compared', label: percent.text }] }];
}

/** A19: what was nothing the year before grew by no percentage. 100 % is common, and a remark; any other is wrong. */
function ofNothing(change: Change): Finding | undefined {
  const { sign, now, amount, percent, base } = change;
  const isFromNothing = base
    ? base.quantity.value.isZero()
    : sign === 1 && amount?.quantity.value.eq(now.quantity.value) === true;
  if (!percent || !isFromNothing || now.quantity.value.isZero()) return undefined;
  const { figure, quantity } = percent;
  const finding = changeFinding('of-nothing', figure.span, nameOf(now.figure), `${figure.text}%`, '');
  return {
    ...finding,
    severity: quantity.value.eq(100) ? 'information' : finding.severity,
    related: othersOf(change, figure),
  };
}
