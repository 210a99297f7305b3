import type { Catalogue } from '../catalogue/catalogue.ts';
import { CODE_DIGITS } from '../catalogue/record.ts';
import type { Finding } from '../findings.ts';
import type { TextNode } from '../syntax/nodes.ts';
import type { DocumentOfCodes } from './proseCodes/documentOfCodes.ts';
import { type CodeMention, codeMentions } from './proseCodes/mentions.ts';
import { NamesBeside } from './proseCodes/namesBeside.ts';
import { codeMeant, oddDigits } from './proseCodes/oddDigits.ts';
import { ownNameFindings } from './proseCodes/ownNames.ts';
import { strangeNameFindings } from './proseCodes/strangeNames.ts';

/**
 * What is wrong with the codes of a block of prose, in brackets behind their names or bare in front of them:
 * 事业运行（2010305）, 2010399 事业运行. Said only where a whole name of the classification stands right beside
 * the digits: another code's, one of former years, or that of a code that is not of the year; or where digits of
 * a wrong number stand behind a name, as in 基本养老保险缴费（20805505）. Ranges count lines from the block's
 * first line.
 *
 * @param document the year it is of, and the codes its tables have
 */
export function checkProseCodes(node: TextNode, catalogue: Catalogue, document: DocumentOfCodes): Finding[] {
  const { year } = document;
  const isCodeLike = (digits: string, before: string) =>
    CODE_DIGITS.test(digits)
      ? catalogue.record(digits) !== undefined || catalogue.parents(digits).length > 0
      : codeMeant(digits, before, catalogue, year) !== undefined;
  const beside = new NamesBeside(catalogue, year);
  const findingsOf = (mention: CodeMention, others: readonly CodeMention[]): Finding[] => {
    if (!CODE_DIGITS.test(mention.digits)) {
      const isListOfCodes = others.some((other) => other !== mention && beside.own(other) !== undefined);
      return oddDigits(mention, isListOfCodes, catalogue, year);
    }
    return beside.hasOwn(mention)
      ? ownNameFindings(mention, beside, catalogue, year)
      : strangeNameFindings(mention, beside, catalogue, document);
  };
  return node.lines.flatMap(({ line, text }) => {
    const mentions = codeMentions(text, line, isCodeLike);
    return mentions.flatMap((mention) => findingsOf(mention, mentions));
  });
}
