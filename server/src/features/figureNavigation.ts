import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { AmountCell, PlacedTable } from '#core/disclosure/table.ts';
import { amountRange } from '#core/relations/amountFix.ts';
import { type Figure, figureAt, relationsInside, relationsOf } from '#core/relations/lookUp.ts';
import { cellsOf, type Evaluation } from '#core/relations/relation.ts';
import { comparePositions, type Position, type Range } from '#core/text/range.ts';

/** The amount under a cursor with the places of the figures tied to it. */
interface Ties {
  readonly own: Range;
  /** What it is the sum of, in its own table. */
  readonly parts: readonly Range[];
  /** What it counts towards, in its own table. */
  readonly totals: readonly Range[];
  /** The same figure, or one it is held against, in other tables. */
  readonly elsewhere: readonly Range[];
}

/**
 * Where an amount comes from: a total leads to all its parts, any other figure to the same figure in other
 * tables. Null where neither is known.
 */
export function figureDefinitionAt(analysis: Analysis, position: Position, uri: string): Location[] | null {
  const ties = tiesAt(analysis, position);
  if (!ties) return null;
  const ranges = ties.parts.length > 0 ? ties.parts : ties.elsewhere;
  return ranges.length === 0 ? null : locations(ranges, uri);
}

/** The parts of an amount, the totals it counts towards, and where other tables print it. */
export function figureReferencesAt(
  analysis: Analysis,
  position: Position,
  includeDeclaration: boolean,
  uri: string,
): Location[] {
  const ties = tiesAt(analysis, position);
  if (!ties) return [];
  const own = includeDeclaration ? [ties.own] : [];
  return locations([...own, ...ties.parts, ...ties.totals, ...ties.elsewhere], uri);
}

/** An amount with its parts and its totals, as they are seen at once in its table. */
export function figureHighlightsAt(analysis: Analysis, position: Position): DocumentHighlight[] {
  const ties = tiesAt(analysis, position);
  if (!ties || ties.parts.length + ties.totals.length === 0) return [];
  const marked = (ranges: readonly Range[], kind: DocumentHighlightKind) =>
    distinct(ranges).map((range) => ({ range, kind }));
  return [
    ...marked([ties.own], DocumentHighlightKind.Write),
    ...marked(ties.parts, DocumentHighlightKind.Read),
    ...marked(ties.totals, DocumentHighlightKind.Text),
  ];
}

function tiesAt({ disclosure, relations }: Analysis, position: Position): Ties | undefined {
  const figure = figureAt(disclosure, position);
  if (!figure) return undefined;
  const { asTotal, asPart, copies } = relationsOf(figure, relations);
  const inside = new Set(relationsInside(figure.placed, relations));
  const isInside = (evaluation: Evaluation) => inside.has(evaluation);
  const between = [...asTotal, ...asPart].filter((each) => !isInside(each));
  const place = (cell: AmountCell, home: PlacedTable | undefined): Range => amountRange(cell, home);
  const inTable = (cells: readonly AmountCell[]) => cells.map((cell) => place(cell, figure.placed));
  return {
    own: place(figure.cell, figure.placed),
    parts: inTable(
      asTotal.filter(isInside).flatMap(({ relation }) => relation.parts.map(({ cell }) => cell)),
    ),
    totals: inTable(asPart.filter(isInside).map(({ relation }) => relation.total.cell)),
    elsewhere: [
      ...between.flatMap((each) => othersOf(each, figure)).map((cell) => place(cell, relations.homeOf(cell))),
      ...copies.map(({ placed, term }) => place(term.cell, placed)),
    ],
  };
}

function othersOf(evaluation: Evaluation, { cell }: Figure): AmountCell[] {
  return cellsOf(evaluation).filter((each) => each !== cell);
}

/** In the order of the document, each place once. */
function distinct(ranges: readonly Range[]): Range[] {
  return [...ranges]
    .sort((a, b) => comparePositions(a.start, b.start))
    .filter((range, index, sorted) => {
      const before = sorted[index - 1];
      return !before || comparePositions(before.start, range.start) !== 0;
    });
}

function locations(ranges: readonly Range[], uri: string): Location[] {
  return distinct(ranges).map((range) => ({ uri, range }));
}
