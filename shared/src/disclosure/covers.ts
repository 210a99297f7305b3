import type { PlacedBlock, SyntaxTree, TextNode } from '../syntax/nodes.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { compactLabel } from '../text/width.ts';
import { isTableTitle, readYear } from './context.ts';
import { type Identity, readIdentity } from './identity.ts';

/** A line that says whose disclosure begins (某某局2024年单位预算公开), at its place. */
export interface Cover extends Identity {
  readonly line: number;
  readonly organ: string;
  readonly year: number;
}

const MAX_COVER = 60;
/** A sentence, an entry of a table of contents, or the name of a file. */
const NO_COVER = /[。；;，,：:！!？?…《》]|\.{2,}|\d$|^附/;

/** The covers in a document, its own title among them; running heads say the same again. */
export function coversIn({ blocks }: SyntaxTree): readonly Cover[] {
  return coversAmong(blocks);
}

const coversAmong = rememberEach(({ line, node }: PlacedBlock) =>
  node.kind === 'text' ? coversOf(node).map((cover) => ({ ...cover, line: line + cover.line })) : [],
);

/** Lines count from the block. A name may stand in the line above the rest. */
const coversOf = remember(({ lines }: TextNode): readonly Cover[] =>
  lines.flatMap(({ line, text }, index) => {
    const label = compactLabel(text);
    const year = readYear(text);
    if (year === undefined || label.length > MAX_COVER || NO_COVER.test(label) || isTableTitle(text))
      return [];
    const { stage, kind, organ } = readIdentity(text);
    const above = organ === undefined ? lines[index - 1] : undefined;
    const named = organ ?? (above && readIdentity(above.text).organ);
    if (stage === undefined || named === undefined) return [];
    return [{ line: above?.line ?? line, organ: named, year, stage, ...(kind && { kind }) }];
  }),
);
