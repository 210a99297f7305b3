import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Figure } from '../../disclosure/prose/prose.ts';
import type { AmountCell } from '../../disclosure/table.ts';
import type { Edit } from '../../findings.ts';
import type { DocumentRelations } from '../../relations/documentRelations.ts';
import { volumesOf } from '../../relations/volumes.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import { misreadAmong } from './heldAgainst.ts';
import { comparableFigures, inStyleOf, isNear, type Printed, readPlaces, statedQuantity } from './places.ts';
import type { Quantity } from './quantities.ts';

/** A figure of a sentence and the cells that print the same thing. */
export interface Mention {
  readonly figure: Figure;
  readonly range: Range;
  readonly printed: readonly Printed[];
  /** What the sentence states, in 元. */
  readonly stated: Quantity;
}

/** Every figure of a document's sentences that its tables print too, by what the words say it is. */
export function mentionsIn(disclosure: Disclosure, relations: DocumentRelations): Mention[] {
  return volumesOf(disclosure).flatMap((volume) => mentionsInVolume(volume, relations));
}

function mentionsInVolume(disclosure: Disclosure, relations: DocumentRelations): Mention[] {
  const { prose } = disclosure;
  const printedFor = readPlaces(disclosure, misreadAmong(disclosure.tables, relations));
  return prose.passages.flatMap(({ line, passage }) =>
    comparableFigures(passage).flatMap((figure): Mention[] => {
      const stated = statedQuantity(figure, disclosure);
      const printed = stated ? printedFor(figure) : [];
      if (!stated || printed.length === 0) return [];
      return [{ figure, range: rangeOf(figure.span, line), printed, stated }];
    }),
  );
}

/** The cells a figure of a sentence leads to: those that agree with it, or, where none does, all. */
export function cellsOfMention(mention: Mention): readonly Printed[] {
  const agreeing = mention.printed.filter((each) => agrees(mention, each));
  return agreeing.length > 0 ? agreeing : mention.printed;
}

/** The sentences that speak of a cell. */
export function mentionsOf(cell: AmountCell, mentions: readonly Mention[]): Mention[] {
  return mentions.filter(({ printed }) => printed.some((each) => each.cell === cell));
}

/**
 * What sentences must say after a cell was changed: each figure that speaks of it and agrees with nothing that its
 * table prints, in the sentence's own unit and style.
 */
export function mentionEdits(cell: AmountCell, mentions: readonly Mention[]): Edit[] {
  return mentionsOf(cell, mentions).flatMap((mention): Edit[] => {
    const { figure, range, printed } = mention;
    const own = printed.find((each) => each.cell === cell);
    const inTable = printed.filter(({ home }) => home === own?.home);
    if (!own || inTable.some((each) => agrees(mention, each))) return [];
    return [{ range, newText: inStyleOf(figure, own) }];
  });
}

function agrees({ figure, stated }: Mention, { quantity }: Printed): boolean {
  return isNear(stated, quantity, figure);
}
