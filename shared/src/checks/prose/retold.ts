import type { Figure, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type FindingOf, replaceFix } from '../../findings.ts';
import { slipOf } from '../../relations/slips.ts';
import { formatAmount } from '../../text/amount.ts';
import { groupedBy } from '../../text/lists.ts';
import type { Decimal } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import type { Change } from './changeFindings.ts';
import { changesIn } from './changes.ts';
import type { Valued } from './constraint.ts';
import { mayEqual, significantDigits } from './quantities.ts';

/** A change of a figure whose difference is printed, and the first line of its passage. */
interface Told {
  readonly line: number;
  readonly change: Change & { readonly amount: Valued };
}

/** Figures with fewer digits are the same by chance. */
const MIN_DIGITS = 4;
const MIN_CHANGE_DIGITS = 3;
/** So many that agree show that the one that does not is wrong. */
const MIN_WITNESSES = 2;

/**
 * 收入预算100万元，比上年增加5万元 … 支出预算100万元，比上年增加8万元: the change of one amount told more than once, and
 * not alike (`prose-change`, N3). Only where one slip of the hand makes the one of the other; what its own percentage
 * or the figure of the year before bears out may be the change of something else.
 */
export function changesToldOtherwise(passages: readonly PlacedPassage[]): FindingOf<'prose-change'>[] {
  return [...byAmount(toldAmong(passages)).values()].flatMap((group) => toldOtherwise(group) ?? []);
}

/** Whether another sentence tells the change of the same amount with this difference or percentage. */
export function isToldElsewhere(passages: readonly PlacedPassage[], figure: Figure, value: Decimal): boolean {
  const own = byFigure(toldAmong(passages)).get(figure) ?? [];
  return own.some(({ change: { amount, percent } }) => {
    if (amount.figure === figure || percent?.figure === figure) return false;
    const other = figure.role === 'change' ? amount : percent;
    return other?.figure.unit.value === figure.unit.value && other?.figure.amount.value.eq(value) === true;
  });
}

const toldAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  changesIn(passage).flatMap((change): Told[] => {
    const { amount, now, comparison } = change;
    if (!amount || comparison.inReason || comparison.parent !== undefined) return [];
    return significantDigits(now.figure) < MIN_DIGITS ? [] : [{ line, change: { ...change, amount } }];
  }),
);

/** The changes of the same amount against the same year. */
const byAmount = remember((all: readonly Told[]) =>
  groupedBy(all, ({ change: { now, comparison } }) => {
    const { year, basis } = comparison.base;
    return [now.quantity.value.toFixed(), year.value ?? '', basis.value ?? ''].join(' ');
  }),
);

/** The same by the figures that tell them. */
const byFigure = remember((all: readonly Told[]): ReadonlyMap<Figure, readonly Told[]> => {
  const groups = new Map<Figure, readonly Told[]>();
  for (const group of byAmount(all).values()) {
    for (const { change } of group) {
      for (const part of [change.amount, change.percent]) if (part) groups.set(part.figure, group);
    }
  }
  return groups;
});

function toldOtherwise(group: readonly Told[]): FindingOf<'prose-change'> | undefined {
  const odd = group.flatMap((told) => {
    const others = group.filter((each) => each !== told);
    const [first] = others;
    const agree = first && others.every((each) => isAlike(each, first));
    return first && agree && !isAlike(told, first) && !isBorneOut(told) && isSlip(told, first)
      ? [{ told, others: [first, ...others.slice(1)] as const }]
      : [];
  });
  // Of two that nothing bears out either may be wrong: the finding stands on the later one.
  const found = odd.at(-1);
  return found && findingOf(found.told, found.others);
}

function isAlike({ change: a }: Told, { change: b }: Told): boolean {
  return a.sign === b.sign && mayEqual(a.amount.quantity, b.amount.quantity);
}

function isBorneOut({ change }: Told): boolean {
  return change.percent !== undefined || change.base !== undefined;
}

/** Whether one word or one digit makes the one of the other. */
function isSlip({ change: a }: Told, { change: b }: Told): boolean {
  if (significantDigits(b.amount.figure) < MIN_CHANGE_DIGITS) return false;
  if (a.sign !== b.sign) return mayEqual(a.amount.quantity, b.amount.quantity);
  return isSlipBetween(a.amount, b.amount) || isSlipBetween(b.amount, a.amount);
}

function isSlipBetween({ figure, unit }: Valued, { quantity }: Valued): boolean {
  return slipOf(figure.amount, quantity.value.div(unit)) !== undefined;
}

/** 收入…比上年增加5万元 … 支出…比上年增加8万元: the totals of both sides of a budget are equal in either year. */
function areBothSides({ change: a }: Told, { change: b }: Told): boolean {
  const sides = new Set([a, b].map(({ now: { figure } }) => figure.concept.value));
  const isOfAll = [a, b].every(
    ({ now: { figure } }) => figure.basis.value !== 'final' && figure.scope.value === 'all',
  );
  return isOfAll && sides.has('income') && sides.has('expenditure');
}

function findingOf(told: Told, others: readonly [Told, ...Told[]]): FindingOf<'prose-change'> {
  const { line, change } = told;
  const [{ change: other }] = others;
  const isOfBothSides = areBothSides(told, others[0]);
  const { figure, unit } = change.amount;
  const isSure = others.length >= MIN_WITNESSES;
  const isTurned = change.sign !== other.sign;
  const range = rangeOf(isTurned ? change.comparison.directionSpan : figure.span, line);
  const right = formatAmount(
    other.amount.quantity.value.div(unit),
    figure.amount.decimals,
    figure.amount.style,
  );
  return {
    rule: 'prose-change',
    // Of two sentences alone nobody can tell which is wrong, or whether both speak of the same.
    severity: isSure || isTurned || others.some(isBorneOut) || isOfBothSides ? 'warning' : 'information',
    range,
    params: {
      state: isTurned ? 'turned-elsewhere' : 'elsewhere',
      label: change.now.figure.label,
      printed: figure.text,
      expected: right,
    },
    related: others.map((each) => ({
      range: rangeOf(each.change.amount.figure.span, each.line),
      role: 'compared',
      label: each.change.now.figure.label,
    })),
    fixes: isTurned ? [] : [replaceFix(range, right, isSure)],
  };
}
