import { endSentence, readClause } from './clauseReading.ts';
import type { Clause } from './clauses.ts';
import { headLabel, type Label } from './labels.ts';
import { newList } from './lists.ts';
import type { ParagraphNumbering } from './prose.ts';
import type { ParagraphSource } from './source.ts';
import type { ListDraft, PassageContext, Place, State } from './state.ts';
import { findIntroduction, findReason } from './wording.ts';

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
    headed: undefined,
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
  const own = runInOf(source.clauses, source.compact.text);
  const runIn = own ?? (numbering ? undefined : state.headed);
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
    openAtNumber: undefined,
    itemFigure: undefined,
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
  // 1、…（类）…（款）…（项）。 at the end of a line is an item with all that follows it.
  state.headed = state.figures.length === place.firstFigure && runIn?.subject?.level ? runIn : undefined;
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
  const isItem =
    place.inherited !== undefined &&
    place.main !== undefined &&
    state.figures[place.main]?.list === place.inherited;
  // 基本支出…，其中：人员经费…；: behind the semicolon the list goes on of which the paragraph is an item. Where its items have numbers,
  // what has none behind the end of a page goes on with the parts of the last one.
  const goesOn = isItem && last?.mark === ';';
  const outer = goesOn && !(numbering && hasParts(place)) ? place.inherited : undefined;
  const left = outer ?? (unfinished ? leftOpen(place, last?.mark) : undefined);
  const continued = isItem && !numbering;
  const list = left ?? (continued ? place.inherited : undefined);
  const main = place.named ?? place.main;
  if (numbering) {
    // What has a number below its own is a part of it, and no item beside it.
    const below = list === place.inherited ? undefined : list;
    state.levels.push({
      level: numbering.level,
      ...(main !== undefined && { main }),
      ...(below && { list: below }),
    });
    state.pending = left;
    return;
  }
  state.pending = list;
  if (goesOnWithNumbered(state, place)) return;
  // 2025年执行数133.84万元，2026年安排157.23万元: what was before has no parts below it, and the items above go on.
  const isPrior = main !== undefined && state.figures[main]?.isPrior === true;
  if (continued || isPrior) return;
  if (place.main !== undefined) {
    state.levels.length = 0;
    state.levels.push({ level: 0, ...(main !== undefined && { main }), ...(list && { list }) });
  } else if (list) {
    const top = state.levels.at(-1);
    if (top) top.list = list;
    else state.levels.push({ level: 0, list });
  }
}

/**
 * 4.文化管理…，主要包括…；⏎文艺院团…，…；: an item on a line of its own that goes on with the parts of a numbered paragraph belongs to that one,
 * and what has the next number is no part of either.
 */
function goesOnWithNumbered({ levels, figures }: State, { inherited, firstFigure }: Place): boolean {
  const above = levels.at(-1);
  return (
    inherited !== undefined &&
    above?.list === inherited &&
    above.level > 0 &&
    figures[firstFigure]?.list === inherited
  );
}

function hasParts({ open }: Place): boolean {
  return open.some(({ items }) => items.length > 0);
}

/** The list that a paragraph leaves open: announced by its colon, or broken off at a semicolon. */
function leftOpen(place: Place, mark: string | undefined): ListDraft | undefined {
  if (mark !== ':') return place.open.findLast(({ items }) => items.length > 0) ?? place.inherited;
  const announced = place.open.at(-1);
  return announced?.items.length === 0 ? announced : undefined;
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
