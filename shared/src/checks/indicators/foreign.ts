import { isSetting, type Subject, subjectsOf } from '../../catalogue/subjects.ts';
import { projectNameIn } from '../../disclosure/projectText.ts';
import type { Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { PlacedIndicators } from '../../indicators/placedIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { OUTPUTS } from './groups.ts';

/** Fields that any project may touch: it is to be safe, to keep the air clean, to be audited. */
const EVERYWHERE: ReadonlySet<Subject> = new Set(['应急安全', '生态环境', '审计财政', '园林绿化']);
/** A shorter form says too little of its project. */
const MIN_FORM = 40;
/** One may be a part of the work that the form does not speak of; a block pasted from another project has several. */
const MIN_FOREIGN = 2;

/**
 * Outputs of a field that neither the project's form nor the department works in (`indicator-foreign`, P10): roads
 * and water supply in a project of training, as lists have them that were copied from another project.
 *
 * @param organ the body that publishes; empty where it is not known
 */
export function foreignIndicators(
  { placed, indicators, isWhole, isPart }: PlacedIndicators,
  organ: string,
): Finding[] {
  const form = isWhole || isPart ? undefined : formText(placed.table);
  if (form === undefined) return [];
  const known = new Set(subjectsOf(`${organ}\n${form}`));
  if (known.size === 0) return [];
  const foreign = indicators.entries.flatMap((entry) => {
    const subject = isOutput(entry) ? foreignSubject(entry.name, known) : undefined;
    return subject === undefined ? [] : [{ entry, subject }];
  });
  return foreign
    .filter((each) => foreign.filter(({ subject }) => subject === each.subject).length >= MIN_FOREIGN)
    .map(({ entry, subject }) => finding(entry, subject));
}

/** What the form above the list says of its one project; undefined where that is too little to judge by. */
const formText = remember(({ rows, indicators }: Table): string | undefined => {
  const above = rows.filter(({ line }) => indicators !== undefined && line < indicators.line);
  if (rows.filter((row) => projectNameIn(row) !== undefined).length !== 1) return undefined;
  if (!above.some((row) => projectNameIn(row) !== undefined)) return undefined;
  const text = above
    .map(({ cells }) => cells.map((cell) => cell?.whole ?? cell?.text ?? '').join('\t'))
    .join('\n');
  return text.replace(/\s/g, '').length < MIN_FORM ? undefined : text;
});

/** What is produced is the project's own; effects reach into other fields. */
function isOutput({ name, level2 }: IndicatorEntry): boolean {
  const [category] = level2?.categories ?? [];
  return name !== '' && category !== undefined && OUTPUTS.has(category);
}

/** The one field of a name that is not among those known; undefined where any is, or where it speaks of several. */
function foreignSubject(name: string, known: ReadonlySet<Subject>): Subject | undefined {
  const [subject, ...others] = subjectsOf(name).filter((each) => !isSetting(each));
  if (subject === undefined || others.length > 0 || EVERYWHERE.has(subject)) return undefined;
  return known.has(subject) ? undefined : subject;
}

function finding({ name, cell }: IndicatorEntry, subject: Subject): Finding {
  return {
    rule: 'indicator-foreign',
    severity: RULES['indicator-foreign'].severity,
    range: rangeOf(cell.span),
    params: { name, subject },
    related: [],
    fixes: [],
  };
}
