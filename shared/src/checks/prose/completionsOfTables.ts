import type { PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { PlacedTable } from '../../disclosure/table.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { amountRange } from '../../relations/amountFix.ts';
import { plannedThreePublic } from '../../relations/anchors.ts';
import { soleTables } from '../../relations/tableKinds.ts';
import { rangeOf } from '../../text/range.ts';
import { valued, valuedPercent } from './constraint.ts';
import { nameOf } from './figureNames.ts';
import type { Told } from './heldAgainst.ts';
import { ANY_SCOPE, quantityOf } from './places.ts';
import { percentFits, severityOfPercent } from './quantities.ts';

/**
 * 公务接待费支出决算为1.20万元，完成预算的60%: a rate of completion of a budget that only the table of “三公”经费 prints
 * (`prose-completion`, N1). That the rate is wrong is sure only where the final account is the table's.
 */
export function completionsOfTables(
  { line, passage }: PlacedPassage,
  { tables, year, stage }: Told,
  misread: readonly PlacedTable[],
  agrees: (figure: PlacedPassage['passage']['figures'][number]) => boolean | undefined,
): Finding[] {
  if (stage !== '决算') return [];
  const home = soleTables(tables.filter((each) => !misread.includes(each))).get('three-public');
  const planned = home && plannedThreePublic(home.table);
  if (!home || !planned) return [];
  return passage.ratios.flatMap((stated): Finding[] => {
    const part = stated.part === undefined ? undefined : valued(passage.figures[stated.part]);
    const percent = valuedPercent(passage.figures[stated.figure]);
    if (stated.kind !== 'completion' || stated.whole !== undefined || !part || !percent) return [];
    const { concept, year: ofYear, basis } = part.figure;
    const places = concept.confidence === 'certain' && concept.value ? ANY_SCOPE[concept.value] : undefined;
    const [place] = places ?? [];
    const cell = place && planned.get(place[1])?.cell;
    const budget = cell && quantityOf(cell, home.table);
    if (!budget || ofYear.value !== year || basis.value !== 'final' || budget.value.isZero()) return [];
    if (percentFits(percent.quantity, part.quantity, budget) || agrees(part.figure) === false) return [];
    const { figure } = percent;
    const right = part.quantity.value.div(budget.value).times(100).toFixed(figure.amount.decimals);
    const range = rangeOf(figure.span, line);
    return [
      {
        rule: 'prose-completion',
        // 年初预算 may have been adjusted to what the table prints.
        severity:
          agrees(part.figure) === true && stated.basis.value !== 'initial'
            ? severityOfPercent(figure, right)
            : 'information',
        range,
        params: {
          state: 'percent',
          label: nameOf(part.figure),
          printed: `${figure.text}%`,
          expected: `${right}%`,
          of: '',
        },
        related: [
          { range: amountRange(cell, home), role: 'compared', label: home.table.title?.text ?? cell.text },
        ],
        fixes: [replaceFix(range, right, false, `${right}%`)],
      },
    ];
  });
}
