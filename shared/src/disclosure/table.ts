import type { Dialect } from '../syntax/nodes.ts';
import type { Amount, AmountUnit } from '../text/amount.ts';
import type { Numbering } from '../text/numbering.ts';
import type { Span } from '../text/range.ts';
import { rememberLast } from '../text/remember.ts';

/** A cell with its meaning. Lines of spans count from the table's first line. */
export interface Cell {
  readonly span: Span;
  /** Column of the table, after a continued page has been fitted to it. */
  readonly column: number;
  readonly text: string;
  /** All lines of a wrapped cell, joined; `text` and `span` are the first of them. */
  readonly whole?: string;
  /** The amount printed here, if the text is one; whether it is money is for the column to say. */
  readonly amount?: Amount;
  /** Set where the figure may as well belong to another column: the one cell stands in each of them. */
  readonly unplaced?: true;
}

/** A cell with an amount: the only kind of cell a sum may speak of. */
export interface AmountCell extends Cell {
  readonly amount: Amount;
}

/** A classification code (科目编码) as it stands in a row, in one cell or over several. */
export interface CodeReading {
  /** All digits joined: `2010301`. */
  readonly digits: string;
  /** Where the digits stand: one span a cell, or one a level where blanks part them in a cell (`201 03 01`). */
  readonly spans: readonly Span[];
  /** Digits of this row alone: 款 `01` printed under a carried 类 `301` has `01` here. */
  readonly printed: string;
  /** The code that the row prints once more beside 类, 款 and 项, where it is another. */
  readonly whole?: string;
  /** The name beside the code or glued to it; empty where there is none. */
  readonly name: string;
  readonly nameSpan?: Span;
}

/** 单位编码 such as 003 or 003001, and the name of the body. */
export interface UnitCodeReading {
  readonly code: string;
  readonly name: string;
}

/** `index`: it numbers the columns; `separator`: a Markdown line of dashes; `total`: its label is a total’s. */
export type RowKind = 'header' | 'index' | 'separator' | 'data' | 'total';

/** A row of a table with its cells in their columns. Lines count from the table’s first line. */
export interface Row {
  readonly line: number;
  readonly kind: RowKind;
  /** By column; a hole where the row is shorter or a page lost the column. */
  readonly cells: readonly (Cell | undefined)[];
  /** 科目编码 of this row. */
  readonly code?: CodeReading;
  /** 单位编码 of this row: a parent of the 科目 rows below it. */
  readonly body?: UnitCodeReading;
  /** Set where the number of a body stands between the code and the name: the row may be what it does or buys. */
  readonly ofUnit?: true;
  /** Set where the row is what the body buys whose row with the same code stands above. */
  readonly bought?: true;
  /**
   * False where the columns of the row are unknown: its cells could not be placed, or amounts stand among words
   * or words among amounts, so that it slid.
   */
  readonly bound: boolean;
  /** Set where nothing shows which columns the cells belong to: they stand in their order. */
  readonly unplaced?: true;
  /** Set where the line above or below may hold a part of its name: what it is called is not certain. */
  readonly torn?: true;
  /** Set where its cells do not stand under the headings that they belong to. */
  readonly slid?: true;
}

/** `of-which`: a 其中 column, part of the one before it and no addend of any total. */
export type ColumnKind = 'code' | 'text' | 'amount' | 'of-which' | 'ratio' | 'quantity' | 'empty';

/** A column of the header and the headings over it, outermost group first. */
export interface Heading {
  readonly column: number;
  readonly path: readonly string[];
  /** Groups may be missing from the path: how far one beside it reaches cannot be told. */
  readonly partial?: boolean;
}

/** A column of a table and what its cells are. */
export interface Column {
  readonly index: number;
  readonly kind: ColumnKind;
  /** Headings over this column, outermost group first; empty where the header could not be read. */
  readonly path: readonly string[];
  /** The path as a reader would say it: `基本支出 › 人员经费`. */
  readonly label: string;
  /** 总计 outranks 合计 outranks 小计; 0 for a column that is no total. */
  readonly totalRank: number;
  /** Column of the header that heads it; undefined where that is unknown. */
  readonly heading?: number;
  /** Whether the heading does not stand straight over the column, so that it had to be worked out. */
  readonly aside: boolean;
  /** Groups may be missing from the path: how far one beside it reaches cannot be told. */
  readonly partial: boolean;
  /** Columns that add up to it, as the rows show where no headings tell. */
  readonly parts?: readonly number[];
  /** Headings between which the table itself does not decide. */
  readonly rivals?: readonly Heading[];
}

