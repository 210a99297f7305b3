import type { ColumnKind, Fen, Unit } from './model.ts';

/** How the figures of a table are written. */
export interface NumberStyle {
  readonly thousands: boolean;
  /** 703.5 for 703.50, 703 for 703.00, as spreadsheets show numbers without a format. */
  readonly trimmed: boolean;
  readonly fullWidth: boolean;
  /** What stands in a cell that has nothing to report: blank, a zero or a dash. */
  readonly nothing: Nothing;
}

export type Nothing = 'blank' | 'zero' | 'dash';

/** A figure rounded to what is printed: `units` of the last of `decimals` places. */
export interface Rounded {
  readonly units: number;
  readonly decimals: number;
}

/** Rounds 分 to a unit, half away from zero. */
export function roundFen(fen: Fen, unit: Unit, decimals: number): Rounded {
  const place = (unit === '万元' ? 1_000_000 : 100) / 10 ** decimals;
  if (place < 1) throw new RangeError(`分 are the smallest there is: ${unit} has at most 2 or 6 decimals`);
  return { units: Math.sign(fen) * Math.floor((2 * Math.abs(fen) + place) / (2 * place)), decimals };
}

/** What is printed of a value: ratios with two decimals, quantities whole. */
export function roundValue(value: number, kind: ColumnKind, unit: Unit, decimals: number): Rounded {
  if (kind === 'ratio') return { units: value, decimals: 2 };
  if (kind === 'quantity') return { units: value, decimals: 0 };
  return roundFen(value, unit, decimals);
}

/** The figure as a plain decimal number: `-1234.50`. */
export function decimalText({ units, decimals }: Rounded): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return `${units < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${fraction}`}`;
}

/** The figure in a style: `1,234.50`, `1234.5`, `１２３４．５０`. */
export function writeNumber(rounded: Rounded, style: NumberStyle): string {
  const plain = style.trimmed ? trimmed(decimalText(rounded)) : decimalText(rounded);
  const grouped = style.thousands ? plain.replace(/(?<!\.\d*)\d(?=(?:\d{3})+(?:\.|$))/g, '$&,') : plain;
  return style.fullWidth ? toFullWidth(grouped) : grouped;
}

function trimmed(plain: string): string {
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** Digits, commas and points in their full-width forms. */
function toFullWidth(text: string): string {
  return text.replace(/[0-9.,-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
