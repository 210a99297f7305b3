import type { Passage, Reason } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { groupedBy } from '../../text/lists.ts';
import { rangeOf } from '../../text/range.ts';

const UP = /增加|增长|增多|上升|提高|新增|调增|上涨|扩大|增资|增人|增编|增支|提标|扩面/g;
const DOWN = /减少|下降|降低|压减|缩减|削减|调减|精简|压缩|厉行节约|过紧日子/g;
/**
 * What falls may be why something else rises (收入减少, 结余减少, 上年减少, 从会议费预算中调减), and what is said with 但 is
 * but half of it. More people who leave cost less.
 */
const INDIRECT =
  /上年|去年|上一年|基数|结转|结余|不再|转为|划转|口径|调整|不减|未减|不增|未增|同时|但|虽|从.{2,20}[中里]|退休|离职|调[出离]|减员|去世|死亡|报废/;

/**
 * A rise whose reason speaks of a fall alone, or the reverse (`reason-direction`, N10). Whether a reason holds cannot
 * be known, so it is a remark; where both directions are spoken of, or the year before, nothing is said.
 */
export function reasonDirections({ reasons, comparisons, paragraphs }: Passage): Finding[] {
  const byReason = groupedBy(comparisons, ({ reason, inReason }) => (inReason ? undefined : reason));
  return reasons.flatMap((reason, index): Finding[] => {
    const explained = byReason.get(index) ?? [];
    const [first] = explained;
    const [span] = reason.spans;
    if (!first || !span || explained.some(({ direction }) => direction !== first.direction)) return [];
    if (first.direction !== 'up' && first.direction !== 'down') return [];
    // 增加2万元，下降3%: which of its two words is wrong is not known.
    if (explained.some(({ percentDirection, direction }) => (percentDirection ?? direction) !== direction))
      return [];
    const words = wordsOf(reason, paragraphs);
    if (INDIRECT.test(words)) return [];
    const [same, other] = first.direction === 'up' ? [UP, DOWN] : [DOWN, UP];
    const found = words.match(other)?.[0];
    if (found === undefined || words.match(same)) return [];
    return [
      {
        rule: 'reason-direction',
        severity: RULES['reason-direction'].severity,
        range: rangeOf(span),
        params: { label: first.label, direction: first.direction, printed: found },
        related: [],
        fixes: [],
      },
    ];
  });
}

function wordsOf({ paragraph, stretch }: Reason, paragraphs: Passage['paragraphs']): string {
  return paragraphs[paragraph]?.text.slice(stretch.start, stretch.end) ?? '';
}
