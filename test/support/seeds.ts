import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sample disclosures of this project. */
export const SEEDS = [
  'guiyang-2022.budget.txt',
  'tongnan-2021.budget.md',
  'hanzhong-2023.budget.txt',
  'hetang-2022.budget.txt',
  'dongxihu-2023.budget.txt',
] as const;

const ROOT = join(import.meta.dirname, '../..');

/** A seed as it is tested. */
export interface SeedText {
  /** `guiyang-2022`, whichever copy it is. */
  readonly name: string;
  /** `seeds/` or the raw file of `$RAW_SEEDS`. */
  readonly origin: 'sample' | 'raw';
  readonly text: string;
}

/** The samples, and the raw files they were made from where `$RAW_SEEDS` names their folder. */
export function seedTexts(name?: string): SeedText[] {
  return SEEDS.filter((file) => name === undefined || file.startsWith(name)).flatMap((file) => {
    const short = file.replace(/\.budget\.(?:txt|md)$/, '');
    const sample: SeedText = {
      name: short,
      origin: 'sample',
      text: readFileSync(join(ROOT, 'seeds', file), 'utf8'),
    };
    const raw = rawPath(short);
    return raw === undefined
      ? [sample]
      : [sample, { name: short, origin: 'raw', text: readFileSync(raw, 'utf8') }];
  });
}

/** How many raw files a run leaves out, in words, for the title of a test; empty when it leaves out none. */
export function leftOut(): string {
  const missing = SEEDS.filter(
    (file) => rawPath(file.replace(/\.budget\.(?:txt|md)$/, '')) === undefined,
  ).length;
  return missing === 0 ? '' : ` (${missing} raw seeds left out: set RAW_SEEDS to their folder)`;
}

function rawPath(name: string): string | undefined {
  const { RAW_SEEDS: folder } = process.env;
  const path = folder === undefined ? undefined : join(folder, `${name}.txt`);
  return path !== undefined && existsSync(path) ? path : undefined;
}
