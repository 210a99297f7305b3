import type { Hundredths, Pair } from './facts.ts';

/**
 * What a mark stands on: a figure of money, a percentage, or a word: for the direction of a change, and so on. `stage`:
 * 预算; `body`: 部门; `doubled`: a word that is typed twice; `mark`: a bracket or quotation mark that
 * is lost; `reason`: why something changed.
 */
export type MarkKind =
  | 'amount'
  | 'change'
  | 'percent'
  | 'word'
  | 'scope'
  | 'unit'
  | 'year'
  | 'organ'
  | 'label'
  | 'stage'
  | 'body'
  | 'doubled'
  | 'mark'
  | 'reason';

/** A figure or a word of the text that others, or a table, bear out. */
export interface Mark {
  readonly kind: MarkKind;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What a change is the change of, where its percentage is printed too. */
  readonly of?: Pair;
  /** Only a sum over other lines bears it out, and each of its figures may be the wrong one. */
  readonly open?: true;
}

export interface Narrative {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A stretch of a sentence; marked where something else in the document shows whether it is right. */
export type Piece =
  | string
  | { readonly text: string; readonly kind: MarkKind; readonly of?: Pair; readonly open?: true };

/** Puts lines of pieces together and notes where the marked ones stand. */
export function write(lines: readonly (readonly Piece[])[]): Narrative {
  const marks: Mark[] = [];
  const texts = lines.map((pieces, line) =>
    pieces.reduce<string>((text, piece) => {
      if (typeof piece === 'string') return text + piece;
      const { text: own, ...rest } = piece;
      marks.push({ ...rest, line, start: text.length, end: text.length + own.length });
      return text + own;
    }, ''),
  );
  return { text: texts.join('\n'), marks };
}

export function decimals(value: Hundredths): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function money(value: Hundredths): Piece {
  return { text: decimals(value), kind: 'amount' };
}

/** A hundred parts of a whole to two places, rounded half up. */
export function percentOf(part: number, whole: number): string {
  const scaled = (BigInt(Math.abs(part)) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return decimals(Number(scaled));
}

export function percent(part: number, whole: number): Piece {
  return { text: percentOf(part, whole), kind: 'percent' };
}

export function differenceOf({ now, before }: Pair): number {
  return now - before;
}
