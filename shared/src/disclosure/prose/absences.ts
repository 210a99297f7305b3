import { type Label, readLabel } from './labels.ts';
import type { Reading, Stretch } from './prose.ts';
import { contextScope } from './scopes.ts';
import { type AbsenceDraft, known, type Place, type State, unknown } from './state.ts';
import { type Concept, countConcept } from './vocabulary/concepts.ts';

/** Words that say there is none, when names follow. */
const NONE =
  /(?:没有(?:使用|安排)?|未(?:使用|安排|发生|编制|列支|开支|涉及)|不涉及|暂无|均无|无)(?!变化|增减|变动|关|可比|法|需|论|线|障碍|偿|纸|形|房|证|差)/g;
/** 及 and 和 stand in names too: 公务用车购置及运行维护费. */
const PARTS = /、|以及|或|(?<!购置|维护|运行|办公厅|缴费)[和及](?!运行|购置|维护)/;
/** Words behind a name that do not belong to it. */
const BEHIND_NAME = /(?:安排的支出|安排支出|安排的?|的?情况|收支预算|经费预算|预算支出|预算收支|计划)$/;
const MAX_NAMES = 120;
const CLAUSES_BACK = 12;

/** Finds what a clause says there is none of: 没有使用政府性基金预算拨款安排的支出. */
export function findAbsences(state: State, place: Place, own: Stretch): AbsenceDraft[] {
  const text = place.source.compact.text;
  const words = text.slice(own.start, own.end);
  const found = [...words.matchAll(NONE)].at(-1);
  if (!found) return [];
  const start = own.start + found.index + found[0].length;
  const names = text.slice(start, Math.min(own.end, start + MAX_NAMES));
  const absences: AbsenceDraft[] = [];
  let at = start;
  for (const part of names.split(PARTS)) {
    const from = text.indexOf(part, at);
    at = from + part.length;
    const absence = readName(state, place, part, { start: from, end: at }, words.slice(0, found.index));
    if (absence) absences.push(absence);
  }
  return absences;
}

function readName(
  state: State,
  place: Place,
  name: string,
  stretch: Stretch,
  front: string,
): AbsenceDraft | undefined {
  const label = readLabel(name);
  const full = label.concept ? label : readLabel(name.replace(BEHIND_NAME, ''));
  const concept = full.concept ?? (full.scope ? undefined : countConcept(name));
  if (concept === undefined && full.scope === undefined) return undefined;
  return {
    paragraph: place.paragraph,
    sentence: place.clause.sentence,
    stretch,
    concept: conceptOf(concept, full),
    scope: full.scope ? known(full.scope, 'certain', 'words') : frontScope(state, place, concept, front),
    years: yearsOf(place),
  };
}

function conceptOf(concept: Concept | undefined, { reason, unsure }: Label): Reading<Concept> {
  return concept ? known(concept, unsure ? 'likely' : 'certain', 'words') : unknown(reason);
}

/** 一般公共预算无会议费: the budget is named in front. */
function frontScope(
  state: State,
  place: Place,
  concept: Concept | undefined,
  front: string,
): AbsenceDraft['scope'] {
  const { scope } = readLabel(front);
  return scope ? known(scope, 'certain', 'clause-before') : contextScope(state, place, concept);
}

function yearsOf(place: Place): number[] {
  const { clauses } = place.source;
  const first = Math.max(place.opening.index, place.clause.index - CLAUSES_BACK);
  return clauses.slice(first, place.clause.index + 1).flatMap(({ years }) => years.map(({ year }) => year));
}
