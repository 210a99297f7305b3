import type { Figure } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import type { Interval } from '../../relations/interval.ts';
import { onlyValue, otherDigits, slipOf, valuesIn } from '../../relations/slips.ts';
import { maxOf } from '../../text/lists.ts';
import { type Decimal, Money, tenTo } from '../../text/money.ts';
import { both, type Constraint, type Culprit, type Evidence, includes } from './constraint.ts';
import { significantDigits } from './quantities.ts';
import { unitSlipIn } from './unitSlips.ts';

/** A figure that would make broken constraints hold, and how much speaks for it. */
interface Candidate {
  readonly figure: Figure;
  readonly explains: readonly Constraint[];
  readonly allowed: Interval;
  readonly score: number;
}

/** How much speaks against a figure: that tables print another one weighs more than all that passages show themselves. */
const STATED = 8;
const PRINTED = 3;
const EXACT_SLIP = 2;
const SLIP = 1;
/** One value in so many is seldom hit by chance. */
const SELDOM = 10;
/** With fewer digits a figure is a slip away from many values. */
const MIN_DIGITS = 3;
/** So many constraints that fail together are no single slip, and are not searched for one. */
const MAX_GROUP = 24;
/** More values than this are not tried. */
const MAX_TRIED = 200;
/** 元 of one 万元. */
const WAN = 10_000;

/**
 * Findings for the constraints that fail, each cause once: where one figure makes several hold and breaks none of
 * those that hold, it is the wrong one. Of several such figures the tables decide, then a slip of the hand; where
 * nothing does, the constraint names its own first.
 */
export function explainBroken(constraints: readonly Constraint[], evidence: Evidence): Finding[] {
  const onFigure = new Map<Figure, Constraint[]>();
  for (const constraint of constraints) {
    for (const figure of constraint.figures) {
      const known = onFigure.get(figure);
      if (known) known.push(constraint);
      else onFigure.set(figure, [constraint]);
    }
  }
  const isBorneOut = ({ presumed, figures }: Constraint) =>
    presumed === true &&
    figures.every(
      (figure) =>
        evidence.isStated(figure) !== false && evidence.isPrinted(figure, figure.amount.value.abs()),
    );
  return groupsOf(constraints, onFigure).flatMap((all) => {
    const group = all.filter((each) => !isBorneOut(each));
    return group.length > MAX_GROUP
      ? group.map((each) => each.report(undefined, evidence))
      : explainGroup(group, onFigure, evidence);
  });
}

/** Constraints on each figure. */
type Index = ReadonlyMap<Figure, readonly Constraint[]>;

