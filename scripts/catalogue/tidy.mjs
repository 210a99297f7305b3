/**
 * Puts the catalogue in order after an edit: sorts every data file, writes one record a line with its fields
 * in a fixed order, and writes the counts anew into docs/CATALOGUE.md and docs/INDICATORS.md.
 *
 *   node scripts/catalogue/tidy.mjs           writes what has changed
 *   node scripts/catalogue/tidy.mjs --check   writes nothing; exit code 1 if something would change
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

/** @typedef {Record<string, any>} DataRecord One line of a data file; which fields it has, the schema tells. */

const DATA = fileURLToPath(new URL('../../shared/src/catalogue/data', import.meta.url));
const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const BEGIN = '<!-- counts: written by scripts/catalogue/tidy.mjs -->';
const END = '<!-- end of counts -->';

/** The order of the fields in a line. */
const FIELDS = `
  code government department ending year kind classification name contains startsWith level budgets confidence relation
  old new certainty category units operator value meaning formula kinds from until margin former successors complete names variants
  aliases misspellings yearsUnsure origin note zh en syllable characters
`
  .trim()
  .split(/\s+/);

/**
 * What each file is sorted by. The recurring explanations keep their order: the first that fits is taken.
 *
 * @type {Record<string, ((each: DataRecord) => string) | undefined>}
 */
const SORT_KEYS = {
  'changes.json': (each) => `${each.code} ${each.year}`,
  'crosswalk.json': (each) => `${each.government} ${each.department}`,
  'explanations-recurring.json': undefined,
  'pinyin.json': (each) => each.syllable,
  'indicators.json': (each) => `${String(categoryRank(each.category)).padStart(2, '0')} ${each.name}`,
};

const CATEGORIES = `
  数量指标 质量指标 时效指标 成本指标 经济成本指标 社会成本指标 生态环境成本指标
  经济效益指标 社会效益指标 生态效益指标 可持续影响指标 服务对象满意度指标 预算执行 整体支出
`
  .trim()
  .split(/\s+/);

const ORIGINS = ['seed', 'public', 'github', 'knowledge'];
const CONFIDENCES = ['confirmed', 'corroborated', 'knowledge', 'unsure'];
/** @type {readonly (readonly [classification: string, title: string])[]} */
const CLASSIFICATIONS = [
  ['functional', '支出功能分类 functional'],
  ['economic-department', '部门预算支出经济分类 economic, department'],
  ['economic-government', '政府预算支出经济分类 economic, government'],
  ['revenue', '收入分类 revenue'],
];

/** @type {string[]} */
const changed = [];
const check = process.argv.includes('--check');

const files = readdirSync(DATA).sort();
for (const file of files) {
  const path = join(DATA, file);
  const before = readFileSync(path, 'utf8');
  write(path, before, format(file, JSON.parse(before)));
}

writeCounts('CATALOGUE.md', await countTables());
writeCounts('INDICATORS.md', indicatorTables());

if (changed.length === 0) console.log('科目数据已整理，无改动。 Nothing to change.');
else console.log(`${check ? '需要整理 to be tidied' : '已整理 tidied'}:\n${changed.join('\n')}`);
process.exitCode = check && changed.length > 0 ? 1 : 0;

/**
 * Puts tables between the marks of a page in docs/.
 *
 * @type {(page: string, tables: string) => void}
 */
function writeCounts(page, tables) {
  const path = join(DOCS, page);
  const document = readFileSync(path, 'utf8');
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`docs/${page} has lost its marks ${BEGIN} … ${END}`);
  write(path, document, `${document.slice(0, begin)}${BEGIN}\n\n${tables}\n\n${document.slice(end)}`);
}

/** @type {(path: string, before: string, after: string) => void} */
function write(path, before, after) {
  if (before === after) return;
  changed.push(path);
  if (!check) writeFileSync(path, after);
}

/** @type {(file: string, records: readonly DataRecord[]) => string} */
function format(file, records) {
  const key = file in SORT_KEYS ? SORT_KEYS[file] : byCode;
  const sorted = key ? records.toSorted((a, b) => compare(key(a), key(b))) : records;
  return `[\n${sorted.map((each) => JSON.stringify(ordered(each))).join(',\n')}\n]\n`;
}

