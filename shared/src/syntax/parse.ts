import { finish, type Steps } from '../text/steps.ts';
import { conflictExtent } from './conflict.ts';
import { alignedDialect } from './dialects/aligned.ts';
import { barredDialect } from './dialects/barred.ts';
import { besideParagraphs } from './dialects/besideParagraphs.ts';
import { amongGuests } from './dialects/cellLine/guests.ts';
import { interleaved } from './dialects/cellLine/interleaved.ts';
import { cellLineDialect } from './dialects/cellLine.ts';
import { commaDialect } from './dialects/comma.ts';
import type { DialectReader } from './dialects/dialect.ts';
import { doubleSpaced, evenlySpaced, wideSpaced } from './dialects/doubleSpaced.ts';
import { flattenedDialect } from './dialects/flattened.ts';
import { framedDialect } from './dialects/framed.ts';
import { htmlDialect } from './dialects/html.ts';
import { indicatorLinesDialect } from './dialects/indicatorLines.ts';
import { pipeDialect } from './dialects/pipe.ts';
import { tabDialect } from './dialects/tab.ts';
import { splitLines } from './lines.ts';
import type { BlockNode, PlacedBlock, SyntaxTree } from './nodes.ts';
import { isSilenceLine } from './silenceLine.ts';
import { readStretches, tableStretches } from './stretches.ts';

/** Tried in this order: the more a dialect marks its cells, the earlier it is asked. */
const DIALECTS: readonly DialectReader[] = [
  htmlDialect,
  barredDialect,
  framedDialect,
  pipeDialect,
  tabDialect,
  commaDialect,
  indicatorLinesDialect,
  besideParagraphs(alignedDialect),
  alignedDialect,
  wideSpaced(alignedDialect),
  amongGuests(cellLineDialect),
  evenlySpaced(interleaved(cellLineDialect)),
  doubleSpaced(flattenedDialect),
  flattenedDialect,
];

/** Reads any text into blocks that cover every line exactly once. Never throws. */
export function parse(text: string): SyntaxTree {
  return parseLines(splitLines(text));
}

/** Reads the lines of a text. */
export function parseLines(lines: readonly string[]): SyntaxTree {
  return finish(parsing(lines));
}

/** {@link parseLines} in steps, one a block. */
export function* parsing(lines: readonly string[]): Steps<SyntaxTree> {
  const blocks: PlacedBlock[] = [];
  for (let line = 0; line < lines.length; ) {
    const node = readBlock(lines, line);
    blocks.push({ line, node });
    line += node.lineCount;
    yield;
  }
  return { lineCount: lines.length, blocks };
}

/** Reads the block that begins at `first`. It depends on the lines from there on, and on none before. */
export function readBlock(lines: readonly string[], first: number): BlockNode {
  const conflict = conflictExtent(lines, first);
  if (conflict > 0) return { kind: 'conflict', lineCount: conflict };
  if (isSilenceLine(lines[first] ?? '')) return { kind: 'silence', lineCount: 1 };
  for (const reader of DIALECTS) {
    const stretches = tableStretches(reader, lines, first);
    const last = stretches.at(-1);
    if (!last) continue;
    const own = lines.slice(first, last.end);
    return {
      kind: 'table',
      dialect: reader.dialect,
      lineCount: last.end - first,
      rows: stretches.length === 1 ? reader.read(own) : readStretches(reader, lines, stretches),
      ...(reader.readInOrder && { inOrder: reader.readInOrder(own) }),
      ...(reader.readFlattened && { flattened: reader.readFlattened(own) }),
      ...(reader.closed && { closed: true }),
      ...(beginsPage(lines[first]) && { cutAbove: true }),
    };
  }
  const blank = isBlank(lines[first]);
  let end = first + 1;
  while (end < lines.length && isBlank(lines[end]) === blank && !endsText(lines, end)) end++;
  const lineCount = end - first;
  if (blank) return { kind: 'blank', lineCount };
  const texts = lines.slice(first, end);
  return { kind: 'text', lineCount, lines: texts.map((text, line) => ({ line, text })) };
}

/** Whether a table, a merge conflict or a silence begins in this line. */
function endsText(lines: readonly string[], line: number): boolean {
  if (conflictExtent(lines, line) > 0 || isSilenceLine(lines[line] ?? '')) return true;
  return DIALECTS.some((reader) => reader.extent(lines, line) > 0);
}

/** pdftotext parts pages by form feeds. */
function beginsPage(line: string | undefined): boolean {
  return line?.startsWith('\f') === true;
}

function isBlank(line: string | undefined): boolean {
  return line?.trim() === '';
}
