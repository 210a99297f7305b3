import type { Position } from '#core/text/range.ts';

/** Stands for the cursor in the text of a test. */
const CURSOR = '‸';

/** A text and the place of the cursor in it. */
export interface Marked {
  readonly text: string;
  readonly position: Position;
}

/** Takes the cursor mark out of a text and tells where it stood. */
export function marked(textWithCursor: string): Marked {
  const at = textWithCursor.indexOf(CURSOR);
  if (at === -1 || textWithCursor.indexOf(CURSOR, at + 1) !== -1) {
    throw new Error(`one ${CURSOR} is needed in: ${textWithCursor}`);
  }
  const before = textWithCursor.slice(0, at).split('\n');
  return {
    text: textWithCursor.slice(0, at) + textWithCursor.slice(at + CURSOR.length),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** The first place of `needle` in a text, `offset` units into it. */
export function placeOf(text: string, needle: string, offset = 0): Position {
  const at = text.indexOf(needle);
  if (at === -1) throw new Error(`not in the text: ${needle}`);
  const before = text.slice(0, at + offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
