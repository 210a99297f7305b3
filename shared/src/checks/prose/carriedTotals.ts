import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { type Constraint, linear, valued } from './constraint.ts';
import { listFinding, type SummedList } from './listFindings.ts';
import { isOneSlipOff, sumOf } from './listSlips.ts';
import { mayEqual } from './quantities.ts';

/** What else stands between the total of a side and what came in or was spent in the year. */
const OTHER_LINES = /结余分配|非财政拨款结余|专用结余|弥补收支|上缴财政|缴回|收回|调整/;
/** What stands between a name and its figure at most. */
const BEHIND_NAME = 16;

/** A side of the account: its name, and what is carried over beside the year on it. */
const SIDES: readonly { readonly side: Concept; readonly name: string; readonly carried: Concept }[] = [
  { side: 'income', name: '收入', carried: 'carried-in' },
  { side: 'expenditure', name: '支出', carried: 'carried-out' },
];

/**
 * 收入总计16955.88万元 above 收入合计16896.66万元，…此外，年初结转和结余59.22万元: of a final account the total of a side is what the year
 * brought and what was carried over (`prose-sum`, A9). The items below a heading tell of them apart; where none of them
 * speaks of what else there may be, one slip of the hand that explains the difference is told.
 */
export function carriedTotalConstraints(passage: Passage): Constraint[] {
  if (passage.paragraphs.some(({ text }) => OTHER_LINES.test(text))) return [];
  return SIDES.flatMap(({ side, name, carried }): Constraint[] => {
    const parent = onlyOne(passage, (figure) => isNamed(figure, side, `${name}总计`, passage));
    const year = onlyOne(passage, (figure) => isNamed(figure, side, `${name}合计`, passage));
    const rest = onlyOne(passage, ({ concept, role }) => role === 'value' && concept.value === carried);
    const [whole, ...parts] = [valued(parent), valued(year), valued(rest)];
    const [own, left] = parts;
    if (!parent || !whole || !own || !left || !isOfOne([whole.figure, own.figure, left.figure])) return [];
    const total = sumOf([own, left]);
    const excess = total.value.minus(whole.quantity.value);
    if (!mayEqual(total, whole.quantity) && !isOneSlipOff(whole, [own, left], excess)) return [];
    const summed: SummedList = {
      parent,
      items: [own.figure, left.figure],
      sum: total.value.div(whole.unit).toDecimalPlaces(6),
      isAll: true,
      // What else was carried over may stand where the items below the heading do not tell of it.
      severity: 'warning',
    };
    const terms = [own, left].map((part) => ({ ...part, weight: 1 }));
    const constraint = linear([...terms, { ...whole, weight: -1 }], 0, 'equal', (culprit) =>
      listFinding(summed, culprit),
    );
    return [{ ...constraint, presumed: true }];
  });
}

/** The only figure of its kind; where there are several nothing tells which is meant. */
function onlyOne({ figures }: Passage, fits: (figure: Figure) => boolean): Figure | undefined {
  const [found, ...others] = figures.filter(fits);
  return others.length === 0 ? found : undefined;
}

/** Whether the very words stand in front of a figure. */
function isNamed(
  { role, concept, span, paragraph }: Figure,
  side: Concept,
  name: string,
  passage: Passage,
): boolean {
  const { text = '', pieces = [] } = passage.paragraphs[paragraph] ?? {};
  const at = role === 'value' && concept.value === side ? offsetOf(pieces, span) : undefined;
  if (at === undefined) return false;
  const front = text.slice(Math.max(0, at - BEHIND_NAME), at);
  const behind = front.split(name).at(-1) ?? '';
  return front.includes(name) && /^[^\d,，。；;]*$/.test(behind);
}

/** Of one year's final account, and of all money. */
function isOfOne(figures: readonly Figure[]): boolean {
  return (
    new Set(figures.map(({ year }) => year.value)).size === 1 &&
    figures.every(
      ({ basis, scope, inReason, kind }) =>
        basis.value === 'final' &&
        (scope.value === undefined || scope.value === 'all') &&
        kind === 'statement' &&
        !inReason,
    )
  );
}
