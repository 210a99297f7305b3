import type { FigureKind, FigureRole } from './prose.ts';
import type { NumberToken } from './tokens.ts';
import { type BaseWords, type DirectionWords, findBase, findDirection, findGreaterLess } from './wording.ts';

/** What the words directly in front of a number say about the part it plays. */
export interface RoleReading {
  readonly role: FigureRole;
  readonly kind: FigureKind;
  readonly base?: BaseWords;
  readonly direction?: DirectionWords;
  /** 减少到, 增至: the value it came to. */
  readonly toward?: DirectionWords;
  /** A value of the year compared with: 较上年2.08万元减少…. */
  readonly isBase: boolean;
  /** The words behind 占. */
  readonly whole?: string;
  /** 完成年初预算的. */
  readonly completed?: string;
}

const LIMIT_BEFORE =
  /(?:单价|单位价值|单项价值|价值|单台|单套|单件|每台|限额|标准|不超过|不高于|不低于|不少于|超过|不超出|起点|[≥≤><≧≦])(?:为|在)?$/;
const LIMIT_BEHIND = /^(?:\(含\)|\(不含\)|\(含[^()]{0,8}\))?(?:及|\(含\))?(?:以上|以下|以内|之内|起)/;
/** 按每人每年 200元 */
const EACH = /每[人年月台次户个件辆套天]$|(?:平|[人户车辆台次批件班生月日])均[^,;。\d]{0,8}$/;
const SIGN_BEFORE = /[≥≤=><≧≦]$/;
const INDICATOR_BEFORE =
  /(?:满意度|满意率|合格率|完成率|及时率|覆盖率|办结率|达标率|准确率|利用率|上网率|到位率)(?:为|达|达到|不低于|在)?$/;
const SHARE = /占(?!用|有|地)/g;
const COMPLETION =
  /完成(?:了)?((?:年初|全年|调整|年度|当年|本年)?预算)?(?:数|任务|安排)?的?(?:比例)?(?:为|达)?$|((?:预算)?(?:完成率|执行率)|支出进度)(?:为|达|达到)?$/;
const MAX_WHOLE = 40;
const MAX_NAME = 12;

/** Reads the part a number plays from the words in front of it and a few behind. */
export function readRole(own: string, token: NumberToken, behind: string): RoleReading {
  const direction = findDirection(own);
  // 决算数大于预算数 5万元 names behind the word what is compared with.
  const more = direction && findGreaterLess(own.slice(direction.start));
  const base = direction && more ? shifted(more.base, direction.start) : findBase(own);
  const words = {
    ...(base && { base }),
    ...(direction && (direction.toValue ? { toward: direction } : { direction })),
    isBase: false,
  };
  if (isPercent(token)) return readPercent(own, words);
  const isMoney =
    token.unit.endsWith('元') || token.unit === '万' || token.unit === '亿' || token.unit === '';
  if (token.perUnit || EACH.test(own))
    return { ...words, role: isMoney ? 'value' : 'count', kind: 'unit-price' };
  const limited = LIMIT_BEHIND.test(behind) || (LIMIT_BEFORE.test(own) && !direction?.toValue);
  if (limited)
    return {
      ...words,
      role: isMoney ? 'value' : 'count',
      kind: SIGN_BEFORE.test(own) ? 'target' : 'threshold',
    };
  // 较上年减少1人 is no number of people that anything else could have.
  const isChange = direction !== undefined && !direction.toValue;
  if (!isMoney) return { ...words, role: 'count', kind: isChange ? 'difference' : 'statement' };
  if (isChange) return { ...words, role: 'change', kind: 'statement' };
  const isBase = base !== undefined && isEarlierAmount(own, base);
  return { ...words, isBase, role: 'value', kind: 'statement' };
}

function shifted(base: BaseWords, by: number): BaseWords {
  return { ...base, start: base.start + by, end: base.end + by };
}

/** 比上年增加了专项资金100万元: so much was added, which is no amount of that year. */
const CHANGED_BY = /^[有所]{0,2}(?:增加|减少|新增|增长|下降|压减|[调核追][增减])/;

/** 比2022年收入总预算 100万元: nothing stands behind the year but the name of the amount. */
function isEarlierAmount(own: string, base: BaseWords): boolean {
  const behind = own.slice(base.end);
  if (behind.length > MAX_NAME || CHANGED_BY.test(behind)) return false;
  return behind.length < 2 || !/(?:同比|相比|对比|比较)$/.test(own.slice(base.start, base.end));
}

function isPercent({ unit }: NumberToken): boolean {
  return unit === '%' || unit.endsWith('百分点');
}

function readPercent(own: string, words: Omit<RoleReading, 'role' | 'kind'>): RoleReading {
  const completed = COMPLETION.exec(own);
  if (completed) return { ...words, role: 'completion', kind: 'statement', completed: completed[1] ?? '' };
  const share = lastShare(own);
  if (share !== undefined && !words.direction)
    return { ...words, role: 'share', kind: 'statement', whole: share };
  if (SIGN_BEFORE.test(own) || INDICATOR_BEFORE.test(own))
    return { ...words, role: 'percent', kind: 'target' };
  if (words.direction) return { ...words, role: 'percent-change', kind: 'statement' };
  if (own === '的') return { ...words, role: 'completion', kind: 'statement', completed: '' };
  return { ...words, role: 'percent', kind: 'statement' };
}

/** The words behind the last 占, if they are few. */
function lastShare(own: string): string | undefined {
  let at = -1;
  for (const match of own.matchAll(SHARE)) at = match.index;
  return at === -1 || own.length - at > MAX_WHOLE ? undefined : own.slice(at + 1);
}
