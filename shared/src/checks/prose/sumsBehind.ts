import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import { Money } from '../../text/money.ts';

/**
 * 预算6,000万元，实际支出…。其中：…预算5,000万元，…；…预算1,000万元: whether a figure is what the next ones of its kind add up to, whatever stands
 * between them, so that it is borne out. Parts that were read as its own prove nothing more than their sum does.
 */
export function isSumOfThoseBehind(passage: Passage, figure: Figure): boolean {
  const { figures } = passage;
  const at = figures.indexOf(figure);
  const whole = figure.amount.value;
  let sum = new Money(0);
  let parts = 0;
  for (const [index, other] of figures.entries()) {
    if (index <= at || other.amount.value.isZero() || !isAlike(passage, index, at)) continue;
    if (other.parent === at) return false;
    sum = sum.plus(other.amount.value);
    parts++;
    if (sum.gt(whole)) return false;
    if (parts > 1 && sum.eq(whole)) return true;
  }
  return false;
}

function isAlike(passage: Passage, index: number, at: number): boolean {
  const [other, figure] = [passage.figures[index], passage.figures[at]];
  return (
    other?.role === figure?.role &&
    other?.kind === figure?.kind &&
    other?.unit.value === figure?.unit.value &&
    sideOf(passage, index) === sideOf(passage, at)
  );
}

/** Whether rates of completion tell it as planned or as done; else what its own words or its document say. */
function sideOf({ figures, ratios }: Passage, at: number): string | undefined {
  const rate = ratios.find(({ kind, part, whole }) => kind === 'completion' && (part === at || whole === at));
  if (rate) return rate.whole === at ? 'planned' : 'done';
  return figures[at]?.basis.value;
}
