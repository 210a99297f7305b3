import type { Catalogue } from '../catalogue/catalogue.ts';
import { CODE_DIGITS } from '../catalogue/record.ts';
import type { Finding } from '../findings.ts';
import type { TextNode } from '../syntax/nodes.ts';
import { type CodeMention, codeMentions } from './proseCodes/mentions.ts';
import { NamesBeside } from './proseCodes/namesBeside.ts';
import { oddDigits } from './proseCodes/oddDigits.ts';
import { ownNameFindings } from './proseCodes/ownNames.ts';
import { strangeNameFindings } from './proseCodes/strangeNames.ts';

/**
 * What is wrong with the codes of a block of prose, in brackets behind their names or bare in front of them:
 * 事业运行（2010305）, 2010399 事业运行. Said only where a whole name of the classification stands right beside
 * the digits: another code's, one of former years, or that of a code that is not of the year; or where digits of
 * a wrong number stand behind a name, as in 基本养老保险缴费（20805505）. Ranges count lines from the block's
 * first line.
 *
 * @param year the document's
 */
export function checkProseCodes(node: TextNode, catalogue: Catalogue, year: number | undefined): Finding[] {
  const isCodeLike = (digits: string) =>
    CODE_DIGITS.test(digits) &&
    (catalogue.record(digits) !== undefined || catalogue.parents(digits).length > 0);
  const beside = new NamesBeside(catalogue, year);
  const findingsOf = (mention: CodeMention): Finding[] => {
    if (!CODE_DIGITS.test(mention.digits)) return oddDigits(mention, catalogue, year);
    return beside.hasOwn(mention)
      ? ownNameFindings(mention, beside, catalogue, year)
      : strangeNameFindings(mention, beside, catalogue, year);
  };
  return node.lines.flatMap(({ line, text }) => codeMentions(text, line, isCodeLike).flatMap(findingsOf));
}
