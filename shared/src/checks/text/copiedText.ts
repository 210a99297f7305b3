import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import { spansOf } from '../../disclosure/prose/paragraphs.ts';
import type { Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { PlacedTable, Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { isSameSpan, rangeOf, type Span } from '../../text/range.ts';
import { remember, rememberPair } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel } from '../../text/width.ts';
import { type Difference, differenceOf, SAME_BEGINNING } from './difference.ts';

/** Shorter clauses are alike by chance. */
const MIN_LENGTH = 10;
const CLAUSE = /[^，。；！？,;!?]+/g;
/** A neighbour of so many characters shows that a sentence was copied. */
const MIN_NEIGHBOUR = 6;
/** A beginning that so many clauses have is a form of words, and not compared. */
const MAX_ALIKE = 40;

/** A clause without blanks, those it stands between, and where it begins. */
interface Clause {
  readonly text: string;
  readonly before: string;
  readonly behind: string;
  readonly span: Span;
}

/** A clause at its place. */
interface Placed {
  readonly line: number;
  readonly clause: Clause;
}

/**
 * The same words twice in a document, with one character otherwise (`copied-text`, N21): one that sounds alike, or
 * one that was lost or added in a sentence that was copied. Which of the two is meant is for the reader to say: the
 * later one is marked, and the earlier one told.
 */
export function copiedText({ prose, tables }: Disclosure, { soundAlike }: Catalogue): readonly Finding[] {
  return copiesAmong(soundAlike)(clausesInPassages(prose.passages), clausesInTables(tables));
}

const copiesAmong = remember((soundAlike: Catalogue['soundAlike']) =>
  rememberPair((inPassages: readonly Placed[], inTables: readonly Placed[]) =>
    copies(
      [...inPassages, ...inTables].sort((a, b) => lineOf(a) - lineOf(b)),
      soundAlike,
    ),
  ),
);

function copies(all: readonly Placed[], soundAlike: Catalogue['soundAlike']): readonly Finding[] {
  const byBeginning = new Map<string, Placed[]>();
  return all.flatMap((placed): Finding[] => {
    const beginning = placed.clause.text.slice(0, SAME_BEGINNING);
    const earlier = byBeginning.get(beginning) ?? [];
    byBeginning.set(beginning, earlier);
    // A copy of a copy says nothing new.
    if (earlier.length >= MAX_ALIKE || earlier.some(({ clause }) => clause.text === placed.clause.text))
      return [];
    earlier.push(placed);
    for (const other of earlier) {
      const difference = differenceOf(other.clause.text, placed.clause.text, soundAlike);
      if (difference && isCopied(difference, other.clause, placed.clause))
        return [finding(placed, other, difference)];
    }
    return [];
  });
}

/** Where a character is lost or added, the clause in front or behind shows that the sentence was copied. */
function isCopied({ kind }: Difference, a: Clause, b: Clause): boolean {
  const isSame = (one: string, other: string) => one === other && one.length >= MIN_NEIGHBOUR;
  return kind === 'sound' || isSame(a.before, b.before) || isSame(a.behind, b.behind);
}

const clausesInPassages = rememberEach(
  ({ line, passage }: PlacedPassage) => clausesOfPassage(passage).map((clause): Placed => ({ line, clause })),
  isSame,
);

const clausesInTables = rememberEach(
  ({ line, table }: PlacedTable) => clausesOfTable(table).map((clause): Placed => ({ line, clause })),
  isSame,
);

/** Whether the same clause stands at the same place between the same others. */
function isSame(a: Placed, b: Placed): boolean {
  const [one, other] = [a.clause, b.clause];
  return (
    a.line === b.line &&
    one.text === other.text &&
    one.before === other.before &&
    one.behind === other.behind &&
    isSameSpan(one.span, other.span)
  );
}

const clausesOfPassage = remember((passage: Passage): readonly Clause[] =>
  passage.paragraphs.flatMap(({ text, pieces }) =>
    clausesOf(text, (start, end) => spansOf(pieces, { start, end })[0]),
  ),
);

/** A cell is marked as a whole: where the lines of one that wraps stand is not known here. */
const clausesOfTable = remember((table: Table): readonly Clause[] =>
  table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell ? clausesOf(cell.whole ?? cell.text, () => cell.span) : [])),
  ),
);

function clausesOf(text: string, spanOf: (start: number, end: number) => Span | undefined): Clause[] {
  if (text.length < MIN_LENGTH) return [];
  const matches = [...text.matchAll(CLAUSE)];
  const texts = matches.map(([clause]) => compactLabel(clause));
  return matches.flatMap((match, index): Clause[] => {
    const own = texts[index] ?? '';
    const span = own.length < MIN_LENGTH ? undefined : spanOf(match.index, match.index + match[0].length);
    return span ? [{ text: own, before: texts[index - 1] ?? '', behind: texts[index + 1] ?? '', span }] : [];
  });
}

function lineOf({ line, clause }: Placed): number {
  return line + clause.span.line;
}

function finding(placed: Placed, other: Placed, { first, second }: Difference): Finding {
  return {
    rule: 'copied-text',
    severity: RULES['copied-text'].severity,
    range: rangeOf(placed.clause.span, placed.line),
    params: { printed: second, other: first, line: lineOf(other) + 1 },
    related: [{ range: rangeOf(other.clause.span, other.line), role: 'compared', label: first }],
    fixes: [],
  };
}
