import type { AmountUnit } from '../text/amount.ts';
import { amountUnit } from '../text/amountUnits.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';

const MAX_TITLE_LENGTH = 60;
/** A title and the form behind it. */
const MAX_TITLE_LINE = 200;
const TITLE_END = /表(?:[-—]+[^-—()（）]{2,20})?(?:[(（][^()（）]*[)）])*$/;
/** OCR writes 単 for 单; a garbled unit line (`中世: 刀儿`) is not guessed at. */
const UNIT_LINE = /[单単](?:位|化注)[:：]?(?:人民币)?(万元|亿元|元(?![\u4e00-\u9fff]))/g;
/** 单位：万 at the end of a line: 元 stands on the next. */
const UNIT_CUT = /[单単]位[:：]?(?:人民币)?([万亿])$/;
/** A bracket that closes behind 元 alone may have been opened in front of 万 on the line above. */
const UNIT_ALONE = /^(?!元[)）])[(（]?(万元|亿元|元)[)）]?$/;
const UNIT_IN_HEADER = /[(（](?:(?:金额)?单位[:：]?)?(?:人民币)?(万元|亿元|元)[)）]/;
/** 本公开表格金额单位：万元, 以下各表单位均为万元, 如无特别说明，均以万元为单位. */
const OF_ALL_TABLES =
  /(?:本|各|所有|全部|以下|下列|上述)[^,，。;；:：]{0,14}(?:表|数据|公开|附件)|均[以为]|[如若]无|除[^。]{1,20}外/;
const UNIT_IN_SENTENCE =
  /以(万元|亿元|元)为(?:计量|金额)?单位|单位均?为(?:人民币)?(万元|亿元|元)(?![\u4e00-\u9fff])/;
/** What stands around a table and heads no column: the unit, the reporting body, the number of the form. */
const FORM_WORD =
  /^[(（]?(?:(?:金额|计量)?[单単]位[:：]|填报|编[制报](?:单位|部门)|(?:部门|单位)(?:名称)?(?:[(（][^()（）]{1,6}[)）])?[:：]|公开\d*表)/;
const YEAR = /(?<!\d)(20\d{2})\s*年/;

/** 公开01表, 附表3, 表二: the number of a form or a table, which says nothing of what it is. */
const NUMBER_OF_FORM = /^(?:公开|附|预算|决算|财[决预])*(?:\d|[一二三四五六七八九十])*(?:[-—.]\d+)*表$/;

/** 部门公开表3, 附表三, 附件3-2: the same with the number behind. */
const FORM_WITH_NUMBER =
  /^(?:部门|单位|公开|附|预算|决算|财[决预])*(?:表|附?件)(?:\d+|[一二三四五六七八九十]+)(?:[-—.]\d+)*[:：]?$/;

/** Whether a line is nothing but the number of a form or a table. */
export function isNumberOfForm(line: string): boolean {
  const label = compactLabel(line);
  return NUMBER_OF_FORM.test(label) || FORM_WITH_NUMBER.test(label);
}

/** Whether a line of prose is the title of a table: short, ends in 表, and no sentence. */
export function isTableTitle(line: string): boolean {
  const label = compactLabel(line).replace(/^-+/, '');
  return (
    label.length >= 3 &&
    label.length <= MAX_TITLE_LENGTH &&
    TITLE_END.test(label) &&
    !NUMBER_OF_FORM.test(label) &&
    !/[。;；!?]/.test(label) &&
    !/^(?:注|备注|说明|附注|填报)[:：0-9]/.test(label)
  );
}

/**
 * The title that a line or a cell begins with: all of it, or what stands in front of the form around the table
 * (收入预算总表 部门：某局 单位：万元).
 */
export function leadingTitle(text: string): string | undefined {
  if (text.length > MAX_TITLE_LINE) return undefined;
  if (isTableTitle(text)) return text;
  for (const { index } of text.matchAll(/[表)）]/g)) {
    const [title, rest] = [text.slice(0, index + 1), text.slice(index + 1)];
    if (isFormWord(rest) && isTableTitle(title) && !isFormWord(title)) return title;
  }
  return undefined;
}

/** Whether a cell belongs to the form around a table (填报单位：…, 单位：万元). */
export function isFormWord(text: string): boolean {
  return FORM_WORD.test(compactLabel(text));
}

/** The unit a line declares (`单位：万元`), anywhere in it. */
export function readUnitLine(text: string): AmountUnit | undefined {
  const label = compactLabel(text);
  // 编制单位：元谋县教育局 stands in front of the unit on the same line.
  const match = [...label.matchAll(UNIT_LINE)].at(-1) ?? UNIT_ALONE.exec(label);
  const cut = match ? undefined : UNIT_CUT.exec(label)?.[1];
  return amountUnit(cut === undefined ? match?.[1] : `${cut}元`);
}

/**
 * The unit of a line behind others: 元 alone goes on with 单位：万 above, which the name of the body may stand in front of.
 *
 * @param above the lines above, the nearest first
 */
export function readUnitBelow(above: readonly string[], text: string): AmountUnit | undefined {
  const cut = compactLabel(text) === '元' && above.find((line) => UNIT_CUT.test(compactLabel(line)));
  return readUnitLine(cut || text);
}

/** The unit a line declares for all tables of the document. */
export function readDocumentUnit(text: string): AmountUnit | undefined {
  const label = compactLabel(text);
  if (!OF_ALL_TABLES.test(label)) return undefined;
  const match = UNIT_IN_SENTENCE.exec(label);
  return amountUnit(match?.[1] ?? match?.[2]) ?? readUnitLine(text);
}

/** The unit a header cell declares in brackets (`预算数（万元）`). */
export function readHeaderUnit(text: string): AmountUnit | undefined {
  const match = UNIT_IN_HEADER.exec(compactLabel(text));
  return amountUnit(match?.[1]);
}

/** The first year (`2022年`) in a text. */
export function readYear(text: string): number | undefined {
  const match = YEAR.exec(toHalfWidth(text));
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
