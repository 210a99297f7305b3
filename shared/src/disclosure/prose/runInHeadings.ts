import { toHalfWidth } from '../../text/width.ts';
import type { Stretch } from './prose.ts';

/** Shorter lines have no room for a heading and what stands beneath it. */
const MIN_LINE = 40;
const NUMBER =
  '(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十]{1,3}\\)|\\d{1,2}[.、](?!\\d{1,3}\\D)|\\(\\d{1,2}\\))';
const WORDS = '[^。;!?,:]{1,40}?(?:情况(?:的?说明)?|说明|概况|概述|职责|职能|设置|构成|范围|解释)';
/** What stands in front of a number, and the number with its words, up to the blank that parts them from the sentences. */
const HEADING = new RegExp(
  `([\\s#*_]*)(${NUMBER}[\\s*]*${WORDS}(?:。\\**\\s*|\\**\\s+))(?=20\\d\\d年|[^\\s\\d,。;:])`,
  'g',
);
const SENTENCE_END = /[。;!?][”"')》]?$/;
const TITLE = /^[^。;!?,:]{4,45}(?:预算|决算|公开|说明|情况|概况|目录)\**$/;
const AMOUNT = /\d\s*(?:[万亿]?元|%)/;
const SENTENCE = /[。;]/;

/**
 * The parts of a line that holds headings and the sentences beneath them, as text of web pages does once its paragraphs are run together:
 * `…增加。 （二）财政拨款收支情况 本单位当年…；… 。`. Each heading is a part of its own. A single one where nothing is run in.
 */
export function partsOfLine(text: string): readonly Stretch[] {
  const whole: Stretch = { start: 0, end: text.length };
  if (text.length < MIN_LINE) return [whole];
  const half = toHalfWidth(text);
  if (!SENTENCE.test(half)) return [whole];
  const parts: Stretch[] = [];
  let from = 0;
  for (const match of half.matchAll(HEADING)) {
    const [all, marks = '', words = ''] = match;
    const before = half.slice(from, match.index).trimEnd();
    const begins = before === '' || SENTENCE_END.test(before) || TITLE.test(before);
    if (!begins || AMOUNT.test(words)) continue;
    if (before !== '') parts.push({ start: from, end: match.index });
    parts.push({ start: match.index, end: match.index + marks.length + words.length });
    from = match.index + all.length;
  }
  if (parts.length === 0) return [whole];
  return SENTENCE.test(half.slice(from)) ? [...parts, { start: from, end: text.length }] : [whole];
}
