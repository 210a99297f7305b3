import type { Catalogue, CodeRecord } from '#core/catalogue/catalogue.ts';
import type { Budget, Classification, Level } from '#core/catalogue/record.ts';
import type { TableRole } from '#core/disclosure/table.ts';

/** A longer list is cut; the next digit shortens it. */
const MOST_CANDIDATES = 100;
const LEVELS: readonly Level[] = ['类', '款', '项', '目'];

/** Tables that are about one budget. */
const BUDGETS: { readonly [R in TableRole]?: Budget } = {
  'general-budget-expenditure': '一般公共预算',
  'basic-expenditure': '一般公共预算',
  'government-fund': '政府性基金预算',
  'state-capital': '国有资本经营预算',
};

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

/** The codes that completion offers. */
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
  const isBelow = (code: string, parent: string) =>
    under === undefined && parent !== '' && code.startsWith(parent) && code !== parent;
  const parent = parentOf(catalogue, above, classification);
  const likelihoods: readonly ((record: CodeRecord) => boolean)[] = [
    ({ code }) => isBelow(code, parent),
    ({ code }) => inDocument.has(code),
    ({ code }) => isBelow(code, above.slice(0, 3)),
    (each) => isOfBudget(each, budget),
    () => true,
  ];
  // Tables go on in the order of codes, so of the equally likely those behind the code above come first.
  const pools = likelihoods.map(() => ({ onwards: [] as CodeRecord[], before: [] as CodeRecord[] }));
  for (const each of all) {
    if (!fitsLength(each, lengths)) continue;
    const pool = pools[likelihoods.findIndex((isSo) => isSo(each))];
    (each.code > above ? pool?.onwards : pool?.before)?.push(each);
  }
  const found = pools.flatMap(({ onwards, before }) => [...onwards, ...before]);
  return { records: found.slice(0, MOST_CANDIDATES), cut: found.length > MOST_CANDIDATES };
}

/** The budget that tables of a kind are about; undefined for those about several. */
export function budgetOf(role: TableRole): Budget | undefined {
  return BUDGETS[role];
}

/** Economic codes belong to no budget of their own. */
function isOfBudget({ budgets }: CodeRecord, budget: Budget | undefined): boolean {
  return budget !== undefined && budgets?.includes(budget) === true;
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
