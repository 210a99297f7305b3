import { rememberLast } from '../../text/remember.ts';
import { type Clause, readClauses } from './clauses.ts';
import { type CompactText, compactText } from './compact.ts';
import type { LineInfo } from './lines.ts';
import { type JoinedText, joinLines, type ParagraphLine } from './paragraphs.ts';
import { readTokens, type Tokens } from './tokens.ts';

/** A paragraph as far as it can be read without what stands around it. */
export interface ParagraphSource {
  readonly compact: CompactText;
  readonly tokens: Tokens;
  readonly clauses: readonly Clause[];
  readonly definition: boolean;
}

const DEFINITION_WORDS = 60;
/** 公用经费：指…, 公务接待费是指…, …费指…; but not 指标, 指导. */
const DEFINITION = /(?:是指|系指|[:,]指|费指|支出指|收入指|经费指|[:,]反映|主要反映)(?![标导挥定引出示数派])/;

/** Reads the words of a paragraph, or takes them over where the same lines were read before. */
export function sourceOf(lines: readonly ParagraphLine[]): {
  readonly joined: JoinedText;
  readonly source: ParagraphSource;
} {
  const joined = joinLines(lines);
  const [first] = lines;
  const source = first
    ? readSource(first.info, { infos: lines.map(({ info }) => info), joined })
    : analyse(joined);
  return { joined, source };
}

interface Request {
  readonly infos: readonly LineInfo[];
  readonly joined: JoinedText;
}

const readSource = rememberLast(
  (_first: LineInfo, { joined }: Request): ParagraphSource => analyse(joined),
  (a, b) => a.infos.length === b.infos.length && a.infos.every((info, index) => info === b.infos[index]),
);

function analyse({ text, numbering }: JoinedText): ParagraphSource {
  // The number in front is left out: its point and brackets are no marks of the sentence.
  const behind = numbering?.stretch.end ?? 0;
  const body = compactText(text.slice(behind));
  const compact: CompactText = { text: body.text, offsets: body.offsets.map((offset) => offset + behind) };
  const tokens = readTokens(compact.text);
  return {
    compact,
    tokens,
    clauses: readClauses(compact.text, tokens),
    definition: DEFINITION.test(compact.text.slice(0, DEFINITION_WORDS)),
  };
}
