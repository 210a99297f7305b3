import { RULE_IDS, type RuleId } from '../rules.ts';
import { compactLabel } from '../text/width.ts';
import { ZH_CN } from './zh-cn.ts';

const BY_NAME: ReadonlyMap<string, RuleId> = new Map(
  RULE_IDS.flatMap((id) => [[id, id] as const, [compactLabel(ZH_CN.rules[id].name), id] as const]),
);

/** The rule that a user names, by its id (`row-sum`) or by its Chinese name (`合计栏不符`); undefined for other words. */
export function ruleNamed(name: string): RuleId | undefined {
  return BY_NAME.get(compactLabel(name));
}
