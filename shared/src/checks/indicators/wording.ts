import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import { compactLabel } from '../../text/width.ts';

/** Rates that can be no more than all: what is counted is a part of what it is divided by. */
const BOUNDED =
  /(?:满意度|满意率|合格率|及时率|覆盖率|到位率|达标率|优良率|准确率|通过率|入学率|参与率|知晓率|发放率|投运率|完好率|办结率|归档率|按时[^率]{1,6}率)$/;
const RATE = /(?:率|满意度|比例|占比|比重)$/;
/** 满意度调查次数 is of the survey, not of what it finds. */
const SATISFACTION = /满意(?:度|率)(?!(?:调查|测评|问卷|回访|评价(?!率|度|$)))/;

/** Whether a name is that of a rate which cannot exceed 100 %, and of which more is better. */
export function isBoundedRate(name: string): boolean {
  return BOUNDED.test(compactLabel(name));
}

/** Whether a name is that of a rate, so that its unit is %. */
export function isRate(name: string): boolean {
  return RATE.test(compactLabel(name));
}

/** Whether words speak of 满意度. */
export function speaksOfSatisfaction(text: string): boolean {
  return SATISFACTION.test(compactLabel(text));
}

/** Whether an indicator stands under 满意度; undefined where it is not known what it stands under. */
export function isUnderSatisfaction({ level1, level2 }: IndicatorEntry): boolean | undefined {
  const group = level2 ?? level1;
  return group?.categories.includes('服务对象满意度指标');
}
