import { compactLabel } from '../text/width.ts';
import type { FormerName } from './record.ts';

/**
 * How a printed name stands to a code's names.
 * `same`: the name. `alternative`: a second name in use, accepted. `former`: the name of an earlier edition.
 * `suffix`: only a closing 支出 more or less. `cut`: the name, cut off by the column's width.
 * `variant`: known to be printed for this code, but not right. `different`: none of these.
 */
export type NameMatch = 'same' | 'alternative' | 'former' | 'suffix' | 'cut' | 'variant' | 'different';

/** Every name of one code, as printed in the catalogue. */
export interface CodeNames {
  readonly current: string;
  readonly alternatives: readonly string[];
  readonly former: readonly FormerName[];
  readonly variants: readonly string[];
}

/** A shorter beginning fits too many names to count as one that was cut off. */
const SHORTEST_CUT = 4;

/** No name in any edition is half as long; anything longer is prose and not worth normalising. */
const LONGEST_NAME = 120;

/**
 * A name as it is compared: half width, without spaces, quotes and emphasis, all brackets round.
 * `“两房” 建设` and `两房建设` are equal, and so are `维修（护）费`, `维修(护)费` and `维修〈护)费`, as scans are read.
 */
export function normalizeName(text: string): string {
  return compactLabel(text.normalize('NFKC'))
    .replace(/[〔【〖［[{﹝﹙〈《]/g, '(')
    .replace(/[〕】〗］\]}﹞﹚〉》]/g, ')')
    .replace(/["'`“”‘’„「」『』〝〞\u200b-\u200d\ufeff]/g, '');
}

/** Whether two normalised names differ at most by a closing 支出. */
export function equalButForSuffix(a: string, b: string): boolean {
  return a === b || a === `${b}支出` || b === `${a}支出`;
}

/** Compares a printed name, as it stands in the document, with a code's names. */
export function compareName(names: CodeNames, printed: string): NameMatch {
  if (printed.length > LONGEST_NAME) return 'different';
  const name = normalizeName(printed);
  if (name === '') return 'different';
  const current = normalizeName(names.current);
  if (name === current) return 'same';
  const alternatives = names.alternatives.map(normalizeName);
  if (alternatives.includes(name)) return 'alternative';
  const former = names.former.map((each) => normalizeName(each.name));
  if (former.includes(name)) return 'former';
  const accepted = [current, ...alternatives];
  if (accepted.some((each) => equalButForSuffix(each, name))) return 'suffix';
  if (former.some((each) => equalButForSuffix(each, name))) return 'former';
  if (names.variants.some((each) => normalizeName(each) === name)) return 'variant';
  if (accepted.some((each) => isCutOff(each, name))) return 'cut';
  if (former.some((each) => isCutOff(each, name))) return 'former';
  return 'different';
}

function isCutOff(whole: string, beginning: string): boolean {
  return beginning.length >= SHORTEST_CUT && whole.startsWith(beginning);
}
