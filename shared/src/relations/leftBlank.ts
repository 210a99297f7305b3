import {
  type AmountCell,
  type Cell,
  hasAmount,
  type PlacedTable,
  type Row,
  type Table,
} from '../disclosure/table.ts';
import { type Decimal, Money } from '../text/money.ts';
import { rememberPair } from '../text/remember.ts';
import type { Cause } from './culprits.ts';
import type { DocumentRelations } from './documentRelations.ts';
import type { Evaluation } from './relation.ts';
import type { TableRelations } from './tableRelations.ts';

/** A cell in which nothing stands though sums want a figure there. */
export interface Blank {
  readonly row: Row;
  readonly column: number;
  readonly value: Decimal;
  /** What the row and the column are called. */
  readonly rowLabel: string;
  readonly columnLabel: string;
}

/** Sums down a column, whose parts are rows. */
const DOWN: ReadonlySet<string> = new Set(['code-sum', 'total-row']);
/** One sum alone may fail for any other reason. */
const MIN_WITNESSES = 2;

/**
 * Causes of which some are one: a figure was left out, and the sums across its row and down its column want the same
 * value there. Then no figure that is printed is wrong.
 */
export function withBlanks(
  causes: readonly Cause[],
  { tables, homeOf }: Pick<DocumentRelations, 'tables' | 'homeOf'>,
): readonly Cause[] {
  const found = new Map<string, Cause[]>();
  const blanks = new Map<string, Blank>();
  for (const cause of causes) {
    const home = homeOfSums(cause, homeOf);
    const relations = home && tables.get(home);
    const blank = home && relations && blankBehind(cause, home.table, relations);
    if (!blank) continue;
    const key = [home.line, blank.row.line, blank.column, blank.value].join(' ');
    found.set(key, [...(found.get(key) ?? []), cause]);
    blanks.set(key, blank);
  }
  const merged = new Map<Cause, Cause | undefined>();
  for (const [key, [first, ...others]] of found) {
    const blank = blanks.get(key);
    if (!first || !blank) continue;
    const broken = [first, ...others].flatMap((cause) => cause.broken);
    merged.set(first, { broken, candidates: [], blank });
    for (const cause of others) merged.set(cause, undefined);
  }
  return causes.flatMap((cause) => (merged.has(cause) ? (merged.get(cause) ?? []) : cause));
}

/** The one table whose sums fail; undefined where other ties do. */
function homeOfSums({ broken }: Cause, homeOf: DocumentRelations['homeOf']): PlacedTable | undefined {
  const [first] = broken;
  const home = first && homeOf(first.relation.total.cell);
  const isSum = ({ relation }: Evaluation) =>
    (relation.rule === 'row-sum' || DOWN.has(relation.rule)) &&
    !relation.comparison &&
    homeOf(relation.total.cell) === home;
  return broken.every(isSum) ? home : undefined;
}

/** The one blank cell that, filled, mends all that a cause breaks. */
function blankBehind({ broken }: Cause, table: Table, relations: TableRelations): Blank | undefined {
  const sums = sumsOf(table, relations);
  const [first] = broken;
  const fitting = first
    ? sums.blanksIn(first).flatMap(({ row, column }) => {
        const wanted = sums.wantedAt(row, column);
        const [value] = wanted.map((each) => each.value);
        const isOne = value?.gt(0) === true && wanted.every((each) => each.value.eq(value));
        const mends = broken.every((each) => wanted.some(({ total }) => total === each.relation.total.cell));
        return isOne && mends && wanted.length >= MIN_WITNESSES ? [{ row, column, value }] : [];
      })
    : [];
  const [only, second] = fitting;
  if (!only || second) return undefined;
  const entry = table.sides.flatMap(({ rows }) => rows).find(({ row }) => row === only.row);
  const columnLabel = table.columns[only.column]?.label ?? '';
  return { ...only, rowLabel: entry?.label ?? '', columnLabel };
}

