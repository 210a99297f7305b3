import { type Label, readLabel } from './labels.ts';
import type { Reading } from './prose.ts';
import { isOfTotal, type ScopeContext } from './scopes.ts';
import { type FigureDraft, known, type Place, passedOn, type State, unknown } from './state.ts';
import type { Concept } from './vocabulary/concepts.ts';
import { findBase, findIntroduction } from './wording.ts';

/** 支出 alone, and 支出决算为 behind another figure: no whose, no when. */
const BARE = /^[,、:的]?(?:实际)?(?:支出|收入)(?:为|共|共计)?$/;
/** 行政事业单位离退休（款）：2024年预算支出合计: behind a 科目 it is all of that. */
const OF_ITEM =
  /^[,、:的]?(?:20\d{2}年度?)?(?:预算|决算|实际)?支出(?:年初预算|预算|决算)?数?(?:总计|合计|共计|共|为){0,2}$/;
const WEAK = /^[,、:的]?(?:实际)?(?:支出|收入)(?:年初预算|预算|决算)?数?(?:为|共|共计|合计)?$/;
/** A clause in front of the figure's own names it only if it is this near. */
const CLAUSES_BACK = 3;
const MAX_CLAUSE = 40;
const COVERAGE_WORDS = 160;
const COVERED = /涉及[^。]{0,60}$/;

/** What is known of a value before its concept is read. */
export interface ConceptContext extends ScopeContext {
  /** Counted things stand between the words and the figure. */
  readonly counted: boolean;
  /** Where its digits begin, in the compact text. */
  readonly at: number;
}

/** The concept words are read under: that of the list, of the words in front of the item, of the heading. */
export function contextConcept(state: State, place: Place): Concept | undefined {
  const list = place.open.at(-1) ?? place.inherited;
  const parent = list?.parent === undefined ? undefined : state.figures[list.parent];
  const main = place.main === undefined ? undefined : state.figures[place.main];
  const outside = place.outside.at(-1);
  const bracketed = outside === undefined ? undefined : state.figures[outside];
  return (
    bracketed?.concept.value ??
    parent?.concept.value ??
    main?.concept.value ??
    place.runIn?.concept ??
    state.context.headings.find(({ concept }) => concept !== undefined)?.concept
  );
}

/** What a value is an amount of. */
export function conceptOf(state: State, place: Place, around: ConceptContext): Reading<Concept> {
  const { label, before, membership, prior, counted } = around;
  if (counted && !membership.announced) return unknown('counted');
  const parent = membership.parent?.concept;
  if (membership.parent?.role === 'count' && parent?.confidence !== 'unknown')
    return passedOn(parent ?? unknown('no-words'), 'parent');
  if (isOfUnknown(state, place, membership)) return unknown('parent');
  if (isCoverage(state, place, around)) return known('performance-coverage', 'likely', 'words');
  if (label.concept && label.concept !== 'appropriation')
    return known(label.concept, label.unsure ? 'likely' : 'certain', 'words');
  if (label.concept === 'appropriation') return sideOfAppropriation(state, place, around);
  if (label.reason !== 'no-words') return unknown(label.reason);
  if (before?.concept) return known(before.concept, 'certain', 'clause-before');
  if (prior) return passedOn(prior.concept, 'subject');
  const isFirst = state.figures.length === place.firstFigure;
  if (isFirst && place.runIn?.concept) return known(place.runIn.concept, 'likely', 'run-in-head');
  if (parent) {
    return parent.confidence !== 'unknown' && (label.period || label.scope)
      ? known(parent.value, 'likely', 'parent')
      : unknown('no-words');
  }
  if (!isFirst) return unknown('no-words');
  const [heading] = state.context.headings;
  // 某项目：2026年预算数34万元 is of what its own words name, whatever that is.
  if (isUnderUnknownHead(place)) return unknown('unknown-words');
  return heading?.concept ? known(heading.concept, 'likely', 'heading') : unknown('no-words');
}

/**
 * 基本支出 of something that is not known is not 基本支出 as such: 初中教育支出9万元,其中:基本支出9万元, or
 * 初中教育:预算数9万元,其中:基本支出9万元.
 */
