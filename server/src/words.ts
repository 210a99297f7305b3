import type { Explanation } from '#core/catalogue/catalogue.ts';
import type { RecordProblem } from '#core/catalogue/userRecords.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import type { RuleId } from '#core/rules.ts';
import type { Settings } from '#core/settings.ts';
import { FIGURES_EN, FIGURES_ZH_CN, type FigureWords } from './figureWords.ts';
import { fileProblemEn, fileProblemZh } from './fileProblemWords.ts';
import { INDICATORS_EN, INDICATORS_ZH_CN, type IndicatorWords } from './indicatorWords.ts';
import { readProblemEn, readProblemZh } from './readProblemWords.ts';
import type { ReadProblem } from './readText.ts';
import type { FileReport } from './userFiles.ts';

/** Of the faults of a file the first few are shown; the log has them all. */
const MOST_PROBLEMS = 3;

/** What the editor features say beside findings, in one language. Findings have their words in the core. */
export interface Words {
  readonly explanation: (explanation: Explanation) => string;
  /** `since`: the code is in use from `year` on; the year may be off by `margin`. */
  readonly since: (year: number, margin: number) => string;
  readonly until: (year: number, margin: number) => string;
  /** Published documents contradict each other about the years. */
  readonly yearsUnsure: string;
  readonly formerName: (name: string, until: number) => string;
  readonly successors: (codes: string) => string;
  /** The digits go on below a national code. */
  readonly local: (code: string) => string;
  /** Zeros fill a national code up to the length of others. */
  readonly padded: (code: string) => string;
  /** The catalogue does not have the code, which may exist all the same. */
  readonly notInCatalogue: string;
  /** The name printed beside the code is that of another one. */
  readonly namedLike: (code: string) => string;
  readonly codeUnsure: string;
  /** The 政府经济科目 that gathers this 部门经济科目; `institutions`: as far as 事业单位 use it. */
  readonly governmentCode: (codes: string) => string;
  readonly governmentCodeOfInstitutions: (codes: string) => string;
  readonly departmentCodes: (codes: string) => string;
  /** Stands between the items of a list, and behind one that was cut. */
  readonly listSeparator: string;
  readonly more: (count: number) => string;
  readonly indicatorOfWords: string;
  /** Whether official names are followed by what they mean in English. */
  readonly translatesNames: boolean;
  /** Codes that an explanation tells apart from this one. */
  readonly confusedWith: (codes: string) => string;
  readonly inThisDocument: string;
  /** What one table of the document says; `line` counts from 1. */
  readonly figure: (table: string, amount: string, line: number) => string;
  /** The place prints no amount, or prints figures of which nobody could tell which is the amount. */
  readonly noAmount: string;
  readonly unreadAmount: string;
  /** Stands for the title of a table, in prose. */
  readonly inProse: string;
  readonly figuresAgree: string;
  readonly figuresDiffer: string;
  readonly moreFigures: (count: number) => string;
  /** Why something cannot be renamed; `line` counts from 1. */
  readonly notACode: (text: string) => string;
  readonly cannotRename: (line: number) => string;
  readonly renames: (from: string, to: string) => string;
  /** What is wrong with a line of a file of the user's, and with the whole file. */
  readonly fileProblem: (problem: RecordProblem) => string;
  /** Why a file could not be read. */
  readonly readProblem: (problem: ReadProblem) => string;
  readonly fileReport: (report: FileReport) => string;
  /** How a rule is named in a remark that is written into a document, whose readers know no ids. */
  readonly ruleInText: (rule: RuleId) => string;
  readonly fixAll: string;
  readonly fixAllOfRule: (rule: string, count: number) => string;
  readonly untitledTable: string;
  /** Of a table whose amounts could not be told apart. */
  readonly unreadTable: string;
  /** What is said of amounts. */
  readonly figures: FigureWords;
  /** What is said of performance indicators. */
  readonly indicators: IndicatorWords;
}