/** One of the blocks that stand abreast in a table (收入 | 支出), or the whole table. */
export interface Side {
  readonly labelColumn: number;
  readonly amountColumns: readonly Column[];
  /** Set where its rows are named by codes of their own, abreast of other such lists. */
  readonly listsCodes?: true;
  /** One entry a data or total row, in order. */
  readonly rows: readonly SideRow[];
}

/** What one of the blocks abreast says in a row. */
export interface SideRow {
  readonly row: Row;
  readonly label: string;
  /** 科目编码 that names the row in this block: of blocks of codes abreast each has its own. */
  readonly code?: CodeReading;
  readonly numbering?: Numbering;
}

/** What kind of table this is. 收支总表 and so on; `other` where the title does not say. */
export type TableRole =
  | 'income-expenditure'
  | 'income'
  | 'expenditure'
  | 'fiscal-income-expenditure'
  | 'general-budget-expenditure'
  | 'basic-expenditure'
  | 'three-public'
  | 'government-fund'
  | 'state-capital'
  | 'project-expenditure'
  | 'procurement'
  | 'purchased-services'
  | 'transfer-payment'
  | 'performance-target'
  | 'overall-performance'
  | 'other';

/** 计量单位 and where it was found. `document`: taken over from the document's other tables. */
export interface UnitReading {
  readonly unit: AmountUnit;
  readonly origin: 'line' | 'header' | 'document';
}

/** Columns of a performance table (绩效目标表) by their headings. */
export interface IndicatorColumns {
  /** Line of the heading row. */
  readonly line: number;
  /** 项目名称 beside the others: the lists of several projects stand one below the other. */
  readonly project?: number;
  readonly level1?: number;
  readonly level2?: number;
  /** 三级指标, 指标内容 or 指标名称: where indicator names stand. */
  readonly name: number;
  /** Where a heading torn in two, 三级指 | 标, has its rest: names are torn alike, 增设门 | 禁. */
  readonly nameRest?: number;
  readonly value?: number;
  /** 上年: what was reached the year before. */
  readonly lastYear?: number;
  /** 指标性质: ≥, ≤, =, 定性. */
  readonly operator?: number;
  /** 计量单位. */
  readonly unit?: number;
  /** 权重, 分值. */
  readonly weight?: number;
}

/** What a table is called, as printed. */
export interface Title {
  readonly text: string;
  /** Line of the title, counted from the table's first line: negative where it stands in front. */
  readonly offset: number;
}

/** A table and what was understood of it. */
export interface Table {
  readonly dialect: Dialect;
  readonly lineCount: number;
  readonly title?: Title;
  readonly role: TableRole;
  readonly unit?: UnitReading;
  readonly year?: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Whether rows are named by 科目编码; then there is one side. */
  readonly coded: boolean;
  readonly sides: readonly Side[];
  /** Rows may be missing at an end: a page could not be fitted, or the table is still being written. */
  readonly open: boolean;
  /** Set where a merge conflict goes through it: rows of either version are missing, and no sum is complete. */
  readonly cut?: true;
  /** Rows may be missing in front: it is a later page, or begins with bare rows as such a page does. */
  readonly headless: boolean;
  readonly indicators?: IndicatorColumns;
}

/** A table at its place. Nodes inside count lines from the table’s first line, so they can be reused. */
export interface PlacedTable {
  /** First line of the table in the document. */
  readonly line: number;
  readonly table: Table;
}

/** A table at a line of the document; the very same one as long as it stands there. */
export const placeTable = rememberLast((table: Table, line: number): PlacedTable => ({ line, table }));

/** Whether the cell carries an amount of its column. */
export function isAmountCell(cell: Cell | undefined): cell is AmountCell {
  return hasAmount(cell) && !cell.unplaced;
}

/** Whether the cell carries an amount, be that of its column or of one beside it. */
export function hasAmount(cell: Cell | undefined): cell is AmountCell {
  return cell?.amount !== undefined;
}

/** Whether a row belongs to the body of its table: it has a name or figures, and is no heading. */
export function isBodyRow({ kind }: Pick<Row, 'kind'>): boolean {
  return kind === 'data' || kind === 'total';
}

/** Whether figures of a column are money, which adds up down the rows; 其中 does so too, though it adds to nothing across. */
export function holdsMoney({ kind }: Column): boolean {
  return kind === 'amount' || kind === 'of-which';
}
