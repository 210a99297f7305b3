/** The first word is legible and the rest is anything, or the other way round: 単位，力元, 单位 欱 Fi 元, 中世: 刀儿, 平匹: 刀儿. */
const GARBLED =
  /^\(?[单単](?:位,|位 \S.*元\)?$)|^\(?[单単中平半][位世匹立]\s?[:,;.]?\s?(?:\S{1,3}\s){0,2}[^\s元儿]{0,2}[元儿兀]\)?$/;
const MAX_LENGTH = 20;

/** Whether a half-width line is 单位：万元 as OCR reads it: it stands over headings and is none. */
export function isGarbledUnit(half: string): boolean {
  const text = half.trim();
  return text.length <= MAX_LENGTH && GARBLED.test(text);
}
