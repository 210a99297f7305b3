import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { categoriesOf } from '#core/catalogue/indicatorHeadings.ts';
import { type Measure, presumedMeasure, usualMeasure } from '#core/catalogue/presumed.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { IndicatorColumns } from '#core/disclosure/table.ts';
import type { MeasuredCell } from '#core/indicators/indicatorCell.ts';
import { toHalfWidth } from '#core/text/width.ts';
import type { FeatureContext } from '../context.ts';
import { typedIn, writeCell } from './slotEdit.ts';
import { snippetChoice, snippetText } from './snippetText.ts';

/** Percentages that such indicators are usually set to, the commonest first. */
const SHARES: { readonly [O in Measure['operator']]: readonly string[] } = {
  '≥': ['95', '90', '98', '100', '85'],
  '≤': ['100', '5', '1', '0'],
  '=': ['100'],
  定性: [],
};
/** What is typed of a value: an operator, a number. */
const BEGUN = /^([≥≤=>＞<＜]*)\s*(\d[\d.,]*)?/;
const MOST_UNITS = 6;

/** A value to write, as it is shown and as it is written. */
interface Choice {
  readonly label: string;
  readonly snippet?: string;
}

/**
 * The operator and units of an indicator: from the library, by the ending of its name, or as is usual under its
 * heading.
 */
export function measureOf(
  { name, heading }: Pick<MeasuredCell, 'name' | 'heading'>,
  { indicators }: FeatureContext,
): Measure | undefined {
  const known = indicators.named(name)?.indicator ?? presumedMeasure(name);
  if (known || heading === undefined) return known;
  const [category] = categoriesOf(heading);
  return category && usualMeasure(category);
}

/**
 * Values for the cell behind a name: operator, number and unit, as far as no column of its own holds them. A
 * number that has been typed is kept; where none has, the cursor stops at it.
 */
export function indicatorValues(
  row: EditedRow,
  character: number,
  cell: MeasuredCell,
  context: FeatureContext,
): CompletionItem[] {
  const { name } = cell;
  const measure = measureOf(cell, context);
  if (!measure) return [];
  const typed = typedIn(row, character);
  const [begun = '', sign = '', number] = BEGUN.exec(toHalfWidth(typed.before)) ?? [];
  if (begun.length < toHalfWidth(typed.before).trim().length) return [];
  return choicesOf(measure, number, cell.row.columns, context)
    .filter(({ label }) => sign === '' || label.startsWith(sign))
    .map(({ label, snippet }, order) => ({
      label,
      kind: CompletionItemKind.Value,
      detail: name,
      sortText: String(order).padStart(4, '0'),
      filterText: typed.before || label,
      textEdit: writeCell(row, typed, snippet ?? label),
      ...(snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
    }));
}

function choicesOf(
  { operator, units = [], value }: Measure,
  number: string | undefined,
  columns: IndicatorColumns,
  { client, words }: FeatureContext,
): Choice[] {
  const { placeholders } = words.indicators;
  if (operator === '定性') {
    const label = placeholders.words;
    return client.snippets && number === undefined ? [{ label, snippet: `\${1:${snippetText(label)}}` }] : [];
  }
  const sign = columns.operator === undefined ? operator : '';
  const printed = columns.unit === undefined ? units.slice(0, MOST_UNITS) : [''];
  if (number !== undefined) return printed.map((unit) => ({ label: `${sign}${number}${unit}` }));
  if (units.includes('%')) {
    const [unit = ''] = printed;
    const shares = value === undefined ? SHARES[operator] : [value, ...SHARES[operator]];
    return [...new Set(shares)].map((share) => ({ label: `${sign}${share}${unit}` }));
  }
  if (!client.snippets) return [];
  const label = `${sign}${placeholders.number}${printed.join('/')}`;
  const amount = `\${1:${snippetText(value ?? placeholders.number)}}`;
  return [{ label, snippet: `${sign}${amount}${snippetChoice(2, printed)}` }];
}
