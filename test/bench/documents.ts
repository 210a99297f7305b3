import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';

/** A text to be opened in a server, with the places where it will be edited. */
export interface BenchDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** In the order of the text. */
  readonly digits: readonly DigitPlace[];
}

/** A digit of a figure; both positions 0-based, the character in UTF-16 code units. */
export interface DigitPlace {
  readonly line: number;
  readonly character: number;
  readonly digit: string;
}

const SEEDS = join(import.meta.dirname, '../../seeds');

/** A number that only counts or sums can be: with decimals or thousands separators, as scanning spaced it. */
const FIGURE = /^\d[\d, ]*[.,] ?\d+(?:[., ]+\d+)*$/;

/** In a table without separators: fewer numbers than this in a line may be those of a sentence. */
const FIGURES_OF_A_FLAT_ROW = 3;

/**
 * The five samples one behind the other, again and again, cut to a number of lines. The short ones come first,
 * so that a short document has as many ways of writing tables, and as few flattened ones, as can be.
 */
export function budgetDocument(lineCount: number): BenchDocument {
  const seeds = readdirSync(SEEDS)
    .filter((file) => /\.budget\.\w+$/.test(file))
    .map((file) => readFileSync(join(SEEDS, file), 'utf8').trimEnd().split(/\r?\n/))
    .sort((a, b) => a.length - b.length);
  const all = seeds.flatMap((seed) => [...seed, '']);
  const lines = Array.from({ length: lineCount }, (_, line) => all[line % all.length] ?? '');
  return {
    uri: 'file:///bench/disclosure.budget.txt',
    languageId: 'budget-disclosure',
    text: lines.join('\n'),
    digits: lines.flatMap((text, line) => figureDigits(text).map((place) => ({ line, ...place }))),
  };
}

/** The ones of every figure in a line of a table. Looks at the line alone: it must not share the reader's errors. */
function figureDigits(line: string): Omit<DigitPlace, 'line'>[] {
  const separated = /[\t|]/.test(line);
  const cells = [...line.matchAll(separated ? /[^\t|]+/g : /\S+/g)].flatMap((cell) => {
    const text = cell[0].trim();
    if (!FIGURE.test(text)) return [];
    return { start: cell.index + cell[0].indexOf(text), text };
  });
  if (!separated && cells.length < FIGURES_OF_A_FLAT_ROW) return [];
  return cells.flatMap(({ start, text }) => {
    const point = text.search(/\d *\./);
    const at = point === -1 ? text.length - 1 : point;
    return { character: start + at, digit: text.charAt(at) };
  });
}

const NAMES = ['一般公共服务支出', '行政运行', '一般行政管理事务', '社会保障和就业支出', '住房公积金'];
const CODES = ['201', '2010301', '2010302', '208', '2210201'];
const FILLER = '按照预算管理要求安排的支出，用于保障机构正常运转和完成日常工作任务。';
const ROWS = 12;

/**
 * A budget as JSON, printed with two spaces as editors print it: tables of records, texts and numbers, no schema.
 *
 * @param characters the length it should have; its remarks are as long as that needs
 */
export function jsonDocument(lineCount: number, characters: number): BenchDocument {
  const bare = fill(lineCount, '');
  const room = Math.max(0, characters - bare.text.length);
  const { text } = fill(lineCount, repeated(FILLER, Math.floor(room / bare.rows)));
  const lines = text.split('\n');
  if (lines.length !== lineCount) throw new Error(`${lines.length} lines of JSON instead of ${lineCount}`);
  return {
    uri: 'file:///bench/budget.json',
    languageId: 'json',
    text,
    digits: lines.flatMap((line, index) => {
      const character = line.search(/(?<=^ *"\w+": \d*)\d\.\d/);
      return character === -1 ? [] : { line: index, character, digit: line.charAt(character) };
    }),
  };
}

/** As many whole tables as fit, and single notes for the lines that are left. */
function fill(lineCount: number, remark: string): { readonly text: string; readonly rows: number } {
  const print = (tables: number, notes: number): string =>
    JSON.stringify(
      {
        organ: '某某区政务服务局',
        year: 2024,
        tables: Array.from({ length: tables }, (_, index) => jsonTable(index, remark)),
        notes: Array.from({ length: notes }, (_, index) => `${index + 1}. ${FILLER}`),
      },
      undefined,
      2,
    );
  const countLines = (text: string): number => text.split('\n').length;
  const one = countLines(print(1, 1));
  const tables = 1 + Math.floor((lineCount - one) / (countLines(print(2, 1)) - one));
  if (tables < 1) throw new RangeError(`a document of ${lineCount} lines is too short for a table of JSON`);
  const notes = 1 + lineCount - countLines(print(tables, 1));
  return { text: print(tables, notes), rows: tables * ROWS };
}

function jsonTable(index: number, remark: string): object {
  return {
    title: '一般公共预算支出表',
    unit: '万元',
    rows: Array.from({ length: ROWS }, (_, row) => ({
      code: CODES[row % CODES.length],
      name: NAMES[row % NAMES.length],
      total: amount(index, row, 1),
      basic: amount(index, row, 2),
      project: amount(index, row, 3),
      remark,
    })),
  };
}

/** Any number with two decimals, of which the last is no nought, the same in every run. */
function amount(table: number, row: number, column: number): number {
  const tenths = ((table * ROWS + row) * 7919 + column * 104_729) % 99_991;
  return (tenths * 10 + 1 + (tenths % 9)) / 100;
}

function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/** One digit put in the place of another, as when somebody types over it. */
export function replaceDigit({ line, character }: DigitPlace, digit: string): TextDocumentContentChangeEvent {
  return {
    range: { start: { line, character }, end: { line, character: character + 1 } },
    text: digit,
  };
}

/** A digit other than the one that stands there. No nought, so that a number never begins with two. */
export function otherDigit({ digit }: DigitPlace): string {
  return digit === '9' ? '8' : String(Number(digit) + 1);
}
