import { BARE_YEAR } from '../../text/years.ts';
import { findAbsences } from './absences.ts';
import { rememberBase } from './bases.ts';
import { amountOf } from './brokenNumbers.ts';
import { readChange, readToward, readUnmeasured } from './changes.ts';
import type { Clause } from './clauses.ts';
import { readLabel } from './labels.ts';
import { closeLists, startsItem } from './lists.ts';
import { openList } from './openList.ts';
import type { Stretch } from './prose.ts';
import { readRatio } from './ratios.ts';
import { closeReason, endGroup, findReasonIn, openReason } from './reasons.ts';
import { type RoleReading, readRole } from './roles.ts';
import { LOOK_BACK, lastComparison, type Place, type State } from './state.ts';
import type { NumberToken } from './tokens.ts';
import { readValue } from './values.ts';
import { surelyContains } from './vocabulary/containment.ts';
import { findBase, findFlat, findGreaterLess, findIntroduction } from './wording.ts';

/** How many characters behind a unit may say that it is a limit. */
const BEHIND = 14;

/** 2023 without 年. */

/** 货物、工程、服务分别为: names for the figures that follow. */
const RESPECTIVELY = /^([^,]{3,80})分别(?:为|是)$/;

/** Reads a clause and goes on with what the clauses in front of it left open. */
export function readClause(state: State, place: Place, clause: Clause): void {
  if (clause.sentence !== place.clause.sentence) endSentence(state, place);
  else if (clause.group !== place.clause.group) endGroup(state, place, clause);
  if (clause.sentence !== place.clause.sentence) place.opening = clause;
  if (resumesParts(state, place, clause)) closeReason(state, place, place.clause.end);
  while (place.outside.length < clause.depth) place.outside.push(place.last);
  while (place.outside.length > clause.depth) place.last = place.outside.pop();
  place.clause = clause;
  closeLists(place);
  if (startsItem(place)) place.itemFigure = state.figures.length;
  let from = clause.start;
  for (const token of clause.numbers) {
    if (readNumber(state, place, token, from)) from = token.unitEnd;
  }
  readTail(state, place, { start: from, end: clause.end });
}

/**
 * Whether the parts of what the sentence is about follow behind a reason: “三公”经费10万元，比上年减少1万元，主要原因
 * 是厉行节约，其中：公务接待费2万元. Parts of a reason are of another kind.
 */
function resumesParts(state: State, place: Place, clause: Clause): boolean {
  const { clauses, compact } = place.source;
  const about = place.main === undefined ? undefined : state.figures[place.main]?.concept.value;
  if (!place.reason || about === undefined || !compact.text.startsWith('其中', clause.start)) return false;
  const named = clause.numbers.length > 0 ? clause : clauses[clause.index + 1];
  const [token] = named?.numbers ?? [];
  if (!named || !token) return false;
  const words = compact.text.slice(named.start, token.start).replace(/^其中/, '');
  const whole = { concept: about, scope: undefined, period: undefined };
  return surelyContains(whole, { ...whole, concept: readLabel(words).concept });
}

/**
 * Ends a sentence: its reason is closed, and its comparisons are kept for a reason that the next one gives. At a full
 * stop its lists are closed too; what a semicolon parts may still go on with them.
 */
export function endSentence(state: State, place: Place): void {
  closeReason(state, place, place.clause.end);
  const comparisons: number[] = [];
  for (
    let index = Math.max(place.sentenceComparison, state.comparisons.length - LOOK_BACK);
    index < state.comparisons.length;
    index++
  )
    comparisons.push(index);
  if (comparisons.length > 0 || state.figures.length > place.sentenceFigure) state.recent = comparisons;
  if (place.clause.mark === '。') {
    place.closed = [...place.closed, ...place.open].slice(-3);
    place.open.length = 0;
  }
  place.sentenceFigure = state.figures.length;
  place.sentenceComparison = state.comparisons.length;
  place.queue = [];
}

/** Reads one number with the words in front of it; false where it is no figure. */
function readNumber(state: State, place: Place, token: NumberToken, from: number): boolean {
  const { compact } = place.source;
  const definition = isDefinition(state, place);
  const raw = rawText(place, token);
  if (amountOf(raw) === undefined) return false;
  const start = definition ? from : readLead(state, place, { start: from, end: token.start });
  const own = { start, end: token.start };
  const words = compact.text.slice(own.start, own.end);
  const role = readRole(words, token, compact.text.slice(token.unitEnd, token.unitEnd + BEHIND));
  if (token.unit === '' && (BARE_YEAR.test(raw) || isListed(place, token) || !isBareFigure(role, words)))
    return false;
  if (definition || role.kind !== 'statement') {
    readRatio(state, place, token, own, definition ? { ...role, kind: 'definition' } : role);
    return true;
  }
  switch (role.role) {
    case 'value':
    case 'count':
      readValue(state, place, token, own, role);
      if (role.toward && role.toward.direction !== 'either') readToward(state, place, own, role.toward);
      break;
    case 'change':
    case 'percent-change':
      readChange(state, place, token, own, role);
      break;
    default: {
      const rate = rateInBrackets(state, place, token, own, role);
      if (rate) readChange(state, place, token, own, rate);
      else readRatio(state, place, token, own, role);
    }
  }
  return true;
}

