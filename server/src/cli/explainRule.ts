import type { Language } from '#core/messages/language.ts';
import { RULES, type RuleId } from '#core/rules.ts';
import type { Words } from './words.ts';

/** What a rule is called, what it checks, how loudly it speaks and where to read on. */
export function explainRule(id: RuleId, language: Language, words: Words): string {
  const { severity, fixable } = RULES[id];
  const { name, summary } = language.rules[id];
  const lines = [
    `${id}  ${name}`,
    summary,
    '',
    `${words.defaultSeverity}${words.severities[severity]}`,
    `${words.quickFix}${fixable ? words.available : words.notAvailable}`,
    `${words.documentation}docs/RULES.md#${id}`,
  ];
  return `${lines.join('\n')}\n`;
}
