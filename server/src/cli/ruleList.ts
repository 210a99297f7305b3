import { LANGUAGES } from '#core/messages/messages.ts';
import { RULE_IDS } from '#core/rules.ts';
import type { LanguageName } from './arguments.ts';

/** The rules by id and name, a line each, as the help lists them. */
export function ruleList(language: LanguageName): string {
  const { rules } = LANGUAGES[language];
  const width = Math.max(...RULE_IDS.map((id) => id.length)) + 2;
  return RULE_IDS.map((id) => `  ${id.padEnd(width)}${rules[id].name}`).join('\n');
}
