import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Finding } from '../../findings.ts';
import type { MissingContentParams } from '../../proseRuleParams.ts';
import { RULES } from '../../rules.ts';
import type { BlockNode, PlacedBlock, SyntaxTree } from '../../syntax/nodes.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel } from '../../text/width.ts';
import { PROFILES, type Profile } from './profiles.ts';

/** Fewer of its tables or sections are a part of a disclosure, or one that is being written. */
const MIN_TABLES = 5;
const MIN_SECTIONS = 3;
/** The marks of the last of a document's lines: it is not being written any more. */
const WHOLE = /解释|咨询电话|联系电话|联系方式/;

/**
 * Tables and parts of the text that a disclosure must have and that this one does not (`missing-content`, domain
 * rules §1.3, §1.4), said at its title. Only of a document that is there as a whole: kind and year are known, most
 * of the tables and of the sections are there, and it has its closing parts.
 */
export function missingContent(disclosure: Disclosure, tree: SyntaxTree): Finding[] {
  const [title] = disclosure.prose.headings;
  const profiles = title ? profilesOf(disclosure, title.heading.text) : [];
  if (!title || profiles.length === 0) return [];
  const said = new Set(wordsAmong(tree.blocks));
  if (!said.has(WHOLE)) return [];
  const roles = new Set(disclosure.tables.map(({ table }) => table.role));
  const says = (words: RegExp) => said.has(words);
  const required = profiles.flatMap((profile) => profile.tables);
  const asked = profiles.flatMap((profile) => profile.sections);
  const tables = required.filter(({ role, words }) => !roles.has(role) && !says(words));
  const sections = asked.filter(({ words }) => !says(words));
  if (required.length - tables.length < MIN_TABLES) return [];
  if (asked.length - sections.length < MIN_SECTIONS) return [];
  const [span] = title.heading.spans;
  const range = rangeOf(span ?? { line: 0, start: 0, end: 0 }, title.line);
  const finding = (params: MissingContentParams): Finding => ({
    rule: 'missing-content',
    severity: RULES['missing-content'].severity,
    range,
    params,
    related: [],
    fixes: [],
  });
  return [
    ...namesOf(tables).map((name) => finding({ state: 'table', name })),
    ...namesOf(sections).map((name) => finding({ state: 'section', name })),
  ];
}

/** Each name once: a region may ask for what is asked everywhere. */
function namesOf(required: readonly { readonly name: string }[]): readonly string[] {
  return [...new Set(required.map(({ name }) => name))];
}

/** What binds a document: what is required everywhere, and the set of the region that its title or body names. */
function profilesOf({ kind, stage, year, organ }: Disclosure, title: string): readonly Profile[] {
  if (stage === undefined || year === undefined) return [];
  const names = compactLabel(`${title} ${organ ?? ''}`);
  return PROFILES.filter(
    (profile) =>
      profile.stage === stage &&
      year >= profile.since &&
      profile.kinds.includes(kind ?? '部门') &&
      (profile.region === undefined || profile.region.test(names)),
  );
}

/** Everything that one of the profiles looks for. */
const WORDS: readonly RegExp[] = [
  WHOLE,
  ...PROFILES.flatMap(({ tables, sections }) => [...tables, ...sections].map(({ words }) => words)),
];

const wordsAmong = rememberEach(({ node }: PlacedBlock) => wordsIn(node));

/** What of it a block says. */
const wordsIn = remember((node: BlockNode): readonly RegExp[] => {
  const text = textOf(node);
  return WORDS.filter((words) => words.test(text));
});

function textOf(node: BlockNode): string {
  if (node.kind === 'text') return compactLabel(node.lines.map(({ text }) => text).join('\n'));
  if (node.kind !== 'table') return '';
  return compactLabel(node.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')).join('\n'));
}
