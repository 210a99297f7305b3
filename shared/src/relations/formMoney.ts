import type { Cell, Row, Table } from '../disclosure/table.ts';
import { isNotReported } from '../text/amount.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { Term } from './relation.ts';
import { isTerm } from './terms.ts';

const OF_YEAR = /^(?:项目)?当年预算[:：]?$/;
const OF_WHOLE_TERM = /^项目总预算[:：]?$/;
const FIRST_YEAR = /^起始年度?[:：]?$/;
const LAST_YEAR = /^终止年度?[:：]?$/;
const YEAR = /(?<!\d)20\d\d(?!\d)/;
/** The heading over the sources of the money, and their total below it. */
const SOURCES = /^来源项目$/;
const TOTAL_OF_SOURCES = /^合计$/;
/** The total of the sources stands in one of the rows right below their heading. */
const NEAR = 2;
/** So many pieces a label is torn into at most. */
const MOST_PIECES = 3;

/**
 * What the form of a project says that it costs in the year: 项目当年预算, and the total of the sources of its money
 * (项目资金来源), as far as they are printed.
 */
export const formMoneyOf = remember(({ rows }: Table): readonly Term[] => {
  const ofYear = rows.flatMap((row) => behind(row, OF_YEAR));
  const head = rows.findIndex((row) => runOf(filledOf(row), SOURCES));
  const total =
    head === -1 ? [] : rows.slice(head + 1, head + 1 + NEAR).flatMap((row) => behind(row, TOTAL_OF_SOURCES));
  // The form of a second project would begin with words of its own.
  return ofYear.length > 1 ? [] : [...ofYear, ...total.slice(0, 1)];
});

/**
 * What the form of a project says that it costs from its first year to its last (项目总预算), where both are the same
 * year: then it costs no more than in that year.
 */
export const moneyOfOneYear = remember(({ rows }: Table): Term | undefined => {
  const [first, last] = [FIRST_YEAR, LAST_YEAR].map((label) => yearBehind(rows, label));
  const [whole, second] = rows.flatMap((row) => behind(row, OF_WHOLE_TERM));
  return first !== undefined && first === last && !second ? whole : undefined;
});

/** The year that a form gives behind a label; none where it gives several. */
function yearBehind(rows: readonly Row[], label: RegExp): string | undefined {
  const years = rows.flatMap((row) => nextBehind(row, label)?.next.text.match(YEAR)?.[0] ?? []);
  return new Set(years).size === 1 ? years[0] : undefined;
}

/** The figure next behind a label. */
function behind(row: Row, label: RegExp): Term[] {
  const found = nextBehind(row, label);
  return found && isTerm(found.next) ? [{ cell: found.next, label: found.label }] : [];
}

/** What is printed next behind a label; a dash is nothing where one figure alone stands behind it. */
function nextBehind(row: Row, label: RegExp): { label: string; next: Cell } | undefined {
  const filled = filledOf(row);
  const run = runOf(filled, label);
  if (!run) return undefined;
  const others = filled.slice(run.end);
  const next = others.length === 2 && isNotReported(others[0]?.text ?? '') ? others[1] : others[0];
  return next && { label: run.text, next };
}

function filledOf({ cells }: Row): readonly Cell[] {
  return cells.flatMap((cell) => (cell && cell.text !== '' ? cell : []));
}

/** The cells that come to a label together: where a form is read from a picture, a line goes through its words. */
function runOf(cells: readonly Cell[], label: RegExp): { text: string; end: number } | undefined {
  for (const start of cells.keys()) {
    for (let end = start + 1; end <= start + MOST_PIECES; end++) {
      const text = cells
        .slice(start, end)
        .map((cell) => cell.text)
        .join('');
      if (label.test(compactLabel(text))) return { text, end };
    }
  }
  return undefined;
}
