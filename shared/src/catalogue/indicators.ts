import { lazy } from '../text/lazy.ts';
import { groupedBy } from '../text/lists.ts';
import { categoriesOf, type IndicatorCategory } from './indicatorHeadings.ts';
import { comparedNames, createNames } from './indicatorNames.ts';
import { normalizeName } from './names.ts';
import { createNearNames } from './nearIndicatorNames.ts';
import type { Pinyin } from './pinyin.ts';
import type { ProjectKind } from './projectKinds.ts';

/** A performance indicator that a 三级指标 cell may hold. */
export interface Indicator {
  /** `**` in a name stands for what the writer fills in: 购置**数量. */
  readonly name: string;
  readonly category: IndicatorCategory;
  /** Units to choose from; none where the indicator is described in words. */
  readonly units?: readonly string[];
  /** `定性`: described in words, not by a number. */
  readonly operator: '≥' | '≤' | '=' | '定性';
  /** A usual value, where there is one. */
  readonly value?: string;
  /** What it measures, and by what it is shown, in Chinese. A user's own may have none. */
  readonly meaning?: string;
  /** How it is computed: every rate has one. */
  readonly formula?: string;
  /** The kinds of project it fits; any project where there are none. */
  readonly kinds?: readonly ProjectKind[];
  /** Other names in use, as good as the name. */
  readonly aliases?: readonly string[];
  /** Wrong spellings that are printed for it. */
  readonly misspellings?: readonly string[];
  /**
   * Read in a sample disclosure, in other published documents, in a public repository, or general knowledge;
   * `own`: out of a file of the user's.
   */
  readonly origin: 'seed' | 'public' | 'github' | 'knowledge' | 'own';
}

/** An indicator as a document names it. */
export interface NamedIndicator {
  readonly indicator: Indicator;
  /**
   * `beginning`: the name was cut off, and one name alone goes on from there. `ending`: the library has only what
   * the name ends with, as 验收合格率 in 门窗验收合格率; it is computed alike.
   */
  readonly by: 'name' | 'alias' | 'misspelling' | 'beginning' | 'ending';
}

/** What checks ask a library of indicators. */
export interface IndicatorNames {
  /** The indicator that has a printed name for its name or another one, word for word. */
  exactly(text: string): NamedIndicator | undefined;
  /**
   * The name that a name which is none itself has but for one character; undefined where there is none, or several.
   *
   * @param name normalized
   * @param soundAlike whether two characters may be typed for each other
   */
  nearName(name: string, soundAlike: Pinyin['soundAlike']): string | undefined;
}

/** Look-ups over the library of indicators. */
export interface Indicators extends IndicatorNames {
  readonly all: readonly Indicator[];
  /**
   * Indicators that fit a printed 二级 or 一级 heading, in whatever form it is printed (产出数量, 社会效益指,
   * `经济效益 指标`, 1.质量指标); the exact category first. Empty for a heading that says nothing.
   */
  indicatorsFor(heading: string): readonly Indicator[];
  /** The indicator that a printed name means; undefined where the library has none. */
  named(text: string): NamedIndicator | undefined;
  /** How well letters fit the pinyin of a name. */
  readonly reader: Pinyin['reader'];
  /** This library with others laid over it in their order. */
  with(libraries: readonly (readonly Indicator[])[]): Indicators;
}

/** Makes the look-ups. `data` keeps its order within a category. */
export function createIndicators(data: readonly Indicator[], pinyin: Pinyin): Indicators {
  const byCategory = lazy(() => groupedBy(data, ({ category }) => category));
  const names = lazy(() => createNames(data));
  const near = lazy(() => createNearNames(data));
  return Object.freeze({
    all: data,
    reader: pinyin.reader,
    with: (libraries: readonly (readonly Indicator[])[]) =>
      createIndicators(mergeIndicators([data, ...libraries]), pinyin),
    named: (text: string) => names().named(text),
    exactly: (text: string) => names().exactly(text),
    nearName: (name: string, soundAlike: Pinyin['soundAlike']) => near()(name, soundAlike),
    indicatorsFor: (heading: string) =>
      categoriesOf(heading).flatMap((category) => byCategory().get(category) ?? []),
  });
}

/**
 * Libraries laid over each other. An indicator takes the place of those before it that have its name among
 * their own names, and stands in front of them: what a body has set for itself it wants first.
 */
function mergeIndicators(libraries: readonly (readonly Indicator[])[]): readonly Indicator[] {
  return libraries.reduce((below, above) => {
    const own = new Set(above.map(({ name }) => normalizeName(name)));
    return [...above, ...below.filter((each) => !comparedNames(each).some((name) => own.has(name)))];
  }, []);
}
