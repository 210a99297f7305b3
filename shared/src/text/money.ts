import { Decimal } from 'decimal.js';

/**
 * The decimal used for money. Forty digits hold any sum of printed amounts exactly, so no operation on
 * amounts ever rounds.
 */
export const Money: Decimal.Constructor = Decimal.clone({ precision: 40, defaults: true });

/** The type of a value that {@link Money} makes. */
export type { Decimal };

/** No amount has more digits (see `parseAmount`). */
const MAX_DIGITS = 18;
const TENS = powers(1);
const HALVES = powers(0.5);

/** Ten to a power, which may be negative. Worked out once: sums ask for it at every figure. */
export function tenTo(exponent: number): Decimal {
  return TENS[exponent + MAX_DIGITS] ?? new Money(10).pow(exponent);
}

/** Half a unit of the last of so many decimal places. */
export function halfOf(decimals: number): Decimal {
  return HALVES[MAX_DIGITS - decimals] ?? new Money(10).pow(-decimals).times(0.5);
}

function powers(factor: number): readonly Decimal[] {
  return Array.from({ length: 2 * MAX_DIGITS + 1 }, (_, index) =>
    new Money(10).pow(index - MAX_DIGITS).times(factor),
  );
}
