import { parse } from '#core/syntax/parse.ts';
import { LONG_TEXTS } from './longTexts.ts';
import { printGrowingTimes } from './processorTime.ts';

/** A program of its own: parses texts of 1,000 lines and of 10,000, as long disclosures have. */
printGrowingTimes(LONG_TEXTS, 1_000, (text) => () => parse(text));
