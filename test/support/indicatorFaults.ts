import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { comparedName } from '#core/catalogue/indicatorNames.ts';
import { normalizeName } from '#core/catalogue/names.ts';
import type { RuleId } from '#core/rules.ts';
import type { IndicatorTable, ModelIndicator } from '../generator/indicatorTables.ts';

/** A fault of one indicator, and the rule that has to find it on the indicator's line. */
export interface IndicatorFault {
  readonly rule: RuleId;
  /** Where it can be known that it is a fault, by what a reader sees. */
  readonly fits: (indicator: ModelIndicator, table: IndicatorTable) => boolean;
  /** @param draw which of several ways to spoil it; not negative */
  readonly spoil: (indicator: ModelIndicator, draw: number) => ModelIndicator;
  /** Set where only columns show it: a line with a name alone may be a part of another name. */
  readonly needsColumns?: true;
  /** Set where it depends on what the row stands under: without columns only a heading of its own line tells. */
  readonly needsHeading?: true;
  /** Set where it depends on the form above, which texts without separators part from the list. */
  readonly needsForm?: true;
}

const isSatisfaction = ({ level2 }: ModelIndicator) => level2 === '服务对象满意度指标';
const isBounded = ({ name, unit }: ModelIndicator) =>
  unit === '%' && /(?:满意度|合格率|通过率|及时率|知晓率)$/.test(name);
const isBenefit = ({ level1 }: ModelIndicator) => level1 === '效益指标';
/** Shorter names are said of many things, and may be what is left of a longer one. */
const MIN_NAME = 4;

