import type { Figure, Passage, PlacedPassage, Ratio } from '../../disclosure/prose/prose.ts';
import type { Scope } from '../../disclosure/prose/vocabulary/concepts.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { amountRange } from '../../relations/amountFix.ts';
import { slipOf } from '../../relations/slips.ts';
import { formatAmount } from '../../text/amount.ts';
import { Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { type Valued, valued, valuedPercent } from './constraint.ts';
import { nameOf } from './figureNames.ts';
import type { Printed } from './places.ts';
import { percentFits, severityOfPercent, significantDigits } from './quantities.ts';
import type { TableReader } from './tables.ts';

const ALL = new Money(100);
/** Shorter figures are a slip away from too many others. */
const MIN_DIGITS = 3;
/** Whose money 本年支出合计 may be where the words do not say. */
const SCOPES: readonly Scope[] = ['all', 'fiscal', 'general'];

/**
 * Shares of a total that only a table prints (`prose-share`, N6): 占本年支出合计的99.48%. Of several totals the words may
 * mean one must fit. That the percentage is wrong is sure only where a table bears the part out; else it is a remark.
 */
export function sharesOfTables({ line, passage }: PlacedPassage, reader: TableReader): Finding[] {
  return passage.ratios.flatMap((stated): Finding[] => {
    const part = stated.part === undefined ? undefined : valued(passage.figures[stated.part]);
    const percent = valuedPercent(passage.figures[stated.figure]);
    if (!isOfNamedTotal(stated) || !part || !percent || part.quantity.value.isZero()) return [];
    // Without the widest of them the words may mean a total that no table shows.
    const [first, ...more] = SCOPES.map((scope) => reader.printed(wholeOf(part.figure, stated, scope)));
    const [widest] = first ?? [];
    if (fitsInFront(part, percent, passage)) return [];
    const wholes = [first ?? [], ...more].flat();
    if (!widest || wholes.some(({ quantity }) => percentFits(percent.quantity, part.quantity, quantity)))
      return [];
    const agrees = reader.standing(part.figure, line)?.agrees;
    // A part that is wrong itself is told of as such.
    if (agrees === false || widest.quantity.value.isZero()) return [];
    const { figure } = percent;
    const slip = agrees === undefined ? slippedWhole(part, percent, wholes, line) : undefined;
    if (slip) return [slip];
    const right = part.quantity.value.div(widest.quantity.value).times(100).toFixed(figure.amount.decimals);
    const range = rangeOf(figure.span, line);
    return [
      {
        rule: 'prose-share',
        severity: agrees === true ? severityOfPercent(figure, right) : 'information',
        range,
        params: {
          state: 'share',
          label: nameOf(part.figure),
          printed: `${figure.text}%`,
          expected: `${right}%`,
          of: figure.label,
        },
        related: [{ range: rangeOf(part.figure.span, line), role: 'compared', label: part.figure.label }],
        fixes: [replaceFix(range, right, false, `${right}%`)],
      },
    ];
  });
}

/** 一般公共预算拨款支出984万元，…：教育支出912万元，占财政拨款支出的92.68%: the words may mean what the paragraph began with. */
function fitsInFront({ figure, quantity }: Valued, percent: Valued, { figures }: Passage): boolean {
  const first = figures.find(({ paragraph, role }) => paragraph === figure.paragraph && role === 'value');
  const parent = figure.parent === undefined ? undefined : figures[figure.parent];
  return [first, parent].some((each) => {
    const whole = each === figure ? undefined : valued(each);
    return whole !== undefined && percentFits(percent.quantity, quantity, whole.quantity);
  });
}

/** Whether it is a share of a total that the words name and the passage does not print. */
export function isOfNamedTotal({ kind, whole, wholeConcept }: Ratio): boolean {
  return kind === 'share' && whole === undefined && wholeConcept.confidence === 'certain';
}

/** 预算金额525.85万元，占项目支出的100%, where the table has 552.85: one slip of the hand from all of it. */
function slippedWhole(
  part: Valued,
  percent: Valued,
  wholes: readonly Printed[],
  line: number,
): Finding | undefined {
  const { figure } = part;
  const meant = wholes.map(({ quantity }) => quantity.value.div(part.unit));
  const [value] = meant;
  const isOne =
    value && meant.every((each) => each.eq(value)) && value.decimalPlaces() <= figure.amount.decimals;
  if (!isOne || !percent.quantity.value.eq(ALL) || significantDigits(figure) < MIN_DIGITS) return undefined;
  if (slipOf(figure.amount, value) === undefined) return undefined;
  const range = rangeOf(figure.span, line);
  const expected = formatAmount(value, figure.amount.decimals, figure.amount.style);
  const of = `${percent.figure.text}%`;
  return {
    rule: 'prose-share',
    // The table need not print the very total that the words mean.
    severity: 'warning',
    range,
    params: { state: 'amount', label: nameOf(figure), printed: figure.text, expected, of },
    related: wholes.map(({ home, cell }) => ({
      range: amountRange(cell, home),
      role: 'compared',
      label: home.table.title?.text ?? cell.text,
    })),
    fixes: [replaceFix(range, expected, true)],
  };
}

/** The total a share is said to be of, as a figure of its own. */
function wholeOf(part: Figure, { wholeConcept, wholeScope }: Ratio, scope: Scope): Figure {
  const { subject: _, ...figure } = part;
  return {
    ...figure,
    concept: wholeConcept,
    scope:
      wholeScope.value === undefined
        ? { value: scope, confidence: 'likely', reason: 'no-scope-word' }
        : wholeScope,
  };
}
