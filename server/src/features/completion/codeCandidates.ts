import type { Catalogue, CodeRecord } from '#core/catalogue/catalogue.ts';
import type { Budget, Classification, Level } from '#core/catalogue/record.ts';

/** A longer list is cut; the next digit shortens it. */
const MOST_CANDIDATES = 100;
const LEVELS: readonly Level[] = ['类', '款', '项', '目'];

/** Which codes are wanted. */
export interface CodeQuery {
  /** What the codes begin with, or, in words, what their names hold. */
  readonly text: string;
  /** Only codes below this one. */
  readonly under?: string;
  readonly classification?: Classification;
  /** The code of the row above; empty where there is none. */
  readonly above: string;
  /** The document's year. */
  readonly year?: number;
  /** Codes that stand elsewhere in the document: likelier than others of their kind. */
  readonly inDocument: ReadonlySet<string>;
  /** The budget that the table is about; any if undefined. */
  readonly budget?: Budget;
  /** Length of the codes in digits; any if undefined. */
  readonly lengths?: { readonly shortest: number; readonly longest: number };
}

export interface CodeCandidates {
  /** The likeliest first. */
  readonly records: readonly CodeRecord[];
  /** Whether there are more than these. */
  readonly cut: boolean;
}

/**
 * The codes that may come next: those below the code of the row above, or beside it where it has none below;
 * then those that the document has elsewhere; then the rest of the 类; then those of the table's budget; then
 * all others.
 */
export function codeCandidates(catalogue: Catalogue, query: CodeQuery): CodeCandidates {
  const { text, under, above, classification, year, lengths, inDocument, budget } = query;
  const all = catalogue.search(text, {
    limit: Number.POSITIVE_INFINITY,
    ...(classification && { classification }),
    ...(year !== undefined && { year }),
    ...levelOption(lengths),
    ...(under !== undefined && { under }),
  });
  const below = (parent: string) =>
    under === undefined && parent !== ''
      ? all.filter(({ code }) => code.startsWith(parent) && code !== parent)
      : [];
  const pools = [
    below(parentOf(catalogue, above, classification)),
    all.filter(({ code }) => inDocument.has(code)),
    below(above.slice(0, 3)),
    all.filter((each) => isOfBudget(each, budget)),
    all,
  ];
  const found = new Set(
    pools.flatMap((pool) => onwards(pool, above)).filter((each) => fitsLength(each, lengths)),
  );
  const records = [...found].slice(0, MOST_CANDIDATES);
  return { records, cut: found.size > records.length };
}

/** Economic codes belong to no budget of their own. */
function isOfBudget({ budgets }: CodeRecord, budget: Budget | undefined): boolean {
  return budget !== undefined && budgets?.includes(budget) === true;
}

/** Tables go on in the order of codes, so what is behind the code above comes first. */
function onwards(pool: readonly CodeRecord[], above: string): CodeRecord[] {
  return [...pool.filter(({ code }) => code > above), ...pool.filter(({ code }) => code <= above)];
}

/** The code whose children come next: the one above if it has any, else its own parent. */
function parentOf(catalogue: Catalogue, above: string, classification: Classification | undefined): string {
  const children = catalogue
    .children(above)
    .filter((child) => !classification || child.classification === classification);
  return children.length > 0 ? above : above.slice(0, -2);
}

function levelOption(lengths: CodeQuery['lengths']): { readonly level?: Level } {
  if (!lengths || lengths.shortest !== lengths.longest) return {};
  const level = LEVELS[(lengths.shortest - 3) / 2];
  return level ? { level } : {};
}

function fitsLength({ code }: CodeRecord, lengths: CodeQuery['lengths']): boolean {
  return !lengths || (lengths.shortest <= code.length && code.length <= lengths.longest);
}
