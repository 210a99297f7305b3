import { strict as assert } from 'node:assert';
import { FAULT_KINDS, type FaultKind } from '../../generator/faults.ts';
import { type Amount, amountIn, type Cell } from '../../support/accuracy/amount.ts';
import { figuresOf } from '../../support/accuracy/cells.ts';
import { type ListedSum, sumDocument } from '../../support/accuracy/listedSum.ts';
import { makeFault, populationOf } from '../../support/accuracy/population.ts';
import { randomOf } from '../../support/accuracy/random.ts';
import { shapedFaults } from '../../support/accuracy/shapes.ts';
import { amountsBefore, wrongAmounts } from '../../support/accuracy/slips.ts';
import { unitsOf, writeLike } from '../../support/accuracy/style.ts';

function amount(text: string): Amount {
  const found = amountIn(text);
  assert.ok(found, text);
  return found;
}

/** Lines of figures apart by blanks, and sums of them: `1 = 2 + 3` over all figures in the order of the text. */
function documentOf(lines: readonly string[], sums: readonly [ListedSum['kind'], string][]) {
  const cells = lines.flatMap((text, line) =>
    [...text.matchAll(/\S+/g)].map(
      ({ 0: printed, index }, at): Cell => ({
        ...{ line, start: index, end: index + printed.length, text: printed, amount: amount(printed) },
        ...{ table: 'T', column: String(at), row: line, isFlattened: false },
      }),
    ),
  );
  const term = (number: string) => ({ cell: Number(number) - 1, factor: 1n });
  const listed = sums.map(([kind, words]): ListedSum => {
    const [total = '', addends = ''] = words.split(' = ');
    return { kind, total: term(total), addends: addends.split(' + ').map(term), words };
  });
  return sumDocument('test', lines.join('\n'), cells, listed);
}

describe('accuracy: figures', () => {
  it('are read with their OCR blanks, and not where a comma stands for the point', () => {
    assert.deepEqual(amount('2, 371. 41'), { micro: 2_371_410_000n, decimals: 2 });
    assert.deepEqual(amount('. 24'), { micro: 240_000n, decimals: 2 });
    assert.equal(amountIn('4, 264, 58'), undefined);
    assert.equal(amountIn('12%'), undefined);
    assert.equal(amountIn(''), undefined);
  });

  it('are found by their cell in lines of tabs and of pipes', () => {
    const tabs = figuresOf('201\t一般\t2, 371. 41\t\t1.02', 4, 'cells');
    assert.deepEqual([...tabs.keys()], [1, 3, 5]);
    assert.deepEqual([tabs.get(3)?.start, tabs.get(3)?.end], [7, 17]);
    const pipes = figuresOf('| 201 | 一般 | 1,866.11 | |', 0, 'cells');
    assert.equal(pipes.get(3)?.text, '1,866.11');
    assert.equal(pipes.get(3)?.start, 13);
    assert.equal(figuresOf('资金总额：703.5万元', 0, 'cells').get(1)?.text, '703.5');
  });

  it('are numbered in a flattened line, damaged ones too', () => {
    const line = figuresOf('收入 4, 461, 66 结转 994.50 总计 5, 456. 16', 0, 'figures');
    assert.deepEqual(
      [...line],
      [
        [2, line.get(2)],
        [3, line.get(3)],
      ],
    );
    assert.equal(line.get(3)?.text, '5, 456. 16');
  });

  it('are written in the style of another', () => {
    assert.equal(writeLike('2, 371. 41', amount('24720.60')), '24, 720. 60');
    assert.equal(writeLike('2,371.41', amount('237.14')), '237.14');
    assert.equal(writeLike('. 24', amount('0.25')), '. 25');
    assert.equal(writeLike('. 24', amount('2.40')), '2. 40');
    assert.equal(writeLike('1368693', amount('13686930')), '13686930');
    assert.equal(writeLike('１，２３４．５０', amount('234.50')), '２３４．５０');
  });
});

