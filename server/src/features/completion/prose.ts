import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { Catalogue, CodeRecord } from '#core/catalogue/catalogue.ts';
import { equalButForSuffix, normalizeName } from '#core/catalogue/names.ts';
import { isLetters } from '#core/catalogue/pinyin.ts';
import { tableFigures } from '#core/codes/figures.ts';
import { codesOfTables, tableCodes } from '#core/codes/places.ts';
import { amountText } from '#core/messages/format.ts';
import type { Position } from '#core/text/range.ts';
import type { FeatureContext } from '../context.ts';
import { codeItem } from './codeItem.ts';

/** No name is longer than this, and no word that is typed for one. */
const REACH = 40;
/** One letter or character begins too many names. */
const SHORTEST_WORD = 2;
const OPEN_BRACKET = /[（(](\d{0,7})$/;
const BARE_CODE = /(?<![\d,])(\d{5}|\d{7})\s?$/;
const LETTERS_AT_END = /[a-z]+$/i;

/**
 * The document's own codes in a sentence: behind a name and an opening bracket its code (`行政运行（` 2010301），
 * behind a code without brackets its name, and for the beginning of a name or its pinyin the name with its code, alone or with the amount of the tables.
 */
export function proseCompletions(
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionList {
  const text = analysis.lines[position.line] ?? '';
  const before = text.slice(Math.max(0, position.character - REACH), position.character);
  const [bracketed, begun = ''] = OPEN_BRACKET.exec(before) ?? [];
  const items =
    bracketed === undefined
      ? [
          ...nameBehindCode(before, analysis, position, context),
          ...namesWithCodes(before, analysis, position, context),
        ]
      : codesBehindName(before, begun, text[position.character], analysis, position, context);
  return { isIncomplete: true, items };
}

/** Behind the opening bracket, and digits already typed: the document's codes whose name stands in front of it. */
function codesBehindName(
  before: string,
  begun: string,
  next: string | undefined,
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionItem[] {
  const open = before.length - begun.length - 1;
  const bracket = before[open] === '（' ? '）' : ')';
  const close = next === bracket ? '' : bracket;
  const name = normalizeName(before.slice(0, open));
  const start = { line: position.line, character: position.character - begun.length };
  return ownRecords(analysis, context.catalogue)
    .filter(({ code, name: own }) => code.startsWith(begun) && endsWithName(name, normalizeName(own)))
    .map((record, order) => ({
      ...codeItem(record, context),
      label: `${record.code}${bracket}`,
      sortText: String(order).padStart(4, '0'),
      filterText: record.code,
      textEdit: { range: { start, end: position }, newText: record.code + close },
    }));
}

/** The name of one of the document's codes behind its digits. */
function nameBehindCode(
  before: string,
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionItem[] {
  const [, digits] = BARE_CODE.exec(before) ?? [];
  const record = ownRecords(analysis, context.catalogue).find(({ code }) => code === digits);
  if (!record) return [];
  const textEdit = { range: { start: position, end: position }, newText: record.name };
  return [{ ...codeItem(record, context), label: record.name, sortText: '0', textEdit }];
}

function endsWithName(text: string, name: string): boolean {
  return (
    text.endsWith(name) || equalButForSuffix(text.slice(-name.length), name) || text.endsWith(stem(name))
  );
}

function stem(name: string): string {
  return name.endsWith('支出') && name.length > 4 ? name.slice(0, -2) : name;
}

/** The names that begin with the word in front of the cursor, or are read so. */
function namesWithCodes(
  before: string,
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionItem[] {
  const { catalogue } = context;
  const letters = LETTERS_AT_END.exec(before)?.[0] ?? '';
  const fitting = ownRecords(analysis, catalogue).flatMap((record) => {
    const word = letters === '' ? commonEnd(before, record.name) : letters;
    return fits(record, word) ? [{ record, word }] : [];
  });
  // Of 用于一般行政 both 行政 and 一般行政 begin a name; the longer one is meant.
  const longest = Math.max(...fitting.map(({ word }) => word.length));
  return fitting
    .filter(({ word }) => word.length === longest)
    .flatMap(({ record, word }, order) => {
      const start = { line: position.line, character: position.character - word.length };
      const text = `${record.name}（${record.code}）`;
      const amounts = tableFigures(tableCodes(analysis, catalogue, record.code)).slice(0, 1);
      const texts = [text, ...amounts.map(({ amount, unit }) => `${text}${amountText(amount)}${unit ?? ''}`)];
      return texts.map(
        (newText, variant): CompletionItem => ({
          ...codeItem(record, context),
          label: newText,
          filterText: word,
          sortText: `${String(order).padStart(4, '0')}${variant}`,
          textEdit: { range: { start, end: position }, newText },
        }),
      );
    });

  function fits(record: CodeRecord, word: string): boolean {
    if (word.length < SHORTEST_WORD) return false;
    return !isLetters(word) || catalogue.readAs(record.name, word) === 'beginning';
  }
}

/** The longest end of a text that a name begins with, without being all of it. */
function commonEnd(text: string, name: string): string {
  for (let length = Math.min(text.length, name.length); length >= SHORTEST_WORD; length--) {
    const end = text.slice(text.length - length);
    if (name.startsWith(end)) return end;
  }
  return '';
}

/** The records of the codes in the document's tables, in the order of their codes. */
function ownRecords({ disclosure }: Analysis, catalogue: Catalogue): CodeRecord[] {
  return [...codesOfTables(disclosure.tables, catalogue)]
    .sort()
    .flatMap((code) => catalogue.record(code) ?? []);
}
