import type { IndicatorCategory } from '../../catalogue/indicatorHeadings.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';

/** A kind of indicators, and the headings that will do for it. */
interface Kind {
  readonly name: string;
  readonly headings: readonly IndicatorCategory[];
  /** The names of projects that need it; every project does where there is none. */
  readonly projects?: RegExp;
}

/** Building, buying and software: 财预〔2021〕101号 wants their cost measured first. */
const COSTLY =
  /工程(?!师|技术)|改造|修缮|新建|扩建|装修|加固|购置|信息化|(?:设备|物资|车辆|用品|服装|装备|仪器|软件).{0,4}(?:采购|更新)|(?:信息|平台|系统|网络|软件).{0,4}(?:建设|开发|升级)/;
/** What people are given or taught themselves, who can say whether they are satisfied. */
const FOR_PEOPLE = /便民|惠民|补贴|补助|救助|资助|助学|培训|公共服务/;

/** What a project has to show (P1). */
const NEEDED: readonly Kind[] = [
  { name: '数量指标', headings: ['数量指标'] },
  { name: '质量指标', headings: ['质量指标'] },
  {
    name: '效益指标',
    headings: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
  },
  {
    name: '成本指标',
    headings: ['成本指标', '经济成本指标', '社会成本指标', '生态环境成本指标'],
    projects: COSTLY,
  },
  { name: '满意度指标', headings: ['服务对象满意度指标'], projects: FOR_PEOPLE },
];
/** A shorter list may be one of which most was lost. */
const MIN_ENTRIES = 4;

/**
 * A list of indicators that lacks a kind which every project has, or every project of its kind
 * (`indicator-missing`). Said only where it is known of each indicator what it stands under.
 *
 * @param project the name of the one project that the list is about; empty where it is not known
 */
export function missingKinds(entries: readonly IndicatorEntry[], project: string): Finding[] {
  const needed = NEEDED.filter(({ projects }) => projects?.test(project) ?? true);
  const named = entries.filter(({ name }) => name !== '');
  const [first] = named;
  if (!first || named.length < MIN_ENTRIES || !named.every(isPlaced)) return [];
  const present = new Set(named.flatMap(({ level2 }) => level2?.categories ?? []));
  const missing = needed.filter(({ headings }) => !headings.some((each) => present.has(each)));
  if (missing.length === 0 || present.size < 2) return [];
  return [
    {
      rule: 'indicator-missing',
      severity: RULES['indicator-missing'].severity,
      range: rangeOf(first.cell.span),
      params: { missing: missing.map(({ name }) => name) },
      related: [],
      fixes: [],
    },
  ];
}

function isPlaced({ level2 }: IndicatorEntry): boolean {
  return level2 !== undefined;
}
