import type { AmountCell, PlacedTable } from '../disclosure/table.ts';
import type { Finding, Fix } from '../findings.ts';
import { RULES } from '../rules.ts';
import { amountRange } from './amountFix.ts';
import { cellsOf, type Evaluation, isAmountRule } from './relation.ts';
import type { Swap } from './swaps.ts';

/** Says of two figures that stand in each other's place what would agree if they were exchanged. */
export function swapFinding(swap: Swap, home: PlacedTable): Finding | undefined {
  const { cells, label, broken, rivals } = swap;
  const [cell, other] = cells;
  const shown = broken.find(
    (evaluation) => evaluation.relation.rule !== 'balance' && holds(evaluation, cell),
  );
  const rule = shown?.relation.rule;
  if (!shown || !rule || !isAmountRule(rule)) return undefined;
  const { relation } = shown;
  const printed = ({ amount }: AmountCell) => ({ value: amount.value, decimals: amount.decimals });
  return {
    rule,
    severity: RULES[rule].severity,
    range: amountRange(cell, home),
    params: {
      row: relation.row,
      column: relation.column,
      expected: printed(other),
      actual: printed(cell),
      operands: relation.parts.map((part) => ({ label: part.label, amount: printed(part.cell) })),
      culprit: relation.total.cell === cell ? 'total' : 'addend',
      swappedWith: label,
      ...(rivals.length > 0 && { swappedOr: rivals.map(({ place }) => place) }),
    },
    related: [
      { range: amountRange(other, home), role: 'compared', label },
      ...rivals.flatMap((rival) =>
        rival.cells
          .filter((each) => !cells.includes(each))
          .map((each) => ({ range: amountRange(each, home), role: 'compared' as const, label: rival.place })),
      ),
    ],
    fixes: [swap, ...rivals].map((each) => exchangeFix(each, rivals.length === 0, home)),
  };
}

function exchangeFix({ cells: [cell, other], sure }: Swap, alone: boolean, home: PlacedTable): Fix {
  return {
    action: { kind: 'swap-figures' },
    preferred: sure && alone,
    edits: [
      { range: amountRange(cell, home), newText: textOf(other) },
      { range: amountRange(other, home), newText: textOf(cell) },
    ],
  };
}

function holds(evaluation: Evaluation, cell: AmountCell): boolean {
  return cellsOf(evaluation).includes(cell);
}

/** The number itself, without what else stands in its cell. */
function textOf({ text, amount }: AmountCell): string {
  return text.slice(amount.start, amount.end);
}
