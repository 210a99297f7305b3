import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { slipOf } from '../../relations/slips.ts';
import { formatAmount } from '../../text/amount.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { type Constraint, type Culprit, linear, type Valued, valued, valuedPercent } from './constraint.ts';
import { nameOf } from './figureNames.ts';
import { mayEqual, minus, percentFits } from './quantities.ts';

/** What an item is headed by, and the amount of the same year that its sentences tell again. */
interface ToldAgain {
  readonly head: Valued;
  readonly again: Valued;
  /** Whether what its sentence says of its change, or of its plan, fits what the item is headed by. */
  readonly fitsHead: boolean;
  /** Whether it fits what is told again. */
  readonly fitsAgain: boolean;
}

/** So many items that tell the same twice show how the others are meant. */
const MIN_ALIKE = 2;

/**
 * 住房公积金（项）208.80万元，主要用于…。2025年执行数为198.34万元，2026年预算安排201.50万元，增加5.27%: an item is headed by what its sentences say
 * again, beside what was done the year before or what was planned (`prose-table`, N7). Where the two differ, the percentage or
 * the other items show that they mean the same.
 */
export function itemConstraints(passage: Passage): Constraint[] {
  return [...toldAgainIn(passage).values()].map(equal);
}

/**
 * Whether what the item of an amount is headed by makes word and percentage right, so that these are (`meant`), or tells the
 * amount otherwise and nothing shows which of the two is right (`open`), so that the change of neither is known.
 */
export function standingOfHead(passage: Passage, again: Figure): 'meant' | 'open' | undefined {
  const told = toldAgainIn(passage).get(again);
  if (!told || isAlike(told) || told.fitsAgain) return undefined;
  return told.fitsHead ? 'meant' : 'open';
}

function isAlike({ head, again }: ToldAgain): boolean {
  return mayEqual(head.quantity, again.quantity);
}

function equal({ head, again }: ToldAgain): Constraint {
  return linear(
    [
      { ...head, weight: 1 },
      { ...again, weight: -1 },
    ],
    0,
    'equal',
    (culprit) => findingOf(head, again, culprit),
  );
}

function findingOf(head: Valued, again: Valued, culprit: Culprit | undefined): Finding {
  const isHead = culprit?.figure === head.figure;
  const [{ figure, unit }, other] = isHead ? [head, again] : [again, head];
  const decimals = Math.max(figure.amount.decimals, other.figure.amount.decimals);
  const right = formatAmount(other.quantity.value.div(unit), decimals, figure.amount.style);
  const range = rangeOf(figure.span);
  const label = nameOf(head.figure);
  return {
    rule: 'prose-table',
    // No table shows which of the two is right.
    severity: 'warning',
    range,
    params: { label, printed: figure.text, expected: right, table: '', row: '', column: '', sentences: 1 },
    related: [{ range: rangeOf(other.figure.span), role: 'compared', label }],
    fixes: [replaceFix(range, right, culprit !== undefined)],
  };
}

const toldAgainIn = remember((passage: Passage): ReadonlyMap<Figure, ToldAgain> => {
  const all = passage.figures.flatMap((figure, at) => {
    const head = isHead(figure, at, passage) ? valued(figure) : undefined;
    return (head && againOf(head, at, passage)) ?? [];
  });
  const alike = all.filter(isAlike).length;
  const isHabit = alike >= MIN_ALIKE && alike * 2 >= all.length;
  const meantAlike = all.filter((told) => isHabit || isAlike(told) || isSurelyMeant(told));
  return new Map(meantAlike.map((told) => [told.again.figure, told]));
});

/** What is told again fits the sentence it stands in, which may be of a part of the item, if no slip parts the two. */
function isSurelyMeant({ head, again, fitsHead, fitsAgain }: ToldAgain): boolean {
  if (!fitsAgain) return fitsHead;
  return !fitsHead && slipOf(head.figure.amount, again.quantity.value.div(head.unit)) !== undefined;
}

/** The first amount of its paragraph, that of a 科目. */
function isHead({ concept, role, inReason, paragraph }: Figure, at: number, { figures }: Passage): boolean {
  const isFirst = figures[at - 1]?.paragraph !== paragraph;
  return isFirst && concept.value === 'subject' && role === 'value' && !inReason;
}

