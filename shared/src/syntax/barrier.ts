import { isConflictMark } from './conflict.ts';
import { isSilenceLine } from './silenceLine.ts';

/** Whether a line is no part of the document's own text, so that no table takes it for a row. */
export function isBarrier(line: string): boolean {
  return isConflictMark(line) || isSilenceLine(line);
}
