import { lazy } from '../text/lazy.ts';
import { type Catalogue, type CatalogueData, createCatalogue } from './catalogue.ts';
import changes from './data/changes.json';
import conflicts from './data/conflicts.json';
import crosswalk from './data/crosswalk.json';
import economicDepartment from './data/economic-department.json';
import economicGovernment from './data/economic-government.json';
import english from './data/english-names.json';
import explanations from './data/explanations.json';
import recurring from './data/explanations-recurring.json';
import functional from './data/functional.json';
import functionalRetired from './data/functional-retired.json';
import indicators from './data/indicators.json';
import pinyin from './data/pinyin.json';
import revenue from './data/revenue.json';
import { createIndicators, type Indicator, type Indicators } from './indicators.ts';
import { createPinyin } from './pinyin.ts';
import type {
  ChangeEntry,
  CodeEntry,
  ConflictEntry,
  CrosswalkEntry,
  EnglishName,
  ExplanationEntry,
  RecurringExplanation,
  SyllableEntry,
} from './record.ts';

/**
 * The data files as they are. The assertions are safe because schema.ts holds every file to these types, in
 * a test and at build time rather than at every start.
 */
const nationalData = lazy(
  (): CatalogueData => ({
    codes: {
      revenue: revenue as readonly CodeEntry[],
      functional: [...(functional as readonly CodeEntry[]), ...(functionalRetired as readonly CodeEntry[])],
      'economic-department': economicDepartment as readonly CodeEntry[],
      'economic-government': economicGovernment as readonly CodeEntry[],
    },
    crosswalk: crosswalk as readonly CrosswalkEntry[],
    conflicts: conflicts as readonly ConflictEntry[],
    changes: changes as readonly ChangeEntry[],
    explanations: explanations as readonly ExplanationEntry[],
    recurring: recurring as readonly RecurringExplanation[],
    english: english as readonly EnglishName[],
    syllables: pinyin as readonly SyllableEntry[],
  }),
);

const catalogue = lazy(() => createCatalogue(nationalData()));
const library = lazy(() =>
  createIndicators(indicators as readonly Indicator[], createPinyin(pinyin as readonly SyllableEntry[])),
);

/** What the catalogue of this package is made of, to lay other records over it. */
export function nationalCatalogueData(): CatalogueData {
  return nationalData();
}

/** The catalogue of this package, made when it is first asked for. */
export function nationalCatalogue(): Catalogue {
  return catalogue();
}

/** The library of performance indicators of this package. */
export function nationalIndicators(): Indicators {
  return library();
}
