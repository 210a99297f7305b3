import { parseAmount } from '../../text/amount.ts';
import { findAbsences } from './absences.ts';
import { rememberBase } from './bases.ts';
import { readChange, readToward, readUnmeasured } from './changes.ts';
import type { Clause } from './clauses.ts';
import { headLabel, type Label, readLabel } from './labels.ts';
import { closeLists, newList, openList } from './lists.ts';
import type { ParagraphNumbering, Stretch } from './prose.ts';
import { readRatio } from './ratios.ts';
import { type RoleReading, readRole } from './roles.ts';
import type { ParagraphSource } from './source.ts';
import { type ListDraft, LOOK_BACK, type PassageContext, type Place, type State } from './state.ts';
import type { NumberToken } from './tokens.ts';
import { readValue } from './values.ts';
import { findBase, findFlat, findGreaterLess, findIntroduction, findReason } from './wording.ts';

/** A paragraph to be read. */
export interface ParagraphInput {
  readonly text: string;
  readonly numbering?: ParagraphNumbering;
  readonly source: ParagraphSource;
}

/** The words in front of an item's colon or full stop are no longer. */
const MAX_RUN_IN = 26;
/** A 科目 with its 类, 款 and 项 is. */
const MAX_SUBJECT = 70;
/** How many characters behind a unit may say that it is a limit. */
const BEHIND = 14;
/** 2023 without 年. */
const BARE_YEAR = /^(?:19|20)\d{2}$/;
/** 货物、工程、服务分别为: names for the figures that follow. */
const RESPECTIVELY = /^([^,]{3,80})分别(?:为|是)$/;
/** Reasons that go on behind a semicolon: 一是…；二是…. */
const GOES_ON = /^(?:[二三四五六]是|其[二三四]|\(?[2-9][).、])/;

/** Reads the paragraphs of a passage one after the other. */
export function interpret(paragraphs: readonly ParagraphInput[], context: PassageContext): State {
  const state: State = {
    context,
    figures: [],
    comparisons: [],
    lists: [],
    ratios: [],
    reasons: [],
    absences: [],
    levels: [],
    pending: undefined,
    recent: [],
  };
  paragraphs.forEach((input, paragraph) => {
    readParagraph(state, paragraph, input);
  });
  return state;
}

function readParagraph(state: State, paragraph: number, { text, numbering, source }: ParagraphInput): void {
  const [first] = source.clauses;
  if (!first) return;
  if (numbering)
    while (state.levels.length > 0 && (state.levels.at(-1)?.level ?? 0) >= numbering.level)
      state.levels.pop();
  const runIn = runInOf(source.clauses, source.compact.text);
  const place: Place = {
    paragraph,
    text,
    source,
    runIn,
    clause: first,
    opening: first,
    firstFigure: state.figures.length,
    firstComparison: state.comparisons.length,
    sentenceFigure: state.figures.length,
    sentenceComparison: state.comparisons.length,
    inherited: undefined,
    open: [],
    orders: new Map(),
    last: undefined,
    outside: [],
    closed: [],
    queue: [],
  };
  const reading: Place = { ...place, ...inheritedBy(state, place, numbering) };
  for (const clause of source.clauses) readClause(state, reading, clause);
  endSentence(state, reading);
  endParagraph(state, reading, numbering);
}

/** The list a paragraph continues: that of the numbered paragraph above it, or one left open in front of it. */
function inheritedBy(
  state: State,
  place: Place,
  numbering: ParagraphNumbering | undefined,
): Pick<Place, 'inherited'> {
  if (!numbering) return { inherited: state.pending };
  const level = state.levels.at(-1);
  if (!level) return { inherited: undefined };
  // Items under two headings of the same figure are two lists: (一)按功能分类 1. 2. (二)按结构 1. 2.
  if (!level.list && level.main !== undefined) level.list = newList(state, place, level.main, 'numbering');
  else if (!level.list) {
    const above = state.levels.findLast(({ main, list }) => main !== undefined || list !== undefined);
    const parent = above?.list?.parent ?? above?.main;
    if (parent !== undefined) level.list = newList(state, place, parent, 'numbering');
  }
  return { inherited: level.list };
}

function endParagraph(state: State, place: Place, numbering: ParagraphNumbering | undefined): void {
  const last = place.source.clauses.at(-1);
  const unfinished = last?.mark === ':' || last?.mark === ';' || last?.mark === ',';
  const left = unfinished ? leftOpen(place, last?.mark) : undefined;
  const continued =
    place.inherited !== undefined &&
    !numbering &&
    place.main !== undefined &&
    state.figures[place.main]?.list === place.inherited;
  const list = left ?? (continued ? place.inherited : undefined);
  const main = place.named ?? place.main;
  if (numbering) {
    state.levels.push({
      level: numbering.level,
      ...(main !== undefined && { main }),
      ...(list && { list }),
    });
    state.pending = left;
    return;
  }
  state.pending = list;
  if (continued) return;
  if (place.main !== undefined) {
    state.levels.length = 0;
    state.levels.push({ level: 0, ...(main !== undefined && { main }), ...(list && { list }) });
  } else if (list) {
    const top = state.levels.at(-1);
    if (top) top.list = list;
    else state.levels.push({ level: 0, list });
  }
}

