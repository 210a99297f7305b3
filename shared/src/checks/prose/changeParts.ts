import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import type { Change } from './changeFindings.ts';
import { changesIn, hasWrongWords } from './changes.ts';
import { type Constraint, type Culprit, linear, type Valued, valued, type Weighted } from './constraint.ts';
import { NO_MONEY, plus, type Quantity, significantDigits } from './quantities.ts';
import { valueFix } from './valueFix.ts';

/** Parts that are all there is of one of the wholes. */
interface Scheme {
  readonly parts: readonly Concept[];
  readonly wholes: readonly Concept[];
}

const SCHEMES: readonly Scheme[] = [
  { parts: ['basic', 'project'], wholes: ['expenditure', 'balance'] },
  { parts: ['personnel', 'public'], wholes: ['basic'] },
  { parts: ['abroad', 'vehicles', 'reception'], wholes: ['three-public'] },
  { parts: ['abroad', 'vehicle-purchase', 'vehicle-operation', 'reception'], wholes: ['three-public'] },
  { parts: ['vehicle-purchase', 'vehicle-operation'], wholes: ['vehicles'] },
];

/** Whether changes of what is called so are all there is of the change of a whole. */
export function isAllThatChanged(
  whole: Concept | undefined,
  parts: readonly (Concept | undefined)[],
): boolean {
  return SCHEMES.some(
    (scheme) =>
      scheme.parts.length === parts.length &&
      scheme.parts.every((concept) => parts.includes(concept)) &&
      scheme.wholes.some((concept) => concept === whole),
  );
}

interface AmountChange extends Change {
  readonly amount: Valued;
}

/**
 * The changes of 基本支出 and 项目支出, or of the parts of another fixed scheme, which must come to that of their whole
 * (`change-parts`, N5). Only of parts that are listed beneath the whole whose change is told; what stayed as it was
 * (持平) adds nothing.
 */
export function changePartConstraints(passage: Passage): Constraint[] {
  const changes = changesIn(passage).filter(isOwn);
  return SCHEMES.flatMap((scheme) => partsConstraint(scheme, changes, passage) ?? []);
}

/** The same of lists whose parts come to their whole, whatever these are called. */
export function listedChangeConstraints(passage: Passage): Constraint[] {
  const changes = changesIn(passage).filter(isOwn);
  const known = new Set(changePartConstraints(passage).map(({ figures }) => figures.at(-1)));
  return passage.lists
    .flatMap((list) => listedConstraint(list, changes, passage) ?? [])
    .filter(({ figures }) => !known.has(figures.at(-1)));
}

/**
 * 基本支出247.63万元，减少0.50万元。其中：工资福利支出201.69万元，增加3.33万元；商品和服务支出44.54万元，…: the parts come to the whole, and of
 * each it is said how it changed. What was there the year before and is no more is not among them, so that it is a
 * warning.
 */
function listedConstraint(
  { parent, items, confidence }: FigureList,
  changes: readonly AmountChange[],
  passage: Passage,
): Constraint | undefined {
  const { figures } = passage;
  const own = changes.filter(({ now }) => parent !== undefined && now.figure === figures[parent]);
  const parts = items.flatMap((index) => figures[index] ?? []).filter(({ role }) => role === 'value');
  const [whole] = own;
  if (!whole || own.length > 1 || confidence !== 'certain' || parts.length < 2) return undefined;
  const flat = new Set(flatFigures(passage));
  const toldOf = parts.map((part) => ({ part, own: changes.filter(({ now }) => now.figure === part) }));
  if (toldOf.some(({ part, own: { length } }) => length + (flat.has(part) ? 1 : 0) !== 1)) return undefined;
  const changed = toldOf.map((each) => each.own);
  const values = parts.flatMap((part) => valued(part) ?? []);
  const total = values.reduce<Quantity>((sum, { quantity }) => plus(sum, quantity), NO_MONEY);
  const isAll = values.length === parts.length && total.value.eq(whole.now.quantity.value);
  if (!isAll || significantDigits(whole.now.figure) < MIN_LISTED) return undefined;
  const told = [whole, ...changed.flat()];
  if (!sameBase(told) || told.some((each) => hasWrongWords(each, passage))) return undefined;
  const all = changed.flat();
  const { constraint } = sumOf(whole, all);
  // Where a direction word turned round is all that is wrong, that is told.
  const turn = (one: AmountChange) =>
    all.map((each): AmountChange => (each === one ? { ...each, sign: each.sign === 1 ? -1 : 1 } : each));
  if (all.some((one) => !sumOf(whole, turn(one)).constraint.broken)) return undefined;
  return {
    ...constraint,
    // Whether what changed are all parts only their amounts show, and no scheme.
    report: (culprit, evidence) => ({ ...constraint.report(culprit, evidence), severity: 'warning' }),
  };
}

