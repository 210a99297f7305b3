import { nationalCatalogue } from '../catalogue/data.ts';
import { normalizeName } from '../catalogue/names.ts';
import { parseNumbering } from '../text/numbering.ts';
import { compactLabel } from '../text/width.ts';
import { hasWords } from './labels.ts';
import { isEconomicName, isFunctionalClass } from './prose/vocabulary/subjects.ts';
import type { Row } from './table.ts';
import { headingWords } from './unmarked/headingWords.ts';

const NUMBER = /^[一二三四五六七八九十]{1,3}、/;
/** Totals of lists abreast by their full words; 合计 alone may be the rest of one. */
const TOTAL = /^(?:本年(?:收入|支出)合计|(?:收入|支出)总计)$/;

/** Shorter names may well be the rest of others. */
const MIN_KNOWN = 4;

/**
 * Whether a label without a code is one that tables are known to have, and no more so behind any of the words in front of
 * it: then it is no rest of one of these.
 */
export function isKnownName(label: string, before: readonly string[]): boolean {
  const words = bare(label);
  return words.length >= MIN_KNOWN && isKnown(words) && !before.some((each) => isKnown(bare(each) + words));
}

/** Whether the label of a row is known to be whole though words in front of it, of its row or the one above, may begin a name. */
export function isWholeBehind(row: Row, label: string, above: Row | undefined): boolean {
  const before = [...(above?.cells ?? []), ...row.cells].flatMap((cell) =>
    cell && hasWords(cell.text) ? cell.text : [],
  );
  return !row.code && isKnownName(label, before);
}

function isKnown(words: string): boolean {
  const { isLeaf, isGroup } = headingWords(words);
  return isLeaf || isGroup || isFunctionalClass(words) || isEconomicName(words);
}

/** A label without the number in front of it. */
function bare(label: string): string {
  const words = compactLabel(label);
  return words.slice(parseNumbering(words)?.length ?? 0);
}

/**
 * Whether a label, beside which a line stands that may be more of it, is a whole name all the same: that of its code in the
 * catalogue, that of a 类 behind its number in a list, or a total.
 *
 * @param label as it is read, with the code in front of it or not
 */
export function isWholeName(row: Row, label: string): boolean {
  const words = compactLabel(label);
  if (!row.code)
    return TOTAL.test(words) || (NUMBER.test(words) && isFunctionalClass(words.replace(NUMBER, '')));
  const { digits } = row.code;
  const name = normalizeName(words.startsWith(digits) ? words.slice(digits.length) : words);
  const catalogue = nationalCatalogue();
  return catalogue.lookup(digits).some((record) => {
    const { current, alternatives, former, variants } = catalogue.names(record);
    const names = [current, ...alternatives, ...former.map((each) => each.name), ...variants].map(
      normalizeName,
    );
    const isLonger = (other: string) => other !== name && (other.startsWith(name) || other.endsWith(name));
    return names.includes(name) && !names.some(isLonger);
  });
}