function isOfUnknown(state: State, place: Place, { parent, list }: ConceptContext['membership']): boolean {
  if (!parent || list?.introduction === 'order' || parent.concept.confidence !== 'unknown') return false;
  if (parent.role === 'count') return false;
  const isFirst = state.figures[place.firstFigure] === parent;
  return parent.concept.reason !== 'no-words' || (isFirst && isUnderUnknownHead(place));
}

/** Words in front of a paragraph's colon that name something which is not known. */
function isUnderUnknownHead({ source: { clauses, compact } }: Place): boolean {
  const [first] = clauses;
  if (first?.mark !== ':' || first.numbers.length > 0) return false;
  const { concept, scope, reason } = readLabel(compact.text.slice(first.start, first.end));
  return !concept && !scope && reason === 'unknown-words';
}

/** 拨款 is income or expenditure as the whole is, or the part of the whole that it pays. */
function sideOfAppropriation(state: State, place: Place, { membership }: ConceptContext): Reading<Concept> {
  const parent = membership.parent?.concept.value;
  const whole = parent === 'balance' ? undefined : parent;
  if (whole) return known(whole, 'likely', 'parent');
  const side = membership.list?.side ?? sideOf(contextConcept(state, place));
  return side ? known(side, 'likely', 'heading') : known('appropriation', 'likely', 'words');
}

function sideOf(concept: Concept | undefined): 'income' | 'expenditure' | undefined {
  return concept === 'income' || concept === 'expenditure' ? concept : undefined;
}

/** 绩效目标管理…涉及…万元: how much is covered, not a figure of the budget. */
function isCoverage(state: State, place: Place, { label, counted, at }: ConceptContext): boolean {
  const text = place.source.compact.text.slice(Math.max(0, at - COVERAGE_WORDS), at);
  const sentence = text.slice(text.lastIndexOf('。') + 1);
  if (!sentence.includes('绩效') && !state.context.performance) return false;
  const generic =
    label.reason === 'no-words' || label.concept === 'appropriation' || label.concept === 'balance';
  return (generic || (label.concept === 'project' && counted)) && COVERED.test(sentence);
}

/**
 * 支出 alone, with neither whose nor when, says little: it may be that of 公务接待24批次,支出2万元. It counts where
 * 收入 stands in front of it in the same sentence, or the heading is about the whole.
 */
export function weakened(state: State, place: Place, words: string, label: Label): Label {
  const isFirst = state.figures.length === place.firstFigure;
  if (isFirst && place.runIn?.subject?.level && OF_ITEM.test(words)) return withoutConcept(label);
  if (!WEAK.test(words)) return label;
  const inSentence = place.last !== undefined && place.last >= place.sentenceFigure;
  const last = inSentence && place.last !== undefined ? state.figures[place.last] : undefined;
  if (!last && !BARE.test(words)) return label;
  const context = last ? last.concept.value : contextConcept(state, place);
  if (isOfTotal(context)) return label;
  return label.concept === 'expenditure' && isPartOfIncome(state, last) ? label : withoutConcept(label);
}

/** 收入预算100万元，其中：上年结转10万元；支出预算100万元: the item in front of 支出 is one of 收入. */
function isPartOfIncome(state: State, figure: FigureDraft | undefined): boolean {
  const whole = figure?.list?.parent;
  return whole !== undefined && state.figures[whole]?.concept.value === 'income';
}

function withoutConcept({ concept: _concept, ...rest }: Label): Label {
  return { ...rest, words: '', reason: 'no-words' };
}

/** The words of a clause without figures in front of a figure whose own words say nothing. */
export function clauseBefore(state: State, place: Place, start: number): Label | undefined {
  const { clauses, compact } = place.source;
  const at = place.clause.index;
  if (start > place.clause.start) return undefined;
  for (let back = 1; back <= CLAUSES_BACK; back++) {
    const clause = clauses[at - back];
    if (!clause || clause.sentence !== place.clause.sentence || clause.numbers.length > 0) return undefined;
    const words = compact.text.slice(clause.start, clause.end);
    if (words.length > MAX_CLAUSE || findIntroduction(words) || findBase(words)) return undefined;
    const label = readLabel(words, contextConcept(state, place));
    if (label.concept) return label;
    if (label.reason !== 'no-words') return undefined;
  }
  return undefined;
}
