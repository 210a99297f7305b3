import { strict as assert } from 'node:assert';
import { onlyValue, type Slip, slipOf, slippedFrom } from '#core/relations/slips.ts';
import { type Amount, parseAmount } from '#core/text/amount.ts';
import { Money } from '#core/text/money.ts';

function amount(text: string): Amount {
  const parsed = parseAmount(text);
  assert.ok(parsed, text);
  return parsed;
}

const SLIPS: readonly (readonly [printed: string, meant: string, slip: Slip | undefined])[] = [
  ['1,234.56', '1234.56', undefined],
  ['1,284.56', '1234.56', 'digit'],
  ['0.24', '1.24', 'digit'],
  ['1,243.56', '1234.56', 'transposed'],
  ['124.56', '1234.56', 'dropped'],
  ['234.56', '1234.56', 'dropped'],
  ['12,334.56', '1234.56', 'doubled'],
  ['12,345.60', '1234.56', 'point'],
  ['123.46', '1234.56', 'point'],
  ['12.35', '1234.56', 'point'],
  ['12345600', '1234.56', 'unit'],
  ['0.12', '1234.56', 'unit'],
  ['-5.00', '5', 'sign'],
  ['(5.00)', '5', 'sign'],
  // Two digits changed, or swapped across a third, are no single slip.
  ['1,289.56', '1234.56', undefined],
  ['1,432.56', '1234.56', undefined],
  ['0.00', '5', undefined],
  ['5.00', '0', undefined],
];

describe('relations: slips of the hand', () => {
  for (const [printed, meant, slip] of SLIPS) {
    it(`${printed} for ${meant}: ${slip ?? 'none'}`, () =>
      assert.equal(slipOf(amount(printed), new Money(meant)), slip));
  }

  const within = (low: string, high: string) => ({ low: new Money(low), high: new Money(high) });

  it('finds the only value that an interval leaves', () => {
    assert.equal(onlyValue(amount('7.00'), within('9.995', '10.004'))?.toString(), '10');
  });

  it('finds the only one of several that is a slip away', () => {
    assert.equal(onlyValue(amount('12.43'), within('12.34', '12.36'))?.toString(), '12.34');
  });

  it('finds none where two are a slip away, or none is', () => {
    assert.equal(onlyValue(amount('12.35'), within('12.36', '12.38')), undefined);
    assert.equal(onlyValue(amount('99.00'), within('12.31', '12.36')), undefined);
  });

  it('takes an interval without an end as it comes', () => {
    assert.equal(onlyValue(amount('5.00'), within('1', 'Infinity')), undefined);
  });
});

describe('what may be meant by a printed figure', () => {
  const valuesOf = (text: string) => slippedFrom(amount(text)).map((value) => value.toFixed());

  it('has one other digit, two neighbours exchanged, or its point or unit elsewhere', () => {
    const values = valuesOf('12.5');
    for (const meant of ['12.6', '21.5', '15.2', '125', '1.25', '125000', '0.00125'])
      assert.ok(values.includes(meant), meant);
  });

  it('is nothing that two slips lead to', () => {
    const values = valuesOf('12.5');
    for (const other of ['21.6', '52.1', '13.6']) assert.ok(!values.includes(other), other);
  });
});
