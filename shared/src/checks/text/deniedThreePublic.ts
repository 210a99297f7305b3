import type { Disclosure } from '../../disclosure/disclosure.ts';
import { unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { PlacedTable } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { type Anchor, anchorsOf } from '../../relations/anchors.ts';
import type { Term } from '../../relations/relation.ts';
import { soleTables } from '../../relations/tableKinds.ts';
import { isSome } from '../../relations/terms.ts';
import { RULES, type Severity } from '../../rules.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel, toHalfWidth } from '../../text/width.ts';

/** What a sentence says there is none of, and the figure of the table that prints it. */
interface Deniable {
  readonly concept: Concept;
  readonly anchor: Anchor;
  readonly name: string;
}

const DENIABLE: readonly Deniable[] = [
  { concept: 'abroad', anchor: 'abroad', name: '因公出国（境）费' },
  { concept: 'vehicle-purchase', anchor: 'vehicle-purchase', name: '公务用车购置费' },
  { concept: 'vehicle-operation', anchor: 'vehicle-running', name: '公务用车运行维护费' },
  { concept: 'reception', anchor: 'reception', name: '公务接待费' },
];
const RUNNING = '公务用车运行维护费';

/** Sentences about some bodies, about what would be if, or about another year or stage. */
const OF_OTHERS = /本级|下属|所属|二级|部分|个单位|除|如|若|上年|去年|以前年度|追加|新增|增加|其他/;
/** What a final account has to say of what was spent: what was not planned may have been spent. */
const SPENT = /发生|开支|列支|支出/;
/** Vehicles that are run and not owned. */
const NOT_OWNED = /租(?:用|赁|车)|划转|划拨|调拨|借用|封存|用车平台|平台(?:用车|车辆)|车改/;
/** All vehicles of a body. */
const ALL_VEHICLES = /^(?:.*(?:共有|实有|现有|共))?(?:公务)?(?:车辆|用车)$/;
/** 未安排购置公务用车, 购置车辆0辆: what an account of 国有资产 says of the year's budget. */
const NOT_BOUGHT =
  /(?:未|没有|不)(?:再)?安排(?:资金|预算)?购置(?:公务)?(?:用车|车辆|公车)|购置(?:公务)?(?:用车|车辆|公车)0辆/g;
const OWNED: ReadonlySet<Concept | undefined> = new Set(['vehicles-owned', 'vehicles']);

/** A sentence that says there is none; the span counts from the document's first line. */
interface Denial {
  readonly concept: Concept | undefined;
  readonly years: readonly number[];
  readonly text: string;
  /** The words that name what there is none of. */
  readonly words: string;
  readonly span: Span;
}

/**
 * “三公”经费 of which a sentence says that there is none while their table prints some, and bodies without vehicles that
 * pay for running them (`nothing-stated`, B17). Vehicles may be rented, or have been given away, so that the latter is a
 * remark. That vehicles are there and nothing is paid for them is common where they are pooled: nothing is said of it.
 */
export function deniedThreePublic({ prose, tables, year }: Disclosure): Finding[] {
  const home = soleTables(tables).get('three-public');
  if (!home || home.table.open || (home.table.year ?? year) !== year) return [];
  const printed = anchorsOf(home.table);
  const denials = denialsIn(prose.passages).filter(({ years }) => years.every((each) => each === year));
  const found = DENIABLE.flatMap(({ concept, anchor, name }) => {
    const term = printed.get(anchor);
    const told = denials.filter((each) => each.concept === concept && isOfStage(each, prose.basis));
    return term && isSome(term) ? told.map(({ span }) => finding(span, 'denied', name, home, term)) : [];
  });
  const running = printed.get('vehicle-running');
  const none = running && isSome(running) ? noVehicles(prose.passages) : undefined;
  return none && running ? [...found, finding(none, 'no-vehicles', RUNNING, home, running)] : found;
}

function isOfStage({ text }: Denial, basis: Disclosure['prose']['basis']): boolean {
  return !OF_OTHERS.test(text) && (basis !== 'final' || SPENT.test(text));
}

const denialsIn = rememberEach((placed: PlacedPassage): readonly Denial[] => [
  ...denialsOf(placed),
  ...plansOf(placed),
]);

function denialsOf({ line, passage }: PlacedPassage): readonly Denial[] {
  return passage.absences.flatMap(({ paragraph, concept, scope, years, spans, text }) => {
    const [span, second] = spans;
    const isOfGeneral = scope.value === undefined || scope.value === 'general';
    if (!span || second || !isOfGeneral || concept.confidence !== 'certain') return [];
    const whole = compactLabel(passage.paragraphs[paragraph]?.text ?? '');
    const at = whole.indexOf(compactLabel(text));
    const end = at === -1 ? -1 : whole.slice(at).search(/[。；;]/);
    const sentence = whole.slice(startOfSentence(whole, at), end === -1 ? undefined : at + end);
    return [
      {
        concept: concept.value,
        years,
        text: sentence,
        words: text,
        span: { ...span, line: line + span.line },
      },
    ];
  });
}

/** Where no vehicle is to be bought in the year. */
function plansOf({ line, passage }: PlacedPassage): Denial[] {
  return passage.paragraphs.flatMap(({ text, pieces }) => {
    const half = toHalfWidth(text);
    return [...half.matchAll(NOT_BOUGHT)].flatMap(({ 0: words, index }): Denial[] => {
      const end = index + words.length;
      const sentence = half.slice(startOfSentence(half, index), end);
      const years = [...sentence.matchAll(/20\d{2}(?=年)/g)].map(([year]) => Number(year));
      const span = unbrokenSpan(pieces, { start: index, end });
      const place = span && { ...span, line: line + span.line };
      return place ? [{ concept: 'vehicle-purchase', years, text: sentence, words, span: place }] : [];
    });
  });
}

/** Where the sentence begins that has a place of a text in it. */
function startOfSentence(text: string, at: number): number {
  return at === -1 ? 0 : Math.max(...['。', '；', ';'].map((mark) => text.lastIndexOf(mark, at) + 1));
}

/** Where the text says that there are no vehicles at all: once, and nowhere that some are, or are not owned. */
function noVehicles(passages: readonly PlacedPassage[]): Span | undefined {
  const [none, ...more] = vehiclesIn(passages);
  return none?.isNone && more.every(({ isNone }) => isNone) && !isExcused(passages) ? none.span : undefined;
}

function isExcused(passages: readonly PlacedPassage[]): boolean {
  return excusesIn(passages).length > 0;
}

const excusesIn = rememberEach(({ passage }: PlacedPassage): readonly true[] =>
  passage.paragraphs.some(({ text }) => NOT_OWNED.test(compactLabel(text))) ? [true] : [],
);

interface Vehicles {
  readonly isNone: boolean;
  readonly span: Span;
}

const vehiclesIn = rememberEach((placed: PlacedPassage): readonly Vehicles[] => {
  const { line, passage } = placed;
  const counted = passage.figures.flatMap(
    ({ concept, role, kind, parent, label, span, amount }): Vehicles[] =>
      concept.value === 'vehicles-owned' &&
      role === 'count' &&
      kind === 'statement' &&
      (!amount.value.isZero() || (parent === undefined && ALL_VEHICLES.test(compactLabel(label))))
        ? [{ isNone: amount.value.isZero(), span: { ...span, line: line + span.line } }]
        : [],
  );
  const denied = denialsOf(placed).flatMap(({ concept, words, text, span }): Vehicles[] =>
    OWNED.has(concept) && ALL_VEHICLES.test(compactLabel(words)) && !OF_OTHERS.test(text)
      ? [{ isNone: true, span }]
      : [],
  );
  return [...counted, ...denied];
});

function finding(
  span: Span,
  state: 'denied' | 'no-vehicles',
  money: string,
  { line, table }: PlacedTable,
  { cell, label }: Term,
): Finding {
  const title = table.title?.text ?? '';
  // Vehicles that are hired or lent cost money to run as well.
  const severity: Severity = state === 'denied' ? RULES['nothing-stated'].severity : 'information';
  return {
    rule: 'nothing-stated',
    severity,
    range: rangeOf(span),
    params: { state, money, table: title, amount: cell.text.trim() },
    related: [{ range: rangeOf(cell.span, line), role: 'compared', label: `《${title}》${label}` }],
    fixes: [],
  };
}
