import { isNotReported } from '../text/amount.ts';
import { headerOffset, readContents } from './columns.ts';
import { isShort } from './headerFit.ts';
import { type HeadLine, headLines } from './headings.ts';
import { isComplete, reach, tilesOf } from './headShape.ts';
import { hasWords, totalRank } from './labels.ts';
import type { ReadRow } from './rows.ts';
import { kindOfHeading, type LeafKind } from './unmarked/leaves.ts';

/** Headings of columns that hold figures and nothing else; 收入 alone may head the names of a block. */
const MONEY = /[预决]算数?$|执行数$|.{2}(?:支出|收入)$|拨款$|经费$|金额$|增减额$|(?:[率比]|比重)(?:\(%\))?$/;

/**
 * Marks rows that slid off a header that stands straight: names stand where it has figures, or figures where it
 * has names. What stands in them says nothing of what the columns hold.
 */
export function markSlidRows(rows: readonly ReadRow[], header: readonly ReadRow[]): readonly ReadRow[] {
  const lines = headLines(header.map(({ node }) => node.cells));
  // Some bodies stand beside their headers, as a whole.
  const aside = headerOffset(readContents(rows).kinds, lines) !== 0;
  const kinds = aside ? undefined : headedKinds(lines);
  if (!kinds) return rows;
  const levels = levelColumns(lines);
  return rows.map((row) =>
    (row.kind === 'data' && isNamedByLevel(row, kinds, levels)) ||
    ((row.kind === 'data' || row.kind === 'total') && isSlid(row, kinds))
      ? { ...row, slid: true as const }
      : row,
  );
}

const LEVEL = /^[类款项]$/;

/** The columns of 类, 款 and 项, which hold digits and nothing else. */
function levelColumns(lines: readonly HeadLine[]): ReadonlySet<number> {
  return new Set(
    lines.flatMap((line) => line.flatMap(({ column, text }) => (LEVEL.test(text) ? column : []))),
  );
}

/** Whether the name of a row stands where a level of its code should, and none where names do. */
function isNamedByLevel(
  { node, amounts }: ReadRow,
  kinds: readonly (HeadedKind | undefined)[],
  levels: ReadonlySet<number>,
): boolean {
  const name = kinds.indexOf('name');
  if (name === -1 || levels.size === 0 || amounts.size === 0 || hasWords(node.cells[name]?.text ?? ''))
    return false;
  return node.cells.some(
    ({ column, text }) =>
      levels.has(column) && /^[^\d\s]/.test(text) && hasWords(text) && totalRank(text) === 0,
  );
}

/** `money`: figures, and nothing else. */
type HeadedKind = LeafKind | 'money';

/** What the headings say of each column, or undefined where they do not stand straight. */
function headedKinds(lines: readonly HeadLine[]): (HeadedKind | undefined)[] | undefined {
  const width = reach(lines);
  const complete = lines.find((line) => isComplete(line, width));
  const own = complete ? new Map(complete.map((each) => [each.column, [each]])) : tilesOf(lines)?.own;
  if (!own) return undefined;
  const texts = lines.flat().map(({ text }) => text);
  return Array.from({ length: width }, (_, column) => {
    // Headings of different kinds over one column were torn.
    const [kind, ...others] = new Set((own.get(column) ?? []).map(({ text }) => kindOf(text, texts)));
    return others.length === 0 ? kind : undefined;
  });
}

function kindOf(heading: string, others: readonly string[]): HeadedKind {
  if (isShort(heading, others)) return 'money';
  const kind = kindOfHeading(heading);
  return kind === 'figure' && (MONEY.test(heading) || totalRank(heading) > 0) ? 'money' : kind;
}

function isSlid(row: ReadRow, kinds: readonly (HeadedKind | undefined)[]): boolean {
  const { node, amounts } = row;
  if (hasNameOfOthers(row, kinds)) return true;
  const firstName = kinds.indexOf('name');
  const firstFigure = kinds.findIndex((kind) => kind === 'money' || kind === 'figure');
  const beginsBlank = firstFigure !== -1 && (node.cells[firstFigure]?.text ?? '') === '';
  return node.cells.some(({ column, text }) => {
    if (column >= kinds.length) return hasWords(text);
    const kind = kinds[column];
    if (kind === 'money') return hasWords(text) && !isNotReported(text);
    if (!amounts.has(column) || firstName === -1 || column < firstName) return false;
    return (
      (kind === 'name' && column > firstName) || (kind === 'text' && column > firstFigure && beginsBlank)
    );
  });
}

/**
 * Whether figures stand in a block without a name, and the names of the row in blocks without figures: the
 * figures may be those of another block. The nameless total beside another block's total is its own.
 */
function hasNameOfOthers({ node, amounts }: ReadRow, kinds: readonly (HeadedKind | undefined)[]): boolean {
  const names = kinds.flatMap((kind, column) => (kind === 'name' ? column : []));
  const starts = names.filter((column) => kinds[column - 1] !== 'name' && kinds[column - 1] !== 'code');
  if (starts.length < 2) return false;
  const blocks = starts.map((start, index) => {
    const own = node.cells.filter(
      ({ column }) => start <= column && column < (starts[index + 1] ?? kinds.length),
    );
    const named = own.some(({ column, text }) => !amounts.has(column) && hasWords(text));
    return { named, filled: own.some(({ column }) => amounts.has(column)) };
  });
  return (
    blocks.some(({ named, filled }) => filled && !named) &&
    !blocks.some(({ named, filled }) => filled && named)
  );
}
