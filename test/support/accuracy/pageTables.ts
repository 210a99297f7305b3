import { FAULT_KINDS, type FaultKind } from '../../generator/faults.ts';
import { coverageOfSeed } from './coverage.ts';
import { cellAt } from './listedSum.ts';
import type { Measured, MeasuredDialect, MeasuredSeed } from './measure.ts';
import { SHAPE_NAMES, type ShapeName } from './shapes.ts';
import {
  groupedBy,
  rateOf,
  type Share,
  shareOf,
  type Tally,
  type Trial,
  tallyOf,
  trialsOf,
} from './tally.ts';

const COVERAGE = { both: '行列 both', one: '一项 one', between: '跨表 between' } as const;

const KINDS: Readonly<Record<FaultKind, string>> = {
  digit: '一位数字 digit',
  transposed: '两位颠倒 transposed',
  dropped: '漏一位 dropped',
  'times-10': '×10',
  tenth: '÷10',
  'times-10000': '×10,000',
  random: '随机 random',
};

const SHAPES: Readonly<Record<ShapeName, string>> = {
  'slide-up': '整列上移 slide up, 3–7 rows',
  'slide-down': '整列下移 slide down, 3–7 rows',
  'swap-in-column': '同列互换 swap in a column',
  'swap-in-row': '同行互换 swap in a row',
  pair: '两处差错 two faults',
};

/** What of each sample is covered by which sums, and the measures by that. */
export function bySeed(seeds: readonly MeasuredSeed[]): string {
  return [
    '## 样例 · Seeds',
    '',
    '金额由 `test/truth/sums-*.json` 中读出来的合计关系覆盖；“跨表”是另一张表里的同一个数。改动后偏差超出舍入不到末位 50 个单位的不算。',
    '',
    'Amounts are covered by the sums of `test/truth/sums-*.json`, written down by reading. “Between” is the same figure in another table. Pairs of an amount and a kind of fault count where the fault breaks a sum by at least 50 units of the last place beyond rounding.',
    '',
    '| 样例 seed | 金额 amounts | 仅行 row only | 仅列 column only | 行列 both | 跨表 between | 仅跨表 between only | 未覆盖 uncovered | 编码表 coded tables | 差错 faults | 太小 too small |',
    `|${'---|'.repeat(11)}`,
    ...seeds.map(coverageRow),
    '',
    ...tallyTable('样例 seed · 覆盖 covered by', seeds.flatMap(groupsOf)),
  ].join('\n');
}

function coverageRow(seed: MeasuredSeed): string {
  const { amounts, row, column, both, between, betweenOnly, uncovered, coded } = coverageOfSeed(seed);
  const { faults, tooSmall } = seed.population;
  return `| ${[
    ...[seed.document.name, amounts, row, column, both, between, betweenOnly, uncovered],
    ...[`${coded.count} / ${coded.of}`, faults.length, tooSmall],
  ].join(' | ')} |`;
}

type Group = readonly [name: string, trials: readonly Trial[]];

/** The trials of a sample by the coverage of their cells, those in flattened tables apart. */
function groupsOf({ document, trials }: MeasuredSeed): Group[] {
  const isFlat = ({ fault }: Trial) => cellAt(document, fault.cell).isFlattened;
  const groups = groupedBy(
    trials,
    (trial) => `${COVERAGE[trial.fault.coverage]}${isFlat(trial) ? ' · 压成一行 flattened' : ''}`,
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]): Group => [`${document.name} · ${name}`, group]);
}

/** The measures of generated documents by dialect. */
export function byDialect(dialects: readonly MeasuredDialect[]): string {
  return [
    '## 写法 · Dialects of generated documents',
    '',
    ...tallyTable(
      '写法 dialect · 覆盖 covered by',
      dialects.flatMap(({ dialect, documents }) =>
        (['both', 'one'] as const).map((coverage): Group => {
          const covered = trialsOf(documents).filter(({ fault }) => fault.coverage === coverage);
          return [`${dialect} · ${COVERAGE[coverage]}`, covered];
        }),
      ),
    ),
  ].join('\n');
}

/** The measures of each kind of fault, and of last digits, in all documents. */
export function byKind(all: readonly Measured[]): string {
  const trials = trialsOf(all);
  return [
    '## 差错 · Kinds of faults',
    '',
    ...tallyTable('差错 fault', [
      ...FAULT_KINDS.map((kind): Group => [KINDS[kind], trials.filter(({ fault }) => fault.kind === kind)]),
      ['仅末位，无目标 last digit only, no target', all.flatMap(({ lastDigits }) => lastDigits)],
    ]),
  ].join('\n');
}

/** What became of slides, swaps and pairs of faults. */
export function byShape(seeds: readonly Measured[], generated: readonly Measured[]): string {
  return [
    '## 多处差错 · Several figures wrong at once',
    '',
    '| 文档 documents | 差错 fault | 发现 detected | 认出，占发现的 recognised, of detected | 复原 restored |',
    `|${'---|'.repeat(5)}`,
    ...SHAPE_NAMES.map((shape) => shapeRow('样例 seeds', shape, seeds)),
    ...SHAPE_NAMES.map((shape) => shapeRow('生成 generated', shape, generated)),
  ].join('\n');
}

function shapeRow(name: string, shape: ShapeName, all: readonly Measured[]): string {
  const tried = all.flatMap(({ shapes }) => shapes.filter((each) => each.shape === shape));
  const detected = tried.filter(({ verdict }) => verdict.detected);
  const cells = [
    shareOf(tried, ({ verdict }) => verdict.detected),
    shareOf(detected, ({ verdict }) => verdict.recognised),
    shareOf(tried, ({ verdict }) => verdict.restored),
  ];
  return `| ${name} | ${SHAPES[shape]} | ${cells.map(share).join(' | ')} |`;
}

function tallyTable(name: string, groups: readonly Group[]): string[] {
  return [
    `| ${name} | 差错 faults | 并列 ties | 发现 detected | 定位 located | 复原 restored | 误改 harm | 新错误 new errors |`,
    `|${'---|'.repeat(8)}`,
    ...groups.map(([group, trials]) => `| ${group} | ${tallyCells(tallyOf(trials)).join(' | ')} |`),
  ];
}

function tallyCells(tally: Tally): (string | number)[] {
  const { pairs, ties, detected, located, restored, harm, newErrors } = tally;
  return [pairs, ties, share(detected), share(located), share(restored), share(harm), newErrors];
}

/** `3 / 4 (75.0 %)`. */
export function share(part: Share): string {
  return part.of === 0 ? '–' : `${part.count} / ${part.of} (${(100 * rateOf(part)).toFixed(1)} %)`;
}
