import type { Figure, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type FindingOf, replaceFix } from '../../findings.ts';
import { slipOf } from '../../relations/slips.ts';
import { formatAmount } from '../../text/amount.ts';
import { groupedBy } from '../../text/lists.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import type { Constraint } from './constraint.ts';
import { nameOf } from './figureNames.ts';
import { moneyOf, type Quantity, significantDigits } from './quantities.ts';

/** A figure that says of what it is, and the first line of its passage. */
interface Printed {
  readonly line: number;
  readonly figure: Figure;
  readonly passage: Passage;
  /** Of what, whose money and which year. */
  readonly of: string;
}

/** Figures with fewer digits are near to each other by chance. */
const MIN_DIGITS = 5;
/** So many that agree show that the one that does not is wrong. */
const MIN_WITNESSES = 2;

/**
 * 一般公共预算支出1264.92万元 in two sentences and 12649.20万元 in a third: the same thing of the same money, year and budget,
 * printed otherwise only once, and that one slip of the hand away (`prose-table`, N7). What a table prints or other
 * figures of its passage are held against is left to these.
 *
 * @param isPrinted whether a table prints an amount
 */
export function printedOtherwise(
  passages: readonly PlacedPassage[],
  constraintsIn: (passage: Passage) => readonly Constraint[],
  isPrinted: (amount: Quantity) => boolean,
): FindingOf<'prose-table'>[] {
  return [...byName(namedAmong(passages)).values()].flatMap((group) => {
    const values = new Set(group.map(({ figure }) => figure.amount.value.toFixed()));
    // The budget and the final account of a year differ; a figure that does not say which it is may be either.
    const bases = new Set(group.flatMap(({ figure: { basis } }) => basis.value ?? []));
    if (values.size !== 2 || group.length <= MIN_WITNESSES || bases.size > 1) return [];
    const odd = group.filter(
      ({ figure }) => group.filter((each) => each.figure.amount.value.eq(figure.amount.value)).length === 1,
    );
    const [only] = odd;
    const other = group.find((each) => each !== only);
    if (!only || !other || odd.length > 1) return [];
    const { figure, passage } = only;
    const amount = moneyOf(figure);
    const isHeld = constraintsIn(passage).some(({ figures }) => figures.includes(figure));
    if (isHeld || !amount || isPrinted(amount)) return [];
    return slipOf(figure.amount, other.figure.amount.value)
      ? [
          findingOf(
            only,
            group.filter((each) => each !== only),
          ),
        ]
      : [];
  });
}

const namedAmong = rememberEach(({ line, passage }: PlacedPassage) =>
  passage.figures.flatMap((figure): Printed[] => {
    const { role, kind, inReason, concept, subject, scope, period, year, unit } = figure;
    if (role !== 'value' || kind !== 'statement' || inReason || !moneyOf(figure)) return [];
    if (concept.value === undefined || year.value === undefined || scope.value === undefined) return [];
    if (significantDigits(figure) < MIN_DIGITS) return [];
    const of = [concept.value, subject?.name, scope.value, period.value, year.value, unit.value];
    return [{ line, figure, passage, of: of.join(' ') }];
  }),
);

const byName = remember((all: readonly Printed[]) => groupedBy(all, ({ of }) => of));

function findingOf({ line, figure }: Printed, others: readonly Printed[]): FindingOf<'prose-table'> {
  const range = rangeOf(figure.span, line);
  const { value } = others[0]?.figure.amount ?? figure.amount;
  const expected = formatAmount(value, figure.amount.decimals, figure.amount.style);
  return {
    rule: 'prose-table',
    // No table shows which of them is right: the others outvote it.
    severity: 'warning',
    range,
    params: {
      label: nameOf(figure),
      printed: figure.text,
      expected,
      table: '',
      row: '',
      column: '',
      sentences: others.length,
    },
    related: others.map((each) => ({
      range: rangeOf(each.figure.span, each.line),
      role: 'compared',
      label: nameOf(each.figure),
    })),
    fixes: [replaceFix(range, expected, true)],
  };
}
