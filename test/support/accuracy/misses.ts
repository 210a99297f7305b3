import type { Finding } from '#core/findings.ts';
import { cellAt, type SumDocument } from './listedSum.ts';
import type { Measured } from './measure.ts';
import { groupedBy, type Trial } from './tally.ts';

/** Examples shown of each class of misses, and lines listed. */
const EXAMPLES = 4;
const LINES = 40;

/** Documents whose misses are told together, if in the same table or kind of table. */
export interface MissedIn {
  readonly name: string;
  readonly documents: readonly Measured[];
}

interface Miss {
  readonly class: string;
  readonly group: string;
  readonly document: SumDocument;
  readonly trial: Trial;
}

/**
 * What was missed, for those who work on the engine: by class, document and table, most frequent first, with
 * examples. Lines and cells are counted from 1, as in test/truth/sums-*.json. Ties are left out.
 */
export function missesPage(groups: readonly MissedIn[]): string {
  const misses = groups.flatMap(({ name: group, documents }) =>
    documents.flatMap(({ document, trials }) =>
      trials.flatMap((trial) =>
        classesOf(trial).map((name): Miss => ({ class: name, group, document, trial })),
      ),
    ),
  );
  const classes = sorted(groupedBy(misses, (miss) => miss.class));
  const tables = sorted(groupedBy(misses, (miss) => `${miss.class} — ${placeOf(miss)}`));
  return [
    '# Misses, most frequent first',
    '',
    '| class | pairs |',
    '|---|---|',
    ...classes.map(([name, group]) => `| ${name} | ${group.length} |`),
    ...tables.flatMap(([name, group]) => ['', ...section(name, group)]),
    '',
  ].join('\n');
}

function classesOf({ fault, verdict }: Trial): string[] {
  const wrong = verdict.fixes > verdict.rightFixes ? ['WRONG PREFERRED FIX'] : [];
  if (fault.tie || verdict.restored) return wrong;
  if (!verdict.detected)
    return [...wrong, verdict.newErrors.length > 0 ? 'not detected, error elsewhere' : 'not detected'];
  if (!verdict.located) {
    return [
      ...wrong,
      verdict.newErrors.length > 1 ? 'not located, several new errors' : 'not located, another cell marked',
    ];
  }
  return [...wrong, verdict.fixes === 0 ? 'located, no preferred fix' : 'located, not restored by the fix'];
}

function placeOf({ group, document, trial }: Miss): string {
  const { table } = cellAt(document, trial.fault.cell);
  const title = table.replace(/^\d+ (?:.*(?:局|委员会|中心|厅|院))?(?:\d{4}年(?:度)?)?/, '');
  return `${group}, ${title} (${trial.fault.coverage})`;
}

function section(name: string, misses: readonly Miss[]): string[] {
  const lines = [...new Set(misses.map(lineOf))];
  const kinds = sorted(groupedBy(misses, ({ trial }) => trial.fault.kind));
  const cells = groupedBy(misses, ({ document, trial }) => `${document.name} ${trial.fault.cell}`);
  const first = [...cells.values()].flatMap(([miss]) => miss ?? []);
  return [
    `### ${misses.length} × ${name}`,
    '',
    `- ${lines.slice(0, LINES).join(', ')}${lines.length > LINES ? ' …' : ''}`,
    `- ${kinds.map(([kind, group]) => `${kind} ${group.length}`).join(', ')}`,
    ...first.slice(0, EXAMPLES).map(example),
  ];
}

function lineOf({ document, group, trial }: Miss): string {
  const line = `L${cellAt(document, trial.fault.cell).line + 1}`;
  return document.name === group ? line : `${document.name} ${line}`;
}

function example(miss: Miss): string {
  const { document, trial } = miss;
  const { fault, verdict } = trial;
  const broken = fault.broken.map(({ kind, words }) => `${kind} ${words}`).join('; ');
  const reported = verdict.newErrors.map(words).join('; ') || 'nothing';
  const change = `\`${cellAt(document, fault.cell).text}\` → \`${fault.wrongText}\` (${fault.kind})`;
  return `- ${lineOf(miss)} ${change} breaks ${broken}; new: ${reported}`;
}

function words({ rule, range, fixes }: Finding): string {
  const offered = fixes.map(
    ({ preferred, edits }) => `${preferred ? '★' : ''}${edits.map(({ newText }) => newText)}`,
  );
  return `${rule} at L${range.start.line + 1}:${range.start.character + 1} [${offered.join(', ')}]`;
}

function sorted<K, T>(groups: ReadonlyMap<K, readonly T[]>): (readonly [K, readonly T[]])[] {
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
