import { z } from 'zod';
import { RULE_IDS, type RuleId, SEVERITIES } from './rules.ts';

const severity = z.enum([...SEVERITIES, 'off']);

/** Severities by rule id, without the entries that name no rule or no severity: one slip must not lose the others. */
function knownEntries(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  const ids: readonly string[] = RULE_IDS;
  return Object.fromEntries(
    Object.entries(value).filter(([id, level]) => ids.includes(id) && severity.safeParse(level).success),
  );
}

/**
 * The one schema of settings (`budgetDisclosure.*`): key, type and default in one place. package.json's
 * `contributes.configuration` is tested against it.
 */
export const settingsSchema = z.object({
  /** Language of messages and hovers, whatever the editor's own language is. */
  language: z.enum(['zh-cn', 'en']).catch('zh-cn').default('zh-cn'),
  /** Whether a plain text or Markdown file that looks like a disclosure is offered this language. */
  detect: z.enum(['ask', 'always', 'never']).catch('ask').default('ask'),
  /** Files with codes of one's own, laid over the national catalogue; see docs/CATALOGUE.md. */
  catalogue: z.array(z.string().trim().min(1)).catch([]).default([]),
  /** Files with indicators of one's own, laid over the library that comes along; see docs/INDICATORS.md. */
  indicators: z.array(z.string().trim().min(1)).catch([]).default([]),
  /** Whether a line above each table counts the relations that hold. */
  codeLens: z.boolean().catch(true).default(true),
  /** Whether totals show beside them what their parts add up to. It moves the digits apart, so it is asked for. */
  inlayHints: z.boolean().catch(false).default(false),
  /** Severity by rule id; rules not named keep their default. */
  rules: z
    .preprocess(knownEntries, z.partialRecord(z.enum(RULE_IDS as [RuleId, ...RuleId[]]), severity))
    .default({}),
});

/** All settings, each with a value: see {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>;

/** Reads settings from any value. A wrong value falls back to its default rather than failing the session. */
export function parseSettings(value: unknown): Settings {
  return settingsSchema.parse(typeof value === 'object' && value !== null ? value : {});
}

/** The settings of a user who has set nothing. */
export const DEFAULT_SETTINGS: Settings = parseSettings({});
