import type { PlacedBlock, SyntaxTree, TextNode } from '../syntax/nodes.ts';
import type { AmountUnit } from '../text/amount.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { readDocumentUnit } from './context.ts';
import { type PlacedTable, placeTable, type Table } from './table.ts';

const MAX_UNIT_LINE = 80;

/** Gives the tables that declare no unit that of the document: what a line declares for all, or what most have. */
export function inDocumentUnit(
  tables: readonly PlacedTable[],
  { blocks }: SyntaxTree,
): readonly PlacedTable[] {
  const unit = declaredUnits(blocks)[0] ?? commonUnit(tables);
  if (unit === undefined) return tables;
  return tables.map((placed) =>
    placed.table.unit ? placed : placeTable(withUnit(placed.table, unit), placed.line),
  );
}

const declaredUnits = rememberEach(({ node }: PlacedBlock) => (node.kind === 'text' ? unitsIn(node) : []));

/** The units that lines declare for all tables. */
const unitsIn = remember((node: TextNode): readonly AmountUnit[] =>
  node.lines.flatMap(({ text }) => (text.length <= MAX_UNIT_LINE ? (readDocumentUnit(text) ?? []) : [])),
);

/** The unit of the tables that declare one, where those agree. */
function commonUnit(tables: readonly PlacedTable[]): AmountUnit | undefined {
  const declared = new Map<AmountUnit, number>();
  for (const { table } of tables) {
    if (table.unit?.origin === 'line')
      declared.set(table.unit.unit, (declared.get(table.unit.unit) ?? 0) + 1);
  }
  const [most, second] = [...declared.entries()].sort((a, b) => b[1] - a[1]);
  return most && !(second && second[1] * 2 > most[1]) ? most[0] : undefined;
}

const withUnit = rememberLast(
  (table: Table, unit: AmountUnit): Table => ({ ...table, unit: { unit, origin: 'document' } }),
);
