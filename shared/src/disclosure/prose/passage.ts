import type { Span } from '../../text/range.ts';
import { lastIndexUpTo } from '../../text/sorted.ts';
import { amountOf, isTail } from './brokenNumbers.ts';
import { rawText } from './clauseReading.ts';
import { compactText } from './compact.ts';
import type { Lines } from './entries.ts';
import { interpret } from './interpret.ts';
import { headLabel } from './labels.ts';
import { withoutOddPoints } from './oddPoints.ts';
import { spansOf } from './paragraphs.ts';
import type {
  Absence,
  Comparison,
  ComparisonBase,
  Figure,
  FigureList,
  Paragraph,
  Passage,
  Reason,
  Stretch,
} from './prose.ts';
import { sourceOf } from './source.ts';
import {
  type AbsenceDraft,
  type BaseDraft,
  type ComparisonDraft,
  type FigureDraft,
  type ListDraft,
  type PassageContext,
  type ReasonDraft,
  unknown,
} from './state.ts';

/** What the document around a passage tells. */
export interface PassageSetting extends Omit<PassageContext, 'headings'> {
  /** The words of the headings over it, innermost first. */
  readonly headings: readonly string[];
}

const BROKEN_OFF = /\d[.,]?\s?$/;

type Sources = readonly ReturnType<typeof sourceOf>[];

/** Reads the paragraphs of a passage. Lines in the result count from the first of them. */
export function readPassage(paragraphs: readonly Lines[], setting: PassageSetting): Passage {
  const context: PassageContext = {
    ...setting,
    headings: setting.headings.map((text) => headLabel(compactText(text).text)),
  };
  const base = paragraphs[0]?.[0].line ?? 0;
  const sources = paragraphs.map((lines) =>
    sourceOf(lines.map(({ line, info }) => ({ line: line - base, info }))),
  );
  const state = interpret(
    sources.map(({ joined, source }) => ({ ...joined, source })),
    context,
  );
  const last = paragraphs.at(-1)?.at(-1)?.line ?? base;
  return {
    lineCount: last - base + 1,
    paragraphs: sources.map((source) => paragraphOf(source, context)),
    figures: withoutOddPoints(state.figures.flatMap((draft) => figureOf(draft, sources) ?? [])),
    comparisons: state.comparisons.map((draft) => comparisonOf(draft, sources)),
    lists: state.lists.filter(({ items }) => items.length > 0).map(listOf),
    ratios: state.ratios,
    reasons: state.reasons.map((draft) => reasonOf(draft, sources)),
    absences: state.absences.map((draft) => absenceOf(draft, sources)),
  };
}

function paragraphOf({ joined, source }: Sources[number], context: PassageContext): Paragraph {
  const sentences: Stretch[] = [];
  for (const { start, end, mark, sentence } of source.clauses) {
    const last = sentences.at(-1);
    const closed = end + mark.length;
    if (last && sentences.length === sentence + 1) sentences[sentence] = { start: last.start, end: closed };
    else sentences.push({ start, end: closed });
  }
  return {
    text: joined.text,
    pieces: joined.pieces,
    ...(joined.numbering && { numbering: joined.numbering }),
    kind: source.definition || context.definitions ? 'definition' : 'statement',
    sentences: sentences.map((sentence) => sourceStretch(sentence, source.compact.offsets)),
    clauses: source.clauses.map((clause) => sourceStretch(clause, source.compact.offsets)),
  };
}

/** A stretch of the compact text in the text it was made from. */
function sourceStretch({ start, end }: Stretch, offsets: readonly number[]): Stretch {
  const from = offsets[start] ?? 0;
  return { start: from, end: end > start ? (offsets[end - 1] ?? from) + 1 : from };
}

function placed(paragraph: number, stretch: Stretch, sources: Sources): Span[] {
  const source = sources[paragraph];
  if (!source || stretch.start >= stretch.end) return [];
  return spansOf(source.joined.pieces, sourceStretch(stretch, source.source.compact.offsets));
}

function figureOf(draft: FigureDraft, sources: Sources): Figure | undefined {
  const { token, paragraph, label, labelStretch, subject } = draft;
  const source = sources[paragraph];
  if (!source) return undefined;
  const spans = placed(paragraph, { start: token.start, end: token.end }, sources);
  // A number that a line break went through is known no further than the digits behind the break.
  const span = spans.at(-1);
  if (!span) return undefined;
  const text = rawText({ text: source.joined.text, source: source.source }, token).slice(
    span.start - span.end,
  );
  const amount = amountOf(text);
  if (!amount) return undefined;
  const [unitSpan] = placed(paragraph, { start: token.end, end: token.unitEnd }, sources);
  const { offsets, text: compact } = source.source.compact;
  const broken =
    spans.length > 1 || isBroken(source, offsets[token.start] ?? 0) || isTail(compact, token.start);
  return {
    paragraph,
    sentence: draft.sentence,
    kind: draft.kind,
    role: draft.role,
    span,
    text,
    amount,
    unit: broken ? unknown('broken-number') : draft.unit,
    ...(unitSpan && { unitSpan }),
    label: label.words,
    labelSpans: placed(paragraph, labelStretch, sources),
    concept: draft.concept,
    ...(subject && { subject }),
    scope: draft.scope,
    period: draft.period,
    year: draft.year,
    basis: draft.basis,
    ...(draft.list?.parent !== undefined && { parent: draft.list.parent }),
    inReason: draft.inReason,
  };
}

/** Whether a line begins with these digits, and they begin with a point or the line above breaks off in a number. */
function isBroken({ joined: { text, pieces } }: Sources[number], at: number): boolean {
  const piece = pieces[lastIndexUpTo(pieces, at, ({ offset }) => offset)];
  if (piece?.offset !== at) return false;
  return text.charAt(at) === '.' || BROKEN_OFF.test(text.slice(Math.max(0, at - 3), at));
}

function comparisonOf(draft: ComparisonDraft, sources: Sources): Comparison {
  const { directionStretch, base, group: _group, ...rest } = draft;
  const [directionSpan] = placed(draft.paragraph, directionStretch, sources);
  return {
    ...rest,
    directionSpan: directionSpan ?? { line: 0, start: 0, end: 0 },
    base: baseOf(base, sources),
  };
}

function baseOf({ year, basis, figure, paragraph, stretch }: BaseDraft, sources: Sources): ComparisonBase {
  return {
    year,
    basis,
    spans: paragraph === undefined || !stretch ? [] : placed(paragraph, stretch, sources),
    ...(figure !== undefined && { figure }),
  };
}

function listOf({ parent, items, introduction, side, confidence }: ListDraft): FigureList {
  return { ...(parent !== undefined && { parent }), items, introduction, ...(side && { side }), confidence };
}

function reasonOf({ paragraph, stretch, comparisons }: ReasonDraft, sources: Sources): Reason {
  const source = sources[paragraph];
  const offsets = source?.source.compact.offsets ?? [];
  return {
    paragraph,
    stretch: sourceStretch(stretch, offsets),
    spans: placed(paragraph, stretch, sources),
    comparisons,
  };
}

function absenceOf({ paragraph, stretch, ...rest }: AbsenceDraft, sources: Sources): Absence {
  const source = sources[paragraph];
  const { start, end } = sourceStretch(stretch, source?.source.compact.offsets ?? []);
  return {
    ...rest,
    paragraph,
    text: source?.joined.text.slice(start, end) ?? '',
    spans: placed(paragraph, stretch, sources),
  };
}