/** Round figures add up by chance. */
const MIN_LISTED = 4;

const OTHER_KINDS = /预留机动|经营支出|上缴上级|附属单位补助/;

/** Fewer digits come to the same sum by chance, of a list that words do not surely announce even more of them. */
const MIN_DIGITS = { certain: 2, likely: 3, unknown: Number.POSITIVE_INFINITY };

/**
 * A direction word of a part turned round (`change-parts`, N5, N2): 收入增加300万元…，其中：财政拨款收入…，较上年减少280万元；
 * 其他收入…，较上年增加20万元. The parts of a list need not be all there is, but where they come to the change of
 * their whole once one of the words is turned, that is no chance.
 */
export function turnedParts(passage: Passage): Finding[] {
  const changes = changesIn(passage).filter(isOwn);
  return passage.lists.flatMap(({ parent, items, confidence }): Finding[] => {
    const whole = parent === undefined ? undefined : passage.figures[parent];
    const own = changes.find(({ now }) => now.figure === whole);
    const figures = new Set(items.map((index) => passage.figures[index]));
    const parts = changes.filter(({ now }) => figures.has(now.figure));
    if (!own || parts.length < 2 || !sameBase([own, ...parts])) return [];
    if ([own, ...parts].some((change) => hasWrongWords(change, passage))) return [];
    if (new Set(parts.map(({ now }) => now.figure)).size < parts.length) return [];
    if (significantDigits(own.amount.figure) < MIN_DIGITS[confidence]) return [];
    const half = [own, ...parts].reduce((sum, { amount }) => sum.plus(roundingOf(amount)), new Money(0));
    const signed = ({ amount, sign }: AmountChange) => amount.quantity.value.times(sign);
    // 收、支各增加20万元。其中：收入增加20万元；…: beside what changed by all of it the others are told once more.
    if (parts.some((part) => signed(part).eq(signed(own)))) return [];
    const rest = parts.reduce((left, part) => left.minus(signed(part)), signed(own));
    if (rest.abs().lte(half)) return [];
    const turned = parts.filter(
      (part) => !part.amount.quantity.value.isZero() && rest.plus(signed(part).times(2)).abs().lte(half),
    );
    const [only] = turned;
    if (!only || turned.length > 1) return [];
    const { finding } = sumOf(own, parts);
    // The parts of a list need not be all there is: the sum is the only witness.
    return [{ ...finding(undefined), severity: 'warning', range: rangeOf(only.comparison.directionSpan) }];
  });
}

function partsConstraint(
  { parts, wholes }: Scheme,
  changes: readonly AmountChange[],
  passage: Passage,
): Constraint | undefined {
  const flat = flatFigures(passage);
  const told = parts.map((concept) => ({
    changed: changes.filter(({ now }) => now.figure.concept.value === concept),
    unchanged: flat.filter((figure) => figure.concept.value === concept),
  }));
  if (told.some(({ changed, unchanged }) => changed.length + unchanged.length !== 1)) return undefined;
  const changed = told.flatMap((each) => each.changed);
  const figures = [...changed.map(({ now }) => now.figure), ...told.flatMap((each) => each.unchanged)];
  const [parent, ...others] = [...new Set(figures.map((figure) => figure.parent))];
  const untold =
    parent === undefined && others.length === 0 ? untoldWhole(figures, wholes, passage) : undefined;
  if (untold && sameBase([untold, ...changed]) && changed.every((each) => !hasWrongWords(each, passage)))
    return sumOf(untold, changed).constraint;
  const whole = parent === undefined ? undefined : passage.figures[parent];
  if (!whole || others.length > 0 || !wholes.some((concept) => concept === whole.concept.value)) {
    return undefined;
  }
  // 单位预留机动经费 stands beside 基本支出 and 项目支出.
  const isBeside = ({ label, paragraph }: Figure) =>
    OTHER_KINDS.test(label) && figures.some((each) => each.paragraph === paragraph);
  if (passage.figures.some(isBeside)) return undefined;
  const own = changes.find(({ now }) => now.figure === whole);
  const isSound = (change: Change) => !hasWrongWords(change, passage);
  return own && changed.length > 0 && sameBase([own, ...changed]) && [own, ...changed].every(isSound)
    ? sumOf(own, changed).constraint
    : undefined;
}

