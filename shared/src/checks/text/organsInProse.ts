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

const NAME = '[\\p{Script=Han}()]{4,30}?';
const BUDGET = '(?:收入|支出|收支|经费|预算|采购|绩效)';
/** 按照综合预算的原则，: in front of whose budget it is. */
const LEAD = '(?:(?:[^，。,;；:：\\d]{2,14}|截[至止]到?20\\d{2}年[^，。,]{1,6})[，,])?';
/** 某某局2023年收入预算, 2023年某某局收入预算, 某某局所有收入: the body whose money a sentence begins to tell of. */
const OPENINGS: readonly RegExp[] = [
  new RegExp(`^${LEAD}(${NAME})20\\d{2}年度?(?=[^，。；]{0,20}${BUDGET})`, 'u'),
  new RegExp(
    `^20\\d{2}年度?[，,]?(${NAME})(?:本级|机关)?的?(?=安排|${BUDGET}|财政拨款|一般公共|机关运行|[“"]?三公|政府)`,
    'u',
  ),
  new RegExp(`^${LEAD}(${NAME})(?=所有收入|(?:共有|实有)(?:公务)?(?:车辆|用车))`, 'u'),
];
/** 本部门, 全县, 各单位: no name. */
const NO_NAME = /^(?:本|我|各|该|全|其|所)|(?:所属|下属|直属|部门|单位)/;
/** A sentence names whose money it tells of within so many characters; it bounds what is searched. */
const LONGEST_OPENING = 80;
/** A name is looked for by so many characters at either of its ends. */
const END_LENGTH = 4;
/** Shorter names are alike by chance. */
const MIN_NAME = 6;

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
  // Where sentences never call the body by its name, another name may be one of its own.
  const isNamed = isSpokenOf(cover, prose.passages);
  const atHeads = others.flatMap(({ line, name, span }) => {
    const slip = isSlipOfName(name, cover);
    if (!slip && (!isNamed || isSpokenOfAgain(name, tree))) return [];
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
  passage.paragraphs.flatMap(({ text, pieces, sentences, numbering }) => {
    const half = toHalfWidth(text);
    return sentences.flatMap(({ start: begin, end }): NamedBody[] => {
      const from = Math.max(begin, numbering?.stretch.end ?? 0);
      const sentence = half.slice(from, Math.min(end, from + LONGEST_OPENING));
      const blank = sentence.length - sentence.trimStart().length;
      for (const opening of OPENINGS) {
        const match = opening.exec(sentence.slice(blank));
        const name = match?.[1];
        if (!match || name === undefined || NO_NAME.test(name) || !isBodyName(name)) continue;
        const start = from + blank + match[0].indexOf(name);
        const span = unbrokenSpan(pieces, { start, end: start + name.length });
        return span ? [{ name, span }] : [];
      }
      return [];
    });
  }),
);

function isSpokenOf(name: string, passages: readonly PlacedPassage[]): boolean {
  return passages.some(({ passage }) =>
    passage.paragraphs.some(({ text }) => toHalfWidth(text).includes(name)),
  );
}

function isSpokenOfAgain(name: string, { blocks }: SyntaxTree): boolean {
  return blocks.reduce((count, { node }) => count + wordsOf(node).split(name).length - 1, 0) > 1;
}

const wordsOf = remember((node: BlockNode): string => compactLabel(textsOf(node).join('\n')));
