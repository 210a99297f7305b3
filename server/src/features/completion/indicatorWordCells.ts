import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { HEADINGS_UNDER, readHeading } from '#core/catalogue/frameworks.ts';
import { normalizeName } from '#core/catalogue/names.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { IndicatorCell } from '#core/indicators/indicatorCell.ts';
import { headingsAbove, headingText } from '#core/indicators/listRow.ts';
import type { FeatureContext } from '../context.ts';
import { matchRank, wanted } from './indicatorMatch.ts';
import { measureOf } from './indicatorValues.ts';
import { typedIn, writeCell } from './slotEdit.ts';

/** A word to write, and what is said of it. */
interface Word {
  readonly text: string;
  readonly detail?: string;
}

/** Units that most indicators are measured in. */
const UNITS = [
  '%',
  '个',
  '人',
  '人次',
  '次',
  '件',
  '套',
  '台',
  '份',
  '场',
  '项',
  '万元',
  '元',
  '天',
  '小时',
  '平方米',
  '公里',
  '亩',
];
const OPERATORS = ['≥', '≤', '=', '定性'] as const;

/** What a heading, unit or operator cell may hold, the likeliest first. */
export function indicatorWordCells(
  row: EditedRow,
  character: number,
  cell: IndicatorCell,
  context: FeatureContext,
): CompletionItem[] {
  const typed = typedIn(row, character);
  const word = wanted(typed.before);
  return wordsFor(row, cell, context)
    .flatMap(({ text, detail }) => {
      const name = normalizeName(text);
      const rank = matchRank(name, context.indicators.reader(name), word);
      return rank === undefined ? [] : [{ text, detail, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ text, detail }, order) => ({
      label: text,
      kind: CompletionItemKind.EnumMember,
      ...(detail !== undefined && { detail }),
      sortText: String(order).padStart(4, '0'),
      filterText: typed.before || text,
      textEdit: writeCell(row, typed, text),
    }));
}

function wordsFor(row: EditedRow, cell: IndicatorCell, context: FeatureContext): readonly Word[] {
  const { words } = context;
  switch (cell.kind) {
    case 'level1':
      return unusedFirst(firstLevels(), cell).map((text) => ({
        text,
        ...frameworkNote(text, undefined, context),
      }));
    case 'level2':
      return unusedFirst(secondLevels(cell.level1), cell).map((text) => ({
        text,
        ...frameworkNote(cell.level1, text, context),
      }));
    case 'operator': {
      const usual = measureOf(cell, context)?.operator;
      return usualFirst(OPERATORS, usual === undefined ? [] : [usual]).map((text) => ({
        text,
        detail: words.indicators.operators[text].title,
      }));
    }
    default: {
      const usual = measureOf(cell, context)?.units ?? [];
      const inColumn = row.placed.table.rows.flatMap(({ cells, kind }) => {
        const text = kind === 'data' && cells !== row.cells ? cells[row.column]?.text : undefined;
        return text === undefined || text === '' || readHeading(text) ? [] : [text];
      });
      return usualFirst([...inColumn, ...UNITS], usual).map((text) => ({ text }));
    }
  }
}

function firstLevels(): string[] {
  return [...new Set([...HEADINGS_UNDER.before2021.keys(), ...HEADINGS_UNDER.since2021.keys()])];
}

/** The 二级 headings of a 一级 heading, in both frameworks; all where none is in sight. */
function secondLevels(level1: string | undefined): string[] {
  const heading = level1 === undefined ? undefined : readHeading(level1)?.standard;
  const groups = [HEADINGS_UNDER.since2021, HEADINGS_UNDER.before2021];
  const known = heading !== undefined && groups.some((each) => each.has(heading));
  return [
    ...new Set(groups.flatMap((each) => (known ? (each.get(heading) ?? []) : [...each.values()].flat()))),
  ];
}

/** A heading that only one of the frameworks has says which. */
function frameworkNote(
  level1: string | undefined,
  level2: string | undefined,
  { words }: FeatureContext,
): { detail?: string } {
  const standard = level1 === undefined ? undefined : readHeading(level1)?.standard;
  const isIn = (framework: keyof typeof HEADINGS_UNDER) => {
    const groups = HEADINGS_UNDER[framework];
    if (standard === undefined)
      return [...groups.values()].some((each) => level2 !== undefined && each.includes(level2));
    return level2 === undefined ? groups.has(standard) : groups.get(standard)?.includes(level2) === true;
  };
  const [old, renewed] = [isIn('before2021'), isIn('since2021')];
  return old === renewed ? {} : { detail: words.indicators.framework[old ? 'before2021' : 'since2021'] };
}

/** What the list has not printed yet comes first. */
function unusedFirst(texts: readonly string[], { row }: IndicatorCell): string[] {
  const printed = new Set<string>(
    Array.from(headingsAbove(row), (group) => readHeading(headingText(group))?.standard ?? ''),
  );
  const isPrinted = (text: string) => printed.has(readHeading(text)?.standard ?? '');
  return [...texts.filter((each) => !isPrinted(each)), ...texts.filter(isPrinted)];
}

function usualFirst<T extends string>(texts: readonly T[], usual: readonly T[]): T[] {
  return [...new Set([...usual, ...texts])];
}
