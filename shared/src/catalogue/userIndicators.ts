import { z } from 'zod';
import type { Indicator } from './indicators.ts';
import { indicatorSchema } from './schema.ts';
import { type RecordProblem, readRecords, withoutUndefined } from './userRecords.ts';

/** Performance indicators that a user has written, and what was wrong in their file. */
export interface UserIndicators {
  readonly indicators: readonly Indicator[];
  readonly problems: readonly RecordProblem[];
}

const { shape } = indicatorSchema;
const ownName = z.string().trim().min(1).max(60);

/**
 * An indicator as a user writes it: name and category are enough. Without units it is described in words, with
 * units it is a lower bound, as most are; the other fields are those of our file (docs/INDICATORS.md).
 */
const userIndicatorSchema = indicatorSchema.extend({
  name: ownName,
  operator: shape.operator.optional(),
  meaning: z.string().trim().min(1).max(1000).optional(),
  formula: z.string().trim().min(1).max(300).optional(),
  aliases: z.array(ownName).min(1).optional(),
  misspellings: z.array(ownName).min(1).optional(),
  origin: z.literal([...shape.origin.options, 'own']).default('own'),
});

/** Reads a library file of the user's; each name or alias may be there once. */
export function readUserIndicators(text: string): UserIndicators {
  const { records, problems } = readRecords(text, userIndicatorSchema, namesOf);
  return {
    problems,
    indicators: records.map((record) => ({
      ...withoutUndefined(record),
      operator: record.operator ?? (record.units ? '≥' : '定性'),
      origin: 'own',
    })) as Indicator[],
  };
}

function namesOf({
  name,
  aliases = [],
  misspellings = [],
}: z.infer<typeof userIndicatorSchema>): readonly string[] {
  return [name, ...aliases, ...misspellings];
}
