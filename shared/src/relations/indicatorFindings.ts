import type { AmountCell, PlacedTable } from '../disclosure/table.ts';
import type { Finding, Fix, RelatedPlace } from '../findings.ts';
import { readProjectMoney } from '../indicators/projectMoney.ts';
import { RULES } from '../rules.ts';
import { rangeOf } from '../text/range.ts';
import { compactLabel } from '../text/width.ts';
import { amountFix, amountRange } from './amountFix.ts';
import type { Candidate } from './candidates.ts';
import { slippedCosts } from './costSums.ts';
import type { Cause } from './culprits.ts';
import type { Evaluation, IndicatorSumRule, Term } from './relation.ts';
import { weightFix } from './weightFix.ts';
import { WEIGHT_SUMS } from './weightSums.ts';

type HomeOf = (cell: AmountCell) => PlacedTable | undefined;

/** What a broken sum of performance indicators says; undefined where it says nothing. */
export function indicatorFinding(
  rule: IndicatorSumRule,
  cause: Cause,
  main: Evaluation,
  homeOf: HomeOf,
): Finding | undefined {
  if (rule === 'indicator-weights') return weightFinding(cause, main, homeOf);
  return main.relation.comparison ? beyondMoney(cause, main, homeOf) : missedByASlip(cause, main, homeOf);
}

/** What broken weights say, at the one that a slip explains, or else at the first. */
function weightFinding(
  { culprit }: Cause,
  { relation: { parts }, expected }: Evaluation,
  homeOf: HomeOf,
): Finding | undefined {
  const at = parts.find(({ cell }) => cell === culprit?.cell) ?? parts[0];
  if (!at) return undefined;
  const home = homeOf(at.cell);
  const spread = weightFix(parts, WEIGHT_SUMS, home);
  return {
    rule: 'indicator-weights',
    severity: RULES['indicator-weights'].severity,
    range: amountRange(at.cell, home),
    params: { state: 'sum', sum: expected.toString() },
    related: parts.filter((part) => part !== at).map((part) => related(part, 'operand', homeOf)),
    fixes: [...fixOf(culprit, homeOf), ...(spread ? [spread] : [])],
  };
}

/** Of one cost beyond the money nobody can tell which of the two is wrong: it is said of the cost. */
function beyondMoney(
  { broken, culprit }: Cause,
  { relation: { total, parts } }: Evaluation,
  homeOf: HomeOf,
): Finding | undefined {
  const [cost] = parts;
  const money = printedMoney(total, homeOf);
  if (!cost || money === undefined) return undefined;
  const isOfMoney = broken.length > 1 && culprit?.cell === total.cell;
  const costs = new Set(broken.flatMap(({ relation }) => relation.parts));
  return {
    rule: 'indicator-cost',
    severity: RULES['indicator-cost'].severity,
    range: isOfMoney ? amountRange(total.cell, homeOf(total.cell)) : cellRange(cost, homeOf),
    params: {
      state: 'one',
      name: cost.label,
      value: printedCost(cost),
      label: total.label,
      money,
    },
    related: [
      ...(isOfMoney ? [] : [related(total, 'total', homeOf)]),
      ...[...costs]
        .filter(({ cell }) => isOfMoney || cell !== cost.cell)
        .map((term) => related(term, 'operand', homeOf)),
    ],
    fixes: isOfMoney ? [] : fixOf(culprit, homeOf),
  };
}

function missedByASlip({ culprit }: Cause, main: Evaluation, homeOf: HomeOf): Finding | undefined {
  const { total, parts } = main.relation;
  const [first] = slippedCosts(main);
  const at = parts.find(({ cell }) => cell === culprit?.cell) ?? first;
  const money = printedMoney(total, homeOf);
  const unit = moneyOf(total, homeOf)?.unit;
  if (!at || money === undefined) return undefined;
  return {
    rule: 'indicator-cost',
    // The costs of a list need not be all the money: that a slip of the hand explains it is the only witness.
    severity: 'information',
    range: cellRange(at, homeOf),
    params: { state: 'sum', sum: `${main.expected.toString()}${unit}`, label: total.label, money },
    related: [
      related(total, 'total', homeOf),
      ...parts.filter((part) => part !== at).map((part) => related(part, 'operand', homeOf)),
    ],
    fixes: at.cell === culprit?.cell ? fixOf(culprit, homeOf) : [],
  };
}

/** A cost as it is printed, with a unit that stands in a column of its own. */
function printedCost({ cell: { text, amount } }: Term): string {
  const { unit = '' } = amount;
  return text.includes(unit) ? compactLabel(text) : `${compactLabel(text)}${unit}`;
}

function fixOf(culprit: Candidate | undefined, homeOf: HomeOf): Fix[] {
  if (!culprit) return [];
  const { cell, value } = culprit;
  return [amountFix(cell, value, value.decimalPlaces(), false, homeOf(cell))];
}

function related(term: Term, role: RelatedPlace['role'], homeOf: HomeOf): RelatedPlace {
  return { range: amountRange(term.cell, homeOf(term.cell)), role, label: term.label };
}

/** The whole value, with its sign and unit. */
function cellRange({ cell }: Term, homeOf: HomeOf) {
  return rangeOf(cell.span, homeOf(cell)?.line);
}

function moneyOf({ cell }: Term, homeOf: HomeOf) {
  const home = homeOf(cell);
  return home && readProjectMoney(home.table);
}

/** The money of a project as it is told: 46.00万元. */
function printedMoney(total: Term, homeOf: HomeOf): string | undefined {
  const unit = moneyOf(total, homeOf)?.unit;
  const { value, decimals } = total.cell.amount;
  return unit && `${value.toFixed(decimals)}${unit}`;
}
