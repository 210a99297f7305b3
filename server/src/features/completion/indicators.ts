import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { ProjectText } from '#core/catalogue/indicatorFit.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import { projectTextOf } from '#core/disclosure/projectText.ts';
import { indicatorCellAt } from '#core/indicators/indicatorCell.ts';
import { indicatorPlaceAt } from '#core/indicators/indicatorPlace.ts';
import { listRowAt } from '#core/indicators/listRow.ts';
import type { FeatureContext } from '../context.ts';
import { indicatorNames } from './indicatorNames.ts';
import { indicatorSets } from './indicatorSets.ts';
import { indicatorValues } from './indicatorValues.ts';
import { indicatorWordCells } from './indicatorWordCells.ts';

/**
 * What a cell of a list of indicators may hold: names, values, headings, units and operators, and in an empty
 * row whole sets of rows; undefined where the cell is none of these.
 */
export function indicatorCompletions(
  row: EditedRow,
  character: number,
  disclosure: Disclosure,
  context: FeatureContext,
): CompletionList | undefined {
  const project = projectTextOf(disclosure, row.tableIndex, row.rowIndex);
  const items = cellItems(row, character, disclosure, project, context);
  if (!items) return undefined;
  const listed = listRowAt(disclosure, row);
  const sets = listed ? indicatorSets(row, character, listed, disclosure, project, context) : [];
  // The editor cannot filter by pinyin: each further letter is asked about anew.
  return { isIncomplete: true, items: [...items, ...sets] };
}

function cellItems(
  row: EditedRow,
  character: number,
  disclosure: Disclosure,
  project: ProjectText,
  context: FeatureContext,
): CompletionItem[] | undefined {
  const place = indicatorPlaceAt(disclosure, row);
  if (place) return indicatorNames(row, character, place, disclosure, project, context);
  const cell = indicatorCellAt(disclosure, row);
  if (!cell) return undefined;
  return cell.kind === 'value'
    ? indicatorValues(row, character, cell, context)
    : indicatorWordCells(row, character, cell, context);
}
