import { readPrinted } from '../printed.ts';

/** Amounts are whole millionths, so that sums of them are exact whatever their decimals. */
const MICRO_DECIMALS = 6;

/** What a printed figure is worth, in millionths, and to how many decimals it was printed. */
export interface Amount {
  readonly micro: bigint;
  readonly decimals: number;
}

/** A place in a text: 0-based line and UTF-16 offsets in it, end exclusive. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A figure by its place, with the text that stands there. */
export interface Figure extends Span {
  readonly text: string;
  readonly amount: Amount;
}

/** A figure in a table. */
export interface Cell extends Figure {
  readonly table: string;
  /** Cells with the same column stand below each other, in the order of their rows; neighbours differ by 1. */
  readonly column: string;
  readonly row: number;
  /** Whether the whole table stands on one line, or cells are no longer apart. */
  readonly isFlattened: boolean;
}

/** One unit of the last printed place, in millionths. */
export function lastPlace({ decimals }: Amount): bigint {
  return 10n ** BigInt(MICRO_DECIMALS - decimals);
}

/** An amount of so many units of its last place. */
export function amountOf(units: bigint, decimals: number): Amount {
  return { micro: units * 10n ** BigInt(MICRO_DECIMALS - decimals), decimals };
}

/** A figure and nothing else; with a comma for the point (`4, 264, 58`) what it is worth is a guess. */
const FIGURE =
  /^[-－]?(?=[.．]? ?[\d０-９])(?:[\d０-９]{1,15}(?:[,，] ?[\d０-９]{3}){0,5})?(?:[.．] ?[\d０-９]{1,6})?$/;

/** Reads `2, 371. 41`, `. 24`, `703.5`, `１，２３４．５０`; undefined for anything else. */
export function amountIn(text: string): Amount | undefined {
  if (!FIGURE.test(text)) return undefined;
  const { digits, decimals } = readPrinted(text);
  return amountOf(digits, decimals);
}
