import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Prose } from '../disclosure/prose/prose.ts';
import type { PlacedTable, Table } from '../disclosure/table.ts';
import { tablesWithoutFigures } from '../disclosure/withoutFigures.ts';
import { type Finding, placeFindings } from '../findings.ts';
import type { BlockNode, PlacedBlock, SyntaxTree } from '../syntax/nodes.ts';
import { withoutFigures } from '../syntax/withoutFigures.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { doubledUnits } from './prose/units.ts';
import { blankTotals } from './text/blankTotals.ts';
import { missingCells } from './text/cells.ts';
import { contentsFaults } from './text/contents.ts';
import { copiedText } from './text/copiedText.ts';
import { kindFaults } from './text/documentKind.ts';
import { emptyTables } from './text/emptyTables.ts';
import { labelSlips } from './text/labelSlips.ts';
import { templateText } from './text/leftovers.ts';
import { lostPoints } from './text/lostPoints.ts';
import { missingContent } from './text/missingContent.ts';
import { notesBelow } from './text/notesBelow.ts';
import { nothingStated } from './text/nothingStated.ts';
import { numberingFaults } from './text/numbering.ts';
import { organFaults } from './text/organNames.ts';
import { organsInProse } from './text/organsInProse.ts';
import { ownWords } from './text/ownWords.ts';
import { privateData } from './text/privateData.ts';
import { proseNumbering } from './text/proseNumbering.ts';
import { wrongRowNames } from './text/rowNames.ts';
import { separatorSlips } from './text/separatorSlips.ts';
import { shiftedNames } from './text/shiftedNames.ts';
import { staleYearsInProse } from './text/spokenYears.ts';
import { stageInProse } from './text/stageInProse.ts';
import { missingUnits, wrongScales } from './text/tableUnits.ts';
import { unpairedMarks } from './text/unpairedMarks.ts';
import { wordSlips } from './text/wordSlips.ts';
import { wrongUnits } from './text/wrongUnits.ts';
import { staleYears } from './text/years.ts';

/** What is wrong with the text as it stands: words, numbers, tables without content. */
export function checkText(
  tree: SyntaxTree,
  disclosure: Disclosure,
  lines: readonly string[],
  catalogue: Catalogue,
): Finding[] {
  const { tables } = disclosure;
  const words = { ...disclosure, tables: tablesWithoutFigures(tables) };
  const { notes, others } = findingsInWords(withoutFigures(tree), { disclosure: words, lines, catalogue });
  return [
    ...others,
    ...findingsInTables(tables),
    ...nothingStated(disclosure, lines, notes),
    ...wrongScales(tables),
    ...wrongUnits(tables, lines),
    ...wrongRowNames(tables, catalogue),
  ];
}

/** A document of which nothing but its words is looked at; figures in its lines tell nothing here. */
interface Worded {
  readonly disclosure: Disclosure;
  readonly lines: readonly string[];
  readonly catalogue: Catalogue;
}

/** What the words of a document show, whatever figures its tables print: what notes below tables say, and all the others. */
interface FoundInWords {
  readonly notes: readonly Finding[];
  readonly others: readonly Finding[];
}

const findingsInWords = rememberLast(
  (tree: SyntaxTree, { disclosure, lines, catalogue }: Worded): FoundInWords => ({
    notes: notesBelow(disclosure.tables, lines),
    others: [
      ...findingsInBlocks(tree.blocks),
      ...emptyTables(disclosure, tree, lines),
      ...marksInProse(disclosure.prose),
      ...contentsFaults(disclosure, tree),
      ...editionFaults(disclosure.prose, disclosure),
      ...organFaults(disclosure, tree),
      ...organsInProse(disclosure, tree),
      ...missingContent(disclosure, tree),
      ...missingUnits(disclosure.tables, tree, lines),
      ...labelSlips(disclosure, catalogue),
      ...copiedText(disclosure, catalogue),
    ],
  }),
  (a, b) =>
    a.catalogue === b.catalogue &&
    a.disclosure.tables === b.disclosure.tables &&
    a.disclosure.prose === b.disclosure.prose &&
    a.disclosure.year === b.disclosure.year &&
    a.disclosure.organ === b.disclosure.organ &&
    a.disclosure.kind === b.disclosure.kind &&
    a.disclosure.stage === b.disclosure.stage,
);

const marksInProse = remember((prose: Prose): readonly Finding[] => [
  ...unpairedMarks(prose),
  ...proseNumbering(prose),
]);

/** What the prose says of another year or kind of document than its own. No table has a say in it. */
const editionFaults = rememberLast(
  (prose: Prose, { year, kind, stage }: Pick<Disclosure, 'year' | 'kind' | 'stage'>): readonly Finding[] => {
    const told = {
      prose,
      ...(year !== undefined && { year }),
      ...(kind !== undefined && { kind }),
      ...(stage !== undefined && { stage }),
    };
    return [
      ...staleYears(told),
      ...staleYearsInProse(told),
      ...kindFaults(told),
      ...stageInProse(told),
      ...ownWords(told),
    ];
  },
  (a, b) => a.year === b.year && a.kind === b.kind && a.stage === b.stage,
);

const findingsInBlock = remember((node: BlockNode): readonly Finding[] => [
  ...privateData(node),
  ...(node.kind === 'text' ? [...doubledUnits(node), ...templateText(node)] : []),
  ...slipsIn(node),
]);

const findingsInBlocks = rememberEach(({ line, node }: PlacedBlock) =>
  placeFindings(findingsInBlock(node), line),
);

const findingsInTable = remember((table: Table): readonly Finding[] => [
  ...numberingFaults(table),
  ...missingCells(table),
  ...blankTotals(table),
  ...shiftedNames(table),
  ...lostPoints(table),
]);

const findingsInTables = rememberEach(({ line, table }: PlacedTable) =>
  placeFindings(findingsInTable(table), line),
);

function slipsIn(node: BlockNode): Finding[] {
  if (node.kind === 'text')
    return node.lines.flatMap(({ line, text }) => [
      ...wordSlips(text, line, 0),
      ...separatorSlips(text, line),
    ]);
  if (node.kind !== 'table') return [];
  return node.rows.flatMap(({ cells }) =>
    cells.flatMap(({ text, span }) => wordSlips(text, span.line, span.start)),
  );
}
