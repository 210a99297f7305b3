import type { Catalogue } from '../../catalogue/catalogue.ts';
import { normalizeName } from '../../catalogue/names.ts';
import type { Cell, Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { report } from './report.ts';

/** 九、卫生健康支出: the 类 in a 收支总表 have numbers and no codes. */
const NUMBERED = /^[一二三四五六七八九十]+、\s*/;
/** So many names of today show that a table lists the 类 and that its year was read rightly. */
const FEWEST_PRESENT = 3;

/** Flags old names of 类 in numbered lists without codes (`code-name`), where most of the list has today's names. */
export function formerClassNames(table: Table, catalogue: Catalogue): Finding[] {
  const { year } = table;
  if (year === undefined) return [];
  const labels = table.rows.flatMap(({ kind, code, cells }) =>
    kind === 'data' && !code ? cells.filter((cell) => cell !== undefined && NUMBERED.test(cell.text)) : [],
  );
  if (labels.length === 0) return [];
  const bare = (cell: Cell): string => cell.text.replace(NUMBERED, '');
  const classes = catalogue
    .all()
    .filter((each) => each.classification === 'functional' && each.level === '类');
  const present = new Set(classes.map(({ name }) => normalizeName(name)));
  const current = labels.filter((cell) => cell && present.has(normalizeName(bare(cell))));
  const found = labels.flatMap((cell): Finding[] => {
    if (!cell) return [];
    const name = bare(cell);
    const wanted = normalizeName(name);
    if (present.has(wanted)) return [];
    for (const { code, name: right, former = [] } of classes) {
      const old = former.find((each) => normalizeName(each.name) === wanted);
      if (!old || year <= old.until + (old.margin ?? 0)) continue;
      const range = rangeOf({ ...cell.span, start: cell.span.end - name.length });
      const edits = [{ range, newText: right }];
      return report(
        'code-name',
        range,
        { code, name, state: 'old', right, until: old.until },
        {
          fixes: [{ action: { kind: 'replace-name', name: right }, preferred: true, edits }],
        },
      );
    }
    return [];
  });
  return current.length >= FEWEST_PRESENT && found.length < current.length ? found : [];
}
