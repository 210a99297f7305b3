/** A cell as it is marked up; offsets in the text of the table. */
export interface MarkedCell {
  /** Where its tag begins. */
  readonly tag: number;
  /** What stands between its tags, up to a table inside. */
  readonly start: number;
  readonly end: number;
  /** Columns and rows it takes, at least 1. */
  readonly columns: number;
  readonly rows: number;
}

/** The cells of a row, in order. */
export type MarkedRow = readonly MarkedCell[];

/** A cell over more columns or rows than any real table has is a slip of the pen. */
const MAX_COLUMNS = 100;
const MAX_ROWS = 1000;

const TAG =
  /<(\/?)(table|caption|thead|tbody|tfoot|tr|td|th)(?=[\s/>])((?:[^"'<>]|"[^"]*"|'[^']*'){0,2000})>/iy;

/** A tag of a table. */
interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

/** Reads the rows of the first table in a text. A caption is a row of one cell. Never throws, in linear time. */
export function readMarkup(text: string): MarkedRow[] {
  const rows: MarkedCell[][] = [];
  let row: MarkedCell[] | undefined;
  let cell: MarkedCell | undefined;
  let depth = 0;
  const closeCell = (end: number): void => {
    if (cell) row?.push({ ...cell, end: Math.min(cell.end, end) });
    cell = undefined;
  };
  for (const tag of tagsOf(text)) {
    const { name, closing, start } = tag;
    if (name === 'table') {
      depth += closing ? -1 : 1;
      if (depth === 2 && !closing && cell) cell = { ...cell, end: Math.min(cell.end, start) };
      if (depth > 0) continue;
    }
    if (depth > 1) continue;
    closeCell(start);
    if (depth < 1) break;
    const isCell = name === 'td' || name === 'th' || name === 'caption';
    if (!isCell || name === 'caption') row = undefined;
    if (closing || (!isCell && name !== 'tr')) continue;
    if (!row) {
      row = [];
      rows.push(row);
    }
    if (isCell) cell = openCell(text, tag);
  }
  closeCell(text.length);
  return rows.filter((each) => each.length > 0);
}

/** Until its end is found a cell goes to the end of the table. */
function openCell(text: string, { attributes, start, end }: Tag): MarkedCell {
  return {
    tag: start,
    start: end,
    end: text.length,
    columns: spanOf(attributes, /\bcolspan\s*=\s*(?:["']\s*)?(\d{1,6})/i, MAX_COLUMNS),
    rows: spanOf(attributes, /\browspan\s*=\s*(?:["']\s*)?(\d{1,6})/i, MAX_ROWS),
  };
}

function spanOf(attributes: string, pattern: RegExp, most: number): number {
  const value = Number(pattern.exec(attributes)?.[1] ?? 1);
  return value > most ? 1 : Math.max(value, 1);
}

/** The tags of tables, without those in comments. */
function* tagsOf(text: string): Generator<Tag> {
  let comments = true;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    if (comments && text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at);
      comments = close !== -1;
      at = comments ? close : at + 1;
      continue;
    }
    TAG.lastIndex = at;
    const match = TAG.exec(text);
    const end = match ? TAG.lastIndex : at + 1;
    if (match) {
      const [, slash, name = '', attributes = ''] = match;
      yield { name: name.toLowerCase(), closing: slash !== '', attributes, start: at, end };
    }
    at = end;
  }
}
