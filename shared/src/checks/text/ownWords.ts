import type { Disclosure } from '../../disclosure/disclosure.ts';
import { unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { toHalfWidth } from '../../text/width.ts';
import { kindFinding } from './documentKind.ts';

/** 本部门, 我单位: what a document calls the body itself. */
const OWN = /[本我](部门|单位)(?!负责人|职工|人员|内设|本级|所属|下属)/g;
/** Said of several bodies, or of one below, and what any of them is and has to do. */
const OF_OTHERS =
  /所属|下属|各单位|各部门|直属|单位本级|[本我](?:部门|单位)(?:是|为|系|属)|主要职[责能]|本单位业务工作/;
/** So often it must be called as the cover says for another word to stand out, and so often where the cover is silent. */
const MIN_OWN = 2;
const MIN_OWN_WITHOUT_COVER = 3;

/**
 * 本单位 in a sentence where all others say 本部门, or the reverse (`document-kind`, N15). Both words may be meant, so
 * that the only one is a remark, and two are none.
 */
export function ownWords({ prose, kind }: Pick<Disclosure, 'prose' | 'kind'>): Finding[] {
  const all = wordsAmong(prose.passages);
  const [of, others] = ['部门', '单位'].map((word) => all.filter((each) => each.word === word));
  const [few, many] = [of ?? [], others ?? []].sort((a, b) => a.length - b.length);
  const [odd] = few ?? [];
  const [usual] = many ?? [];
  if (!odd || !usual || few?.length !== 1) return [];
  const least = usual.word === kind ? MIN_OWN : MIN_OWN_WITHOUT_COVER;
  return odd.word === kind || (many?.length ?? 0) < least
    ? []
    : [kindFinding(rangeOf(odd.span, odd.line), odd.word, usual.word, 'information')];
}

const wordsAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  wordsIn(passage).map((each) => ({ line, ...each })),
);

const wordsIn = remember((passage: Passage): readonly { readonly word: string; readonly span: Span }[] =>
  passage.paragraphs.flatMap(({ text, pieces, sentences, kind }) => {
    if (kind === 'definition') return [];
    const half = toHalfWidth(text);
    return sentences.flatMap(({ start, end }) => {
      const sentence = half.slice(start, end);
      if (OF_OTHERS.test(sentence)) return [];
      return [...sentence.matchAll(OWN)].flatMap(({ 1: word = '', index }) => {
        const at = start + index + 1;
        const span = unbrokenSpan(pieces, { start: at, end: at + word.length });
        return span ? [{ word, span }] : [];
      });
    });
  }),
);
