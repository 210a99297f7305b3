import { readProse } from '#core/disclosure/prose/readProse.ts';
import { parse } from '#core/syntax/parse.ts';
import { printGrowingTimes } from './processorTime.ts';

/** A program of its own: reads prose in two lengths. */

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

printGrowingTimes(TEXTS, 150, (text) => {
  const tree = parse(text);
  return () => readProse(tree);
});
