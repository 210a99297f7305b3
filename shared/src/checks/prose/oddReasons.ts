import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Comparison, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import { comparePositions, rangeOf, type Span } from '../../text/range.ts';
import { tellsWhatHappened } from './passageReasons.ts';
import { moneyOf } from './quantities.ts';

/** So many changes with reasons of their own show that the only one without lacks it. */
const MIN_EXPLAINED = 3;

/**
 * The only change of a passage or of a list without a reason, where all others have one of their own (`missing-reason`, N9). The
 * writer explains what changed item by item, whatever the item is; that one needs none may still be meant, so that
 * this is a remark.
 *
 * @param said the lines of the passage on which a reason is missed already
 */
export function oddReasons(passage: Passage, said: ReadonlySet<number>): Finding[] {
  const changes = passage.comparisons.filter(
    (each) => isMeasured(each, passage) && !isToldInParts(each, passage),
  );
  const ofLists = passage.lists.flatMap((list) => oddInList(list, changes, passage) ?? []);
  const ofAll = oddAmong(changes, MIN_EXPLAINED, passage);
  const odds = new Set([...ofLists, ...(ofAll ? [ofAll] : [])]);
  // Of two parts one may be nothing: then the other, which is no item of the list, explains the change of the whole.
  const explained = changes.filter(({ reason }) => reason !== undefined);
  return [...odds]
    .filter((odd) => !said.has(odd.directionSpan.line) && !tellsWhatHappened(passage, odd))
    .filter((odd) => !explained.some((each) => isSameChange(each, odd, passage)))
    .map((odd) => findingAt(odd, passage));
}

/** The only one without a reason, where at least so many have one of their own. */
function oddAmong(changes: readonly Comparison[], least: number, passage: Passage): Comparison | undefined {
  const explained = changes.filter(({ reason }) => reason !== undefined);
  const [odd] = changes.filter(({ reason }) => reason === undefined);
  if (!odd || explained.length < Math.max(least, changes.length - 1)) return undefined;
  return explained.some((each) => isSameChange(each, odd, passage)) ? undefined : odd;
}

/**
 * 公务接待费…减少1万元，主要原因是…；公务用车…增加2万元。: of the items of one list one is enough, but for a reason behind two
 * changes that only a comma parts, which is that of both.
 */
function oddInList(
  { items }: FigureList,
  changes: readonly Comparison[],
  passage: Passage,
): Comparison | undefined {
  const own = changes.filter(({ subject }) => subject !== undefined && items.includes(subject));
  const odd = oddAmong(own, 1, passage);
  const next = odd && own[own.indexOf(odd) + 1];
  return odd && next && !isParted(odd, next, passage) ? undefined : odd;
}

/** Whether more than a comma stands between two changes. */
function isParted(a: Comparison, b: Comparison, { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[a.paragraph] ?? {};
  const [from, to] = [a, b].map(({ directionSpan }) => offsetOf(pieces, directionSpan));
  if (a.paragraph !== b.paragraph || from === undefined || to === undefined) return true;
  return /[；;。]/.test(text.slice(from, to));
}

function findingAt(odd: Comparison, passage: Passage): Finding {
  const label = odd.subject === undefined ? '' : (passage.figures[odd.subject]?.label ?? '');
  return {
    rule: 'missing-reason',
    // That all others have a reason is custom; the change itself may be too small to ask for one.
    severity: 'information',
    range: rangeOf(odd.directionSpan),
    params: { label: odd.label === '' ? label : odd.label },
    related: [],
    fixes: [],
  };
}

/** The change of the whole, told again of its only part. */
function isSameChange(a: Comparison, b: Comparison, { figures }: Passage): boolean {
  const [one, other] = [a, b].map(({ amount }) =>
    amount === undefined ? undefined : moneyOf(figures[amount]),
  );
  return one !== undefined && other?.value.eq(one.value) === true;
}

/** Whether its parts are told behind it, of which any may say why; those in brackets in front of the change do not. */
function isToldInParts({ subject, directionSpan }: Comparison, { lists, figures }: Passage): boolean {
  const isBehind = (span: Span | undefined) =>
    span !== undefined && comparePositions(rangeOf(span).start, rangeOf(directionSpan).start) > 0;
  return (
    subject !== undefined &&
    lists.some(
      ({ parent, items }) => parent === subject && items.some((item) => isBehind(figures[item]?.span)),
    )
  );
}

/** A rise or fall by an amount or a percentage that is not nothing. */
function isMeasured({ direction, amount, percent, inReason }: Comparison, { figures }: Passage): boolean {
  if (inReason || direction === 'flat' || direction === 'either') return false;
  const money = amount === undefined ? undefined : moneyOf(figures[amount]);
  if (money) return money.value.gt(0);
  return percent !== undefined && figures[percent]?.amount.value.isZero() === false;
}
