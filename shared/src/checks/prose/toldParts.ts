import type { Comparison, Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { slipOf } from '../../relations/slips.ts';
import { formatAmount } from '../../text/amount.ts';
import { groupedBy } from '../../text/lists.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { isAllThatChanged } from './changeParts.ts';
import { type Valued, valued } from './constraint.ts';
import { significantDigits } from './quantities.ts';

/** Figures of fewer digits come to the same sum by chance. */
const MIN_DIGITS = 3;
/** So many parts must have so many digits for a slip to tell: round ones are a slip away from what a few of many lack. */
const MIN_EXACT = 2;
const EXACT_DIGITS = 4;

/** How many values, at most, lie one slip of the hand away from a figure. */
const SLIPS = 45;
/** What is a slip away by chance but once in so many is taken for one. */
const SELDOM = 200;

/** A change with its difference. */
interface Told {
  readonly comparison: Comparison;
  readonly sign: 1 | -1;
  readonly amount: Valued;
}

/** The changes of a passage, each at its index, undefined where it has no difference that tells. */
interface Changes {
  readonly told: readonly (Told | undefined)[];
  /** The indexes of the parts of each. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
  /** The first change of each paragraph. */
  readonly first: ReadonlyMap<number, Told>;
}

/** A change with those of what may be its parts. */
interface Group {
  /** How many changes are told of as its parts, with a difference or without. */
  readonly partCount: number;
  readonly whole: Told;
  readonly parts: readonly Told[];
  /** The words make them its parts, which need not be all; else they only stand behind it or are the reason for it. */
  readonly isAnnounced: boolean;
}

/**
 * 收入预算2150.60万元，比上年增加150.60万元，其中：一般公共预算拨款增加200.60万元，事业收入减少50.00万元: changes of parts
 * whose own amounts are not printed (`change-parts`, N5). They need not be all there is, so that only a direction word
 * turned round, or one slip of the hand with which they come to the change of the whole, is told; of 基本支出 and
 * 项目支出, and what else is all there is of something, any difference.
 */
export function toldParts(passage: Passage): Finding[] {
  return groupsOf(changesIn(passage), passage).flatMap((group) => findingIn(group, passage));
}

function changesIn({ comparisons, figures }: Passage): Changes {
  const told = comparisons.map((comparison) => toldIn(comparison, figures));
  const first = new Map<number, Told>();
  for (const each of told)
    if (each && !first.has(each.comparison.paragraph)) first.set(each.comparison.paragraph, each);
  return { told, parts: groupedBy([...comparisons.keys()], (index) => comparisons[index]?.parent), first };
}

function findingIn(group: Group, passage: Passage): Finding[] {
  const { whole, parts, isAnnounced } = group;
  if (parts.length < 2 || significantDigits(whole.amount.figure) < MIN_DIGITS) return [];
  const all = [whole, ...parts];
  const areAll = isAnnounced ? areAllByName(whole, parts, 'three-public') : areAllReasons(group, passage);
  if (!isAnnounced && !areAll && !isTelling(all)) return [];
  const off = all.reduce((sum, { amount }) => sum.plus(amount.quantity.half.times(2)), new Money(0));
  const rest = parts.reduce((left, part) => left.minus(signed(part)), signed(whole));
  if (rest.abs().lte(off)) return [];
  const turned = all.filter((each) => {
    const twice = signed(each).times(2);
    return (each === whole ? rest.minus(twice) : rest.plus(twice)).abs().lte(off);
  });
  const [only] = turned;
  if (only && turned.length === 1)
    return [finding(whole, parts, rangeOf(only.comparison.directionSpan), undefined)];
  const exact = parts.filter(({ amount }) => significantDigits(amount.figure) >= EXACT_DIGITS);
  const areExact = exact.length >= MIN_EXACT || areAll;
  // The change of the whole is borne out by its percentage, or told of as such.
  const open = whole.comparison.percent === undefined ? all : parts;
  const slipped = open.flatMap((each) => {
    const meant = signed(each)
      .plus(each === whole ? rest.negated() : rest)
      .times(each.sign)
      .div(each.amount.unit);
    const tenfold = tenTimesOff(each.amount, meant, off);
    // What a few round parts of many lack is as likely another one as a slip in a digit.
    const tells = areExact || (isTelling(all) && significantDigits(each.amount.figure) >= EXACT_DIGITS);
    if (tenfold) return tells ? [{ each, meant: tenfold }] : [];
    return areExact && isSlip(each.amount.figure, meant) ? [{ each, meant }] : [];
  });
  const [slip, ...others] = slipped;
  if (!slip && !areAll) return [];
  // Which of several is wrong nothing tells: it is said at the whole.
  const at = others.length === 0 ? slip : undefined;
  return [finding(whole, parts, rangeOf((at?.each ?? whole).amount.figure.span), at)];
}

function areAllByName(whole: Told, parts: readonly Told[], unnamed?: Concept): boolean {
  const concepts = parts.map(({ comparison }) => comparison.concept.value);
  return isAllThatChanged(whole.comparison.concept.value ?? unnamed, concepts);
}

/** Names that mean all there is of a kind, and no single project or a share of it (农村公路项目支出, 基本支出中…). */
const WHOLE_KINDS =
  /^(?:一般公共预算|财政拨款|拨款)*(?:基本支出|项目支出|人员(?:经费|支出)|(?:日常)?公用(?:经费|支出))(?:预算|决算|经费|拨款|安排)*$/;
/** What else the expenditure of a body may hold, so that the two kinds need not be all that changed. */
const ELSE_SPENT = /结转|结余|经营|上缴|补助支出|预留|机动|总计|品迭|相抵|剔除|扣除/;

/**
 * 支出较上年减少24.92万元，主要是基本支出减少14.69万元、项目支出减少10.23万元: reasons that name all there is of a fixed scheme leave
 * nothing out, if the sentence speaks of nothing else that is spent, and of all it names says by how much.
 */
function areAllReasons({ whole, parts, partCount }: Group, { paragraphs }: Passage): boolean {
  const { paragraph, concept, scope, base } = whole.comparison;
  if (concept.value === 'balance' || !areAllByName(whole, parts)) return false;
  const isOfWhole = ({ comparison, amount }: Told) =>
    WHOLE_KINDS.test(comparison.label) &&
    comparison.paragraph === paragraph &&
    comparison.scope.value === scope.value &&
    comparison.base.year.value === base.year.value &&
    amount.unit.eq(whole.amount.unit);
  return (
    partCount === parts.length &&
    parts.every(isOfWhole) &&
    !ELSE_SPENT.test(paragraphs[paragraph]?.text ?? '')
  );
}

/** Whether a figure is so seldom a slip away from what the others leave that it is no chance. */
function isTelling(all: readonly Told[]): boolean {
  const [whole] = all;
  return whole !== undefined && all.length * SLIPS * SELDOM <= 10 ** significantDigits(whole.amount.figure);
}

function groupsOf(changes: Changes, passage: Passage): Group[] {
  const { told } = changes;
  return told.flatMap((whole, index): Group[] => {
    if (!whole || whole.comparison.inReason) return [];
    const indexes = changes.parts.get(index) ?? [];
    const partCount = indexes.length;
    const children = indexes.flatMap((each) => told[each] ?? []);
    const announced = children.filter(({ comparison }) => !comparison.inReason);
    if (announced.length > 0) return [{ whole, parts: announced, partCount, isAnnounced: true }];
    const parts = children.length > 0 ? children : behind(whole, changes, passage);
    return parts.length === 0 ? [] : [{ whole, parts, partCount, isAnnounced: false }];
  });
}

/** 主要变动原因如下： the first changes of the numbered paragraphs behind it, up to where their numbers end. */
function behind({ comparison }: Told, { first }: Changes, { paragraphs }: Passage): readonly Told[] {
  const { subject, paragraph } = comparison;
  if (subject !== undefined) return [];
  const level = paragraphs[paragraph + 1]?.numbering?.level;
  const parts: Told[] = [];
  for (let at = paragraph + 1; level !== undefined; at++) {
    const numbering = paragraphs[at]?.numbering;
    if (numbering?.level !== level || numbering.value !== at - paragraph) break;
    const part = first.get(at);
    if (!part) return [];
    parts.push(part);
  }
  return parts;
}

function toldIn(comparison: Comparison, figures: readonly Figure[]): Told | undefined {
  const { amount: index, direction, percentDirection } = comparison;
  const amount = index === undefined ? undefined : valued(figures[index]);
  if (!amount || (direction !== 'up' && direction !== 'down')) return undefined;
  if ((percentDirection ?? direction) !== direction) return undefined;
  return { comparison, sign: direction === 'up' ? 1 : -1, amount };
}

function signed({ amount, sign }: Told): Decimal {
  return amount.quantity.value.times(sign);
}

function isSlip({ amount }: Figure, meant: Decimal): boolean {
  const isPrintable = meant.decimalPlaces() <= amount.decimals && meant.gt(0);
  return isPrintable && slipOf(amount, meant) !== undefined;
}

/** The value that is ten times too large or too small and that the others leave but for their rounding. */
function tenTimesOff({ figure, unit }: Valued, meant: Decimal, off: Decimal): Decimal | undefined {
  const { value, decimals } = figure.amount;
  return [value.div(10), value.times(10)].find(
    (each) =>
      !value.isZero() && each.decimalPlaces() <= decimals && each.minus(meant).abs().times(unit).lte(off),
  );
}

function finding(
  whole: Told,
  parts: readonly Told[],
  range: Finding['range'],
  slip: { readonly each: Told; readonly meant: Decimal } | undefined,
): Finding {
  const { figure, unit } = whole.amount;
  const sum = parts.reduce((total, part) => total.plus(signed(part)), new Money(0));
  const text = ({ sign, amount }: Told) => `${sign === 1 ? '+' : '-'}${amount.figure.text}`;
  const printed = slip?.each.amount.figure.amount;
  return {
    rule: 'change-parts',
    // What else changed need not be told, so that this is less sure than where all parts are listed.
    severity: 'warning',
    range,
    params: {
      label: figure.label || whole.comparison.label,
      printed: text(whole),
      sum: sum.div(unit).toFixed(figure.amount.decimals),
      items: parts.map((part) => ({ label: part.comparison.label, text: text(part) })),
    },
    related: [whole, ...parts]
      .filter((each) => each !== (slip?.each ?? whole))
      .map(({ amount, comparison }) => ({
        range: rangeOf(amount.figure.span),
        role: 'operand',
        label: comparison.label || amount.figure.text,
      })),
    fixes:
      slip && printed
        ? [replaceFix(range, formatAmount(slip.meant, printed.decimals, printed.style), true)]
        : [],
  };
}
