import type { PlacedTable, Table, TableRole } from '../disclosure/table.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';

/** The tables of a disclosure that others repeat, as domain rules §1.3 count them. */
export type Kind =
  | 'balance'
  | 'income'
  | 'expenditure'
  | 'fiscal'
  | 'general'
  | 'general-by-nature'
  | 'basic'
  | 'basic-by-function'
  | 'basic-by-government'
  | 'three-public'
  | 'fund'
  | 'capital';

/** The tables that alone are of their kind; where there are two, neither is known to be the one that is meant. */
export const soleTables = remember((tables: readonly PlacedTable[]): ReadonlyMap<Kind, PlacedTable> => {
  const byKind = new Map<Kind, PlacedTable>();
  const several = new Set<Kind>();
  for (const placed of tables) {
    const kind = kindOf(placed.table);
    if (!kind) continue;
    if (byKind.has(kind)) several.add(kind);
    byKind.set(kind, placed);
  }
  for (const kind of several) byKind.delete(kind);
  return byKind;
});

const KINDS: Readonly<Partial<Record<TableRole, Kind>>> = {
  'income-expenditure': 'balance',
  income: 'income',
  expenditure: 'expenditure',
  'fiscal-income-expenditure': 'fiscal',
  'three-public': 'three-public',
  'government-fund': 'fund',
  'state-capital': 'capital',
};

/** By the first digit of their codes. */
const GENERAL: Readonly<Record<string, Kind>> = { 2: 'general', 3: 'general-by-nature' };
const BASIC: Readonly<Record<string, Kind>> = {
  2: 'basic-by-function',
  3: 'basic',
  5: 'basic-by-government',
};

/** Tables of a part of income or expenditure only: 工资福利支出表, 非税收入表. */
const OF_A_PART =
  /(?:福利|商品和服务|购买服务|补助|资本性|经营|拨款|专项|业务|公用|人员|经费|债务|非税|事业|其他|专户(?:管理)?)(?:资金)?(?:支出|收入)|明细|分类汇总/;

/** Most tables have a role of which there is no kind. */
function kindOf(table: Table): Kind | undefined {
  return GENERAL_ROLES.has(table.role) || KINDS[table.role] ? kindByContent(table) : undefined;
}

const GENERAL_ROLES: ReadonlySet<TableRole> = new Set(['general-budget-expenditure', 'basic-expenditure']);

const kindByContent = remember((table: Table): Kind | undefined => {
  const first = firstDigit(table);
  const isPlain = table.role === 'income' || table.role === 'expenditure';
  if (isPlain && OF_A_PART.test(compactLabel(table.title?.text ?? ''))) return undefined;
  if (table.role === 'general-budget-expenditure') return GENERAL[first ?? ''];
  return table.role === 'basic-expenditure' ? BASIC[first ?? ''] : KINDS[table.role];
});

/** 2: 支出功能分类; 3: 部门预算支出经济分类; 5: 政府预算支出经济分类. Undefined where they are mixed. */
const firstDigit = remember((table: Table): string | undefined => {
  const digits = new Set(table.rows.flatMap(({ code }) => code?.digits[0] ?? []));
  return digits.size === 1 ? [...digits][0] : undefined;
});
