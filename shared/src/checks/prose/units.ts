import { isLaidOut, offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import { type Finding, placeFinding, replaceFix } from '../../findings.ts';
import type { ProseUnitParams } from '../../proseRuleParams.ts';
import { RULES } from '../../rules.ts';
import type { TextNode } from '../../syntax/nodes.ts';
import type { AmountUnit } from '../../text/amount.ts';
import { AMOUNT_UNITS, isAmountUnit, YUAN_IN } from '../../text/amountUnits.ts';
import { type Range, rangeOf, type Span } from '../../text/range.ts';
import { halfUnit, mayEqual, type Quantity, significantDigits } from './quantities.ts';

/** Figures of fewer digits are alike by chance, unless they are the very same. */
const MIN_DIGITS = 2;

/** A unit printed twice behind a number. */
const DOUBLED = /\d\s?((?:百?万|亿|千)?元)\s?(?:\1|元)|\d\s?(万|亿)\2元?/g;

/** Units printed twice (`prose-unit`, N12): 1837600元元. Ranges count lines from the block's first. */
export function doubledUnits({ lines }: TextNode): Finding[] {
  return lines.flatMap(({ line, text }) =>
    [...text.matchAll(DOUBLED)].map((match) => {
      const [whole, unit, large] = match;
      const printed = whole.slice(1).trim();
      const right = unit ?? `${large}元`;
      const start = match.index + whole.length - printed.length;
      return finding('doubled', { line, start, end: start + printed.length }, printed, right);
    }),
  );
}

/**
 * 减少 1 万, 0.7亿 without its 元 (`prose-unit`, N12), where the sentence is about money. Where at least as many figures of the
 * passage say 万 as say 万元 it is how its writer speaks, which is a remark.
 */
export function cutUnits({ figures, paragraphs }: Passage): Finding[] {
  const money = figures.filter(({ role }) => role === 'value' || role === 'change');
  const cut = money.filter(
    (figure) =>
      figure.kind === 'statement' &&
      figure.unit.reason === 'unit-cut' &&
      !isInCell(figure, paragraphs) &&
      !isCounted(figure, paragraphs) &&
      !hasUnitBehindMark(figure, paragraphs),
  );
  return cut.flatMap(({ unit, unitSpan }) => {
    if (!unitSpan || unit.value === undefined) return [];
    const isAlike = (other: Figure) => other.unit.value === unit.value;
    const whole = money.filter((other) => isAlike(other) && other.unit.reason !== 'unit-cut');
    const alike = cut.filter(isAlike);
    const severity = alike.length > 1 && alike.length >= whole.length ? 'information' : 'warning';
    return [{ ...finding('cut', unitSpan, unit.value.replace(/元$/, ''), unit.value), severity }];
  });
}

/** In cells, and in the figures of a chart, the unit may stand on another line. */
function isInCell({ paragraph }: Figure, paragraphs: Passage['paragraphs']): boolean {
  const own = paragraphs[paragraph];
  return own !== undefined && isLaidOut(own);
}

/** 100万（条）: what is counted stands in brackets. */
const COUNTED = /^\s?[(（](?!.?元)[^()（）\d]{1,3}[)）]/;

function isCounted({ paragraph, unitSpan }: Figure, paragraphs: Passage['paragraphs']): boolean {
  const { text, pieces } = paragraphs[paragraph] ?? { text: '', pieces: [] };
  const start = unitSpan && offsetOf(pieces, unitSpan);
  if (!unitSpan || start === undefined) return false;
  return COUNTED.test(text.slice(start + unitSpan.end - unitSpan.start));
}

/** 84.65万。元, 80.38。万元: a mark that strayed between a figure and its unit, and no unit that lacks. */
const UNIT_BEHIND_MARK = /^\s*[。，、；,;]\s*(?:\d{1,2}\s?)?[万亿]?元/;
/** A mark, the end of a torn figure and the unit. */
const LONGEST_GAP = 8;

function hasUnitBehindMark(
  { paragraph, span, unitSpan }: Figure,
  paragraphs: Passage['paragraphs'],
): boolean {
  const { text, pieces } = paragraphs[paragraph] ?? { text: '', pieces: [] };
  const at = unitSpan ?? span;
  const start = offsetOf(pieces, at);
  if (start === undefined) return false;
  // The line that ends with the mark looks like the end of its paragraph.
  const behind = text.slice(start + at.end - at.start) + (paragraphs[paragraph + 1]?.text ?? '').slice(0, 2);
  return UNIT_BEHIND_MARK.test(behind.slice(0, LONGEST_GAP));
}

/** So many figures of a passage must have the unit for each that lacks it, for that to be surely a slip. */
const WITH_UNIT = 2;

/**
 * An amount without any unit (`prose-unit`, N12): 减少484.05，降低…. Only one with a fraction, in words that say that
 * it is money, among others that have their unit. Where the next figure's unit may be meant for both, or few figures
 * have one, it is a remark.
 */
export function missingUnits(passage: Passage): Finding[] {
  const { figures, paragraphs, ratios } = passage;
  const money = figures.filter(
    ({ role, kind }) => kind === 'statement' && (role === 'value' || role === 'change'),
  );
  const bare = money.filter((figure) => {
    const { unit, amount } = figure;
    const lacks = unit.reason === 'unit-missing' || unit.reason === 'figure-behind';
    return (
      lacks && amount.decimals > 0 && !isInCell(figure, paragraphs) && !hasUnitBehindMark(figure, paragraphs)
    );
  });
  const units = new Set(money.flatMap(({ unit, unitSpan }) => (unitSpan && unit.value ? [unit.value] : [])));
  const [unit] = units;
  const whole = money.filter((figure) => figure.unit.value === unit && figure.unitSpan !== undefined);
  if (unit === undefined || units.size > 1 || whole.length < bare.length) return [];
  const areFew = whole.length < WITH_UNIT * bare.length;
  return bare.map((figure): Finding => {
    // 支出决算数为3128.46，完成预算97.28%: so the model text of a whole province has it.
    const isModel = ratios.some(({ kind, part }) => kind === 'completion' && figures[part ?? -1] === figure);
    if (isPercentage(figure, passage))
      return {
        ...finding('missing', figure.span, figure.text, '%'),
        fixes: [replaceFix(rangeOf(figure.span), `${figure.text}%`, true)],
      };
    // Where a unit is left out on purpose, or may be lent by the figure behind, no hand slipped.
    const isLent = figure.unit.reason === 'figure-behind' || areFew || isModel;
    const range = rangeOf(figure.span);
    return {
      ...finding('missing', figure.span, figure.text, unit),
      severity: isLent ? 'information' : 'warning',
      fixes: [replaceFix(range, `${figure.text}${unit}`, !isLent)],
    };
  });
}

const BY_PERCENT = /^(?:增长|下降|上升|提高|降低|增幅|降幅)/;

/** 下降18.87; beside 下降9.24%: a change in a paragraph that tells all others by their percentage alone. */
function isPercentage(figure: Figure, { comparisons, figures, paragraphs }: Passage): boolean {
  const own = comparisons.find(({ amount }) => amount !== undefined && figures[amount] === figure);
  if (!own || own.percent !== undefined) return false;
  const { text = '', pieces = [] } = paragraphs[own.paragraph] ?? {};
  const word = text.slice(offsetOf(pieces, own.directionSpan) ?? text.length);
  const others = comparisons.filter(
    (each) => each !== own && each.paragraph === own.paragraph && (each.amount ?? each.percent) !== undefined,
  );
  return BY_PERCENT.test(word) && others.length > 0 && others.every(({ amount }) => amount === undefined);
}

/**
 * 公务接待费1.58元，经核查，…公务接待费为1.58万元 (`prose-unit`, N12): the same amount told twice in a paragraph,
 * in two units, of the same thing or of so many digits that it is the same money. The one is wrong that is not in the unit of all others.
 */
export function twoUnits({ figures }: Passage): Finding[] {
  const money = figures.filter(
    ({ role, kind, unit }) => role === 'value' && kind === 'statement' && unit.value,
  );
  const byUnit = new Map<string | undefined, number>();
  for (const { unit } of figures) byUnit.set(unit.value, (byUnit.get(unit.value) ?? 0) + 1);
  const count = (unit: string | undefined) => byUnit.get(unit) ?? 0;
  // Units by what is told, each once and in their order.
  const units = new Map<string, Set<string>>();
  for (const figure of money)
    for (const key of toldBy(figure)) {
      const known = units.get(key);
      if (known) known.add(figure.unit.value ?? '');
      else units.set(key, new Set([figure.unit.value ?? '']));
    }
  return money.flatMap((figure) => {
    // Amounts without a fraction may be codes, and zero is the same in any unit.
    if (figure.amount.decimals === 0 || figure.amount.value.isZero()) return [];
    const own = figure.unit.value ?? '';
    const [meant] = toldBy(figure).flatMap((key) =>
      [...(units.get(key) ?? [])].filter((unit) => unit !== own),
    );
    if (!isAmountUnit(meant) || !isAmountUnit(own)) return [];
    if (significantDigits(figure) < MIN_DIGITS || count(own) >= count(meant)) return [];
    return scaleFinding(figure, meant) ?? [];
  });
}

/** Of so many digits the same amount in one paragraph is the same money: what came in and what was spent. */
const TELLING_DIGITS = 3;

/** What a figure tells but for its unit: where, of what, of which year, and how much; or where and how much alone. */
function toldBy(figure: Figure): string[] {
  const { paragraph, concept, subject, year, amount } = figure;
  const whole = [paragraph, concept.value, subject?.name, year.value, amount.value].join(' ');
  return [
    ...(concept.value === undefined ? [] : [whole]),
    ...(significantDigits(figure) < TELLING_DIGITS ? [] : [`${paragraph} ${amount.value}`]),
  ];
}

/**
 * A figure whose digits are those that a table prints, in another unit (`prose-unit`, N12): 1,234.56 元 for what the
 * table has as 1,234.56 万元.
 *
 * @param printed what the table prints, in 元
 * @param line the first line of the figure's passage
 */
export function wrongScale(figure: Figure, printed: Quantity, line: number): Finding | undefined {
  const meant = unitMeant(figure, printed);
  const found = meant && scaleFinding(figure, meant);
  return found ? placeFinding(found, line) : undefined;
}

/** The unit in which a table prints the digits of a figure, where it is another than the figure's own. */
export function unitMeant(figure: Figure, printed: Quantity): AmountUnit | undefined {
  const { amount, unit, unitSpan } = figure;
  if (!unitSpan || amount.value.isZero() || unit.value === undefined) return undefined;
  const meant = AMOUNT_UNITS.find((name) => {
    const factor = YUAN_IN[name];
    const own = { value: amount.value.times(factor), half: halfUnit(figure).times(factor) };
    return name !== unit.value && mayEqual(own, printed);
  });
  const isSame = meant && amount.value.times(YUAN_IN[meant]).eq(printed.value);
  return isSame || significantDigits(figure) >= MIN_DIGITS ? meant : undefined;
}

/** A figure in another unit than is meant; undefined where its unit is not printed behind it. */
export function scaleFinding({ unit, unitSpan }: Figure, meant: string): Finding | undefined {
  return unitSpan && unit.value !== undefined ? finding('scale', unitSpan, unit.value, meant) : undefined;
}

function finding(state: ProseUnitParams['state'], span: Span, printed: string, right: string): Finding {
  const range: Range = rangeOf(span);
  return {
    rule: 'prose-unit',
    severity: RULES['prose-unit'].severity,
    range,
    params: { state, printed, unit: right },
    related: [],
    fixes: [replaceFix(range, right, true)],
  };
}
