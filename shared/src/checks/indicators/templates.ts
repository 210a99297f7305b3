import type { Cell } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { toHalfWidth } from '../../text/width.ts';

/** Grades take no more characters than these. */
const LONGEST_CHOICE = 40;
const DOTS = /^[\s.…。·]*$/;
/** 优□ 良□: boxes of which none is ticked. */
const EMPTY_BOX = /[□☐▢]/;
const TICKED_BOX = /[☑■√✓✔]/;
const GRADES =
  /^(?:(?:优秀?|良好?|中等?|差|较?好|一般|较?差|较?高|较?低|不?合格|基本合格|不?达标|基本达标|显著|明显|有效|较有效)(?:[、,/|;\s]+|$)){3,}$/;
const GRADES_GLUED = /^(?:优良中低?差|优良中次差|高中低|好中差|优良差)$/;
const PREFIX_ONLY = /^(?:指标\s*[:：]?\s*\d*\s*[:：]\s*)+[\s.…。·]*$/;

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
  return PREFIX_ONLY.test(cell.text) && DOTS.test(valueCell?.text ?? '');
}

function isChoice(cell: Cell | undefined): cell is Cell {
  const text = toHalfWidth(cell?.whole ?? cell?.text ?? '').trim();
  if (text.length > LONGEST_CHOICE) return false;
  return GRADES.test(text) || GRADES_GLUED.test(text) || (EMPTY_BOX.test(text) && !TICKED_BOX.test(text));
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
