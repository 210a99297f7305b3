import type { Amount } from '../../text/amount.ts';
import type { Span } from '../../text/range.ts';
import type { Heading, PlacedHeading } from './headings.ts';
import type { Concept, Scope, Subject } from './vocabulary/concepts.ts';

/** What the prose of a document says. Lines count from the document's first. */
export interface Prose {
  /** What the document is called in its titles: 预算 or 决算. */
  readonly basis?: Basis;
  /** Headings in the order of their lines, titles of tables among them. */
  readonly headings: readonly PlacedHeading[];
  /** Entries of the table of contents (目录). */
  readonly contents: readonly PlacedHeading[];
  /** Runs of paragraphs with no heading and no table between them, in the order of the document. */
  readonly passages: readonly PlacedPassage[];
  /** Lines that hold nothing but a page number. */
  readonly pageMarks: readonly number[];
}

/** A passage at its place: spans and lines inside count from `line`. */
export interface PlacedPassage {
  readonly line: number;
  /** The headings over it, innermost first. */
  readonly headings: readonly Heading[];
  readonly passage: Passage;
}

/** Paragraphs that stand together, and what their sentences state. */
export interface Passage {
  readonly lineCount: number;
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly Figure[];
  readonly comparisons: readonly Comparison[];
  readonly lists: readonly FigureList[];
  readonly ratios: readonly Ratio[];
  readonly reasons: readonly Reason[];
  readonly absences: readonly Absence[];
}

/** A stretch of a paragraph's text; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch of one line that went into a paragraph as it stands. */
export interface Piece {
  /** Where it begins in the paragraph's text. */
  readonly offset: number;
  readonly span: Span;
}

/**
 * A paragraph, its lines joined over line and page breaks. Bullets and Markdown marks in front of a line are
 * left out; every other character of the lines is there, in order, and {@link Piece}s say where it came from.
 */
export interface Paragraph {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The number in front: `（一）`, `1.`, `①`. */
  readonly numbering?: ParagraphNumbering;
  /** A definition says what a word means, not what was budgeted. */
  readonly kind: 'statement' | 'definition';
  /** With the marks that end them. */
  readonly sentences: readonly Stretch[];
  /** What stands between two marks; words in brackets are clauses where there are figures among them. */
  readonly clauses: readonly Stretch[];
}

/** The number in front of a paragraph and where it stands in its text. */
export interface ParagraphNumbering {
  /** 1 for 第一部分, 2 for 一、, 3 for （一）, 4 for 1., 5 for (1), 6 for ①. */
  readonly level: number;
  readonly value: number;
  readonly stretch: Stretch;
}

/** How sure a reading is. `certain`: the words say it. `likely`: the context does. */
export type Confidence = 'certain' | 'likely';

/** Why something was read as it was, or why it was not read. */
export type ReasonKey =
  /** The words at the figure say so. */
  | 'words'
  /** From a part of the sentence in front of it. */
  | 'clause-before'
  /** From the figure it is a part of. */
  | 'parent'
  /** From the figure it changes, or of which it is a share. */
  | 'subject'
  /** From the item printed beside it. */
  | 'sibling'
  /** From the words in front of the item's colon or full stop: 机关运行经费。… */
  | 'run-in-head'
  | 'heading'
  /** Nothing narrows it, so it is the whole. */
  | 'no-scope-word'
  | 'document'
  /** From the figure behind it, which has the same unit. */
  | 'figure-behind'
  /** 元 is missing behind 万. */
  | 'unit-cut'
  | 'unit-missing'
  | 'no-words'
  /** Words that are no known concept. */
  | 'unknown-words'
  /** A known concept, narrowed by other words: 退休人员公用经费. */
  | 'narrowed'
  | 'several-concepts'
  | 'several-scopes'
  /** Counted things stand between the words and the figure. */
  | 'counted'
  /** A line or page break goes through the digits, or a point stands where a comma may have been meant. */
  | 'broken-number'
  | 'not-applicable';

/** Something read, with how sure it is and why. Unknown stays unknown: then there is no value. */
export type Reading<T> =
  | { readonly value: T; readonly confidence: Confidence; readonly reason: ReasonKey }
  | { readonly value?: undefined; readonly confidence: 'unknown'; readonly reason: ReasonKey };

/** Units of money in sentences, which have more of them than tables. */
export type MoneyUnit = '元' | '千元' | '万元' | '百万元' | '亿元';
/** `百分点`: a difference between percentages. Anything else is a thing that is counted: 人, 辆, 个. */
export type FigureUnit = MoneyUnit | '%' | '百分点' | (string & {});

/** 年初预算数 is `initial`, 预算数 `budget`, 决算数 and 执行数 `final`. */
export type Basis = 'initial' | 'budget' | 'final';

/** Which part of a year's money: without what was carried over, or with it. */
export type Period = 'current' | 'with-carry-over';

