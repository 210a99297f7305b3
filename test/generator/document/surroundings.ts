import type { Dialect } from '../dialects/dialect.ts';
import type { Layout } from '../layouts/layout.ts';
import { pick } from '../lists.ts';
import type { Unit } from '../model.ts';

/** How table numbers are printed: 表5 before the title, on a line of its own, or 附件3-5. */
export type TableNumbers = 'none' | 'in-title' | '表' | '附件' | '公开表';

/** The number of a table: in a line above its title, or before the title's words. */
export function tableNumber(
  numbers: TableNumbers,
  index: number,
): { readonly above: string; readonly before: string } {
  const number = index + 1;
  switch (numbers) {
    case 'none':
      return { above: '', before: '' };
    case 'in-title':
      return { above: '', before: `表${number} ` };
    case '表':
      return { above: `表${number}`, before: '' };
    case '附件':
      return { above: `附件3-${number}`, before: '' };
    case '公开表':
      return { above: `公开${String(number).padStart(2, '0')}表`, before: '' };
  }
}

const UNIT_WORDS: readonly ((unit: Unit) => string)[] = [
  (unit) => `单位：${unit}`,
  (unit) => `单位:${unit}`,
  (unit) => `单位: ${unit}`,
  (unit) => `金额单位：${unit}`,
  (unit) => `（单位：${unit}）`,
];

/** The line above a table that tells its unit: at the right where the dialect has a right side, or after the organ. */
export function unitWords(organ: string, unit: Unit, layout: Layout, dialect: Dialect): string {
  const words = pick(UNIT_WORDS, layout.unitWords)(unit);
  const gap = dialect.name === 'tab' ? '\t\t\t' : '  ';
  if (layout.unitPlace === 'form-line') return `填报单位：${organ}${gap}${words}`;
  const atRight = layout.unitWords % 2 === 1;
  if (atRight && dialect.name === 'tab') return gap + words;
  return atRight && dialect.name === 'aligned' ? ' '.repeat(40) + words : words;
}
