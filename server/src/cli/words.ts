import type { Language } from '#core/messages/language.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import { RULE_IDS, type Severity } from '#core/rules.ts';
import { isUnrecognised, type Reading } from '../reading.ts';
import { WORDS as EDITOR_WORDS } from '../words.ts';
import type { LanguageName, Misuse } from './arguments.ts';
import type { OwnFileFault } from './ownFiles.ts';
import type { ReadProblem } from './readText.ts';

/** How many findings of each severity a report holds. */
export type Counts = { readonly [S in Severity]: number };

/** What a run over files came to. */
export interface Totals {
  readonly files: number;
  /** Files in which neither a table nor an amount was found. */
  readonly unrecognised: number;
  readonly shown: Counts;
  /** Findings that are counted but not shown. */
  readonly hiddenHints: number;
  /** Findings that the files ask to be silent about. */
  readonly silenced: number;
}

/** Everything the terminal itself says, in one language. Sentences of findings come from messages/. */
export interface Words {
  readonly help: string;
  /** Where to read on after a misuse. */
  readonly seeHelp: string;
  readonly severities: { readonly [S in Severity]: string };
  misuse(misuse: Misuse): string;
  unreadable(path: string, problem: ReadProblem): string;
  catalogueFault(fault: OwnFileFault): string;
  libraryFault(fault: OwnFileFault): string;
  /** What was read of a file, in a line. */
  reading(file: string, reading: Reading): string;
  summary(totals: Totals): string;
  /** That a folder holds files of Word, Excel or PDF, which were left out. */
  leftOut(folder: string, count: number): string;
  readonly defaultSeverity: string;
  readonly quickFix: string;
  readonly available: string;
  readonly notAvailable: string;
  readonly documentation: string;
  readonly crashed: string;
}

function ruleList({ rules }: Language): string {
  const width = Math.max(...RULE_IDS.map((id) => id.length)) + 2;
  return RULE_IDS.map((id) => `  ${id.padEnd(width)}${rules[id].name}`).join('\n');
}

/** From the loudest to the quietest, as the summary counts them. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const SEVERITY_NAMES_ZH: Words['severities'] = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

/** `information` has no plural. */
const COUNTED_EN: Words['severities'] = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

const UNRECOGNISED_ZH = EDITOR_WORDS['zh-cn'].figures.nothingRead;
const UNRECOGNISED_EN = EDITOR_WORDS.en.figures.nothingRead;

const ZH_CN: Words = {
  help: `预算公开：核对预算公开文本中的合计、收支平衡和科目编码

用法：
  budget-disclosure check 文件或文件夹… [选项]    检查文件，或文件夹中的文本文件（.budget、.txt、.md）
  budget-disclosure explain 规则                  说明一条规则；规则写编号或中文名称

选项：
  --format text|json      check 的输出格式，默认 text
  --hints                 text 格式中也列出提示（如尾差）
  --catalogue 文件        自己的科目目录，叠加在自带的科目之上，可以给出多个
  --indicators 文件       自己的绩效指标库，叠加在自带的指标之上，可以给出多个
  --language zh-cn|en     输出语言，默认 zh-cn
  -h, --help              显示本帮助
  -v, --version           显示版本号

文件编码可以是 UTF-8、UTF-16 或 GB18030（GBK），自动识别。

退出码：
  0  没有发现错误
  1  至少有一处错误
  2  没有全部完成：文件读不到，科目目录或指标库有误，或参数有误

规则：
${ruleList(LANGUAGES['zh-cn'])}`,
  seeHelp: '用 --help 查看用法。',
  severities: SEVERITY_NAMES_ZH,
  misuse: misuseZh,
  unreadable: (path, problem) => `无法读取 ${path}：${problemZh(problem)}`,
  catalogueFault: (fault) => ownFileFaultZh('科目目录', fault),
  libraryFault: (fault) => ownFileFaultZh('绩效指标库', fault),
  reading: readingZh,
  summary: ({ files, unrecognised, shown, hiddenHints, silenced }) => {
    const counts = SEVERITIES.filter((severity) => shown[severity] > 0).map(
      (severity) => `${shown[severity]} 处${SEVERITY_NAMES_ZH[severity]}`,
    );
    const nothing = files > 0 && unrecognised === files ? UNRECOGNISED_ZH : '没有发现问题';
    const found = counts.length === 0 ? nothing : counts.join('、');
    const blank =
      unrecognised === 0 || found === UNRECOGNISED_ZH ? '' : `；其中 ${unrecognised} 个${UNRECOGNISED_ZH}`;
    const hidden = hiddenHints === 0 ? '' : `（另有 ${hiddenHints} 处提示，加 --hints 列出）`;
    const ignored = silenced === 0 ? '' : `，按文中标注忽略 ${silenced} 处`;
    return `检查了 ${files} 个文件：${found}${blank}${ignored}${hidden}`;
  },
  leftOut: (folder, count) =>
    `${folder} 中有 ${count} 个 Word、Excel、WPS 或 PDF 文件没有读：请另存为纯文本（.txt）后再检查。`,
  defaultSeverity: '默认级别：',
  quickFix: '快速修复：',
  available: '有',
  notAvailable: '无',
  documentation: '文档：',
  crashed: '程序内部出错，检查没有完成。请把下面的信息反馈给开发者：',
};