/** A value that a sum wants in a blank cell; `total` is that of the sum, absent where the cell itself is the total. */
interface Wanted {
  readonly value: Decimal;
  readonly total?: AmountCell;
}

const sumsOf = rememberPair((table: Table, relations: TableRelations) => new Sums(table, relations));

/** Which columns and which rows the sums of a table add up, as far as any of them tells. */
class Sums {
  readonly #rows = new Map<Cell, Row>();
  /** By the column of the total, the columns of its parts. */
  readonly #across = new Map<number, Set<number>>();
  /** By the row of the total, the rows of its parts. */
  readonly #down = new Map<Row, Set<Row>>();

  readonly #amountColumns: readonly number[];

  constructor(table: Table, { evaluations }: TableRelations) {
    this.#amountColumns = table.columns.flatMap(({ kind, index }) => (kind === 'amount' ? index : []));
    for (const row of table.rows) for (const cell of row.cells) if (cell) this.#rows.set(cell, row);
    for (const { relation } of evaluations) {
      if (relation.comparison) continue;
      if (relation.rule === 'row-sum') {
        const parts = relation.parts.map(({ cell }) => cell.column);
        add(this.#across, relation.total.cell.column, parts);
      } else if (DOWN.has(relation.rule)) {
        const total = this.#rows.get(relation.total.cell);
        if (total)
          add(
            this.#down,
            total,
            relation.parts.flatMap(({ cell }) => this.#rows.get(cell) ?? []),
          );
      }
    }
  }

  /** The blank cells that a sum which fails may have among its parts. */
  blanksIn({ relation }: Evaluation): { readonly row: Row; readonly column: number }[] {
    const { cell } = relation.total;
    const own = this.#rows.get(cell);
    if (!own) return [];
    const places =
      relation.rule === 'row-sum'
        ? [...(this.#across.get(cell.column) ?? [])].map((column) => ({ row: own, column }))
        : [...(this.#down.get(own) ?? [])].map((row) => ({ row, column: cell.column }));
    return places.filter(({ row, column }) => row.bound && !hasAmount(row.cells[column]));
  }

  /** A row with one figure, its total: the column that it is of holds the same. */
  #alone(row: Row): Wanted[] {
    const [only, second] = this.#amountColumns.map((column) => row.cells[column]).filter(hasAmount);
    return only && !second ? [{ value: rest(only, []) }] : [];
  }

  /** What the sums across the row and down the column want in a cell. */
  wantedAt(row: Row, column: number): Wanted[] {
    const across = [...this.#across].flatMap(([total, parts]) => {
      const cell = row.cells[total];
      if (!parts.has(column) || !hasAmount(cell)) return [];
      const others = [...parts].filter((part) => part !== column).map((part) => row.cells[part]);
      return [{ value: rest(cell, others), total: cell }];
    });
    const down = [...this.#down].flatMap(([total, parts]) => {
      const cell = total.cells[column];
      if (!parts.has(row) || !hasAmount(cell)) return [];
      const others = [...parts].filter((part) => part !== row).map((part) => part.cells[column]);
      return [{ value: rest(cell, others), total: cell }];
    });
    const below = [...(this.#down.get(row) ?? [])].map((part) => part.cells[column]).filter(hasAmount);
    const ofParts = below.length > 0 ? [{ value: rest(undefined, below).negated() }] : [];
    return [...across, ...down, ...ofParts, ...(across.length === 0 ? this.#alone(row) : [])];
  }
}

function add<K, V>(sets: Map<K, Set<V>>, key: K, values: readonly V[]): void {
  const known = sets.get(key) ?? new Set();
  sets.set(key, known);
  for (const value of values) known.add(value);
}

/** A total without the parts that are printed. */
function rest(total: AmountCell | undefined, parts: readonly Row['cells'][number][]): Decimal {
  return parts.reduce<Decimal>(
    (left, part) => (hasAmount(part) ? left.minus(part.amount.value) : left),
    new Money(total?.amount.value ?? 0),
  );
}
