import type { Cell } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import { hasPrefix, isDots, isUnfilled } from '../../indicators/indicatorPrefix.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { toHalfWidth } from '../../text/width.ts';

/** Grades take no more characters than these. */
const LONGEST_CHOICE = 40;
/** 优□ 良□: boxes of which none is ticked. */
const EMPTY_BOX = /[□☐▢]/;
const TICKED_BOX = /[☑■√✓✔]/;
const GRADES: ReadonlySet<string> = new Set(
  (
    '优 优秀 良 良好 中 中等 差 较差 好 较好 一般 高 较高 低 较低 合格 不合格 基本合格 达标 不达标 基本达标 ' +
    '显著 明显 有效 较有效'
  ).split(' '),
);
const BETWEEN_GRADES = /[、,/|;\s]+/;
/** Of fewer, one may have been chosen. */
const MIN_GRADES = 3;
const GRADES_GLUED = /^(?:优良中低?差|优良中次差|高中低|好中差|优良差)$/;

/**
 * What the form of a list has left (`indicator-template`, P12): rows that were not filled in, `指标2：……`, in a list
 * that was, and grades (优、良、中、差) of which none is chosen. A form that is empty as a whole says that there is
 * nothing to fill in.
 */
export function leftTemplates({ entries }: TableIndicators): Finding[] {
  const filledIn = new Set(entries.flatMap(({ section, name }) => (name === '' ? [] : section)));
  return entries.flatMap((entry): Finding[] => {
    if (!filledIn.has(entry.section)) return [];
    if (entry.name !== '') return isChoice(entry.valueCell) ? finding(entry.valueCell, 'choice') : [];
    return isTemplate(entry) ? finding(entry.cell, 'row') : [];
  });
}

function isTemplate({ cell, valueCell }: IndicatorEntry): boolean {
  return hasPrefix(cell.text) && isUnfilled(cell.text) && isDots(valueCell?.text ?? '');
}

function isChoice(cell: Cell | undefined): cell is Cell {
  const text = toHalfWidth(cell?.whole ?? cell?.text ?? '').trim();
  if (text.length > LONGEST_CHOICE) return false;
  return areGrades(text) || GRADES_GLUED.test(text) || (EMPTY_BOX.test(text) && !TICKED_BOX.test(text));
}

/** Whether a text lists grades and nothing else. Behind the last a separator may stand. */
function areGrades(text: string): boolean {
  const parts = text.split(BETWEEN_GRADES);
  if (parts.at(-1) === '') parts.pop();
  return parts.length >= MIN_GRADES && parts.every((part) => GRADES.has(part));
}

/** Grades are there to be chosen from in some forms of whole provinces, so of them only a hint is given. */
function finding(cell: Cell, state: 'row' | 'choice'): Finding[] {
  return [
    {
      rule: 'indicator-template',
      severity: state === 'row' ? RULES['indicator-template'].severity : 'hint',
      range: rangeOf(cell.span),
      params: { state, printed: cell.text },
      related: [],
      fixes: [],
    },
  ];
}
