import { Decimal } from 'decimal.js';

/**
 * The decimal used for money. Forty digits hold any sum of printed amounts exactly, so no operation on
 * amounts ever rounds.
 */
export const Money: Decimal.Constructor = Decimal.clone({ precision: 40, defaults: true });

export type { Decimal };
