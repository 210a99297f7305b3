import { compactLabel } from '../../text/width.ts';
import { COLUMN_NUMBER } from '../figureShape.ts';
import { areThreePublicHeadings, isThreePublicHeading } from '../threePublicHeadings.ts';

/** So many blank lines may stand between cells, which are blank cells, and so many headings above the row. */
const MAX_BLANKS = 12;
const MAX_HEADINGS = 60;
/** Two years of a table have no more columns. */
const MAX_FIGURES = 20;
const MIN_INDEX = 3;
/** 单位编码, which may have more digits than 科目编码. */
const CODE = /^\d{3,9}$/;
const NAME = /^[\u4e00-\u9fff][^:;。!?]{2,39}$/;
const FIGURE = /^(?:-?\d[\d,]*(?:\.\d+)?|[-—]+)$/;

interface Word {
  readonly text: string;
  readonly line: number;
}

/**
 * The line behind the one row of a table of “三公”经费, if from a line on whole headings of such a table stand alone, all of
 * its parts among them, and below them the name of a body with its figures; `first` where it is anything else.
 *
 * @param wordsOn the cells of a line, half-width, none of a blank one
 */
export function threePublicRowEnd(
  lines: readonly string[],
  first: number,
  wordsOn: (line: string) => readonly string[],
): number {
  if (!isThreePublicHeading(wordsOn(lines[first] ?? '')[0] ?? '')) return first;
  const words = wordsFrom(lines, first, wordsOn);
  const head = words.findIndex(({ text }) => !isThreePublicHeading(text));
  if (head < 1 || head > MAX_HEADINGS) return first;
  if (!areThreePublicHeadings(words.slice(0, head).map(({ text }) => text))) return first;
  const behind = words.slice(head);
  const marks = behind.findIndex(({ text }) => !COLUMN_NUMBER.test(text));
  const body = marks >= MIN_INDEX ? behind.slice(marks) : behind;
  const name = CODE.test(body[0]?.text ?? '') ? 1 : 0;
  if (!isName(body[name]?.text)) return first;
  const rest = body.slice(name + 1);
  const end = rest.findIndex(({ text }) => !FIGURE.test(text));
  const figures = end === -1 ? rest : rest.slice(0, end);
  const last = figures.at(-1);
  const isAlone = rest[figures.length]?.line !== last?.line;
  return last && figures.length > 1 && figures.length <= MAX_FIGURES && isAlone ? last.line + 1 : first;
}

function isName(text: string | undefined): boolean {
  return text !== undefined && NAME.test(compactLabel(text)) && !/表$/.test(text);
}

/** The words from a line on, up to those behind too many blank lines, and no more than such a table may have. */
function wordsFrom(
  lines: readonly string[],
  first: number,
  wordsOn: (line: string) => readonly string[],
): Word[] {
  const words: Word[] = [];
  let blanks = 0;
  for (let line = first; line < lines.length && words.length < 2 * MAX_HEADINGS; line++) {
    const own = wordsOn(lines[line] ?? '');
    blanks = own.length === 0 ? blanks + 1 : 0;
    if (blanks > MAX_BLANKS) break;
    words.push(...own.map((text) => ({ text, line })));
  }
  return words;
}
