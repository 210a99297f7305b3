import { type Binding, bindingsOf, hasUnknownAmountsOnly } from '../disclosure/binding.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { rowIndexAt, tableAt } from '../disclosure/locate.ts';
import { type AmountCell, hasAmount, type PlacedTable, type Row } from '../disclosure/table.ts';
import { type Position, touches } from '../text/range.ts';
import { copiesIn } from './copies.ts';
import { countedBinding } from './countedFigures.ts';
import { type DocumentRelations, neighbourhoods } from './documentRelations.ts';
import { indicatorSums } from './indicatorSums.ts';
import { cellsOf, type Evaluation, type Term } from './relation.ts';
import { seriesAt } from './series.ts';
import type { TableRelations } from './tableRelations.ts';

/** An amount in a table of a document. */
export interface Figure {
  readonly placed: PlacedTable;
  readonly row: Row;
  readonly cell: AmountCell;
  /** What it belongs to, as far as that is known. */
  readonly binding: Binding;
  /** Set for a number that is no money and has no unit: the weight of an indicator, how many posts there are. */
  readonly bare?: true;
}

/** Another place of the same figure. */
export interface Copy {
  readonly placed: PlacedTable;
  readonly term: Term;
}

/** The relations that a figure stands in, by its part in them. */
export interface FigureRelations {
  readonly asTotal: readonly Evaluation[];
  readonly asPart: readonly Evaluation[];
  /** Where other tables print the same figure for the same thing, one place a table. */
  readonly copies: readonly Copy[];
}

/**
 * The amount of a table that a cursor touches, or undefined. What is no money (quantities, codes) is none, but weights of
 * indicators, and posts, people and vehicles where a sum speaks of them.
 */
export function figureAt(disclosure: Disclosure, position: Position): Figure | undefined {
  const ofIndicator = indicatorFigureAt(disclosure, position);
  if (ofIndicator) return ofIndicator;
  const found = cellAt(disclosure, position);
  if (!found) return undefined;
  const { placed, row, cell } = found;
  const binding = bindingsOf(placed.table).find(({ span }) => touches(span, position, placed.line));
  if (binding) return { ...found, binding };
  const counted = countedBinding(placed.table, row, cell);
  return counted && { ...found, binding: counted, bare: true };
}

/** A weight or a cost of a performance indicator that a cursor touches, as the sums of its list have it. */
function indicatorFigureAt(disclosure: Disclosure, position: Position): Figure | undefined {
  const placed = tableAt(disclosure, position.line);
  if (!placed?.table.indicators) return undefined;
  for (const { evaluation, tables: homes } of indicatorSums(disclosure.tables)) {
    const { rule, parts, total } = evaluation.relation;
    const part = parts.find(
      ({ cell }, index) => homes[index + 1] === placed && isAt(cell, position, placed.line),
    );
    const row = part && placed.table.rows.find(({ line }) => line === part.cell.span.line);
    if (!part || !row) continue;
    const { cell, label } = part;
    const { line, start } = cell.span;
    const isWeight = rule === 'indicator-weights';
    const binding: Binding = {
      span: { line, start: start + cell.amount.start, end: start + cell.amount.end },
      amount: cell.amount,
      row: { label },
      ...(isWeight && { column: { path: [total.label], heading: cell.column } }),
      certainty: 'certain',
      reason: 'straight',
    };
    return { placed, row, cell, binding, ...(isWeight && { bare: true as const }) };
  }
  return undefined;
}

/** The cell with a number that a cursor touches, whatever it counts. */
export function cellAt(disclosure: Disclosure, position: Position): Omit<Figure, 'binding'> | undefined {
  const placed = tableAt(disclosure, position.line);
  if (!placed) return undefined;
  const { rows } = placed.table;
  // Several rows may begin on one line, and a row may go over several.
  for (let index = rowIndexAt(placed, position.line); index >= 0; index--) {
    const row = rows[index];
    const cell = row?.cells.find((each) => hasAmount(each) && isAt(each, position, placed.line));
    if (row && hasAmount(cell)) return { placed, row, cell };
    if (!row || row.line < position.line - placed.line) return undefined;
  }
  return undefined;
}

