import type { PlacedTable } from '#core/disclosure/table.ts';
import { amountText } from '#core/messages/format.ts';
import type { DocumentRelations } from '#core/relations/documentRelations.ts';
import type { Evaluation, Term } from '#core/relations/relation.ts';
import { Money } from '#core/text/money.ts';
import type { FigureWords, Verdict } from '../figureWords.ts';
import type { Words } from '../words.ts';

/** Longer sums are cut in the middle; references lead to the rest. */
const MAX_TERMS = 8;

/** `行政运行 330.56 + 一般行政管理事务 2,040.84 = 2,371.40`, in the total's unit. */
export function formulaOf({ relation, expected }: Evaluation, homeOf: DocumentRelations['homeOf']): string {
  const { total, parts, comparison } = relation;
  const texts = parts.map((part) => `${plainLabel(part.label)} ${printedIn(part, homeOf(part.cell))}`.trim());
  const shown =
    texts.length <= MAX_TERMS ? texts : [...texts.slice(0, MAX_TERMS - 2), '…', texts.at(-1) ?? ''];
  const sum = shown.join(' + ');
  if (comparison === 'at-least') return `≥ ${sum}`;
  const converted = parts.some(({ factor }) => factor !== undefined);
  if (parts.length === 1 && !converted) return `= ${sum}`;
  const decimals = Math.max(...[total, ...parts].map(({ cell }) => cell.amount.decimals));
  return `= ${sum} = ${amountText({ value: expected, decimals: converted ? total.cell.amount.decimals : decimals })}`;
}

/** ✓, or how far the total is off. */
export function verdictText(evaluation: Evaluation, words: FigureWords): string {
  return words.verdict(verdictOf(evaluation));
}

/**
 * What a relation comes to as a reader is told it: coarse figures count as rounding, and the difference is without a
 * sign, in the unit and with the decimals of the total.
 */
export function verdictOf({ relation, expected, standing }: Evaluation): Verdict {
  const { amount } = relation.total.cell;
  const value = new Money(expected).minus(amount.value).abs();
  return {
    standing: standing === 'coarse' ? 'rounding' : standing,
    difference: amountText({ value, decimals: amount.decimals }),
  };
}

/** What a reader calls a table. */
export function titleOf({ table }: PlacedTable, words: Words): string {
  return table.title?.text ?? words.untitledTable;
}

/** A label without the marks of its dialect, its code in front. */
export function plainLabel(text: string): string {
  return text.replace(/<[^<>]*>|\*+/g, '').trim();
}

/** A figure of another unit, or with a unit of its own, is shown with that unit. */
function printedIn({ cell, factor }: Term, home: PlacedTable | undefined): string {
  const unit = factor && (cell.amount.unit ?? home?.table.unit?.unit);
  return unit ? `${amountText(cell.amount)} ${unit}` : amountText(cell.amount);
}
