import { type Place, placedMarks, type RenderedDocument } from './document/document.ts';
import type { Mark } from './document/line.ts';
import { type NumberStyle, type Rounded, writeNumber } from './numbers.ts';

/** A slip in one figure. `transposed` swaps two neighbouring digits, `dropped` loses one. */
export type FaultKind = 'digit' | 'transposed' | 'dropped' | 'times-10' | 'tenth' | 'times-10000' | 'random';

export const FAULT_KINDS: readonly FaultKind[] = [
  ...(['digit', 'transposed', 'dropped', 'times-10', 'tenth', 'times-10000', 'random'] as const),
];

/** A document with one wrong figure, and what stood there. */
export interface FaultyDocument {
  readonly document: RenderedDocument;
  readonly kind: FaultKind;
  readonly mark: Mark;
  /** Where the wrong figure stands. */
  readonly place: Place;
  readonly wrong: Rounded;
  readonly wrongText: string;
  /** What stood there and has to stand there again. */
  readonly right: Rounded;
  readonly rightText: string;
}

/**
 * Puts a wrong figure in the place of a right one, written in the same style.
 *
 * @param mark one of the document's own marks (see `placedMarks`)
 * @param choice picks the digit, the pair or the random amount; goes round
 * @returns undefined where the figure cannot be wrong in that way: 11 has no digits to transpose
 */
export function injectFault(
  document: RenderedDocument,
  mark: Mark,
  kind: FaultKind,
  choice: number,
): FaultyDocument | undefined {
  const { rounded: right, style } = mark.of === 'cell' ? mark.figure : mark;
  const before = placedMarks(document).find((placed) => placed.mark === mark);
  const units = wrongUnits(right.units, kind, choice);
  if (before === undefined || units === undefined || units === right.units) return undefined;
  const wrong = { ...right, units };
  const wrongText = written(wrong, style, mark);
  const lines = document.lines.map((line, index) =>
    index !== before.place.line
      ? line
      : {
          ...line,
          pieces: line.pieces.map((piece) => (piece.mark === mark ? { ...piece, text: wrongText } : piece)),
        },
  );
  const place = { ...before.place, end: before.place.start + wrongText.length };
  return {
    document: { ...document, lines },
    kind,
    mark,
    place,
    wrong,
    wrongText,
    right,
    rightText: before.text,
  };
}

function written(rounded: Rounded, style: NumberStyle, mark: Mark): string {
  const ratio = mark.of === 'cell' && mark.figure.kind === 'ratio';
  return `${writeNumber(rounded, style)}${ratio ? '%' : ''}`;
}

/** The wrong figure in units of the last place; the sign stays. */
function wrongUnits(units: number, kind: FaultKind, choice: number): number | undefined {
  const size = wrongSize(String(Math.abs(units)), kind, choice);
  return size === undefined || !Number.isSafeInteger(size) ? undefined : size * (units < 0 ? -1 : 1);
}

function wrongSize(digits: string, kind: FaultKind, choice: number): number | undefined {
  switch (kind) {
    case 'digit':
      return otherDigit(digits, choice);
    case 'transposed':
      return transposed(digits, choice);
    case 'dropped':
      return dropped(digits, choice);
    case 'times-10':
      return Number(digits) * 10;
    case 'tenth':
      return Math.round(Number(digits) / 10);
    case 'times-10000':
      return Number(digits) * 10_000;
    case 'random':
      return (Number(digits) * 31 + choice * 7919 + 12_347) % 10 ** Math.max(digits.length, 4);
  }
}

/** Another digit in one place, never 0 in the first. */
function otherDigit(digits: string, choice: number): number {
  const at = choice % digits.length;
  const old = Number(digits[at]);
  const step = 1 + (Math.floor(choice / digits.length) % 9);
  const next = (old + step) % 10;
  const digit = next === 0 && at === 0 ? (old === 9 ? 8 : 9) : next;
  return Number(digits.slice(0, at) + digit + digits.slice(at + 1));
}

function transposed(digits: string, choice: number): number | undefined {
  const pairs = [...digits].flatMap((digit, at) => {
    const next = digits[at + 1];
    return next === undefined || next === digit || (at === 0 && next === '0') ? [] : [at];
  });
  const at = pairs[choice % Math.max(pairs.length, 1)];
  if (at === undefined) return undefined;
  return Number(`${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`);
}

/** One digit less; the first is kept where a 0 would follow it to the front. */
function dropped(digits: string, choice: number): number | undefined {
  const places = [...digits].flatMap((_, at) => (at === 0 && digits[1] === '0' ? [] : [at]));
  const at = places[choice % Math.max(places.length, 1)];
  return at === undefined || digits.length < 2
    ? undefined
    : Number(digits.slice(0, at) + digits.slice(at + 1));
}
