import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { Finding } from '#core/findings.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { arbitraryNarrative, isTie, type Mark, type Narrative } from '../../generator/narrative/index.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };
const DOCUMENTS = 120;
const SEED = 23;
const PER_KIND = 2;
const MIN_FOUND = 0.95;
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
function findingsIn({ findings }: Analysis) {
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
  /** Another single slip explains it as well. */
  readonly tie: boolean;
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
        const text = lines.with(mark.line, changed).join('\n');
        return [{ mark, text, length: put.length, tie: isTie(mark, put) }];
      },
    );
  });
}

/**
 * A contradiction between words is shown at one of them, and the other is a place it speaks of. Where two slips explain
 * a fault equally well, the finding may stand on either figure if it names the other and claims no correction.
 */
function standsOn({ range, related, fixes }: Finding, { mark, length, tie }: Fault): boolean {
  const { kind, line, start } = mark;
  const isWord = kind === 'word' || kind === 'scope';
  const isOpen = tie && fixes.every(({ preferred }) => !preferred);
  const places = isWord || isOpen ? [range, ...related.map((place) => place.range)] : [range];
  // What is said of a word may stand on the figure behind it, and what is said of a unit on the one in front.
  const from = start - (kind === 'unit' ? 1 : 0);
  const end = start + length + (isWord ? 20 : 0);
  return places.some(
    (place) => place.start.line === line && place.start.character < end && place.end.character > from,
  );
}

describe('narratives of a correct budget', () => {
  const narratives = fc.sample(arbitraryNarrative, { numRuns: DOCUMENTS, seed: SEED });

  it('have no finding', () => {
    for (const { text } of narratives) assert.deepEqual(findingsIn(analyse(text, OPTIONS)), [], text);
  }).timeout(120_000);

  it('with a figure, a percentage or a word changed are found, and at the very place', () => {
    const counts = new Map<string, { faults: number; ties: number; inLine: number; onSpot: number }>();
    narratives.forEach((narrative, seed) => {
      const correct = analyse(narrative.text, OPTIONS);
      for (const fault of faultsOf(narrative, seed)) {
        const { kind, line } = fault.mark;
        const count = counts.get(kind) ?? { faults: 0, ties: 0, inLine: 0, onSpot: 0 };
        counts.set(kind, count);
        count.faults++;
        if (fault.tie) count.ties++;
        const changed = analyse(fault.text, OPTIONS, correct);
        const own = findingsIn(changed).filter(({ range }) => range.start.line === line);
        if (own.length > 0) count.inLine++;
        if (own.some((finding) => standsOn(finding, fault))) count.onSpot++;
      }
    });
    const told = JSON.stringify(Object.fromEntries(counts));
    for (const { faults, inLine, onSpot } of counts.values()) {
      assert.ok(faults > 50, told);
      assert.ok(inLine >= MIN_FOUND * faults, told);
      assert.ok(onSpot >= MIN_FOUND * faults, told);
    }
  }).timeout(240_000);
});
