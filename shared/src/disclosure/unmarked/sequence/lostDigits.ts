import { CLASS_CODE } from '../../../text/codeShape.ts';
import { isTotalLabel } from '../../labels.ts';
import type { Token } from '../tokens.ts';

/** 款 or 项, which may have lost a zero. */
export const SHORT_LEVEL = /^(?:\d{2}|[1-9])$/;
/** 款 and 项. */
const LEVELS = 2;
/** What may be left of 类. */
const LOST_CLASS = /^\d{1,2}$/;
/** So many rows print their 类 for each that may have lost digits of it. */
const MIN_PRINTED = 3;

/**
 * The tokens with those told as codes that lost digits, for a spreadsheet took them for numbers: 款 and 项 between their 类 and
 * the name (301 | 2), and 类 in front of both where other rows print theirs.
 *
 * @param codes how many columns of codes the headings tell of
 */
export function withLostDigits(tokens: readonly Token[], codes: number): Token[] {
  const found = new Set<number>();
  let printed = 0;
  const bare: number[] = [];
  for (const [name, token] of tokens.entries()) {
    if (token.kind !== 'words' || isTotalLabel(token.cell.text)) continue;
    const levels = levelsBefore(tokens, name, Math.min(LEVELS, codes - 1));
    const first = tokens[name - levels - 1]?.cell.text.trim() ?? '';
    if (levels === 0) continue;
    if (CLASS_CODE.test(first)) {
      for (let at = name - levels; at < name; at++) found.add(at);
      if (levels === LEVELS) printed++;
    } else if (levels === LEVELS && LOST_CLASS.test(first)) bare.push(name - levels - 1);
  }
  if (printed >= MIN_PRINTED * bare.length) for (const at of bare) found.add(at);
  return tokens.map((token, at) => (found.has(at) ? { ...token, kind: 'code' } : token));
}

/** How many cells in front of a name may be 款 and 项, no more than `most`. */
function levelsBefore(tokens: readonly Token[], name: number, most: number): number {
  let count = 0;
  while (count < most && SHORT_LEVEL.test(tokens[name - count - 1]?.cell.text.trim() ?? '')) count++;
  return count;
}
