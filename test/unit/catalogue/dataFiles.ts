import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeEntry } from '#core/catalogue/record.ts';
import { DATA_SCHEMAS } from '#core/catalogue/schema.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/src/catalogue/data', import.meta.url));

/** Every file in the data folder, known to the schema or not. */
export const dataFileNames: readonly string[] = readdirSync(FOLDER).sort();

export function dataText(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

/** A file's records, read from the disk and checked against its schema. */
export function records<N extends keyof typeof DATA_SCHEMAS>(name: N) {
  return DATA_SCHEMAS[name].parse(JSON.parse(dataText(name))) as ReturnType<
    (typeof DATA_SCHEMAS)[N]['parse']
  >;
}

/** The files that hold codes, with the first digit of theirs. */
export const CODE_FILES = [
  ['revenue.json', '1'],
  ['functional.json', '2'],
  ['functional-retired.json', '2'],
  ['economic-department.json', '3'],
  ['economic-government.json', '5'],
] as const;

export function allCodes(): readonly CodeEntry[] {
  return CODE_FILES.flatMap(([name]) => records(name) as readonly CodeEntry[]);
}
