import type { Figure, Passage, Ratio } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { Interval } from '../../relations/interval.ts';
import { slipOf, slippedFrom, valuesIn } from '../../relations/slips.ts';
import { Money } from '../../text/money.ts';
import { wordsInFront } from './betweenFigures.ts';
import { both, ends, includes, type Valued, valued, valuedPercent } from './constraint.ts';
import { minus, percentFits, type Quantity } from './quantities.ts';

/** A part, the whole it is of and the percentage, where all three are known. */
export interface Share {
  readonly stated: Ratio;
  readonly part: Valued;
  readonly whole: Valued;
  readonly percent: Valued;
  /** The whole is what is printed without what was carried over. */
  readonly isOfTheYear?: true;
  /** That it is of this whole the shares beside it tell, and nothing of its own. */
  readonly isGuessed?: true;
}

const CARRIED: ReadonlySet<Concept | undefined> = new Set<Concept>(['carried-in', 'carried-out']);
const HUNDRED = new Money(100);

/**
 * Shares with what they are of: the whole that reading found, or where they do not fit it what the words in front of the part
 * name, another amount in front of it that two of them agree on, or the last one, or the whole without what was carried
 * over. Those that agree on what is not printed are left out, unless it is one slip of the hand away from the whole.
 */
export function withTheirWholes(shares: readonly Share[], passage: Passage): Share[] {
  const off = shares.filter((share) => share.stated.kind === 'share' && !fits(share, share.whole.quantity));
  if (off.length === 0) return [...shares];
  const besideOf = (share: Share): readonly Share[] =>
    off.filter((each) => each.whole.figure === share.whole.figure && each.part.figure !== share.part.figure);
  const found = new Map(off.map((share) => [share, otherWhole(share, besideOf(share), passage)] as const));
  return shares.flatMap((share): Share[] => {
    const own = found.get(share);
    if (own) return [own];
    const beside = off.includes(share) ? besideOf(share) : [];
    const others = beside.flatMap((each) => found.get(each) ?? []);
    const alike = wholeAsOf(share, others, passage);
    if (alike) return [alike];
    return beside.some((each) => agreeOnOther(share, each)) ? [] : [share];
  });
}

/** A share with another whole, which it fits or which the words in front of its part name. */
function otherWhole(share: Share, beside: readonly Share[], passage: Passage): Share | undefined {
  // 占授予中小企业合同金额的50%: what words behind 占 name is no other amount, but for one that is called the same.
  const hasWords = share.stated.wholeConcept.reason !== 'no-words';
  const inFront = amountsInFront(share, passage).filter(
    ({ figure }) => !hasWords || isCalledAlike(figure, share.whole.figure),
  );
  const named = inFront.find(({ figure }) => isNamedInFront(share.part.figure, figure, passage));
  if (named) return { ...share, whole: named };
  const agree = (whole: Quantity) => fits(share, whole) && beside.some((each) => fits(each, whole));
  const isOfSentence = ({ figure }: Valued) =>
    passage.figures.some(
      (each) => isInSentenceOf(each, share.part.figure, passage) && isNamedInFront(each, figure, passage),
    );
  const printed =
    inFront.find((each) => fits(share, each.quantity) && isOfSentence(each)) ??
    inFront.find(
      (each) => agree(each.quantity) || (fits(share, each.quantity) && isWholeOf(each, share, passage)),
    ) ??
    [hasWords ? undefined : nearestAmount(share, passage)].find((each) => each && fits(share, each.quantity));
  if (printed) return { ...share, whole: printed };
  return withoutCarried(share, passage).find(({ whole }) =>
    saysYear(share, passage) ? fits(share, whole.quantity) : agree(whole.quantity),
  );
}

/**
 * 货物70万元，授予中小企业50万元，占71%；服务50万元，授予中小企业40万元，占90%: what a share does not fit is, where those beside it have other
 * wholes, of what these are of.
 */
function wholeAsOf(share: Share, others: readonly Share[], passage: Passage): Share | undefined {
  const { figure } = share.part;
  const named = others.find(
    ({ part, whole }) =>
      isNamedInFront(part.figure, whole.figure, passage) && isInSentenceOf(part.figure, figure, passage),
  );
  if (named) return { ...share, whole: named.whole, isGuessed: true };
  const nearest = nearestAmount(share, passage);
  const isNearest = others.some(
    (other) =>
      other.part.figure.label === figure.label &&
      nearestAmount(other, passage)?.figure === other.whole.figure,
  );
  if (nearest && isNearest) return { ...share, whole: nearest, isGuessed: true };
  const ofTheYear = others.find(({ isOfTheYear }) => isOfTheYear);
  return ofTheYear && saysYear(share, passage)
    ? { ...share, whole: ofTheYear.whole, isOfTheYear: true, isGuessed: true }
    : undefined;
}