/** What may go wrong in one row, by name. Of names that the library does not know a slip of one character is seen by nobody. */
export const ROW_FAULTS: Readonly<Record<string, IndicatorFault>> = {
  'the unit is missing': {
    rule: 'indicator-value',
    fits: ({ unit, name }) => unit !== '%' && !/[次时率]$/.test(name),
    spoil: (indicator) => ({ ...indicator, unit: '' }),
    needsColumns: true,
  },
  'the per cent sign is missing': {
    rule: 'indicator-value',
    fits: ({ unit, name }) => unit === '%' && /(?:率|度|比例)$/.test(name),
    spoil: (indicator) => ({ ...indicator, unit: '' }),
  },
  'the sign of satisfaction is missing': {
    rule: 'indicator-operator',
    fits: isSatisfaction,
    spoil: (indicator) => ({ ...indicator, operator: '' }),
  },
  'the sign is reversed': {
    rule: 'indicator-value',
    fits: isBounded,
    spoil: (indicator) => ({ ...indicator, operator: '≤' }),
  },
  'the sign of what is done is turned': {
    rule: 'indicator-value',
    fits: ({ level2, operator }) => level2 === '数量指标' && operator === '≥',
    spoil: (indicator) => ({ ...indicator, operator: '≤' }),
    needsHeading: true,
  },
  'the sign of a cost is turned': {
    rule: 'indicator-value',
    fits: ({ level2 }) => level2 === '经济成本指标',
    spoil: (indicator) => ({ ...indicator, operator: '≥' }),
    needsHeading: true,
  },
  'the sign of a time is turned': {
    rule: 'indicator-value',
    fits: ({ level2, unit, operator }) => level2 === '时效指标' && unit === '小时' && operator === '≤',
    spoil: (indicator) => ({ ...indicator, operator: '≥' }),
    needsHeading: true,
  },
  'the sign of any number is missing': {
    rule: 'indicator-operator',
    fits: ({ operator, number }) => operator !== '' && number !== '100',
    spoil: (indicator) => ({ ...indicator, operator: '' }),
  },
  'a zero too many': {
    rule: 'indicator-value',
    fits: isBounded,
    spoil: (indicator) => ({ ...indicator, number: `${indicator.number}0` }),
  },
  'satisfaction under an effect': {
    rule: 'indicator-group',
    fits: isBenefit,
    spoil: (indicator) => ({ ...indicator, name: '周边居民满意度', operator: '≥', number: '90', unit: '%' }),
    needsHeading: true,
  },
  'satisfaction as the value of an effect': {
    rule: 'indicator-group',
    fits: isBenefit,
    spoil: (indicator) => ({ ...indicator, operator: '', number: '满意度≥90%', unit: '' }),
    needsHeading: true,
  },
  'words nobody can check': {
    rule: 'indicator-vague',
    fits: isBenefit,
    spoil: (indicator, draw) => ({
      ...indicator,
      operator: '',
      number: VAGUE[draw % VAGUE.length] ?? '',
      unit: '',
    }),
  },
  'a cost beyond all the money': {
    rule: 'indicator-cost',
    fits: ({ name }) => name === '培训费' || name === '设备购置费',
    spoil: (indicator) => ({ ...indicator, number: `${indicator.number.replace('.', '')}0` }),
    needsForm: true,
  },
  'a cost among what is done': {
    rule: 'indicator-group',
    fits: ({ level2 }) => level2 === '数量指标' || level2 === '时效指标',
    spoil: (indicator) => ({ ...indicator, name: '场地租赁费', operator: '≤', number: '3.6', unit: '万元' }),
    needsHeading: true,
  },
  'a price without its money': {
    rule: 'indicator-value',
    fits: ({ level2 }) => level2 === '经济成本指标',
    spoil: (indicator) => ({
      ...indicator,
      name: '劳务费用标准',
      operator: '≤',
      number: '320',
      unit: '人/天',
    }),
  },
  'grades of which none is chosen': {
    rule: 'indicator-template',
    fits: isBenefit,
    spoil: (indicator) => ({ ...indicator, operator: '', number: '优、良、中、差', unit: '' }),
  },
  'a deadline of the year before': {
    rule: 'indicator-period',
    fits: ({ level2 }) => level2 === '时效指标',
    spoil: (indicator) => ({
      ...indicator,
      name: '项目完成时间',
      operator: '',
      number: '2022年11月底前',
      unit: '',
    }),
    needsHeading: true,
  },
  'a heading with a character wrong': {
    rule: 'indicator-heading',
    fits: ({ level2 }, { layout }) => level2 === '社会效益指标' && layout.merged === 'no' && !layout.local,
    spoil: (indicator) => ({ ...indicator, level2: '社会效应指标' }),
  },
  'a heading in a local form': {
    rule: 'indicator-heading',
    fits: ({ level2 }, { layout }) => level2 === '可持续影响指标' && layout.merged === 'no' && !layout.local,
    spoil: (indicator) => ({ ...indicator, level2: '可持续发展指标' }),
  },
  'the name of a rate with a character wrong': {
    rule: 'word-slip',
    fits: ({ name }) => /[合及]格?[时格]率$|满意度$/.test(name),
    spoil: (indicator) => ({
      ...indicator,
      name: indicator.name.replace(/意度$/, '义度').replace(/格率$/, '格律').replace(/时率$/, '实率'),
    }),
  },
  'a name of the library with a character that sounds alike': {
    rule: 'word-slip',
    fits: ({ name }) => isInLibrary(name) && misspellings(name).length > 0,
    spoil: (indicator, draw) => {
      const all = misspellings(indicator.name);
      return { ...indicator, name: all[draw % all.length] ?? indicator.name };
    },
  },
  'a value left blank': {
    rule: 'indicator-value',
    fits: ({ name }) => name.length >= MIN_NAME,
    spoil: (indicator) => ({ ...indicator, operator: '', number: '', unit: '' }),
    needsColumns: true,
  },
};

const VAGUE = ['有所提升', '良好', '通畅', '正常', '进一步提高', '明显改善', '较好', '显著增强'];

function isInLibrary(name: string): boolean {
  return nationalIndicators().exactly(name)?.by === 'name' && normalizeName(name).length >= MIN_NAME;
}

const CHARACTERS = [...new Set(nationalIndicators().all.flatMap(({ name }) => [...name]))].filter((each) =>
  /\p{Script=Han}/u.test(each),
);
/** Words of which either character is right, whatever the library prints: 检测 and 监测, 制订 and 制定. */
const EITHER = /[监检]测|[制订定修]|[的地得]/;

const known = new Map<string, readonly string[]>();

/** The characters of the library that are typed like one. */
function typedLike(character: string): readonly string[] {
  const { soundAlike } = nationalCatalogue();
  let alike = known.get(character);
  if (!alike) {
    alike = CHARACTERS.filter((other) => other !== character && soundAlike(other, character));
    known.set(character, alike);
  }
  return alike;
}

/** A name with one of its characters exchanged for one that is typed alike; not those that are another name. */
function misspellings(name: string): readonly string[] {
  if (EITHER.test(name)) return [];
  return [...name].flatMap((character, at) =>
    typedLike(character).flatMap((other) => {
      const misspelt = name.slice(0, at) + other + name.slice(at + 1);
      return nationalIndicators().exactly(comparedName(misspelt)) ? [] : [misspelt];
    }),
  );
}
