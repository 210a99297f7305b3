import { type Catalogue, type CatalogueAddition, createCatalogue } from '#core/catalogue/catalogue.ts';
import { nationalCatalogue, nationalCatalogueData, nationalIndicators } from '#core/catalogue/data.ts';
import type { Indicator, Indicators } from '#core/catalogue/indicators.ts';
import { readUserCatalogue } from '#core/catalogue/userCatalogue.ts';
import { readUserIndicators } from '#core/catalogue/userIndicators.ts';
import type { FileKind } from './userFiles.ts';

/** Files of the setting `catalogue`: codes of the user's own. */
export const CATALOGUE_FILES: FileKind<CatalogueAddition, Catalogue> = {
  ours: nationalCatalogue,
  read: readUserCatalogue,
  combine: (additions) => createCatalogue(nationalCatalogueData(), ...additions),
};

/** Files of the setting `indicators`: performance indicators of the user's own. */
export const INDICATOR_FILES: FileKind<readonly Indicator[], Indicators> = {
  ours: nationalIndicators,
  read: (text) => {
    const { indicators, problems } = readUserIndicators(text);
    return { addition: indicators, problems };
  },
  combine: (additions) => nationalIndicators().with(additions),
};
