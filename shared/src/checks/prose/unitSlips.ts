import type { Figure } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import type { Interval } from '../../relations/interval.ts';
import type { AmountUnit } from '../../text/amount.ts';
import { isAmountUnit, YUAN_IN } from '../../text/amountUnits.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { type Constraint, includes, valued } from './constraint.ts';
import { halfUnit } from './quantities.ts';
import { scaleFinding } from './units.ts';

/** A figure that is right in the unit of those beside it, and the constraints that then hold. */
export interface UnitSlip {
  readonly explains: readonly Constraint[];
  readonly finding: Finding;
}

/**
 * 预算49.66万元，较上年51.18万元减少1.52元: the one figure that has another unit than all others it is held against, and
 * with theirs makes everything hold that is said of it (`prose-unit`, N12). That is no chance: the two are ten thousand
 * times apart.
 *
 * @param broken constraints that fail and share figures
 * @param onFigure all constraints on each figure
 */
export function unitSlipIn(
  broken: ReadonlySet<Constraint>,
  onFigure: ReadonlyMap<Figure, readonly Constraint[]>,
): UnitSlip | undefined {
  const figures = new Set([...broken].flatMap((each) => each.figures));
  const found = [...figures].flatMap((figure) => {
    const own = onFigure.get(figure) ?? [];
    const meant = unitBeside(figure, own);
    const factor = meant === undefined ? undefined : factorBetween(figure, meant);
    if (meant === undefined || factor === undefined || figure.amount.value.isZero()) return [];
    const value = figure.amount.value.abs().times(factor);
    const fits = own.every((constraint) => {
      const range = constraint.allowed(figure);
      return range !== undefined && includes(roundedTo(factor, range, figure), value);
    });
    const finding = fits ? scaleFinding(figure, meant) : undefined;
    return finding ? [{ meant, explains: own.filter((each) => broken.has(each)), finding }] : [];
  });
  // Of two figures each of which has the other's unit the one is meant that gets the unit of most texts.
  const common = found.length > 1 ? found.filter(({ meant }) => meant === '万元') : found;
  return common.length === 1 ? common[0] : undefined;
}

/** What a figure may be, in its own unit, where it was rounded in the other: 12.3元 to five cents, 12.3万元 to 500元. */
function roundedTo(factor: Decimal, { low, high }: Interval, figure: Figure): Interval {
  const own = valued(figure);
  const half = own ? own.quantity.half.div(own.unit) : new Money(0);
  const more = halfUnit(figure).times(factor).minus(half);
  return { low: low.minus(more), high: high.plus(more) };
}

/** The unit that all other amounts of the constraints on a figure have, where its own is another. */
function unitBeside(figure: Figure, constraints: readonly Constraint[]): AmountUnit | undefined {
  let unit: string | undefined;
  for (const { figures } of constraints) {
    for (const each of figures) {
      const other = each.unit.value;
      if (each === figure || other === undefined || other === '%' || other === unit) continue;
      // Beside another of its own unit, as nearly every figure is, the rest of a long list is not looked at.
      if (unit !== undefined || other === figure.unit.value) return undefined;
      unit = other;
    }
  }
  return isAmountUnit(unit) ? unit : undefined;
}

/** How many of the figure's own unit one of another is. */
function factorBetween({ unit }: Figure, meant: AmountUnit): Decimal | undefined {
  return isAmountUnit(unit.value) ? YUAN_IN[meant].div(YUAN_IN[unit.value]) : undefined;
}
