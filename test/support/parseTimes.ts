import { parse } from '#core/syntax/parse.ts';
import { LONG_TEXTS } from './longTexts.ts';
import { printGrowingTimes } from './processorTime.ts';

/** A program of its own: parses texts of 2,000 lines and of 20,000, which the longest disclosures have. */
printGrowingTimes(LONG_TEXTS, 2_000, (text) => () => parse(text));
