import { parseNumbering } from '../text/numbering.ts';
import { GROUP_TOTAL } from '../text/totalWords.ts';
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

/** What items are called in all documents, whatever ends their names. */
const CAR = '公务用?车';
const RUNNING = '运行(?:维护)?';
const END = '(?:费用?)?(?:支出)?';

/** 公务用车购置费和运行维护费, and 公务用车费 for short; 公务用车 alone may be the vehicles themselves. */
const OF_VEHICLES = `${CAR}(?:购置(?:费用?)?[及和与、](?:${CAR})?${RUNNING}${END}|费用?|(?:费用?)?支出)`;
const NAMES: readonly (readonly [ThreePublicItem, RegExp])[] = [
  ['abroad', whole(`因公出国(?:\\(境\\)|境)?${END}`)],
  ['vehicles', whole(OF_VEHICLES)],
  ['purchase', whole(`${CAR}购置${END}`)],
  ['running', whole(`${CAR}${RUNNING}${END}`)],
  ['reception', whole(`公务接待${END}`)],
  ['meetings', whole('会议费(?:支出)?')],
  ['training', whole('培训费(?:支出)?')],
];
/** What the parts of 公务用车 are called for short below its heading. */
const SHORT_NAMES: readonly (readonly [ThreePublicItem, RegExp])[] = [
  ['purchase', whole(`购置${END}`)],
  ['running', whole(`${RUNNING}${END}`)],
];
/** What a table of “三公”经费 may have beside them, so that 合计 is not theirs alone. */
const BESIDE = /会议|培训|运行经费/;
/** What “三公”经费 consist of by law (规则 A12): without these a table is another one. */
export const THREE_PUBLIC_ITEMS = ['abroad', 'vehicles', 'purchase', 'running', 'reception'] as const;
const YEAR = /^(?:20\d\d年)?(?:年初)?[预决]算数$/;
const STUB = /^(?:(?:预算)?单位|部门)?(?:编码|代码|名称)$|^(?:预算)?单位$/;
const OTHER = /^(?:财政拨款)?“三公”经费(?:支出)?(?:[预决]算数)?(?:\([^()]*\))?$|^其中:?$|^备注$/;

/** What a whole heading is of, by its full name or a short one; undefined where it is none of these. */
export function threePublicItem(text: string): ThreePublicItem | undefined {
  return namedThreePublicItem(text) ?? vehiclePartCalled(text);
}

/** What a label is of that says it by itself: 公务用车购置费, but not 购置费. */
export function namedThreePublicItem(text: string): ThreePublicItem | undefined {
  return itemIn(NAMES, text);
}

/** Which part of 公务用车 购置费 or 运行费 is, below a heading that says of what. */
export function vehiclePartCalled(text: string): ThreePublicItem | undefined {
  return itemIn(SHORT_NAMES, text);
}

function itemIn(
  names: readonly (readonly [ThreePublicItem, RegExp])[],
  text: string,
): ThreePublicItem | undefined {
  const label = compactLabel(text);
  return names.find(([, pattern]) => pattern.test(label))?.[0];
}

function whole(words: string): RegExp {
  return new RegExp(`^(?:${words})$`);
}

/**
 * The words of a label behind its number and 其中, in either order: 其中：（一）因公出国（境）支出, （1）公务用车购置费.
 * In half width and without blanks.
 */
export function nameOfItem(label: string): string {
  const behind = (words: string) => words.slice(parseNumbering(words)?.length ?? 0);
  return behind(behind(compactLabel(label)).replace(/^其中:?/, ''));
}

/** 会议费 and 培训费: they stand beside “三公”经费 and are no part of it (A12). */
export function isOfMeetings(name: string): boolean {
  const item = namedThreePublicItem(name);
  return item === 'meetings' || item === 'training';
}

/** Whether a label is of 会议, 培训 or 机关运行经费, whatever else it says. */
export function isBesideThreePublic(label: string): boolean {
  return BESIDE.test(compactLabel(label));
}

/** Whether words are a whole heading that a table of “三公”经费 may have. */
export function isThreePublicHeading(text: string): boolean {
  const label = compactLabel(text);
  return (
    threePublicItem(text) !== undefined || [GROUP_TOTAL, YEAR, STUB, OTHER].some((own) => own.test(label))
  );
}

/** Whether headings are those of a table of “三公”经费: all parts by law (规则 A12) are among them. */
export function areThreePublicHeadings(texts: readonly string[]): boolean {
  const items = new Set(texts.map(threePublicItem));
  return THREE_PUBLIC_ITEMS.every((item) => items.has(item));
}

/** 合计 or 小计. */
export function isTotalHeading(text: string): boolean {
  return GROUP_TOTAL.test(compactLabel(text));
}

/** 2024年预算数. */
export function isYearHeading(text: string): boolean {
  return YEAR.test(compactLabel(text));
}

/** The heading of codes or names in front of the figures. */
export function isStubHeading(text: string): boolean {
  return STUB.test(compactLabel(text));
}
