import { nationalCatalogueData } from '#core/catalogue/data.ts';

/** The classifications as the catalogue has them: codes and names, nothing of how the reader uses them. */
const { codes } = nationalCatalogueData();

const functional = namesOf('functional');
const economic = namesOf('economic-department');
const government = namesOf('economic-government');

function namesOf(classification: 'functional' | 'economic-department' | 'economic-government') {
  return new Map(codes[classification].filter(isCurrent).map(({ code, name }) => [code, name]));
}

/** Whether a code holds in every year that disclosures are made for: see the plan of the budget. */
function isCurrent(entry: { readonly from?: number; readonly until?: number }): boolean {
  return entry.until === undefined && (entry.from ?? 0) <= 2021;
}

function nameIn(names: ReadonlyMap<string, string>, code: string): string {
  const name = names.get(code);
  if (name === undefined) throw new RangeError(`no name for ${code}`);
  return name;
}

/** 支出功能分类, 3, 5 or 7 digits. */
export const functionName = (code: string): string => nameIn(functional, code);

/** 部门预算支出经济分类, 3 or 5 digits. */
export const economicName = (code: string): string => nameIn(economic, code);

/** 政府预算支出经济分类, 3 or 5 digits. */
export const governmentName = (code: string): string => nameIn(government, code);

const itemsByGroup = new Map<string, string[]>();
for (const code of functional.keys()) {
  if (code.length === 7)
    itemsByGroup.set(code.slice(0, 5), [...(itemsByGroup.get(code.slice(0, 5)) ?? []), code]);
}

/** 款 whose 项 an ordinary department may have: 一般公共服务, 公共安全, 教育 and so on, not 社保, 医疗, 住房. */
export const OWN_FUNCTIONS: readonly string[] = [...functional.keys()].filter(
  (code) =>
    code.length === 5 &&
    /^(?:201|204|205|206|207|211|212|213|214|215|216|220|224)/.test(code) &&
    isOrdinary(code),
);

function isOrdinary(code: string): boolean {
  const budgets = codes.functional.find((entry) => entry.code === code)?.budgets ?? [];
  return budgets.every((budget) => budget === '一般公共预算') && itemsOf(code).length >= 3;
}

/** 项 of a 款. */
export function itemsOf(code: string): readonly string[] {
  return itemsByGroup.get(code) ?? [];
}

/** What every body with staff has, and the 款 that pays it: the same amounts stand under both classifications. */
export const WELFARE: readonly { readonly item: string; readonly economic: string }[] = [
  { item: '2210201', economic: '30113' },
  { item: '2080505', economic: '30108' },
  { item: '2080506', economic: '30109' },
  { item: '2101101', economic: '30110' },
  { item: '2101103', economic: '30111' },
  { item: '2101199', economic: '30112' },
  { item: '2089999', economic: '30112' },
  { item: '2080501', economic: '30302' },
  { item: '2109999', economic: '30307' },
  { item: '2080599', economic: '30399' },
  { item: '2210202', economic: '30102' },
];

/** What an institution (事业单位) has in the place of an administration's 项. */
export const INSTITUTION_ITEMS: Readonly<Record<string, string>> = {
  '2101101': '2101102',
  '2080501': '2080502',
};

export const WAGES = ['30101', '30102', '30103', '30107', '30114', '30199', '30106'] as const;

export const OPERATING = [
  '30201',
  '30202',
  '30207',
  '30211',
  '30217',
  '30228',
  '30229',
  '30299',
  '30203',
  '30204',
  '30205',
  '30206',
  '30209',
  '30213',
  '30215',
  '30216',
  '30226',
  '30231',
  '30239',
  '31002',
] as const;

export const PROJECT_ECONOMICS = [
  '30227',
  '30299',
  '30226',
  '30213',
  '30201',
  '30202',
  '30224',
  '30217',
  '30231',
  '30212',
  '30399',
  '31002',
  '31007',
  '31013',
  '31204',
] as const;

/** 项 that 政府性基金 pays. */
export const FUND_ITEMS = ['2120803', '2120801', '2082201'] as const;

/** 项 that 国有资本经营预算 pays. */
export const CAPITAL_ITEMS = ['2230105', '2230199'] as const;

/** 政府经济科目 of a 部门经济科目, after the national correspondence. */
export function governmentCode(department: string, institution: boolean): string {
  const group = department.slice(0, 3);
  if (group === '303') return PERSONAL[department] ?? '50999';
  if (group === '312') return '50701';
  if (institution) return { '301': '50501', '302': '50502' }[group] ?? '50601';
  if (group === '310') return CAPITAL[department] ?? '50306';
  return ADMINISTRATION[department] ?? (group === '301' ? '50199' : '50201');
}

const PERSONAL: Readonly<Record<string, string>> = { '30302': '50905', '30307': '50901' };

const CAPITAL: Readonly<Record<string, string>> = { '31013': '50303' };

const ADMINISTRATION: Readonly<Record<string, string>> = {
  '30101': '50101',
  '30102': '50101',
  '30103': '50101',
  '30108': '50102',
  '30109': '50102',
  '30110': '50102',
  '30111': '50102',
  '30112': '50102',
  '30113': '50103',
  '30203': '50205',
  '30212': '50207',
  '30213': '50209',
  '30215': '50202',
  '30216': '50203',
  '30217': '50206',
  '30224': '50204',
  '30226': '50205',
  '30227': '50205',
  '30231': '50208',
  '30299': '50299',
};
