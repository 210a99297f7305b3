import type { FaultKind } from '../../generator/faults.ts';
import { type Amount, amountOf } from './amount.ts';
import { magnitude } from './listedSum.ts';
import { unitsOf } from './style.ts';

/**
 * What one slip makes of an amount, in units of its last place, which stay the same number of decimals. A dropped
 * digit is one of the whole part: one behind the point would hardly move the figure.
 */
export function wrongAmounts(right: Amount, kind: FaultKind, random: () => number): Amount[] {
  const units = unitsOf(right);
  const digits = String(magnitude(units));
  const found = wrongUnits(digits, right.decimals, kind, random);
  const sign = units < 0n ? -1n : 1n;
  const unique = new Set(found.filter((wrong) => wrong !== BigInt(digits)));
  return [...unique].map((wrong) => amountOf(sign * wrong, right.decimals));
}

function wrongUnits(digits: string, decimals: number, kind: FaultKind, random: () => number): bigint[] {
  switch (kind) {
    case 'digit':
      return digitChanged(digits);
    case 'transposed':
      return transposed(digits);
    case 'dropped':
      return dropped(digits, digits.length - decimals);
    case 'times-10':
      return [BigInt(digits) * 10n];
    case 'tenth':
      return [(BigInt(digits) + 5n) / 10n];
    case 'times-10000':
      return [BigInt(digits) * 10_000n];
    case 'random':
      return Array.from({ length: 5 }, () => randomUnits(digits, random));
  }
}

/**
 * The amounts that one slip makes a printed one of: by which another cell could be the wrong one instead. Besides
 * the slips that are injected: a digit typed twice, and 万元 printed as 亿元.
 */
export function amountsBefore(printed: Amount): Amount[] {
  const units = unitsOf(printed);
  const digits = String(magnitude(units));
  const before = new Set([
    ...digitChanged(digits),
    ...transposed(digits),
    ...inserted(digits, digits.length - printed.decimals),
    ...dropped(digits, digits.length),
    ...roundedTo(BigInt(digits)),
    BigInt(digits) * 10_000n,
  ]);
  const finer = [1, 4].map((places) => ({
    micro: printed.micro / 10n ** BigInt(places),
    decimals: printed.decimals,
  }));
  const sign = units < 0n ? -1n : 1n;
  return [...[...before].map((right) => amountOf(sign * right, printed.decimals)), ...finer];
}

/** What a tenth of, rounded to the last place, is so many units. */
function roundedTo(units: bigint): bigint[] {
  return Array.from({ length: 10 }, (_, step) => units * 10n - 5n + BigInt(step)).filter(
    (right) => right > 0n,
  );
}

function digitChanged(digits: string): bigint[] {
  return [...digits].flatMap((digit, at) =>
    [...'0123456789']
      .filter((other) => other !== digit && !(at === 0 && other === '0'))
      .map((other) => BigInt(digits.slice(0, at) + other + digits.slice(at + 1))),
  );
}

function transposed(digits: string): bigint[] {
  return [...digits].flatMap((digit, at) => {
    const next = digits[at + 1];
    if (next === undefined || next === digit || (at === 0 && next === '0')) return [];
    return [BigInt(digits.slice(0, at) + next + digit + digits.slice(at + 2))];
  });
}

/** One digit less among the first `places`; never so that nothing or a leading 0 stays. */
function dropped(digits: string, places: number): bigint[] {
  if (places < 2) return [];
  return [...digits.slice(0, places)].flatMap((_, at) =>
    at === 0 && digits[1] === '0' ? [] : [BigInt(digits.slice(0, at) + digits.slice(at + 1))],
  );
}

/** One digit more, before or between the first `places` or just behind them. */
function inserted(digits: string, places: number): bigint[] {
  return Array.from({ length: Math.max(places, 0) + 1 }, (_, at) =>
    [...'0123456789']
      .filter((digit) => !(at === 0 && digit === '0'))
      .map((digit) => BigInt(digits.slice(0, at) + digit + digits.slice(at))),
  ).flat();
}

/** Any amount with up to one digit more, small ones as likely as large ones. */
function randomUnits(digits: string, random: () => number): bigint {
  const length = 1 + Math.floor(random() * (digits.length + 1));
  const first = String(1 + Math.floor(random() * 9));
  const rest = Array.from({ length: length - 1 }, () => String(Math.floor(random() * 10)));
  return BigInt(first + rest.join(''));
}