describe('accuracy: slips', () => {
  const made = (text: string, kind: FaultKind) =>
    wrongAmounts(amount(text), kind, randomOf('slips')).map((wrong) => writeLike(text, wrong));

  it('change one digit, never to a leading 0', () => {
    const wrong = made('12.30', 'digit');
    assert.equal(wrong.length, 8 + 9 + 9 + 9);
    assert.ok(wrong.includes('92.30') && wrong.includes('12.37') && !wrong.includes('02.30'));
  });

  it('transpose two neighbours that differ', () => {
    assert.deepEqual(made('12.33', 'transposed'), ['21.33', '13.23']);
  });

  it('drop a digit of the whole part', () => {
    assert.deepEqual(made('2,472.06', 'dropped'), ['472.06', '272.06', '242.06', '247.06']);
    assert.deepEqual(made('2.06', 'dropped'), []);
  });

  it('move the point', () => {
    assert.deepEqual(made('2,472.06', 'times-10'), ['24,720.60']);
    assert.deepEqual(made('2,472.06', 'tenth'), ['247.21']);
    assert.deepEqual(made('2,472.06', 'times-10000'), ['24,720,600.00']);
  });

  it('are undone by one of the amounts before them', () => {
    for (const text of ['2,472.06', '45.39', '1368693', '10.00']) {
      for (const kind of FAULT_KINDS.filter((each) => each !== 'random')) {
        for (const wrong of wrongAmounts(amount(text), kind, randomOf('undone'))) {
          const before = amountsBefore(wrong).map(({ micro }) => micro);
          assert.ok(before.includes(amount(text).micro), `${kind} ${text} ${unitsOf(wrong)}`);
        }
      }
    }
  });
});

describe('accuracy: population', () => {
  it('leaves out zeros, cells without a sum, and faults that hide in the rounding', () => {
    const document = documentOf(['5.00 2.00 3.00 0.00 9.00'], [['row', '1 = 2 + 3 + 4']]);
    const { faults, amounts, uncovered, tooSmall } = populationOf(document);
    assert.deepEqual([amounts, uncovered], [4, 1]);
    assert.equal(faults.length + tooSmall, 3 * FAULT_KINDS.length);
    assert.ok(faults.every(({ cell }) => cell < 3));
    for (const { wrong, cell } of faults) {
      const moved = wrong.micro - (document.cells[cell]?.amount.micro ?? 0n);
      // Four cells with two decimals hide 0.02; 50 units beyond that count.
      assert.ok(moved >= 520_000n || moved <= -520_000n);
    }
  });

  it('is the same each time, and another document has another', () => {
    const lines = ['60.25 20.75 39.50', '61.25 21.75 39.50'];
    const sums: [ListedSum['kind'], string][] = [
      ['row', '1 = 2 + 3'],
      ['row', '4 = 5 + 6'],
    ];
    const draw = (name: string) =>
      populationOf({ ...documentOf(lines, sums), name }).faults.map(({ wrongText }) => wrongText);
    assert.deepEqual(draw('a'), draw('a'));
    assert.notDeepEqual(draw('a'), draw('b'));
  });

  it('calls it a tie where another cell one slip away would do as well', () => {
    const row = documentOf(['100.00 60.00 40.00'], [['row', '1 = 2 + 3']]);
    // 60 for 50 in an addend, or 100 for 110 in the total: nothing in the row decides.
    assert.equal(makeFault(row, 1, 'digit', amount('70.00')).tie, true);
    // 13.37 for 60: 40.00 would have to be 86.63 and 100.00 53.37, neither one slip away.
    assert.equal(makeFault(row, 1, 'random', amount('13.37')).tie, false);
  });

  it('calls it no tie where a column decides', () => {
    const table = documentOf(
      ['100.00 60.00 40.00', '100.00 60.00 40.00'],
      [
        ['row', '1 = 2 + 3'],
        ['row', '4 = 5 + 6'],
        ['column', '1 = 4'],
        ['column', '2 = 5'],
        ['column', '3 = 6'],
      ],
    );
    assert.equal(makeFault(table, 1, 'digit', amount('70.00')).tie, false);
  });
});

describe('accuracy: several wrong figures', () => {
  const document = documentOf(['60.00', '10.00', '20.00', '30.00'], [['column', '1 = 2 + 3 + 4']]);
  const texts = (shape: 'slide-up' | 'slide-down' | 'swap-in-column') =>
    shapedFaults(document, [], shape, 9).map(({ figures }) =>
      figures.map(({ newText }) => newText).join('|'),
    );

  it('slide by a row, and one is lost', () => {
    assert.deepEqual(texts('slide-down').sort(), ['|10.00|20.00', '|60.00|10.00', '|60.00|10.00|20.00']);
    assert.deepEqual(texts('slide-up').sort(), ['10.00|20.00|', '10.00|20.00|30.00|', '20.00|30.00|']);
  });

  it('are swapped where that breaks a sum', () => {
    assert.deepEqual(texts('swap-in-column'), ['10.00|60.00']);
  });
});
