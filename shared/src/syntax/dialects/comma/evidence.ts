import { isNotReported, parseAmount } from '../../../text/amount.ts';
import { CODE_OR_BODY } from '../../../text/codeShape.ts';
import type { Content } from './rows.ts';

/** A longer cell without quotes is prose. */
export const MAX_CELL = 60;
/** Two cells are found in any sentence. */
export const MIN_CELLS = 2;
/** So many cells of a row of figures are figures, codes or empty; in a sentence hardly any clause is. */
const FIGURE_SHARE = 1 / 3;

/** The row of column numbers has stars where there is nothing to number. */
const STARS = /^\*+$/;
const SENTENCE = /[。；;！!？?]/;

/** Whether the first rows of a stretch with commas are those of a table, by what their cells hold. */
export function isTable(cells: readonly (readonly Content[])[]): boolean {
  // Values and names of a list of indicators may be told in words.
  const list = cells.findIndex(headsIndicators);
  if (cells.slice(0, list === -1 ? undefined : list + 1).some((row) => row.some(isSentence))) return false;
  if (list !== -1) return true;
  if (2 * cells.filter((row) => row.some(isClause)).length > cells.length) return false;
  const remarks = cells.some((row) => row.some(endsSentence));
  const figures = cells.filter((row) => row.some(isFigure));
  const bodies = figures.filter(isBody);
  const headed = figures.length < cells.length;
  if (2 * bodies.length < figures.length || splitsAmounts(figures, headed)) return false;
  if (cells[0]?.length === MIN_CELLS && !isList(cells, headed)) return false;
  const [only] = bodies;
  if (remarks) return headed && bodies.length > 1;
  return bodies.length > 1 || (headed && only !== undefined && only.filter(isFigure).length > 1);
}

/** The heading of a list of performance indicators, in which values are seldom bare figures. */
function headsIndicators(cells: readonly Content[]): boolean {
  const texts = new Set(cells.map(({ text }) => text));
  const isNamed = INDICATOR_NAMES.some((label) => texts.has(label));
  return (texts.has('二级指标') && texts.has('三级指标')) || (texts.has('指标值') && isNamed);
}

/** What heads the names of indicators. */
const INDICATOR_NAMES = ['三级指标', '指标名称', '指标内容'];

/** A cell that holds more than a cell does: no row of a table has one. */
export function isSentence({ text, quoted }: Content): boolean {
  return !quoted && (text.length > MAX_CELL || SENTENCE.test(text.slice(0, -1)));
}

/** 项目支出80.00万元,占20%;: a clause with its figure, no heading. */
const CLAUSE = /\d\s?(?:[万亿]?元|%)[;。]?$/;

/** 同比增加 33279.22 元: the clauses of sentences whose lines were broken, not the cells of a row. */
function isClause({ text, quoted }: Content): boolean {
  return !quoted && /[\u4e00-\u9fff]/.test(text) && CLAUSE.test(text);
}

/** A heading over names, and beside each name one figure or none. */
function isList([head = [], ...rows]: readonly (readonly Content[])[], headed: boolean): boolean {
  if (head.some(({ text, quoted }) => !quoted && CLAUSE.test(text))) return false;
  const isItem = ([name, value]: readonly Content[]) =>
    name &&
    value &&
    !isFigure(name) &&
    (isFigure(value) || isNotReported(value.text) || STARS.test(value.text));
  return headed && rows.every(isItem) && rows.filter((row) => row.some(isFigure)).length > 1;
}

/** A remark in a cell of its own may end as sentences do. */
export function endsSentence({ text, quoted }: Content): boolean {
  return !quoted && SENTENCE.test(text.slice(-1));
}

/** A bare amount or a code. */
export function isFigure({ text }: Content): boolean {
  if (CODE_OR_BODY.test(text)) return true;
  const amount = parseAmount(text);
  return amount !== undefined && amount.unit === undefined;
}

/** Whether a row with a figure has enough of them, and of cells that report nothing, to be no sentence. */
export function isBody(row: readonly Content[]): boolean {
  return row.filter((cell) => isFigure(cell) || isNotReported(cell.text)).length >= FIGURE_SHARE * row.length;
}

/**
 * Whether the separators of thousands were written without quotes, so that one amount is two cells: `2` and
 * `371.41`, or `合计 2` and `371.41 2`. A header of the same width bears two columns out where whole amounts
 * stand in them, or where other rows have two figures there that are no halves of one.
 */
function splitsAmounts(rows: readonly (readonly Content[])[], headed: boolean): boolean {
  const areTwo = (index: number): boolean =>
    rows.some((row) => {
      const [cell, next] = [row[index], row[index + 1]];
      return cell && next && isFigure(cell) && isFigure(next) && !areHalves(cell, next);
    });
  return rows.some((row) =>
    row.some((cell, index) => {
      const next = row[index + 1];
      if (!next || !areHalves(cell, next)) return false;
      const areWhole = /^[-(]?\d{1,3}$/.test(cell.text) && /^\d{3}\)?$/.test(next.text);
      return !headed || !(areWhole || areTwo(index));
    }),
  );
}

function areHalves(cell: Content, next: Content): boolean {
  if (cell.quoted || next.quoted) return false;
  return /(?:^|[^\d.,])[1-9]\d{0,2}$/.test(cell.text) && /^\d{3}(?!\d)/.test(next.text);
}
