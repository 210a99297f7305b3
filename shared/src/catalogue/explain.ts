import { lazy } from '../text/lazy.ts';
import { remember } from '../text/remember.ts';
import type { CodeRecord, ExplanationEntry, RecurringExplanation } from './record.ts';

/** What a code pays for, in our own words. */
export interface Explanation {
  readonly zh: string;
  readonly en?: string;
  /** Whether it was written for the kind of 项 (行政运行, 其他…) rather than for this code. */
  readonly generic: boolean;
}

/** The look-ups an explanation of a recurring 项 needs, to name its own 款 and the codes beside it. */
export interface ExplainContext {
  parents(code: string): readonly CodeRecord[];
  children(code: string): readonly CodeRecord[];
  englishName(code: string): string | undefined;
}

/** More codes than these are no help to somebody who looks for the right one. */
const MOST_EXAMPLES = 3;
const BLANK = /\{(\p{Script=Han}+)\}/gu;
const SENTENCE_ENDS = /(?<=。)|(?<=\.) /u;

/** What a blank of a recurring explanation stands for, in the language asked for; undefined where there is nothing. */
type Fill = (blank: string) => string | undefined;

/** Returns a function from a record to its explanation, if one was written for it or for its kind. */
export function createExplain(
  entries: readonly ExplanationEntry[],
  recurring: readonly RecurringExplanation[],
  context: ExplainContext,
): (record: CodeRecord) => Explanation | undefined {
  const specific = lazy(
    () => new Map(entries.map((entry) => [`${entry.classification} ${entry.code}`, entry])),
  );
  const kindOf = (record: CodeRecord) => recurring.find((each) => recurs(record, each));

  return remember((record: CodeRecord): Explanation | undefined => {
    const own = specific().get(`${record.classification} ${record.code}`);
    if (own) return texts(own.zh, own.en, false);
    const parent = context.parents(record.code).at(-1);
    if (record.classification !== 'functional' || record.level !== '项' || !parent) return undefined;
    const kind = kindOf(record);
    if (!kind) return undefined;
    const sisters = context
      .children(parent.code)
      .filter(({ code, until }) => code !== record.code && until === undefined);
    const parentName = context.englishName(parent.code) ?? parent.name;
    const zh = filledIn(kind.zh, fill(parent.name, sisters, '、'));
    return texts(zh, kind.en && filledIn(kind.en, fill(parentName, sisters, ', ')), true);
  });

  function fill(parentName: string, sisters: readonly CodeRecord[], separator: string): Fill {
    return (blank) => {
      if (blank === '款') return parentName;
      const fits = (sister: CodeRecord) => {
        const kind = kindOf(sister);
        return blank === '其余' ? kind === undefined : kind?.names?.[0] === blank;
      };
      const codes = sisters.filter(fits).slice(0, MOST_EXAMPLES);
      return codes.length > 0 ? codes.map(({ code }) => code).join(separator) : undefined;
    };
  }
}

function recurs(record: CodeRecord, { ending, names, contains }: RecurringExplanation): boolean {
  if (ending !== undefined && !record.code.endsWith(ending)) return false;
  if (names !== undefined) return names.includes(record.name);
  return contains !== undefined && record.name.includes(contains);
}

/** The text with its blanks filled in; a sentence that speaks of codes the 款 does not have is left out. */
function filledIn(text: string, fillBlank: Fill): string {
  const sentences = text.split(SENTENCE_ENDS).flatMap((sentence) => {
    const known = [...sentence.matchAll(BLANK)].every(([, blank = '']) => fillBlank(blank) !== undefined);
    return known ? [sentence.replace(BLANK, (_, blank: string) => fillBlank(blank) ?? '')] : [];
  });
  return sentences.join(text.includes('。') ? '' : ' ');
}

function texts(zh: string, en: string | undefined, generic: boolean): Explanation {
  return en === undefined ? { zh, generic } : { zh, en, generic };
}
