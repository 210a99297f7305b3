/** A line of a document with the place where something is written; `end` is behind what is replaced. */
export interface WritingPlace {
  readonly line: string;
  readonly start: number;
  readonly end: number;
  /** The line above: in an empty line it tells what is being written. */
  readonly above: string;
}

/**
 * What is written for a code that was looked up: code and name as two cells at the end of a row, the code alone
 * where cells follow, and `name（code）` in a sentence.
 */
export function insertionFor(code: string, name: string, { line, start, end, above }: WritingPlace): string {
  const behind = line.slice(end).trim();
  const isEmpty = line.slice(0, start).trim() === '' && behind === '';
  const model = isEmpty && !line.includes('\t') ? above : line;
  if (model.trimStart().startsWith('|')) {
    if (behind !== '' && behind !== '|') return code;
    const opening = line.trimStart().startsWith('|') ? '' : '| ';
    return `${opening}${code} | ${name} ${behind === '|' ? '' : '|'}`;
  }
  if (model.includes('\t')) return behind === '' ? `${code}\t${name}` : code;
  return `${name}（${code}）`;
}
