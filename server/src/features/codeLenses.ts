import type { CodeLens, Command } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type TableExtent, tableExtents } from '#core/disclosure/tableExtent.ts';
import { GO_TO_COMMAND } from '#core/protocol.ts';
import { amountRange } from '#core/relations/amountFix.ts';
import { isUnread, standingOf, type TableStanding } from '#core/relations/lookUp.ts';
import { RELATION_RULES } from '#core/relations/relation.ts';
import { RULES } from '#core/rules.ts';
import type { Position, Range } from '#core/text/range.ts';
import { isUnrecognised, readingOf } from '../reading.ts';
import type { FeatureContext } from './context.ts';

/** Lines with words in them. */
const MORE_THAN_BEGUN = 10;

const FIRST_LINE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * A line above each table that counts the relations that hold, differences within rounding among them. Where
 * one fails, it leads to the first finding of the table. Tables that were not understood say so; tables in
 * which nothing adds up to anything say nothing. A text without any table or amount says so above its first line.
 */
export function codeLensesOf(analysis: Analysis, uri: string, context: FeatureContext): CodeLens[] {
  if (!context.settings.codeLens) return [];
  const { figures } = context.words;
  if (hasNothingToCheck(analysis)) return [{ range: FIRST_LINE, command: plain(figures.nothingRead) }];
  return tableExtents(analysis.disclosure.tables).flatMap((extent): CodeLens[] => {
    const { placed, first } = extent;
    const start = { line: first, character: 0 };
    const lens = (command: Command): CodeLens[] => [{ range: { start, end: start }, command }];
    const standing = standingOf(placed, analysis.relations);
    if (!standing) return isUnread(placed, analysis.relations) ? lens(plain(figures.lensUnread)) : [];
    const all = standing.evaluations.length;
    const title = figures.lens(all - standing.broken.length, all);
    const target = firstFailing(analysis, extent, standing);
    if (!target || !context.client.goToCommand) return lens(plain(title));
    return lens({ title, command: GO_TO_COMMAND, arguments: [uri, target] });
  });
}

/** A text that is more than just begun, and in which nothing was recognised: else it would pass for one without faults. */
function hasNothingToCheck(analysis: Analysis): boolean {
  const { lines, disclosure } = analysis;
  if (disclosure.tables.length > 0) return false;
  const written = lines.reduce((count, line) => count + (line.trim() === '' ? 0 : 1), 0);
  return written >= MORE_THAN_BEGUN && isUnrecognised(readingOf(analysis));
}

/** A lens without a command is shown as text. */
function plain(title: string): Command {
  return { title, command: '' };
}

/** The first finding in the table, else the first one its broken relations lead to, else a total that is off. */
function firstFailing(
  { findings, relations }: Analysis,
  { first, last }: TableExtent,
  { broken }: TableStanding,
): Position | undefined {
  const [relation] = broken;
  if (!relation) return undefined;
  const isInside = ({ start }: Range) => first <= start.line && start.line <= last;
  const failing = findings.filter(
    ({ rule }) =>
      RELATION_RULES.some((each) => each === rule) ||
      (RULES[rule].family === 'arithmetic' && rule !== 'rounding-difference'),
  );
  const found =
    failing.find(({ range }) => isInside(range)) ??
    failing.find(({ related }) => related.some(({ range }) => isInside(range)));
  const { cell } = relation.relation.total;
  return (found?.range ?? amountRange(cell, relations.homeOf(cell))).start;
}
