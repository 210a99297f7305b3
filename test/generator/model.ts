/**
 * What a disclosure says, before anybody writes it down. Everything here is plain data with exact whole
 * numbers, so that a test can hold a reader's result, or a sum, against it.
 */

/** Whole 分, the exact amount behind a printed figure. */
export type Fen = number;

/** The unit that amounts are printed in. */
export type Unit = '元' | '万元';

/** 部门 publishes for itself and the bodies below it, 单位 for itself alone. */
export type Kind = '部门' | '单位';

export type Stage = '预算' | '决算';

/** What kind of table this is: the names of the reader's roles, declared here on their own. */
export type Role =
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
  | 'transfer-payment';

/** What a column holds. `ratio` is in hundredths of a percent, `quantity` a whole number of things. */
export type ColumnKind = 'amount' | 'ratio' | 'quantity' | 'text';

/** A heading with the columns below it (总计 › 基本支出 › 人员经费). A heading without children is a column. */
export interface ModelColumn {
  readonly label: string;
  readonly kind: ColumnKind;
  readonly children: readonly ModelColumn[];
}

/**
 * The content of a cell: 分, hundredths of a percent, a number of things or words, as its column says; null
 * where nothing is reported.
 */
export type Value = number | string | null;

/**
 * - `data`: a line of the table;
 * - `heading`: a line that only heads others and never has a figure (一、部门预算);
 * - `of-which`: 其中, a part of the row above that no sum counts;
 * - `unit`: a body's line, parent of the rows below;
 * - `annual-total`: 本年收入合计;
 * - `balance`: between 本年收入合计 and 收入总计 (上年结转);
 * - `total`: 合计, 总计, 收入总计.
 */
export type RowKind = 'data' | 'heading' | 'of-which' | 'unit' | 'annual-total' | 'balance' | 'total';

export interface ModelRow {
  readonly kind: RowKind;
  /** 科目编码 or 单位编码, digits only. */
  readonly code?: string;
  /** The full name, without numbering, even where the printed one is cut. */
  readonly label: string;
  /** As printed before the label: `一、`, `（一）`, `1.`. */
  readonly numbering?: string;
  /** Depth in its block: 0 for totals, 1 for the topmost rows. A row's parent is the nearest row above of a lower level. */
  readonly level: number;
  /** One value a leaf column. */
  readonly values: readonly Value[];
}

/** Headings over the columns that name the rows. */
export interface Stub {
  /** Absent where the rows have no codes. */
  readonly code?: string;
  readonly label: string;
  /** A heading over both (功能分类科目), printed where the layout stacks headings. */
  readonly group?: string;
}

/** Whether the codes of a block can be taken apart into 类, 款 and 项, and into how many cells. */
export type CodeSystem = 'functional' | 'economic' | 'none';

/** One of the parts that stand abreast in a table, or the whole table. */
export interface ModelBlock {
  /** 收入 or 支出, over one or more neighbouring blocks. */
  readonly group?: string;
  readonly codes: CodeSystem;
  readonly stub: Stub;
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly ModelRow[];
}

export interface ModelTable {
  readonly role: Role;
  readonly title: string;
  readonly year: number;
  readonly unit: Unit;
  /** Digits after the point to which each amount is rounded, every one by itself. */
  readonly decimals: number;
  readonly blocks: readonly ModelBlock[];
  /** Lines printed under the table. */
  readonly notes: readonly string[];
}

/** What a figure in a sentence is. All are amounts of the whole disclosure. */
export type Concept =
  | 'income'
  | 'general-income'
  | 'other-income'
  | 'carried-over'
  | 'expenditure'
  | 'basic'
  | 'project'
  | 'fiscal'
  | 'three-public'
  | 'abroad'
  | 'vehicles'
  | 'reception';

/** A figure in a sentence, and the words before and behind it. */
export interface ModelClause {
  readonly before: string;
  readonly concept: Concept;
  readonly amount: Fen;
  readonly after: string;
}

/** A heading or paragraph of the text: plain words, or clauses with figures. */
export interface ModelParagraph {
  readonly heading: boolean;
  readonly words: string;
  readonly clauses: readonly ModelClause[];
}

export interface ModelDisclosure {
  readonly year: number;
  readonly organ: string;
  readonly kind: Kind;
  readonly stage: Stage;
  readonly paragraphs: readonly ModelParagraph[];
  readonly tables: readonly ModelTable[];
}

/** A column without children, and the headings over it. */
export interface Leaf {
  readonly column: ModelColumn;
  /** From the outermost heading to the column's own. */
  readonly path: readonly string[];
}

/** The columns of a block from left to right, each with the headings over it. */
export function leavesOf(columns: readonly ModelColumn[], over: readonly string[] = []): Leaf[] {
  return columns.flatMap((column) => {
    const path = [...over, column.label];
    return column.children.length === 0 ? [{ column, path }] : leavesOf(column.children, path);
  });
}
