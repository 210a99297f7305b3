import { readProse } from '#core/disclosure/prose/readProse.ts';
import { parse } from '#core/syntax/parse.ts';

/**
 * A program of its own: reads prose in growing lengths and prints, as JSON, what each length took.
 *
 * It runs beside the tests and not among them, because the garbage that two thousand tests leave behind
 * is collected while the clock runs.
 */

const SENTENCE =
  '2023年收入预算5456.16万元,其中:一般公共预算拨款4461.66万元,占81.77%;比上年增加95.54万元,主要原因是增人。';

const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'sentences in one line': (size) => SENTENCE.repeat(size),
  'one sentence without end': (size) => SENTENCE.replaceAll('。', ',').repeat(size),
  'figures without marks': (size) => '收入1万元支出2万元'.repeat(4 * size),
  'lists that are never filled': (size) => '其中:'.repeat(20 * size),
  'brackets left open': (size) => '(1万元'.repeat(10 * size),
  directions: (size) => `${'增加额为率为幅度为'.repeat(10 * size)}5万元`,
  'lines that never end': (size) => '收入预算为一千多元的部门预算以及各类安排,预算1万元\n'.repeat(5 * size),
  'digits with blanks': (size) => `${'1 '.repeat(20 * size)}万元`,
  years: (size) => '2023年1万元,'.repeat(10 * size),
};

/** How often each length is read; the least of the times counts, for whatever disturbs only adds to it. */
const ATTEMPTS = 3;

/** Milliseconds of the processor, so that other programs do not count. */
function millisecondsFor(text: string): number {
  const attempts = Array.from({ length: ATTEMPTS }, () => {
    const tree = parse(text);
    const start = process.cpuUsage();
    readProse(tree);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...attempts);
}

/** What one kind of text took. */
export interface ProseTime {
  readonly name: string;
  /** Milliseconds for a text, and for one ten times as long. */
  readonly small: number;
  readonly large: number;
}

const times: ProseTime[] = Object.entries(TEXTS).map(([name, make]) => ({
  name,
  small: millisecondsFor(make(150)),
  large: millisecondsFor(make(1500)),
}));
process.stdout.write(JSON.stringify(times));
