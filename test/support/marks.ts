import type { Range } from '#core/text/range.ts';

/** A place in a fixture where a finding must stand. */
export interface Mark {
  readonly rule: string;
  readonly range: Range;
  /** What the preferred fix must write, if the mark says so. */
  readonly fix?: string;
}

/**
 * Takes the marks out of a fixture: `⟦rule:text⟧` is text on which a finding of the rule must stand, and
 * `⟦rule:text→value⟧` says in addition what its preferred fix writes.
 */
export function readMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const lines = marked.split('\n').map((markedLine, line) => {
    let text = '';
    let from = 0;
    for (const match of markedLine.matchAll(/⟦([a-z-]+):([^→⟧]*)(?:→([^⟧]*))?⟧/g)) {
      const [whole, rule = '', content = '', fix] = match;
      text += markedLine.slice(from, match.index);
      const start = { line, character: text.length };
      text += content;
      marks.push({
        rule,
        range: { start, end: { line, character: text.length } },
        ...(fix !== undefined && { fix }),
      });
      from = match.index + whole.length;
    }
    return text + markedLine.slice(from);
  });
  return { text: lines.join('\n'), marks };
}
