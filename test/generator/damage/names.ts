import type { DialectName } from '../dialects/dialect.ts';
import type { RenderedDocument } from '../document/document.ts';
import type { Line, Piece } from '../document/line.ts';
import { displayWidth } from '../width.ts';
import { chosenLines, type Damage, damaged, type Extent, replaceLines } from './damage.ts';

/** Long names are wrapped: by a space or a break within the cell, or over lines above and below the figures. */
export const wrappedNames: Damage = {
  name: 'wrapped-names',
  apply(document, extent) {
    const lines = chosenLines(document, extent, (line) => longName(document, line) !== undefined);
    return replaceLines(document, (line, index) => {
      const name = lines.has(index) ? longName(document, line) : undefined;
      return name === undefined ? line : wrapped(document, line, name, extent);
    });
  },
};

/** The name of a row that a narrow column would wrap. */
function longName(document: RenderedDocument, line: Line): Piece | undefined {
  if (line.part !== 'row' || dialectOf(document, line) === undefined) return undefined;
  return line.pieces.find(({ role, text }) => role === 'label' && text.length > 9);
}

function dialectOf(document: RenderedDocument, line: Line): DialectName | undefined {
  return document.dialects[line.table ?? -1]?.name;
}

/** What stands at a break within a cell; the other dialects have lines. */
const BREAKS: Readonly<Partial<Record<DialectName, readonly string[]>>> = {
  tab: [' '],
  comma: [' '],
  pipe: [' ', '<br>'],
  html: ['<br>', '<br/>'],
};

function wrapped(document: RenderedDocument, line: Line, name: Piece, { form }: Extent): readonly Line[] {
  const half = Math.ceil((name.text.length * 2) / 3);
  const [first, second] = [name.text.slice(0, half), name.text.slice(half)];
  const dialect = dialectOf(document, line);
  const breaks = dialect === undefined ? undefined : BREAKS[dialect];
  if (breaks !== undefined) {
    const text = first + (breaks[form % breaks.length] ?? ' ') + second;
    return [
      damaged(
        line,
        'wrapped-names',
        line.pieces.map((piece) => (piece === name ? { ...piece, text } : piece)),
      ),
    ];
  }
  if (dialect === 'barred') return withinCell(line, name, first, second);
  const { above, within, below } = partsOf(form, first, second);
  const indent = dialect === 'aligned' ? ' '.repeat(columnOf(line, name)) : '';
  const part = (text: string): Line[] =>
    text === '' ? [] : [damaged(line, 'wrapped-names', [{ text: indent }, { ...name, text }])];
  const own = damaged(line, 'wrapped-names', withName(line, name, within));
  // Where a row has nothing but its name no line is left between the halves.
  const isEmpty = own.pieces.every(({ text }) => text.trim() === '');
  return [...part(above), ...(isEmpty ? [] : [own]), ...part(below)];
}

/** A cell of two lines in front of its bar. */
function withinCell(line: Line, name: Piece, first: string, second: string): readonly Line[] {
  return [
    damaged(line, 'wrapped-names', [{ ...name, text: first }]),
    damaged(line, 'wrapped-names', withName(line, name, second)),
  ];
}

/** How two halves of a name stand around the figures: around them, below, or above. */
function partsOf(form: number, first: string, second: string) {
  if (form % 3 === 0) return { above: '', within: first, below: second };
  if (form % 3 === 1) return { above: first, within: '', below: second };
  return { above: first, within: second, below: '' };
}

/** The pieces with another name in its place; spaces keep what follows where it stands. */
function withName(line: Line, name: Piece, text: string): Piece[] {
  const at = line.pieces.indexOf(name);
  const gap = line.pieces[at + 1];
  const before = line.pieces.slice(0, at);
  if (gap !== undefined && /^ {2,}$/.test(gap.text)) {
    const padding = ' '.repeat(displayWidth(name.text) - displayWidth(text));
    return [...before, { ...name, text }, { text: padding }, ...line.pieces.slice(at + 1)];
  }
  // A single space belongs to the cell before it: it goes with a name that goes.
  return text === ''
    ? [...before, ...line.pieces.slice(at + 2)]
    : [...before, { ...name, text }, ...line.pieces.slice(at + 1)];
}

/** At which display column a piece begins. */
function columnOf(line: Line, wanted: Piece): number {
  const before = line.pieces.slice(0, line.pieces.indexOf(wanted));
  return before.reduce((width, { text }) => width + displayWidth(text), 0);
}
