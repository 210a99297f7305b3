import type { Span } from '../text/range.ts';

/** How a table was written down. */
export type Dialect = 'tab' | 'pipe' | 'flattened';

/** One cell. Its span covers the text without the blanks around it; an empty cell has an empty span. */
export interface CellNode {
  readonly span: Span;
  /** 0-based position in its row. In a flattened row it is the ordinal of the token, not a column. */
  readonly column: number;
  readonly text: string;
}

export interface RowNode {
  /** Line within the block. */
  readonly line: number;
  /** A Markdown `|---|` line: it shapes the table and says nothing. */
  readonly separator: boolean;
  readonly cells: readonly CellNode[];
}

/** Lines that hang together as a table. */
export interface TableNode {
  readonly kind: 'table';
  readonly dialect: Dialect;
  readonly lineCount: number;
  readonly rows: readonly RowNode[];
}

/** Lines of prose: headings, sentences, titles, notes. */
export interface TextNode {
  readonly kind: 'text';
  readonly lineCount: number;
  readonly lines: readonly TextLine[];
}

export interface TextLine {
  /** Line within the block. */
  readonly line: number;
  readonly text: string;
}

/** Empty lines; they keep the tree lossless: the blocks of a document cover every line exactly once. */
export interface BlankNode {
  readonly kind: 'blank';
  readonly lineCount: number;
}

export type BlockNode = TableNode | TextNode | BlankNode;

/** A block at its place. Nodes inside count lines from the block's first line, so they can be reused. */
export interface PlacedBlock<N extends BlockNode = BlockNode> {
  /** First line of the block in the document. */
  readonly line: number;
  readonly node: N;
}

export interface SyntaxTree {
  readonly lineCount: number;
  readonly blocks: readonly PlacedBlock[];
}
