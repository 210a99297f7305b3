import type { PlacedHeading } from '../../disclosure/prose/headings.ts';
import type { Passage, PlacedPassage, Prose } from '../../disclosure/prose/prose.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';

/** A mark that no keyboard has beside （, closed by a bracket, with neither its own other half nor another bracket between. */
const MISREAD = /(?:[〈く]|<(?=\s?\p{Script=Han}))[^〈〉<>()（）\n]{0,24}[)）]/gu;
/** The same of a mark that is typed for 〈 and the like, or of which the other half may have been forgotten. */
const TITLE_MARK = /《[^《》()（）\n]{0,24}[)）]/g;
/** So much of both shows a scan, of which the first count twice: one may be a slip of the hand. */
const MIN_SIGNS = 3;

/**
 * Whether a text was read from a scan, as 因公出国〈境)费, 《一)财政拨款收入 and the like show throughout: nobody types these for brackets.
 */
export function isScanned({ headings, passages }: Pick<Prose, 'headings' | 'passages'>): boolean {
  const signs = [...signsInHeadings(headings), ...signsInPassages(passages)];
  return signs.reduce((sum, sign) => sum + sign, 0) >= MIN_SIGNS;
}

const signsInHeadings = rememberEach(({ heading: { text } }: PlacedHeading): readonly number[] =>
  signsIn(text),
);

const signsInPassages = rememberEach(({ passage }: PlacedPassage): readonly number[] =>
  signsInPassage(passage),
);

const signsInPassage = remember(({ paragraphs }: Passage): readonly number[] =>
  paragraphs.flatMap(({ text }) => signsIn(text)),
);

/** How much marks show, each by itself; most texts have none. */
function signsIn(text: string): number[] {
  return [...(text.match(MISREAD) ?? []).map(() => 2), ...(text.match(TITLE_MARK) ?? []).map(() => 1)];
}