/** @type {(record: DataRecord) => string} */
function byCode(record) {
  return record.code;
}

/** @type {(record: DataRecord) => DataRecord} */
function ordered(record) {
  const unknown = Object.keys(record).filter((field) => !FIELDS.includes(field));
  if (unknown.length > 0) throw new Error(`unknown field ${unknown.join(', ')} in ${JSON.stringify(record)}`);
  return Object.fromEntries(FIELDS.filter((field) => field in record).map((field) => [field, record[field]]));
}

/** @type {(a: string, b: string) => number} */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @type {(category: string) => number} */
function categoryRank(category) {
  const rank = CATEGORIES.indexOf(category);
  return rank === -1 ? CATEGORIES.length : rank;
}

async function countTables() {
  /** @type {typeof import('../../shared/src/catalogue/data.ts')} */
  const { nationalCatalogue } = await tsImport('../../shared/src/catalogue/data.ts', import.meta.url);
  const catalogue = nationalCatalogue();
  /** @type {string[]} */
  const rows = [];
  for (const [classification, title] of CLASSIFICATIONS) {
    for (const level of ['类', '款', '项', '目']) {
      const current = catalogue
        .all()
        .filter((each) => each.classification === classification && each.level === level);
      if (current.length > 0) rows.push(countRow(title, level, current, catalogue));
    }
  }
  return [
    `| 分类 | 级 | 在用 | 已停用 | ${CONFIDENCES.join(' | ')} | 专门说明 | 通用说明 |`,
    `|---|---|${'--:|'.repeat(CONFIDENCES.length + 4)}`,
    ...rows,
    '',
    '| 文件 | 条数 |',
    '|---|--:|',
    ...files.map((file) => `| ${file} | ${JSON.parse(readFileSync(join(DATA, file), 'utf8')).length} |`),
  ].join('\n');
}

/** Indicators by category and origin, and by the kinds of project they fit. */
function indicatorTables() {
  /** @type {readonly DataRecord[]} */
  const indicators = JSON.parse(readFileSync(join(DATA, 'indicators.json'), 'utf8'));
  /** @type {(title: string, records: readonly DataRecord[]) => string} */
  const row = (title, records) => {
    const count = (/** @type {(each: DataRecord) => boolean} */ wanted) => records.filter(wanted).length;
    const cells = [
      records.length,
      ...ORIGINS.map((origin) => count((each) => each.origin === origin)),
      count((each) => each.formula !== undefined),
      count((each) => each.aliases !== undefined),
    ];
    return `| ${title} | ${cells.join(' | ')} |`;
  };
  const kinds = [...new Set(indicators.flatMap((each) => each.kinds ?? []))].sort(compare);
  return [
    `| 类别 | 条数 | ${ORIGINS.join(' | ')} | 有公式 | 有别名 |`,
    `|---|${'--:|'.repeat(ORIGINS.length + 3)}`,
    ...CATEGORIES.map((category) =>
      row(
        category,
        indicators.filter((each) => each.category === category),
      ),
    ),
    row('合计', indicators),
    '',
    '| 适用项目 | 条数 |',
    '|---|--:|',
    ...kinds.map((kind) => `| ${kind} | ${indicators.filter((each) => each.kinds?.includes(kind)).length} |`),
    `| 不限 | ${indicators.filter((each) => !each.kinds).length} |`,
  ].join('\n');
}

/**
 * @param {string} title
 * @param {string} level
 * @param {readonly import('../../shared/src/catalogue/catalogue.ts').CodeRecord[]} records
 * @param {import('../../shared/src/catalogue/catalogue.ts').Catalogue} catalogue
 */
function countRow(title, level, records, catalogue) {
  const inUse = records.filter((each) => each.until === undefined);
  const explanations = inUse.flatMap((each) => catalogue.explanation(each.code) ?? []);
  const cells = [
    inUse.length,
    records.length - inUse.length,
    ...CONFIDENCES.map((confidence) => inUse.filter((each) => each.confidence === confidence).length),
    explanations.filter((each) => !each.generic).length,
    explanations.filter((each) => each.generic).length,
  ];
  return `| ${title} | ${level} | ${cells.join(' | ')} |`;
}
