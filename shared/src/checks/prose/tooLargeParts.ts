import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { type Constraint, linear, valued } from './constraint.ts';
import { listFinding, type SummedList } from './listFindings.ts';
import { sameYear } from './listParts.ts';

/** What is a part of what by its name alone. */
const WHOLE_OF: ReadonlyMap<Concept | undefined, Concept> = new Map<Concept, Concept>([
  ['procurement-goods', 'procurement'],
  ['procurement-works', 'procurement'],
  ['procurement-services', 'procurement'],
  ['abroad', 'three-public'],
  ['vehicles', 'three-public'],
  ['reception', 'three-public'],
  ['vehicle-purchase', 'vehicles'],
  ['vehicle-operation', 'vehicles'],
]);

/**
 * 政府采购预算31万元，用于采购货物预算71万元: one part behind its whole, which no words announce, is no more than it (`prose-sum`, N4);
 * nor is what came in this year, announced as one, more than all that did. Several are judged by what they come to.
 */
export function tooLargeParts({ figures, lists }: Passage): Constraint[] {
  return lists.flatMap(({ parent, items, introduction, confidence }): Constraint[] => {
    const [index, ...more] = items;
    const [figure, item] = [figures[parent ?? -1], figures[index ?? -1]];
    if (!figure || !item || more.length > 0 || !isOfOne(figure, item)) return [];
    const isNamed = introduction === 'order' && WHOLE_OF.get(item.concept.value) === figure.concept.value;
    const isAnnounced = introduction === 'of-which' && confidence === 'certain' && isOfYear(figure, item);
    if (!isNamed && !isAnnounced) return [];
    const [whole, part] = [valued(figure), valued(item)];
    if (!whole || !part) return [];
    const list: SummedList = {
      parent: figure,
      items: [item],
      sum: part.quantity.value.div(whole.unit).toDecimalPlaces(6),
      isAll: false,
      // One figure behind another may be beside it, and no part.
      severity: 'warning',
    };
    const terms = [
      { ...part, weight: 1 },
      { ...whole, weight: -1 },
    ];
    return [linear(terms, 0, 'at-most', (culprit) => listFinding(list, culprit))];
  });
}

/** 总收入1147.88万元，其中：本年收入…: of all that came in or was spent, that of the year. */
function isOfYear(whole: Figure, part: Figure): boolean {
  const { value } = whole.concept;
  return (
    (value === 'income' || value === 'expenditure') &&
    part.concept.value === value &&
    part.period.value === 'current' &&
    whole.period.value === undefined &&
    part.scope.value === whole.scope.value
  );
}

function isOfOne(whole: Figure, part: Figure): boolean {
  const areStatements = [whole, part].every(
    ({ role, kind, inReason }) => role === 'value' && kind === 'statement' && !inReason,
  );
  return (
    areStatements &&
    whole.paragraph === part.paragraph &&
    whole.sentence === part.sentence &&
    whole.basis.value === part.basis.value &&
    sameYear(whole, [part], true)
  );
}
