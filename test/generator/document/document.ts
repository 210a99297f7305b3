import type { Dialect } from '../dialects/dialect.ts';
import type { ModelDisclosure } from '../model.ts';
import { type Line, type Mark, textOfLine } from './line.ts';

/** A disclosure as text, every figure of which is still known by its place in the model. */
export interface RenderedDocument {
  readonly model: ModelDisclosure;
  readonly lines: readonly Line[];
  /** How each table is written, by its index in the model. */
  readonly dialects: readonly Dialect[];
  readonly lineEnd: '\n' | '\r\n';
  /** Whether the text begins with U+FEFF. */
  readonly byteOrderMark: boolean;
}

/** Where a figure stands: 0-based line and UTF-16 offsets within it, end exclusive. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A figure with its place and the text that stands there. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly place: Place;
  readonly text: string;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** The whole text. */
export function textOf(document: RenderedDocument): string {
  const text = document.lines.map(textOfLine).join(document.lineEnd);
  return document.byteOrderMark ? BYTE_ORDER_MARK + text : text;
}

/** Every figure that is printed, in the order of the text. */
export function placedMarks(document: RenderedDocument): PlacedMark[] {
  const placed: PlacedMark[] = [];
  document.lines.forEach(({ pieces }, line) => {
    let start = line === 0 && document.byteOrderMark ? BYTE_ORDER_MARK.length : 0;
    for (const { text, mark } of pieces) {
      const end = start + text.length;
      if (mark !== undefined) placed.push({ mark, place: { line, start, end }, text });
      start = end;
    }
  });
  return placed;
}

/** The rows that damage has touched, and those whose blank cells were never to be seen. */
export interface RowConditions {
  /** Whether the row of a cell's figure was changed in any way. A sentence's figure is in no row. */
  readonly isTouched: (mark: Mark) => boolean;
  /** Whether blanks of its row are lost, by damage or because the dialect shows none. */
  readonly isLossy: (mark: Mark) => boolean;
  /** Whether the head of its table was changed. */
  readonly hasTouchedHead: (mark: Mark) => boolean;
}

/** What became of the rows of a document. */
export function rowConditions(document: RenderedDocument): RowConditions {
  const touched = new Set<string>();
  const lossy = new Set<string>();
  const heads = new Set<number>();
  for (const { part, table, gridRow, damage, lossy: isLossy } of document.lines) {
    if (table === undefined) continue;
    if (part === 'head' && damage.length > 0) heads.add(table);
    if (gridRow === undefined) continue;
    if (damage.length > 0) touched.add(rowKey(table, gridRow));
    if (isLossy === true) lossy.add(rowKey(table, gridRow));
  }
  const has = (rows: ReadonlySet<string>) => (mark: Mark) =>
    mark.of === 'cell' && rows.has(rowKey(mark.table, mark.figure.gridRow));
  return {
    isTouched: has(touched),
    isLossy: has(lossy),
    hasTouchedHead: (mark) => mark.of === 'cell' && heads.has(mark.table),
  };
}

const rowKey = (table: number, gridRow: number) => `${table}:${gridRow}`;

/** Whether the unit of a table can still be read: in its own line, or else in the one for all tables. */
export function unitIsLegible(document: RenderedDocument, table: number): boolean {
  const lines = document.lines.filter(({ part }) => part === 'unit');
  const own = lines.filter((line) => line.table === table);
  const shared = lines.filter((line) => line.table === undefined);
  return (own.length > 0 ? own : shared).every(({ damage }) => damage.length === 0);
}
