import type { Hover } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { countsThings } from '#core/disclosure/labels.ts';
import { amountText } from '#core/messages/format.ts';
import {
  type Copy,
  type Figure,
  type FigureRelations,
  figureAt,
  relationsOf,
} from '#core/relations/lookUp.ts';
import type { Evaluation } from '#core/relations/relation.ts';
import type { AmountUnit } from '#core/text/amount.ts';
import { convert } from '#core/text/amountUnits.ts';
import { type Position, rangeOf } from '#core/text/range.ts';
import type { FigureWords } from '../figureWords.ts';
import type { FeatureContext } from './context.ts';
import { formulaOf, plainLabel, titleOf, verdictText } from './figureText.ts';
import { markupOf, type TextBlock } from './markdown.ts';

/** The unit an amount is shown in beside its own. */
const OTHER_UNIT: Readonly<Record<AmountUnit, AmountUnit>> = { 元: '万元', 万元: '元', 亿元: '万元' };

/** More places than these are counted only. */
const MOST_PLACES = 8;

/**
 * What an amount of a table is: its value in 元 and 万元, its row and column, the relations it is the total of
 * and those it is a part of, and where else it stands. What is not known is said.
 */
export function figureHover(
  { disclosure, relations }: Analysis,
  position: Position,
  context: FeatureContext,
): Hover | undefined {
  const figure = figureAt(disclosure, position);
  if (!figure) return undefined;
  const known = relationsOf(figure, relations);
  const { figures } = context.words;
  const blocks: TextBlock[] = [
    { kind: 'title', text: valueText(figure, known, figures) },
    { kind: 'lines', lines: placeLines(figure, context) },
    {
      kind: 'list',
      heading: figures.asTotal,
      items: few(
        known.asTotal.map((each) => totalText(each, relations.homeOf, figures)),
        context,
      ),
    },
    {
      kind: 'list',
      heading: figures.asPart,
      items: few(
        known.asPart.map((each) => partText(each, figures)),
        context,
      ),
    },
    {
      kind: 'list',
      heading: figures.elsewhere,
      items: few(
        known.copies.map((copy) => copyText(copy, context)),
        context,
      ),
    },
    {
      kind: 'lines',
      lines: silenceLines(figure, known, relations.tables.get(figure.placed)?.misread, figures),
    },
  ];
  return {
    range: rangeOf(figure.binding.span, figure.placed.line),
    contents: markupOf(blocks, context.client.markdownHover),
  };
}

/** `330.56 万元 = 3,305,600 元`. Shares, weights and the like have no unit, and things that are counted have their own. */
function valueText(
  { placed: { table }, cell: { amount }, bare, binding: { row } }: Figure,
  { asTotal, asPart }: FigureRelations,
  words: FigureWords,
): string {
  const isCounted = [...asTotal, ...asPart].some(({ relation }) => relation.counted);
  if (bare || isCounted || (row && countsThings(row.label))) return amountText(amount);
  const unit = amount.unit ?? table.unit?.unit;
  if (amount.style.percent) return `${amountText(amount)}%`;
  if (!unit) return `${amountText(amount)}（${words.noUnit}）`;
  const other = OTHER_UNIT[unit];
  const converted = convert(amount.value, unit, other);
  return `${amountText(amount)} ${unit} = ${amountText({ value: converted, decimals: 0 })} ${other}`;
}

function placeLines({ placed, cell, binding }: Figure, { words }: FeatureContext): string[] {
  const { row, column, certainty } = binding;
  const place = [row ? rowText(row) : '', column?.path.join(' › ') ?? ''];
  const notes = [
    ...(certainty === 'likely' && binding.reason === 'aside' ? [words.figures.likely] : []),
    ...(cell.amount.unit === undefined && placed.table.unit?.origin === 'document'
      ? [words.figures.unitFromOthers]
      : []),
  ];
  return [titleOf(placed, words), place.filter((text) => text !== '').join(' · '), ...notes].filter(
    (text) => text !== '',
  );
}

/** `2010301 行政运行`, whether the code is glued to the name or stands apart. */
function rowText({ label, code }: NonNullable<Figure['binding']['row']>): string {
  if (code === undefined) return plainLabel(label);
  const name = label.startsWith(code) ? label.slice(code.length) : label;
  return `${code} ${plainLabel(name)}`.trim();
}

function totalText(
  evaluation: Evaluation,
  homeOf: Parameters<typeof formulaOf>[1],
  words: FigureWords,
): string {
  const kind = words.kinds[evaluation.relation.rule];
  return `${kind} ${formulaOf(evaluation, homeOf)} ${verdictText(evaluation, words)}`;
}

/**
 * The total by what tells it from this figure: its column in the same row, its row in the same column; with ≤ where the
 * figure need only be no more.
 */
function partText(evaluation: Evaluation, words: FigureWords): string {
  const { rule, row, column, total, comparison } = evaluation.relation;
  const name = rule === 'row-sum' ? column : row;
  const sign = comparison === 'at-least' ? '≤ ' : '';
  return `${sign}${plainLabel(name)} ${amountText(total.cell.amount)} ${verdictText(evaluation, words)}`.trim();
}

function copyText({ placed, term }: Copy, { words }: FeatureContext): string {
  const { table, line } = placed;
  const column = table.columns[term.cell.column]?.label ?? '';
  const name = [titleOf(placed, words), plainLabel(term.label), column].filter((text) => text !== '');
  const unit = table.unit?.unit ?? '';
  const amount = `${amountText(term.cell.amount)} ${unit}`.trim();
  return words.figure(name.join(' · '), amount, line + term.cell.span.line + 1);
}

function few(items: readonly string[], { words }: FeatureContext): string[] {
  if (items.length <= MOST_PLACES) return [...items];
  return [...items.slice(0, MOST_PLACES), words.moreFigures(items.length - MOST_PLACES)];
}

/** Why a figure is not checked, where it is not. */
function silenceLines(
  { binding }: Figure,
  { asTotal, asPart, copies }: FigureRelations,
  misread: boolean | undefined,
  words: FigureWords,
): string[] {
  if (misread) return [words.unreadTable];
  if (asTotal.length + asPart.length + copies.length > 0) return [];
  if (binding.certainty !== 'unknown') return [words.unchecked];
  if (binding.reason === 'columns-lost') return [words.unreadTable];
  return [binding.reason === 'slid' ? words.slidRow : words.unknownPlace];
}
