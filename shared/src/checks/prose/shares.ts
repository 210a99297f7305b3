import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage, Ratio } from '../../disclosure/prose/prose.ts';
import { type Finding, type FindingOf, replaceFix } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { groupedBy } from '../../text/lists.ts';
import { Money } from '../../text/money.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import {
  type Constraint,
  type Culprit,
  linear,
  ratio,
  type Valued,
  valued,
  valuedPercent,
} from './constraint.ts';
import { nameOf } from './figureNames.ts';
import { mayEqual, minus, NO_MONEY, percentFits, severityOfPercent } from './quantities.ts';
import { type Share, withTheirWholes } from './shareWholes.ts';
import { aboutValue, valueFix } from './valueFix.ts';

const MOST = new Money('100.5');

/**
 * Shares (`prose-share`, N6, A18) and rates of completion (`prose-completion`): the percentage must be that of the
 * part in the whole, and the shares of all parts a hundred.
 */
export function shareConstraints(passage: Passage): Constraint[] {
  const shares = withTheirWholes(sharesIn(passage), passage);
  return [...shares.map(shareConstraint), ...sumsOf(shares)];
}

/** 占 of what was planned, or of another year, may be more than a hundred, if it is not a total of this one. */
const MAY_BE_MORE = /预算|计划|任务|上年|去年|目标|指标/;
/** 占支出总预算, 占一般公共预算支出: totals of this year, of which nothing is more than all. */
const OF_A_TOTAL =
  /占(?:本年|当年|全部|年度)?(?:部门|单位)?(?:(?:收入|支出)(?:总预算|总计|合计|预算)|(?:一般公共|政府性基金)预算(?:财政拨款)?(?:收入|支出)|基本支出|财政拨款(?:收入|支出))(?:合计|总计|总额|总数|预算)?的?(?:比[重例])?(?:为|达)?$/;
/** So much in front of a percentage says what it is a share of. */
const FRONT = 40;

/** A share of more than a hundred, of whatever whole (`prose-share`, N6). */
export function impossibleShares({ ratios, figures, paragraphs }: Passage): Finding[] {
  return ratios.flatMap(({ kind, figure: index, whole }): Finding[] => {
    const figure = figures[index];
    const percent = valuedPercent(figure);
    if (kind !== 'share' || whole !== undefined || !figure || !percent?.quantity.value.gt(MOST)) return [];
    const { text = '', pieces = [] } = paragraphs[figure.paragraph] ?? {};
    const at = offsetOf(pieces, figure.span) ?? 0;
    const front = text.slice(Math.max(0, at - FRONT), at);
    const of = front.slice(front.lastIndexOf('占'));
    if (!front.includes('占') || (MAY_BE_MORE.test(of) && !OF_A_TOTAL.test(of.replace(/\s/g, '')))) return [];
    const params = {
      state: 'share',
      label: figure.label,
      printed: `${figure.text}%`,
      expected: '100%',
      of: '',
    } as const;
    // Of what it is the share no figure shows, so that the words may mean something of another year.
    return [{ ...finding('prose-share', figure.span), severity: 'warning', params, fixes: [] }];
  });
}

function sharesIn(passage: Passage): Share[] {
  const { ratios, figures, lists } = passage;
  const byOrder = new Set(
    lists.flatMap(({ introduction, items }) => (introduction === 'order' ? items : [])),
  );
  // What only the order of the figures makes a part is none where it is more than its whole, or that has no name.
  const isMisread = ({ part }: Ratio, own: Valued, all: Valued) =>
    part !== undefined &&
    byOrder.has(part) &&
    (all.figure.label === '' || own.quantity.value.gt(all.quantity.value));
  // 占 68.48%；30.74%；: percentages without words behind a share were torn off their parts, and it may be another's.
  const isTorn = ({ figure }: Ratio) => {
    const behind = figures[figure + 1];
    return behind?.role === 'percent' && behind.label === '';
  };
  return ratios.flatMap((stated): Share[] => {
    if (isTorn(stated)) return [];
    const part = stated.part === undefined ? undefined : valued(figures[stated.part]);
    const whole = stated.whole === undefined ? undefined : valued(figures[stated.whole]);
    const percent = valuedPercent(figures[stated.figure]);
    if (!part || !whole || !percent || isMisread(stated, part, whole)) return [];
    const share = { stated, part, whole: wholeItFits(stated, part, whole, percent, passage), percent };
    return isOfOneYear(part.figure, share.whole.figure, stated) ? [share] : [];
  });
}

/**
 * 采购800万元：货物100万元、服务700万元，其中面向中小企业600万元，占75%: 其中 may be said of all that stands in front. 资金820万元：中央82万元、市级738万元。其中
 * 用于产业发展83万元，占10.12%；…: behind a full stop as well, where no share fits the last amount and one of them fits another.
 */
