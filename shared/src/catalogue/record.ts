/** Which list a code belongs to. 收入分类, 支出功能分类, 部门 and 政府支出经济分类. */
export type Classification = 'revenue' | 'functional' | 'economic-department' | 'economic-government';

/** How sure we are of a record: see docs/CATALOGUE.md. */
export type Confidence = 'confirmed' | 'corroborated' | 'knowledge' | 'unsure';

/** 3, 5, 7 and 9 digits. The economic classifications end at 款; 目 occurs under revenue only. */
export type Level = '类' | '款' | '项' | '目';

/** Which of the four budgets a functional or revenue code belongs to. */
export type Budget = '一般公共预算' | '政府性基金预算' | '国有资本经营预算' | '社会保险基金预算';

/** A name that a code used to have. */
export interface FormerName {
  readonly name: string;
  /** The last year in which the name was the official one. */
  readonly until: number;
  /** The year may be off by as many years as this. */
  readonly margin?: number;
}

/** One line of a data file: a code as it stands there, without the classification, which the file tells. */
export interface CodeEntry {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly budgets?: readonly Budget[];
  readonly confidence: Confidence;
  /** The first year of the code, where it is known. Absent is no claim. */
  readonly from?: number;
  /** The last year of the code. Absent means that it is still in use. */
  readonly until?: number;
  /** `from` and `until` may be off by as many years as this. */
  readonly margin?: number;
  readonly former?: readonly FormerName[];
  /** The codes that took over when this one ended. */
  readonly successors?: readonly string[];
  /** Whether every code directly below, past ones included, is here. Absent is no claim. */
  readonly complete?: boolean;
}

/** A code with the classification it belongs to. */
export interface CodeRecord extends CodeEntry {
  readonly classification: Classification;
}

/** The years in which a code is in use; `margin` is how many years they may be off. */
export interface Validity {
  readonly from?: number;
  readonly until?: number;
  readonly margin: number;
  /** Published documents contradict each other; no document should be held to these years. */
  readonly unsure: boolean;
}

/** 政府经济科目 gathers 部门经济科目. Only `exact` is fit for a check; see docs/CATALOGUE.md for the others. */
export interface CrosswalkEntry {
  readonly government: string;
  readonly department: string;
  readonly relation: 'exact' | 'class' | 'expanded' | 'former' | 'unsure';
  /** The last year of a `former` relation. */
  readonly until?: number;
}

/** Names or years on which published documents disagree, and what to make of it. */
export interface ConflictEntry {
  readonly code: string;
  /** Further names that are accepted as right. */
  readonly names?: readonly string[];
  /** Names that were printed for this code but are not right. */
  readonly variants?: readonly string[];
  /** Whether the years of this code, and of all codes below, are too unsure to hold against a document. */
  readonly yearsUnsure?: boolean;
  readonly note: string;
}

/** One change of the classifications. `year` is the first year in which the new state holds. */
export interface ChangeEntry {
  readonly code: string;
  readonly year: number;
  readonly kind: 'added' | 'renamed' | 'removed';
  readonly old?: string;
  readonly new?: string;
  /** `medium`: the year may be off by one. */
  readonly certainty: 'high' | 'medium';
  readonly successors?: readonly string[];
  readonly note?: string;
}

/** What a code pays for, in our own words. Nothing here is an official explanation. */
export interface ExplanationEntry {
  readonly code: string;
  readonly classification: Classification;
  readonly zh: string;
  readonly en?: string;
}

/** A short English name, ours and not official. */
export interface EnglishName {
  readonly code: string;
  readonly en: string;
}

/** The characters that can be read as a syllable of pinyin, without tones; ü is written v. */
export interface SyllableEntry {
  readonly syllable: string;
  readonly characters: string;
}

/** An explanation for 项 that recur under many 款; `{款}` in the text stands for the name of the 款. */
export interface RecurringExplanation {
  /** The last two or four digits, where they matter. */
  readonly ending?: string;
  /** The whole name; the blanks of other explanations go by the first … */
  readonly names?: readonly string[];
  /** … or a part of it. */
  readonly contains?: string;
  /** Sentences with blanks: `{款}` is the name of the 款, `{其余}` its items of no kind, any other the code of that kind. */
  readonly zh: string;
  readonly en?: string;
}

/** The classification a code's first digit points to, or undefined where no list begins with it. */
export function classificationOf(code: string): Classification | undefined {
  switch (code[0]) {
    case '1':
      return 'revenue';
    case '2':
      return 'functional';
    case '3':
      return 'economic-department';
    case '5':
      return 'economic-government';
    default:
      return undefined;
  }
}

/** The deepest level of the national edition, in digits: 款 for the economic classifications, else 项. */
export function deepestLength(classification: Classification): number {
  return classification === 'functional' || classification === 'revenue' ? 7 : 5;
}
