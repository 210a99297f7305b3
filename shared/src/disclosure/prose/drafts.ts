import type { Label } from './labels.ts';
import type { FigureUnit, Reading, Stretch } from './prose.ts';
import type { RoleReading } from './roles.ts';
import { type FigureDraft, known, type Place, unknown } from './state.ts';
import type { NumberToken } from './tokens.ts';

/** What the print of a number and its place tell of a figure; the rest is for its role to say. */
export type PrintedDraft = Omit<
  FigureDraft,
  'concept' | 'subject' | 'isPrior' | 'list' | 'scope' | 'period' | 'year' | 'basis'
>;

/** A figure as printed. `own`: the stretch of its words. */
export function printedDraft(
  place: Place,
  token: NumberToken,
  own: Stretch,
  { kind, role }: RoleReading,
  label: Label,
): PrintedDraft {
  return {
    paragraph: place.paragraph,
    sentence: place.clause.sentence,
    group: place.clause.group,
    depth: place.clause.depth,
    token,
    digits: place.source.compact.text.slice(token.start, token.end),
    label,
    labelStretch: own,
    kind,
    role,
    unit: unitOf(token),
    inReason: place.reason !== undefined,
  };
}

/** The unit as printed; 万 alone is 万元 with its end cut off. */
function unitOf({ unit }: NumberToken): Reading<FigureUnit> {
  if (unit === '') return unknown('unit-missing');
  if (unit === '万' || unit === '亿') return known(`${unit}元`, 'likely', 'unit-cut');
  return known(unit === '个百分点' ? '百分点' : unit, 'certain', 'words');
}
