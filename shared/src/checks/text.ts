import type { Disclosure } from '../disclosure/disclosure.ts';
import type { PlacedTable, Table } from '../disclosure/table.ts';
import { type Finding, placeFindings } from '../findings.ts';
import type { BlockNode, PlacedBlock, SyntaxTree } from '../syntax/nodes.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { doubledUnits } from './prose/units.ts';
import { emptyTables } from './text/emptyTables.ts';
import { templateText, wordSlips } from './text/leftovers.ts';
import { numberingFaults } from './text/numbering.ts';
import { privateData } from './text/privateData.ts';

/** What is wrong with the text as it stands: words, numbers, tables without content. */
export function checkText(tree: SyntaxTree, disclosure: Disclosure, lines: readonly string[]): Finding[] {
  return [
    ...findingsInBlocks(tree.blocks),
    ...findingsInTables(disclosure.tables),
    ...emptyTables(disclosure, tree, lines),
  ];
}

const findingsInBlock = remember((node: BlockNode): readonly Finding[] => [
  ...privateData(node),
  ...(node.kind === 'text' ? [...doubledUnits(node), ...templateText(node)] : []),
  ...slipsIn(node),
]);

const findingsInBlocks = rememberEach(({ line, node }: PlacedBlock) =>
  placeFindings(findingsInBlock(node), line),
);

const findingsInTable = remember((table: Table): readonly Finding[] => numberingFaults(table));

const findingsInTables = rememberEach(({ line, table }: PlacedTable) =>
  placeFindings(findingsInTable(table), line),
);

function slipsIn(node: BlockNode): Finding[] {
  if (node.kind === 'text') return node.lines.flatMap(({ line, text }) => wordSlips(text, line, 0));
  if (node.kind !== 'table') return [];
  return node.rows.flatMap(({ cells }) =>
    cells.flatMap(({ text, span }) => wordSlips(text, span.line, span.start)),
  );
}
