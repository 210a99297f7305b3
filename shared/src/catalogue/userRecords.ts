import { z } from 'zod';

/** A line of a user's file that cannot be used. */
export interface RecordProblem {
  /** Counts from 1. */
  readonly line: number;
  /**
   * `not-json`: no JSON. `not-a-record`: JSON, but no `{…}`. `missing-field`, `unknown-field`, `wrong-field`: of one
   * field. `twice`: it was there before.
   */
  readonly reason: 'not-json' | 'not-a-record' | 'missing-field' | 'unknown-field' | 'wrong-field' | 'twice';
  /** The field, or the code or name that is there twice; empty for a line that is no record. */
  readonly what: string;
  /** What may be written instead, where there is a list of it: the values of the field, or for an unknown one all fields. */
  readonly allowed?: readonly string[];
}

/** What could be read of a file of the user’s, and what could not. */
export interface UserRecords<T> {
  readonly records: readonly T[];
  readonly problems: readonly RecordProblem[];
}

/** More lines than these are some other file. */
const MOST_LINES = 200_000;
/** More problems than these are one: a file of another kind. */
const MOST_PROBLEMS = 100;

/**
 * Reads a file of the user's: one JSON record a line, as in our own files, with or without the square brackets
 * and commas around them. What can be read is taken; each line that cannot is a problem.
 *
 * @param keysOf by what a record is known: none of it may be there twice
 */
export function readRecords<T>(
  text: string,
  schema: z.ZodType<T>,
  keysOf: (record: T) => readonly string[],
): UserRecords<T> {
  const records: T[] = [];
  const problems: RecordProblem[] = [];
  const seen = new Set<string>();
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, MOST_LINES);
  for (const [index, raw] of lines.entries()) {
    if (problems.length >= MOST_PROBLEMS) break;
    const line = index + 1;
    const content = raw.trim().replace(/,$/, '');
    if (content === '' || content === '[' || content === ']') continue;
    const read = readRecord(content, schema);
    if ('reason' in read) {
      problems.push({ line, ...read });
      continue;
    }
    const keys = keysOf(read.record);
    const twice = keys.find((key) => seen.has(key));
    if (twice === undefined) records.push(read.record);
    else problems.push({ line, reason: 'twice', what: twice });
    for (const key of keys) seen.add(key);
  }
  return { records, problems };
}

function readRecord<T>(
  content: string,
  schema: z.ZodType<T>,
): { readonly record: T } | Omit<RecordProblem, 'line'> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { reason: 'not-json', what: '' };
  }
  const { success, data, error } = schema.safeParse(value);
  return success ? { record: data } : problemOf(error.issues[0], value, schema);
}

/** What the schema finds wrong with a value, in the terms of whoever writes such a file. */
function problemOf(
  issue: z.core.$ZodIssue | undefined,
  value: unknown,
  schema: z.ZodType,
): Omit<RecordProblem, 'line'> {
  if (!issue || typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: 'not-a-record', what: '' };
  if (issue.code === 'unrecognized_keys') {
    const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return { reason: 'unknown-field', what: issue.keys[0] ?? '', allowed: fields };
  }
  const field = issue.path.join('.');
  if (!Object.hasOwn(value, issue.path[0] ?? '')) return { reason: 'missing-field', what: field };
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  return { reason: 'wrong-field', what: field, ...(allowed.length > 0 && { allowed }) };
}

/** Fields that are not written are left out, as our own data leave them out. */
export function withoutUndefined<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as T;
}
