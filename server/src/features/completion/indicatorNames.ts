import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { BLANK, comparedNames } from '#core/catalogue/indicatorNames.ts';
import { categoriesOf, type Indicator, type Indicators } from '#core/catalogue/indicators.ts';
import { bracketsLike } from '#core/codes/brackets.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { IndicatorPlace } from '#core/disclosure/indicatorPlace.ts';
import type { FeatureContext } from '../context.ts';
import { matchRank, wanted } from './indicatorMatch.ts';
import { likelihood } from './indicatorRanking.ts';
import { type Typed, typedIn, writeCell } from './slotEdit.ts';
import { snippetText } from './snippetText.ts';

/** The 一级 headings of both frameworks; each 二级 heading belongs under one of them. */
const FIRST_LEVELS = ['产出指标', '成本指标', '效益指标', '满意度指标', '预算执行'];
/** A longer list is cut; the next letter shortens it. */
const MOST_NAMES = 1000;
/** What each of these means is sent along; nobody reads further down before typing on. */
const EXPLAINED = 50;

/** Indicator names for a cell that calls for one; undefined where the cursor is in a prefix such as `指标1：`. */
export function indicatorNames(
  row: EditedRow,
  character: number,
  place: IndicatorPlace,
  disclosure: Disclosure,
  project: string,
  context: FeatureContext,
): CompletionItem[] | undefined {
  const typed = withoutPrefix(typedIn(row, character), place, character);
  if (!typed) return undefined;
  const write = bracketsLike(row.placed.table, row.rowIndex);
  const likely = likelihood(disclosure, row, project);
  return fitting(context.indicators, place)
    .flatMap((group) => bestFirst(group, typed.before, context.indicators, likely))
    .slice(0, MOST_NAMES)
    .map((indicator, order): CompletionItem => {
      const name = write(indicator.name);
      const snippet = context.client.snippets && name.includes(BLANK);
      return {
        label: name,
        kind: CompletionItemKind.Text,
        detail: detailOf(indicator, context),
        // The order is the list's own, and the list has been filtered here: the client shall do neither.
        sortText: String(order).padStart(4, '0'),
        filterText: typed.before || name,
        textEdit: writeCell(row, typed, snippet ? snippetOf(name) : name),
        ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
        ...(order < EXPLAINED && documentationOf(indicator, context)),
      };
    });
}

/** Those of the row's 二级 heading, then the others of the same 一级. All, where no heading is in sight. */
function fitting(
  { all, indicatorsFor }: Indicators,
  { level1, level2 }: IndicatorPlace,
): readonly (readonly Indicator[])[] {
  const heading = level2 ?? level1;
  if (heading === undefined) return [all];
  const exact = new Set(indicatorsFor(heading));
  const [category] = categoriesOf(heading);
  const parents = level1 === undefined ? FIRST_LEVELS : [level1, ...FIRST_LEVELS];
  const parent = parents.find((each) => category !== undefined && categoriesOf(each).includes(category));
  const others = parent === undefined ? [] : indicatorsFor(parent);
  return [[...exact], others.filter((each) => !exact.has(each))];
}

/**
 * The indicators that hold what is typed, or are read so, by their own name or another: the better they fit the
 * sooner, and among those that fit alike the likelier first.
 */
function bestFirst(
  indicators: readonly Indicator[],
  typed: string,
  { readAs }: Indicators,
  likely: (indicator: Indicator) => number,
): Indicator[] {
  const word = wanted(typed);
  const fits = indicators.flatMap((indicator) => {
    const [name = '', ...others] = comparedNames(indicator);
    const own = matchRank(name, word, readAs);
    const rank = own ?? (others.some((each) => (matchRank(each, word, readAs) ?? 2) < 2) ? 1 : undefined);
    return rank === undefined ? [] : [{ indicator, rank, likely: likely(indicator) }];
  });
  return fits.sort((a, b) => a.rank - b.rank || b.likely - a.likely).map(({ indicator }) => indicator);
}

/** A prefix such as `指标1：` stays; a cursor inside it asks for nothing. */
function withoutPrefix(typed: Typed, { prefix }: IndicatorPlace, character: number): Typed | undefined {
  if (prefix === 0) return typed;
  if (character < typed.start + prefix) return undefined;
  const before = typed.before.slice(prefix).trimStart();
  return { text: typed.text.slice(prefix), before, start: character - before.length, end: typed.end };
}

function detailOf({ category, operator, units, value }: Indicator, { words }: FeatureContext): string {
  const amount =
    operator === '定性'
      ? words.indicatorOfWords
      : [operator, value, units?.join('/')].filter(Boolean).join(' ');
  return `${category} · ${amount}`;
}

function documentationOf(
  { name, meaning, formula }: Indicator,
  { words }: FeatureContext,
): Pick<CompletionItem, 'documentation'> {
  const lines = [meaning, formula && words.indicators.formula(name, formula)].filter(Boolean);
  return lines.length > 0 ? { documentation: lines.join('\n') } : {};
}

/** Each blank becomes a stop of the cursor. */
function snippetOf(name: string): string {
  let stop = 0;
  return name
    .split(BLANK)
    .map(snippetText)
    .reduce((text, part) => {
      stop++;
      return `${text}\${${stop}:${BLANK}}${part}`;
    });
}
