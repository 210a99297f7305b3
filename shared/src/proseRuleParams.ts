/** What the findings about sentences, and about the words of a document, carry. Words are made from it in messages/. */

/**
 * What is wrong with a change. `percent` is not that of its base; `other-base`: it is that of another figure;
 * `amount` is not the difference of the two years; `rose`, `fell`: said to be the reverse; `flat`: 持平 with a
 * difference; `two-words`: 增加 and 下降 of one change; `figure`: the others contradict it; `elsewhere`,
 * `turned-elsewhere`: another sentence tells the change of the same amount otherwise, or the other way round;
 * `of-nothing`: a percentage of what was nothing.
 */
export type ChangeState =
  | 'percent'
  | 'other-base'
  | 'amount'
  | 'rose'
  | 'fell'
  | 'flat'
  | 'two-words'
  | 'down-fits'
  | 'up-fits'
  | 'figure'
  | 'elsewhere'
  | 'turned-elsewhere'
  | 'of-nothing';

/** A change between two years that does not fit its percentage, its direction or the two figures. */
export interface ChangeParams {
  readonly state: ChangeState;
  /** What changed, as the text names it; empty where it does not. */
  readonly label: string;
  readonly printed: string;
  /**
   * What it should be; for `rose` and `fell` the figure of the year before, for `down-fits` and `up-fits` the percentage
   * that is right the other way round.
   */
  readonly expected: string;
  /** What the percentage is of, where that is known. */
  readonly base?: string;
}

/**
 * `doubled`: 元元; `cut`: 万 without 元; `missing`: no unit at all; `scale`: 元 where a table prints the same digits in
 * 万元; `odd`: 元 among amounts that are all in 万元.
 */
export interface ProseUnitParams {
  readonly state: 'doubled' | 'cut' | 'missing' | 'scale' | 'odd';
  readonly printed: string;
  /** As it should be. */
  readonly unit: string;
}

/** A list in a sentence that does not add up. */
export interface ProseSumParams {
  readonly label: string;
  readonly printed: string;
  /** In the unit of the figure. */
  readonly sum: string;
  readonly items: readonly { readonly label: string; readonly text: string }[];
  /** Whether the parts must be all of it, or only no more. */
  readonly whole: boolean;
  /** The part that the whole was exchanged with. */
  readonly exchanged?: { readonly label: string; readonly text: string };
}

/**
 * `share` is not that of the part in its whole; `amount`: the part or the whole does not go with its share; `sum`: the
 * shares of all parts do not come to a hundred.
 */
export interface ShareParams {
  readonly state: 'share' | 'amount' | 'sum';
  readonly label: string;
  readonly printed: string;
  readonly expected: string;
  /** What it is a share of, as the text names it, for `share`; the share, for `amount`; else empty. */
  readonly of: string;
}

/** The changes of all parts, which do not come to that of the whole. Signs are those of the changes. */
export interface ChangePartsParams {
  readonly label: string;
  readonly printed: string;
  readonly sum: string;
  readonly items: readonly { readonly label: string; readonly text: string }[];
}

/**
 * `percent`: not what was completed; `amount`: the budget or the final account does not go with the percentage; `more`,
 * `less`, `equal`: said so, and it is not.
 */
export interface CompletionParams {
  readonly state: 'percent' | 'amount' | 'more' | 'less' | 'equal';
  readonly label: string;
  readonly printed: string;
  readonly expected: string;
  /** The percentage as printed, for `amount`; else empty. */
  readonly of: string;
}

/** `figure`: of last year; `amount`, `percent`: the change; `flat`: 持平. All are not what last year's disclosure shows. */
export type LastYearState = 'figure' | 'amount' | 'percent' | 'flat';

/** What a sentence says of last year, beside the disclosure of that year. */
export interface LastYearParams {
  readonly state: LastYearState;
  readonly label: string;
  /** Of the amounts. */
  readonly unit: string;
  /** What last year's disclosure prints. */
  readonly last: string;
  /** What should stand there; a change with its sign. */
  readonly expected: string;
}

/** A figure of a sentence and what a table prints of the same. */
export interface ProseTableParams {
  readonly label: string;
  readonly printed: string;
  /** In the unit of the sentence. */
  readonly expected: string;
  /** Title of the table; empty where it has none. */
  readonly table: string;
  /** The row and the column in which the table has it; empty where they have no words that tell. */
  readonly row: string;
  readonly column: string;
  /** Where it is no table but other sentences that print it otherwise: how many. */
  readonly sentences?: number;
}

