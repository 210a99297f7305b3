import type { Finding } from '#core/findings.ts';
import { isTie, type Mark, type MarkKind, type Narrative } from '../generator/narrative/index.ts';

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

/** A mark with something wrong in its place, in a document that is otherwise correct. */
export interface NarrativeFault {
  readonly mark: Mark;
  readonly text: string;
  /** What stands there now. */
  readonly put: string;
  /** Another single slip explains it as well. */
  readonly tie: boolean;
}

/**
 * Of each kind of mark some, each changed in a document of its own.
 *
 * @param seed draws the marks and what is put there
 * @param perKind how many of a kind at most
 */
export function faultsOf({ text, marks }: Narrative, seed: number, perKind: number): NarrativeFault[] {
  const lines = text.split('\n');
  return [...new Set(marks.map(({ kind }) => kind))].flatMap((kind) => {
    const own = marks.filter((mark) => mark.kind === kind);
    const drawn = Array.from({ length: perKind }, (_, index) => own[(seed * 31 + index * 7) % own.length]);
    return drawn.flatMap((mark, index) => {
      if (!mark) return [];
      const line = lines[mark.line] ?? '';
      const put = wrong(line.slice(mark.start, mark.end), mark, seed + index);
      if (put === undefined) return [];
      const changed = line.slice(0, mark.start) + put + line.slice(mark.end);
      return [{ mark, text: lines.with(mark.line, changed).join('\n'), put, tie: isTie(mark, put) }];
    });
  });
}

/** What stands at a mark instead; undefined where nothing wrong can be put there. */
function wrong(printed: string, { kind }: Mark, seed: number): string | undefined {
  const words: Partial<Record<MarkKind, () => string | undefined>> = {
    word: () => OPPOSITE[printed],
    scope: () => SCOPES[printed],
    unit: () => UNITS[seed % UNITS.length],
    year: () => String(Number(printed) + (seed % 3 === 0 ? 1 : -1)),
    organ: () => wrongOrgan(printed, seed),
    label: () => mistyped(printed, seed),
    stage: () => (printed === '预算' ? '决算' : '预算'),
    body: () => (printed === '本部门' ? '本单位' : '本部门'),
    doubled: () => printed + printed,
    mark: () => '',
    reason: () => '',
  };
  const put = words[kind];
  return put ? put() : wrongDigit(printed, kind === 'change' ? SHOWN_BY_PERCENT : printed.length - 1, seed);
}

/** A change of the last digit hides in the rounding of sums, of a low digit in that of percentages. */
function wrongDigit(printed: string, shown: number, seed: number): string | undefined {
  const digits = [...printed.slice(0, shown)].flatMap((char, at) => (/[1-9]/.test(char) ? [at] : []));
  const at = digits[seed % Math.max(1, digits.length)];
  if (at === undefined) return undefined;
  const drawn = ((Number(printed[at]) + (seed % 8)) % 9) + 1;
  const digit = String(drawn) === printed[at] ? (drawn % 9) + 1 : drawn;
  return printed.slice(0, at) + digit + printed.slice(at + 1);
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

/**
 * A contradiction between words is shown at one of them, and the other is a place it speaks of. Where two slips explain
 * a fault equally well, the finding may stand on either figure if it names the other and claims no correction.
 */
export function standsOn({ range, related, fixes }: Finding, { mark, put, tie }: NarrativeFault): boolean {
  const { kind, line, start } = mark;
  // What is missing is told where it is missed: at the other bracket, at the change without a reason.
  if (kind === 'mark' || kind === 'reason') return range.start.line === line;
  const isWord = kind === 'word' || kind === 'scope';
  const isOpen = (tie || mark.open === true) && fixes.every(({ preferred }) => !preferred);
  const places = isWord || isOpen ? [range, ...related.map((place) => place.range)] : [range];
  // What is said of a word may stand on the figure behind it, and what is said of a unit on the one in front.
  const from = start - (kind === 'unit' ? 1 : 0);
  const end = start + put.length + (isWord ? 20 : 0);
  return places.some(
    (place) => place.start.line === line && place.start.character < end && place.end.character > from,
  );
}
