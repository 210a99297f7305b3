import { readLabel } from './labels.ts';
import type { Place } from './state.ts';

/** Behind what is compared with: that it is compared. */
const COMPARED = /^[相对]?比(?:较|对)?$/;
/** 收入支出总体: the table of all income and expenditure, which names both. */
const OVERALL = /总体(?:情况)?$/;
/** That one, the thing told of last. */
const THAT_ONE = /^[该此]项(?:收入|支出|经费|费用|资金|预算)?$/;

/**
 * The words of the clause in front of a change that only says what it is compared with: 收、支 of 收、支与2023年度相比，减少40万元.
 * Undefined where the clause in front is none of that kind.
 */
export function comparedWords({ base, clause, paragraph, source }: Place): string | undefined {
  const before = source.clauses[clause.index - 1];
  const stretch = base?.draft.stretch;
  if (!before || !stretch || base.draft.paragraph !== paragraph) return undefined;
  const isBeside = before.sentence === clause.sentence && before.depth === clause.depth;
  const isOfClause = before.start <= stretch.start && stretch.end <= before.end;
  if (!isBeside || !isOfClause || before.numbers.length > 0) return undefined;
  const { text } = source.compact;
  const behind = text.slice(stretch.end, before.end).replace(/[,，]$/, '');
  return behind === '' || COMPARED.test(behind)
    ? text.slice(before.start, stretch.start).replace(OVERALL, '')
    : undefined;
}

/** Words in front of a change; where it has none, those of the clause that says what it is compared with, if they name a sum. */
export function wordsOfChange(place: Place, front: string): string {
  if (place.reason) return front;
  const own = front.replace(/^,|,$/g, '');
  if (THAT_ONE.test(own)) return '';
  const compared = own === '' ? comparedWords(place) : undefined;
  return compared !== undefined && readLabel(compared).concept !== undefined
    ? compared
    : front.replace(OVERALL, '');
}
