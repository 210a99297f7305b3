import type { Catalogue } from './catalogue/catalogue.ts';
import type { IndicatorNames } from './catalogue/indicators.ts';
import { checkCodes } from './checks/codes.ts';
import { countedBesideFindings } from './checks/countedBeside.ts';
import { economicClassFindings } from './checks/economicClasses.ts';
import { checkIndicators } from './checks/indicators.ts';
import { checkMergeConflicts } from './checks/mergeConflicts.ts';
import { negativeFindings } from './checks/negatives.ts';
import type { DisclosureSummary } from './checks/others/summary.ts';
import { canSpeak, checkAgainstOthers } from './checks/others.ts';
import { percentFindings } from './checks/percents.ts';
import { checkProse } from './checks/prose.ts';
import { strangeNameFindings } from './checks/proseCodes/strangeNames.ts';
import { readProseCodes } from './checks/proseCodes.ts';
import { checkText } from './checks/text.ts';
import { unitPriceFindings } from './checks/unitPrices.ts';
import { codesOfTables } from './codes/places.ts';
import { type Disclosure, type ReadDocument, readingDisclosure } from './disclosure/disclosure.ts';
import { hasWords } from './disclosure/labels.ts';
import { readingProse } from './disclosure/prose/readProse.ts';
import type { PlacedTable, Table } from './disclosure/table.ts';
import { tablesWithoutFigures } from './disclosure/withoutFigures.ts';
import { type Finding, loudestOfEach, placeFindings } from './findings.ts';
import { type DocumentRelations, relatingDocument } from './relations/documentRelations.ts';
import { sumFindings } from './relations/sumFindings.ts';
import { volumesOf } from './relations/volumes.ts';
import type { Settings } from './settings.ts';
import { hasRoundingNote } from './silence/roundingNote.ts';
import { heedSilences } from './silence/silences.ts';
import { splitAgain, splitLines } from './syntax/lines.ts';
import type { PlacedBlock, SyntaxTree, TextNode } from './syntax/nodes.ts';
import { parsing } from './syntax/parse.ts';
import { reparsing } from './syntax/reparse.ts';
import { withoutFigures } from './syntax/withoutFigures.ts';
import { lazy } from './text/lazy.ts';
import { comparePositions } from './text/range.ts';
import { remember, rememberLast } from './text/remember.ts';
import { rememberEach } from './text/rememberEach.ts';
import { finish, flatMapSteps, type Steps } from './text/steps.ts';

/** What an analysis needs to know beside the text. */
export interface AnalyseOptions {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  /** The library of performance indicators, with the user's own; without one their names are known to nobody. */
  readonly indicators?: IndicatorNames;
  /** What is known of other disclosures: that of the year before, those of the bodies of a department. */
  readonly others?: readonly DisclosureSummary[];
}

/** Everything known about one text. Features are functions of this and a position. */
export interface Analysis extends ReadDocument {
  readonly text: string;
  readonly relations: DocumentRelations;
  /** In the order of their places; severities are those of the settings. */
  readonly findings: readonly Finding[];
  /** The findings that the text asks to be silent about, each for a reason it gives; the same order. */
  readonly silenced: readonly Finding[];
}

/** A text with what its lines are, before anybody has asked what they mean. */
export type ParsedText = Pick<Analysis, 'text' | 'lines' | 'tree'>;

/**
 * Reads a text and finds what fails in it. Pure; never throws, whatever the text.
 *
 * @param previous an analysis of an earlier version of the text: what an edit did not touch is taken over
 *   from it. The result is the same without it, only later.
 */
export function analyse(text: string, options: AnalyseOptions, previous?: ParsedText): Analysis {
  return finish(analysing(finish(parsingText(text, previous)), options));
}

/**
 * The first half of {@link analyse}, in steps. What it comes to serves as `previous` of the next version even where the
 * second half was given up: what was found out about the blocks until then holds on.
 */
export function* parsingText(text: string, previous?: ParsedText): Steps<ParsedText> {
  const lines = previous ? splitAgain(previous, text) : splitLines(text);
  return { text, lines, tree: yield* previous ? reparsing(previous, lines) : parsing(lines) };
}

