/** A line that asks for a rule to be silent: `<!-- 预算公开: 忽略 合计栏不符 理由 -->`. */
export interface SilenceLine {
  /** Where the whole of it stands in the line. */
  readonly start: number;
  readonly end: number;
  /** `全文`: it is meant for the whole document. */
  readonly whole: boolean;
  /** The rule as it is written, by id or Chinese name; empty where there is none. */
  readonly rule: string;
  /** Why; empty where nothing is said. */
  readonly reason: string;
}

/** A text without this word has no silences. */
export const SILENCE_WORD = '忽略';

/**
 * The mark in front says that the line is no content: that of a Markdown or HTML comment, of a comment in plain
 * text, or brackets around the whole line. The words after it cannot be a heading by themselves.
 */
const OPENING =
  /^[ \t　]{0,20}(<!--|#{1,6}|[［[【])[ \t　]{0,8}预算公开[ 　]?[:：][ 　]{0,8}忽略(?=$|[ \t　]|全文|[a-z\]］】]|-->)/;
const CLOSINGS: Readonly<Record<string, RegExp>> = {
  '<': /-->$/,
  '［': /[］\]]$/,
  '[': /[］\]]$/,
  '【': /】$/,
};
const PARTS =
  /^[ \t　]*(全文)?[ \t　]*([a-z]+(?:-[a-z]+)*|[^a-z \t　:：,，][^ \t　:：,，]*)?[ \t　:：,，]*(.*)$/s;
const BLANKS = ' \t　';
const MOST_BLANKS = 20;
const MARKS = '<#［[【';
/** A longer line is text, whatever it begins with. */
const MAX_LENGTH = 500;

/** Whether a line is a silence, well formed or not. Such a line is no content of the document. */
export function isSilenceLine(line: string): boolean {
  return mayOpen(line) && OPENING.test(line);
}

/** Looks at the first mark only: every line of a document is asked, by every dialect. */
function mayOpen(line: string): boolean {
  if (line.length > MAX_LENGTH) return false;
  let at = 0;
  while (at < MOST_BLANKS && BLANKS.includes(line.charAt(at)) && at < line.length) at++;
  return at < line.length && MARKS.includes(line.charAt(at));
}

/** Reads a silence; undefined for any other line. */
export function readSilenceLine(line: string): SilenceLine | undefined {
  const opening = mayOpen(line) ? OPENING.exec(line) : null;
  if (!opening) return undefined;
  const [before, mark = ''] = opening;
  const text = line.trimEnd();
  const body = text.slice(before.length).replace(CLOSINGS[mark[0] ?? ''] ?? /$^/, '');
  const [, whole, rule = '', reason = ''] = PARTS.exec(body) ?? [];
  return {
    start: text.length - text.trimStart().length,
    end: text.length,
    whole: whole !== undefined,
    rule,
    reason: reason.trim(),
  };
}

/** Writes a silence that {@link readSilenceLine} reads, as fits the text around it. */
export function silenceLine(rule: string, reason: string, markdown: boolean): string {
  const words = `预算公开：忽略 ${rule} ${reason}`;
  return markdown ? `<!-- ${words} -->` : `［${words}］`;
}