function isAt({ span: { line, start }, amount }: AmountCell, position: Position, baseLine: number): boolean {
  return touches({ line, start: start + amount.start, end: start + amount.end }, position, baseLine);
}

/** Everything that is known to tie a figure to others. Empty for a figure of a table that was misread. */
export function relationsOf({ placed, cell }: Figure, relations: DocumentRelations): FigureRelations {
  const own = relations.tables.get(placed);
  if (!own || own.misread) return { asTotal: [], asPart: [], copies: [] };
  const between = relations.between.filter((evaluation) => cellsOf(evaluation).includes(cell));
  const all = [...(own.byCell.get(cell) ?? []), ...between];
  const tied = new Set(between.flatMap(cellsOf));
  return {
    asTotal: all.filter(({ relation }) => relation.total.cell === cell),
    asPart: all.filter(({ relation }) => relation.total.cell !== cell),
    copies: copiesOf(placed, cell, relations).filter(({ term }) => !tied.has(term.cell)),
  };
}

/** The first place in each other table whose columns say the same as the figure's own. Zeros say nothing. */
function copiesOf(home: PlacedTable, cell: AmountCell, { tables }: DocumentRelations): Copy[] {
  const series = cell.amount.value.isZero() ? undefined : seriesAt(home.table, cell.column);
  if (!series) return [];
  const readable = [...tables].flatMap(([placed, { misread }]) => (misread ? [] : placed));
  return neighbourhoods(readable)(home).flatMap((placed): Copy[] => {
    const copy = copiesIn(series, placed.table).find(
      ({ relation, standing }) => relation.total.cell === cell && standing !== 'broken',
    );
    const [term] = copy?.relation.parts ?? [];
    return term ? [{ placed, term }] : [];
  });
}

/** The relations of which every figure stands in a table; none where it was misread. */
export function relationsInside(placed: PlacedTable, relations: DocumentRelations): readonly Evaluation[] {
  const own = relations.tables.get(placed);
  if (!own || own.misread) return [];
  const isInside = (evaluation: Evaluation) =>
    cellsOf(evaluation).every((cell) => relations.homeOf(cell) === placed);
  return [...own.evaluations, ...relations.between.filter(isInside)];
}

/** How the relations of a table stand, those that tie it to other tables among them. */
export interface TableStanding {
  /** All that must hold. */
  readonly evaluations: readonly Evaluation[];
  readonly broken: readonly Evaluation[];
}

/** How a table stands; undefined where nothing can be said of it, because it was misread or has no relations. */
export function standingOf(placed: PlacedTable, relations: DocumentRelations): TableStanding | undefined {
  const own = relations.tables.get(placed);
  if (!own || own.misread) return undefined;
  const between = relations.between.filter((evaluation) =>
    cellsOf(evaluation).some((cell) => relations.homeOf(cell) === placed),
  );
  const evaluations = [...evaluationsIn(own), ...between];
  if (evaluations.length === 0) return undefined;
  return { evaluations, broken: evaluations.filter(({ standing }) => standing === 'broken') };
}

/** All relations inside a table that was understood, those among them that a slide or an exchange explains; else none. */
export function evaluationsIn({ misread, evaluations, slide, swaps }: TableRelations): readonly Evaluation[] {
  if (misread) return [];
  const explained = [slide, ...swaps].flatMap((each) => each?.broken ?? []);
  return [...new Set([...evaluations, ...explained])];
}

/** Whether a table prints amounts, and what they belong to or add up to could not be read. */
export function isUnread(placed: PlacedTable, relations: DocumentRelations): boolean {
  const inside = relations.tables.get(placed);
  return inside?.misread === true || (hasUnknownAmountsOnly(placed.table) && !inside?.evaluations.length);
}
