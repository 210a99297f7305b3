import type { NamedCode } from '../../codeRuleParams.ts';
import type { Fix } from '../../findings.ts';
import { rangeOf, type Span } from '../../text/range.ts';

const SUFFIX = '支出';

/** The fix that writes another code in the place of digits. */
export function codeFix(span: Span, { code, name }: NamedCode, preferred: boolean): Fix {
  return {
    action: { kind: 'replace-code', code, name },
    preferred,
    edits: [{ range: rangeOf(span), newText: code }],
  };
}

/**
 * The fix that writes another name in the place of one, as the sentence does it: with its brackets, and with the
 * 支出 that goes on from the name to the amount (机关服务支出 12.30 万元).
 *
 * @param text the line
 */
export function nameFix({ line, start, end }: Span, name: string, text: string, preferred: boolean): Fix {
  const isHalf = text.includes('(') && !text.includes('（');
  const bracketed = isHalf ? name.replaceAll('（', '(').replaceAll('）', ')') : name;
  const hasSuffix = text.slice(start, end).endsWith(SUFFIX) && !name.endsWith(SUFFIX);
  const newText = hasSuffix ? bracketed + SUFFIX : bracketed;
  return {
    action: { kind: 'replace-name', name },
    preferred,
    edits: [{ range: rangeOf({ line, start, end }), newText }],
  };
}
