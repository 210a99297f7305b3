import type { Clause } from './clauses.ts';
import type { Label } from './labels.ts';
import type {
  Basis,
  Comparison,
  Confidence,
  FigureKind,
  FigureRole,
  FigureUnit,
  ListIntroduction,
  Period,
  Ratio,
  Reading,
  ReasonKey,
  Stretch,
} from './prose.ts';
import type { ParagraphSource } from './source.ts';
import type { NumberToken } from './tokens.ts';
import type { Concept, Scope, Subject } from './vocabulary/concepts.ts';
import type { Held } from './vocabulary/containment.ts';

/** What is known of a passage before its words are read. */
export interface PassageContext {
  readonly year?: number;
  readonly basis?: Basis;
  /** What the headings over it name, innermost first. */
  readonly headings: readonly Label[];
  /** It explains words. */
  readonly definitions: boolean;
  /** It is about 绩效目标. */
  readonly performance: boolean;
}

/** A figure while its passage is read; offsets are those of the paragraph's compact text. */
export interface FigureDraft {
  readonly paragraph: number;
  readonly sentence: number;
  readonly group: number;
  /** In how many brackets it stands. */
  readonly depth: number;
  readonly token: NumberToken;
  /** The digits as printed. */
  readonly digits: string;
  readonly label: Label;
  readonly labelStretch: Stretch;
  readonly kind: FigureKind;
  readonly role: FigureRole;
  unit: Reading<FigureUnit>;
  readonly inReason: boolean;
  concept: Reading<Concept>;
  subject?: Subject;
  /** It is an earlier, or the planned, amount of the figure in front of it. */
  isPrior?: true;
  /** 由100万元调整为120万元: what the figure behind it was before, whatever year that is of. */
  isFormer?: true;
  /** The list it is an item of. */
  list?: ListDraft;
  scope: Reading<Scope>;
  period: Reading<Period>;
  year: Reading<number>;
  basis: Reading<Basis>;
}

/** A comparison while its passage is read. */
export interface ComparisonDraft {
  readonly paragraph: number;
  readonly sentence: number;
  readonly group: number;
  /** In how many brackets it stands. */
  readonly depth: number;
  readonly direction: Comparison['direction'];
  readonly roughly?: true;
  readonly directionStretch: Stretch;
  percentDirection?: Comparison['direction'];
  readonly subject?: number;
  readonly link: Reading<'subject'>;
  readonly concept: Reading<Concept>;
  readonly scope: Reading<Scope>;
  readonly label: string;
  readonly base: BaseDraft;
  amount?: number;
  percent?: number;
  reason?: number;
  readonly parent?: number;
  readonly inReason: boolean;
}

/** What something is compared with, while the passage is being read; the stretch is one of the paragraph’s text. */
export interface BaseDraft {
  readonly year: Reading<number>;
  readonly basis: Reading<Basis>;
  readonly paragraph?: number;
  readonly stretch?: Stretch;
  readonly figure?: number;
}

/** A list of parts while it is being read. Figures are indices of {@link State.figures}. */
export interface ListDraft {
  readonly parent?: number;
  readonly items: number[];
  readonly introduction: ListIntroduction;
  readonly side?: 'income' | 'expenditure';
  /** `likely` as well where its first part is none its whole could have, so that one of the two was misread. */
  confidence: Confidence;
  /** Depth of brackets and number of the clause group in which it was opened. */
  readonly depth: number;
  readonly group: number;
  readonly paragraph: number;
}

/** A reason that has ended, and the comparisons it explains as indices of {@link State.comparisons}. */
export interface ReasonDraft {
  readonly paragraph: number;
  readonly stretch: Stretch;
  readonly comparisons: readonly number[];
}

/** A statement that there is none, while the passage is being read. */
export interface AbsenceDraft {
  readonly paragraph: number;
  readonly sentence: number;
  readonly stretch: Stretch;
  readonly concept: Reading<Concept>;
  readonly scope: Reading<Scope>;
  readonly years: readonly number[];
}

/** A numbered paragraph whose items may follow. */
export interface Level {
  readonly level: number;
  readonly main?: number;
  /** A list that was announced at the end of the paragraph. */
  list?: ListDraft;
}

