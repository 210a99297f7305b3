import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IndicatorCategory } from '../../catalogue/indicatorHeadings.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorGroup } from '../../indicators/indicatorEntry.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';
import { wordSlip } from '../text/wordSlipFinding.ts';
import { isSlip } from './nameSlips.ts';

/** Numbering and the closing word are no part of what a heading is called. */
const AROUND = /^(?:[一二三四五六七八九十\d]+[、.])|(?:指标|指)$/g;

/** What the national templates of either framework print, without 指标. Of the others any form will do. */
const STANDARD: Readonly<Partial<Record<IndicatorCategory, readonly string[]>>> = {
  数量指标: ['数量'],
  质量指标: ['质量'],
  时效指标: ['时效'],
  成本指标: ['成本'],
  社会成本指标: ['社会成本'],
  生态环境成本指标: ['生态环境成本'],
  经济效益指标: ['经济效益'],
  社会效益指标: ['社会效益'],
  生态效益指标: ['生态效益'],
  可持续影响指标: ['可持续影响'],
};

/**
 * Headings of 二级指标 in a local form or an older one (`indicator-heading`): 可持续发展指标 for 可持续影响指标,
 * 产出数量 for 数量指标. Local templates print them, so this is a remark and no more (domain rules §4.1). A character
 * that sounds like the one meant is surely a slip (`word-slip`).
 */
export function localHeadings({ groups }: TableIndicators, soundAlike: Catalogue['soundAlike']): Finding[] {
  return groups.flatMap((group): Finding[] => {
    const standard = standardOf(group);
    if (standard === undefined) return [];
    const range = rangeOf(group.cell.span);
    const printed = compactLabel(group.cell.text);
    if (group.meant !== undefined && isSlip(printed, group.meant, soundAlike))
      return [wordSlip(range, printed, group.meant)];
    return [
      {
        rule: 'indicator-heading',
        severity: RULES['indicator-heading'].severity,
        range,
        params: { printed, standard },
        related: [],
        fixes: [
          {
            action: { kind: 'replace-name', name: standard },
            preferred: true,
            edits: [{ range, newText: standard }],
          },
        ],
      },
    ];
  });
}

/** The standard name of a 二级 heading that is printed otherwise; undefined for standard ones and for 一级. */
function standardOf({ cell, categories, meant }: IndicatorGroup): string | undefined {
  if (meant !== undefined) return meant;
  // A heading that is wrapped has its standard name in pieces: it cannot be told from a local one.
  if (cell.whole !== undefined && cell.whole !== cell.text) return undefined;
  const [category, ...others] = categories;
  if (!category || others.length > 0 || /\s/.test(cell.text)) return undefined;
  const stem = compactLabel(cell.text).replace(AROUND, '');
  const accepted = STANDARD[category];
  return !accepted || accepted.includes(stem) ? undefined : category;
}
