import type { Figure, Passage, Ratio } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { Finding } from '../../findings.ts';
import type { Interval } from '../../relations/interval.ts';
import { slipOf } from '../../relations/slips.ts';
import { RULES } from '../../rules.ts';
import { Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import {
  type Constraint,
  type Culprit,
  ends,
  includes,
  linear,
  printedAs,
  type Valued,
  valued,
  valuedPercent,
} from './constraint.ts';
import { nameOf } from './figureNames.ts';
import { sumOf } from './listSlips.ts';
import { mayEqual, severityOfPercent } from './quantities.ts';
import { aboutValue, valueFix } from './valueFix.ts';

/** A part and its share of a whole that is not printed beside it. */
interface Share {
  readonly stated: Ratio;
  readonly part: Valued;
  readonly percent: Valued;
}

/** With fewer shares that are right the one that is not might be of another whole. */
const MIN_SHARES = 2;
/** A percentage without a fraction fits too many parts. */
const MIN_DECIMALS = 1;
const ALL = new Money(100);

/**
 * Shares of all parts that are listed, where the whole stands in another paragraph or only in a table (`prose-share`,
 * N6): 农林水支出…，占82.4%；卫生健康支出…，占4.0%. That the parts are all there is the figures must show: all
 * percentages but one are those of the parts in their sum, or all together come to a hundred.
 */
export function sharesOfAll(passage: Passage): Constraint[] {
  return groupsIn(passage).flatMap((shares) => {
    const constraints = shares.map((share) => constraintOf(share, shares));
    const broken = constraints.filter((each) => each.broken).length;
    if (broken === 0) return comeToHundred(shares) ? wholeInFront(shares, passage) : [];
    if (comeToHundred(shares)) return constraints;
    return broken === 1 && constraints.length > broken && !areOfMore(shares) ? constraints : [];
  });
}

/** Whether there is an amount of more than all parts of which each is the share it is said to be: then some part is not listed, or was not read. */
function areOfMore(shares: readonly Share[]): boolean {
  const sum = ends(sumOf(shares.map(({ part }) => part)));
  const wholes = shares.map(({ part: { quantity }, percent: { quantity: share } }) => ({
    low: ends(quantity)
      .low.times(ALL)
      .div(share.value.plus(share.half.times(2))),
    high: ends(quantity)
      .high.times(ALL)
      .div(Money.max(share.value.minus(share.half), share.half)),
  }));
  const low = Money.max(...wholes.map((each) => each.low));
  const high = Money.min(...wholes.map((each) => each.high));
  return low.lte(high) && low.gt(sum.high);
}

/** Shares without a whole: those of one paragraph, or those of items of which each has one. */
function groupsIn({ ratios, figures }: Passage): Share[][] {
  const groups: Share[][] = [];
  const mixed = new Set<Share[]>();
  let last: Share | undefined;
  for (const stated of ratios) {
    const share = shareOf(stated, figures);
    const group = groups.at(-1);
    if (group && isOfWholeInFront(stated, group, figures)) mixed.add(group);
    if (!share) continue;
    const paragraphs = [share, last].map((each) => each?.part.figure.paragraph);
    const goesOn = paragraphs[0] === paragraphs[1] || isNextItem(group, paragraphs[0]);
    if (group && goesOn) group.push(share);
    else groups.push([share]);
    last = share;
  }
  const whole = groups.filter((group) => group.length >= MIN_SHARES && !mixed.has(group));
  return [...whole, ...basicAndProject(ratios, figures)];
}

/**
 * 收入预算1000万元，其中：拨款700万元，占70.0%；专户资金4万元，占0.4%；…: an item among shares that is one of a total in front of them shows that these are
 * not all there is.
 */
function isOfWholeInFront(
  { kind, whole, part, wholeConcept }: Ratio,
  group: readonly Share[],
  figures: readonly Figure[],
): boolean {
  if (kind !== 'share' || whole === undefined || wholeConcept.reason !== 'no-words') return false;
  const first = group[0]?.stated.part ?? 0;
  const paragraph = figures[part ?? -1]?.paragraph;
  const last = group.at(-1)?.part.figure.paragraph ?? 0;
  return whole < first && paragraph !== undefined && paragraph - last <= 1;
}

/**
 * 基本支出…，占一般公共预算支出的84%, and paragraphs below 项目支出…，占一般公共预算支出的16%: both are all of a whole that is
 * named alike and printed nowhere.
 */
function basicAndProject(ratios: readonly Ratio[], figures: readonly Figure[]): Share[][] {
  const named = ratios.flatMap((stated) => {
    const { wholeConcept, wholeScope } = stated;
    if (wholeConcept.value === undefined) return [];
    const share = shareFigures(stated, figures);
    return share ? [{ share, whole: `${wholeConcept.value} ${wholeScope.value ?? ''}` }] : [];
  });
  const of = (concept: Concept) =>
    named.filter(({ share }) => share.part.figure.concept.value === concept && !share.part.figure.inReason);
  const [[basic, ...otherBasic], [project, ...otherProject]] = [of('basic'), of('project')];
  if (!basic || !project || otherBasic.length + otherProject.length > 0) return [];
  const [a, b] = [basic.share.part.figure, project.share.part.figure];
  const isAlike =
    basic.whole === project.whole &&
    a.year.value === b.year.value &&
    a.scope.value === b.scope.value &&
    a.paragraph !== b.paragraph;
  return isAlike ? [[basic.share, project.share]] : [];
}

/** Items of a list have one share each. */
function isNextItem(group: readonly Share[] | undefined, paragraph: number | undefined): boolean {
  const own = group?.map(({ part }) => part.figure.paragraph) ?? [];
  return paragraph !== undefined && new Set(own).size === own.length && own.at(-1) === paragraph - 1;
}

function shareOf(stated: Ratio, figures: readonly Figure[]): Share | undefined {
  return stated.wholeConcept.reason === 'no-words' ? shareFigures(stated, figures) : undefined;
}

function shareFigures(stated: Ratio, figures: readonly Figure[]): Share | undefined {
  if (stated.kind !== 'share' || stated.whole !== undefined) return undefined;
  const part = stated.part === undefined ? undefined : valued(figures[stated.part]);
  const percent = valuedPercent(figures[stated.figure]);
  if (!part || !percent || part.quantity.value.isZero()) return undefined;
  return percent.figure.amount.decimals >= MIN_DECIMALS ? { stated, part, percent } : undefined;
}

/** What all shares together are of. */
const WHOLES: ReadonlySet<Concept | undefined> = new Set<Concept>([
  'balance',
  'income',
  'expenditure',
  'appropriation',
]);
/** The total stands at most so many paragraphs in front of its parts. */
const PARAGRAPHS = 3;

/**
 * 2024年一般公共预算当年拨款1748.90万元…。教育支出152.08万元，占8.70%；…: shares that come to a hundred are of all there is, so
 * that the total in front is the sum of their parts, if it is but a slip of the hand away from it.
 */
function wholeInFront(shares: readonly Share[], { figures }: Passage): Constraint[] {
  const [first] = shares;
  const start = first ? figures.indexOf(first.part.figure) : -1;
  const figure = figures
    .slice(0, Math.max(0, start))
    .findLast(({ role, concept, inReason }) => role === 'value' && WHOLES.has(concept.value) && !inReason);
  const whole = valued(figure);
  if (!first || !whole || !figure) return [];
  const { paragraph, year, scope } = first.part.figure;
  const isOfSame =
    paragraph - figure.paragraph <= PARAGRAPHS &&
    figure.year.value === year.value &&
    (figure.scope.value ?? scope.value) === (scope.value ?? figure.scope.value);
  const sum = sumOf(shares.map(({ part }) => part));
  const value = sum.value.div(whole.unit);
  const isSlip =
    value.decimalPlaces() <= figure.amount.decimals && slipOf(figure.amount, value) !== undefined;
  if (!isOfSame || !isSlip || mayEqual(sum, whole.quantity)) return [];
  const parts = shares.map(({ part }) => part);
  const terms = [...parts.map((part) => ({ ...part, weight: 1 })), { ...whole, weight: -1 }];
  const constraint = linear(terms, 0, 'equal', (culprit): Finding => {
    const at = culprit?.figure ?? figure;
    return {
      rule: 'prose-sum',
      // No words say that the figures are parts of it: the shares and a slip of the hand do.
      severity: 'warning',
      range: rangeOf(at.span),
      params: {
        label: nameOf(figure),
        printed: figure.text,
        sum: value.toFixed(figure.amount.decimals),
        items: parts.map(({ figure: { label, text } }) => ({ label, text })),
        whole: true,
      },
      related: terms
        .filter((each) => each.figure !== at)
        .map(({ figure: { span, label } }) => ({ range: rangeOf(span), role: 'operand', label })),
      fixes: valueFix(culprit),
    };
  });
  return [{ ...constraint, presumed: true }];
}

function comeToHundred(shares: readonly Share[]): boolean {
  const sum = shares.reduce((total, { percent }) => total.plus(percent.quantity.value), new Money(0));
  const off = shares.reduce((total, { percent }) => total.plus(percent.quantity.half), new Money(0));
  return sum.minus(ALL).abs().lte(off);
}

/** The share of one part in the sum of all. */
function constraintOf(own: Share, shares: readonly Share[]): Constraint {
  const others = shares.filter((each) => each !== own).map(({ part }) => part);
  const allowed = (figure: Figure): Interval | undefined => allowedFor(figure, own, others);
  const range = allowedFor(own.percent.figure, own, others);
  return {
    figures: [own.percent.figure, own.part.figure, ...others.map(({ figure }) => figure)],
    broken: range !== undefined && !includes(range, own.percent.quantity.value),
    allowed,
    exact: allowed,
    report: (culprit) => shareFinding(own, others, culprit),
  };
}

/** What a figure may be if the others are right, in its own unit; a percentage may be cut off. */
function allowedFor(
  figure: Figure,
  { part, percent }: Share,
  others: readonly Valued[],
): Interval | undefined {
  const { half, value } = percent.quantity;
  const share: Interval = { low: Money.max(0, value.minus(half)), high: value.plus(half.times(2)) };
  const rest = sumOf(others);
  if (figure === percent.figure) {
    const low = ends(part.quantity).low.div(ends(part.quantity).low.plus(ends(rest).high));
    const high = ends(part.quantity).high.div(ends(part.quantity).high.plus(ends(rest).low));
    return { low: low.times(ALL).minus(half.times(2)), high: high.times(ALL).plus(half) };
  }
  if (share.low.lte(0) || share.high.gte(ALL)) return undefined;
  if (figure === part.figure) {
    // part = rest · p / (100 − p)
    const of = (p: typeof value, all: typeof value) => all.times(p).div(ALL.minus(p));
    return printedAs({ low: of(share.low, ends(rest).low), high: of(share.high, ends(rest).high) }, part);
  }
  const other = others.find((each) => each.figure === figure);
  if (!other) return undefined;
  const beside = sumOf(others.filter((each) => each !== other));
  // other = part · 100 / p − part − beside
  const whole = {
    low: ends(part.quantity).low.times(ALL).div(share.high),
    high: ends(part.quantity).high.times(ALL).div(share.low),
  };
  const taken = {
    low: part.quantity.value.plus(ends(beside).low),
    high: part.quantity.value.plus(ends(beside).high),
  };
  return printedAs({ low: whole.low.minus(taken.high), high: whole.high.minus(taken.low) }, other);
}

function shareFinding(
  { part, percent }: Share,
  others: readonly Valued[],
  culprit: Culprit | undefined,
): Finding {
  const at = culprit?.figure ?? percent.figure;
  const isPercent = at === percent.figure;
  const whole = part.quantity.value.plus(sumOf(others).value);
  const right = part.quantity.value.div(whole).times(ALL).toFixed(percent.figure.amount.decimals);
  return {
    rule: 'prose-share',
    severity: isPercent ? severityOfPercent(at, right) : RULES['prose-share'].severity,
    range: rangeOf(at.span),
    params: {
      state: isPercent ? 'share' : 'amount',
      label: nameOf(isPercent ? part.figure : at),
      printed: isPercent ? `${at.text}%` : at.text,
      expected: isPercent ? `${right}%` : culprit ? aboutValue(culprit) : `${percent.figure.text}%`,
      of: isPercent ? '' : `${percent.figure.text}%`,
    },
    related: [part, percent]
      .filter(({ figure }) => figure !== at)
      .map(({ figure }) => ({ range: rangeOf(figure.span), role: 'compared', label: figure.label })),
    fixes: valueFix(culprit),
  };
}
