import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver';
import { categoriesOf, type Indicator, type Indicators } from '#core/catalogue/indicators.ts';
import { normalizeName } from '#core/catalogue/names.ts';
import { isLetters } from '#core/catalogue/pinyin.ts';
import { bracketsLike } from '#core/codes/brackets.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import { type IndicatorPlace, indicatorPlaceAt } from '#core/disclosure/indicatorPlace.ts';
import type { FeatureContext } from '../context.ts';

import { type Typed, typedIn, writeCell } from './slotEdit.ts';

/** The 一级 headings of both frameworks; each 二级 heading belongs under one of them. */
const FIRST_LEVELS = ['产出指标', '成本指标', '效益指标', '满意度指标', '预算执行'];
/** What the writer fills in: 购置**数量. */
const BLANK = '**';

/** Indicator names for a cell that calls for one; undefined where the cell does not. */
export function indicatorCompletions(
  row: EditedRow,
  character: number,
  disclosure: Disclosure,
  context: FeatureContext,
): CompletionList | undefined {
  const place = indicatorPlaceAt(disclosure, row);
  if (!place) return undefined;
  const typed = withoutPrefix(typedIn(row, character), place, character);
  if (!typed) return undefined;
  const write = bracketsLike(row.placed.table, row.rowIndex);
  const items = fitting(context.indicators, place)
    .flatMap((group) => bestFirst(group, typed.before, context.indicators))
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
      };
    });
  return { isIncomplete: true, items };
}

/** Those of the row's 二级 heading, then the others of the same 一级. All, where no heading is in sight. */
function fitting(
  { all, indicatorsFor }: Indicators,
  { level1, level2 }: IndicatorPlace,
): readonly Indicator[][] {
  const heading = level2 ?? level1;
  if (heading === undefined) return [[...all]];
  const exact = indicatorsFor(heading);
  const [category] = categoriesOf(heading);
  const parents = level1 === undefined ? FIRST_LEVELS : [level1, ...FIRST_LEVELS];
  const parent = parents.find((each) => category !== undefined && categoriesOf(each).includes(category));
  const others = parent === undefined ? [] : indicatorsFor(parent);
  return [[...exact], others.filter((each) => !exact.includes(each))];
}

/** The indicators that hold what is typed, or are read so: those that begin with it, that contain it, the others. */
function bestFirst(indicators: readonly Indicator[], typed: string, { readAs }: Indicators): Indicator[] {
  const wanted = normalizeName(typed);
  const ranks: [Indicator[], Indicator[], Indicator[]] = [[], [], []];
  for (const indicator of indicators) {
    const name = normalizeName(indicator.name);
    const read = isLetters(wanted) ? readAs(name, wanted) : undefined;
    const at = name.indexOf(wanted);
    if (read === undefined && !holds(name, wanted)) continue;
    ranks[at === 0 || read === 'beginning' ? 0 : at > 0 || read ? 1 : 2].push(indicator);
  }
  return ranks.flat();
}

/** A prefix such as `指标1：` stays; a cursor inside it asks for nothing. */
function withoutPrefix(typed: Typed, { prefix }: IndicatorPlace, character: number): Typed | undefined {
  if (prefix === 0) return typed;
  if (character < typed.start + prefix) return undefined;
  const before = typed.before.slice(prefix).trimStart();
  return { text: typed.text.slice(prefix), before, start: character - before.length, end: typed.end };
}

/** Whether the letters wanted occur in the name in their order, so that parts of words find it. */
function holds(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at);
    if (at === -1) return false;
    at += letter.length;
  }
  return true;
}

function detailOf({ category, operator, units, value }: Indicator, { words }: FeatureContext): string {
  const amount =
    operator === '定性'
      ? words.indicatorOfWords
      : [operator, value, units?.join('/')].filter(Boolean).join(' ');
  return `${category} · ${amount}`;
}

/** Each blank becomes a stop of the cursor. */
function snippetOf(name: string): string {
  let stop = 0;
  return name
    .split(BLANK)
    .map((part) => part.replace(/[\\$}]/g, '\\$&'))
    .reduce((text, part) => {
      stop++;
      return `${text}\${${stop}:${BLANK}}${part}`;
    });
}
