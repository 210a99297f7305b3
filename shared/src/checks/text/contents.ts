import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Heading, PlacedHeading } from '../../disclosure/prose/headings.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import type { BlockNode, SyntaxTree } from '../../syntax/nodes.ts';
import { maxOf } from '../../text/lists.ts';
import { rangeOf } from '../../text/range.ts';
import { remember, rememberLast } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';

/** Where fewer entries are headings of the text, its headings were not read well enough to compare. */
const MIN_MATCHED = 1 / 2;
/** So much of the pairs of characters two titles must share to mean the same. */
const MIN_ALIKE = 0.6;

/** Entries of the 目录 that are worded otherwise in the text, or not there at all (`contents-entry`, N20). */
export function contentsFaults({ prose, organ }: Disclosure, tree: SyntaxTree): Finding[] {
  const { contents, headings } = prose;
  if (contents.length === 0) return [];
  const listed = contents.map((entry) => ({ entry, key: keyOfHeading(entry.heading, organ) }));
  const last = maxOf(contents, ({ line }) => line);
  const body = headings
    .filter(({ line }) => line > last)
    .map(({ heading }) => ({ text: heading.text, key: keyOfHeading(heading, organ) }));
  const keys = new Set(body.map(({ key }) => key));
  const missing = listed.filter(({ key }) => key !== '' && !keys.has(key));
  if (listed.length - missing.length < MIN_MATCHED * listed.length) return [];
  const entries = new Set(listed.map(({ key }) => key));
  const free = body.filter(({ key }) => !entries.has(key));
  const lastMatched = listed.findLast(({ key }) => keys.has(key))?.entry.line ?? 0;
  return missing.flatMap(({ entry, key }): Finding[] => {
    const near = free
      .filter(({ key: other }) => !endsAsTable(key) || endsAsTable(other))
      .map(({ text, key: other }) => ({ text, alike: likeness(key, other) }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (near && near.alike >= MIN_ALIKE) return [finding(entry, near.text)];
    // Behind the last entry that heads something the contents may have ended.
    if (entry.line > lastMatched) return [];
    // 第三部分, what has no number and what stands in brackets are words of the writer's own.
    const { numbering, kind } = entry.heading;
    if (numbering?.kind === 'part' || (kind === 'heading' && !numbering)) return [];
    // The first titles of the text may have been read as the last entries.
    const again = listed.some((other) => other.entry !== entry && other.key.includes(key));
    const stands = again || tree.blocks.some(({ line, node }) => line > last && wordsOf(node).includes(key));
    return stands ? [] : [finding(entry, '')];
  });
}

/** A table is not worded otherwise as the explanation of it. */
function endsAsTable(key: string): boolean {
  return key.endsWith('表');
}

/** The words of a block of text, as keys are. */
const wordsOf = remember((node: BlockNode): string =>
  node.kind === 'text' ? withoutMarks(node.lines.map(({ text }) => text).join('')) : '',
);

function finding({ line, heading }: PlacedHeading, text: string): Finding {
  const [span] = heading.spans;
  return {
    rule: 'contents-entry',
    severity: RULES['contents-entry'].severity,
    range: rangeOf(span ?? { line: 0, start: 0, end: 0 }, line),
    params: { entry: heading.text.trim(), heading: text.trim() },
    related: [],
    fixes: [],
  };
}

/**
 * The words of a title by which it is known: without whose it is, its year, marks, numbers of forms and what stands in
 * brackets behind it, as in 支出预算表（功能科目）.
 */
const keyOfHeading = rememberLast(({ text }: Heading, organ: string | undefined): string => {
  const label = withoutMarks(text).replace(
    /^(?:第?[一二三四五六七八九十\d]+(?:部分|、)|附?[表件][\d一二三四五六七八九十-]*)/,
    '',
  );
  return withoutOrgan(label, organ)
    .replace(/^[()]+/, '')
    .replace(/^(?:20\d{2}年?度?)?(?:本?部门|本?单位)?\)?/, '')
    .replace(/(?<=.)\([^()]{1,10}\)$/, '');
});

function withoutMarks(text: string): string {
  return compactLabel(text).replace(/["“”'‘’《》:,.。]/g, '');
}

/** Without the organ in front, or the end of its name: 区行政审批局 of 武汉市东西湖区行政审批局. */
function withoutOrgan(label: string, organ = ''): string {
  for (let from = 0; from + 2 < organ.length; from++) {
    const name = organ.slice(from);
    if (label.startsWith(name)) return label.slice(name.length);
  }
  return label;
}

/** The share of pairs of neighbouring characters that two texts have in common (Dice). */
function likeness(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [first, second] = [pairs(a), pairs(b)];
  const common = [...first].filter((pair) => second.has(pair)).length;
  return first.size + second.size === 0 ? 0 : (2 * common) / (first.size + second.size);
}