const EN: Words = {
  help: `Budget Disclosure: checks the totals, balances and codes of budget disclosures

Usage:
  budget-disclosure check FILE|FOLDER... [options]    check files, and the text files of folders (.budget, .txt, .md)
  budget-disclosure explain RULE                      explain a rule, given by its id or its Chinese name

Options:
  --format text|json      output format of check, text by default
  --hints                 list hints too in the text format (rounding differences, say)
  --catalogue FILE        a catalogue of your own, laid over the one that comes along; may be repeated
  --indicators FILE       a library of performance indicators of your own, likewise
  --language zh-cn|en     language of the output, zh-cn by default
  -h, --help              show this help
  -v, --version           show the version

Files may be UTF-8, UTF-16 or GB18030 (GBK); the encoding is recognised.

Exit codes:
  0  no error found
  1  at least one error found
  2  not completed: a file could not be read, a catalogue or library has faults, or the arguments are wrong

Rules:
${ruleList(LANGUAGES.en)}`,
  seeHelp: 'See --help for the usage.',
  // Problem matchers read `info`, not `information`.
  severities: { error: 'error', warning: 'warning', information: 'info', hint: 'hint' },
  misuse: misuseEn,
  unreadable: (path, problem) => `Cannot read ${path}: ${problemEn(problem)}`,
  catalogueFault: (fault) => ownFileFaultEn('catalogue', fault),
  libraryFault: (fault) => ownFileFaultEn('library of indicators', fault),
  reading: readingEn,
  summary: ({ files, unrecognised, shown, hiddenHints, silenced }) => {
    const counts = SEVERITIES.filter((severity) => shown[severity] > 0).map((severity) =>
      countEn(shown[severity], COUNTED_EN[severity]),
    );
    const nothing = files > 0 && unrecognised === files ? UNRECOGNISED_EN : 'no problems found';
    const found = counts.length === 0 ? nothing : counts.join(', ');
    const blank =
      unrecognised === 0 || found === UNRECOGNISED_EN ? '' : `; in ${unrecognised} ${UNRECOGNISED_EN}`;
    const hidden = hiddenHints === 0 ? '' : ` (${countEn(hiddenHints, 'hint')} not listed; add --hints)`;
    const ignored = silenced === 0 ? '' : `; ${silenced} silenced in the text`;
    return `Checked ${countEn(files, 'file')}: ${found}${blank}${ignored}${hidden}`;
  },
  leftOut: (folder, count) =>
    `${countEn(count, 'file')} of Word, Excel, WPS or PDF in ${folder} left out: save as plain text (.txt) to check.`,
  defaultSeverity: 'Default severity: ',
  quickFix: 'Quick fix: ',
  available: 'yes',
  notAvailable: 'no',
  documentation: 'Documentation: ',
  crashed: 'Internal error; the check was not completed. Please report what follows:',
};

/** The words of every language that `--language` can name. */
export const WORDS: { readonly [L in LanguageName]: Words } = { 'zh-cn': ZH_CN, en: EN };

function readingZh(file: string, reading: Reading): string {
  if (isUnrecognised(reading)) return `${file}：${UNRECOGNISED_ZH}`;
  const { tables, unreadTables, figures, relations, holding } = reading;
  const unread = unreadTables === 0 ? '' : `（${unreadTables} 张读不准，未核对）`;
  return `${file}：${tables} 张表${unread}、${figures} 个金额，${relations === 0 ? '没有可核对的勾稽' : EDITOR_WORDS['zh-cn'].figures.lens(holding, relations)}`;
}

