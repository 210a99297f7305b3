import { isBodyName } from '../../disclosure/codes.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import { unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type Finding, placeFinding } from '../../findings.ts';
import type { BlockNode, SyntaxTree } from '../../syntax/nodes.ts';
import { textsOf } from '../../syntax/texts.ts';
import { remember, rememberLast } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel, toHalfWidth } from '../../text/width.ts';
import { isSlipOfName, type NamedBody, organFinding } from './organNames.ts';

/** 某某局2023年收入预算: the body whose money a paragraph begins to tell of. */
const OPENING =
  /^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?\s{0,4}([\p{Script=Han}()]{4,30}?)20\d{2}年度?(?=[^，。；]{0,20}(?:收入|支出|收支|经费|预算|采购|绩效))/u;
const LONGEST_OPENING = 80;
/** A name is looked for by so many characters at either of its ends. */
const END_LENGTH = 4;
/** Shorter names are alike by chance. */
const MIN_NAME = 6;
/** The own name must open so many paragraphs for another one to stand out. */
const MIN_OWN = 1;

/**
 * Another body at the head of a paragraph that tells of the budget (`organ-name`, N14): the own name with a character
 * or two otherwise, or a body that the document names nowhere else, as a template leaves it in. A part of the body,
 * a body below it and any body that is spoken of twice are meant. Anywhere else in a sentence one
 * character otherwise is a remark.
 */
export function organsInProse({ organ, prose }: Disclosure, tree: SyntaxTree): Finding[] {
  if (organ === undefined) return [];
  const cover = compactLabel(organ);
  const named = namesAmong(prose.passages);
  const others = named.filter(({ name }) => !name.includes(cover) && !cover.includes(name));
  const own = named.filter(({ name }) => name === cover).length;
  const atHeads = others.flatMap(({ line, name, span }) => {
    const slip = isSlipOfName(name, cover);
    if (!slip && (own < MIN_OWN || isSpokenOfAgain(name, tree))) return [];
    return [placeFinding(organFinding(slip ? 'warning' : 'information', { name, span }, 0, organ), line)];
  });
  const said = new Set(atHeads.map(({ range }) => range.start.line));
  return [
    ...atHeads,
    ...prose.passages
      .flatMap(({ line, passage }) => slipsOf(passage, cover).map((named) => ({ line, ...named })))
      .filter(({ name, line, span }) => !said.has(line + span.line) && !isSpokenOfAgain(name, tree))
      .map((each) => placeFinding(organFinding('information', each, 0, organ), each.line)),
  ];
}

/** Names with one character otherwise than the own one, anywhere in the sentences of a passage. */
const slipsOf = rememberLast(slipsIn);

function slipsIn({ paragraphs }: Passage, cover: string): readonly NamedBody[] {
  if (cover.length < MIN_NAME) return [];
  const [head, tail] = [cover.slice(0, END_LENGTH), cover.slice(-END_LENGTH)];
  return paragraphs.flatMap(({ text, pieces }) => {
    const half = toHalfWidth(text);
    const starts = new Set([
      ...placesOf(half, head),
      ...placesOf(half, tail).map((at) => at - cover.length + tail.length),
    ]);
    return [...starts].flatMap((start): NamedBody[] => {
      const name = start < 0 ? '' : half.slice(start, start + cover.length);
      const span = unbrokenSpan(pieces, { start, end: start + cover.length });
      // 填报单位:… is the line of a form, of which the names in forms are told.
      const isInForm = half.charAt(start - 1) === ':';
      return name !== cover && span && !isInForm && isSlipOfName(name, cover, 1) ? [{ name, span }] : [];
    });
  });
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

const namesAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  namesIn(passage).map((named) => ({ line, ...named })),
);

const namesIn = remember((passage: Passage): readonly NamedBody[] =>
  passage.paragraphs.flatMap(({ text, pieces }) => {
    const match = OPENING.exec(toHalfWidth(text.slice(0, LONGEST_OPENING)));
    const name = match?.[1];
    if (!match || name === undefined || !isBodyName(name)) return [];
    const start = match[0].indexOf(name);
    const span = unbrokenSpan(pieces, { start, end: start + name.length });
    return span ? [{ name, span }] : [];
  }),
);

function isSpokenOfAgain(name: string, { blocks }: SyntaxTree): boolean {
  return blocks.reduce((count, { node }) => count + wordsOf(node).split(name).length - 1, 0) > 1;
}

const wordsOf = remember((node: BlockNode): string => compactLabel(textsOf(node).join('\n')));
