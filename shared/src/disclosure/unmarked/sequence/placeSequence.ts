import type { Grid } from '../../grid.ts';
import { placedCodeLists } from '../codeListsAbreast.ts';
import { leafOf } from '../leaves.ts';
import { namedThreePublic } from '../namedThreePublic.ts';
import type { PlacedGrid } from '../place.ts';
import { purchasesInSequence } from '../purchases.ts';
import { threePublicInSequence } from '../threePublicRow.ts';
import { tokensOf } from '../tokens.ts';
import { evenCells } from './evenCells.ts';
import { evenRows } from './evenRows.ts';
import { withHeadingsJoined } from './headingsOverLines.ts';
import { listsInSequence } from './listsInSequence.ts';
import { loneRow } from './loneRow.ts';
import { withNamesJoined } from './namesOverLines.ts';
import { withDoubts, withoutPageNumbers } from './pageNumbers.ts';
import { rowsByNames } from './rowsByNames.ts';
import { rowsUnderTotal } from './rowsUnderTotal.ts';

/** Places the cells of a table of which only the sequence is left; undefined where that does not tell its rows. */
export function placeSequence(given: Grid): PlacedGrid | undefined {
  const even = given.closed ? evenCells(given) : undefined;
  if (even) return even;
  const { grid, before } = withoutPageNumbers(withHeadingsJoined(given));
  const placed =
    namedThreePublic(grid) ??
    purchasesInSequence(grid) ??
    placedCodeLists(grid) ??
    placeRows(withNamesJoined(grid));
  return placed && withDoubts(placed, before);
}

function placeRows(grid: Grid): PlacedGrid | undefined {
  const byNames = rowsByNames(grid);
  // Rows with other words beside their names were cut at each of these.
  if (byNames) return byNames.grid.rows.some(({ unsure }) => unsure) ? (evenRows(grid) ?? byNames) : byNames;
  return (
    rowsUnderTotal(grid) ??
    listsInSequence(grid) ??
    evenRows(grid) ??
    threePublicInSequence(grid) ??
    // Where all cells are there, the name of the row is among them.
    (grid.closed ? undefined : loneRow(grid))
  );
}

/** The same where cells were put into rows, and none of these is certain. */
export function placeRowsAnew(given: Grid): PlacedGrid | undefined {
  const { grid, before } = withoutPageNumbers(given);
  const placed =
    rowsUnderTotal(grid) ?? listsInSequence(grid) ?? (headsCodes(grid) ? rowsByNames(grid) : undefined);
  return placed && withDoubts(placed, before);
}

/** Two lists of codes abreast alone, where cells were put into rows of which some are not certain. */
export function placeCodeLists(given: Grid): PlacedGrid | undefined {
  const { grid, before } = withoutPageNumbers(given);
  const placed = placedCodeLists(grid);
  return placed && withDoubts(placed, before);
}

/** Whether a heading in front of the first figure is one of codes: else codes among figures show that cells were lost. */
function headsCodes(grid: Grid): boolean {
  const tokens = grid.rows.flatMap(tokensOf);
  const first = tokens.findIndex(({ kind }) => kind !== 'words');
  return tokens.slice(0, Math.max(first, 0)).some(({ cell }) => leafOf(cell).kind === 'code');
}
