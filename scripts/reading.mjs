// Writes docs/READING.md: what the program reads in the tables and the prose of the samples, from its own output.
//
//   node scripts/reading.mjs           writes the page
//   node scripts/reading.mjs --check   writes nothing; exit code 1 if the page is not what would be written
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/paths.mjs';
import { requireTypeScript } from './support/typescript.mjs';

/** @typedef {import('../shared/src/disclosure/table.ts').PlacedTable} PlacedTable */
/** @typedef {import('../shared/src/disclosure/table.ts').Table} Table */
/** @typedef {import('../shared/src/disclosure/prose/prose.ts').Figure} Figure */
/** @typedef {import('../shared/src/disclosure/prose/prose.ts').Prose} Prose */

/** @type {typeof import('../shared/src/disclosure/disclosure.ts')} */
const { readDisclosure } = requireTypeScript(join(root, 'shared/src/disclosure/disclosure.ts'));
/** @type {typeof import('../shared/src/disclosure/binding.ts')} */
const { bindingsOf } = requireTypeScript(join(root, 'shared/src/disclosure/binding.ts'));
/** @type {typeof import('../shared/src/syntax/parse.ts')} */
const { parse } = requireTypeScript(join(root, 'shared/src/syntax/parse.ts'));

const page = join(root, 'docs/READING.md');

const head = `# 读到了什么 · What is read

由 \`node scripts/reading.mjs\` 根据程序的输出写成，列出 \`seeds/\` 中每份样例的每张表：名称、种类、单位、年度、表头、各级行数，以及表体金额中有多少确定了所属的行和栏；再列出文字部分读到的数字、比较和列举。读不准的不算在内，也不作判断。

Written by \`node scripts/reading.mjs\` from the program's own output. For each table of the samples: title, role, unit, year, header tree, rows by level, and how many of the amounts in its body are bound to a row and a column; then the figures, comparisons and lists of its prose. What cannot be read reliably is not counted and not judged.
`;

/** @param {Table} table */
function headerTree(table) {
  const paths = table.columns.flatMap((column) =>
    column.kind !== 'code' && column.path.length > 0 ? [column.path] : [],
  );
  /** @type {{ text: string, below: string[] }[]} */
  const groups = [];
  for (const [top = '', ...rest] of paths) {
    const open = groups.at(-1);
    if (open && open.text === top && rest.length > 0) open.below.push(rest.join(' › '));
    else groups.push({ text: top, below: rest.length > 0 ? [rest.join(' › ')] : [] });
  }
  return groups
    .map(({ text, below }) => (below.length > 0 ? `${text}（${below.join('｜')}）` : text))
    .join('｜');
}

/** @param {Table} table */
function rowsByLevel(table) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const count = (/** @type {string} */ name) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const levels = /** @type {const} */ ({ 3: '类', 5: '款', 7: '项' });
  for (const row of table.rows) {
    if (row.kind === 'total') count('合计');
    else if (row.kind !== 'data') continue;
    else if (row.body) count('单位');
    else if (row.code) count(levels[/** @type {3 | 5 | 7} */ (row.code.digits.length)] ?? '其他');
    else count('其他');
  }
  return [...counts].map(([name, number]) => `${name} ${number}`).join('、');
}

/** @param {PlacedTable} placed */
function section({ line, table }) {
  const bindings = bindingsOf(table);
  const bound = bindings.filter(({ certainty }) => certainty !== 'unknown').length;
  const origin = table.unit && { line: '单位行', header: '表头', document: '全文' }[table.unit.origin];
  const facts = [
    `第 ${line + 1}–${line + table.lineCount} 行`,
    table.role,
    table.unit ? `${table.unit.unit}（${origin}）` : '单位不明',
    table.year === undefined ? '年度不明' : `${table.year} 年`,
    table.dialect,
  ];
  return [
    `### ${table.title?.text ?? '（无表名）'}`,
    '',
    `- ${facts.join(' · ')}`,
    `- 表头：${headerTree(table) || '—'}`,
    `- 行：${rowsByLevel(table) || '—'}`,
    `- 金额：${bound} / ${bindings.length}`,
    '',
  ].join('\n');
}

/** @param {Prose} prose */
function narrative({ headings, passages }) {
  const sections = headings.filter(({ heading }) => heading.kind === 'heading').length;
  const all = passages.map(({ passage }) => passage);
  const figures = all.flatMap((passage) => passage.figures).filter(({ kind }) => kind === 'statement');
  const values = figures.filter(({ role }) => role === 'value');
  /** @param {(figure: Figure) => { readonly confidence: string }} of */
  const known = (of) => values.filter((figure) => of(figure).confidence !== 'unknown').length;
  const comparisons = all.flatMap((passage) => passage.comparisons);
  const compared = comparisons.filter(({ subject, concept }) => subject !== undefined || concept.value);
  const count = (/** @type {(passage: (typeof all)[number]) => readonly unknown[]} */ of) =>
    all.reduce((sum, passage) => sum + of(passage).length, 0);
  return [
    '### 文字部分 · Prose',
    '',
    `- 标题 ${sections}，段落 ${count((passage) => passage.paragraphs)}，数字 ${figures.length}（其中金额 ${values.length}）`,
    `- 金额：单位 ${known((figure) => figure.unit)}、年度 ${known((figure) => figure.year)}、项目 ${known((figure) => figure.concept)}、口径 ${known((figure) => figure.scope)} / ${values.length}`,
    `- 比较：知道比的是什么的 ${compared.length} / ${comparisons.length}；列举 ${count((passage) => passage.lists)}，占比 ${count((passage) => passage.ratios)}，原因 ${count((passage) => passage.reasons)}，没有的 ${count((passage) => passage.absences)}`,
    '',
  ].join('\n');
}

function render() {
  const seeds = readdirSync(join(root, 'seeds'))
    .filter((file) => /\.budget\.(?:txt|md)$/.test(file))
    .sort();
  const parts = seeds.map((file) => {
    const { tables, year, prose } = readDisclosure(parse(readFileSync(join(root, 'seeds', file), 'utf8')));
    const title = `## ${file}\n\n${tables.length} 张表，${year ?? '年度不明'}。\n`;
    return [title, ...tables.map(section), narrative(prose)].join('\n');
  });
  return `${[head, ...parts].join('\n').trimEnd()}\n`;
}

const written = render();
if (!process.argv.includes('--check')) writeFileSync(page, written);
else if (readFileSync(page, 'utf8') !== written) {
  console.error(
    'docs/READING.md 已过时，请运行 node scripts/reading.mjs\ndocs/READING.md is out of date: run node scripts/reading.mjs',
  );
  process.exitCode = 1;
}
