import type { DialectReader } from './dialects/dialect.ts';
import { flattenedDialect } from './dialects/flattened.ts';
import { pipeDialect } from './dialects/pipe.ts';
import { tabDialect } from './dialects/tab.ts';
import { splitLines } from './lines.ts';
import type { BlockNode, PlacedBlock, RowNode, SyntaxTree } from './nodes.ts';

/** Tried in this order: the more a dialect marks its cells, the earlier it is asked. */
const DIALECTS: readonly DialectReader[] = [pipeDialect, tabDialect, flattenedDialect];

/** Reads any text into blocks that cover every line exactly once. Never throws. */
export function parse(text: string): SyntaxTree {
  const lines = splitLines(text);
  const blocks: PlacedBlock[] = [];
  for (let line = 0; line < lines.length; ) {
    const node = readBlock(lines, line);
    blocks.push({ line, node });
    line += node.lineCount;
  }
  return { lineCount: lines.length, blocks };
}

function readBlock(lines: readonly string[], first: number): BlockNode {
  const reader = readerOf(lines[first] ?? '');
  if (reader === 'blank') return { kind: 'blank', lineCount: runLength(lines, first, 'blank') };
  if (reader === 'text') {
    const lineCount = runLength(lines, first, 'text');
    const texts = lines.slice(first, first + lineCount);
    return { kind: 'text', lineCount, lines: texts.map((text, line) => ({ line, text })) };
  }
  const lineCount = tableLength(lines, first, reader);
  const rows: RowNode[] = [];
  for (let line = 0; line < lineCount; line++) rows.push(reader.readRow(lines[first + line] ?? '', line));
  return { kind: 'table', dialect: reader.dialect, lineCount, rows };
}

function readerOf(line: string): DialectReader | 'blank' | 'text' {
  for (const dialect of DIALECTS) if (dialect.recognises(line)) return dialect;
  return line.trim() === '' ? 'blank' : 'text';
}

function runLength(lines: readonly string[], first: number, kind: 'blank' | 'text'): number {
  let length = 1;
  while (first + length < lines.length && readerOf(lines[first + length] ?? '') === kind) length++;
  return length;
}

/** A table goes on over a line that is no row by itself when another row follows at once. */
function tableLength(lines: readonly string[], first: number, reader: DialectReader): number {
  let length = 1;
  for (;;) {
    const next = lines[first + length];
    if (next === undefined) return length;
    if (readerOf(next) === reader) {
      length++;
      continue;
    }
    const after = lines[first + length + 1];
    const goesOn = reader.admits?.(next) && after !== undefined && readerOf(after) === reader;
    if (!goesOn) return length;
    length += 2;
  }
}