/**
 * What a figure is. `value`: an amount; `change`, `percent-change`: by how much one changed; `share`: 占 p%;
 * `completion`: 完成 p%; `percent`: any other percentage; `count`: of things.
 */
export type FigureRole = 'value' | 'change' | 'percent-change' | 'share' | 'completion' | 'percent' | 'count';

/**
 * Whether a figure states something of this document's money. `definition`: in the explanation of a word;
 * `threshold`: a limit (单价20万元以上); `unit-price`: 300元/人; `target`: a performance value (≥95%);
 * `difference`: by how much what is counted changed (较上年减少1人).
 */
export type FigureKind = 'statement' | 'definition' | 'threshold' | 'unit-price' | 'target' | 'difference';

/** A number with its unit in a sentence. Indices are those of the passage's arrays. */
export interface Figure {
  readonly paragraph: number;
  readonly sentence: number;
  readonly kind: FigureKind;
  readonly role: FigureRole;
  /** The digits, with sign and separators. */
  readonly span: Span;
  readonly text: string;
  readonly amount: Amount;
  readonly unit: Reading<FigureUnit>;
  /** Where the unit is printed. */
  readonly unitSpan?: Span;
  /** The words that name it, without numbering, year and the like; empty where there are none. */
  readonly label: string;
  readonly labelSpans: readonly Span[];
  readonly concept: Reading<Concept>;
  /** 科目, where the concept is one: its name and, if printed, its code. */
  readonly subject?: Subject;
  readonly scope: Reading<Scope>;
  readonly period: Reading<Period>;
  readonly year: Reading<number>;
  readonly basis: Reading<Basis>;
  /**
   * The figure it is a part of, which narrows it: 商品和服务支出 beneath 项目支出 is that of the projects. The list
   * says how it was announced.
   */
  readonly parent?: number;
  /** Whether it stands in the reason given for a change. */
  readonly inReason: boolean;
}

/** Which way something changed. `either`: words such as 增减, which leave it open. */
export type Direction = 'up' | 'down' | 'flat' | 'either';

/** A statement that something rose, fell or stayed: 比上年增加 D 万元，增长 P%，主要原因是… */
export interface Comparison {
  readonly paragraph: number;
  readonly sentence: number;
  readonly direction: Direction;
  /** 基本持平: it stayed but for a little. */
  readonly roughly?: true;
  readonly directionSpan: Span;
  /** The direction at the percentage, where it has a word of its own. */
  readonly percentDirection?: Direction;
  /** The figure that changed. */
  readonly subject?: number;
  /** How sure the subject is. */
  readonly link: Reading<'subject'>;
  readonly concept: Reading<Concept>;
  readonly scope: Reading<Scope>;
  /** Words of its own that name what changed, as in 公务接待比2020年减少1万; else empty. */
  readonly label: string;
  readonly base: ComparisonBase;
  /** Figures: the difference and the percentage. */
  readonly amount?: number;
  readonly percent?: number;
  readonly reason?: number;
  /** The comparison this one explains or is a part of: 主要是基本支出增加…. */
  readonly parent?: number;
  /** Whether it stands in the reason given for another. */
  readonly inReason: boolean;
}

/** What is compared with: 比 2022年 预算数. */
export interface ComparisonBase {
  readonly year: Reading<number>;
  readonly basis: Reading<Basis>;
  readonly spans: readonly Span[];
  /** The figure of that year, where it is printed too. */
  readonly figure?: number;
}

/** How a list of parts was introduced. `numbering`: by numbered paragraphs; `order`: by standing behind. */
export type ListIntroduction = 'of-which' | 'includes' | 'numbering' | 'order';

/** Figures that are parts of another, as the words say. Whether they are all of it is for others to judge. */
export interface FigureList {
  /** The figure they are parts of; absent where the list names none (支出包括：…). */
  readonly parent?: number;
  readonly items: readonly number[];
  readonly introduction: ListIntroduction;
  /** 收入包括 or 支出包括 after a total of both. */
  readonly side?: 'income' | 'expenditure';
  readonly confidence: Confidence;
}

/** 占 p% (`share`), or 完成年初预算的 p% (`completion`). */
export interface Ratio {
  readonly kind: 'share' | 'completion';
  readonly figure: number;
  readonly part?: number;
  /** The total it is a share of, where that is a figure of the passage. */
  readonly whole?: number;
  /** The words behind 占, where there are any. */
  readonly wholeConcept: Reading<Concept>;
  readonly wholeScope: Reading<Scope>;
  /** What was to be completed: 年初预算, 全年预算. */
  readonly basis: Reading<Basis>;
}

/** 主要原因是… */
export interface Reason {
  readonly paragraph: number;
  readonly stretch: Stretch;
  readonly spans: readonly Span[];
  readonly comparisons: readonly number[];
}

/** A statement that there is none: 没有使用政府性基金预算拨款安排的支出. */
export interface Absence {
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly concept: Reading<Concept>;
  readonly scope: Reading<Scope>;
  readonly years: readonly number[];
}
