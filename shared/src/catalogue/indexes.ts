import { type CodeNames, normalizeName } from './names.ts';
import type { Classification, CodeEntry, CodeRecord, CrosswalkEntry } from './record.ts';

/** Entries by classification, as the data files hold them. */
export type CodeLists = { readonly [C in Classification]?: readonly CodeEntry[] };

const CLASSIFICATIONS: readonly Classification[] = [
  'revenue',
  'functional',
  'economic-department',
  'economic-government',
];

/** National codes have nine digits at most; a place may add a little, and longer digits are no codes. */
const LONGEST_CODE = 15;

/** The longest proper beginning of a code that is itself a code. National codes grow by two digits a level. */
export function parentCode(code: string, known: ReadonlyMap<string, unknown>): string | undefined {
  for (let length = Math.min(code.length - 1, LONGEST_CODE); length >= 3; length--) {
    const prefix = code.slice(0, length);
    if (known.has(prefix)) return prefix;
  }
  return undefined;
}

/** All records of all layers, sorted by code; a later layer's entry replaces an earlier one's. */
export function mergeRecords(layers: readonly CodeLists[]): readonly CodeRecord[] {
  const merged = new Map<string, CodeRecord>();
  for (const classification of CLASSIFICATIONS) {
    for (const layer of layers) {
      for (const entry of layer[classification] ?? []) {
        merged.set(`${classification} ${entry.code}`, { ...entry, classification });
      }
    }
  }
  return [...merged.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** Every line under both of its codes. */
export function indexCrosswalk(
  entries: readonly CrosswalkEntry[],
): ReadonlyMap<string, readonly CrosswalkEntry[]> {
  const index = new Map<string, CrosswalkEntry[]>();
  for (const entry of entries) {
    push(index, entry.government, entry);
    push(index, entry.department, entry);
  }
  return index;
}

/** Records by normalised name. Those that bear the name today come before those that bore it once. */
export function indexNames(
  records: readonly CodeRecord[],
  names: (record: CodeRecord) => CodeNames,
): ReadonlyMap<string, readonly CodeRecord[]> {
  const index = new Map<string, CodeRecord[]>();
  for (const record of records) push(index, normalizeName(record.name), record);
  for (const record of records) {
    const { alternatives, former } = names(record);
    for (const name of [...alternatives, ...former.map((each) => each.name)]) {
      const key = normalizeName(name);
      if (!index.get(key)?.includes(record)) push(index, key, record);
    }
  }
  return index;
}

/** Entries by their codes; of several of one code the last. */
export function mapByCode<T extends { readonly code: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.code, item]));
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
