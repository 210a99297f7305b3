import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Figure } from '../../disclosure/prose/prose.ts';
import type { AmountCell } from '../../disclosure/table.ts';
import type { Edit } from '../../findings.ts';
import type { DocumentRelations } from '../../relations/documentRelations.ts';
import { soleTables } from '../../relations/tableKinds.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import { comparableFigures, inStyleOf, isNear, type Printed, printedFor, statedQuantity } from './places.ts';

/** A figure of a sentence and the cells that print the same thing. */
export interface Mention {
  readonly figure: Figure;
  readonly range: Range;
  readonly printed: readonly Printed[];
}

/** Every figure of a document's sentences that its tables print too, by what the words say it is. */
export function mentionsIn(disclosure: Disclosure, relations: DocumentRelations): Mention[] {
  const { tables, prose, year } = disclosure;
  const byKind = soleTables(tables.filter((each) => !relations.tables.get(each)?.misread));
  return prose.passages.flatMap(({ line, passage }) =>
    comparableFigures(passage).flatMap((figure): Mention[] => {
      const printed = statedQuantity(figure, year) ? printedFor(figure, byKind) : [];
      return printed.length === 0 ? [] : [{ figure, range: rangeOf(figure.span, line), printed }];
    }),
  );
}

/** The cells a figure of a sentence leads to: those that agree with it, or, where none does, all. */
export function cellsOfMention({ figure, printed }: Mention, year: number | undefined): readonly Printed[] {
  const agreeing = printed.filter((each) => agrees(figure, each, year));
  return agreeing.length > 0 ? agreeing : printed;
}

/** The sentences that speak of a cell. */
export function mentionsOf(cell: AmountCell, mentions: readonly Mention[]): Mention[] {
  return mentions.filter(({ printed }) => printed.some((each) => each.cell === cell));
}

/**
 * What sentences must say after a cell was changed: each figure that speaks of it and agrees with nothing that its
 * table prints, in the sentence's own unit and style.
 */
export function mentionEdits(
  cell: AmountCell,
  mentions: readonly Mention[],
  year: number | undefined,
): Edit[] {
  return mentionsOf(cell, mentions).flatMap(({ figure, range, printed }): Edit[] => {
    const own = printed.find((each) => each.cell === cell);
    const inTable = printed.filter(({ home }) => home === own?.home);
    if (!own || inTable.some((each) => agrees(figure, each, year))) return [];
    return [{ range, newText: inStyleOf(figure, own) }];
  });
}

function agrees(figure: Figure, { quantity }: Printed, year: number | undefined): boolean {
  const stated = statedQuantity(figure, year);
  return stated !== undefined && isNear(stated, quantity, figure);
}
