import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Concept, Scope } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { PlacedTable } from '../../disclosure/table.ts';
import type { Finding, RelatedPlace } from '../../findings.ts';
import { type Anchor, anchorsOf } from '../../relations/anchors.ts';
import { movesBetweenYears } from '../../relations/carriedOver.ts';
import type { Term } from '../../relations/relation.ts';
import { sourcesIn } from '../../relations/sourceTies.ts';
import { soleTables } from '../../relations/tableKinds.ts';
import { RULES } from '../../rules.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { deniedThreePublic } from './deniedThreePublic.ts';
import { isEmpty, titleSpan } from './emptyTables.ts';
import { OFTEN_EMPTY, type OftenEmpty } from './oftenEmpty.ts';

/** What a sentence denies that denies the whole of a budget; 基本支出 or 公务接待费 are a part of it. */
const WHOLES: ReadonlySet<Concept | undefined> = new Set([
  undefined,
  'income',
  'expenditure',
  'balance',
  'appropriation',
]);
/** Words of a sentence about some bodies only, or about what would be if. */
const OF_SOME = /本级|下属|所属|二级|部分|个单位|除|如|若/;

/** A sentence that says there is none of a budget at all; the span counts from the document's first line. */
interface Denial {
  readonly scope: Scope;
  readonly years: readonly number[];
  readonly span: Span;
}

/** What a table prints of a budget as a whole. */
interface Printed {
  readonly placed: PlacedTable;
  readonly term: Term;
}

/**
 * Where a disclosure says that there is nothing and there is (`nothing-stated`, domain rules §1.4, B17 and B22): notes that
 * do not fit their table, and budgets that tables print figures of.
 *
 * @param lines those of the document
 * @param notes the notes below its tables that do not fit them
 */
export function nothingStated(
  disclosure: Disclosure,
  lines: readonly string[],
  notes: readonly Finding[],
): Finding[] {
  const noted = new Set(notes.map(({ range }) => range.start.line));
  const others = budgetsDenied(disclosure, lines).filter(({ range }) => !noted.has(range.start.line));
  return [...notes, ...others, ...deniedThreePublic(disclosure)];
}

/**
 * Budgets of which the text or their own table says that there is nothing, while a table prints figures of them. Where
 * funds go over from one year into another nothing is said: what this year gives none of may be paid from what was left.
 */
function budgetsDenied(disclosure: Disclosure, lines: readonly string[]): Finding[] {
  const byKind = soleTables(disclosure.tables);
  return OFTEN_EMPTY.flatMap((budget) => {
    const own = byKind.get(budget.kind);
    const placed = [own, byKind.get('fiscal'), byKind.get('balance')].flatMap((each) => each ?? []);
    const printed = placed.flatMap((each) => printedIn(budget, each));
    const [first] = printed;
    if (!first || placed.some(({ table }) => movesBetweenYears(table))) return [];
    const spans =
      own && isEmpty(own.table)
        ? [titleSpan(own, lines)]
        : denialsOf(budget, disclosure).map(({ span }) => span);
    const state = own && isEmpty(own.table) ? 'blank' : 'denied';
    return spans.map((span) => finding(span, state, budget, printed, first));
  });
}

function denialsOf({ scope }: OftenEmpty, { prose, year }: Disclosure): readonly Denial[] {
  return denialsIn(prose.passages).filter(
    (denial) => denial.scope === scope && denial.years.every((each) => each === year),
  );
}

const denialsIn = rememberEach(({ line, passage }: PlacedPassage): readonly Denial[] =>
  passage.absences.flatMap(({ paragraph, scope, concept, years, spans }) => {
    const [span, second] = spans;
    const text = passage.paragraphs[paragraph]?.text ?? '';
    if (!span || second || !WHOLES.has(concept.value) || OF_SOME.test(text)) return [];
    if (scope.confidence !== 'certain' || scope.reason !== 'words') return [];
    return [{ scope: scope.value, years, span: { ...span, line: line + span.line } }];
  }),
);

function printedIn({ kind }: OftenEmpty, placed: PlacedTable): Printed[] {
  const term = wholeIn(kind, placed);
  return term && !term.cell.amount.value.isZero() ? [{ placed, term }] : [];
}

function wholeIn(kind: OftenEmpty['kind'], { table }: PlacedTable): Term | undefined {
  if (table.role === 'income-expenditure') return sourcesIn(table).get(kind);
  const names: readonly Anchor[] =
    table.role === 'fiscal-income-expenditure'
      ? [`${kind}-expenditure-of-year`, `${kind}-expenditure`]
      : ['total'];
  return names.flatMap((name) => anchorsOf(table).get(name) ?? [])[0];
}

function finding(
  span: Span,
  state: 'blank' | 'denied',
  { name }: OftenEmpty,
  printed: readonly Printed[],
  { placed, term }: Printed,
): Finding {
  return {
    rule: 'nothing-stated',
    severity: RULES['nothing-stated'].severity,
    range: rangeOf(span),
    params: { state, money: name, table: placed.table.title?.text ?? '', amount: term.cell.text.trim() },
    related: printed.map(placeOf),
    fixes: [],
  };
}

function placeOf({ placed: { line, table }, term }: Printed): RelatedPlace {
  const label = table.title ? `《${table.title.text}》${term.label}` : term.label;
  return { range: rangeOf(term.cell.span, line), role: 'compared', label };
}
