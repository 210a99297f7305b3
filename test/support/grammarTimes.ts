import { loadGrammar } from '../unit/client/grammar.ts';
import { printGrowingTimes } from './processorTime.ts';

/** Each of these makes a careless pattern try every way of splitting the line. */
const REPEATED: readonly string[] = [
  '-',
  '|',
  '| ',
  '|-',
  '\t',
  '\t1',
  '** ',
  '表',
  '（',
  '（一',
  '1,234',
  '1, ',
  '1. ',
  '_',
  '收 入 ',
  ' ',
  '#',
  '201\t',
  '<b',
];

/** A line of so many characters, and one more that fits none of them. */
const lineOf =
  (unit: string) =>
  (length: number): string =>
    `${unit.repeat(Math.ceil(length / unit.length))}x`;

/** A program of its own: colours lines of 4,000 characters and of 40,000. */
void loadGrammar().then((colour) =>
  printGrowingTimes(
    Object.fromEntries(REPEATED.map((unit) => [JSON.stringify(unit), lineOf(unit)])),
    4_000,
    (line) => () => colour(line),
  ),
);
