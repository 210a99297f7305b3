import type { Finding } from '../../findings.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';
import { isRate } from './wording.ts';

/** Shorter words end many names. */
const MIN_REPEATED = 3;
/** Words that no reader can check (P14). */
const VAGUE =
  /^(?:有所|不断|进一步|持续|逐步|明显|显著|有效|较大|稳步|切实|大力)?(?:提升|提高|改善|增强|加强|促进|优化|完善|扩大)$|^(?:良好|较好|通畅|正常|较高|优|好|及时|使用|保障|长期|持续)$/;

/** 及时率 as the value of 完工及时率, or the whole name once more: the form was filled in with the indicator itself. */
function repeatsName(value: string, name: string): boolean {
  const repeated = compactLabel(name);
  if (value === repeated) return value.length >= MIN_REPEATED;
  return value.length >= MIN_REPEATED && isRate(value) && repeated.endsWith(value);
}

/** A value in words that cannot be measured (`indicator-vague`). */
export function vagueValues({ entries }: TableIndicators): Finding[] {
  return entries.flatMap(({ name, valueCell, value }): Finding[] => {
    if (name === '' || value?.kind !== 'described' || !valueCell) return [];
    const printed = compactLabel(valueCell.text);
    if (!VAGUE.test(printed) && !repeatsName(printed, name)) return [];
    return [
      {
        rule: 'indicator-vague',
        severity: RULES['indicator-vague'].severity,
        range: rangeOf(valueCell.span),
        params: { name, value: printed, rate: isRate(name) },
        related: [],
        fixes: [],
      },
    ];
  });
}
