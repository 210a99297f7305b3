import type { Catalogue, CodeRecord } from './catalogue.ts';
import { normalizeName } from './names.ts';

/** A shorter piece of a name stands in too many names to say which code is meant. */
const SHORTEST_PIECE = 3;
/** Names are shorter than this; what stands further off is not beside the code. */
const LONGEST_NAME = 60;
const SUFFIX = '支出';

/**
 * Whether a text printed beside digits shows that these are a 科目 code: it is a name of the code, ends in one
 * (`其中：工资福利支出`), or is the beginning or the end of one that was broken over lines.
 */
export function namesCode(catalogue: Catalogue, digits: string, text: string): boolean {
  const record = catalogue.record(digits);
  const near = normalizeName(text.slice(-LONGEST_NAME));
  if (!record || near === '') return false;
  return spellings(catalogue, record).some(
    (name) =>
      near.endsWith(name) ||
      (near.length >= SHORTEST_PIECE && (name.startsWith(near) || name.endsWith(near))),
  );
}

/** Whether a text behind digits begins with a name of their code. */
export function beginsWithName(catalogue: Catalogue, digits: string, text: string): boolean {
  const record = catalogue.record(digits);
  const near = normalizeName(text.slice(0, LONGEST_NAME));
  return record !== undefined && spellings(catalogue, record).some((name) => near.startsWith(name));
}

/** Every name of a record, also without the closing 支出 that documents leave out. */
function spellings(catalogue: Catalogue, record: CodeRecord): string[] {
  const { current, alternatives, former, variants } = catalogue.names(record);
  const names = [current, ...alternatives, ...former.map(({ name }) => name), ...variants].map(normalizeName);
  const cut = names.filter((name) => name.endsWith(SUFFIX) && name.length > SUFFIX.length);
  return [...names, ...cut.map((name) => name.slice(0, -SUFFIX.length))];
}
