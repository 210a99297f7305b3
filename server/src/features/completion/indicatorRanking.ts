import { comparedName, comparedNames } from '#core/catalogue/indicatorNames.ts';
import type { Indicator } from '#core/catalogue/indicators.ts';
import { normalizeName } from '#core/catalogue/names.ts';
import { kindsOfProject } from '#core/catalogue/projectKinds.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { Table } from '#core/disclosure/table.ts';
import { remember } from '#core/text/remember.ts';

/** What an indicator that fits the project's kind counts for, a pair of characters of its name, one used elsewhere. */
const KIND = 3;
const PAIR = 1;
const MOST_PAIRS = 6;
const ELSEWHERE = 2;
/** What is in this table already is wanted once more last of all. */
const ALREADY = -10;

/** How likely each indicator is in a row: by the words of its project, and by what the document has elsewhere. */
export function likelihood(
  { tables }: Disclosure,
  row: EditedRow,
  project: string,
): (indicator: Indicator) => number {
  const kinds = new Set(kindsOfProject(project));
  const pairs = pairsOf(normalizeName(project));
  const own = new Map(
    [...namesIn(row.placed.table)].filter(([, line]) => line !== row.line - row.placed.line),
  );
  const elsewhere = tables.flatMap(({ table }) =>
    table.indicators && table !== row.placed.table ? [namesIn(table)] : [],
  );
  return (indicator) => {
    const [name = ''] = comparedNames(indicator);
    if (own.has(name)) return ALREADY;
    return (
      (indicator.kinds?.some((kind) => kinds.has(kind)) ? KIND : 0) +
      PAIR * Math.min(MOST_PAIRS, pairs.filter((pair) => name.includes(pair)).length) +
      (elsewhere.some((names) => names.has(name)) ? ELSEWHERE : 0)
    );
  };
}

/** Every cell of a table as a name is compared, with its line. */
const namesIn = remember((table: Table): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  for (const { cells, line } of table.rows) {
    for (const cell of cells) if (cell) names.set(comparedName(cell.whole ?? cell.text), line);
  }
  return names;
});

function pairsOf(text: string): string[] {
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  return [...new Set(pairs)].filter((pair) => /^\p{Script=Han}{2}$/u.test(pair) && !COMMON.has(pair));
}

/** Words in the names of most projects, which tell nothing. */
const COMMON = new Set(['项目', '经费', '工作', '专项', '支出', '业务', '资金', '费用', '年度']);
