import { SEVERITIES } from '#core/rules.ts';
import { isUnrecognised, type Reading } from '../reading.ts';
import { WORDS as EDITOR_WORDS } from '../words.ts';
import type { Misuse } from './arguments.ts';
import type { OwnFileFault } from './ownFiles.ts';
import { ruleList } from './ruleList.ts';
import type { Words } from './words.ts';

const SEVERITY_NAMES: Words['severities'] = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

const { figures, fileProblem, readProblem } = EDITOR_WORDS['zh-cn'];

/** What the terminal says in Chinese. */
export const zhCn: Words = {
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
  2  没有全部完成：文件读不到或无法检查，科目目录或指标库有误，或参数有误

规则：
${ruleList('zh-cn')}`,
  seeHelp: '用 --help 查看用法。',
  severities: SEVERITY_NAMES,
  misuse: misuseWords,
  unreadable: (path, problem) => `无法读取 ${path}：${readProblem(problem)}`,
  failed: (path, detail) => `无法检查 ${path}：程序出错，请反馈（${detail}）`,
  catalogueFault: (fault) => ownFileFault('科目目录', fault),
  libraryFault: (fault) => ownFileFault('绩效指标库', fault),
  reading: readingWords,
  summary: ({ files, unrecognised, shown, hiddenHints, silenced }) => {
    const counts = SEVERITIES.filter((severity) => shown[severity] > 0).map(
      (severity) => `${shown[severity]} 处${SEVERITY_NAMES[severity]}`,
    );
    const nothing = files > 0 && unrecognised === files ? figures.nothingRead : '没有发现问题';
    const found = counts.length === 0 ? nothing : counts.join('、');
    const blank =
      unrecognised === 0 || found === figures.nothingRead
        ? ''
        : `；其中 ${unrecognised} 个${figures.nothingRead}`;
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

function readingWords(file: string, reading: Reading): string {
  if (isUnrecognised(reading)) return `${file}：${figures.nothingRead}`;
  const { tables, unreadTables, figures: amounts, relations, holding } = reading;
  const unread = unreadTables === 0 ? '' : `（${unreadTables} 张读不准，未核对）`;
  return `${file}：${tables} 张表${unread}、${amounts} 个金额，${relations === 0 ? '没有可核对的勾稽' : figures.lens(holding, relations)}`;
}

function misuseWords(misuse: Misuse): string {
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

function ownFileFault(what: string, fault: OwnFileFault): string {
  return 'file' in fault
    ? `无法读取${what} ${fault.path}：${readProblem(fault.file)}`
    : `${what} ${fault.path}：${fileProblem(fault.line)}`;
}
