import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import { HEADINGS_UNDER, placesOf, readHeading } from '#core/catalogue/frameworks.ts';
import type { ProjectText } from '#core/catalogue/indicatorFit.ts';
import { BLANK } from '#core/catalogue/indicatorNames.ts';
import { INDICATOR_SETS } from '#core/catalogue/indicatorSets.ts';
import type { Indicator } from '#core/catalogue/indicators.ts';
import { normalizeName } from '#core/catalogue/names.ts';
import { kindsOfProject, type ProjectKind } from '#core/catalogue/projectKinds.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { IndicatorColumns, Row, Table } from '#core/disclosure/table.ts';
import type { ListRow } from '#core/indicators/listRow.ts';
import { isPipeRow } from '#core/syntax/slots.ts';
import { remember } from '#core/text/remember.ts';
import type { FeatureContext } from '../context.ts';
import { matchRank, wanted } from './indicatorMatch.ts';
import { typedIn } from './slotEdit.ts';
import { snippetChoice, snippetText } from './snippetText.ts';

type Framework = keyof typeof HEADINGS_UNDER;

/**
 * Whole sets of rows for kinds of projects, for a row in which nothing else stands yet. They are written in the
 * table's own dialect and columns; the cursor stops at each number. The kinds of the project come first.
 */
export function indicatorSets(
  row: EditedRow,
  character: number,
  { columns, slide }: ListRow,
  disclosure: Disclosure,
  project: ProjectText,
  context: FeatureContext,
): CompletionItem[] {
  const { client, indicators, words } = context;
  if (!client.snippets || slide !== 0 || !isEmptyBut(row)) return [];
  const word = wanted(typedIn(row, character).before);
  const kinds = kindsOfProject(project.name);
  const framework = frameworkOf(disclosure);
  const { text, line } = row;
  return Object.entries(INDICATOR_SETS)
    .flatMap(([kind, names]) => {
      const label = words.indicators.set(kind);
      const name = normalizeName(label);
      if (matchRank(name, indicators.reader(name), word) === undefined) return [];
      const set = names.flatMap((name) => indicators.named(name)?.indicator ?? []);
      return [
        {
          label,
          names,
          newText: rowsOf(set, row, columns, framework),
          own: kinds.includes(kind as ProjectKind),
        },
      ];
    })
    .sort((a, b) => Number(b.own) - Number(a.own))
    .map(({ label, names, newText }, order) => ({
      label,
      kind: CompletionItemKind.Snippet,
      detail: names.join('、').replaceAll(BLANK, '…'),
      // Behind the names while nothing is typed, before them where it was asked for.
      sortText: `${word.text === '' ? '9' : '0'}${order}`,
      filterText: text.slice(0, character) || label,
      insertTextFormat: InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range: { start: { line, character: 0 }, end: { line, character: text.length } }, newText },
    }));
}

/** Whether nothing stands in the row but what is being typed. */
function isEmptyBut({ cells, column }: EditedRow): boolean {
  return cells.every((cell) => !cell || cell.column === column || cell.text.trim() === '');
}

/** The framework that the document's own headings show: only the newer one has headings below 成本指标. */
function frameworkOf({ tables }: Disclosure): Framework {
  return tables.some(({ table }) => table.indicators && hasNewHeadings(table)) ? 'since2021' : 'before2021';
}

const hasNewHeadings = remember((table: Table): boolean =>
  table.rows.some(({ cells }) =>
    cells.some((cell) => {
      if (!cell) return false;
      const standard = readHeading(cell.text)?.standard;
      if (standard === undefined) return false;
      const places = standard === '成本指标' ? undefined : HEADINGS_UNDER.since2021.get('成本指标');
      return standard === '成本指标'
        ? cell.column === table.indicators?.level1
        : places?.includes(standard) === true;
    }),
  ),
);

/** The rows of a set as a snippet; each heading is printed once where a blank cell below it can be told. */
function rowsOf(
  set: readonly Indicator[],
  row: EditedRow,
  columns: IndicatorColumns,
  framework: Framework,
): string {
  const { dialect } = row.placed.table;
  const bare = isBare(row, columns);
  const width = widthOf(row, columns);
  let stop = 0;
  let [above1, above2] = ['', ''];
  const rows = set.map((indicator) => {
    const place = placesOf(indicator.category)[framework] ?? placesOf(indicator.category).before2021;
    const { level1 = '', level2 = '' } = place ?? {};
    const cells = Array.from({ length: width }, () => '');
    const put = (column: number | undefined, content: string) => {
      if (column !== undefined) cells[column] = content;
    };
    put(columns.level1, level1 === above1 && !bare ? '' : level1);
    put(columns.level2, level2 === above2 && level1 === above1 && !bare ? '' : level2);
    put(
      columns.name,
      nameSnippet(indicator.name, () => ++stop),
    );
    put(columns.operator, indicator.operator);
    put(
      columns.unit,
      unitSnippet(indicator, () => ++stop),
    );
    put(
      columns.value,
      valueSnippet(indicator, columns, () => ++stop),
    );
    [above1, above2] = [level1, level2];
    return dialect === 'pipe' ? pipeRow(cells, bare) : cells.join('\t');
  });
  return rows.join('\n');
}

/** Whether the table's rows begin with no bar, as those taken from web pages do. */
function isBare(row: EditedRow, columns: IndicatorColumns): boolean {
  if (row.placed.table.dialect !== 'pipe' || isPipeRow(row.text)) return false;
  const [first] = headingRow(row, columns)?.cells.filter((cell) => cell !== undefined) ?? [];
  return first?.span.start === 0;
}

/** A row of a table with pipes. Without a bar in front its first cell would be lost where it is empty. */
function pipeRow(cells: readonly string[], bare: boolean): string {
  return `${bare && cells[0] !== '' ? '' : '| '}${cells.join(' | ')} |`;
}

/** The row that heads the columns, where it stands in the table itself and not on a page before. */
function headingRow({ placed: { table } }: EditedRow, columns: IndicatorColumns): Row | undefined {
  return table.rows.find(({ line }) => line === columns.line && table.indicators?.line === line);
}

/** As many cells as the heading row has. */
function widthOf(row: EditedRow, columns: IndicatorColumns): number {
  const { table } = row.placed;
  const heading = headingRow(row, columns);
  const last = Math.max(columns.name, columns.value ?? 0, columns.unit ?? 0, columns.operator ?? 0);
  return Math.max(last + 1, heading?.cells.length ?? table.columns.length);
}

function nameSnippet(name: string, next: () => number): string {
  const [before = '', after] = name.split(BLANK);
  if (after === undefined) return snippetText(name);
  return `${snippetText(before)}\${${next()}:${BLANK}}${snippetText(after)}`;
}

function unitSnippet({ operator, units = [] }: Indicator, next: () => number): string {
  if (operator === '定性') return '';
  return units.length > 1 ? snippetChoice(next(), units) : snippetText(units[0] ?? '');
}

function valueSnippet(indicator: Indicator, columns: IndicatorColumns, next: () => number): string {
  const { operator, units = [], value } = indicator;
  if (operator === '定性') return `\${${next()}}`;
  const usual = value ?? (units.includes('%') ? (operator === '≥' ? '95' : '100') : '');
  const number = usual === '' ? `\${${next()}}` : `\${${next()}:${snippetText(usual)}}`;
  const sign = columns.operator === undefined ? operator : '';
  return `${sign}${number}${columns.unit === undefined ? unitSnippet(indicator, next) : ''}`;
}
