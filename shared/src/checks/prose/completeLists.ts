import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import { isFunctionalClass } from '../../disclosure/prose/vocabulary/subjects.ts';
import { PRINTED_MONEY } from './betweenFigures.ts';
import { type Constraint, linear, valued } from './constraint.ts';
import { listFinding, type SummedList } from './listFindings.ts';
import { sameYear } from './listParts.ts';
import { sumOf, valuedBeside } from './listSlips.ts';

type IsSource = (figure: Figure) => boolean;

/** The sources that every body's income has by the table of its income, as the sentences name them. */
const SOURCES: readonly IsSource[] = [
  ({ scope }) => scope.value === 'general',
  ({ scope }) => scope.value === 'fund',
  ({ scope }) => scope.value === 'state-capital',
  ({ concept }) => concept.value === 'business-income',
  ({ concept }) => concept.value === 'operating-income',
];
/** What comes last of them: 其他收入, or 上年结转 behind the incomes of the year. */
const LAST: IsSource = ({ concept }) => concept.value === 'other-income' || concept.value === 'carried-in';
/** What may come beside them, where it is not among the items. */
const BESIDE = /结转|结余|专户|上级|附属|债务|借款|等/g;
/** So many 类 with one that has nothing among them are all that a body has. */
const MIN_CLASSES = 4;

/**
 * 2025年年初预算数6752.80万元，其中：一般公共预算拨款…，政府性基金预算拨款0万元，国有资本经营预算收入0万元，事业收入0万元，…，其他收入0万元: whoever lists
 * each source there is, and those that bring nothing, leaves none out, nor of 类 of expenditure who lists one for which
 * nothing is spent (`prose-sum`, N4).
 */
export function completeListConstraints(passage: Passage): Constraint[] {
  return passage.lists.flatMap((list) => completeListConstraint(list, passage) ?? []);
}

function completeListConstraint(list: FigureList, passage: Passage): Constraint | undefined {
  const { figures } = passage;
  const parent = figures[list.parent ?? -1];
  const whole = valued(parent);
  const items = list.items.flatMap((index) => figures[index] ?? []);
  if (!parent || !whole || list.confidence !== 'certain' || !isOfAllMoney(parent)) return undefined;
  const areAll = parent.concept.value === 'income' ? areSources(items) : areClasses(parent, items);
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
    // A source or 类 that this list has no name for may be left out.
    severity: 'warning',
  };
  const terms = [...parts.map((part) => ({ ...part, weight: 1 })), { ...whole, weight: -1 }];
  return linear(terms, 0, 'equal', (culprit) => listFinding(summed, culprit));
}

function isOfAllMoney({ scope, role, kind }: Figure): boolean {
  const isAll = scope.value === undefined || scope.value === 'all';
  return role === 'value' && kind === 'statement' && isAll;
}

function areSources(items: readonly Figure[]): boolean {
  return SOURCES.every((isSource) => items.filter(isSource).length === 1) && items.some(LAST);
}

/** Whether expenditure is listed by 类, each once. */
function areClasses({ concept }: Figure, items: readonly Figure[]): boolean {
  const names = items.map(({ subject }) => subject?.name ?? '');
  return (
    concept.value === 'expenditure' &&
    items.length >= MIN_CLASSES &&
    names.every(isFunctionalClass) &&
    new Set(names).size === names.length
  );
}

/** Whether the sentence, from the whole to its end, names the items and no other amount or source, nor does what follows it. */
function isWholeSentence(parent: Figure, items: readonly Figure[], { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[parent.paragraph] ?? {};
  const start = offsetOf(pieces, parent.span);
  const isBeside = items.every(
    ({ paragraph, sentence }) => paragraph === parent.paragraph && sentence === parent.sentence,
  );
  if (start === undefined || !isBeside) return false;
  const rest = text.slice(start);
  const sentence = rest.split('。')[0] ?? '';
  const isListed = (word: string) => items.some(({ label }) => label.includes(word));
  return (
    sentence.length < rest.length &&
    (rest.match(BESIDE) ?? []).every(isListed) &&
    (sentence.match(PRINTED_MONEY) ?? []).length === items.length + 1
  );
}
