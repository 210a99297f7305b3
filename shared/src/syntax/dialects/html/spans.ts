import type { Span } from '../../../text/range.ts';
import type { CellNode, RowNode } from '../../nodes.ts';
import type { MarkedRow } from './markup.ts';

const BLANK = String.raw`[\s\u00a0\u3000\ufeff]|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);`;
const TAG = String.raw`<\/?[a-z][^<>]{0,200}>|<!--[^<>]{0,200}-->`;
const LEADING = new RegExp(`^(?:${BLANK}|${TAG})*`, 'i');
const TRAILING = new RegExp(`(?:${BLANK}|${TAG})$`, 'i');
/** Tags whose attributes go on in the next line, as word processors write them. */
const BROKEN_TAG = /<\/?[a-z][^<>\n]{0,1000}(?:\n[^<>\n]{0,1000}){1,8}>/gi;
/** No tag or entity that is trimmed is longer. */
const TRAILING_REACH = 210;

/** Spans that cover more cells than this for each that is written are not believed: they would fill memory. */
const MAX_COVERED = 10;
const ALWAYS_COVERED = 1000;

/**
 * Puts the cells of each row into columns: one that spans several columns or rows stands in the first of them,
 * the others are empty. Lines count from the table's first.
 */
export function placeCells(lines: readonly string[], marked: readonly MarkedRow[]): RowNode[] {
  const place = placer(lines);
  /** For each column, how many rows below are covered by a cell above. */
  const covered: number[] = [];
  let allowance = ALWAYS_COVERED + MAX_COVERED * marked.reduce((sum, row) => sum + row.length, 0);
  const rows: RowNode[] = [];
  for (const row of marked) {
    const cells: CellNode[] = [];
    const emptyAt = (span: Span): void => {
      const { line, end } = span;
      cells.push({ span: { line, start: end, end }, column: cells.length, text: '' });
    };
    const passCovered = (span: Span): void => {
      for (let rest = covered[cells.length] ?? 0; rest > 0; rest = covered[cells.length] ?? 0) {
        covered[cells.length] = rest - 1;
        emptyAt(span);
      }
    };
    let first: Span | undefined;
    let last: Span | undefined;
    for (const cell of row) {
      const tag = place(cell.tag);
      first ??= tag;
      passCovered(tag);
      const node = readCell(lines, place(cell.start), place(cell.end), cells.length);
      last = node.span;
      const spans = cell.columns * cell.rows <= allowance;
      allowance -= spans ? cell.columns * cell.rows : 0;
      const end = cells.length + (spans ? cell.columns : 1);
      for (let column = cells.length; column < end; column++) covered[column] = spans ? cell.rows - 1 : 0;
      cells.push(end - cells.length > 1 ? { ...node, columns: end - cells.length } : node);
      while (cells.length < end) emptyAt(node.span);
    }
    if (last) passCovered(last);
    if (first) rows.push({ line: first.line, separator: false, cells });
  }
  return rows;
}

/** Finds lines of offsets that are asked for in rising order, as a pass over the text does. */
function placer(lines: readonly string[]): (offset: number) => Span {
  let line = 0;
  let start = 0;
  return (offset) => {
    let length = lines[line]?.length ?? 0;
    while (offset > start + length && line + 1 < lines.length) {
      start += length + 1;
      line++;
      length = lines[line]?.length ?? 0;
    }
    return { line, start: offset - start, end: offset - start };
  };
}

/** The content of a cell, without the tags and blanks around it; a wrapped one is the first of its lines. */
function readCell(lines: readonly string[], from: Span, to: Span, column: number): CellNode {
  const filled: CellNode[] = [];
  contentOf(lines, from, to).forEach((content, index) => {
    const line = from.line + index;
    const cell = narrow(content, { line, start: index === 0 ? from.start : 0 }, column);
    if (cell.text !== '') filled.push(cell);
  });
  const [first] = filled;
  if (!first) return { span: from, column, text: '' };
  return filled.length === 1 ? first : { ...first, whole: filled.map(({ text }) => text).join('') };
}

/** What stands between two places, line by line, with blanks for tags that go over lines. */
function contentOf(lines: readonly string[], from: Span, to: Span): readonly string[] {
  const own = lines.slice(from.line, to.line + 1);
  own[own.length - 1] = own.at(-1)?.slice(0, to.start) ?? '';
  own[0] = own[0]?.slice(from.start) ?? '';
  if (own.length === 1) return own;
  return own
    .join('\n')
    .replace(BROKEN_TAG, (tag) => tag.replace(/[^\n]/g, ' '))
    .split('\n');
}

function narrow(text: string, { line, start }: Pick<Span, 'line' | 'start'>, column: number): CellNode {
  const content = text.trimEnd();
  const from = LEADING.exec(content)?.[0].length ?? 0;
  let to = content.length;
  for (;;) {
    const tail = TRAILING.exec(content.slice(Math.max(from, to - TRAILING_REACH), to));
    if (!tail) break;
    to -= tail[0].length;
  }
  const span = { line, start: start + from, end: start + to };
  return { span, column, text: content.slice(from, to) };
}
