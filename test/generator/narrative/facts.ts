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
}

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
    year: fc.integer({ min: 2019, max: 2026 }),
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
      };
    },
  );

export function sum(...pairs: readonly Pair[]): Pair {
  return pairs.reduce((all, each) => ({ now: all.now + each.now, before: all.before + each.before }), {
    now: 0,
    before: 0,
  });
}
