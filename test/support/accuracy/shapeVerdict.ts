import type { Finding } from '#core/findings.ts';
import type { Span } from './amount.ts';
import { covers, edited, withFigures } from './problems.ts';
import type { ShapedFault } from './shapes.ts';
import { type Baseline, newErrorsOf, newFixesOf, speaksOf } from './verdict.ts';

/** What became of several wrong figures at once. */
export interface ShapeVerdict {
  /** A new error speaks of one of the cells; of a pair, of each. */
  readonly detected: boolean;
  /**
   * What happened is told: of a slide, one new error alone names it and speaks of all cells but one at most; of a
   * swap, one new error alone speaks of both; of a pair, two new errors alone have a cell each for their range.
   */
  readonly recognised: boolean;
  /** All preferred fixes together give the document back, to the byte. */
  readonly restored: boolean;
}

/** Tries a document with several wrong figures at once. */
export function judgeShape(baseline: Baseline, { shape, figures }: ShapedFault): ShapeVerdict {
  const { document, analyser } = baseline;
  const written = figures.map(({ cell, newText }) => ({
    cell,
    newText: newText || ' '.repeat(cell.text.length),
  }));
  const { text, changes } = withFigures(document.text, written);
  const findings = analyser(text);
  const errors = newErrorsOf(baseline, findings, changes);
  const fixes = newFixesOf(baseline, findings, changes).flatMap((fix) => fix.edits);
  const spoken = changes.filter((place) => errors.some((finding) => speaksOf(finding, place)));
  return {
    detected: shape === 'pair' ? spoken.length === changes.length : spoken.length > 0,
    recognised: shape === 'pair' ? areApart(errors, changes) : isTold(errors, shape, changes),
    restored: edited(text, fixes) === document.text,
  };
}

/** The words by which a finding says in its rule or its parameters that figures slid. */
const SLIDE = /slid|shift/i;

function isTold(errors: readonly Finding[], shape: ShapedFault['shape'], places: readonly Span[]): boolean {
  const [only, ...others] = errors;
  if (only === undefined || others.length > 0) return false;
  const silent = places.filter((place) => !speaksOf(only, place)).length;
  if (shape === 'swap-in-column' || shape === 'swap-in-row') return silent === 0;
  return silent <= 1 && SLIDE.test(`${only.rule} ${JSON.stringify(only.params)}`);
}

function areApart(errors: readonly Finding[], places: readonly Span[]): boolean {
  const isSaid = (place: Span) => errors.some(({ range }) => covers(range, place));
  return errors.length === places.length && places.every(isSaid);
}
