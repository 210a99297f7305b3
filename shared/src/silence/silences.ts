import type { Disclosure } from '../disclosure/disclosure.ts';
import { type TableExtent, tableExtents } from '../disclosure/tableExtent.ts';
import type { Finding } from '../findings.ts';
import { ruleNamed } from '../messages/ruleNames.ts';
import { RULES, type RuleId, type SilenceState } from '../rules.ts';
import type { SplitText } from '../syntax/lines.ts';
import { isSilenceLine, readSilenceLine, SILENCE_WORD, type SilenceLine } from '../syntax/silenceLine.ts';
import type { Range } from '../text/range.ts';
import { lastIndexUpTo } from '../text/sorted.ts';

/** What is written where a reason is to be filled in; it is none itself. */
export const REASON_PLACEHOLDER = '请写明理由';

/** The reasons that a quick fix and this documentation leave to be filled in. */
const NO_REASONS: ReadonlySet<string> = new Set(['', REASON_PLACEHOLDER, '理由']);

/** A silence for the whole document stands among its first lines. */
const TOP_LINES = 20;

/** The findings of a document after its silences have been heeded. */
export interface Silenced {
  /** What is still said, what is wrong with the silences themselves included. */
  readonly findings: readonly Finding[];
  /** What is not said, each for a reason that stands in the text. */
  readonly silenced: readonly Finding[];
}

/** A silence at its place, and the lines it covers. */
interface Silence {
  readonly line: number;
  readonly written: SilenceLine;
  /** The rule that is meant; undefined where there is none of that name. */
  readonly rule: RuleId | undefined;
  readonly first: number;
  readonly last: number;
}

/**
 * Takes out the findings that the text asks to be silent about. A silence covers the next line; in front of a
 * table or its title the whole table; with 全文 at the top the whole document. One without a reason, or one
 * that does not silence anything, is a finding itself (`silence-unused`).
 *
 * @param canSpeak whether a rule would have said something if there were anything to say
 */
export function heedSilences(
  findings: readonly Finding[],
  document: SplitText,
  disclosure: Disclosure,
  canSpeak: (rule: RuleId) => boolean,
): Silenced {
  const silences = readSilences(document, disclosure);
  if (silences.length === 0) return { findings, silenced: [] };
  const used = new Set<Silence>();
  const inForce = silences.filter(isInForce);
  const silenced = new Set(
    findings.filter((finding) => {
      const { line } = finding.range.start;
      const covering = inForce.filter(
        ({ rule, first, last }) => rule === finding.rule && first <= line && line <= last,
      );
      for (const silence of covering) used.add(silence);
      return covering.length > 0;
    }),
  );
  const isNeeded = (silence: Silence): boolean =>
    used.has(silence) || (silence.rule !== undefined && !canSpeak(silence.rule));
  const unused = silences.flatMap((silence) => silenceFinding(silence, isNeeded(silence)) ?? []);
  return {
    findings: [...findings.filter((finding) => !silenced.has(finding)), ...unused],
    silenced: [...silenced],
  };
}

function readSilences({ text, lines }: SplitText, disclosure: Disclosure): Silence[] {
  // Nearly every document has none, and is not to be searched line by line at every key.
  if (!text.includes(SILENCE_WORD)) return [];
  const extents = tableExtents(disclosure.tables);
  return lines.flatMap((words, line) => {
    const written = readSilenceLine(words);
    if (!written) return [];
    const rule = ruleNamed(written.rule);
    return { line, written, rule, ...(written.whole ? wholeOf(lines) : coverOf(line, lines, extents)) };
  });
}

interface Cover {
  readonly first: number;
  readonly last: number;
}

function wholeOf(lines: readonly string[]): Cover {
  return { first: 0, last: lines.length - 1 };
}

/** The table that begins in the next line that says something, its title counted, else that line. */
function coverOf(line: number, lines: readonly string[], extents: readonly TableExtent[]): Cover {
  let next = line + 1;
  while (next < lines.length && (lines[next]?.trim() === '' || isSilenceLine(lines[next] ?? ''))) next++;
  const extent = extents[lastIndexUpTo(extents, next, ({ first }) => first)];
  const isInside = extent !== undefined && next <= extent.last;
  return isInside && next <= extent.placed.line
    ? { first: next, last: extent.last }
    : { first: next, last: next };
}

function isInForce(silence: Silence): boolean {
  return problemOf(silence) === undefined;
}

/** Why a silence cannot be heeded; undefined where it can. */
function problemOf({
  written: { rule: name, reason, whole },
  rule,
  line,
}: Silence): SilenceState | undefined {
  if (name === '') return 'no-rule';
  if (rule === undefined) return 'unknown-rule';
  if (NO_REASONS.has(reason)) return 'no-reason';
  return whole && line >= TOP_LINES ? 'not-at-top' : undefined;
}

function silenceFinding(silence: Silence, needed: boolean): Finding | undefined {
  const { written, line } = silence;
  const state = problemOf(silence) ?? (needed ? undefined : 'unused');
  if (!state) return undefined;
  const range: Range = {
    start: { line, character: written.start },
    end: { line, character: written.end },
  };
  return {
    rule: 'silence-unused',
    severity: RULES['silence-unused'].severity,
    range,
    params: { state, silenced: written.rule },
    related: [],
    fixes: [],
  };
}
