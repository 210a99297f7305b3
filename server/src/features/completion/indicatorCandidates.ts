import { fitFor, type ProjectText } from '#core/catalogue/indicatorFit.ts';
import { categoriesOf } from '#core/catalogue/indicatorHeadings.ts';
import { comparedName, comparedNames } from '#core/catalogue/indicatorNames.ts';
import type { Indicator, Indicators } from '#core/catalogue/indicators.ts';
import type { NameReader } from '#core/catalogue/pinyin.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { Table } from '#core/disclosure/table.ts';
import type { IndicatorPlace } from '#core/indicators/indicatorPlace.ts';
import { remember } from '#core/text/remember.ts';
import { matchRank, type Wanted, wanted } from './indicatorMatch.ts';

/** The 一级 headings of both frameworks; each 二级 heading belongs under one of them. */
const FIRST_LEVELS = ['产出指标', '成本指标', '效益指标', '满意度指标', '预算执行'];
/** What counts for an indicator beside its fit: use in another table. */
const ELSEWHERE = 2;
/** Once more in the same table is what is wanted least. */
const ALREADY = -100;
/** Steps from one quality of match to the next: no sum of the above reaches it. */
const MATCH = 1000;
/** Longer lists are cut, those of the row's own heading and the others: the next letter shortens them. */
const MOST_OWN = 300;
const MOST_OTHERS = 100;
/** Places of more projects and headings than a writer goes back and forth between. */
const MOST_REMEMBERED = 32;

/** A name as it is compared and as it is read. */
interface CandidateName {
  readonly name: string;
  readonly reader: NameReader;
}

/** An indicator with what is known of it before anything is typed. */
interface Candidate extends CandidateName {
  readonly indicator: Indicator;
  readonly others: readonly CandidateName[];
  /** How well it fits the project. */
  readonly likely: number;
}

/**
 * The indicators that hold what is typed, or are read so, by their own name or another. Those of the row's 二级
 * heading come before the others of its 一级; among these the better match, then the likelier: what fits the
 * project, what the document has in other tables, and last what this table has already.
 */
export function indicatorCandidates(
  typed: string,
  row: EditedRow,
  place: IndicatorPlace,
  { tables, organ = '' }: Disclosure,
  project: ProjectText,
  library: Indicators,
): Indicator[] {
  const word = wanted(typed);
  const here = namesIn(row.placed.table);
  const ownLine = row.line - row.placed.line;
  const elsewhere = new Set<string>();
  for (const { table } of tables) {
    if (!table.indicators || table === row.placed.table) continue;
    for (const name of namesIn(table).keys()) elsewhere.add(name);
  }
  const inDocument = (name: string) => {
    const line = here.get(name);
    if (line !== undefined && line !== ownLine) return ALREADY;
    return elsewhere.has(name) ? ELSEWHERE : 0;
  };
  return groupsFor(library, place, project, organ).flatMap((group, index) =>
    bestFirst(group, word, inDocument).slice(0, index === 0 ? MOST_OWN : MOST_OTHERS),
  );
}

/** @param inDocument what the document's own use of a name counts for */
function bestFirst(
  candidates: readonly Candidate[],
  word: Wanted,
  inDocument: (name: string) => number,
): Indicator[] {
  const byScore = new Map<number, Indicator[]>();
  for (const { indicator, name, reader, others, likely } of candidates) {
    let rank = matchRank(name, reader, word);
    if (rank === undefined && others.some((each) => (matchRank(each.name, each.reader, word) ?? 2) < 2)) {
      rank = 1;
    }
    if (rank === undefined) continue;
    const score = rank * MATCH - likely - inDocument(name);
    const equals = byScore.get(score);
    if (equals) equals.push(indicator);
    else byScore.set(score, [indicator]);
  }
  return [...byScore].sort(([a], [b]) => a - b).flatMap(([, indicators]) => indicators);
}

const remembered = remember((_library: Indicators) => new Map<string, readonly (readonly Candidate[])[]>());

/** The groups of a place with what is known of them; the same place is asked about letter by letter. */
function groupsFor(
  library: Indicators,
  place: IndicatorPlace,
  project: ProjectText,
  department: string,
): readonly (readonly Candidate[])[] {
  const known = remembered(library);
  const key = JSON.stringify([place.level1, place.level2, project, department]);
  let groups = known.get(key);
  if (!groups) {
    const fitness = fitFor(project, department);
    const named = (name: string): CandidateName => ({ name, reader: library.reader(name) });
    groups = groupsUnder(library, place).map((group) =>
      group.map((indicator) => {
        const [own = '', ...others] = comparedNames(indicator);
        return { indicator, ...named(own), others: others.map(named), likely: fitness(indicator) };
      }),
    );
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, groups);
  }
  return groups;
}

/** Those of the row's 二级 heading, then the others of the same 一级. All, where no heading is in sight. */
function groupsUnder(
  { all, indicatorsFor }: Indicators,
  { level1, level2 }: IndicatorPlace,
): readonly (readonly Indicator[])[] {
  const heading = level2 ?? level1;
  if (heading === undefined) return [all];
  const fitting = indicatorsFor(heading);
  const [category] = categoriesOf(heading);
  // 成本指标 heads costs of every kind where it is a 一级 heading; its own come first.
  const exact = new Set(
    level2 === undefined ? fitting : fitting.filter((each) => each.category === category),
  );
  const parents = level1 === undefined ? FIRST_LEVELS : [level1, ...FIRST_LEVELS];
  const parent = parents.find((each) => category !== undefined && categoriesOf(each).includes(category));
  const others = new Set([...fitting, ...(parent === undefined ? [] : indicatorsFor(parent))]);
  return [[...exact], [...others].filter((each) => !exact.has(each))];
}

/** Every cell of a table as a name is compared, with its line. */
const namesIn = remember((table: Table): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  for (const { cells, line } of table.rows) {
    for (const cell of cells) if (cell) names.set(comparedName(cell.whole ?? cell.text), line);
  }
  return names;
});