/** The parameters of the rules about what sentences say. */
export interface ProseRuleParams {
  'prose-change': ChangeParams;
  'change-parts': ChangePartsParams;
  'prose-sum': ProseSumParams;
  'prose-share': ShareParams;
  'prose-completion': CompletionParams;
  'missing-reason': { readonly label: string };
  /** A reason that speaks of the other direction alone. */
  'reason-direction': { readonly label: string; readonly direction: 'up' | 'down'; readonly printed: string };
  'prose-table': ProseTableParams;
  'prose-unit': ProseUnitParams;
  'last-year': LastYearParams;
  /** A total of a department, the sum of its bodies in the unit of the table, and the bodies. */
  'department-sum': { readonly printed: string; readonly sum: string; readonly bodies: readonly string[] };
  /** A project whose name a table writes otherwise. */
  'project-name': { readonly printed: string; readonly meant: string };
}

/** The rules about what sentences say. */
export type ProseRule = keyof ProseRuleParams;

/** `no-body`: a title with nothing below it; `no-statement`: no figure, and no word that there is none. */
export type EmptyTableState = 'no-body' | 'no-statement';

/**
 * `blank`: a budget's own table is empty, and another one prints figures of it; `denied`: a sentence says there is none
 * of it. `has-figures`: a note says that the table above it is empty. `copied`: a note speaks of another table's budget.
 * `no-vehicles`: a body without vehicles that pays for running them.
 */
export interface NothingStatedParams {
  readonly state: 'blank' | 'denied' | 'has-figures' | 'copied' | 'no-vehicles';
  /** The budget, or the part of “三公”经费, that is spoken of; empty for `has-figures`. */
  readonly money: string;
  /** The table that prints it, or the budget of the table above the note; empty where it has no title. */
  readonly table: string;
  /** What the table prints, in its own unit; empty for notes. */
  readonly amount: string;
}

/** Personal data that must not be published: 身份证号, 银行卡号 and 手机号码. */
export type PrivateDataKind = 'identity' | 'bank-card' | 'mobile';

/** `table`: one that the rules ask for; `section`: a part of the text. */
export interface MissingContentParams {
  readonly state: 'table' | 'section';
  readonly name: string;
}

/** `label`: an amount without a name; `amount`: words where the amount belongs; `project`: no name of a project. */
export interface MissingCellParams {
  readonly state: 'label' | 'amount' | 'project' | 'row-above' | 'total';
  readonly printed: string;
  /** What should stand there, or the name that stands a row too high; empty where that is not known. */
  readonly meant: string;
}

/** The parameters of the rules about the text as it stands. */
export interface TextRuleParams {
  'private-data': { readonly kind: PrivateDataKind };
  'empty-table': { readonly state: EmptyTableState };
  'nothing-stated': NothingStatedParams;
  'template-text': { readonly printed: string };
  /** `context`: the words that a short slip stands among; empty where it is a word by itself. */
  'word-slip': { readonly printed: string; readonly meant: string; readonly context: string };
  /** A bracket or quotation mark without its other half, and the words that begin or end with it. */
  'unpaired-mark': { readonly mark: string; readonly context: string };
  /** A number in a list, and the one in front of it. */
  numbering: { readonly number: number; readonly before: number };
  /** An entry of the table of contents, and the heading of the text that is nearest to it; empty where none is. */
  'contents-entry': { readonly entry: string; readonly heading: string };
  /** A year of another edition, and the one that belongs there. */
  'stale-year': { readonly printed: string; readonly year: number };
  'organ-name': { readonly printed: string; readonly organ: string };
  'document-kind': { readonly printed: string; readonly meant: string };
  'missing-content': MissingContentParams;
  'missing-unit': { readonly title: string };
  /** The unit that is printed, that in which the figures are, and a figure of another table that shows it. */
  'unit-scale': {
    readonly printed: string;
    readonly meant: string;
    readonly figure: string;
    readonly other: string;
  };
  'missing-cell': MissingCellParams;
  /** A heading printed twice beside each other, and the name that its place is for; empty where that is not known. */
  'repeated-heading': { readonly name: string; readonly meant: string };
  /** The words around a difference here and at an earlier line, counted from 1. */
  'copied-text': { readonly printed: string; readonly other: string; readonly line: number };
  'row-name': { readonly printed: string; readonly meant: string };
}

/** The rules about the text as it stands. */
export type TextRule = keyof TextRuleParams;
