import { nationalCatalogue } from '../../../catalogue/data.ts';
import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { BODY_GLUED, GLUED_TO_NAME } from '../../../text/codeShape.ts';
import { parseNumbering } from '../../../text/numbering.ts';
import { compactLabel } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { isTotalLabel } from '../../labels.ts';
import { bareName, isKnown, isNameOf, isWholeNameOf } from '../../wholeNames.ts';
import { isWholeCode, joined } from '../tokens.ts';
import { MAX_NAME_LINES, nameIn } from './nameLines.ts';
import { withNamesBeforeBodies } from './namesBeforeBodies.ts';

/** A blank line may stand between both halves of a name, where the figures of its row stood beside it. */
const MAX_STEP = 2;
/** What is shorter may be a label of its own behind a known one (上年结转 over 结余). */
const MIN_REST = 3;
/** Shorter names stand for anything. */
const MIN_NAME = 4;
/** What the name of a body itself has behind that of its 部门. */
const OWN_BODY = /(?:本级|机关)$/;

/**
 * Names of rows that go over lines of a sequence put together: only together they are a name that tables are known to have,
 * that of the code in front of them, or one that another row has on one line; or a bracket that is open shows that they
 * go on.
 */
export function withNamesJoined(printed: Grid): Grid {
  const grid = { ...printed, rows: withNamesBeforeBodies(printed.rows) };
  const own = new Set(grid.rows.flatMap((row) => namesLike(nameIn(row)?.text ?? '')));
  const rows: RowNode[] = [];
  for (let at = 0; at < grid.rows.length; ) {
    const whole = joinedAt(grid.rows, at, own);
    const row = whole?.row ?? grid.rows[at];
    if (row) rows.push(row);
    at += whole?.count ?? 1;
  }
  return rows.length === grid.rows.length ? grid : { ...grid, rows };
}

/** The row that the most lines from one on make, with how many these are. */
function joinedAt(
  rows: readonly RowNode[],
  at: number,
  own: ReadonlySet<string>,
): { readonly row: RowNode; readonly count: number } | undefined {
  const lines = linesAt(rows, at);
  const [row] = rows.slice(at, at + 1);
  const [before] = rows[at - 1]?.cells ?? [];
  const digits = before && isWholeCode(before.text) ? before.text.trim() : undefined;
  for (let count = lines.length; row && count > 1; count--) {
    const [first, ...rests] = lines.slice(0, count);
    if (!first || !isOneName([first, ...rests], digits, own)) continue;
    return { row: { ...row, cells: [joined([first, ...rests], first.column)] }, count };
  }
  return undefined;
}

/** The lines that may be those of one name: each but the first without what begins a name. */
function linesAt(rows: readonly RowNode[], at: number): CellNode[] {
  const lines: CellNode[] = [];
  for (let next = at; lines.length < MAX_NAME_LINES; next++) {
    const row = rows[next];
    const name = row && nameIn(row);
    const isFar = next > at && (row?.line ?? 0) - (rows[next - 1]?.line ?? 0) > MAX_STEP;
    if (!name || isFar || (next > at && beginsName(name.text))) break;
    lines.push(name);
  }
  return lines;
}

function beginsName(text: string): boolean {
  return parseNumbering(text) !== undefined || isTotalLabel(text) || GLUED_TO_NAME.test(text.trim());
}

/** Whether lines are one name, and none of them is one by itself. */
function isOneName(
  lines: readonly [CellNode, ...CellNode[]],
  before: string | undefined,
  own: ReadonlySet<string>,
): boolean {
  const [first, ...rests] = lines.map(({ text }) => compactLabel(text));
  if (first === undefined || rests.some(isKnown)) return false;
  const [glued = ''] = GLUED_TO_NAME.exec(first) ?? [];
  const digits = glued === '' ? before : glued;
  const upper = bareName(first.slice(glued.length));
  const whole = upper + rests.join('');
  if (whole.length < MIN_NAME || (isKnown(upper) && rests.join('').length < MIN_REST)) return false;
  if (areInBrackets([upper, ...rests])) return true;
  if (digits !== undefined && nationalCatalogue().lookup(digits).length > 0) {
    const isNamed = (name: string) => isWholeNameOf(digits, name) || isWholeNameOf(digits, `${name}支出`);
    return !isNameOf(digits, upper) && !isNameOf(digits, `${upper}支出`) && isNamed(whole);
  }
  const isOfOther = !own.has(upper) && namesLike(whole).some((name) => own.has(name));
  return isKnown(whole) || isOfOther;
}

/** Whether a bracket is open at the end of each line, and the last one closes it. */
function areInBrackets(lines: readonly string[]): boolean {
  let open = 0;
  return lines.every((text, at) => {
    open += text.split('(').length - text.split(')').length;
    return at < lines.length - 1 ? open > 0 : open === 0;
  });
}

/** A name without its code or number, and without the words that tell a body itself from its 部门. */
function namesLike(label: string): string[] {
  const name = bareName(compactLabel(label).replace(BODY_GLUED, ''));
  return name.length < MIN_NAME ? [] : [name, name.replace(OWN_BODY, '')];
}
