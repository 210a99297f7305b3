import { lazy } from '../text/lazy.ts';
import type { CodeRecord, ExplanationEntry, RecurringExplanation } from './record.ts';

/** What a code pays for, in our own words. */
export interface Explanation {
  readonly zh: string;
  readonly en?: string;
  /** Whether it was written for the kind of 项 (行政运行, 其他…) rather than for this code. */
  readonly generic: boolean;
}

/** Returns a function from a record and the record above it to its explanation. */
export function createExplain(
  entries: readonly ExplanationEntry[],
  recurring: readonly RecurringExplanation[],
): (record: CodeRecord, parent: CodeRecord | undefined) => Explanation | undefined {
  const specific = lazy(
    () => new Map(entries.map((entry) => [`${entry.classification} ${entry.code}`, entry])),
  );
  return (record, parent) => {
    const own = specific().get(`${record.classification} ${record.code}`);
    if (own) return texts(own.zh, own.en, false);
    if (record.classification !== 'functional' || record.level !== '项' || !parent) return undefined;
    const kind = recurring.find((each) => recurs(record, each));
    if (!kind) return undefined;
    const fill = (text: string) => text.replaceAll('{款}', parent.name);
    return texts(fill(kind.zh), kind.en === undefined ? undefined : fill(kind.en), true);
  };
}

function recurs(record: CodeRecord, kind: RecurringExplanation): boolean {
  if (kind.ending !== undefined && !record.code.endsWith(kind.ending)) return false;
  if (kind.name !== undefined) return record.name === kind.name;
  return kind.startsWith !== undefined && record.name.startsWith(kind.startsWith);
}

function texts(zh: string, en: string | undefined, generic: boolean): Explanation {
  return en === undefined ? { zh, generic } : { zh, en, generic };
}