/**
 * “三公”经费预算较2020年减少42万元。其中：公务接待费980万元，减少30万元；…: the change of a whole whose amount is not printed, in the sentence
 * in front of the parts.
 */
function untoldWhole(
  parts: readonly Figure[],
  wholes: readonly Concept[],
  { comparisons, figures, lists }: Passage,
): AmountChange | undefined {
  const list = lists.find(
    ({ parent, items }) =>
      parent === undefined && parts.every((part) => items.some((item) => figures[item] === part)),
  );
  const first = list && figures[list.items[0] ?? -1];
  if (!first || list.introduction !== 'of-which') return undefined;
  const near = comparisons.filter(
    ({ paragraph, sentence }) =>
      paragraph === first.paragraph && (sentence === first.sentence || sentence === first.sentence - 1),
  );
  const [comparison] = near;
  if (!comparison || comparison.subject !== undefined || comparison.inReason) return undefined;
  const { amount: index, direction, concept } = comparison;
  const amount = index === undefined || index > figures.indexOf(first) ? undefined : valued(figures[index]);
  if (!amount || !wholes.some((each) => each === concept.value)) return undefined;
  if (direction !== 'up' && direction !== 'down') return undefined;
  return { comparison, sign: direction === 'up' ? 1 : -1, now: amount, amount };
}

/** The figures that stayed as they were. */
function flatFigures({ comparisons, figures }: Passage): Figure[] {
  return comparisons.flatMap(({ direction, subject, inReason, parent }) =>
    direction === 'flat' && subject !== undefined && !inReason && parent === undefined
      ? (figures[subject] ?? [])
      : [],
  );
}

function isOwn(change: Change): change is AmountChange {
  return change.amount !== undefined && !change.comparison.inReason && change.comparison.parent === undefined;
}

/** A change is the difference of two years, each of which may have been rounded: half a last place of either. */
function roundingOf({ quantity }: Valued): Decimal {
  return quantity.half.times(2);
}

function sameBase(changes: readonly Change[]): boolean {
  const years = new Set(changes.flatMap(({ comparison }) => comparison.base.year.value ?? []));
  const kinds = new Set(changes.flatMap(({ comparison }) => comparison.base.basis.value ?? []));
  return years.size <= 1 && kinds.size <= 1;
}

function sumOf(
  whole: AmountChange,
  parts: readonly AmountChange[],
): { readonly constraint: Constraint; readonly finding: (culprit: Culprit | undefined) => Finding } {
  const signed = ({ amount, sign }: AmountChange, weight: number): Weighted => ({
    ...amount,
    quantity: { value: amount.quantity.value, half: roundingOf(amount) },
    weight: weight * sign,
  });
  const sum = parts.reduce(
    (total, { amount, sign }) => total.plus(amount.quantity.value.times(sign)),
    new Money(0),
  );
  const text = ({ sign }: Change, figure: Figure) => `${sign === 1 ? '+' : '-'}${figure.text}`;
  // The parts come to the same change the other way: the word is wrong, and no figure.
  const isTurned = !sum.isZero() && sum.eq(whole.amount.quantity.value.times(-whole.sign));
  const findingOf = (culprit: Culprit | undefined): Finding => ({
    rule: 'change-parts',
    severity: RULES['change-parts'].severity,
    range: rangeOf(isTurned ? whole.comparison.directionSpan : (culprit ?? whole.amount).figure.span),
    params: {
      label: whole.now.figure.label,
      printed: text(whole, whole.amount.figure),
      sum: sum.div(whole.amount.unit).toFixed(whole.amount.figure.amount.decimals),
      items: parts.map((part) => ({
        label: part.now.figure.label,
        text: text(part, part.amount.figure),
      })),
    },
    related: [whole, ...parts]
      .filter(({ amount }) => amount.figure !== (culprit ?? whole.amount).figure)
      .map(({ amount, now }) => ({
        range: rangeOf(amount.figure.span),
        role: 'operand',
        label: now.figure.label,
      })),
    fixes: valueFix(culprit),
  });
  const finding = (culprit: Culprit | undefined) => findingOf(isTurned ? undefined : culprit);
  const terms = [...parts.map((part) => signed(part, 1)), signed(whole, -1)];
  return { constraint: linear(terms, 0, 'equal', finding), finding };
}
