import { conflictsOf } from '../syntax/conflict.ts';
import { marksCells } from '../syntax/markedCells.ts';
import type { SyntaxTree, TableNode } from '../syntax/nodes.ts';
import { type AmountUnit, parseAmount } from '../text/amount.ts';
import { remember, rememberLast, rememberPair } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { flatMapSteps, type Steps } from '../text/steps.ts';
import { compactLabel } from '../text/width.ts';
import { readUnitLine } from './context.ts';
import { type ContextLine, titleRowOf, unitAmong } from './contextLines.ts';
import { carriedCodes, type Fragment, joinFragments, joinInOrder } from './grid.ts';
import { groupFragments } from './groups.ts';
import { totalRank } from './labels.ts';
import { loneCodesOf } from './loneCodes.ts';
import { losesRowsAbove } from './lostRows.ts';
import { beginsAlike, bodiesGoOn, type FragmentGroup } from './pages.ts';
import { readInOrder, readTable, sameContext, type TableContext } from './readTable.ts';
import { headLength } from './rows.ts';
import { type PlacedTable, placeTable, type Table } from './table.ts';
import { withTitlesBelow } from './titlesBelow.ts';

/** Reads the tables of a document, whose year is known or not; in steps, one a table. */
export function* readingTables(tree: SyntaxTree, year: number | undefined): Steps<PlacedTable[]> {
  const groups = withTitlesBelow(groupFragments(tree), tree);
  const conflicts = conflictEdges(tree);
  const nexts = nextWithRows(groups);
  let titled: FragmentGroup | undefined;
  return yield* flatMapSteps(groups, (group, index) => {
    const read = readAmong(group, {
      year,
      above: groups[index - 1],
      next: nexts[index],
      titled,
      isLast: endsWith(tree, group),
      cut: isCut(group, conflicts),
    });
    titled = read.titled;
    return read.tables;
  });
}

/** What stands around a group of pages. */
interface Among {
  readonly year: number | undefined;
  readonly above: FragmentGroup | undefined;
  /** The next one that is more than headings. */
  readonly next: FragmentGroup | undefined;
  /** The nearest one in front with a title of its own. */
  readonly titled: FragmentGroup | undefined;
  readonly isLast: boolean;
  readonly cut: boolean;
}

/** The tables of a group as it stands among the others, and the titled group for the one behind it: most are what they were. */
const readAmong = rememberLast(
  (group: FragmentGroup, { year, above, next, titled, isLast, cut }: Among) => {
    const open = (next ? goesOn(group, next) : isLast) || group.losesRows;
    const repeated = titled !== undefined && nameOf(group) === nameOf(titled);
    const before = titled && isLaterPage(group, titled) ? titled : undefined;
    const continues =
      before !== undefined ||
      isContinuation(group) ||
      losesRowsAbove(group, repeated) ||
      (above !== undefined && isLastPage(group, above));
    return {
      tables: tablesOf(group, { year, open, cut, before, continues }),
      titled: nameOf(group) !== undefined && before === undefined ? group : titled,
    };
  },
  (a, b) =>
    a.year === b.year &&
    a.above === b.above &&
    a.next === b.next &&
    a.titled === b.titled &&
    a.isLast === b.isLast &&
    a.cut === b.cut,
);

/** The next group behind each that is more than headings. */
function nextWithRows(groups: readonly FragmentGroup[]): readonly (FragmentGroup | undefined)[] {
  const filled = withRows(groups);
  let at = 0;
  return groups.map((group) => {
    if (filled[at] === group) at++;
    return filled[at];
  });
}

const withRows = rememberEach((group: FragmentGroup) => (hasHeadingsAlone(group) ? [] : [group]));

/**
 * Whether a table with the headings of the one right before has the total that this one lacks (总计 where that one has got
 * as far as 合计), and its title or codes that go on: a text taken out of a page may have the title behind the rows.
 */
function isLastPage(group: FragmentGroup, before: FragmentGroup): boolean {
  const isOne = repeatsName(group, before) || codesGoOn(before, group);
  const isHeaded = headsAlike(before, group) || (nameOf(group) === nameOf(before) && sayAlike(group, before));
  return isOne && isHeaded && highestTotal(group) > highestTotal(before);
}

/**
 * Whether all headings of one of two pages are among those of the other, however their lines were read: a page may list one
 * side alone.
 */
function sayAlike(a: FragmentGroup, b: FragmentGroup): boolean {
  const [own, other] = [a, b].map(({ fragments: [{ node }] }) => wordsOfHead(node));
  const areAmong = (words: readonly string[], others: readonly string[]) =>
    words.length > 0 && words.every((word) => others.some((each) => each.includes(word)));
  return own !== undefined && other !== undefined && (areAmong(own, other) || areAmong(other, own));
}

const wordsOfHead = remember(({ rows }: TableNode): readonly string[] =>
  rows
    .slice(0, headLength(rows))
    .flatMap(({ cells }) => cells.map(({ text }) => compactLabel(text)))
    .filter((text) => text !== ''),
);

