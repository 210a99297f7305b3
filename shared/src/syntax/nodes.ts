import type { Span } from '../text/range.ts';

/** How a table was written down. */
export type Dialect = 'tab' | 'pipe' | 'html' | 'comma' | 'aligned' | 'cell-line' | 'flattened';

/** One cell. Its span covers the text without the blanks around it; an empty cell has an empty span. */
export interface CellNode {
  readonly span: Span;
  /** 0-based position in its row. In a flattened row it is the ordinal of the token, not a column. */
  readonly column: number;
  readonly text: string;
  /** How many columns a cell spans, where the text tells and that is more than one; the others of them are empty. */
  readonly columns?: number;
  /** All lines of a cell that is wrapped, joined; `text` and `span` are the first of them. */
  readonly whole?: string;
  /** Where columns are told by places: which of them it seems to stand in, counted over the body. */
  readonly place?: number;
  /** Set where it may as well stand in another column: it stands in each of them. */
  readonly unplaced?: true;
}

/** A row of a table as it is printed: which of its cells belong to which columns is for `disclosure/` to say. */
export interface RowNode {
  /** Line within the block; of a row on several lines the first. Several rows may stand on one line. */
  readonly line: number;
  /** A Markdown `|---|` line: it shapes the table and says nothing. */
  readonly separator: boolean;
  readonly cells: readonly CellNode[];
  /** Set where it is not certain which columns the cells belong to. */
  readonly unsure?: true;
  /** Set where the line above or below may hold a part of its name. */
  readonly torn?: true;
}

/** Lines that hang together as a table. */
export interface TableNode {
  readonly kind: 'table';
  readonly dialect: Dialect;
  readonly lineCount: number;
  readonly rows: readonly RowNode[];
  /**
   * Where columns are told by the places of cells: the rows with nothing but the order of their cells, for the
   * columns may not be certain. `column` is the ordinal of a cell.
   */
  readonly inOrder?: readonly RowNode[];
  /** Where cells stand below each other: the rows as if they did not, for a scanner may have moved them. */
  readonly flattened?: readonly RowNode[];
  /** Set where marks close all cells, blank ones too, though nothing shows which rows these make. */
  readonly closed?: true;
  /** Set where a page begins with the table: rows of it may stand on the page before. */
  readonly cutAbove?: true;
}

/** Lines of prose: headings, sentences, titles, notes. */
export interface TextNode {
  readonly kind: 'text';
  readonly lineCount: number;
  readonly lines: readonly TextLine[];
}

/** A line of prose as it stands, without what ends it. */
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

/** Two versions of the same lines that were not merged, with their marks. Nothing inside is read. */
export interface ConflictNode {
  readonly kind: 'conflict';
  readonly lineCount: number;
}

/** A line about the checks that is no content of the document (silenceLine.ts). */
export interface SilenceNode {
  readonly kind: 'silence';
  readonly lineCount: 1;
}

/** Lines that hang together, by what they are. */
export type BlockNode = TableNode | TextNode | BlankNode | ConflictNode | SilenceNode;

/** A block at its place. Nodes inside count lines from the block's first line, so they can be reused. */
export interface PlacedBlock<N extends BlockNode = BlockNode> {
  /** First line of the block in the document. */
  readonly line: number;
  readonly node: N;
}

/** A text as blocks that cover each of its lines exactly once. */
export interface SyntaxTree {
  readonly lineCount: number;
  readonly blocks: readonly PlacedBlock[];
}
