import type { Figure, PlacedPassage, Ratio } from '../../disclosure/prose/prose.ts';
import type { Scope } from '../../disclosure/prose/vocabulary/concepts.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { valued, valuedPercent } from './constraint.ts';
import { percentFits, severityOfPercent } from './quantities.ts';
import type { TableReader } from './tables.ts';

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
    const { wholeConcept } = stated;
    if (stated.kind !== 'share' || stated.whole !== undefined || !part || !percent) return [];
    if (wholeConcept.confidence !== 'certain' || part.quantity.value.isZero()) return [];
    // Without the widest of them the words may mean a total that no table shows.
    const [first, ...more] = SCOPES.map((scope) => reader.printed(wholeOf(part.figure, stated, scope)));
    const [widest] = first ?? [];
    const wholes = [first ?? [], ...more].flat();
    if (!widest || wholes.some(({ quantity }) => percentFits(percent.quantity, part.quantity, quantity)))
      return [];
    const agrees = reader.standing(part.figure, line)?.agrees;
    // A part that is wrong itself is told of as such.
    if (agrees === false || widest.quantity.value.isZero()) return [];
    const { figure } = percent;
    const right = part.quantity.value.div(widest.quantity.value).times(100).toFixed(figure.amount.decimals);
    const range = rangeOf(figure.span, line);
    return [
      {
        rule: 'prose-share',
        severity: agrees === true ? severityOfPercent(figure, right) : 'information',
        range,
        params: {
          state: 'share',
          label: part.figure.label,
          printed: `${figure.text}%`,
          expected: `${right}%`,
        },
        related: [{ range: rangeOf(part.figure.span, line), role: 'compared', label: part.figure.label }],
        fixes: [replaceFix(range, right, false, `${right}%`)],
      },
    ];
  });
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
