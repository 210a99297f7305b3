import type { Finding } from '../../findings.ts';
import { RULES, type Severity } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { wordSlip } from './wordSlipFinding.ts';

/** Words that stand for others. `wrong` finds them, in its first group where it has one; `right` is what is meant. */
interface Slip {
  readonly wrong: RegExp;
  readonly right: string;
  readonly severity: Severity;
}

/**
 * Slips that are no word of a disclosure in any other sense (domain rules N18, N21, N22, §6): words that sound or
 * look alike, names that lost a character, words printed twice.
 */
const SLIPS: readonly Slip[] = [
  slip(/(?:率|比例|比重)(大)(?=\s*\d)/g, '达'),
  slip(/住房保[险証]支出/g, '住房保障支出'),
  slip(/社会[保报]障?和就[业亚]支出(?<!社会保障和就业支出)/g, '社会保障和就业支出'),
  slip(/卫生键康支出|卫生健康之出/g, '卫生健康支出'),
  slip(/培训会(?=[支预]|\s?[\d_.,]{1,15}\s?万)/g, '培训费'),
  slip(/公务(?:车|用车车)(?=购置及运行)/g, '公务用车'),
  slip(/公务按待费|公务接侍费|公务招特费|公物接待费/g, '公务接待费'),
  slip(/因工出国/g, '因公出国'),
  slip(/因公出围/g, '因公出国'),
  slip(/机关运[形型]经费/g, '机关运行经费'),
  slip(/政府采[构沟]/g, '政府采购'),
  slip(/资本性支出一(?![般次])/g, '资本性支出（一）'),
  slip(/资本性支出二(?!次)/g, '资本性支出（二）'),
  // The quality of what a body gives is measured: 企业提供服务质量水平, 单位提供服务质量满意度.
  slip(
    /(?<!企业|公司|单位|部门|机构|中心|窗口|供应商|承包商|第三方|人员)提供(?=(?:政务|公共|优质)?服务质量(?!的?(?:保[证障]|承诺|标准|报告|监督|评价|管理|满意|情况|合格|达标)))/g,
    '提高',
  ),
  slip(/指标[:：]\s?(?=\d{1,2}\s?[:：])/g, '指标'),
  slip(/资金(下)(?=区[(（]县)/g, '下达'),
  // 公共财政预算 was its name before 2015, so that the two may have been mixed on purpose.
  slip(/一般公共财政(?=拨款预算)/g, '一般公共预算财政', 'information'),
  slip(
    /一般公共服务支出预算(?=[^，。；]{0,20}\d[^。；]{0,12}其中[:：]?(?:教育|社会保障|卫生健康|住房保障))/g,
    '一般公共预算支出',
  ),
  // It is true as it stands, though 绩效管理 is what such a sentence tells of.
  slip(/预算支出(?:全部|均)纳入(预算)(?=管理)/g, '绩效', 'information'),
  // The budgets keep their names in a final account, and what it is compared with is the budget.
  slip(/一般公共(决算)/g, '预算'),
  slip(/(?:政府性基金|国有资本经营)(决算)(?=财政拨款|拨款)/g, '预算'),
  slip(/(?:较|比|与|完成|大于|小于|高于|低于)年初(决算)/g, '预算'),
  slip(/年初(决算)(?=为\s?\d)/g, '预算'),
  slip(/完成(?:全年|调整)?(决算)(?=的\s?\d)/g, '预算'),
  slip(/(预算)(?=数(?:大于|小于|高于|低于)(?:年初|全年|调整)?预算)/g, '决算'),
  slip(/(?:行政|机关)事业(部门)(?=养老|医疗|基本|职业)/g, '单位'),
  slip(/(增加|减少|增长|下降|主要|原因|包括|用于|其中|以及|按照)\1/g, ''),
  slip(/(预算|决算|经费|情况|拨款|说明|安排|资金|费用|合计|采购|基金|财政|公共)\1/g, ''),
  // More than two of them may stand for what was left out.
  slip(/(?<![。，；、])([。，；、])\1(?![。，；、])/g, '', 'information'),
  // 支出 over the columns of a table, and 支出用途 under it, may stand on one line.
  slip(/(支出|收入)\1(?!用途|功能|经济|分类|项目)/g, ''),
];
/** Slips that repeat a group of theirs, which would have another number in `ANY_OTHER`. */
const REPEATED = SLIPS.filter(({ wrong }) => wrong.source.includes('\\1'));
/** Any of the others: nearly all texts have none, and one search is faster than one for each. */
const ANY_OTHER = new RegExp(
  SLIPS.flatMap(({ wrong }) => (wrong.source.includes('\\1') ? [] : wrong.source)).join('|'),
);
/** Every slip is a word of Chinese or stands among such; other text need not be searched. */
const HAN = /\p{Script=Han}/u;
/** A slip no longer than this is shown with the words around it, so many characters on either side. */
const SHORT = 2;
const CONTEXT = 6;
const CLAUSE_BEFORE = /[^，。；：、,;:|\t]*$/;
const CLAUSE_BEHIND = /^[^，。；：、,;:|\t]*/;
/** Longer lines are no sentences. */
const MAX_LINE = 20_000;

/** A word typed for another (`word-slip`, N21), in one line of text. */
export function wordSlips(text: string, line: number, start: number): Finding[] {
  if (text.length > MAX_LINE || !HAN.test(text)) return [];
  const possible = ANY_OTHER.test(text) ? SLIPS : REPEATED;
  return possible.flatMap(({ wrong, right, severity }) =>
    [...text.matchAll(wrong)].flatMap((match): Finding[] => {
      const [whole, group] = match;
      if (right === '' && group !== undefined && isOfColumns(text, group)) return [];
      // A word printed twice is meant once; else the group is what is wrong of the words around it.
      const meant = right === '' ? (group ?? '') : right;
      const printed = right === '' ? whole : (group ?? whole);
      const at = match.index + (right === '' || group === undefined ? 0 : whole.lastIndexOf(group));
      const range = rangeOf({ line, start: start + at, end: start + at + printed.length });
      return [wordSlip(range, printed, meant, severity, contextOf(text, at, printed))];
    }),
  );
}

/** What a sentence has and the headings of columns have not. */
const SAID = /[的是为指由按与等\d%０-９]|包括|纳入|情况|说明|安排|增加|减少/;
/** The word twice, and once more. */
const OFTEN = 3;

/**
 * 总计预算拨款金预算拨管理资金收入收入上缴收入经营收入收入: a line of headings that were wrapped, so that columns end with the same word one
 * behind the other. It has the word elsewhere too, and says nothing.
 */
function isOfColumns(text: string, word: string): boolean {
  return text.split(word).length > OFTEN && !SAID.test(text);
}

/** The words of the clause around a slip of a character or two, which says little by itself. */
function contextOf(text: string, at: number, printed: string): string {
  if (printed.length > SHORT) return '';
  const end = at + printed.length;
  const [before = ''] = CLAUSE_BEFORE.exec(text.slice(Math.max(0, at - CONTEXT), at)) ?? [];
  const [behind = ''] = CLAUSE_BEHIND.exec(text.slice(end, end + CONTEXT)) ?? [];
  return `${before}${printed}${behind}`.trim();
}

function slip(wrong: RegExp, right: string, severity: Severity = RULES['word-slip'].severity): Slip {
  return { wrong, right, severity };
}
