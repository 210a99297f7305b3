import type { AmountUnit } from '../text/amount.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';

const MAX_TITLE_LENGTH = 60;
const TITLE_END = /表(?:[-—]+[^-—()（）]{2,20})?(?:[(（][^()（）]*[)）])*$/;
/** OCR writes 単 for 单; a garbled unit line (`中世: 刀儿`) is not guessed at. */
const UNIT_LINE = /[单単](?:位|化注)[:：]?(?:人民币)?(万元|亿元|元(?![\u4e00-\u9fff]))/g;
const UNIT_ALONE = /^[(（]?(万元|亿元|元)[)）]?$/;
const UNIT_IN_HEADER = /[(（](万元|亿元|元)[)）]/;
const YEAR = /(?<!\d)(20\d{2})\s*年/;

/** Whether a line of prose is the title of a table: short, ends in 表, and no sentence. */
export function isTableTitle(line: string): boolean {
  const label = compactLabel(line).replace(/^-+/, '');
  return (
    label.length >= 3 &&
    label.length <= MAX_TITLE_LENGTH &&
    TITLE_END.test(label) &&
    !/[。;；!?]/.test(label) &&
    !/^(?:注|备注|说明|附注|填报)[:：0-9]/.test(label)
  );
}

/** The unit a line declares (`单位：万元`), anywhere in it. */
export function readUnitLine(text: string): AmountUnit | undefined {
  const label = compactLabel(text);
  // 编制单位：元谋县教育局 stands in front of the unit on the same line.
  const match = [...label.matchAll(UNIT_LINE)].at(-1) ?? UNIT_ALONE.exec(label);
  return match?.[1] as AmountUnit | undefined;
}

/** The unit a header cell declares in brackets (`预算数（万元）`). */
export function readHeaderUnit(text: string): AmountUnit | undefined {
  const match = UNIT_IN_HEADER.exec(compactLabel(text));
  return match?.[1] as AmountUnit | undefined;
}

/** The first year (`2022年`) in a text. */
export function readYear(text: string): number | undefined {
  const match = YEAR.exec(toHalfWidth(text));
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
