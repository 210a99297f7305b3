import type { Comparison, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { moneyOf } from './quantities.ts';

/** Words that give a reason, however it is put. */
const REASON = /原因|由于|因为|主要是|主要系|主要为|是因|系因|因[^此素公]|为了|根据|按照|落实|政策/;
const AS_FOLLOWS = /如下[。:：]?\s*$/;
/** What inspections ask a reason for. */
const EXPLAINED: ReadonlySet<Concept> = new Set([
  'balance',
  'income',
  'expenditure',
  'appropriation',
  'basic',
  'project',
  'agency-running',
  'three-public',
  'abroad',
  'vehicles',
  'vehicle-purchase',
  'vehicle-operation',
  'reception',
  'meeting',
  'training',
]);

/**
 * A change without a reason (`missing-reason`, N9), in its paragraph or the next. Said once a paragraph, of its
 * first change; what did not change needs none.
 */
export function missingReasons(passage: Passage): Finding[] {
  const said = new Set<number>();
  return passage.comparisons.flatMap((comparison): Finding[] => {
    const { paragraph, concept, directionSpan, label, subject } = comparison;
    if (said.has(paragraph) || !isChange(comparison, passage) || hasReason(passage, comparison)) return [];
    said.add(paragraph);
    const name = label !== '' ? label : subject === undefined ? '' : (passage.figures[subject]?.label ?? '');
    if (concept.value === undefined || !EXPLAINED.has(concept.value)) return [];
    return [
      {
        rule: 'missing-reason',
        severity: RULES['missing-reason'].severity,
        range: rangeOf(directionSpan),
        params: { label: name },
        related: [],
        fixes: [],
      },
    ];
  });
}

function isChange({ direction, amount, parent, inReason }: Comparison, { figures }: Passage): boolean {
  if (direction === 'flat' || direction === 'either' || parent !== undefined || inReason) return false;
  const money = amount === undefined ? undefined : moneyOf(figures[amount]);
  return money?.value.gt(0) === true;
}

/**
 * A list of changes may have its reasons behind it; a heading behind it parts passages. Reasons why parts rose do not
 * say why the whole fell.
 */
function hasReason({ paragraphs, comparisons }: Passage, { paragraph, direction }: Comparison): boolean {
  const gives = (index: number) => REASON.test(paragraphs[index]?.text ?? '');
  if (gives(paragraph)) return true;
  const next = comparisons.filter((each) => each.paragraph === paragraph + 1 && !each.inReason);
  const isContrary =
    next.length > 0 && next.every((each) => each.direction !== direction && each.direction !== 'flat');
  if (gives(paragraph + 1)) return !isContrary;
  // 具体情况如下。 parts the change from the items that explain it.
  return AS_FOLLOWS.test(paragraphs[paragraph + 1]?.text ?? '') && gives(paragraph + 2);
}