/** 基本支出600万元，含人员经费500万元，占83.33%；公用经费100万元，占16.67%: what another part, whose whole is not told, has its share of. */
function isWholeOf(
  { figure, quantity }: Valued,
  { part, percent }: Share,
  { figures, ratios }: Passage,
): boolean {
  if (percent.figure.amount.decimals === 0) return false;
  return ratios.some((other) => {
    const [own, printed] = [valued(figures[other.part ?? -1]), valuedPercent(figures[other.figure])];
    if (other.kind !== 'share' || !own || !printed || own.figure === part.figure) return false;
    const isTold = other.whole !== undefined && figures[other.whole] !== figure;
    const isBehind = figures.indexOf(own.figure) > figures.indexOf(figure);
    return !isTold && isBehind && percentFits(printed.quantity, own.quantity, quantity);
  });
}

function isCalledAlike(figure: Figure, other: Figure): boolean {
  const { concept, subject } = other;
  return (
    concept.value !== undefined &&
    figure.concept.value === concept.value &&
    figure.subject?.name === subject?.name
  );
}

/** Whether a figure stands in the sentence of another one, in front of it. */
function isInSentenceOf(figure: Figure, other: Figure, { figures }: Passage): boolean {
  return (
    figure.paragraph === other.paragraph &&
    figure.sentence === other.sentence &&
    figures.indexOf(figure) < figures.indexOf(other)
  );
}

function saysYear({ percent }: Share, passage: Passage): boolean {
  return /占(?:本年|当年)/.test(wordsInFront(percent.figure, passage).replace(/\s/g, ''));
}

/** 收入总计1050万元, of which 年初结转和结余50万元: the money of the year is the total without it. */
function withoutCarried(share: Share, passage: Passage): Share[] {
  return carriedBeside(share, passage).map((carried) => ({
    ...share,
    whole: { ...share.whole, quantity: minus(share.whole.quantity, carried) },
    isOfTheYear: true,
  }));
}

function fits({ percent, part }: Share, whole: Quantity): boolean {
  return percentFits(percent.quantity, part.quantity, whole);
}

/** Amounts of the paragraph in front of the part that are more than it, the nearest first. */
function amountsInFront(share: Share, passage: Passage): Valued[] {
  return valuesInFront(share, passage).filter(({ quantity }) => quantity.value.gt(share.part.quantity.value));
}

/** The amount right in front of the part, if it is no less than that. */
function nearestAmount(share: Share, passage: Passage): Valued | undefined {
  const [nearest] = valuesInFront(share, passage);
  return nearest?.quantity.value.gte(share.part.quantity.value) ? nearest : undefined;
}

function valuesInFront({ part, whole }: Share, { figures }: Passage): Valued[] {
  return figures
    .slice(0, figures.indexOf(part.figure))
    .flatMap((figure) => {
      const { role, kind, inReason, paragraph, year } = figure;
      const isAmount = role === 'value' && kind === 'statement' && !inReason;
      const isBeside = paragraph === part.figure.paragraph && year.value === whole.figure.year.value;
      return (isAmount && isBeside && valued(figure)) || [];
    })
    .reverse();
}

/** 财政拨款中央资金, 中小企业: 中 that begins another word. */
const OTHER_WORD = /^中(?=[央小等期学心职级专药医国])/;

/** 当年财政拨款中基本支出600万元，占66.67%: the words in front of the part name what it is of. */
function isNamedInFront(part: Figure, { label }: Figure, passage: Passage): boolean {
  const words = wordsInFront(part, passage).replace(/\s/g, '');
  const at = label === '' ? -1 : words.lastIndexOf(`${label}中`);
  return at !== -1 && !OTHER_WORD.test(words.slice(at + label.length));
}

/** What was carried over, or is left, in the paragraph of a share or among the items it is one of. */
function carriedBeside({ part: { figure: own } }: Share, { figures }: Passage): Quantity[] {
  return figures.flatMap((figure) => {
    const isItem = figure.parent !== undefined && figure.parent === own.parent;
    const isBeside = (isItem || figure.paragraph === own.paragraph) && CARRIED.has(figure.concept.value);
    return (isBeside && figure.role === 'value' && valued(figure)?.quantity) || [];
  });
}

/** Whether two shares may be of one amount which no slip of the hand turns into the whole they were read to have. */
function agreeOnOther(a: Share, b: Share): boolean {
  const range = both(baseOf(a), baseOf(b));
  return range !== undefined && !isSlipAway(a.whole, range);
}

/** Whether one slip of the hand leads from a figure into a range. */
function isSlipAway({ figure: { amount }, unit }: Valued, { low, high }: Interval): boolean {
  const range = { low: low.div(unit), high: high.div(unit) };
  return (valuesIn(range, amount.decimals) ?? slippedFrom(amount)).some(
    (value) => includes(range, value) && slipOf(amount, value) !== undefined,
  );
}

/** What a part is a share of by its percentage, which may be cut off. */
function baseOf({ part, percent }: Share): Interval | undefined {
  const { value, half } = percent.quantity;
  const low = value.minus(half);
  if (low.lte(0)) return undefined;
  return {
    low: ends(part.quantity)
      .low.times(HUNDRED)
      .div(value.plus(half.times(2))),
    high: ends(part.quantity).high.times(HUNDRED).div(low),
  };
}
