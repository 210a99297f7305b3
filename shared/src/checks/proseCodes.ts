import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Finding } from '../findings.ts';
import type { TextNode } from '../syntax/nodes.ts';
import { WHOLE_CODE } from '../text/codeShape.ts';
import { formerNameFindings } from './proseCodes/formerNames.ts';
import { codeMentions } from './proseCodes/mentions.ts';
import { NamesBeside } from './proseCodes/namesBeside.ts';
import { codeMeant, oddDigits } from './proseCodes/oddDigits.ts';
import { ownNameFindings } from './proseCodes/ownNames.ts';
import type { StrangeName } from './proseCodes/strangeNames.ts';

/** What a block of prose says of codes that is wrong. */
export interface ProseCodes {
  readonly findings: readonly Finding[];
  /** Codes beside names of others, which the codes of the tables tell more of. */
  readonly strangeNames: readonly StrangeName[];
}

/**
 * What is wrong with the codes of a block of prose, in brackets behind their names or bare in front of them:
 * 事业运行（2010305）, 2010399 事业运行. Said only where a whole name of the classification stands right beside
 * the digits: another code's, one of former years, or that of a code that is not of the year; or where digits of
 * a wrong number stand behind a name, as in 基本养老保险缴费（20805505）; and names of former years in front of their level,
 * as in 医疗卫生与计划生育支出（类）. Ranges count lines from the block's
 * first line.
 *
 * @param year the document's
 */
export function readProseCodes(node: TextNode, catalogue: Catalogue, year: number | undefined): ProseCodes {
  const isCodeLike = (digits: string, before: string) =>
    WHOLE_CODE.test(digits)
      ? catalogue.record(digits) !== undefined || catalogue.parents(digits).length > 0
      : codeMeant(digits, before, catalogue, year) !== undefined;
  const beside = new NamesBeside(catalogue, year);
  const findings: Finding[] = [];
  const strangeNames: StrangeName[] = [];
  for (const { line, text } of node.lines) {
    findings.push(...formerNameFindings(text, line, catalogue, year));
    const mentions = codeMentions(text, line, isCodeLike);
    for (const mention of mentions) {
      if (!WHOLE_CODE.test(mention.digits)) {
        const isListOfCodes = mentions.some((each) => each !== mention && beside.own(each) !== undefined);
        findings.push(...oddDigits(mention, isListOfCodes, catalogue, year));
      } else if (beside.hasOwn(mention)) {
        findings.push(...ownNameFindings(mention, beside, catalogue, year));
      } else {
        const other = beside.other(mention);
        if (other) strangeNames.push({ mention, other });
      }
    }
  }
  return { findings, strangeNames };
}
