/** A text with its lines. */
export interface SplitText {
  readonly text: string;
  readonly lines: readonly string[];
}

/**
 * Splits a text into lines as LSP does: at `\r\n`, `\n` and `\r`. Line ends are not part of the lines; a
 * byte order mark in front of the first line stays in it, as it does in an editor's document.
 */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Longer insertions are read as they are: copying them would cost more than it saves. */
const MAX_COPY = 10_000;

/** The lines of a text after an edit; those that it did not touch are the strings they were. */
export function splitAgain(before: SplitText, text: string): readonly string[] {
  const lineEnd = lineEndLength(before);
  if (lineEnd === undefined) return splitLines(text);
  const { lines } = before;
  const head = commonPrefix(before.text, text);
  const tail = commonSuffix(before.text, text, head);
  // A character more on either side must be the same: an edit may join \r and \n to one line end, or part them.
  let first = 0;
  let start = 0;
  for (; first < lines.length; first++) {
    const next = start + (lines[first]?.length ?? 0) + lineEnd;
    if (next >= head) break;
    start = next;
  }
  let last = lines.length;
  let end = before.text.length;
  while (last > first) {
    const beginning = end - (lines[last - 1]?.length ?? 0);
    if (beginning - 1 < before.text.length - tail || beginning === 0) break;
    last--;
    end = beginning - lineEnd;
  }
  const isAtEnd = last === lines.length;
  const stop = isAtEnd ? text.length : end + lineEnd + text.length - before.text.length;
  const middle = splitLines(detached(text.slice(start, stop)));
  return lines.slice(0, first).concat(isAtEnd ? middle : middle.slice(0, -1), lines.slice(last));
}

/** How many characters end every line; undefined where that differs from line to line. */
function lineEndLength({ text, lines }: SplitText): number | undefined {
  const ends = text.length - lines.reduce((sum, line) => sum + line.length, 0);
  const each = lines.length > 1 ? ends / (lines.length - 1) : 1;
  return each === 1 || each === 2 ? each : undefined;
}

/** A copy that shares nothing with the text it was cut from: that text need not be kept for its sake. */
function detached(text: string): string {
  return text.length > MAX_COPY ? text : text.split('').join('');
}

/** How many characters two texts begin with alike. Compares stretches, which is fast, and halves them. */
function commonPrefix(a: string, b: string): number {
  return longestCommon(Math.min(a.length, b.length), (from, to) => a.slice(from, to) === b.slice(from, to));
}

/** How many characters two texts end with alike, those of a common beginning not counted. */
function commonSuffix(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  return longestCommon(
    most,
    (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from),
  );
}

function longestCommon(most: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  let limit = most;
  while (known < limit) {
    const half = Math.ceil((known + limit) / 2);
    if (isSame(known, half)) known = half;
    else limit = half - 1;
  }
  return known;
}
