import type { ModelBlock, ModelRow } from '../model.ts';
import type { GridCell } from './grid.ts';
import { type HeadNode, head } from './head.ts';
import type { CodeCells, Layout } from './layout.ts';

/** The cells that name the rows of a block: codes and labels, and the headings over them. */
export interface StubSetting {
  readonly heads: readonly HeadNode[];
  readonly width: number;
  /** The naming cells of a row. */
  readonly cells: (row: ModelRow) => GridCell[];
  /** The label as printed. */
  readonly labelOf: (row: ModelRow) => string;
}

/** How a layout sets the naming cells of a block. */
export function setStub(block: ModelBlock, layout: Layout): StubSetting {
  const labelOf = (row: ModelRow) => printedLabel(block, row, layout);
  if (block.stub.code === undefined) {
    const label = head(spacedOut(block.stub.label, layout));
    return { heads: [label], width: 1, cells: (row) => [labelCell(labelOf(row))], labelOf };
  }
  const codes = cellsFor(block, layout);
  const heads = stubHeads(block, codes, layout);
  const columns = codeColumns(block, codes);
  const cells = (row: ModelRow): GridCell[] => {
    const label = labelCell(labelOf(row));
    if (row.code === undefined) return namelessCodes(label, columns, codes, layout);
    if (codes === 'glued') return [labelCell(`${row.code}${label.text}`)];
    const parts = columns === 1 ? [row.code] : codeParts(row.code, columns, codes === 'carried');
    if (codes === 'split-glued') return glueLast(parts, label.text);
    const printed = parts.map(codeCell);
    return layout.nameFirst && columns === 1 ? [label, ...printed] : [...printed, label];
  };
  // Where code and name share a cell, there is one cell less.
  const width = codes === 'glued' || codes === 'split-glued' ? columns : columns + 1;
  return { heads, width, cells, labelOf };
}

/** Codes of bodies cannot be taken apart, and lists that have both kinds keep them whole. */
function cellsFor(block: ModelBlock, layout: Layout): CodeCells {
  const whole = block.codes === 'none' || block.rows.some((row) => row.kind === 'unit');
  if (!whole) return layout.codes === 'carried' && !hasParents(block.rows) ? 'split' : layout.codes;
  return block.codes !== 'none' && layout.codes === 'glued' ? 'glued' : 'one-cell';
}

/** Whether every code has its 类 and 款 in rows above it, which is where carried digits are read. */
function hasParents(rows: readonly ModelRow[]): boolean {
  const codes = new Set(rows.map(({ code }) => code));
  return rows.every(({ code = '' }) => code.length <= 3 || codes.has(code.slice(0, -2)));
}

function codeColumns(block: ModelBlock, codes: CodeCells): number {
  if (codes === 'one-cell' || codes === 'glued') return 1;
  return block.codes === 'economic' ? 2 : 3;
}

const LEVEL_WORDS = ['类', '款', '项'] as const;

function stubHeads(block: ModelBlock, codes: CodeCells, layout: Layout): HeadNode[] {
  const { code = '', label, group } = block.stub;
  const columns = codeColumns(block, codes);
  const name = head(label);
  if (codes === 'glued') return [head(group ?? label)];
  const levels = LEVEL_WORDS.slice(0, columns).map(head);
  let heads = columns === 1 ? [head(code), name] : [{ text: code, below: levels }, name];
  if (columns === 1 && layout.nameFirst) heads = [name, head(code)];
  // Where the last digits and the name share a cell, the heading of the names stands over it.
  if (codes === 'split-glued') heads = [{ text: code, below: levels.slice(0, -1) }, name];
  return layout.stubGroup && group !== undefined ? [{ text: group, below: heads }] : heads;
}

/** 合计: no code, and the label in the first cell or among the names. */
function namelessCodes(label: GridCell, columns: number, codes: CodeCells, layout: Layout): GridCell[] {
  if (codes === 'glued') return [label];
  const blanks = Array.from({ length: codes === 'split-glued' ? columns - 1 : columns }, () => BLANK);
  const first = layout.totalInFirstCell || (layout.nameFirst && columns === 1);
  return first ? [label, ...blanks] : [...blanks, label];
}

/** 2010301 as 201, 03, 01; `carried` leaves out what the rows above have said. */
function codeParts(code: string, columns: number, carried: boolean): string[] {
  const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].slice(0, columns);
  if (!carried) return parts;
  const last = parts.findLastIndex((part) => part !== '');
  return parts.map((part, index) => (index === last ? part : ''));
}

/** The last of a code's digits share the cell of the name: 201 | 03 | 01 行政运行. */
function glueLast(parts: readonly string[], label: string): GridCell[] {
  const [last = '', ...before] = [...parts].reverse();
  return [...before.reverse().map(codeCell), labelCell(last === '' ? label : `${last} ${label}`)];
}

function printedLabel(block: ModelBlock, row: ModelRow, layout: Layout): string {
  const isTotal = row.kind === 'total' || row.kind === 'annual-total';
  const label = isTotal ? spacedOut(row.label, layout) : row.label;
  const cut = block.codes !== 'none' && layout.cut > 0 ? label.slice(0, layout.cut) : label;
  const glued = block.stub.code === undefined ? (row.code ?? '') : '';
  return `${row.numbering ?? ''}${glued}${cut}`;
}

/** 收 入 总 计. */
export function spacedOut(text: string, layout: Layout): string {
  return layout.spaced && text.length <= 4 ? [...text].join(' ') : text;
}

const BLANK: GridCell = { text: '', role: 'blank' };

function codeCell(text: string): GridCell {
  return text === '' ? BLANK : { text, role: 'code' };
}

function labelCell(text: string): GridCell {
  return text === '' ? BLANK : { text, role: 'label' };
}
