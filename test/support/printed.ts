import type { Rounded } from '../generator/numbers.ts';

/** What a printed figure is worth, read by the tests' own means: no reader of the project has a hand in it. */
export interface PrintedFigure {
  readonly digits: bigint;
  readonly decimals: number;
}

/** Reads `2, 371. 41`, `. 24`, `-3.42%`, `１，２３４．５０`. */
export function readPrinted(text: string): PrintedFigure {
  const half = text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const plain = half.replace(/[,\s%]/g, '');
  const match = /^(-?)(\d*)(?:\.(\d+))?$/.exec(plain);
  if (match === null || plain === '') throw new Error(`no figure: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), decimals: fraction.length };
}

/** Whether a printed text is worth as much as a figure, however many of its zeros were left out. */
export function isWorth(text: string, { units, decimals }: Rounded): boolean {
  const printed = readPrinted(text);
  return printed.digits * 10n ** BigInt(decimals) === BigInt(units) * 10n ** BigInt(printed.decimals);
}
