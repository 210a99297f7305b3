import type { Finding } from '../../findings.ts';
import type { PrivateDataKind } from '../../proseRuleParams.ts';
import { RULES } from '../../rules.ts';
import type { BlockNode } from '../../syntax/nodes.ts';
import { rangeOf, type Span } from '../../text/range.ts';

const IDENTITY = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const BANK_CARD = /(?<![\dA-Za-z.])62\d{14,17}(?![\dA-Za-z.])/g;
const MOBILE = /(?<![\dA-Za-z.,-])1[3-9]\d{9}(?![\dA-Za-z.,-])/g;
/** In a table eleven digits may be an amount in 元: only words of a telephone make them a number. */
const TELEPHONE = /电话|手机|联系方式/;
/** What each of the first seventeen digits of an identity number weighs (GB 11643). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * Numbers that must not be published: of identity cards, bank cards and mobile telephones (`private-data`,
 * Personal Information Protection Law). Ranges count lines from the block's first.
 */
export function privateData(node: BlockNode): Finding[] {
  if (node.kind === 'text')
    return node.lines.flatMap(({ line, text }) => inText(text, { line, start: 0 }, true));
  if (node.kind !== 'table') return [];
  const columns = new Set(
    node.rows.flatMap(({ cells }) =>
      cells.flatMap(({ text, column }) => (TELEPHONE.test(text) ? column : [])),
    ),
  );
  return node.rows.flatMap(({ cells }) => {
    const isTelephone = cells.some(({ text }) => TELEPHONE.test(text));
    return cells.flatMap(({ text, span, column }) => inText(text, span, isTelephone || columns.has(column)));
  });
}

function inText(
  text: string,
  { line, start }: Pick<Span, 'line' | 'start'>,
  isTelephone: boolean,
): Finding[] {
  const found: Finding[] = [];
  const find = (kind: PrivateDataKind, pattern: RegExp, isValid: (digits: string) => boolean) => {
    for (const { 0: digits, index } of text.matchAll(pattern)) {
      if (!isValid(digits)) continue;
      const from = start + index;
      found.push({
        rule: 'private-data',
        severity: RULES['private-data'].severity,
        range: rangeOf({ line, start: from, end: from + digits.length }),
        params: { kind },
        related: [],
        fixes: [],
      });
    }
  };
  find('identity', IDENTITY, isIdentity);
  find('bank-card', BANK_CARD, isBankCard);
  if (isTelephone) find('mobile', MOBILE, () => true);
  return found;
}

/** Its date is one of the last 130 years or so, and its last digit checks the others. */
function isIdentity(digits: string): boolean {
  const [month, day] = [Number(digits.slice(10, 12)), Number(digits.slice(12, 14))];
  if (!/^(?:19|20)$/.test(digits.slice(6, 8)) || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECKS[sum % 11] === digits.at(-1)?.toUpperCase();
}

/** The check of Luhn: every second digit from the right counts twice. */
function isBankCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const twice = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
