import type { ProjectText } from '../catalogue/indicatorFit.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { Disclosure } from './disclosure.ts';
import { indicatorHeading, PROJECT_NAME } from './indicatorColumns.ts';
import type { Row, Table } from './table.ts';

/** A form spreads over fewer tables than these, however its pages and blank lines part it. */
const MOST_TABLES = 12;
/** More of a form than this tells nothing new about its project. */
const MOST_CHARACTERS = 3000;
const LABEL_WITH_NAME = /^(?:项目|专项)名称[:：](.+)$/;

/** The form a row belongs to: where it begins, and the name it gives. */
interface FormStart {
  readonly tableIndex: number;
  readonly rowIndex: number;
  readonly name: string;
}

/**
 * What is said of the project that a row is about: its name, and the words of its form, from the name to the next
 * form. Where no name is in sight, or a table of accounts comes first, the words of the row's own table.
 *
 * @param rowIndex index in the table's rows of the row asked about
 */
export function projectTextOf(disclosure: Disclosure, tableIndex: number, rowIndex: number): ProjectText {
  const { tables } = disclosure;
  const start = formStart(disclosure, tableIndex, rowIndex);
  const first = start?.tableIndex ?? tableIndex;
  const texts: string[] = [];
  for (let index = first; index <= tableIndex; index++) {
    const rows = tables[index]?.table.rows ?? [];
    const from = index === start?.tableIndex ? start.rowIndex : 0;
    const isOwn = index === tableIndex;
    const next = isOwn ? rows.findIndex((row, at) => at > rowIndex && projectNameIn(row) !== undefined) : -1;
    const form = rows.slice(from, next === -1 ? rows.length : next);
    for (const row of form) if (!isOwn || row !== rows[rowIndex]) texts.push(textOf(row));
  }
  return { name: start?.name ?? '', about: texts.join('\n').slice(0, MOST_CHARACTERS) };
}

function textOf({ cells }: Row): string {
  return cells.map((cell) => cell?.text ?? '').join('\t');
}

function formStart({ tables }: Disclosure, tableIndex: number, rowIndex: number): FormStart | undefined {
  for (let index = tableIndex; index >= 0 && tableIndex - index < MOST_TABLES; index--) {
    const table = tables[index]?.table;
    if (!table || (index < tableIndex && table.coded)) return undefined;
    const found = lastProjectRow(table, index === tableIndex ? rowIndex : table.rows.length);
    if (found) return { tableIndex: index, ...found };
  }
  return undefined;
}

function lastProjectRow({ rows }: Table, end: number): Omit<FormStart, 'tableIndex'> | undefined {
  for (let index = end - 1; index >= 0; index--) {
    const row = rows[index];
    const name = row && projectNameIn(row);
    if (name !== undefined) return { rowIndex: index, name };
    const column = row && indicatorHeading(row.cells, row.line)?.project;
    if (column !== undefined) return lastInColumn(rows, index, end, column);
  }
  return undefined;
}

/** The project whose indicators stand in a row of a table that lists several, each named in a column. */
function lastInColumn(
  rows: readonly Row[],
  heading: number,
  row: number,
  column: number,
): Omit<FormStart, 'tableIndex'> | undefined {
  for (let index = Math.min(row, rows.length - 1); index > heading; index--) {
    const cell = rows[index]?.cells[column];
    if (cell && cell.text !== '') return { rowIndex: index, name: cell.whole ?? cell.text };
  }
  return undefined;
}

/** The one project that a table names; empty where it names none, or several. */
export const projectOf = remember(({ rows }: Table): string => {
  const [name, other] = rows.flatMap((row) => projectNameIn(row) ?? []);
  return other === undefined ? (name ?? '') : '';
});

/** Whether a row has the label 项目名称, with a name or without; not as the heading of a column. */
export const hasProjectLabel = remember(({ cells, line }: Row): boolean =>
  cells.some((cell) => {
    const label = compactLabel(cell?.text ?? '');
    return (PROJECT_NAME.test(label) && !indicatorHeading(cells, line)) || LABEL_WITH_NAME.test(label);
  }),
);

/** Whether any row of a table has that label. */
export const labelsProject = remember(({ rows }: Table): boolean => rows.some(hasProjectLabel));

/** The name that a row of a form gives as 项目名称. */
export const projectNameIn = remember(({ cells, line }: Row): string | undefined => {
  for (const cell of cells) {
    if (!cell) continue;
    const label = compactLabel(cell.text);
    const [, glued] = LABEL_WITH_NAME.exec(label) ?? [];
    if (glued !== undefined) return glued;
    if (!PROJECT_NAME.test(label)) continue;
    if (indicatorHeading(cells, line)) return undefined;
    const value = cells.find((each) => each && each.column > cell.column && each.text.trim() !== '');
    if (value) return value.whole ?? value.text;
  }
  return undefined;
});
