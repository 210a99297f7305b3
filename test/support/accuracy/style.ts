import { type Amount, lastPlace } from './amount.ts';
import { magnitude } from './listedSum.ts';

/** What a figure is worth in units of its last place. */
export function unitsOf(amount: Amount): bigint {
  return amount.micro / lastPlace(amount);
}

/**
 * Writes a figure as another one is written: with its separators, OCR blanks and width. `2, 371. 41` of 247.21
 * is `247. 21`, and `. 24` of 0.25 is `. 25`.
 */
export function writeLike(model: string, { micro, decimals }: Amount): string {
  const isWide = /[０-９]/.test(model);
  const wholeless = /^[-－]?[.．]/.test(model);
  const separator = /[,，] ?/.exec(model)?.[0] ?? '';
  const point = /[.．] ?/.exec(model)?.[0] ?? '.';
  const digits = String(magnitude(unitsOf({ micro, decimals }))).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = separator === '' ? whole : whole.replace(/\d(?=(?:\d{3})+$)/g, `$&${separator}`);
  const printedWhole = wholeless && whole === '0' ? '' : grouped;
  const fraction = decimals === 0 ? '' : `${point}${digits.slice(digits.length - decimals)}`;
  const written = `${micro < 0n ? '-' : ''}${printedWhole}${fraction}`;
  return isWide ? written.replace(/[0-9]/g, toWide) : written;
}

function toWide(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}
