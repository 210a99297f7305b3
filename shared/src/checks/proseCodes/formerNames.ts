import type { Catalogue, CodeRecord } from '../../catalogue/catalogue.ts';
import { normalizeName } from '../../catalogue/names.ts';
import type { FormerName } from '../../catalogue/record.ts';
import type { Finding } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { toHalfWidth } from '../../text/width.ts';
import { report } from '../codes/report.ts';
import { nameFix } from './proseFixes.ts';

/** The level of a name in brackets behind it, with its digits or without: （类）, （210类）, （05款）. */
const LEVEL = /\((\d{2,3})?([类款])\)/g;
const SUFFIX = '支出';
/** A shorter name may be the end of other words: 文化, 农业, 林业. */
const SHORTEST_APART = 5;
const HAN = /\p{Script=Han}/u;
const YEARS = /(?:19|20)\d{2}(?=\s*年)/g;

/** A name of former years that is none of today. */
interface Former {
  readonly name: string;
  readonly record: CodeRecord;
  readonly former: FormerName;
}

/** The names that 类 and 款 of 支出功能分类 had in former years and no code has now, the longest first. */
const formerNames = remember((catalogue: Catalogue): readonly Former[] => {
  const all = catalogue.all().filter(({ classification }) => classification === 'functional');
  const present = new Set(all.map(({ name }) => normalizeName(name)));
  return all
    .filter(({ level, until }) => (level === '类' || level === '款') && until === undefined)
    .flatMap((record) =>
      (record.former ?? []).map((former) => ({ name: normalizeName(former.name), record, former })),
    )
    .filter(({ name }) => !present.has(name) && !present.has(name + SUFFIX))
    .sort((a, b) => b.name.length - a.name.length);
});

/**
 * Names of former years in front of their level, without a code that tells whose they are (`code-name`):
 * 医疗卫生与计划生育支出（类） in a document of 2026. A line that speaks of the years in which they were right is left alone.
 *
 * @param line number of the line within its block
 */
export function formerNameFindings(
  text: string,
  line: number,
  catalogue: Catalogue,
  year: number | undefined,
): Finding[] {
  if (year === undefined) return [];
  const plain = toHalfWidth(text);
  const spokenOf = [...plain.matchAll(YEARS)].map(([each]) => Number(each));
  return [...plain.matchAll(LEVEL)].flatMap(({ 1: digits, 2: level, index }): Finding[] => {
    const front = plain.slice(0, index);
    const found = formerNames(catalogue).find(
      (each) => each.record.level === level && hasDigits(each.record, digits) && endsIn(front, each.name),
    );
    if (!found) return [];
    const { record, former } = found;
    const last = former.until + (former.margin ?? 0);
    if (year <= last || spokenOf.some((each) => each <= last)) return [];
    const end = front.endsWith(found.name) ? index : index - SUFFIX.length;
    const span = { line, start: end - found.name.length, end };
    return report(
      'code-name',
      rangeOf(span),
      { code: record.code, name: former.name, state: 'old', right: record.name, until: former.until },
      { fixes: [nameFix(span, record.name, text, true)] },
    );
  });
}

/** Whether the digits in front of a level, if there are any, are those of the code at this level. */
function hasDigits({ code }: CodeRecord, digits: string | undefined): boolean {
  return digits === undefined || code.endsWith(digits);
}

/** Whether a text ends in a name, with 支出 behind it or without; a short one must stand apart from other words. */
function endsIn(front: string, name: string): boolean {
  const end = [name, name + SUFFIX].find((each) => front.endsWith(each));
  if (end === undefined) return false;
  return name.length >= SHORTEST_APART || !HAN.test(front.at(-end.length - 1) ?? '');
}
