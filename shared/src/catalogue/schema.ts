import { z } from 'zod';
import type { Indicator } from './indicators.ts';
import { PROJECT_KINDS } from './projectKinds.ts';
import type {
  ChangeEntry,
  CodeEntry,
  ConflictEntry,
  CrosswalkEntry,
  EnglishName,
  ExplanationEntry,
  RecurringExplanation,
  SyllableEntry,
} from './record.ts';

// The schema of the data files. Tests and the build use it; nothing that runs in the editor imports it, for
// checking half a megabyte at every start would buy nothing. Reading a user's own file is the exception.

const code = z.string().regex(/^[1235]\d\d(?:\d\d){0,3}$/, 'a code has 3, 5, 7 or 9 digits');
const name = z.string().regex(/^\S+$/u, 'a name has no spaces').min(1);
const year = z.int().min(1994).max(2100);
const margin = z.int().min(1).max(5);
const classification = z.enum(['revenue', 'functional', 'economic-department', 'economic-government']);
const text = z.string().trim().min(1);

const formerName = z.strictObject({ name, until: year, margin: margin.exactOptional() });

/** A record of one of the files of codes in `data/` (docs/CATALOGUE.md). */
export const codeEntrySchema = z.strictObject({
  code,
  name,
  level: z.enum(['类', '款', '项', '目']),
  budgets: z
    .array(z.enum(['一般公共预算', '政府性基金预算', '国有资本经营预算', '社会保险基金预算']))
    .min(1)
    .exactOptional(),
  confidence: z.enum(['confirmed', 'corroborated', 'knowledge', 'unsure']),
  from: year.exactOptional(),
  until: year.exactOptional(),
  margin: margin.exactOptional(),
  former: z.array(formerName).min(1).exactOptional(),
  successors: z.array(code).min(1).exactOptional(),
  complete: z.literal(true).exactOptional(),
}) satisfies z.ZodType<CodeEntry>;

const crosswalkEntrySchema = z.strictObject({
  government: code,
  department: code,
  relation: z.enum(['exact', 'class', 'expanded', 'former', 'unsure']),
  until: year.exactOptional(),
}) satisfies z.ZodType<CrosswalkEntry>;

const conflictEntrySchema = z.strictObject({
  code,
  names: z.array(name).min(1).exactOptional(),
  variants: z.array(name).min(1).exactOptional(),
  yearsUnsure: z.literal(true).exactOptional(),
  note: text,
}) satisfies z.ZodType<ConflictEntry>;

const changeEntrySchema = z.strictObject({
  code,
  year,
  kind: z.enum(['added', 'renamed', 'removed']),
  old: name.exactOptional(),
  new: name.exactOptional(),
  certainty: z.enum(['high', 'medium']),
  successors: z.array(code).min(1).exactOptional(),
  note: text.exactOptional(),
}) satisfies z.ZodType<ChangeEntry>;

const explanationEntrySchema = z.strictObject({
  code,
  classification,
  zh: text,
  en: text.exactOptional(),
}) satisfies z.ZodType<ExplanationEntry>;

const recurringExplanationSchema = z.strictObject({
  ending: z
    .string()
    .regex(/^\d\d(?:\d\d)?$/)
    .exactOptional(),
  names: z.array(name).min(1).exactOptional(),
  contains: name.exactOptional(),
  zh: text,
  en: text.exactOptional(),
}) satisfies z.ZodType<RecurringExplanation>;

const englishNameSchema = z.strictObject({ code, en: text }) satisfies z.ZodType<EnglishName>;

const syllableSchema = z.strictObject({
  syllable: z.string().regex(/^[a-z]{1,6}$/),
  characters: z.string().regex(/^\p{Script=Han}+$/u),
}) satisfies z.ZodType<SyllableEntry>;

/** A record of `data/indicators.json` (docs/INDICATORS.md). */
export const indicatorSchema = z.strictObject({
  name,
  category: z.enum([
    '数量指标',
    '质量指标',
    '时效指标',
    '成本指标',
    '经济成本指标',
    '社会成本指标',
    '生态环境成本指标',
    '经济效益指标',
    '社会效益指标',
    '生态效益指标',
    '可持续影响指标',
    '服务对象满意度指标',
    '预算执行',
    '整体支出',
  ]),
  units: z.array(text).min(1).exactOptional(),
  operator: z.enum(['≥', '≤', '=', '定性']),
  value: text.exactOptional(),
  meaning: text,
  formula: text.exactOptional(),
  kinds: z.array(z.enum(PROJECT_KINDS)).min(1).exactOptional(),
  aliases: z.array(name).min(1).exactOptional(),
  misspellings: z.array(name).min(1).exactOptional(),
  origin: z.enum(['seed', 'public', 'github', 'knowledge']),
}) satisfies z.ZodType<Indicator>;

/** Every file under data/ and what one of its lines must be. */
export const DATA_SCHEMAS = {
  'changes.json': z.array(changeEntrySchema),
  'conflicts.json': z.array(conflictEntrySchema),
  'crosswalk.json': z.array(crosswalkEntrySchema),
  'economic-department.json': z.array(codeEntrySchema),
  'economic-government.json': z.array(codeEntrySchema),
  'english-names.json': z.array(englishNameSchema),
  'explanations.json': z.array(explanationEntrySchema),
  'explanations-recurring.json': z.array(recurringExplanationSchema),
  'functional.json': z.array(codeEntrySchema),
  'functional-retired.json': z.array(codeEntrySchema),
  'indicators.json': z.array(indicatorSchema),
  'pinyin.json': z.array(syllableSchema),
  'revenue.json': z.array(codeEntrySchema),
} as const;
