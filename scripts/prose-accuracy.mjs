// Writes docs/PROSE-ACCURACY.md: how many faults in the sentences of generated disclosures are found, by kind.
//
//   node scripts/prose-accuracy.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/paths.mjs';
import { requireTypeScript } from './support/typescript.mjs';

/** @type {typeof import('../test/support/narrativeMeasure.ts')} */
const { measureFaults, saidOfSentences, stylesOf } = requireTypeScript(
  join(root, 'test/support/narrativeMeasure.ts'),
);

/** Other documents than the tests draw. */
const SEED = 101;
const OF_SEEDS = 60;
const OF_PROVINCE = 30;
const PER_KIND = 2;

/** @type {Readonly<Record<import('../test/generator/narrative/index.ts').MarkKind, string>>} */
const NAMES = {
  amount: '金额错一位 a digit of an amount',
  change: '增减额错一位 a digit of a change',
  percent: '百分比错一位 a digit of a percentage',
  word: '增减方向 direction of a change',
  scope: '基本支出/项目支出、财政拨款/部门 一类的口径词 whose money',
  unit: '元、万、亿元、万元元 unit',
  year: '年度差一年 year',
  stage: '预算写成决算 决算 for 预算',
  body: '本部门写成本单位 本单位 for 本部门',
  organ: '单位名称错字、别的单位 name of the body',
  label: '固定名称错字 a fixed name misspelt',
  doubled: '词语重复 a word typed twice',
  mark: '括号、引号缺一半 a bracket or quotation mark lost',
  reason: '删去增减原因 a reason taken out',
};

const styles = stylesOf(SEED, OF_SEEDS, OF_PROVINCE);
const documents = styles.flatMap(({ narratives }) => narratives);
const alarms = documents.filter(({ text }) => saidOfSentences(text).length > 0).length;
const counts = measureFaults(styles, PER_KIND);

/** @param {number} part @param {number} whole */
const share = (part, whole) => `${part} / ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

const page = `# 文字查得准不准 · Accuracy of the checks of sentences

由 \`node scripts/prose-accuracy.mjs\` 写成。自动生成 ${documents.length} 份表、文一致的公开，文字按样例的写法和六个省份（四川、广东、浙江、河南、上海、江西）公开的写法；每次改错一处，看能不能发现、指对位置。没有改动的 ${documents.length} 份中，有提示的 ${alarms} 份。

Written by \`node scripts/prose-accuracy.mjs\`. ${documents.length} disclosures whose sentences and tables agree are generated, in the phrasings of the samples and of six provinces; one place at a time is made wrong: is it noticed, and at the very place? Of the ${documents.length} unchanged ones ${alarms} have a finding.

| 差错 fault | 该行有提示 in its line | 正在该处 at the very place | 其中错误或警告 of which errors and warnings |
|---|---|---|---|
${[...counts]
  .map(
    ([kind, { faults, inLine, onSpot, loud }]) =>
      `| ${NAMES[kind]} | ${share(inLine, faults)} | ${share(onSpot, faults)} | ${share(loud, faults)} |`,
  )
  .join('\n')}

- 只改他处能印证的地方：表中列有、句中相加或相除可得、全文多次写明的。没有他处可以印证的数（只写增减额而无百分比、上年数的），错了谁也看不出来。Only what something else bears out is changed; a difference told alone, without its percentage or last year's figure, nobody can see to be wrong.
- 删去的原因，若同一标题下同一增减额的原因仍在，或各分项说明了原因，可以算说明了，因此不计入；同一增减额的原因写在相邻标题下的，只作信息。A reason that is taken out counts where nothing else under the heading explains the change: neither a reason given for the same amount nor those of its parts. Where the same change is explained under a heading near by, that is a remark.
- 只由一组相加关系印证的增减额（上海的写法），改错哪一个都说得通：提示在任何一个上、并列出其余的，算指对。Where a sum alone bears changes out, any of its figures may be wrong, and a finding on one that names the others counts.
`;
writeFileSync(join(root, 'docs/PROSE-ACCURACY.md'), page);