function highestTotal({ fragments }: FragmentGroup): number {
  return fragments.reduce((highest, { node }) => Math.max(highest, totalOf(node)), 0);
}

/** The rank of the highest row of figures that is called a total, from 合计 on; a heading may be as well. */
const totalOf = remember(({ rows }: TableNode): number =>
  rows.reduce((highest, { cells }) => {
    if (!cells.some(({ text }) => parseAmount(text) !== undefined)) return highest;
    const rank = cells.reduce((most, { text }) => Math.max(most, totalRank(text)), 0);
    return rank > 1 ? Math.max(highest, rank) : highest;
  }, 0),
);

/** Whether it is a line of headings that a page repeats, which blank lines part from the rows below. */
function hasHeadingsAlone(group: FragmentGroup): boolean {
  return nameOf(group) === undefined && !group.fragments.some(({ node }) => hasFigures(node));
}

const hasFigures = remember(({ rows }: TableNode): boolean =>
  rows.some(({ cells }) => cells.some(({ text }) => parseAmount(text) !== undefined)),
);

/**
 * Whether a table that could not be joined has the headings of the titled one before, or its title, marked as continued
 * or over codes that go on.
 */
function isLaterPage(group: FragmentGroup, titled: FragmentGroup): boolean {
  if (nameOf(group) === undefined) return headsAlike(titled, group);
  if (isContinuation(group)) return nameOf(group) === nameOf(titled);
  return repeatsName(group, titled) && codesGoOn(titled, group);
}

/** Whether its title is that of another, with or without the number of the form in front of it (公开02表 收入总表). */
function repeatsName(group: FragmentGroup, titled: FragmentGroup): boolean {
  const [own, other] = [nameOf(group), nameOf(titled)];
  return own !== undefined && other !== undefined && (other.endsWith(own) || own.endsWith(other));
}

/** Whether its title says that it goes on: 部门支出总表（续）. */
const isContinuation = remember((group: FragmentGroup): boolean => {
  const { title } = surroundingsOf(group);
  return title?.title !== undefined && compactLabel(title.title) !== title.name;
});

/** The title of a table as it is compared. */
function nameOf(group: FragmentGroup): string | undefined {
  return surroundingsOf(group).title?.name;
}

/** Whether the very last line of the document is a row of the table: its writer is in the midst of it. */
function endsWith(tree: SyntaxTree, { fragments }: FragmentGroup): boolean {
  const last = fragments.at(-1);
  return last !== undefined && last.line + last.node.lineCount === tree.lineCount;
}

/** The lines on which merge conflicts begin, and those directly behind them. */
function conflictEdges(tree: SyntaxTree): ReadonlySet<number> {
  return new Set(conflictsOf(tree).flatMap(({ line, node }) => [line, line + node.lineCount]));
}

/** Whether a page of the table begins directly behind a merge conflict or ends directly in front of one. */
function isCut({ fragments }: FragmentGroup, conflicts: ReadonlySet<number>): boolean {
  return (
    conflicts.size > 0 &&
    fragments.some(({ line, node }) => conflicts.has(line) || conflicts.has(line + node.lineCount))
  );
}

const CLASS_DIGITS = 3;

/** Whether a table that could not be joined goes on all the same: in bare rows, or under the same title. */
const goesOn = rememberPair((group: FragmentGroup, next: FragmentGroup): boolean => {
  const { title } = surroundingsOf(next);
  if (!title)
    return (
      opensWithCode(group, next) ||
      headsAlike(group, next) ||
      codesGoOn(group, next) ||
      bodiesGoOn(group, next.fragments[0].node)
    );
  const isRepeated = title.name === nameOf(group) || isLaterPage(next, group);
  return isRepeated || classGoesOn(group, next);
});

/** Whether the next page begins with a code, printed whole or carried on from the page before. */
function opensWithCode({ codes }: FragmentGroup, next: FragmentGroup): boolean {
  return (
    next.codes.opening !== undefined || carriedCodes(next.fragments[0].node, codes).opening !== undefined
  );
}

/** Whether the codes of the next page, wherever they begin, come behind those of this one; a 类 may go on. */
function codesGoOn({ codes, fragments }: FragmentGroup, next: FragmentGroup): boolean {
  const last = codes.last ?? loneCodesOf((fragments.at(-1) ?? fragments[0]).node)?.[1];
  const first = next.codes.first ?? loneCodesOf(next.fragments[0].node)?.[0];
  return first !== undefined && last !== undefined && first >= last;
}

/**
 * Whether the next page begins within the 类 in which this one ends, so that its title is that of both. A page never
 * begins with the very code the one before it ended with: then the same rows are broken down once more.
 */
function classGoesOn({ codes: { last } }: FragmentGroup, next: FragmentGroup): boolean {
  const { first } = next.codes;
  if (first === undefined || last === undefined || first <= last) return false;
  return first.slice(0, CLASS_DIGITS) === last.slice(0, CLASS_DIGITS);
}

