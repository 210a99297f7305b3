import { compactLabel } from '../text/width.ts';

/** What a column of a table of “三公”经费 is of; 会议费 and 培训费 some regions put beside it. */
export type ThreePublicItem =
  | 'abroad'
  | 'vehicles'
  | 'purchase'
  | 'running'
  | 'reception'
  | 'meetings'
  | 'training';

const ITEMS: readonly (readonly [ThreePublicItem, RegExp])[] = [
  ['abroad', /^因公出国\(境\)费用?$/],
  ['vehicles', /^公务用?车购置及运行(?:维护)?费?$/],
  ['purchase', /^(?:公务用?车)?购置费?$/],
  ['running', /^(?:公务用?车)?运行(?:维护)?费?$/],
  ['reception', /^公务接待费?$/],
  ['meetings', /^会议费$/],
  ['training', /^培训费$/],
];
/** Without these a table is another one. */
const NEEDED: readonly ThreePublicItem[] = ['abroad', 'vehicles', 'purchase', 'running', 'reception'];
const TOTAL = /^(?:合计|小计)$/;
const YEAR = /^(?:20\d\d年)?(?:年初)?[预决]算数$/;
const STUB = /^(?:(?:预算)?单位|部门)?(?:编码|代码|名称)$|^(?:预算)?单位$/;
const OTHER = /^(?:财政拨款)?“三公”经费(?:支出)?(?:[预决]算数)?(?:\([^()]*\))?$|^其中:?$|^备注$/;

/** What a whole heading is of; undefined where it is none of these. */
export function threePublicItem(text: string): ThreePublicItem | undefined {
  const label = compactLabel(text);
  return ITEMS.find(([, pattern]) => pattern.test(label))?.[0];
}

/** Whether words are a whole heading that a table of “三公”经费 may have. */
export function isThreePublicHeading(text: string): boolean {
  const label = compactLabel(text);
  return threePublicItem(text) !== undefined || [TOTAL, YEAR, STUB, OTHER].some((own) => own.test(label));
}

/** Whether headings are those of a table of “三公”经费: all parts by law (规则 A12) are among them. */
export function areThreePublicHeadings(texts: readonly string[]): boolean {
  const items = new Set(texts.map(threePublicItem));
  return NEEDED.every((item) => items.has(item));
}

/** 合计 or 小计. */
export function isTotalHeading(text: string): boolean {
  return TOTAL.test(compactLabel(text));
}

/** 2024年预算数. */
export function isYearHeading(text: string): boolean {
  return YEAR.test(compactLabel(text));
}

/** The heading of codes or names in front of the figures. */
export function isStubHeading(text: string): boolean {
  return STUB.test(compactLabel(text));
}
