import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { ProjectText } from '#core/catalogue/indicatorFit.ts';
import { BLANK } from '#core/catalogue/indicatorNames.ts';
import type { Indicator } from '#core/catalogue/indicators.ts';
import { bracketsLike } from '#core/codes/brackets.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { IndicatorPlace } from '#core/indicators/indicatorPlace.ts';
import type { FeatureContext } from '../context.ts';
import { indicatorCandidates } from './indicatorCandidates.ts';
import { type Typed, typedIn, writeCell } from './slotEdit.ts';
import { snippetText } from './snippetText.ts';

/** What each of these means is sent along; nobody reads further down before typing on. */
const EXPLAINED = 50;

/** Indicator names for a cell that calls for one; undefined where the cursor is in a prefix such as `指标1：`. */
export function indicatorNames(
  row: EditedRow,
  character: number,
  place: IndicatorPlace,
  disclosure: Disclosure,
  project: ProjectText,
  context: FeatureContext,
): CompletionItem[] | undefined {
  const typed = withoutPrefix(typedIn(row, character), place, character);
  if (!typed) return undefined;
  const write = bracketsLike(row.placed.table, row.rowIndex);
  return indicatorCandidates(typed.before, row, place, disclosure, project, context.indicators).map(
    (indicator, order): CompletionItem => {
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
    },
  );
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
