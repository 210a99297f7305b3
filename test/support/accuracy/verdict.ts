import type { Finding, Fix } from '#core/findings.ts';
import { amountIn, type Cell, type Span } from './amount.ts';
import { cellAt, type SumDocument, termsOf } from './listedSum.ts';
import type { Fault } from './population.ts';
import { type Analyser, before, type Change, covers, edited, keyOf, withFigures } from './problems.ts';

/** What is found in a document as it stands: what must come back when a fault is mended. */
export interface Baseline {
  readonly document: SumDocument;
  readonly analyser: Analyser;
  readonly findings: readonly Finding[];
  readonly errors: ReadonlySet<string>;
  readonly preferred: ReadonlySet<string>;
}

/** What became of one wrong figure. */
export interface Verdict {
  /**
   * A new error has the cell in its range, or among its related places while it stands on another cell of a sum that
   * the fault breaks.
   */
  readonly detected: boolean;
  /** One new error alone, and its range is the cell. */
  readonly located: boolean;
  /** Its preferred fix gives the document back, and all that was found in it before. */
  readonly restored: boolean;
  readonly newErrors: readonly Finding[];
  /** Preferred fixes that were not there before: those that write the right value, and all. */
  readonly rightFixes: number;
  readonly fixes: number;
}

/** What is said of a document before a fault is put into it: only what comes on top of that is told of the fault. */
export function baselineOf(document: SumDocument, analyser: Analyser): Baseline {
  const findings = analyser(document.text);
  const errors = new Set(findings.filter(isError).map((finding) => keyOf(finding, [])));
  const preferred = new Set(preferredOf(findings, []).map(({ key }) => key));
  return { document, analyser, findings, errors, preferred };
}

/** Tries a document with one wrong figure. */
export function judge(baseline: Baseline, { cell: index, wrongText, broken }: Fault): Verdict {
  const { document, analyser } = baseline;
  const cell = cellAt(document, index);
  const { text, changes } = withFigures(document.text, [{ cell, newText: wrongText }]);
  const findings = analyser(text);
  const place = { line: cell.line, start: cell.start, end: cell.start + wrongText.length };
  const operands = broken.flatMap((sum) => termsOf(sum).map((term) => cellAt(document, term.cell)));
  const newErrors = newErrorsOf(baseline, findings, changes);
  const [only, ...others] = newErrors;
  const fixes = newFixesOf(baseline, findings, changes);
  const right = fixes.filter((fix) => mends(document.text, cell, edited(text, fix.edits)));
  const located = only !== undefined && others.length === 0 && isExactly(only, text, place);
  return {
    detected: newErrors.some(
      (finding) =>
        covers(finding.range, place) || (speaksOf(finding, place) && standsOn(finding, operands, changes)),
    ),
    located,
    restored:
      located && fixes.length > 0 && right.length === fixes.length && bringsBack(baseline, text, fixes),
    ...{ newErrors, rightFixes: right.length, fixes: fixes.length },
  };
}

/** Whether a finding stands on one of these cells of the document as it was. */
function standsOn({ range }: Finding, cells: readonly Cell[], changes: readonly Change[]): boolean {
  const { line, character } = before(changes, range.start);
  return cells.some((cell) => cell.line === line && cell.start <= character && character < cell.end);
}

/** Errors that are not in the document as it stands. */
export function newErrorsOf(
  { errors }: Baseline,
  findings: readonly Finding[],
  changes: readonly Change[],
): Finding[] {
  return findings.filter((finding) => isError(finding) && !errors.has(keyOf(finding, changes)));
}

/** Preferred fixes that are not offered in the document as it stands. */
export function newFixesOf(
  { preferred }: Baseline,
  findings: readonly Finding[],
  changes: readonly Change[],
): Fix[] {
  return preferredOf(findings, changes).flatMap(({ key, fix }) => (preferred.has(key) ? [] : [fix]));
}

/** Whether a finding has a place in its range or among its related places. */
export function speaksOf({ range, related }: Finding, place: Span): boolean {
  return covers(range, place) || related.some((other) => covers(other.range, place));
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function preferredOf(findings: readonly Finding[], changes: readonly Change[]): { key: string; fix: Fix }[] {
  return findings.flatMap((finding) =>
    finding.fixes
      .filter(({ preferred }) => preferred)
      .map((fix) => ({
        key: `${keyOf(finding, changes)} ${fix.edits.map(({ newText }) => newText).join('|')}`,
        fix,
      })),
  );
}

/** The figure and nothing else; a form prints its unit in the same cell. */
function isExactly({ range }: Finding, text: string, place: Span): boolean {
  if (!covers(range, place)) return false;
  const { start, end } = range;
  const line = text.split('\n')[start.line] ?? '';
  const figure = line.slice(place.start, place.end);
  return line.slice(start.character, end.character).replace('万元', '').trim() === figure;
}

/** Whether a text is the document again but for the way the figure is written. */
function mends(original: string, cell: Cell, text: string): boolean {
  if (text === original) return true;
  const [ours, theirs] = [original.split('\n'), text.split('\n')];
  const [line = '', changed = ''] = [ours[cell.line], theirs[cell.line]];
  ours[cell.line] = '';
  theirs[cell.line] = '';
  const tail = line.slice(cell.end);
  if (ours.join('\n') !== theirs.join('\n')) return false;
  if (!changed.startsWith(line.slice(0, cell.start)) || !changed.endsWith(tail)) return false;
  const figure = changed.slice(cell.start, changed.length - tail.length);
  return amountIn(figure)?.micro === cell.amount.micro;
}

function bringsBack(
  { document, analyser, findings }: Baseline,
  text: string,
  fixes: readonly Fix[],
): boolean {
  return fixes.every((fix) => {
    const mended = edited(text, fix.edits);
    if (mended === document.text) return true;
    const keys = (found: readonly Finding[]) => found.map((finding) => keyOf(finding, [])).join('\n');
    return keys(analyser(mended)) === keys(findings);
  });
}
