import type { PlacedBlock, SyntaxTree } from '../syntax/nodes.ts';

/** Only the opening of a document says whose it is and of which year; further down others are compared. */
const OPENING_LINES = 40;

/** The blocks that begin in the opening of a document. */
export function openingOf({ blocks }: SyntaxTree): readonly PlacedBlock[] {
  const behind = blocks.findIndex(({ line }) => line > OPENING_LINES);
  return behind === -1 ? blocks : blocks.slice(0, behind);
}