/** The list that a paragraph leaves open: announced by its colon, or broken off at a semicolon. */
function leftOpen(place: Place, mark: string | undefined): ListDraft | undefined {
  if (mark !== ':') return place.open.findLast(({ items }) => items.length > 0) ?? place.inherited;
  const announced = place.open.at(-1);
  return announced?.items.length === 0 ? announced : undefined;
}

function readClause(state: State, place: Place, clause: Clause): void {
  if (clause.sentence !== place.clause.sentence) endSentence(state, place);
  else if (clause.group !== place.clause.group) endGroup(state, place, clause);
  if (clause.sentence !== place.clause.sentence) place.opening = clause;
  while (place.outside.length < clause.depth) place.outside.push(place.last);
  while (place.outside.length > clause.depth) place.last = place.outside.pop();
  place.clause = clause;
  closeLists(place);
  let from = clause.start;
  for (const token of clause.numbers) {
    if (readNumber(state, place, token, from)) from = token.unitEnd;
  }
  readTail(state, place, { start: from, end: clause.end });
}

/** Reads one number with the words in front of it; false where it is no figure. */
function readNumber(state: State, place: Place, token: NumberToken, from: number): boolean {
  const { compact } = place.source;
  const definition = isDefinition(state, place);
  const raw = rawText(place, token);
  if (parseAmount(raw) === undefined) return false;
  const start = definition ? from : readLead(state, place, { start: from, end: token.start });
  const own = { start, end: token.start };
  const words = compact.text.slice(own.start, own.end);
  const role = readRole(words, token, compact.text.slice(token.unitEnd, token.unitEnd + BEHIND));
  if (token.unit === '' && (BARE_YEAR.test(raw) || !isBareFigure(role, words))) return false;
  if (definition || role.kind !== 'statement') {
    readRatio(state, place, token, own, definition ? { ...role, kind: 'definition' } : role);
    return true;
  }
  switch (role.role) {
    case 'value':
    case 'count':
      readValue(state, place, token, own, role);
      if (role.toward) readToward(state, place, own, role.toward);
      break;
    case 'change':
    case 'percent-change':
      readChange(state, place, token, own, role);
      break;
    default:
      readRatio(state, place, token, own, role);
  }
  return true;
}

/** A number without a unit is a figure only where the words leave no doubt: 较上年2.08减少…, 减少484.05,. */
function isBareFigure(role: RoleReading, words: string): boolean {
  if (role.isBase || (role.direction && role.base)) return true;
  const { concept, unsure } = readLabel(words.slice(0, role.direction?.start));
  return concept !== undefined && !unsure && words.length >= 4;
}

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

/** A reason is one only where there is something to explain. */
function findReasonIn(
  state: State,
  place: Place,
  words: string,
): { readonly start: number; readonly end: number } | undefined {
  if (place.reason) return undefined;
  const reason = findReason(words);
  return reason && explained(state, place).length > 0 ? reason : undefined;
}

function openReason(state: State, place: Place, start: number): void {
  place.reason = { start, comparisons: explained(state, place) };
}

/** The comparisons since the last semicolon, or of this sentence, that have no reason yet; else those of the sentence before. */
function explained(state: State, place: Place): number[] {
  const own: number[] = [];
  for (
    let index = Math.max(place.sentenceComparison, state.comparisons.length - LOOK_BACK);
    index < state.comparisons.length;
    index++
  ) {
    const comparison = state.comparisons[index];
    if (comparison && comparison.reason === undefined && !comparison.inReason) own.push(index);
  }
  const nearest = own.filter((index) => state.comparisons[index]?.group === place.clause.group);
  if (nearest.length > 0) return nearest;
  if (own.length > 0) return own;
  return state.recent.filter((index) => state.comparisons[index]?.reason === undefined);
}

function endGroup(state: State, place: Place, next: Clause): void {
  const text = place.source.compact.text.slice(next.start, next.end);
  if (place.reason && !GOES_ON.test(text)) closeReason(state, place, place.clause.end);
}

function endSentence(state: State, place: Place): void {
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

function closeReason(state: State, place: Place, end: number): void {
  if (!place.reason) return;
  const index = state.reasons.push({
    paragraph: place.paragraph,
    stretch: { start: place.reason.start, end },
    comparisons: place.reason.comparisons,
  });
  for (const each of place.reason.comparisons) {
    const comparison = state.comparisons[each];
    if (comparison) comparison.reason = index - 1;
  }
  delete place.reason;
}

/** 机关运行经费。2021年…, (一)收入预算:…: words in front of a paragraph that say what it is about. */
function runInOf(clauses: readonly Clause[], text: string): Label | undefined {
  const [first] = clauses;
  if (!first || first.numbers.length > 0 || first.end - first.start > MAX_SUBJECT) return undefined;
  if (first.mark !== ':' && first.mark !== '。') return undefined;
  const words = text.slice(first.start, first.end);
  if (findIntroduction(words) || findReason(words)) return undefined;
  const label = headLabel(words);
  if (words.length > MAX_RUN_IN && !label.subject?.level) return undefined;
  return label.concept || label.scope ? label : undefined;
}