/** An amount right in front of the bracket that holds nothing but a percentage. */
const AMOUNT_IN_FRONT = /\d[万亿]?元\($/;

/** 较上年减少18.50万元（65.37%）: a percentage alone in brackets says how much of the year before that is. */
function rateInBrackets(
  state: State,
  place: Place,
  token: NumberToken,
  { start, end }: Stretch,
  role: RoleReading,
): RoleReading | undefined {
  const { text } = place.source.compact;
  const last = lastComparison(state, place);
  if (role.role !== 'percent' || token.unit !== '%' || start !== end || text[token.unitEnd] !== ')')
    return undefined;
  if (last?.amount !== state.figures.length - 1 || last.percent !== undefined) return undefined;
  const { direction } = last;
  if ((direction !== 'up' && direction !== 'down') || !AMOUNT_IN_FRONT.test(text.slice(0, start)))
    return undefined;
  return { ...role, role: 'percent-change', direction: { direction, start: 0, end: 0, toValue: false } };
}

/** 收、支总计各是125.49,143.91万元: which is which only the order tells. */
function isListed({ source }: Place, { end }: NumberToken): boolean {
  return /^,\d/.test(source.compact.text.slice(end, end + 2));
}

/** A number without a unit is a figure only where the words leave no doubt: 较上年2.08减少…, 减少484.05,. */
function isBareFigure(role: RoleReading, words: string): boolean {
  if (role.isBase || (role.direction && role.base)) return true;
  const { concept, unsure } = readLabel(words.slice(0, role.direction?.start));
  return concept !== undefined && !unsure && words.length >= 4;
}

/** A number as the text prints it, blanks within it as well. */
export function rawText(place: Pick<Place, 'text' | 'source'>, token: NumberToken): string {
  const { offsets } = place.source.compact;
  const start = offsets[token.start] ?? 0;
  const end = (offsets[token.end - 1] ?? 0) + 1;
  return place.text.slice(start, end);
}

/** Reads what the words in front of a figure announce, and returns where the figure's own words begin. */
function readLead(state: State, place: Place, { start, end }: Stretch): number {
  const text = place.source.compact.text;
  let from = start;
  const reason = findReasonIn(state, place, text.slice(from, end));
  if (reason) {
    openReason(state, place, from + reason.start);
    from += reason.end;
  }
  const words = text.slice(from, end);
  const introduction = findIntroduction(words);
  if (introduction && !place.reason) {
    const front = words.slice(0, introduction.start);
    openList(state, place, introduction, front);
    from += introduction.end;
  }
  const names = RESPECTIVELY.exec(text.slice(from, end));
  if (names?.[1]) place.queue = names[1].split(/[、和及与]/).filter((part) => part.length > 1);
  return place.queue.length > 1 && names ? end : from;
}

/** Reads the words behind the last figure of a clause, or a clause without figures. */
function readTail(state: State, place: Place, own: Stretch): void {
  const text = place.source.compact.text;
  const words = text.slice(own.start, own.end);
  if (words === '' || isDefinition(state, place)) return;
  const reason = findReasonIn(state, place, words);
  // 主要原因是与上年持平 says why, not that something else stayed.
  const said = place.reason ? '' : words.slice(0, reason?.start);
  const base = findBase(said);
  const flat = findFlat(said);
  const more = findGreaterLess(said);
  if (flat) readUnmeasured(state, place, own, base, { ...flat, direction: 'flat' });
  else if (more) readUnmeasured(state, place, own, more.base, more);
  else if (base) rememberBase(state, place, base, own.start);
  const late = reason ?? findReasonIn(state, place, words);
  if (late) openReason(state, place, own.start + late.start);
  if (place.reason) return;
  const introduction = findIntroduction(words);
  if (introduction && introduction.end > words.length - 4)
    openList(state, place, introduction, words.slice(0, introduction.start));
  if (!flat) state.absences.push(...findAbsences(state, place, own));
}

function isDefinition(state: State, place: Place): boolean {
  return place.source.definition || state.context.definitions;
}
