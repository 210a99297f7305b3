import type { IndicatorCategory } from '../../catalogue/indicatorHeadings.ts';
import type { IndicatorNames, NamedIndicator } from '../../catalogue/indicators.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry, IndicatorMeasure } from '../../indicators/indicatorEntry.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import type { Severity } from '../../rules.ts';
import { isAmountUnit } from '../../text/amountUnits.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';
import { isBoundedRate, isRate } from './wording.ts';

type Side = '≥' | '≤';

/**
 * Where the sign of a value should be turned, and how sure that is: a warning where it can mean nothing else, or where the
 * user's own library has it so; a remark where it is what such indicators usually have.
 */
interface Wrong {
  readonly wanted: Side;
  readonly severity: Severity;
}

const HUNDRED = 100;
/** A limit below half of all is that of something bad, whatever it is called. */
const HALF = 50;
const TIMES: ReadonlySet<string> = new Set(['分钟', '小时', '天', '日', '工作日', '个工作日', '个月', '月']);
const COUNTED: ReadonlySet<string> = new Set(
  '个 人 名 户 家 次 人次 台 套 件 批 期 场 篇 份 项 处 座 公里 亩 平方米 万人 万人次 万件 支 所 条 宗 起'.split(
    ' ',
  ),
);
/** What effects are counted in; events, which had better not happen, are counted in 次, 起, 件. */
const OF_PEOPLE: ReadonlySet<string> = new Set('人 名 户 家 人次 万人 万人次 亩 公里 平方米 个'.split(' '));
/** What had better be less. */
const BAD =
  /投诉|差错|故障|事故|死亡|伤亡|伤残|发病|违规|违纪|违法|失误|流失|空置|损耗|误差|超支|逾期|缺陷|返工|破损|偏差|失业|负债|中断|信访|上访|舆情|拥堵|污染|排放|能耗|浓度|噪声|风险|贫困|漏|灾|火/;
/** What is done about it, or less of it, is good all the same; a limit kept to is one in either direction. */
const AGAINST_BAD =
  /处理|处置|办结|整改|化解|下降|降低|减少|压减|排查|修复|排除|解决|回复|响应|治理|防控|控制|达标|完成|调查|查处/;
/** What may be limited: 公务用车保有量, 编制人数, 一般性支出压减率. */
const LIMITED =
  /控制|压减|下降|降低|减少|变动|偏差|保有|编制|超编|人员经费|限额|限制|上限|占|比重|比例|成本|费|差/;
/** Times that had better be long. */
const LASTING =
  /供电|保障|续航|在线|使用|持续|保存|保管|留存|服务|开放|运行|值班|值守|学时|课时|学习|培训|年限|寿命|播出|播放|间隔|周期|提前/;
/** Money that had better be more, or that is handed on as it is. */
const MORE_MONEY =
  /节[约省]|增[加收]|收入|产值|投入|投资|到位|筹|标准|人均|单价|补助|补贴|工资|奖|救助|资助|发放|征收|税/;

/**
 * Values with a limit on the wrong side (`indicator-value`, P5): what had better be more is not to be ≤, costs and
 * times not ≥. Where the library has the name, its own sign tells; of what the user has set himself for certain.
 */
export function wrongDirections({ entries }: TableIndicators, library: IndicatorNames): Finding[] {
  return entries.flatMap((entry) => {
    const { name, measure, valueCell } = entry;
    const side = measure && sideOf(measure);
    if (name === '' || entry.torn || !measure || !valueCell || side === undefined) return [];
    const known = library.exactly(name);
    if (known && known.by !== 'misspelling' && known.indicator.operator === side) return [];
    const wrong = wrongBySense(entry, measure, side) ?? wrongByLibrary(known);
    return wrong ? finding(entry, wrong) : [];
  });
}

function sideOf({ operator }: IndicatorMeasure): Side | undefined {
  if (operator === '≥' || operator === '>') return '≥';
  return operator === '≤' || operator === '<' ? '≤' : undefined;
}

