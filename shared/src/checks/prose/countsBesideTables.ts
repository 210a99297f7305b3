import type { Figure, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import {
  type AmountCell,
  isAmountCell,
  type PlacedTable,
  type Row,
  type Table,
} from '../../disclosure/table.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel } from '../../text/width.ts';

/** What is counted, by the words of a row that prints all of it and by those of a sentence that tells of all of it. */
const COUNTED: readonly { readonly concept: Concept; readonly row: RegExp; readonly words: RegExp }[] = [
  {
    concept: 'vehicles-owned',
    row: /^车辆数?(?:合计|总数|总计)(?:\([^()]{1,5}\))?$/,
    words: /(?:共有|实有|现有)(?:公务)?(?:车辆|用车)$/,
  },
  {
    concept: 'posts',
    row: /^(?:人员)?编制(?:人)?数(?:合计|总数)?(?:\(人\))?$/,
    words: /(?:共有|核定|现有)(?:人员)?编制(?:人数|总数|数)?$/,
  },
  {
    concept: 'staff',
    row: /^(?:年末)?(?:在职|实有)(?:人员|人)数?(?:合计|总数)?(?:\(人\))?$/,
    words: /(?:共有|现有|^)(?:在职|实有|在职实有)(?:人员|人)?数?$/,
  },
];
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])+/;
/** The number of a row, beside what it prints. */
const INDEX_COLUMN = /^(?:行次|序号|栏次)$/;

/** A count of all there is of something, where the document prints it. */
interface Counted {
  readonly home: PlacedTable;
  readonly cell: AmountCell;
}

/**
 * Vehicles, posts and people that a sentence counts otherwise than a table (`prose-table`, A22). Only the whole of them,
 * told once and printed once. Whether both are of the same day and the same bodies is not certain, so that it
 * is a remark.
 */
export function countsBesideTables(
  passages: readonly PlacedPassage[],
  tables: readonly PlacedTable[],
): Finding[] {
  const told = toldAmong(passages);
  const printed = printedAmong(tables);
  return COUNTED.flatMap(({ concept }): Finding[] => {
    const [figure, ...more] = told.filter((each) => each.concept === concept);
    const [row, ...others] = printed.filter((each) => each.concept === concept);
    if (!figure || !row || more.length + others.length > 0) return [];
    const { value } = row.counted.cell.amount;
    if (!value.isInteger() || value.eq(figure.figure.amount.value)) return [];
    return [finding(figure, row.counted)];
  });
}

const toldAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  toldIn(passage).map((each) => ({ line, ...each })),
);

const toldIn = remember(
  ({ figures }: Passage): readonly { readonly concept: Concept; readonly figure: Figure }[] =>
    figures.flatMap((figure) => {
      const { role, kind, parent, label, concept } = figure;
      if (role !== 'count' || kind !== 'statement' || parent !== undefined) return [];
      const found = COUNTED.find((each) => each.concept === concept.value && each.words.test(label));
      return found ? [{ concept: found.concept, figure }] : [];
    }),
);

const printedAmong = rememberEach((home: PlacedTable) =>
  countsIn(home.table).map(({ concept, cell }) => ({ concept, counted: { home, cell } })),
);

const countsIn = remember(
  (table: Table): readonly { readonly concept: Concept; readonly cell: AmountCell }[] => {
    if (table.cut || table.indicators) return [];
    const head = table.rows.filter(({ kind }) => kind === 'header');
    const isIndex = (at: number) =>
      head.some(({ cells }) => INDEX_COLUMN.test(compactLabel(cells[at]?.text ?? '')));
    return table.rows.flatMap(({ cells }) => {
      const at = cells.findIndex((cell) => cell !== undefined && cell.text.trim() !== '');
      const words = compactLabel(cells[at]?.text ?? '').replace(NUMBERING, '');
      const found = COUNTED.find(({ row }) => row.test(words));
      const cell = found && onlyAmount(cells, at + 1, isIndex);
      return found && cell ? [{ concept: found.concept, cell }] : [];
    });
  },
);

/** The one amount of a row behind its name; of two years or of two kinds nothing says which is told. */
function onlyAmount(
  cells: Row['cells'],
  from: number,
  isIndex: (at: number) => boolean,
): AmountCell | undefined {
  const amounts = cells.flatMap((cell, at) =>
    at >= from && isAmountCell(cell) && !isIndex(at) ? [cell] : [],
  );
  return amounts.length === 1 ? amounts[0] : undefined;
}

function finding(
  { figure, line }: { readonly figure: Figure; readonly line: number },
  { home, cell }: Counted,
): Finding {
  const range = rangeOf(figure.span, line);
  const expected = cell.amount.value.toFixed();
  const title = home.table.title?.text ?? '';
  return {
    rule: 'prose-table',
    // The sentence may count on another day than the table, or other things.
    severity: 'information',
    range,
    params: { label: figure.label, printed: figure.text, expected, table: title, row: '', column: '' },
    related: [{ range: rangeOf(cell.span, home.line), role: 'compared', label: title || cell.text }],
    fixes: [replaceFix(range, expected, false)],
  };
}
