import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import { PRINTED_MONEY } from './betweenFigures.ts';
import { type Constraint, linear, valued } from './constraint.ts';
import { listFinding, type SummedList } from './listFindings.ts';
import { sameYear } from './listParts.ts';
import { sumOf, valuedBeside } from './listSlips.ts';

/** Every source that a body's income has by the table of its income, as the sentences name them. */
const SOURCES: readonly ((figure: Figure) => boolean)[] = [
  ({ scope }) => scope.value === 'general',
  ({ scope }) => scope.value === 'fund',
  ({ scope }) => scope.value === 'state-capital',
  ({ concept }) => concept.value === 'business-income',
  ({ concept }) => concept.value === 'operating-income',
  ({ concept }) => concept.value === 'other-income',
];
/** What may come beside them, where it is not among the items. */
const BESIDE = /结转|结余|专户|上级|附属|债务|借款|等/;

/**
 * 2025年年初预算数6752.80万元，其中：一般公共预算拨款…，政府性基金预算拨款0万元，国有资本经营预算收入0万元，事业收入0万元，…，其他收入0万元: whoever lists
 * each source there is, and those that bring nothing, leaves none out (`prose-sum`, N4).
 */
export function sourceConstraints(passage: Passage): Constraint[] {
  return passage.lists.flatMap((list) => sourceConstraint(list, passage) ?? []);
}

function sourceConstraint(list: FigureList, passage: Passage): Constraint | undefined {
  const { figures } = passage;
  const parent = figures[list.parent ?? -1];
  const whole = valued(parent);
  const items = list.items.flatMap((index) => figures[index] ?? []);
  if (!parent || !whole || list.confidence !== 'certain' || !isIncome(parent)) return undefined;
  const areAll = SOURCES.every((isSource) => items.filter(isSource).length === 1);
  const hasNothing = items.some(({ amount }) => amount.value.isZero());
  const isValue = ({ role, kind, inReason }: Figure) => role === 'value' && kind === 'statement' && !inReason;
  if (!areAll || !hasNothing || !items.every(isValue) || !sameYear(parent, items, false)) return undefined;
  if (!isWholeSentence(parent, items, passage)) return undefined;
  const parts = items.flatMap((item) => valuedBeside(whole, item) ?? []);
  if (parts.length !== items.length) return undefined;
  const summed: SummedList = {
    parent,
    items,
    sum: sumOf(parts).value.div(whole.unit).toDecimalPlaces(6),
    isAll: true,
    // A source that this list has no name for may be left out.
    severity: 'warning',
  };
  const terms = [...parts.map((part) => ({ ...part, weight: 1 })), { ...whole, weight: -1 }];
  return linear(terms, 0, 'equal', (culprit) => listFinding(summed, culprit));
}

function isIncome({ concept, scope, role, kind }: Figure): boolean {
  const isAll = scope.value === undefined || scope.value === 'all';
  return role === 'value' && kind === 'statement' && concept.value === 'income' && isAll;
}

/** Whether the sentence, from the whole to its end, names the items and no other amount or source. */
function isWholeSentence(parent: Figure, items: readonly Figure[], { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[parent.paragraph] ?? {};
  const start = offsetOf(pieces, parent.span);
  const isBeside = items.every(
    ({ paragraph, sentence }) => paragraph === parent.paragraph && sentence === parent.sentence,
  );
  if (start === undefined || !isBeside) return false;
  const sentence = text.slice(start).split('。')[0] ?? '';
  const isUntold = BESIDE.test(sentence) && !items.some(({ label }) => BESIDE.test(label));
  return (
    !isUntold &&
    !BESIDE.test(text.slice(start + sentence.length)) &&
    (sentence.match(PRINTED_MONEY) ?? []).length === items.length + 1
  );
}
