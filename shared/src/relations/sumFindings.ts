import type { AmountCell } from '../disclosure/table.ts';
import type { Finding, Fix, RelatedPlace } from '../findings.ts';
import { type PrintedAmount, RULES, type Severity, type SumParams } from '../rules.ts';
import { formatAmount } from '../text/amount.ts';
import { type Decimal, Money } from '../text/money.ts';
import { type Range, rangeOf } from '../text/range.ts';
import type { Group } from './culprits.ts';
import type { Evaluation, Term } from './relation.ts';
import { onlyValue } from './restore.ts';
import type { TableRelations } from './tableRelations.ts';

/**
 * What fails in a table: one finding a cause, and one a sum that is off within rounding. Ranges count lines
 * from the table's first line.
 */
export function sumFindings(relations: TableRelations): Finding[] {
  if (relations.misread) return [];
  return [
    ...relations.groups.flatMap(groupFindings),
    ...relations.evaluations.flatMap((evaluation) => roundingFinding(evaluation) ?? []),
  ];
}

function groupFindings(group: Group): Finding[] {
  const { culprit } = group;
  if (!culprit) {
    return group.broken.map((evaluation) =>
      sumFinding(evaluation, evaluation.relation.total, evaluation.expected, [], false),
    );
  }
  // Of the sums the cell breaks, the one with the fewest addends is the easiest to check by hand.
  const [main, ...others] = [...group.broken].sort(
    (a, b) => a.relation.parts.length - b.relation.parts.length,
  );
  if (!main) return [];
  const terms = [main.relation.total, ...main.relation.parts];
  const term = terms.find(({ cell }) => cell === culprit.cell) ?? main.relation.total;
  const only = culprit.agreed ? culprit.value : onlyValue(culprit.cell, culprit.allowed);
  return [sumFinding(main, term, only ?? culprit.value, others, only !== undefined)];
}

function sumFinding(
  evaluation: Evaluation,
  at: Term,
  expected: Decimal,
  alsoBroken: readonly Evaluation[],
  sure: boolean,
): Finding {
  const { relation } = evaluation;
  const decimals = relation.parts.reduce(
    (most, part) => Math.max(most, part.cell.amount.decimals),
    at.cell.amount.decimals,
  );
  return {
    rule: relation.rule,
    severity: RULES[relation.rule].severity,
    range: amountRange(at.cell),
    params: sumParams(evaluation, at, { value: expected, decimals }),
    related: [
      ...relatedTotals([evaluation, ...alsoBroken], at),
      ...relation.parts.filter((part) => part.cell !== at.cell).map((part) => related(part, 'operand')),
    ],
    fixes: [amountFix(at.cell, expected, decimals, sure)],
  };
}

function roundingFinding(evaluation: Evaluation): Finding | undefined {
  const { relation, standing, expected } = evaluation;
  if (standing !== 'rounding' && standing !== 'coarse') return undefined;
  const severity: Severity = standing === 'coarse' ? 'information' : RULES['rounding-difference'].severity;
  return {
    rule: 'rounding-difference',
    severity,
    range: amountRange(relation.total.cell),
    params: sumParams(evaluation, relation.total, {
      value: expected,
      decimals: relation.total.cell.amount.decimals,
    }),
    related: [],
    fixes: [],
  };
}

function sumParams(evaluation: Evaluation, at: Term, expected: PrintedAmount): SumParams {
  const { relation } = evaluation;
  return {
    row: relation.row,
    column: relation.column,
    expected,
    actual: printed(at.cell),
    operands: relation.parts.map((part) => ({ label: part.label, amount: printed(part.cell) })),
    culprit: at.cell === relation.total.cell ? 'total' : 'addend',
  };
}

function relatedTotals(evaluations: readonly Evaluation[], at: Term): RelatedPlace[] {
  return evaluations
    .map((evaluation) => evaluation.relation.total)
    .filter((total) => total.cell !== at.cell)
    .map((total) => related(total, 'total'));
}

function related(term: Term, role: RelatedPlace['role']): RelatedPlace {
  return { range: amountRange(term.cell), role, label: term.label };
}

/** Writes the value into the cell in the cell's own number style; nothing else of the line is touched. */
function amountFix(cell: AmountCell, value: Decimal, decimals: number, preferred: boolean): Fix {
  const places = Math.max(
    cell.amount.decimals,
    value.toDecimalPlaces(decimals, Money.ROUND_HALF_UP).decimalPlaces(),
  );
  const newText = formatAmount(value.toDecimalPlaces(places, Money.ROUND_HALF_UP), places, cell.amount.style);
  return {
    action: { kind: 'replace-amount', newText },
    preferred,
    edits: [{ range: amountRange(cell), newText }],
  };
}

function amountRange(cell: AmountCell): Range {
  const { span, amount } = cell;
  return rangeOf({ line: span.line, start: span.start + amount.start, end: span.start + amount.end });
}

function printed(cell: AmountCell): PrintedAmount {
  return { value: cell.amount.value, decimals: cell.amount.decimals };
}