/** Broken constraints that share figures, directly or over others. */
function groupsOf(constraints: readonly Constraint[], onFigure: Index): Constraint[][] {
  const seen = new Set<Constraint>();
  return constraints.flatMap((start) => {
    if (!start.broken || seen.has(start)) return [];
    seen.add(start);
    const group = [start];
    for (const each of group) {
      for (const other of each.figures.flatMap((figure) => onFigure.get(figure) ?? [])) {
        if (!other.broken || seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    return [group];
  });
}

function explainGroup(group: readonly Constraint[], onFigure: Index, evidence: Evidence): Finding[] {
  const left = new Set(group);
  const findings: Finding[] = [];
  const slip = unitSlipIn(left, onFigure);
  if (slip) {
    findings.push(slip.finding);
    for (const each of slip.explains) left.delete(each);
  }
  for (const first of group) {
    while (left.has(first)) {
      const candidates = candidatesOf(left, onFigure, evidence);
      const most = maxOf(candidates, ({ explains }) => explains.length, 1);
      const best = candidates.filter(
        ({ explains }) => explains.length === most && (most > 1 || explains[0] === first),
      );
      const clear = clearBest(best);
      const explained = most > 1 ? ((clear ?? best[0])?.explains ?? [first]) : [first];
      for (const each of explained) left.delete(each);
      const culprit = clear && culpritOf(clear);
      const isOpen = clear !== undefined && best.some((each) => each !== clear && isAsLikely(each, clear));
      findings.push(
        (explained[0] ?? first).report(culprit && { ...culprit, sure: culprit.sure && !isOpen }, evidence),
      );
    }
  }
  return findings;
}

function candidatesOf(broken: ReadonlySet<Constraint>, onFigure: Index, evidence: Evidence): Candidate[] {
  const figures = new Set([...broken].flatMap((each) => each.figures));
  return [...figures].flatMap((figure): Candidate[] => {
    const all = onFigure.get(figure) ?? [];
    const kept = all.filter((constraint) => !constraint.broken);
    const own = all.filter((constraint) => broken.has(constraint));
    const candidate = (explains: readonly Constraint[]): Candidate[] => {
      const allowed = allowedBy([...explains, ...kept], figure);
      if (!allowed) return [];
      const told = isToldAs(figure, allowed, onFigure) ? PRINTED : 0;
      return [{ figure, explains, allowed, score: scoreOf(figure, allowed, explains, evidence) + told }];
    };
    const together = candidate(own);
    return together.length > 0 || own.length === 1 ? together : own.flatMap((each) => candidate([each]));
  });
}

/**
 * “三公”经费11.4万元，其中：公务接待费7.4万元…。（二）公务接待费0.7万元: whether what the figure may be is said of the same thing elsewhere, by one
 * whose own constraints hold.
 */
function isToldAs(figure: Figure, allowed: Interval, onFigure: Index): boolean {
  const { concept, scope, year, basis, unit, role } = figure;
  if (role !== 'value' || concept.value === undefined || concept.value === 'subject') return false;
  return [...onFigure].some(
    ([other, all]) =>
      other !== figure &&
      other.role === role &&
      other.concept.value === concept.value &&
      other.scope.value === scope.value &&
      other.year.value === year.value &&
      other.basis.value === basis.value &&
      other.unit.value === unit.value &&
      includes(allowed, other.amount.value) &&
      all.every(({ broken }) => !broken),
  );
}

/** What a figure may be for all of several constraints to hold. */
function allowedBy(constraints: readonly Constraint[], figure: Figure): Interval | undefined {
  const nothingLess: Interval = { low: new Money(0), high: new Money(Number.POSITIVE_INFINITY) };
  return constraints.reduce<Interval | undefined>(
    (allowed, each) => both(allowed, each.allowed(figure)),
    nothingLess,
  );
}

function scoreOf(
  figure: Figure,
  allowed: Interval,
  explains: readonly Constraint[],
  { isStated, isPrinted }: Evidence,
): number {
  const stated = isStated(figure);
  if (stated !== undefined) return stated ? -STATED : STATED;
  const slips = slipsInto(figure, allowed).filter((value) => isTelling(figure, value, explains));
  const borneOut = slips.some((value) => isPrinted(figure, value));
  const printed = isPrinted(figure, figure.amount.value);
  // In a change and a share three figures are all there is, and a slip in a round one tells as well.
  const isTold = significantDigits(figure) >= MIN_DIGITS || explains.some(isOfThree);
  const slip = slips.length > 0 && isTold ? weightOf(figure, slips, explains) : 0;
  const mistaken = explains.some((each) => each.mistaken === figure);
  return (printed ? -PRINTED : 0) + (borneOut || mistaken ? PRINTED : 0) + slip;
}

/**
 * Whether the others leave so little room that what one wrong digit makes of the figure falls into it seldom by chance:
 * less than half of one in the place of that digit.
 */
function isTelling(figure: Figure, value: Decimal, explains: readonly Constraint[]): boolean {
  const place = tenTo(value.minus(figure.amount.value.abs()).abs().e);
  return explains.some(({ exact }) => {
    const range = exact(figure);
    return range?.high.minus(range.low).times(2).lt(place) === true;
  });
}

/**
 * How much a slip tells: most where the value it leads to is what one would print who worked it out from the other
 * figures, less where only their rounding allows it. The last place of a percentage tells less too, for it is off
 * by a slip in any low place of what it was worked out from.
 */
function weightOf(figure: Figure, slips: readonly Decimal[], explains: readonly Constraint[]): number {
  const { amount, unit } = figure;
  const place = tenTo(1 - amount.decimals);
  const tells = (value: Decimal) =>
    (unit.value !== '%' || value.minus(amount.value.abs()).abs().gte(place)) &&
    explains.every(({ exact }) => {
      const range = exact(figure);
      return range !== undefined && includes(range, value);
    });
  return slips.some(tells) ? EXACT_SLIP : SLIP;
}

function isOfThree({ figures }: Constraint): boolean {
  return figures.length === 3 && figures.some(({ unit, role }) => unit.value === '%' || role === 'change');
}

/** The values within an interval that one slip of the hand turns into what is printed. */
function slipsInto({ amount, unit: measure }: Figure, range: Interval): Decimal[] {
  const { value, decimals } = amount;
  const unit = tenTo(-decimals);
  // A percentage is allowed to be cut off or rounded; a slip is one from what is commonly printed, the rounded one.
  const allowed = measure.value === '%' ? { low: range.low.plus(unit.div(2)), high: range.high } : range;
  const positive = { low: Money.max(0, allowed.low), high: allowed.high };
  const values = valuesIn(positive, decimals, MAX_TRIED) ?? otherDigits(value.abs().toFixed(decimals));
  return [...values, ...otherUnits(value.abs(), measure.value)].filter(
    (each) => includes(allowed, each) && slipOf(amount, each) !== undefined,
  );
}

/**
 * What a figure would be if it were printed in 元 instead of 万元, or the reverse; less than one is of no use, but for
 * 亿元 that stands in the place of 万元.
 */
function otherUnits(value: Decimal, unit: string | undefined): Decimal[] {
  return [value.times(WAN), value.div(WAN)].filter((each) => each.gte(1) || unit === '亿元');
}

/** The candidate that more speaks for than for any other. */
function clearBest(candidates: readonly Candidate[]): Candidate | undefined {
  const [first, second] = [...candidates].sort((a, b) => b.score - a.score);
  return first && first.score !== second?.score ? first : undefined;
}

/**
 * 拨款1486.64万元，基金20万元 of 1516.64万元: where nothing but a slip speaks for the one, and the others leave the other one exactly
 * a value one slip away as well, which only its few digits keep from being told, either may be wrong.
 */
function isAsLikely(candidate: Candidate, clear: Candidate): boolean {
  const { figure, explains, score } = candidate;
  if (clear.score > EXACT_SLIP || score < 0) return false;
  if (score > 0 && isRoundedSlip(candidate)) return true;
  if (significantDigits(figure) >= MIN_DIGITS) return false;
  return explains.every(({ exact }) => {
    const range = exact(figure);
    return range?.low.eq(range.high) === true && slipOf(figure.amount, range.low) !== undefined;
  });
}

/** 16.0亿元，增收15.0亿元，增长10.6%: 1.533 is printed as 1.5, which is a slip away from 15.0 as 156.0 is from 16.0. */
function isRoundedSlip({ figure, allowed, explains }: Candidate): boolean {
  const half = tenTo(-figure.amount.decimals).div(2);
  return slipsInto(figure, allowed).some((value) =>
    explains.every(({ exact }) => {
      const range = exact(figure);
      return range && includes({ low: range.low.minus(half), high: range.high.plus(half) }, value);
    }),
  );
}

function culpritOf(candidate: Candidate): Culprit {
  const { figure, allowed } = candidate;
  const value = onlyValue(figure.amount, allowed);
  const sure = value !== undefined && isSure(candidate, value) && !isBesideRest(candidate, value);
  return { figure, allowed, ...(value && { value }), sure };
}

/** Whether the parts leave exactly another value, which no slip explains but which the sum is to the last digit. */
function isBesideRest({ figure, explains }: Candidate, value: Decimal): boolean {
  const [only, second] = explains;
  const rest = second ? undefined : only?.exact(figure);
  return rest?.low.eq(rest.high) === true && !rest.low.eq(value);
}

/**
 * Whether more than a slip speaks for a figure, or one that seldom leads by chance to what the others leave: of a
 * percentage of few decimals they leave so much that a slip in the amount fits one wrong percentage in four.
 */
function isSure({ figure, allowed, explains, score }: Candidate, value: Decimal): boolean {
  const [only, second] = explains;
  if (!only || second || score > EXACT_SLIP || !isOfThree(only) || figure.unit.value === '%') return true;
  const { amount } = figure;
  // Whoever worked out the percentage had the figures as they are printed.
  const worked = only.exact(figure);
  if (worked && !includes(worked, value)) return false;
  const place = tenTo(value.minus(amount.value.abs()).abs().e);
  return allowed.high.minus(allowed.low).times(SELDOM).lte(place);
}
