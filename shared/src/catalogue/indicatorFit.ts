import { remember } from '../text/remember.ts';
import { comparedNames } from './indicatorNames.ts';
import type { Indicator } from './indicators.ts';
import { normalizeName } from './names.ts';
import { kindsOfProject } from './projectKinds.ts';
import { isSetting, type Subject, subjectsOf } from './subjects.ts';

/** What a document says of the project that a row of a table of indicators is about. */
export interface ProjectText {
  /** What the form gives as 项目名称; empty where none is in sight. */
  readonly name: string;
  /** All else that the form and its list of indicators hold, but for the row asked about. */
  readonly about: string;
}

/** What counts for an indicator: the kind of the project, its field, and each pair of characters they share. */
const KIND = 4;
const KIND_BY_FORM = 2;
const OTHER_KIND = -5;
const SUBJECT = 6;
const SUBJECT_BY_FORM = 2;
const OTHER_SUBJECT = -9;
/** Another place, or another field beside one that fits: 农村危房改造户数 in a project of roads in villages. */
const OTHER_BESIDE = -4;
const PAIR = 1;
const MOST_PAIRS = 6;
const PAIR_BY_FORM = 0.25;
const MOST_PAIRS_BY_FORM = 6;
/** Words in the names of most projects, which tell nothing. */
const COMMON = new Set(['项目', '经费', '工作', '专项', '支出', '业务', '资金', '费用', '年度']);

/** What an indicator is known by beside its names: remembered, for libraries are large. */
const traitsOf = remember((indicator: Indicator) => ({
  pairs: pairsOf(comparedNames(indicator)[0] ?? ''),
  subjects: subjectsOf(indicator.name),
}));

/**
 * How well indicators fit a project. What is done in a project of its kind counts for an indicator, and so does each
 * word they share; an indicator of a field that neither the project nor its department works in sinks below those
 * that any project may have.
 *
 * @param department the body that publishes, whose name tells its field
 */
export function fitFor({ name, about }: ProjectText, department: string): (indicator: Indicator) => number {
  const named = new Set(kindsOfProject(name));
  const kinds = named.size > 0 ? named : new Set(kindsOfProject(about));
  const kindWeight = named.size > 0 ? KIND : KIND_BY_FORM;
  const own = new Set(subjectsOf(name));
  const around = new Set(subjectsOf(`${department}\n${about}`));
  const pairs = new Set(pairsOf(normalizeName(name)));
  const pairsAround = new Set(pairsOf(normalizeName(about)));
  return (indicator) => {
    const traits = traitsOf(indicator);
    let shared = 0;
    let sharedAround = 0;
    for (const pair of traits.pairs) {
      if (pairs.has(pair)) shared++;
      if (pairsAround.has(pair)) sharedAround++;
    }
    return (
      kindScore(indicator) +
      subjectScore(traits.subjects) +
      PAIR * Math.min(MOST_PAIRS, shared) +
      PAIR_BY_FORM * Math.min(MOST_PAIRS_BY_FORM, sharedAround)
    );
  };

  function kindScore({ kinds: fitting }: Indicator): number {
    if (!fitting || kinds.size === 0) return 0;
    if (fitting.some((kind) => kinds.has(kind))) return kindWeight;
    return named.size > 0 ? OTHER_KIND : 0;
  }

  function subjectScore(subjects: readonly Subject[]): number {
    if (subjects.length === 0) return 0;
    const fitting = subjects.filter((subject) => own.has(subject) || around.has(subject));
    if (fitting.length === 0) return subjects.every(isSetting) ? OTHER_BESIDE : OTHER_SUBJECT;
    const telling = fitting.filter((subject) => !isSetting(subject));
    const score = telling.some((subject) => own.has(subject))
      ? SUBJECT
      : telling.length > 0
        ? SUBJECT_BY_FORM
        : 0;
    return score + (fitting.length < subjects.length ? OTHER_BESIDE : 0);
  }
}

function pairsOf(text: string): readonly string[] {
  const pairs = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 2 <= run.length; at++) pairs.add(run.slice(at, at + 2));
  }
  for (const common of COMMON) pairs.delete(common);
  return [...pairs];
}
