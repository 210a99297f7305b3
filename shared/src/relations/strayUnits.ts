import { type AmountCell, isAmountCell, type PlacedTable, type Table } from '../disclosure/table.ts';
import type { AmountUnit } from '../text/amount.ts';
import { YUAN_IN } from '../text/amountUnits.ts';
import { remember } from '../text/remember.ts';
import { rememberAround } from '../text/rememberAround.ts';
import { strayThreePublic } from './strayThreePublic.ts';

/** Shorter figures are equal by chance. */
const MIN_DIGITS = 4;
/** So many different figures of a table must stand in others: its largest, and one that goes into it. */
const MIN_MATCHES = 2;
/** So many tables must say the other unit for each that says this one. */
const MAJORITY = 2;

/** A ten-thousandth of less is no amount of 万元 with its decimals. */
const SMALLEST_SCALED = YUAN_IN.万元;

const OTHER: ReadonlyMap<AmountUnit, AmountUnit> = new Map([
  ['元', '万元'],
  ['万元', '元'],
]);

/** A unit that is not that of its table, and what shows it. */
export interface StrayUnit {
  readonly printed: AmountUnit;
  readonly meant: AmountUnit;
  /** The largest figure of the table, which tables of the other unit print as well, or another that shows it. */
  readonly figure: AmountCell;
  /** The same figure as another table prints it, with its unit, where it is written otherwise there. */
  readonly other?: string;
}

/** Which tables of a list say another unit than their figures are in. */
export type StrayUnits = (tables: readonly PlacedTable[]) => ReadonlyMap<PlacedTable, StrayUnit>;

/**
 * Finds tables that say 元 in a document in which others say 万元, or the reverse, and print the same figures as those (N12):
 * were both units right, one would be ten thousand times the other. And tables that say 万元, or take it over from others,
 * with figures ten thousand times theirs.
 *
 * Whoever asks has a finder of their own: what is remembered is the answer to the list asked last, and one asks of all
 * tables, another of those that are read well, a third of those of one disclosure.
 */
export function strayUnitsFinder(): StrayUnits {
  const sharedWith = rememberAround(sharedFigure, shareFigures);
  const scaledFrom = rememberAround(scaledFigure, bearsOnScale);
  return remember(
    (tables) => new Map([...scaledAmong(tables, scaledFrom), ...straysAmong(tables, sharedWith)]),
  );
}

/** Tables in 元 under a unit of 万元: their figures are exactly ten thousand times those of others of that unit, and no such one prints them. */
function scaledAmong(
  tables: readonly PlacedTable[],
  scaledFrom: typeof scaledFigure,
): ReadonlyMap<PlacedTable, StrayUnit> {
  const alike = tables.filter(({ table }) => table.unit?.unit === '万元' && !table.cut);
  const others = alike.map(({ table }) => table);
  const found = new Map(
    alike.flatMap((placed): [PlacedTable, StrayUnit][] => {
      const own = scaledFrom(placed.table, others);
      return own ? [[placed, { printed: '万元', meant: '元', ...own }]] : [];
    }),
  );
  const sound = alike.filter((placed) => !found.has(placed));
  return new Map(
    [...found].filter(([{ table }]) => !sound.some((other) => shareFigures(table, other.table))),
  );
}

function straysAmong(
  tables: readonly PlacedTable[],
  sharedWith: typeof sharedFigure,
): ReadonlyMap<PlacedTable, StrayUnit> {
  const declared = new Map<AmountUnit, PlacedTable[]>();
  for (const placed of tables) {
    const { unit } = placed.table;
    if (!unit || unit.origin === 'document') continue;
    const alike = declared.get(unit.unit);
    if (alike) alike.push(placed);
    else declared.set(unit.unit, [placed]);
  }
  const strays = [...declared].flatMap(([printed, alike]): [PlacedTable, StrayUnit][] => {
    const meant = OTHER.get(printed);
    const others = ((meant && declared.get(meant)) ?? []).map(({ table }) => table);
    if (!meant || others.length < MAJORITY * alike.length) return [];
    return alike.flatMap((placed): [PlacedTable, StrayUnit][] => {
      const figure = placed.table.cut ? undefined : sharedWith(placed.table, others);
      return figure ? [[placed, { printed, meant, figure }]] : [];
    });
  });
  const found = new Map(strays);
  const stray = strayThreePublic(tables, (unit) => OTHER.get(unit));
  const printed = stray?.placed.table.unit?.unit;
  const meant = printed && OTHER.get(printed);
  if (stray && meant && !found.has(stray.placed))
    found.set(stray.placed, { printed, meant, figure: stray.figure, other: stray.other });
  return found;
}

/** The largest figure of a table, where others print a ten-thousandth of it and of another of its figures. */
function scaledFigure(
  table: Table,
  others: readonly Table[],
): Pick<StrayUnit, 'figure' | 'other'> | undefined {
  const figure = largestOf(table);
  if (!figure || figure.amount.value.lt(SMALLEST_SCALED)) return undefined;
  const scaled = [...scaledFigures(table)].filter(([key]) =>
    others.some((other) => other !== table && figuresOf(other).has(key)),
  );
  const own = scaled.find(([, cell]) => cell === figure);
  return own && scaled.length >= MIN_MATCHES ? { figure, other: `${own[0]}万元` } : undefined;
}

/** A ten-thousandth of each figure of a table, as other tables may print it. */
const scaledFigures = remember(
  (table: Table): ReadonlyMap<string, AmountCell> =>
    new Map(
      [...figuresOf(table).values()].flatMap((cell): [string, AmountCell][] => {
        const { value } = cell.amount;
        return value.lt(SMALLEST_SCALED) ? [] : [[value.div(YUAN_IN.万元).toString(), cell]];
      }),
    ),
);

function bearsOnScale(table: Table, other: Table): boolean {
  const others = figuresOf(other);
  for (const key of scaledFigures(table).keys()) if (others.has(key)) return true;
  return false;
}

/** The largest figure of a table, where other tables print it and others of its figures alike. */
function sharedFigure(table: Table, others: readonly Table[]): AmountCell | undefined {
  const largest = largestOf(table);
  if (!largest) return undefined;
  const isShared = (key: string) => others.some((other) => figuresOf(other).has(key));
  if (!isShared(keyOf(largest))) return undefined;
  const shared = [...figuresOf(table).keys()].filter(isShared);
  return shared.length >= MIN_MATCHES ? largest : undefined;
}

function shareFigures(table: Table, other: Table): boolean {
  const [figures, others] = [figuresOf(table), figuresOf(other)];
  for (const key of figures.keys()) if (others.has(key)) return true;
  return false;
}

const largestOf = remember((table: Table): AmountCell | undefined => {
  let largest: AmountCell | undefined;
  for (const cell of figuresOf(table).values())
    if (!largest || cell.amount.value.gt(largest.amount.value)) largest = cell;
  return largest;
});

/** Figures of so many digits that an equal one elsewhere is no chance, each once. */
const figuresOf = remember((table: Table): ReadonlyMap<string, AmountCell> => {
  const columns = new Set(table.columns.flatMap(({ kind, index }) => (kind === 'amount' ? index : [])));
  const cells = table.rows.flatMap(({ cells: row }) =>
    row.flatMap((cell) => (isAmountCell(cell) && columns.has(cell.column) && isLong(cell) ? cell : [])),
  );
  return new Map(cells.map((cell) => [keyOf(cell), cell]));
});

function isLong({ amount }: AmountCell): boolean {
  return amount.unit === undefined && amount.value.precision() >= MIN_DIGITS;
}

function keyOf({ amount }: AmountCell): string {
  return amount.value.toString();
}
