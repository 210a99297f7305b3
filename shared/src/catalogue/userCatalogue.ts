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
import { type RecordProblem, readRecords, withoutUndefined } from './userRecords.ts';

/** Codes that a user has written, to be laid over the national ones, and what was wrong in their file. */
export interface UserCatalogue {
  readonly addition: CatalogueAddition;
  readonly problems: readonly RecordProblem[];
}

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

/** Reads a catalogue file of the user's; each code may be there once. */
export function readUserCatalogue(text: string): UserCatalogue {
  const { records, problems } = readRecords(text, userEntrySchema, ({ code }) => [code]);
  const lists: { [C in Classification]?: CodeEntry[] } = {};
  const explanations: ExplanationEntry[] = [];
  for (const { explanation, level, ...entry } of records) {
    const classification = classificationOf(entry.code);
    if (!classification) continue;
    const list = lists[classification] ?? [];
    lists[classification] = list;
    list.push({ ...withoutUndefined(entry), level: level ?? levelOf(entry.code) });
    if (explanation !== undefined) explanations.push({ code: entry.code, classification, zh: explanation });
  }
  return { addition: { codes: lists satisfies CodeLists, explanations }, problems };
}

function levelOf(code: string): Level {
  return ({ 3: '类', 5: '款', 7: '项' } as const)[code.length] ?? '目';
}
