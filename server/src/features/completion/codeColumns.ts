import { isCodeShaped } from '#core/catalogue/catalogue.ts';
import { type Classification, classificationOf } from '#core/catalogue/record.ts';
import { isCodeHeader } from '#core/disclosure/codeHeader.ts';
import { hasWords } from '#core/disclosure/labels.ts';
import type { Column, Row, Table } from '#core/disclosure/table.ts';
import { compactLabel, toHalfWidth } from '#core/text/width.ts';

/** Columns of a table that hold 科目编码 together, and where the names to them stand. */
export interface CodeColumns {
  /** One column for whole codes; two or three for 类, 款 and 项. */
  readonly columns: readonly number[];
  /** Undefined where no column holds the names. */
  readonly nameColumn?: number;
  /** The name stands in the last code cell, behind the digits (`01 行政运行`): what is written around them. */
  readonly glue?: Glue;
  /** Rows print only the digits that the row above does not have: ` |01` under `301`. */
  readonly carried: boolean;
  /** The list the codes are from; undefined in a table that has none yet and does not say. */
  readonly classification?: Classification;
}

/** What rows write in front of a code and between it and the name in the same cell: `[201]一般公共服务支出`. */
export interface Glue {
  readonly before: string;
  readonly between: string;
}

/** Enough rows to know a table by. */
const SAMPLE = 200;

/** Every group of code columns, the table's own first, then columns of a second classification beside it. */
export function codeColumnsOf(table: Table): CodeColumns[] {
  const own = ownColumns(table);
  const others = table.columns
    .filter(({ index }) => !own?.columns.includes(index) && index !== own?.nameColumn)
    .flatMap((column) => headedColumn(column, table) ?? []);
  return own ? [own, ...others] : others;
}

/** The columns that rows are named by. */
function ownColumns(table: Table): CodeColumns | undefined {
  if (!table.coded) return undefined;
  const first = table.columns.findIndex(({ kind }) => kind === 'code');
  if (first === -1) return undefined;
  const columns: number[] = [];
  for (let index = first; table.columns[index]?.kind === 'code' && columns.length < 3; index++)
    columns.push(index);
  const rows = table.rows.filter((row) => row.code).slice(0, SAMPLE);
  const last = columns.at(-1) ?? first;
  const nameColumn = table.columns.find(({ index, kind }) => index > last && kind === 'text')?.index;
  const glue =
    nameColumn === undefined ? rows.map((row) => glueIn(row, last)).find((each) => each) : undefined;
  const carried = rows.some(({ code }) => code !== undefined && code.printed.length < code.digits.length);
  const classification = mostFrequent(rows.flatMap(({ code }) => classificationOf(code?.digits ?? '') ?? []));
  return {
    columns,
    carried,
    ...(glue && { glue }),
    ...(nameColumn !== undefined && { nameColumn }),
    ...(classification && { classification }),
  };
}

/** What stands around the digits in a cell that holds the name too; undefined where it does not. */
function glueIn({ code, cells }: Row, column: number): Glue | undefined {
  const cell = cells[column];
  const last = code?.spans.at(-1);
  if (!cell || !last || !code?.nameSpan || !hasWords(cell.text)) return undefined;
  const at = (position: number): number => position - cell.span.start;
  return {
    before: cell.text.slice(0, at(last.start)),
    between: cell.text.slice(at(last.end), at(code.nameSpan.start)),
  };
}

/** A column headed 科目编码 that holds codes, or nothing yet. */
function headedColumn({ index, label }: Column, table: Table): CodeColumns | undefined {
  if (!isCodeHeader(label)) return undefined;
  const texts = table.rows
    .filter((row) => row.kind === 'data')
    .slice(0, SAMPLE)
    .map((row) => toHalfWidth(row.cells[index]?.text ?? ''))
    .filter((text) => text !== '' && /^\d*$/.test(text));
  const codes = texts.filter((text) => isCodeShaped(text));
  if (codes.length < texts.length / 2) return undefined;
  const classification = mostFrequent(codes.flatMap((code) => classificationOf(code) ?? []));
  const found = classification ?? classificationNamed(`${table.title?.text ?? ''}${label}`);
  const named = /名称$/.test(compactLabel(table.columns[index + 1]?.label ?? ''));
  return {
    columns: [index],
    carried: false,
    ...(named && { nameColumn: index + 1 }),
    ...(found && { classification: found }),
  };
}

/** The classification that a title or header names. */
function classificationNamed(words: string): Classification | undefined {
  if (/部门(?:预算)?(?:支出)?经济/.test(words)) return 'economic-department';
  if (/政府(?:预算)?(?:支出)?经济/.test(words)) return 'economic-government';
  return /功能/.test(words) ? 'functional' : undefined;
}

function mostFrequent<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