/** The second half of {@link analyse}, in steps. */
export function* analysing(parsed: ParsedText, options: AnalyseOptions): Steps<Analysis> {
  const disclosure = yield* readingDisclosure(parsed.tree);
  const relations = yield* relatingDocument(
    disclosure.tables,
    volumesOf(disclosure).map(({ tables }) => tables),
  );
  const found = yield* finding(parsed, disclosure, relations, options);
  const { findings, silenced } = heedSilences(found, parsed, disclosure, (rule) =>
    canSpeak(rule, disclosure, relations, options.others ?? []),
  );
  return {
    ...parsed,
    disclosure,
    relations,
    findings: withSettings(findings, options.settings),
    silenced: withSettings(silenced, options.settings),
  };
}

/** Holds a text against every rule. */
function* finding(
  { lines, tree }: ParsedText,
  disclosure: Disclosure,
  relations: DocumentRelations,
  { catalogue, indicators, others = [] }: AnalyseOptions,
): Steps<readonly Finding[]> {
  const { tables, year } = disclosure;
  const excused = lazy(() => hasRoundingNote(withoutFigures(tree)));
  const sums = sumFindings(relations);
  const volumes = volumesOf(disclosure).map((volume) => volume.tables);
  yield;
  const inFigures = [
    ...checkMergeConflicts(tree, lines),
    ...sums.filter((each) => !(isRounding(each) && excused())),
    ...percentFindings(tables, sums),
    ...unitPriceFindings(tables, sums),
    ...negativeFindings(tables, sums),
    ...volumes.flatMap(countedBesideFindings),
    ...volumes.flatMap((volume) => economicClassFindings(volume, sums)),
  ];
  // Bytes that are no text may be many, and have no word that could be wrong.
  if (!lines.some(hasWords)) return inFigures;
  yield* readingProse(withoutFigures(tree), year);
  const inProse = yield* checkProse(disclosure, relations, lines);
  const inWords = yield* flatMapSteps(
    [
      () => codeFindings(catalogue)(tablesWithoutFigures(tables)),
      () => checkIndicators(disclosure, catalogue, indicators),
      () => loudestOfEach([...inProse, ...checkText(tree, disclosure, lines, catalogue)]),
      () => checkAgainstOthers(disclosure, relations, others),
      () => proseCodeFindings(catalogue, disclosure, tree),
    ],
    (check) => check(),
  );
  return [...inFigures, ...inWords];
}

/** A note that figures were rounded says to the reader what a hint on each of them would say to the writer. */
function isRounding({ rule, severity }: Finding): boolean {
  return rule === 'rounding-difference' && severity === 'hint';
}

const codeFindings = remember((catalogue: Catalogue) => {
  const findingsIn = remember((table: Table): readonly Finding[] => checkCodes(table, catalogue));
  return rememberEach(({ line, table }: PlacedTable) => placeFindings(findingsIn(table), line));
});

/** Few sentences have a name that is not the code's: these alone are held against the tables in each version. */
function proseCodeFindings(
  catalogue: Catalogue,
  { year, tables }: Disclosure,
  { blocks }: SyntaxTree,
): readonly Finding[] {
  const { own, strange } = proseCodes(catalogue, year)(blocks);
  if (strange.length === 0) return own;
  const document = { year, codes: codesOfTables(tables, catalogue) };
  const found = strange.flatMap(({ line, name }) =>
    placeFindings(strangeNameFindings(name, catalogue, document), line),
  );
  return [...own, ...found];
}

const proseCodes = rememberLast((catalogue: Catalogue, year: number | undefined) => {
  const read = remember((node: TextNode) => readProseCodes(node, catalogue, year));
  const findings = rememberEach(({ line, node }: PlacedBlock) =>
    node.kind === 'text' ? placeFindings(read(node).findings, line) : [],
  );
  const strangeNames = rememberEach(({ line, node }: PlacedBlock) =>
    node.kind === 'text' ? read(node).strangeNames.map((name) => ({ line, name })) : [],
  );
  return (blocks: readonly PlacedBlock[]) => ({ own: findings(blocks), strange: strangeNames(blocks) });
});

/** Applies the severities of the settings, where `off` drops the finding, and puts findings in order. */
function withSettings(findings: readonly Finding[], { rules }: Settings): Finding[] {
  const areChanged = Object.keys(rules).length > 0;
  const told = areChanged
    ? findings.flatMap((finding) => {
        const severity = rules[finding.rule];
        if (severity === undefined) return finding;
        return severity === 'off' ? [] : { ...finding, severity };
      })
    : findings;
  return told.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
}
