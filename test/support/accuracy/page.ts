import type { Alarm, MeasuredDialect, MeasuredSeed } from './measure.ts';
import { byDialect, byKind, bySeed, byShape, share } from './pageTables.ts';
import { newErrorsPerFault, recognisedSlides, type Trial, tallyOf, trialsOf, withBoth } from './tally.ts';

/** All that the page tells. */
export interface Accuracy {
  readonly seeds: readonly MeasuredSeed[];
  readonly dialects: readonly MeasuredDialect[];
  /** How many correct documents were read, and the errors and warnings in them. */
  readonly correct: { readonly documents: number; readonly alarms: readonly Alarm[] };
}

/** docs/ACCURACY.md, Chinese first. */
export function accuracyPage(accuracy: Accuracy): string {
  const generated = accuracy.dialects.flatMap(({ documents }) => documents);
  return `${[
    introduction(accuracy),
    measures(accuracy),
    bySeed(accuracy.seeds),
    byDialect(accuracy.dialects),
    byKind([...accuracy.seeds, ...generated]),
    byShape(accuracy.seeds, generated),
    alarms(accuracy),
    method,
  ].join('\n\n')}\n`;
}

function introduction({ seeds, dialects, correct }: Accuracy): string {
  const raw = seeds.every(({ seed }) => seed.origin === 'raw');
  const documents = dialects.reduce((sum, each) => sum + each.documents.length, 0);
  return `# 算得准不准 · Accuracy

由 \`node scripts/accuracy.mjs\` 写成。在 ${seeds.length} 份${raw ? '原始样例' : ' `seeds/` 中的样例'}和 ${documents} 份自动生成的文档里一次改错一个数，看能不能发现、指对位置、改得回来；另有 ${correct.documents} 份没有差错的生成文档用来数误报。

Written by \`node scripts/accuracy.mjs\`. In ${seeds.length} ${raw ? 'raw seed documents' : 'samples of `seeds/`'} and ${documents} generated documents one figure at a time is made wrong: is it noticed, is the right cell pointed at, is it put right? ${correct.documents} correct generated documents are read for false alarms.`;
}

function measures({ seeds, dialects, correct }: Accuracy): string {
  const made = dialects.flatMap(({ documents }) => documents);
  const row = (name: string, target: string, value: (trials: readonly Trial[]) => string) =>
    `| ${name} | ${target} | ${value(trialsOf(seeds))} | ${value(trialsOf(made))} |`;
  const known = seeds.reduce((sum, { listed }) => sum + listed.file.known.length, 0);
  return [
    '## 指标 · Measures',
    '',
    '| 指标 measure | 目标 target | 样例 seeds | 生成 generated |',
    '|---|---|---|---|',
    `| 未改动文档中的误报 false errors and warnings | 0 | ${count(seeds, ({ falseAlarms }) => falseAlarms.length)} | ${correct.alarms.length} / ${correct.documents} 份 documents |`,
    `| 文档本身的差错被发现 faults of the documents found | ${known} | ${count(seeds, ({ knownFound }) => knownFound)} | – |`,
    row('发现 detected', '≥ 99 %', (trials) => share(tallyOf(trials).detected)),
    row('定位：行列都有合计 located, row and column', '≥ 98 %', (trials) =>
      share(tallyOf(withBoth(trials)).located),
    ),
    row('定位：全部，并列除外 located, all but ties', '≥ 95 %', (trials) => share(tallyOf(trials).located)),
    row('复原：行列都有合计 restored, row and column', '≥ 97 %', (trials) =>
      share(tallyOf(withBoth(trials)).restored),
    ),
    row('误改 harm, of preferred fixes', '≤ 0.5 %', (trials) => share(tallyOf(trials).harm)),
    row('每处差错的新错误 new errors per fault', '≤ 1.1', perFault),
    `| 错行被认出 slides recognised, of detected | ≥ 90 % | ${share(recognisedSlides(seeds))} | ${share(recognisedSlides(made))} |`,
  ].join('\n');
}

function alarms({ seeds, correct }: Accuracy): string {
  const found = [...seeds.flatMap(({ falseAlarms }) => falseAlarms), ...correct.alarms];
  const missed = seeds.flatMap(({ seed, knownMissed }) =>
    knownMissed.map((words) => `- ${seed.name} · ${words}`),
  );
  return [
    '## 误报和漏报 · False alarms, and faults of the samples not found',
    '',
    ...(found.length === 0
      ? ['没有误报。No false alarm.']
      : found.map(({ document, rule, line }) => `- ${document} · ${line} · \`${rule}\``)),
    '',
    ...(missed.length === 0
      ? ['样例自身的差错都已发现。Every known fault of the samples is found.']
      : ['未发现的样例差错 · Faults of the samples not found:', '', ...missed]),
  ].join('\n');
}

const method = `## 怎么算 · How it is counted

- **发现 detected**：出现了原来没有的错误，其范围是该格，或标在被破坏的合计的另一格上而相关位置包含该格。A new error has the cell in its range, or among its related places while it stands on another cell of a broken sum.
- **定位 located**：只出现一个新错误，范围正好是该格。One new error alone, exactly on the cell. **并列 ties**：仅凭所列合计，改另一格的一处笔误也能说通的，不计入定位。Pairs where, by the listed sums alone, another single cell one slip away would mend the fault as well are left out.
- **复原 restored**：首选修复写回原值，其余字节不动，提示与原来相同。The preferred fix writes the original value, leaves every other byte alone, and the findings are the original ones.
- **误改 harm**：首选修复中写入其他值的。Preferred fixes that write any other value.
- **认出 recognised**：错行，唯一的新错误说明是错行且涉及至多一格之外的各格；互换，唯一的新错误涉及两格；两处差错，两个新错误各在一格。A slide: the only new error names it and speaks of all its cells but one at most. A swap: the only new error speaks of both. Two faults: two new errors, one on each.

金额不含编码、数量、序号和零。合计允许 (n + 1) · ½ · 10⁻ᵈ 的舍入差。Codes, quantities, index cells and zeros are no amounts. Sums allow (n + 1) · ½ · 10⁻ᵈ for rounding.`;

function perFault(trials: readonly Trial[]): string {
  return `${tallyOf(trials).newErrors} / ${trials.length} = ${newErrorsPerFault(trials).toFixed(2)}`;
}

function count<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}