const ZH_CN: Words = {
  explanation: ({ zh }) => zh,
  since: (year, margin) => `${year} 年起使用${marginZh(margin)}`,
  until: (year, margin) => `使用到 ${year} 年为止${marginZh(margin)}`,
  yearsUnsure: '起止年度各处说法不一，未经证实',
  formerName: (name, until) => `曾用名：${name}（到 ${until} 年）`,
  successors: (codes) => `之后改用：${codes}`,
  local: (code) => `${code} 之下的细目，由地方自设`,
  padded: (code) => `即 ${code}，末尾用 0 补足位数`,
  notInCatalogue: '科目目录里没有这个编码：可能是地方自设的、新增加的，也可能写错了',
  namedLike: (code) => `旁边的名称是 ${code}`,
  codeUnsure: '此条未经证实，请以财政部门下发的科目为准',
  governmentCode: (codes) => `对应的政府预算支出经济分类科目：${codes}`,
  governmentCodeOfInstitutions: (codes) => `用于事业单位时对应：${codes}`,
  departmentCodes: (codes) => `对应的部门预算支出经济分类科目：${codes}`,
  listSeparator: '、',
  more: (count) => `等 ${count} 个`,
  indicatorOfWords: '定性',
  translatesNames: false,
  confusedWith: (codes) => `注意区分：${codes}`,
  inThisDocument: '本文件中：',
  figure: (table, amount, line) => `${table}：${amount}（第 ${line} 行）`,
  noAmount: '无金额',
  unreadAmount: '金额未能读出',
  inProse: '文字说明',
  figuresAgree: '各处金额一致',
  figuresDiffer: '各处金额不同（口径不同时可以不等）',
  moreFigures: (count) => `另有 ${count} 处`,
  notACode: (text) => `“${text}”不是科目编码或名称。请输入编码、名称，或“编码 名称”。`,
  cannotRename: (line) => `第 ${line} 行放不下新的编码或名称，未作修改。`,
  renames: (from, to) => `各处的 ${from} 改为 ${to}`,
  fileProblem: fileProblemZh,
  readProblem: readProblemZh,
  fileReport: ({ path, problems = [], unread }) =>
    unread === undefined
      ? `文件 ${path} 有 ${problems.length} 行不能使用：${problems.slice(0, MOST_PROBLEMS).map(fileProblemZh).join('；')}${problems.length > MOST_PROBLEMS ? '……' : ''}`
      : `文件 ${path} 读不出来：${readProblemZh(unread)}`,
  ruleInText: (rule) => LANGUAGES['zh-cn'].rules[rule].name,
  fixAll: '改正全部有把握的差错',
  fixAllOfRule: (rule, count) => `改正文件中全部有把握的“${rule}”（${count} 处）`,
  untitledTable: '（无标题的表）',
  unreadTable: '未能识别，不作检查',
  figures: FIGURES_ZH_CN,
  indicators: INDICATORS_ZH_CN,
};

const EN: Words = {
  explanation: ({ zh, en }) => en ?? zh,
  since: (year, margin) => `In use since ${year}${marginEn(margin)}`,
  until: (year, margin) => `In use until ${year}${marginEn(margin)}`,
  yearsUnsure: 'Published documents disagree about its years',
  formerName: (name, until) => `Formerly ${name} (until ${until})`,
  successors: (codes) => `Replaced by ${codes}`,
  local: (code) => `A local subdivision of ${code}`,
  padded: (code) => `This is ${code}, filled up with zeros`,
  notInCatalogue: 'Not in the catalogue: a code of the place, a new one, or a mistake',
  namedLike: (code) => `The name beside it is that of ${code}`,
  codeUnsure: 'Not confirmed; the list of your finance department decides',
  governmentCode: (codes) => `Government economic code: ${codes}`,
  governmentCodeOfInstitutions: (codes) => `For public institutions (事业单位): ${codes}`,
  departmentCodes: (codes) => `Departmental economic codes: ${codes}`,
  listSeparator: ', ',
  more: (count) => `… (${count})`,
  indicatorOfWords: 'in words',
  translatesNames: true,
  confusedWith: (codes) => `Not to be confused with ${codes}`,
  inThisDocument: 'In this document:',
  figure: (table, amount, line) => `${table}: ${amount} (line ${line})`,
  noAmount: 'no amount',
  unreadAmount: 'the amount could not be read',
  inProse: 'Text',
  figuresAgree: 'The amounts agree',
  figuresDiffer: 'The amounts differ (they may, where their scope differs)',
  moreFigures: (count) => `and in ${count} more places`,
  notACode: (text) => `“${text}” is no code and no name. Type a code, a name, or both.`,
  cannotRename: (line) => `There is no room for the new code or name in line ${line}; nothing was changed.`,
  renames: (from, to) => `Change ${from} into ${to} everywhere`,
  fileProblem: fileProblemEn,
  readProblem: readProblemEn,
  fileReport: ({ path, problems = [], unread }) =>
    unread === undefined
      ? `${problems.length} line${problems.length === 1 ? '' : 's'} of the file ${path} cannot be used: ${problems.slice(0, MOST_PROBLEMS).map(fileProblemEn).join('; ')}${problems.length > MOST_PROBLEMS ? ' …' : ''}`
      : `The file ${path} cannot be read: ${readProblemEn(unread)}`,
  ruleInText: (rule) => rule,
  fixAll: 'Fix all faults whose correction is certain',
  fixAllOfRule: (rule, count) => `Fix all ${count} sure cases of “${rule}” in the file`,
  untitledTable: '(untitled table)',
  unreadTable: 'not recognised, not checked',
  figures: FIGURES_EN,
  indicators: INDICATORS_EN,
};

/** Every language by its setting. */
export const WORDS: { readonly [L in Settings['language']]: Words } = { 'zh-cn': ZH_CN, en: EN };

function marginZh(margin: number): string {
  return margin === 0 ? '' : `（前后可差 ${margin} 年）`;
}

function marginEn(margin: number): string {
  return margin === 0 ? '' : ` (give or take ${margin} year${margin === 1 ? '' : 's'})`;
}
