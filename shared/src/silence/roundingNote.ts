import type { BlockNode, PlacedBlock, SyntaxTree } from '../syntax/nodes.ts';
import { textsOf } from '../syntax/texts.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';

/** Why figures may be off by their last digit, and that they may. Both must stand in one sentence. */
const CAUSE = /四舍五入|单位(?:转换|换算|折算)|取整|进位|小数位|保留(?:一|两|二|三|四|\d)位小数/;
const EFFECT = /尾差|尾数|误差|差异|差额|不(?:等|符|一致)|略有(?:出入|不同)|出入/;
const SENTENCE_END = /[。；;！!\n]/;
/** Notes are sentences. Longer paragraphs are looked at sentence by sentence all the same, up to here. */
const MAX_LENGTH = 2_000;

/**
 * Whether the document says itself that its figures may be off by rounding: “因四舍五入，可能存在尾差” (domain rules
 * §2.6-6). Such differences need not be pointed out to its reader any more.
 */
export function hasRoundingNote({ blocks }: SyntaxTree): boolean {
  return notes(blocks).length > 0;
}

const notes = rememberEach((block: PlacedBlock) => (bearsNote(block.node) ? [block] : []));

/** Notes stand in prose, or in the last row of a table. */
const bearsNote = remember((node: BlockNode): boolean => textsOf(node).some(isNote));

function isNote(text: string): boolean {
  if (text.length > MAX_LENGTH || !EFFECT.test(text)) return false;
  return text.split(SENTENCE_END).some((sentence) => CAUSE.test(sentence) && EFFECT.test(sentence));
}
