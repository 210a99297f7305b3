import { z } from 'zod';
import type { CatalogueAddition } from './catalogue.ts';
import type { CodeLists } from './indexes.ts';
import {
  type Classification,
  type CodeEntry,
  classificationOf,
  type ExplanationEntry,
  type Level,
} from './record.ts';
import { codeEntrySchema } from './schema.ts';

/** A line of a user's catalogue that cannot be read. */
export interface CatalogueProblem {
  /** Counts from 1. */
  readonly line: number;
  /** `not-json`: no JSON record. `wrong-field`: a field is missing, unknown or wrong. `twice`: the code was there before. */
  readonly reason: 'not-json' | 'wrong-field' | 'twice';
  /** The field, or the code that is there twice; empty for a line that is no record. */
  readonly what: string;
}

export interface UserCatalogue {
  readonly addition: CatalogueAddition;
  readonly problems: readonly CatalogueProblem[];
}

/** More lines than these are some other file. */
const MOST_LINES = 200_000;
/** More problems than these are one: a file of another kind. */
const MOST_PROBLEMS = 100;

/**
 * A record as a user writes it: code and name are enough. Longer codes than the national ones and names with
 * spaces are a place's own business; the other fields are those of our files (docs/CATALOGUE.md).
 */
const userEntrySchema = codeEntrySchema.extend({
  code: z.string().regex(/^[1235]\d{2,14}$/),
  name: z.string().trim().min(1).max(120),
  level: codeEntrySchema.shape.level.optional(),
  confidence: codeEntrySchema.shape.confidence.default('confirmed'),
  explanation: z.string().trim().min(1).max(1000).optional(),
});

type UserEntry = z.infer<typeof userEntrySchema>;

/**
 * Reads a catalogue file of the user's: one JSON record a line, as in our own files, with or without the square
 * brackets and commas around them. What can be read is taken; each line that cannot is a problem.
 */
export function readUserCatalogue(text: string): UserCatalogue {
  const lists: { [C in Classification]?: CodeEntry[] } = {};
  const explanations: ExplanationEntry[] = [];
  const problems: CatalogueProblem[] = [];
  const seen = new Set<string>();
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, MOST_LINES);
  for (const [index, raw] of lines.entries()) {
    if (problems.length >= MOST_PROBLEMS) break;
    const line = index + 1;
    const record = raw.trim().replace(/,$/, '');
    if (record === '' || record === '[' || record === ']') continue;
    const read = readEntry(record);
    if ('reason' in read) problems.push({ line, ...read });
    else if (seen.has(read.code)) problems.push({ line, reason: 'twice', what: read.code });
    else {
      seen.add(read.code);
      add(read);
    }
  }
  return { addition: { codes: lists satisfies CodeLists, explanations }, problems };

  function add({ explanation, level, ...entry }: UserEntry): void {
    const classification = classificationOf(entry.code);
    if (!classification) return;
    const list = lists[classification] ?? [];
    lists[classification] = list;
    list.push({ ...withoutUndefined(entry), level: level ?? levelOf(entry.code) });
    if (explanation !== undefined) explanations.push({ code: entry.code, classification, zh: explanation });
  }
}

function readEntry(record: string): UserEntry | Omit<CatalogueProblem, 'line'> {
  let value: unknown;
  try {
    value = JSON.parse(record);
  } catch {
    return { reason: 'not-json', what: '' };
  }
  const { success, data, error } = userEntrySchema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return { reason: 'wrong-field', what: unknown ?? issue?.path.join('.') ?? '' };
}

/** Fields that are not written are left out, as our own data leave them out. */
function withoutUndefined<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as T;
}

function levelOf(code: string): Level {
  return ({ 3: '类', 5: '款', 7: '项' } as const)[code.length] ?? '目';
}