function wholeItFits(
  { kind, wholeConcept, whole: at = 0 }: Ratio,
  part: Valued,
  whole: Valued,
  percent: Valued,
  { figures, ratios }: Passage,
): Valued {
  if (kind !== 'share' || wholeConcept.reason !== 'no-words') return whole;
  const above = whole.figure.parent === undefined ? undefined : valued(figures[whole.figure.parent]);
  const fits = (each: Valued) => percentFits(percent.quantity, part.quantity, each.quantity);
  if (fits(whole)) return whole;
  if (above && fits(above)) return above;
  const isFullStopBetween =
    part.figure.paragraph === whole.figure.paragraph && part.figure.sentence > whole.figure.sentence;
  if (!isFullStopBetween) return whole;
  const beside = ratios.flatMap((ratio) => {
    const isBeside = ratio.kind === 'share' && ratio.whole === at && ratio.part !== undefined;
    const own = isBeside ? valued(figures[ratio.part]) : undefined;
    const printed = isBeside ? valuedPercent(figures[ratio.figure]) : undefined;
    return own && printed ? [{ own, printed }] : [];
  });
  const isOf = (each: Valued) =>
    beside.some(({ own, printed }) => percentFits(printed.quantity, own.quantity, each.quantity));
  if (isOf(whole)) return whole;
  const others = figures.slice(0, at).flatMap((figure) => {
    const { role, kind: own, paragraph, sentence } = figure;
    const isInFront = paragraph === whole.figure.paragraph && sentence === whole.figure.sentence;
    return isInFront && role === 'value' && own === 'statement' ? (valued(figure) ?? []) : [];
  });
  return others.find(isOf) ?? whole;
}

function isOfOneYear(part: Figure, whole: Figure, stated: Ratio): boolean {
  const { kind } = stated;
  const sameYear =
    part.year.value === undefined || whole.year.value === undefined || part.year.value === whole.year.value;
  // 完成年初预算的 p%: another budget than the one printed may be meant, and only what was spent can complete one.
  const isDone = part.basis.value === 'final' && whole.basis.value !== 'final';
  return sameYear && (kind === 'share' || isDone || isPlanBetween(stated, whole));
}

/** 收入完成246万元，完成预算数610万元的40.4%: the plan has no name but that it was completed by what stands in front of it. */
function isPlanBetween({ part, whole, figure }: Ratio, { label }: Figure): boolean {
  return part !== undefined && label === '' && whole === part + 1 && figure === part + 2;
}

function shareConstraint({ stated, part, whole, percent, isOfTheYear, isGuessed }: Share): Constraint {
  const constraint = ratio(part, whole, percent, (culprit) => {
    const at = culprit?.figure ?? percent.figure;
    const right = part.quantity.value
      .div(whole.quantity.value)
      .times(100)
      .toFixed(percent.figure.amount.decimals);
    const isPercent = at === percent.figure;
    const own = isPercent ? part.figure : at;
    const params = {
      label: nameOf(own),
      printed: isPercent ? `${at.text}%` : at.text,
      expected: isPercent || !culprit ? `${right}%` : aboutValue(culprit),
    };
    const found = isPercent ? [replaceFix(rangeOf(at.span), right, false, `${right}%`)] : valueFix(culprit);
    const fixes = isGuessed ? found.map((fix) => ({ ...fix, preferred: false })) : found;
    const severity = isPercent ? severityOfPercent(at, right) : RULES['prose-share'].severity;
    const of = isPercent ? nameOf(whole.figure) : `${percent.figure.text}%`;
    const state = isPercent ? 'share' : 'amount';
    return stated.kind === 'share'
      ? { ...finding('prose-share', at.span), severity, params: { state, ...params, of }, fixes }
      : {
          ...finding('prose-completion', at.span),
          severity,
          params: { ...params, state: isPercent ? 'percent' : 'amount', of: isPercent ? '' : of },
          fixes,
        };
  });
  // 收入总计1050万元 without 年初结转50万元 is printed nowhere, so that it is none of the two that is wrong.
  return isOfTheYear ? { ...constraint, figures: [part.figure, percent.figure] } : constraint;
}

/** Parts that come to their whole have shares that come to a hundred; others to no more. */
function sumsOf(shares: readonly Share[]): Constraint[] {
  const byWhole = groupedBy(shares, ({ stated, whole }) =>
    stated.kind === 'share' ? whole.figure : undefined,
  );
  return [...byWhole.values()].flatMap((all): Constraint[] => {
    const [first] = all;
    if (!first || all.length < 2 || first.whole.quantity.value.isZero()) return [];
    const rest = all.reduce((left, { part }) => minus(left, part.quantity), first.whole.quantity);
    if (!mayEqual(rest, NO_MONEY)) return [];
    // What rounding leaves between the parts and their whole, the shares of the printed parts leave as well.
    const left = rest.value.abs().div(first.whole.quantity.value).times(100).div(all.length);
    const percents = all.map(({ percent }) => ({
      ...percent,
      // Percentages may be cut off.
      quantity: { value: percent.quantity.value, half: percent.quantity.half.times(2).plus(left) },
      weight: 1,
    }));
    return [linear(percents, 100, 'equal', (culprit) => sumFinding(first, all, culprit))];
  });
}

function sumFinding(first: Share, all: readonly Share[], culprit: Culprit | undefined): Finding {
  const { figure } = first.percent;
  const sum = all.reduce((total, { percent }) => total.plus(percent.quantity.value), new Money(0));
  const at = culprit?.figure ?? figure;
  return {
    ...finding('prose-share', at.span),
    params: {
      state: 'sum',
      label: first.whole.figure.label,
      printed: `${at.text}%`,
      expected: `${sum.toFixed()}%`,
      of: '',
    },
    fixes: [],
  };
}

function finding<R extends 'prose-share' | 'prose-completion'>(
  rule: R,
  span: Span,
): Omit<FindingOf<R>, 'params' | 'fixes'> {
  return { rule, severity: RULES[rule].severity, range: rangeOf(span), related: [] };
}
