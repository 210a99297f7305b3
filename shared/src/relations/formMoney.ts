import type { Cell, Row, Table } from '../disclosure/table.ts';
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
const TOTAL = /^合计$/;
const NEAR = 2;

/**
 * What the form of a project says that it costs in the year: 项目当年预算, and the total of the sources of its money
 * (项目资金来源), as far as they are printed.
 */
export const formMoneyOf = remember(({ rows }: Table): readonly Term[] => {
  const ofYear = rows.flatMap((row) => behind(row, OF_YEAR));
  const head = rows.findIndex(({ cells }) => cells.some((cell) => says(cell, SOURCES)));
  const total = head === -1 ? [] : rows.slice(head + 1, head + 1 + NEAR).flatMap((row) => behind(row, TOTAL));
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

function nextBehind({ cells }: Row, label: RegExp): { label: string; next: Cell } | undefined {
  const at = cells.findIndex((cell) => says(cell, label));
  const next = at === -1 ? undefined : cells.slice(at + 1).find((cell) => cell && cell.text !== '');
  return next && { label: cells[at]?.text ?? '', next };
}

function says(cell: Cell | undefined, words: RegExp): boolean {
  return cell !== undefined && words.test(compactLabel(cell.text));
}
