import type { Figure } from '../../disclosure/prose/prose.ts';

/** What a finding calls a figure: its own words (of 占本年支出 those of the whole), or the 科目 in front of the paragraph; empty where neither is there. */
export function nameOf({ label, subject }: Figure): string {
  return label === '' ? (subject?.name ?? '') : label.replace(/^占/, '');
}
