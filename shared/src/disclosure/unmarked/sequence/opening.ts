import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { leafOf } from '../leaves.ts';
import type { Token } from '../tokens.ts';
import { isStub } from './heads.ts';
import { rowOf } from './rowOf.ts';

/** The headings in front of a body, one for each column. */
export interface Opening {
  /** The headings in their columns: code, name, figures. */
  readonly row: RowNode;
  /** Those of the figures. */
  readonly figures: readonly CellNode[];
  /** Words of unknown meaning stand in front of the headings: they may be groups over these. */
  readonly isGrouped: boolean;
  /** Index of the first token of the body. */
  readonly body: number;
}

/** Code and name; other columns of words are not told apart. */
const MAX_STUB = 2;
/** No table has more columns of figures; the limit keeps garbage from costing time. */
const MAX_FIGURES = 24;

/** The headings, where the body may begin with the first code or figure, or with the words in front of it. */
export function openingsOf(tokens: readonly Token[], kinds: string): Opening[] {
  const first = kinds.search(/[cf]/);
  return [first, first - 1].flatMap((body) => openingAt(tokens, body) ?? []);
}

function openingAt(tokens: readonly Token[], body: number): Opening | undefined {
  const headings = tokens.slice(0, Math.max(0, body)).map(({ cell }) => cell);
  const leaves = headings.map(leafOf);
  const end = leaves.findLastIndex(isStub) + 1;
  let start = end;
  while (end - start < MAX_STUB && isStub(leaves[start - 1])) start--;
  const figures = headings.slice(end);
  if (start === end || figures.length === 0 || figures.length > MAX_FIGURES) return undefined;
  const [name, code] = headings.slice(start, end).toReversed();
  const isGrouped = headings.slice(0, start).some((cell, index) => !isAside(cell, headings[index - 1]));
  return { row: rowOf([code, name, ...figures]), figures, isGrouped, body };
}

/** 填报单位：…, 单位: 万元, or the title. */
function isAside(cell: CellNode, before: CellNode | undefined): boolean {
  return /[:：]|表$/.test(cell.text) || /[:：]$/.test(before?.text ?? '');
}