/** What has been read of a passage so far. */
export interface State {
  readonly context: PassageContext;
  readonly figures: FigureDraft[];
  readonly comparisons: ComparisonDraft[];
  readonly lists: ListDraft[];
  readonly ratios: Ratio[];
  readonly reasons: ReasonDraft[];
  readonly absences: AbsenceDraft[];
  readonly levels: Level[];
  /** A list that a paragraph left open for the next. */
  pending: ListDraft | undefined;
  /** The 科目 that a paragraph named which has no figures yet: those of the next one are of it. */
  headed: Label | undefined;
  /** Comparisons of the sentence before this one, which a reason may follow. */
  recent: readonly number[];
}

/** Where reading is, and what was read in this paragraph. */
export interface Place {
  readonly paragraph: number;
  /** The paragraph's text as it stands, and what was read of it alone. */
  readonly text: string;
  readonly source: ParagraphSource;
  readonly runIn: Label | undefined;
  clause: Clause;
  /** The first clause of the sentence. */
  opening: Clause;
  /** Counts of what was there when the paragraph, and the sentence, began. */
  readonly firstFigure: number;
  readonly firstComparison: number;
  sentenceFigure: number;
  sentenceComparison: number;
  /** The list this paragraph is an item of, by its number or by a colon in front of it. */
  readonly inherited: ListDraft | undefined;
  /** Lists announced in this paragraph that are open, innermost last. */
  readonly open: ListDraft[];
  /** How many lists were open in front of the last clause that began with a number of its own: 1.…；2.…. */
  openAtNumber: number | undefined;
  /** The first figure behind the last number of an item within the paragraph. */
  itemFigure: number | undefined;
  /** Lists that only the order of the figures makes, by the figure they are parts of. */
  readonly orders: Map<number, ListDraft>;
  /** Lists of the sentence before, which a part named later may still join. */
  closed: readonly ListDraft[];
  /** The figure the paragraph is about: the last value that is no part of another in it. */
  main?: number;
  /** The last of these of which it is known what it is. */
  named?: number;
  /** The last value, or counted number, whatever its level. */
  last: number | undefined;
  /** The last value in front of each bracket that is open. */
  readonly outside: (number | undefined)[];
  base?: BaseWordsAt;
  reason?: OpenReason;
  /** Labels that 分别为 hands out to the figures behind it. */
  queue: readonly string[];
}

/** A reason whose end has not been reached, and the comparisons it explains. */
export interface OpenReason {
  /** Offset in the compact text. */
  readonly start: number;
  readonly comparisons: readonly number[];
}

/** What is compared with, as last said in the paragraph. */
export interface BaseWordsAt {
  readonly draft: BaseDraft;
  readonly sentence: number;
}

/** Words refer to what was said not long before. It bounds the time that a text without end can take. */
export const LOOK_BACK = 100;

/** The last figure from `from` on that fits, or -1. */
export function lastFigure(
  state: State,
  from: number,
  fits: (figure: FigureDraft, index: number) => boolean,
): number {
  const end = Math.max(from, state.figures.length - LOOK_BACK);
  for (let index = state.figures.length - 1; index >= end; index--) {
    const figure = state.figures[index];
    if (figure && fits(figure, index)) return index;
  }
  return -1;
}

/** The last comparison that stands in no bracket which is closed: behind (其中：A减少1万元) its own are of no account. */
export function lastComparison({ comparisons }: State, { clause }: Place): ComparisonDraft | undefined {
  return comparisons.slice(-LOOK_BACK).findLast(({ depth }) => depth <= clause.depth);
}

/** A reading with its value, how sure it is, and why. */
export function known<T>(value: T, confidence: Confidence, reason: ReasonKey): Reading<T> {
  return { value, confidence, reason };
}

/** A reading without a value, with the reason why there is none. */
export function unknown<T>(reason: ReasonKey): Reading<T> {
  return { confidence: 'unknown', reason };
}

/** A reading as it is passed on: no surer than likely. */
export function passedOn<T>(reading: Reading<T>, reason: ReasonKey): Reading<T> {
  return reading.confidence === 'unknown' ? reading : known(reading.value, 'likely', reason);
}

/** What a figure holds, so far as it is known, to be asked whether it can be a part of another. */
export function heldBy(figure: Pick<FigureDraft, 'concept' | 'scope' | 'period'>): Held {
  return { concept: figure.concept.value, scope: figure.scope.value, period: figure.period.value };
}
