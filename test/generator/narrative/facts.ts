import fc from 'fast-check';

/** An amount in hundredths of 万元, which is all that is printed. */
export type Hundredths = number;

/** A figure of this year's budget and of the year before. */
export interface Pair {
  readonly now: Hundredths;
  readonly before: Hundredths;
}

/** The budget of one body, of which every sentence and every table is true. */
export interface Facts {
  readonly organ: string;
  readonly year: number;
  /** Of all money. */
  readonly total: Pair;
  readonly general: Pair;
  readonly fund: Hundredths;
  readonly other: Hundredths;
  readonly carried: Hundredths;
  readonly basic: Pair;
  readonly project: Pair;
  readonly personnel: Pair;
  readonly publicFunds: Pair;
  readonly abroad: Pair;
  readonly purchase: Pair;
  readonly operation: Pair;
  readonly reception: Pair;
  readonly goods: Hundredths;
  readonly works: Hundredths;
  readonly services: Hundredths;
  /** What the general budget is spent on, by 项; the first is what is left of 基本支出. */
  readonly items: readonly Item[];
  /** Vehicles that are owned, by what they are for. */
  readonly vehicles: readonly number[];
}

/** A 项 of the general budget with the names over it. */
export interface Item {
  readonly code: string;
  readonly names: readonly [string, string, string];
  readonly basic: Pair;
  readonly project: Pair;
}

const NOTHING: Pair = { now: 0, before: 0 };
/** What is paid of the staff's wages for their insurance and housing, in percent of them. */
const BESIDE_WAGES: readonly (readonly [string, readonly [string, string, string], number])[] = [
  ['2080505', ['社会保障和就业支出', '行政事业单位养老支出', '机关事业单位基本养老保险缴费支出'], 12],
  ['2101101', ['卫生健康支出', '行政事业单位医疗', '行政单位医疗'], 6],
  ['2210201', ['住房保障支出', '住房改革支出', '住房公积金'], 9],
];

const amount = (max: number) => fc.integer({ min: 10_000, max });
/** Nothing at all, as often as not. */
const maybe = (max: number) => fc.oneof(fc.constant(0), amount(max));
/** Last year's figure: the same, or up to a third more or less. */
const changed = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: -330, max: 330 }) },
);

function pair(now: Hundredths, permille: number): Pair {
  return { now, before: now - Math.trunc((now * permille) / 1000) };
}

const small = fc.record({
  now: fc.oneof(fc.constant(0), fc.integer({ min: 50, max: 3_000 })),
  permille: changed,
});
const part = (max: number) => fc.record({ now: amount(max), permille: changed });

/** Budgets whose figures differ from each other by more than rounding. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc
  .record({
    organ: fc.constantFrom('青川县水利局', '安澜市档案馆', '北浦区统计局', '石桥县民政局'),
    year: fc.integer({ min: 2021, max: 2026 }),
    personnel: part(200_000),
    publicFunds: part(60_000),
    generalProject: part(900_000),
    fund: maybe(90_000),
    other: maybe(80_000),
    carried: maybe(70_000),
    before: fc.integer({ min: -200, max: 200 }),
    abroad: small,
    purchase: small,
    operation: small,
    reception: small,
    goods: maybe(50_000),
    works: maybe(50_000),
    services: amount(80_000),
    vehicles: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(5)),
  })
  .map(
    ({
      personnel,
      publicFunds,
      generalProject,
      before,
      abroad,
      purchase,
      operation,
      reception,
      ...rest
    }): Facts => {
      const [staff, running, ofGeneral] = [personnel, publicFunds, generalProject].map(({ now, permille }) =>
        pair(now, permille),
      ) as [Pair, Pair, Pair];
      const basic = sum(staff, running);
      const general = sum(basic, ofGeneral);
      const projectNow = ofGeneral.now + rest.fund + rest.other + rest.carried;
      const project = { now: projectNow, before: projectNow - Math.trunc((projectNow * before) / 1000) };
      const [a, b, c, d] = [abroad, purchase, operation, reception].map(({ now, permille }) =>
        pair(now, permille),
      ) as [Pair, Pair, Pair, Pair];
      return {
        ...rest,
        personnel: staff,
        publicFunds: running,
        basic,
        general,
        project,
        total: sum(basic, project),
        abroad: a,
        purchase: b,
        operation: c,
        reception: d,
        items: itemsOf(basic, staff, ofGeneral),
      };
    },
  );

/** 行政运行 and the insurances make up 基本支出, 一般行政管理事务 is the project. */
function itemsOf(basic: Pair, staff: Pair, project: Pair): readonly Item[] {
  const beside = BESIDE_WAGES.map(([code, names, share]) => ({
    code,
    names,
    basic: { now: percentPart(staff.now, share), before: percentPart(staff.before, share) },
    project: NOTHING,
  }));
  const running = beside.reduce((left, item) => difference(left, item.basic), basic);
  const office = ['一般公共服务支出', '政府办公厅（室）及相关机构事务'] as const;
  return [
    { code: '2010301', names: [...office, '行政运行'], basic: running, project: NOTHING },
    { code: '2010302', names: [...office, '一般行政管理事务'], basic: NOTHING, project },
    ...beside,
  ];
}

function percentPart(value: Hundredths, share: number): Hundredths {
  return Math.trunc((value * share) / 100);
}

function difference(whole: Pair, part: Pair): Pair {
  return { now: whole.now - part.now, before: whole.before - part.before };
}

export function sum(...pairs: readonly Pair[]): Pair {
  return pairs.reduce((all, each) => ({ now: all.now + each.now, before: all.before + each.before }), {
    now: 0,
    before: 0,
  });
}
