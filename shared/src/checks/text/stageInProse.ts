import type { Disclosure } from '../../disclosure/disclosure.ts';
import { offsetOf, unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type Finding, placeFinding } from '../../findings.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { kindFinding } from './documentKind.ts';

type Stage = '预算' | '决算';

/** How far in front of its figure the word stands at most. */
const NEAR = 16;

/**
 * 决算 where 预算 is meant, or the reverse, in sentences (`document-kind`, N15): 决算 in front of a figure of the very
 * year whose budget the document is, for that of the year before is what a budget is compared with; and 预算 in front
 * of what is said, in a final account, to have completed the budget.
 */
export function stageInProse({
  prose,
  year,
  stage,
}: Pick<Disclosure, 'prose' | 'year' | 'stage'>): Finding[] {
  if (stage === '决算') return [...donesAmong(prose.passages)];
  if (stage !== '预算' || year === undefined) return [];
  return finalsAmong(prose.passages).flatMap(({ of, finding }) => (of === year ? [finding] : []));
}

/** A figure said to be of a final account: its year, and the finding where that is the budget's. */
interface Final {
  readonly of: number;
  readonly finding: Finding;
}

const finalsAmong = rememberEach(({ line, passage }: PlacedPassage): readonly Final[] =>
  finalsIn(passage).map(({ of, finding }) => ({ of, finding: placeFinding(finding, line) })),
);

const finalsIn = remember((passage: Passage): readonly Final[] =>
  passage.figures.flatMap((figure) => {
    const { year, basis } = figure;
    const span = basis.value === 'final' ? wordBefore(figure, '决算', passage) : undefined;
    if (!span || year.value === undefined) return [];
    // Of another year than was read it may well be the final account.
    const severity = year.confidence === 'certain' ? 'warning' : 'information';
    return [{ of: year.value, finding: kindFinding(rangeOf(span), '决算', '预算', severity) }];
  }),
);

const donesAmong = rememberEach(({ line, passage }: PlacedPassage): readonly Finding[] =>
  donesIn(passage).map((finding) => placeFinding(finding, line)),
);

/** 年初预算为100万元，支出预算为90万元，完成年初预算的90%. */
const donesIn = remember((passage: Passage): readonly Finding[] =>
  passage.ratios.flatMap(({ kind, part }) => {
    const figure = kind === 'completion' && part !== undefined ? passage.figures[part] : undefined;
    if (figure?.basis.value !== 'budget' || figure.basis.reason !== 'words') return [];
    const span = wordBefore(figure, '预算', passage);
    return span ? [kindFinding(rangeOf(span), '预算', '决算', 'information')] : [];
  }),
);

/** Where the word stands directly in front of a figure that states something. */
function wordBefore(figure: Figure, word: Stage, { paragraphs }: Passage): Span | undefined {
  const { role, kind, inReason, span } = figure;
  const paragraph = paragraphs[figure.paragraph];
  if (role !== 'value' || kind !== 'statement' || inReason || !paragraph) return undefined;
  const at = offsetOf(paragraph.pieces, span);
  if (at === undefined) return undefined;
  const from = Math.max(0, at - NEAR);
  const found = paragraph.text.slice(from, at).lastIndexOf(word);
  const start = from + found;
  return found === -1 ? undefined : unbrokenSpan(paragraph.pieces, { start, end: start + word.length });
}