function wrongBySense(entry: IndicatorEntry, measure: IndicatorMeasure, side: Side): Wrong | undefined {
  return side === '≤' ? notAtMost(entry, measure) : notAtLeast(entry, measure);
}

function notAtMost(
  { name, level1, level2 }: IndicatorEntry,
  { number, unit }: IndicatorMeasure,
): Wrong | undefined {
  if (unit === '%' && isBoundedRate(name)) return { wanted: '≥', severity: 'warning' };
  if (isBad(name) || LIMITED.test(name)) return undefined;
  const isGoodRate = unit === '%' && isRate(name) && number.gte(HALF) && number.lt(HUNDRED);
  const [category] = (level2 ?? level1)?.categories ?? [];
  const isWork = !number.isZero() && isWorkOrGood(category, unit);
  return isGoodRate || isWork ? { wanted: '≥', severity: 'information' } : undefined;
}

/** Whether what is counted is done, or comes of what is done. */
function isWorkOrGood(category: IndicatorCategory | undefined, unit: string): boolean {
  if (category === '数量指标') return unit !== '' && unit !== '%' && !isAmountUnit(unit) && !TIMES.has(unit);
  return category !== undefined && EFFECTS.has(category) && (OF_PEOPLE.has(unit) || unit === '年');
}

const EFFECTS: ReadonlySet<IndicatorCategory> = new Set<IndicatorCategory>([
  '经济效益指标',
  '社会效益指标',
  '可持续影响指标',
]);

function notAtLeast({ name, level1, level2 }: IndicatorEntry, { unit }: IndicatorMeasure): Wrong | undefined {
  const [category] = (level2 ?? level1)?.categories ?? [];
  if (category === '时效指标' && TIMES.has(unit) && !LASTING.test(name))
    return { wanted: '≤', severity: 'warning' };
  if (category === '成本指标' || category === '经济成本指标')
    return isAmountUnit(unit) && !MORE_MONEY.test(name)
      ? { wanted: '≤', severity: 'information' }
      : undefined;
  const isCounted = unit === '%' || COUNTED.has(unit);
  return isCounted && isBad(name) && isMeasureOfBad(name)
    ? { wanted: '≤', severity: 'information' }
    : undefined;
}

function isBad(name: string): boolean {
  return BAD.test(name) && !AGAINST_BAD.test(name);
}

/** 事故起数, 投诉率, 故障次数; a name that only speaks of something bad may be of what is done about it. */
function isMeasureOfBad(name: string): boolean {
  return /(?:投诉|差错|故障|事故|死亡|伤亡|发病|违规|违纪|失误|流失|空置|超支|逾期|信访|上访|舆情)(?:发生)?(?:起|次|件|人|数|量|率)*$/.test(
    compactLabel(name),
  );
}

function wrongByLibrary(known: NamedIndicator | undefined): Wrong | undefined {
  if (!known || known.by === 'misspelling') return undefined;
  const { operator, origin } = known.indicator;
  if (operator !== '≥' && operator !== '≤') return undefined;
  return { wanted: operator, severity: origin === 'own' ? 'warning' : 'information' };
}

function finding(
  { name, value, valueCell, operatorCell }: IndicatorEntry,
  { wanted, severity }: Wrong,
): Finding[] {
  const hasOwn = value?.kind === 'measured' && value.operator !== undefined;
  const cell = hasOwn || !operatorCell ? valueCell : operatorCell;
  if (!cell) return [];
  const sign = operatorCell && !hasOwn ? compactLabel(operatorCell.text) : '';
  return [
    {
      rule: 'indicator-value',
      severity,
      range: rangeOf(cell.span),
      params: {
        state: wanted === '≥' ? 'direction' : 'direction-most',
        name,
        value: `${sign}${compactLabel(valueCell?.text ?? '')}`,
      },
      related: [],
      fixes: [],
    },
  ];
}
