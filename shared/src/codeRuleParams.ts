import type { Classification } from './catalogue/record.ts';

/** A code with its name, as a message shows it. */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** Code and name as they are printed; the name is empty where there is none. */
export interface CodeParams extends NamedCode {
  /** The code that is meant, when the evidence points to exactly one. */
  readonly suggestion?: NamedCode;
}

/** A code that is not in use in the year of the document. */
export interface CodeYearParams extends NamedCode {
  readonly state: 'retired' | 'not-yet';
  /** The document's year. */
  readonly year: number;
  /** The code's last year, or its first. */
  readonly bound: number;
  /** Where the work of a code that ended went; empty where that is not known. */
  readonly successors: readonly NamedCode[];
}

/** A code beside a name that is not its own. */
export interface CodeNameParams extends NamedCode {
  /** `another`: the name of another code. `old`: of an earlier year. `altered`: written otherwise. `unlike`: none. */
  readonly state: 'another' | 'old' | 'altered' | 'unlike';
  /** The name of the code. */
  readonly right: string;
  /** The last year of an old name. */
  readonly until?: number;
  /** The code that has the printed name, where there is only one. */
  readonly suggestion?: NamedCode;
}

/** A code that stands under one it does not belong under. */
export interface CodeParentParams extends CodeParams {
  /** The code it belongs under, and the one it stands under. */
  readonly parent: NamedCode;
  readonly above: NamedCode;
}

/** A code from another list than the rest of its table. */
export interface CodeKindParams extends CodeParams {
  /** The list the code is from, and the one that the rest of the table is from. */
  readonly own: Classification;
  readonly table: Classification;
}

/** Of the rules about codes (科目编码). */
export interface CodeRuleParams {
  'code-unknown': CodeParams;
  'code-digits': CodeParams;
  'code-kind': CodeKindParams;
  'code-name': CodeNameParams;
  'code-year': CodeYearParams;
  'code-parent': CodeParentParams;
  'code-duplicate': NamedCode;
  /** The code whose row is missing. */
  'code-subtotal': NamedCode;
  /** A code that stands behind one it should stand in front of. */
  'code-order': NamedCode & { readonly behind: string };
}
