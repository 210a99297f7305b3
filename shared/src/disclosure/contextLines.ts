import type { RowNode, TableNode, TextNode } from '../syntax/nodes.ts';
import type { AmountUnit } from '../text/amount.ts';
import { parseNumbering } from '../text/numbering.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { compactLabel } from '../text/width.ts';
import { isRowLike } from './bareRows.ts';
import { isNumberOfForm, leadingTitle, readUnitBelow } from './context.ts';

/** A line of prose in front of a table that may bear on it. */
export interface ContextLine {
  /** Within its block until the block is placed, then in the document. */
  readonly line: number;
  /** The text without blanks and marks, as titles are compared. */
  readonly label: string;
  /** A page number, or what OCR makes of frames and stains. */
  readonly noise: boolean;
  readonly title?: string;
  /** The title as it is compared: those of later pages are marked as continued, 部门支出总表（续）. */
  readonly name?: string;
  readonly unit?: AmountUnit;
}

const MAX_UNIT_LINE = 80;
/** What stands further in front of a table than this does not belong to it. */
const CONTEXT_LINES = 200;
/** 单位：万 stands so many lines above its 元 at most. */
const UNIT_ABOVE = 2;
/** Page numbers and rules. */
const PAGE_MARK = /^(?:<u>|[-—_=+|./\\\d\s])*$|^第?\d+页/;
/** Longer lines of a few signs may say something. */
const MAX_NOISE = 10;
const NAMES_TABLE = /^(?:表|附件|附表|公开)|表$/;

/** Puts the lines of a block behind those in front of it. Lines far back are forgotten. */
export function addContext(context: ContextLine[], node: TextNode | TableNode, base: number): void {
  for (const line of placedLines(linesOf(node), base)) context.push(line);
  if (context.length > 2 * CONTEXT_LINES) context.splice(0, context.length - CONTEXT_LINES);
}

const placedLines = rememberLast((lines: readonly ContextLine[], base: number): readonly ContextLine[] =>
  lines.slice(-CONTEXT_LINES).map((line) => ({ ...line, line: base + line.line })),
);

const linesOf = remember((node: TextNode | TableNode): readonly ContextLine[] =>
  node.kind === 'text'
    ? node.lines.map(({ line, text }, index) => {
        const above = node.lines.slice(Math.max(0, index - UNIT_ABOVE), index).map((each) => each.text);
        return contextLine(line, text, above.reverse());
      })
    : node.rows.map(({ line, cells }) => contextLine(line, cells.map(({ text }) => text).join(' '))),
);

function contextLine(line: number, text: string, above: readonly string[] = []): ContextLine {
  const label = compactLabel(text);
  // 编制单位 and 单位 may stand at the two ends of a wide page.
  const ends = above.map((each) => each.slice(-MAX_UNIT_LINE));
  const unit = label.length <= MAX_UNIT_LINE ? readUnitBelow(ends, text) : undefined;
  const leading = leadingTitle(text);
  const title = leading === undefined ? undefined : titleText(leading);
  return {
    line,
    label,
    noise: title === undefined && unit === undefined && !isRowLike({ text }) && isNoise(label),
    ...(title !== undefined && { title, name: titleName(title) }),
    ...(unit && { unit }),
  };
}

/**
 * The unit that lines in front of a table declare for it: behind its title, or between the number of the form and its
 * title (公开表3, 单位：元, 部门支出总表). What else stands in front of the title may be of the table before.
 */
export function unitAmong(
  context: readonly ContextLine[],
  title: ContextLine | undefined,
): AmountUnit | undefined {
  const behind = context.findLast(({ line, unit }) => unit !== undefined && line >= (title?.line ?? 0));
  if (behind || !title) return behind?.unit;
  const [number, above] = context.filter(({ line }) => line < title.line).slice(-2);
  return number && isNumberOfForm(number.label) ? above?.unit : undefined;
}

/** The title that the first row of a table is, alone in it. */
export const titleRowOf = remember(({ rows }: TableNode): ContextLine | undefined => {
  const first = rows.find(({ separator, cells }) => !separator && cells.some(({ text }) => text !== ''));
  const title = first && titleOfRow(first);
  return first && title !== undefined ? contextLine(first.line, title) : undefined;
});

/** The text of the only filled cell of a row that is a title. */
export function titleOfRow({ cells }: RowNode): string | undefined {
  const [cell, second] = cells.filter(({ text }) => text !== '');
  return cell && !second && leadingTitle(cell.text) !== undefined ? cell.text : undefined;
}

function isNoise(label: string): boolean {
  if (PAGE_MARK.test(label)) return true;
  const chinese = label.replace(/[^\u4e00-\u9fff]/g, '').length;
  return label.length <= MAX_NOISE && chinese <= 3 && !NAMES_TABLE.test(label) && !parseNumbering(label);
}

/** A title without the marks of a heading or a list around it, and without tags. */
function titleText(text: string): string {
  const words = text
    .replace(/<\/?[a-zA-Z][a-zA-Z0-9]{0,7}(?:\s[^<>]{0,240})?\/?>/g, '')
    .replace(/^[\s#*-]+/, '');
  return trimEndOf(words, /[\s#*|]/);
}

function titleName(title: string): string {
  return compactLabel(title).replace(/^续(?:表)?|[(（]?续(?:表)?\d*[)）]?$/g, '');
}
