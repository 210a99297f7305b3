import type { Passage, PlacedPassage, Prose } from '../../disclosure/prose/prose.ts';
import type { PlacedTable, Table } from '../../disclosure/table.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { NUMERAL } from '../../text/numbering.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel } from '../../text/width.ts';

/** In shorter names one character makes another project. */
const MIN_LENGTH = 6;

/**
 * Projects that the text names with one character other than the table of projects (`project-name`, N7, B25). A
 * name that differs in a number is that of another project.
 */
export function projectNames({ passages }: Prose, tables: readonly PlacedTable[]): Finding[] {
  const named = namesAmong(passages);
  if (named.length === 0) return [];
  const names = new Set(projectsAmong(tables));
  return named.flatMap(({ line, label, span }): Finding[] => {
    if (names.has(label)) return [];
    const near = [...names].filter((name) => differsInOne(name, label));
    const [meant] = near;
    if (meant === undefined || near.length > 1) return [];
    const range = rangeOf(span, line);
    return [
      {
        rule: 'project-name',
        severity: RULES['project-name'].severity,
        range,
        params: { printed: label, meant },
        related: [],
        fixes: [replaceFix(range, meant, false)],
      },
    ];
  });
}

const namesAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  namesIn(passage).map((each) => ({ line, ...each })),
);

const projectsAmong = rememberEach(({ table }: PlacedTable) => projectsOf(table));

/** The names of projects that stand on one line each. */
const namesIn = remember((passage: Passage): readonly { readonly label: string; readonly span: Span }[] =>
  passage.figures.flatMap(({ concept, role, label, labelSpans, parent }) => {
    const [span] = labelSpans;
    const name = compactLabel(label);
    const whole = parent === undefined ? undefined : passage.figures[parent];
    const isOfProjects = concept.value === undefined && whole?.concept.value === 'project';
    const isProject = (concept.value === 'project-item' || isOfProjects) && role === 'value';
    return isProject && span && labelSpans.length === 1 && name.length >= MIN_LENGTH
      ? [{ label: name, span }]
      : [];
  }),
);

const projectsOf = remember((table: Table): readonly string[] => {
  const columns = new Set(
    table.columns.filter(({ label }) => /项目名称/.test(compactLabel(label))).map(({ index }) => index),
  );
  return table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const name = cell && columns.has(cell.column) ? compactLabel(cell.whole ?? cell.text) : '';
      return name.length >= MIN_LENGTH ? [name] : [];
    }),
  );
});

function differsInOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].flatMap((char, index) => (char === b[index] ? [] : [index]));
  const [only] = at;
  return only !== undefined && at.length === 1 && !NUMERAL.test((a[only] ?? '') + (b[only] ?? ''));
}
