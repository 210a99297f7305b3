import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { Finding } from '#core/findings.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { Money } from '#core/text/money.ts';
import { arbitraryNarrative, type Mark, type Narrative } from '../../generator/narrative/index.ts';

const DOCUMENTS = 120;
const PER_KIND = 2;
const MIN_FOUND = 0.95;
/** So few faults are such that nobody can tell where they are. */
const MAX_TIES = 0.15;
/** So many characters of a change are borne out by a percentage of two decimals. */
const SHOWN_BY_PERCENT = 3;
const OPPOSITE: Readonly<Record<string, string>> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
  持平: '增加5.37万元，增长98.76%',
};
const SCOPES: Readonly<Record<string, string>> = {
  财政拨款: '部门',
  一般公共预算: '政府性基金预算',
  基本支出: '项目支出',
  项目支出: '基本支出',
  人员经费: '公用经费',
  公用经费: '人员经费',
};
const UNITS = ['元', '亿元', '万', '万元元'];
/** Characters that sound or look like those of names, as they are mistyped. */
const MISTYPED: readonly (readonly [string, string])[] = [
  ['本', '木'],
  ['目', '木'],
  ['经', '津'],
  ['公', '工'],
  ['购', '构'],
  ['接', '按'],
  ['行', '形'],
  ['收', '受'],
  ['转', '传'],
  ['基', '机'],
  ['府', '付'],
  ['务', '物'],
  ['用', '佣'],
];

/** What is said of the sentences; a remark counts, for whose money a sentence speaks of is not always certain. */
function findingsIn(text: string) {
  const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() });
  return findings.filter(({ rule }) =>
    /^(?:prose-|change-|reason-|missing-reason|stale-year|organ-name|word-slip)/.test(rule),
  );
}

/** What stands at a mark instead; undefined where nothing wrong can be put there. */
function wrong(printed: string, { kind }: Mark, seed: number): string | undefined {
  if (kind === 'word') return OPPOSITE[printed];
  if (kind === 'scope') return SCOPES[printed];
  if (kind === 'unit') return UNITS[seed % UNITS.length];
  if (kind === 'year') return String(Number(printed) + (seed % 3 === 0 ? 1 : -1));
  if (kind === 'organ') return wrongOrgan(printed, seed);
  if (kind === 'label') return mistyped(printed, seed);
  // A change of the last digit hides in the rounding of sums, of a low digit in that of percentages.
  const shown = kind === 'change' ? SHOWN_BY_PERCENT : printed.length - 1;
  const digits = [...printed.slice(0, shown)].flatMap((char, at) => (/[1-9]/.test(char) ? [at] : []));
  const at = digits[seed % Math.max(1, digits.length)];
  if (at === undefined) return undefined;
  const digit = ((Number(printed[at]) + (seed % 8)) % 9) + 1;
  return (
    printed.slice(0, at) + (String(digit) === printed[at] ? (digit % 9) + 1 : digit) + printed.slice(at + 1)
  );
}

/** Another body, as a template leaves it in, or the name with one character mistyped. */
function wrongOrgan(printed: string, seed: number): string {
  return seed % 2 === 0 ? '平湖县教育局' : `${printed.slice(0, 1)}州${printed.slice(2)}`;
}

function mistyped(printed: string, seed: number): string | undefined {
  const possible = MISTYPED.filter(([right]) => printed.includes(right));
  const [right, typed] = possible[seed % Math.max(1, possible.length)] ?? [];
  return right === undefined || typed === undefined ? undefined : printed.replace(right, typed);
}

interface Fault {
  readonly mark: Mark;
  readonly text: string;
  readonly length: number;
}

/** Of each kind of mark some, each changed in a document of its own. */
function faultsOf({ text, marks }: Narrative, seed: number): Fault[] {
  const lines = text.split('\n');
  return [...new Set(marks.map(({ kind }) => kind))].flatMap((kind) => {
    const own = marks.filter((mark) => mark.kind === kind);
    return Array.from({ length: PER_KIND }, (_, index) => own[(seed * 31 + index * 7) % own.length]).flatMap(
      (mark, index) => {
        if (!mark) return [];
        const line = lines[mark.line] ?? '';
        const put = wrong(line.slice(mark.start, mark.end), mark, seed + index);
        if (put === undefined) return [];
        const changed = line.slice(0, mark.start) + put + line.slice(mark.end);
        return [{ mark, text: lines.with(mark.line, changed).join('\n'), length: put.length }];
      },
    );
  });
}

/**
 * Whether the percentage behind a changed difference is one wrong digit away from that of the changed one: then nobody
 * can tell which of the two is wrong.
 */
function isTie(line: string, { kind, start }: Mark, length: number): boolean {
  const now = /([\d.]+)万元，比[^，]*?(增加|减少)$/.exec(line.slice(0, start));
  const percent = /^万元，(?:增长|下降)([\d.]+)%/.exec(line.slice(start + length))?.[1];
  if (kind !== 'change' || !now?.[1] || percent === undefined) return false;
  const difference = new Money(line.slice(start, start + length));
  const before = new Money(now[1]).minus(difference.times(now[2] === '增加' ? 1 : -1));
  const other = difference.div(before).times(100).toFixed(2);
  const wrongDigits = [...other].filter((digit, at) => digit !== percent[at]);
  return other.length === percent.length && wrongDigits.length === 1;
}

/** A contradiction between words is shown at one of them, and the other is a place it speaks of. */
function standsOn({ range, related }: Finding, { kind, line, start }: Mark, length: number): boolean {
  const isWord = kind === 'word' || kind === 'scope';
  const places = isWord ? [range, ...related.map((place) => place.range)] : [range];
  // What is said of a word may stand on the figure behind it, and what is said of a unit on the one in front.
  const from = start - (kind === 'unit' ? 1 : 0);
  const end = start + length + (isWord ? 20 : 0);
  return places.some(
    (place) => place.start.line === line && place.start.character < end && place.end.character > from,
  );
}

describe('narratives of a correct budget', () => {
  const narratives = fc.sample(arbitraryNarrative, { numRuns: DOCUMENTS, seed: 23 });

  it('have no finding', () => {
    for (const { text } of narratives) assert.deepEqual(findingsIn(text), [], text);
  }).timeout(120_000);

  it('with a figure, a percentage or a word changed are found, and at the very place', () => {
    const counts = new Map<string, { faults: number; ties: number; inLine: number; onSpot: number }>();
    narratives.forEach((narrative, seed) => {
      for (const { mark, text, length } of faultsOf(narrative, seed)) {
        const count = counts.get(mark.kind) ?? { faults: 0, ties: 0, inLine: 0, onSpot: 0 };
        counts.set(mark.kind, count);
        if (isTie(text.split('\n')[mark.line] ?? '', mark, length)) {
          count.ties++;
          continue;
        }
        count.faults++;
        const own = findingsIn(text).filter(({ range }) => range.start.line === mark.line);
        if (own.length > 0) count.inLine++;
        if (own.some((finding) => standsOn(finding, mark, length))) count.onSpot++;
      }
    });
    const told = JSON.stringify(Object.fromEntries(counts));
    for (const { faults, ties, inLine, onSpot } of counts.values()) {
      assert.ok(faults > 50, told);
      assert.ok(ties <= MAX_TIES * faults, told);
      assert.ok(inLine >= MIN_FOUND * faults, told);
      assert.ok(onSpot >= MIN_FOUND * faults, told);
    }
  }).timeout(240_000);
});
