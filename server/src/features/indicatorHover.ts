import type { Hover } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type Heading, placesOf, readHeading } from '#core/catalogue/frameworks.ts';
import { comparedName } from '#core/catalogue/indicatorNames.ts';
import type { NamedIndicator } from '#core/catalogue/indicators.ts';
import { headingInLine, type IndicatorSpot, indicatorSpotAt } from '#core/indicators/indicatorSpot.ts';
import { hasMeasure } from '#core/indicators/indicatorWords.ts';
import type { Position, Range } from '#core/text/range.ts';
import { toHalfWidth } from '#core/text/width.ts';
import type { IndicatorWords, Operator } from '../indicatorWords.ts';
import type { FeatureContext } from './context.ts';
import { markupOf, type TextBlock } from './markdown.ts';

/** The operators as they are printed, by what they mean. */
const SIGNS: readonly (readonly [Operator, RegExp])[] = [
  ['≥', /[≥≧⩾]|>=?/g],
  ['≤', /[≤≦⩽]|<=?/g],
  ['=', /=/g],
];
const SIGN_WORDS: readonly (readonly [Operator, RegExp])[] = [
  ['≥', /不低于|不少于|大于等于|以上/g],
  ['≤', /不超过|不高于|不超出|小于等于|以内/g],
  ['定性', /定性/g],
];
/** A longer cell is no value: 以上 may be part of a name there. */
const LONGEST_VALUE = 12;
/** A heading with its closing 指标. */
const SPELT_OUT = /指\s?标$/;
/** Tags that text taken from web pages has around an operator: `<u>></u>`. */
const TAG = /<\/?[a-z]{1,8}>/gi;

/**
 * What a heading, an indicator or an operator of a performance table means: what belongs under it, how it is
 * computed, which way and in which unit it is usually set, and where it stands in both frameworks.
 */
export function indicatorHover(
  { lines, disclosure }: Analysis,
  position: Position,
  context: FeatureContext,
): Hover | undefined {
  const words = context.words.indicators;
  const answer = (range: Range, blocks: readonly TextBlock[]): Hover => ({
    range,
    contents: markupOf(blocks, context.client.markdownHover),
  });
  const spot = indicatorSpotAt(disclosure, position);
  const heading = spot && isHeading(spot) ? readHeading(spot.text) : undefined;
  if (spot && heading) return answer(spot.range, headingBlocks(spot.text, heading, words));
  if (spot?.isPerformance) {
    const operator = operatorUnder(spot);
    if (operator) return answer(operator.range, operatorBlocks(operator.operator, words));
    const named = context.indicators.named(spot.text);
    if (named) return answer(spot.range, nameBlocks(spot.text, named, words));
  }
  const printed = headingInLine(lines[position.line] ?? '', position.character);
  const inLine = printed && readHeading(printed.text);
  if (!inLine) return undefined;
  const { line } = position;
  const range = { start: { line, character: printed.start }, end: { line, character: printed.end } };
  return answer(range, headingBlocks(printed.text, inLine, words));
}

/** Outside performance tables 数量 heads a column of its own; 数量指标 does not. `满意度≧90%` is a value. */
function isHeading({ isPerformance, text }: IndicatorSpot): boolean {
  return !hasMeasure(text) && (isPerformance || SPELT_OUT.test(text));
}

function headingBlocks(printed: string, heading: Heading, words: IndicatorWords): TextBlock[] {
  const { standard, local, categories } = heading;
  const [category] = categories;
  const isGroup = heading.level === 1;
  const text = words.headings[standard];
  return [
    { kind: 'title', text: standard },
    { kind: 'lines', lines: [text] },
    {
      kind: 'list',
      items: [
        ...(isGroup ? [words.belonging(categories)] : category ? words.places(placesOf(category)) : []),
        ...(local ? [words.localHeading(printed.trim(), standard)] : []),
      ],
    },
  ];
}

function nameBlocks(printed: string, named: NamedIndicator, words: IndicatorWords): TextBlock[] {
  const { indicator } = named;
  const { name, category, meaning, formula, kinds, origin } = indicator;
  const note = words.namedBy(comparedName(printed), named);
  return [
    { kind: 'title', text: name },
    { kind: 'lines', lines: [words.category(category), ...words.places(placesOf(category))] },
    {
      kind: 'lines',
      lines: [...(meaning ? [meaning] : []), ...(formula ? [words.formula(name, formula)] : [])],
    },
    {
      kind: 'list',
      items: [
        words.usual(indicator),
        ...(kinds ? [words.kinds(kinds)] : []),
        ...(note ? [note] : []),
        ...(origin === 'own' ? [words.own] : []),
      ],
    },
  ];
}

function operatorBlocks(operator: Operator, { operators }: IndicatorWords): TextBlock[] {
  const { title, text } = operators[operator];
  return [
    { kind: 'title', text: title },
    { kind: 'lines', lines: [text] },
  ];
}

/** The operator at the cursor. Tags are blanked first, so that their brackets are none. */
function operatorUnder({
  text,
  range,
  offset,
}: IndicatorSpot): { readonly operator: Operator; readonly range: Range } | undefined {
  const { line, character } = range.start;
  const shown = toHalfWidth(text).replace(TAG, (tag) => ' '.repeat(tag.length));
  const signs = text.length <= LONGEST_VALUE ? [...SIGNS, ...SIGN_WORDS] : SIGNS;
  for (const [operator, pattern] of signs) {
    for (const match of shown.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (start <= offset && offset < end)
        return {
          operator,
          range: {
            start: { line, character: character + start },
            end: { line, character: character + end },
          },
        };
    }
  }
  return undefined;
}
