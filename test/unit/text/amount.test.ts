import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { formatAmount, isNotReported, parseAmount } from '#core/text/amount.ts';
import { Money } from '#core/text/money.ts';

describe('parseAmount', () => {
  const amounts: readonly [string, string, number, string][] = [
    // printed, value, decimals, the text the amount covers
    ['2, 371. 41', '2371.41', 2, '2, 371. 41'],
    ['. 24', '0.24', 2, '. 24'],
    ['1,866.11', '1866.11', 2, '1,866.11'],
    ['１２．５', '12.5', 1, '１２．５'],
    ['１，２３４．５６', '1234.56', 2, '１，２３４．５６'],
    ['__5456.16__', '5456.16', 2, '5456.16'],
    ['<u>1191.58</u>', '1191.58', 2, '1191.58'],
    ['**703.5**', '703.5', 1, '703.5'],
    ['-3.42%', '-3.42', 2, '-3.42%'],
    ['－12.00', '-12', 2, '－12.00'],
    ['(3.20)', '-3.2', 2, '(3.20)'],
    ['0.00', '0', 2, '0.00'],
    ['6', '6', 0, '6'],
    ['1368693', '1368693', 0, '1368693'],
    ['24, 730, 738. 95', '24730738.95', 2, '24, 730, 738. 95'],
    ['2,37.41', '237.41', 2, '2,37.41'],
    ['1,25,300', '125300', 0, '1,25,300'],
    ['335,86', '33586', 0, '335,86'],
    ['141.77万元', '141.77', 2, '141.77'],
    ['18,536.8<br>8', '18536.88', 2, '18,536.8<br>8'],
    ['**18,5<br/>36.88**', '18536.88', 2, '18,5<br/>36.88'],
    ['\u00a045.\u00a039', '45.39', 2, '45.\u00a039'],
  ];
  for (const [text, value, decimals, covered] of amounts) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const amount = parseAmount(text);
      assert.ok(amount);
      assert.equal(amount.value.toString(), value);
      assert.equal(amount.decimals, decimals);
      assert.equal(text.slice(amount.start, amount.end), covered);
    });
  }

  const others = [
    '',
    ' ',
    '-',
    '—',
    '无',
    '24*7',
    '2022. 4. 15',
    '2022.3.7',
    '71.',
    '4, 461, 66',
    '3,20',
    '1,25,30',
    '12-13',
    '1.2.3',
    '≥90%',
    '东编〔2022〕25号',
    '42011223003T000000101',
    '42011223003000000101',
    '9,93',
    '(5.00',
    '5.00)',
    '一',
    '12万',
    '1'.repeat(61),
  ];
  for (const text of others) {
    it(`leaves ${JSON.stringify(text.slice(0, 24))} alone`, () => assert.equal(parseAmount(text), undefined));
  }

  it('tells blanks and dashes, which report nothing, from a printed zero', () => {
    for (const text of ['', ' ', '\u3000', '-', '—', '－', '无', ' · ']) assert.ok(isNotReported(text), text);
    for (const text of ['0', '0.00', '无数据表', '—5']) assert.ok(!isNotReported(text), text);
  });
});

describe('formatAmount', () => {
  const rewritten: readonly [string, string, string][] = [
    // the amount that stands there, the new value, how it must be written
    ['2, 371. 41', '2370.4', '2, 370. 40'],
    ['43.69', '43.7', '43.70'],
    ['1,866.11', '12345678.9', '12,345,678.90'],
    ['2371.41', '12345.6', '12345.60'],
    ['１２．５', '1234.5', '１２３４．５'],
    ['(3.20)', '-4', '(4.00)'],
    ['-3.42%', '-3.43', '-3.43%'],
    ['375000', '376000', '376000'],
    ['5.00', '0', '0.00'],
  ];
  for (const [old, value, expected] of rewritten) {
    it(`writes ${value} like ${old}`, () => {
      const amount = parseAmount(old);
      assert.ok(amount);
      assert.equal(formatAmount(new Money(value), amount.decimals, amount.style), expected);
    });
  }

  it('writes what parseAmount reads back, in every style', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.constantFrom(0, 1, 2, 4),
        fc.constantFrom('', ',', ', '),
        fc.constantFrom('.', '. '),
        fc.constantFrom<'minus' | 'brackets'>('minus', 'brackets'),
        fc.boolean(),
        fc.boolean(),
        (units, decimals, groupSeparator, decimalPoint, negative, percent, fullWidth) => {
          const value = new Money(units.toString()).div(new Money(10).pow(decimals));
          const style = { groupSeparator, decimalPoint, negative, percent, fullWidth };
          const text = formatAmount(value, decimals, style);
          const read = parseAmount(text);
          assert.ok(read, text);
          assert.equal(read.value.toString(), value.toString());
          assert.equal(formatAmount(read.value, decimals, read.style).length, text.length);
        },
      ),
    );
  });
});
