import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { LONG_DISCLOSURES } from './longDisclosures.ts';
import { printGrowingTimes } from './processorTime.ts';

/** A program of its own: checks whole documents in two lengths. */
const options = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

printGrowingTimes(LONG_DISCLOSURES, 10, (text) => () => analyse(text, options));