/** The one amount without words of its own in the rest of the item that is of the same year and stage, with what it is held against. */
function againOf(head: Valued, at: number, passage: Passage): ToldAgain | undefined {
  const item = restOfItem(at, passage);
  const indices = item.filter((index) => isOfSame(head.figure, passage.figures[index]));
  const [index, second] = indices;
  const again = index === undefined ? undefined : valued(passage.figures[index]);
  if (index === undefined || second !== undefined || !again) return undefined;
  const beside = heldAgainst(index, passage);
  const other = beside && valued(passage.figures[beside.other]);
  // Nothing but the head, what it is compared with and the amount that tells it again.
  const isBetween = (each: number) => each < index && each !== beside?.other;
  if (
    !beside ||
    !other ||
    other.figure.label !== '' ||
    item.some((each) => isBetween(each) && isAmount(passage.figures[each]))
  )
    return undefined;
  // What the item is headed by is the other one.
  if (mayEqual(head.quantity, other.quantity) && !mayEqual(head.quantity, again.quantity)) return undefined;
  return { head, again, fitsHead: beside.fits(head, other), fitsAgain: beside.fits(again, other) };
}

/** The figures behind the head of an item, to the next number, or to the next paragraph that begins with words of its own. */
function restOfItem(at: number, { figures, paragraphs }: Passage): number[] {
  const found: number[] = [];
  const first = figures[at]?.paragraph ?? 0;
  for (let index = at + 1; index < figures.length; index++) {
    const figure = figures[index];
    if (!figure) break;
    const between = paragraphs.slice(first + 1, figure.paragraph + 1);
    const isNext = figures[index - 1]?.paragraph !== figure.paragraph && figure.label !== '';
    if (isNext || between.some(({ numbering }) => numbering !== undefined)) break;
    found.push(index);
  }
  return found;
}

function isAmount(figure: Figure | undefined): boolean {
  return figure?.role === 'value' && figure.kind === 'statement' && !figure.inReason;
}

function isOfSame(head: Figure, figure: Figure | undefined): boolean {
  return (
    figure !== undefined &&
    isAmount(figure) &&
    figure.label === '' &&
    figure.basis.confidence === 'certain' &&
    figure.basis.value === head.basis.value &&
    figure.year.value === head.year.value &&
    figure.period.value === head.period.value &&
    (figure.parent === undefined || figure.parent === head.parent) &&
    (figure.subject === undefined || figure.subject.name === head.subject?.name)
  );
}

/** What an amount is held against in its sentence: the year before with what changed, or the plan with what was completed. */
interface Beside {
  readonly other: number;
  /** Whether the percentage, or the difference, is that of an amount. */
  readonly fits: (now: Valued, other: Valued) => boolean;
}

function heldAgainst(index: number, { comparisons, ratios, figures }: Passage): Beside | undefined {
  const at = (figure: number | undefined) => (figure === undefined ? undefined : figures[figure]);
  const change = comparisons.find(({ subject, base }) => subject === index && base.figure !== undefined);
  if (change?.base.figure !== undefined) {
    const [amount, percent] = [valued(at(change.amount)), valuedPercent(at(change.percent))];
    const changedBy = (now: Valued, base: Valued) =>
      change.direction === 'up' ? minus(now.quantity, base.quantity) : minus(base.quantity, now.quantity);
    return {
      other: change.base.figure,
      fits: (now, base) => {
        const difference = changedBy(now, base);
        if (amount) return mayEqual(difference, amount.quantity);
        return (
          percent !== undefined &&
          difference.value.gt(0) &&
          percentFits(percent.quantity, difference, base.quantity)
        );
      },
    };
  }
  const done = ratios.find(
    ({ kind, part, whole }) => kind === 'completion' && part === index && whole !== undefined,
  );
  const percent = valuedPercent(at(done?.figure));
  return done?.whole === undefined
    ? undefined
    : {
        other: done.whole,
        fits: (now, plan) =>
          percent !== undefined && percentFits(percent.quantity, now.quantity, plan.quantity),
      };
}
