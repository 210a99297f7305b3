import type { Cell, Row, Table } from '../disclosure/table.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { Term } from './relation.ts';
import { isTerm } from './terms.ts';

const OF_YEAR = /^(?:项目)?当年预算[:：]?$/;
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

/** The figure next behind a label. */
function behind({ cells }: Row, label: RegExp): Term[] {
  const at = cells.findIndex((cell) => says(cell, label));
  const next = at === -1 ? undefined : cells.slice(at + 1).find((cell) => cell && cell.text !== '');
  return isTerm(next) ? [{ cell: next, label: cells[at]?.text ?? '' }] : [];
}

function says(cell: Cell | undefined, words: RegExp): boolean {
  return cell !== undefined && words.test(compactLabel(cell.text));
}