function headsAlike(a: FragmentGroup, b: FragmentGroup): boolean {
  return beginsAlike(a.fragments[0], b.fragments[0]);
}

/** A page and, for the pages of one table, where each begins below the first. */
interface Pages {
  readonly fragments: readonly [Fragment, ...Fragment[]];
  readonly context: TableContext;
}

/** What the place of a group among the others says about it. */
interface Place {
  readonly year: number | undefined;
  readonly open: boolean;
  readonly cut: boolean;
  /** The titled table whose headings it repeats, without a title of its own: it is a later page of that one. */
  readonly before: FragmentGroup | undefined;
  /** Rows of it stand on an earlier page. */
  readonly continues: boolean;
}

type Run = readonly [Fragment, ...Fragment[]];

/** The pages that can be fitted together as they follow each other; each alone where nothing marks their cells. */
function runsOf(fragments: readonly Fragment[]): readonly Run[] {
  const runs: [Fragment, ...Fragment[]][] = [];
  for (const fragment of fragments) {
    const run = runs.at(-1);
    if (run && marksCells(fragment.node.dialect) && joinFragments([...run, fragment])) run.push(fragment);
    else runs.push([fragment]);
  }
  return runs;
}

/** Reads the pages of a group as one table, or as several where they cannot all be fitted together. */
const tablesOf = rememberLast(
  (group: FragmentGroup, place: Place): readonly PlacedTable[] => {
    const { fragments } = group;
    const [first] = fragments;
    const context = contextOf(group, place);
    const table = readPages(first.node, { fragments, context });
    if (table) return [placeTable(table, first.line)];
    return runsOf(fragments).flatMap((run, index) => {
      const { title } = context;
      const [fragment] = run;
      const moved = title && { title: { ...title, offset: title.offset - (fragment.line - first.line) } };
      const page = readPages(fragment.node, {
        fragments: run,
        context: { ...context, ...moved, open: true, continues: index > 0 || context.continues === true },
      });
      return page ? placeTable(page, fragment.line) : [];
    });
  },
  (a, b) =>
    a.year === b.year &&
    a.open === b.open &&
    a.cut === b.cut &&
    a.continues === b.continues &&
    isSamePage(a.before, b.before),
);

/** Whether both are later pages of tables in the same unit, or neither is one. */
function isSamePage(a: FragmentGroup | undefined, b: FragmentGroup | undefined): boolean {
  return a && b ? unitOf(a) === unitOf(b) : a === b;
}

/** The unit that is declared around a table or in the rows above its headings. */
function unitOf(group: FragmentGroup): AmountUnit | undefined {
  return surroundingsOf(group).unit ?? unitAboveRows(group.fragments[0].node);
}

const unitAboveRows = remember(({ rows }: TableNode): AmountUnit | undefined => {
  const lines = rows.slice(0, headLength(rows)).map(({ cells }) => cells.map(({ text }) => text).join(' '));
  return lines.flatMap((line) => readUnitLine(line) ?? [])[0];
});

function contextOf(group: FragmentGroup, { year, open, cut, before, continues }: Place): TableContext {
  const { title, unit = before && unitOf(before) } = surroundingsOf(group);
  const [{ line }] = group.fragments;
  return {
    ...(title?.title !== undefined && { title: { text: title.title, offset: title.line - line } }),
    ...(unit !== undefined && { unit }),
    ...(year !== undefined && { year }),
    open,
    cut,
    continues,
  };
}

const readPages = rememberLast((_first: TableNode, { fragments, context }: Pages): Table | undefined => {
  const grid = joinFragments(fragments);
  const ordered = grid ? undefined : joinInOrder(fragments);
  return grid ? readTable(grid, context) : ordered && readInOrder(ordered, context);
}, samePages);

function samePages(a: Pages, b: Pages): boolean {
  if (a.fragments.length !== b.fragments.length || !sameContext(a.context, b.context)) return false;
  return a.fragments.every((fragment, index) => {
    const other = b.fragments[index];
    return (
      fragment.node === other?.node &&
      fragment.line - a.fragments[0].line === other.line - b.fragments[0].line
    );
  });
}

/** What stands around a table and bears on it. */
interface Surroundings {
  /** The title nearest to the table. */
  readonly title?: ContextLine;
  /** The unit declared behind it, or in front of a table with its title below. */
  readonly unit?: AmountUnit;
}

const surroundingsOf = remember(
  ({ context, titleBelow, fragments: [first] }: FragmentGroup): Surroundings => {
    const inside = titleRowOf(first.node);
    const title = inside
      ? { ...inside, line: first.line + inside.line }
      : (titleBelow ?? context.findLast((line) => line.title !== undefined));
    const unit = unitAmong(context, titleBelow ? undefined : title);
    return { ...(title && { title }), ...(unit !== undefined && { unit }) };
  },
);
