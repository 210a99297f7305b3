import type { RenderedDocument } from '../document/document.ts';
import type { Line } from '../document/line.ts';
import { pick } from '../lists.ts';
import { chosenLines, columnsOf, type Damage, damaged, type Extent, replaceLines } from './damage.ts';

const GARBLED_UNITS = ['単位: 万元', '中世: 刀儿', '平匹: 刀儿', '单位 欱 Fi 元', '単位，力元'] as const;

/** The line that tells the unit is misread. */
export const garbledUnits: Damage = {
  name: 'garbled-units',
  apply(document, extent) {
    const units = chosenLines(document, extent, ({ part }) => part === 'unit');
    const text = pick(GARBLED_UNITS, extent.form);
    return replaceLines(document, (line, index) =>
      units.has(index) ? damaged(line, 'garbled-units', [{ text }]) : line,
    );
  },
};

const GHOSTS = ['<u> </u>', '_', '苗島 (利', 'T T', '= 11/ 71 71.'] as const;

/** Rows of nothing: lines of a scanned frame that were read as signs, or a row of empty cells. */
export const ghostRows: Damage = {
  name: 'ghost-rows',
  apply(document, extent) {
    // Not between two lines of one row, nor of one head.
    const rows = chosenLines(document, extent, ({ part, gridRow }, index) => {
      return (part === 'row' || part === 'head') && document.lines[index + 1]?.gridRow !== gridRow;
    });
    return replaceLines(document, (line, index) =>
      rows.has(index) ? [line, ...ghostAfter(document, line, extent)] : line,
    );
  },
};

function ghostAfter(document: RenderedDocument, line: Line, { form }: Extent): Line[] {
  const { table = 0 } = line;
  const { name, emptyRow } = document.dialects[table] ?? {};
  const ghost = (text: string): Line => ({
    part: 'ghost',
    pieces: [{ text }],
    table,
    damage: ['ghost-rows'],
  });
  // No scanner has seen a web page; rows of empty cells it has as well.
  if (name === 'barred') return Array.from({ length: widthOf(document, line) }, () => ghost('|'));
  const empty = form % 2 === 0 && emptyRow !== undefined ? emptyRow(columnsOf(line).size) : undefined;
  return [ghost(empty ?? pick(GHOSTS, form))];
}

/** How many columns the table of a line has. */
function widthOf({ lines }: RenderedDocument, { table }: Line): number {
  const rows = lines.filter((line) => line.table === table && line.part === 'row');
  return new Set(rows.flatMap((line) => [...columnsOf(line)])).size;
}
