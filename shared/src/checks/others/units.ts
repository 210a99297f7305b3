import type { PlacedTable } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { amountRange } from '../../relations/amountFix.ts';
import { RULES } from '../../rules.ts';
import { convert } from '../../text/amountUnits.ts';
import { Money } from '../../text/money.ts';
import { compactLabel } from '../../text/width.ts';
import { mayEqual, plus, type Quantity } from '../prose/quantities.ts';
import { type DisclosureSummary, mayBeOfBody, type Total, type TotalKey } from './summary.ts';

/**
 * Totals that nothing between the bodies of a department is counted twice in: what the budget of the government
 * gives each of them (domain rules B23; 上级补助 and 附属上缴 are in the totals of all funds).
 */
const KEYS: readonly TotalKey[] = [
  'general total',
  'general basic',
  'general project',
  'basic total',
  'fund total',
  'three-public abroad',
  'three-public vehicle-purchase',
  'three-public vehicle-running',
  'three-public reception',
];
/** 本级 is the department's own office. */
const OWN_OFFICE = /\(?(?:本级|机关|本部)\)?$/;

/**
 * Totals of a department that are not the sum of those of its bodies (`department-sum`, B23). Only where the tables
 * list the bodies by their numbers and the disclosure of each of them is at hand.
 */
export function againstUnits(
  own: DisclosureSummary,
  totals: ReadonlyMap<TotalKey, Total>,
  tables: readonly PlacedTable[],
  others: readonly DisclosureSummary[],
): Finding[] {
  const bodies = bodiesAtHand(own, tables, others);
  if (!bodies) return [];
  return KEYS.flatMap((key) => {
    const total = totals.get(key);
    const parts = bodies.flatMap((body) => body.totals.get(key) ?? []);
    if (!total || parts.length < bodies.length) return [];
    const sum = parts.reduce<Quantity>((all, part) => plus(all, part), {
      value: new Money(0),
      half: new Money(0),
    });
    return mayEqual(total.quantity, sum) ? [] : [finding(total, sum, bodies)];
  });
}

/** The disclosures of all bodies that the tables of a department list; undefined where not each has one, and only one. */
export function bodiesAtHand(
  own: DisclosureSummary,
  tables: readonly PlacedTable[],
  others: readonly DisclosureSummary[],
): readonly DisclosureSummary[] | undefined {
  const units = others.filter((other) => mayBeOfBody(other, own));
  if (units.length === 0) return undefined;
  const names = bodiesOf(tables);
  const found = names.map((name) => units.filter(({ organ }) => withoutOffice(organ) === name));
  return names.length === 0 || found.some(({ length }) => length !== 1) ? undefined : found.flat();
}

/** The names of the bodies that have no bodies of their own below them. */
function bodiesOf(tables: readonly PlacedTable[]): readonly string[] {
  const byCode = new Map<string, string>();
  for (const { table } of tables)
    for (const { body } of table.rows)
      if (body) byCode.set(body.code, withoutOffice(compactLabel(body.name)));
  const codes = [...byCode.keys()];
  return [
    ...new Set(
      [...byCode]
        .filter(([code]) => !codes.some((other) => other !== code && other.startsWith(code)))
        .map(([, name]) => name),
    ),
  ];
}

function withoutOffice(name: string): string {
  return name.replace(OWN_OFFICE, '');
}

function finding({ home, cell }: Total, sum: Quantity, bodies: readonly DisclosureSummary[]): Finding {
  const unit = home.table.unit?.unit ?? '元';
  return {
    rule: 'department-sum',
    severity: RULES['department-sum'].severity,
    range: amountRange(cell, home),
    params: {
      printed: cell.text.trim(),
      sum: convert(sum.value, '元', unit).toFixed(cell.amount.decimals),
      bodies: bodies.map(({ organ }) => organ),
    },
    related: [],
    fixes: [],
  };
}