function readingEn(file: string, reading: Reading): string {
  if (isUnrecognised(reading)) return `${file}: ${UNRECOGNISED_EN}`;
  const { tables, unreadTables, figures, relations, holding } = reading;
  const unread = unreadTables === 0 ? '' : ` (${unreadTables} not read well, not checked)`;
  return `${file}: ${countEn(tables, 'table')}${unread}, ${countEn(figures, 'amount')}, ${relations === 0 ? 'no relations to check' : EDITOR_WORDS.en.figures.lens(holding, relations)}`;
}

function misuseZh(misuse: Misuse): string {
  switch (misuse.reason) {
    case 'no-command':
      return '没有给出命令。';
    case 'unknown-command':
      return `没有命令“${misuse.command}”，可用的命令是 check 和 explain。`;
    case 'unknown-option':
      return `没有选项 ${misuse.option}。`;
    case 'missing-value':
      return `选项 ${misuse.option} 后面缺少取值。`;
    case 'needless-value':
      return `选项 ${misuse.option} 不带取值。`;
    case 'wrong-value':
      return `选项 ${misuse.option} 的取值只能是 ${misuse.allowed.join(' 或 ')}，不能是“${misuse.value}”。`;
    case 'option-of-other-command':
      return `选项 ${misuse.option} 不能用于 ${misuse.command}。`;
    case 'no-file':
      return '没有给出要检查的文件或文件夹。';
    case 'no-rule':
      return `没有给出规则；规则的编号和名称见 --help。`;
    case 'unknown-rule':
      return `没有规则“${misuse.rule}”；规则的编号和名称见 --help。`;
    case 'too-many-rules':
      return '一次只能说明一条规则。';
  }
}

function misuseEn(misuse: Misuse): string {
  switch (misuse.reason) {
    case 'no-command':
      return 'No command given.';
    case 'unknown-command':
      return `There is no command “${misuse.command}”; the commands are check and explain.`;
    case 'unknown-option':
      return `There is no option ${misuse.option}.`;
    case 'missing-value':
      return `Option ${misuse.option} needs a value.`;
    case 'needless-value':
      return `Option ${misuse.option} takes no value.`;
    case 'wrong-value':
      return `Option ${misuse.option} must be ${misuse.allowed.join(' or ')}, not “${misuse.value}”.`;
    case 'option-of-other-command':
      return `Option ${misuse.option} does not go with ${misuse.command}.`;
    case 'no-file':
      return 'No file or folder to check given.';
    case 'no-rule':
      return `No rule given; --help lists them.`;
    case 'unknown-rule':
      return `There is no rule “${misuse.rule}”; --help lists them.`;
    case 'too-many-rules':
      return 'Only one rule is explained at a time.';
  }
}

function ownFileFaultZh(what: string, fault: OwnFileFault): string {
  return 'file' in fault
    ? `无法读取${what} ${fault.path}：${problemZh(fault.file)}`
    : `${what} ${fault.path}：${EDITOR_WORDS['zh-cn'].fileProblem(fault.line)}`;
}

function ownFileFaultEn(what: string, fault: OwnFileFault): string {
  return 'file' in fault
    ? `Cannot read the ${what} ${fault.path}: ${problemEn(fault.file)}`
    : `In the ${what} ${fault.path}: ${EDITOR_WORDS.en.fileProblem(fault.line)}`;
}

function problemZh(problem: ReadProblem): string {
  switch (problem.kind) {
    case 'missing':
      return '文件不存在';
    case 'directory':
      return '这是文件夹，请给出文件';
    case 'empty-folder':
      return '文件夹中没有文本文件（.budget、.txt、.md）';
    case 'forbidden':
      return '没有读取权限';
    case 'too-large':
      return '文件太大';
    case 'no-text':
      return '这是 Word、Excel 或 PDF 文件，不是纯文本；请另存为纯文本，或把内容粘贴到 .budget.txt 文件后再检查';
    case 'other':
      return problem.detail;
  }
}

function problemEn(problem: ReadProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'the file does not exist';
    case 'directory':
      return 'it is a folder; give a file';
    case 'empty-folder':
      return 'the folder has no text file (.budget, .txt, .md)';
    case 'forbidden':
      return 'permission denied';
    case 'too-large':
      return 'the file is too large';
    case 'no-text':
      return 'it is a file of Word, Excel or PDF; save it as plain text, or paste what it holds into a .budget.txt';
    case 'other':
      return problem.detail;
  }
}

function countEn(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
