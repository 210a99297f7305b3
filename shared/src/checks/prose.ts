import type { Passage, Prose } from '../disclosure/prose/prose.ts';
import { type Finding, placeFinding } from '../findings.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { wrongChanges } from './prose/changes.ts';
import { wrongLists } from './prose/lists.ts';
import { missingReasons } from './prose/reasons.ts';
import { cutUnits } from './prose/units.ts';

/** What is wrong with what the sentences of a document say, as far as they show it themselves. */
export function checkProse({ passages }: Prose): Finding[] {
  return passages.flatMap(({ line, passage }) => placedFindings(findingsIn(passage), line));
}

const findingsIn = remember((passage: Passage): readonly Finding[] => [
  ...wrongChanges(passage),
  ...wrongLists(passage),
  ...missingReasons(passage),
  ...cutUnits(passage),
]);

const placedFindings = rememberLast((findings: readonly Finding[], line: number): readonly Finding[] =>
  findings.map((finding) => placeFinding(finding, line)),
);
