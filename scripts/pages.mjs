// Writes what docs/ takes from the program's own tables: the index of docs/RULES.md, and docs/PROFILES.md.
//
//   node scripts/pages.mjs           writes the pages
//   node scripts/pages.mjs --check   writes nothing; exit code 1 if a page is not what would be written
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/paths.mjs';
import { requireTypeScript } from './support/typescript.mjs';

/** @typedef {import('../shared/src/rules.ts').Rule} Rule */
/** @typedef {import('../shared/src/checks/text/profiles.ts').Profile} Profile */

/** @type {typeof import('../shared/src/rules.ts')} */
const { RULES } = requireTypeScript(join(root, 'shared/src/rules.ts'));
/** @type {typeof import('../shared/src/messages/messages.ts')} */
const { LANGUAGES } = requireTypeScript(join(root, 'shared/src/messages/messages.ts'));
/** @type {typeof import('../shared/src/checks/text/profiles.ts')} */
const { PROFILES } = requireTypeScript(join(root, 'shared/src/checks/text/profiles.ts'));

const begin = '<!-- written by scripts/pages.mjs -->';
const end = '<!-- end of what is written by scripts/pages.mjs -->';

const families = {
  arithmetic: '金额与勾稽 Figures',
  codes: '科目编码 Codes',
  indicators: '绩效指标 Performance indicators',
  prose: '文字与文件 Sentences and documents',
  text: '其他 Others',
};

const severities = {
  error: '错误 error',
  warning: '警告 warning',
  information: '信息 information',
  hint: '提示 hint',
};

function index() {
  return Object.entries(families)
    .map(([family, title]) => {
      const rows = Object.values(RULES)
        .filter((rule) => rule.family === family)
        .map(ruleRow);
      return [
        `**${title}**`,
        '',
        '| 规则 | 编号 id | 默认 default | 检查什么 |',
        '|---|---|---|---|',
        ...rows,
        '',
      ].join('\n');
    })
    .join('\n');
}

/** @param {Rule} rule */
function ruleRow({ id, severity, fixable }) {
  const { name, summary } = LANGUAGES['zh-cn'].rules[id];
  const fix = fixable ? '；可一键修改' : '';
  return `| [${name}](#${id})<br>${LANGUAGES.en.rules[id].name} | \`${id}\` | ${severities[severity]}${fix} | ${summary} |`;
}

const profilesHead = `# 各地公开要求 · What must be published where

由 \`node scripts/pages.mjs\` 根据 \`shared/src/checks/text/profiles.ts\` 写成。规则[内容不全](RULES.md#missing-content)按下列各表判断：文件中没有某张表（或某项说明），也没有提到它，才提示。各地表名不同，按表的内容和关键词认定，不要求名称相同。没有列出的省市，只按“各地”判断。

- 出处写法律、条例或文号的，是文件规定的；写某地“公开的表目”“公开的说明”的，是由当地已经公开的预算归纳的，不是法规条文，仅供核对。
- 地方的要求，只在标题或单位名称写明该地时适用；在“各地”的要求之外另加。
- 本地的要求与此不同的，可在设置 \`budgetDisclosure.rules\` 中把 \`missing-content\` 设为 \`off\`，或在文中写明理由予以忽略。

Written by \`node scripts/pages.mjs\` from \`shared/src/checks/text/profiles.ts\`: what the rule [missing-content](RULES.md#missing-content) looks for. A table or a part of the text is only missed where nothing in the document shows or mentions it, by whatever name. What a region requires comes on top of what is required everywhere (各地) and applies where a title or the body's name says the region; elsewhere nothing more is expected. The last column is the source: a law, regulation or circular, or what the region has published (公开的表目, 公开的说明).
`;

/** @param {Profile} profile */
function profileSection({ kinds, stage, since, region, tables, sections }) {
  const where = region ? region.source.replaceAll('|', '、') : '各地';
  const rows = [
    ...tables.map(({ name, source }) => `| 表 | ${name} | ${source} |`),
    ...sections.map(({ name, source }) => `| 说明 | ${name} | ${source} |`),
  ];
  return [
    `## ${where}：${kinds.join('、')}${stage}，${since} 年起`,
    '',
    '| | 应有 | 出处 |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const check = process.argv.includes('--check');

/**
 * @param {string} page in docs/
 * @param {string} text
 */
function write(page, text) {
  const path = join(root, 'docs', page);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (!check) {
    writeFileSync(path, text);
    return;
  }
  console.error(
    `docs/${page} 已过时，请运行 node scripts/pages.mjs\ndocs/${page} is out of date: run node scripts/pages.mjs`,
  );
  process.exitCode = 1;
}

const rules = readFileSync(join(root, 'docs', 'RULES.md'), 'utf8');
const [before, behind] = [rules.indexOf(begin), rules.indexOf(end)];
if (before === -1 || behind < before) throw new Error(`docs/RULES.md has lost its marks ${begin} … ${end}`);
write('RULES.md', `${rules.slice(0, before)}${begin}\n\n${index()}\n${rules.slice(behind)}`);
write('PROFILES.md', `${[profilesHead, ...PROFILES.map(profileSection)].join('\n').trimEnd()}\n`);
