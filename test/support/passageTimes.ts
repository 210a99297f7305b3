import { addedUp } from '#core/checks/prose/addedUp.ts';
import { reasonDirections } from '#core/checks/prose/reasonDirections.ts';
import { toldParts } from '#core/checks/prose/toldParts.ts';
import { readProse } from '#core/disclosure/prose/readProse.ts';
import { parse } from '#core/syntax/parse.ts';
import { printGrowingTimes } from './processorTime.ts';

/**
 * A program of its own: checks the changes of one passage in two lengths, without the reading, which takes so much
 * longer that it would hide them.
 */

const CHANGE =
  '2023年预算支出100.00万元，加上结转10.00万元，比上年增加10.00万元，增长11.11%，主要原因是人员增加。\n\n';

printGrowingTimes({ 'changes, each in a paragraph': (size) => CHANGE.repeat(size) }, 500, (text) => {
  const { passages } = readProse(parse(text));
  return () => {
    for (const { passage } of passages)
      for (const check of [addedUp, reasonDirections, toldParts]) check(passage);
  };
});
