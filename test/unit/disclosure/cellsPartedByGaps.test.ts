import { strict as assert } from 'node:assert';
import { bound } from '../../support/bound.ts';

/** What is bound of lines, without what is not. */
function read(...lines: readonly (readonly string[])[]): string[] {
  return bound(lines.flat().join('\n')).filter((each) => / \S+ -?\d/.test(each));
}

const LISTS = ['收入', '支出', '项目', '预算数', '项目', '预算数'];
const TOTALS = ['收入总计', '75.00', '支出总计', '75.00'];
const SPENT = ['一般公共服务支出', '外交支出', '国防支出', '公共安全支出', '教育支出', '科学技术支出'];
const RECEIVED = [
  '财政拨款',
  '其中：专项资金',
  '上级补助收入',
  '事业收入',
  '其中：专户管理的收费',
  '其他收入',
];

const AMOUNTS = ['10.00', '5.00', '20.00', '30.00', '5.00', '15.00'];

/** Both lists row by row; only some entries of the first are numbered, and only these are parts of the total. */
function rows(gap: (row: number) => readonly string[]): string[] {
  let number = 0;
  return SPENT.flatMap((name, at) => {
    const income = RECEIVED[at] ?? '';
    const label = income.startsWith('其中') ? income : `${++number}、${income}`;
    return [label, AMOUNTS[at] ?? '', `${at + 1}、${name}`, `${at + 10}.00`, ...gap(at)];
  });
}

describe('lists abreast, cells one a line, with gaps between their rows', () => {
  const found = [
    '5、教育支出 预算数 14',
    '6、科学技术支出 预算数 15',
    '收入总计 预算数 75',
    '支出总计 预算数 75',
  ];

  it('go on behind blank lines, with an entry that has no number as well', () => {
    const all = read(
      LISTS,
      rows(() => ['']),
      ['7、农林水支出', '0.00', '', '8、预备费', '0.00', '', ...TOTALS],
    );
    assert.ok(
      found.every((each) => all.includes(each)),
      all.join('\n'),
    );
    assert.ok(all.includes('其中:专户管理的收费 预算数 5'), all.join('\n'));
  });

  it('have an entry of another name behind blank lines like those before', () => {
    const more = ['用事业基金弥补收支差额', '0', '结转下年', '0', '', ...TOTALS];
    const all = read(
      LISTS,
      rows(() => ['']),
      more,
    );
    assert.ok(all.includes('结转下年 预算数 0') && all.includes('收入总计 预算数 75'), all.join('\n'));
  });

  it('begin a list within an entry behind a blank line', () => {
    const opened = ['一、本年收入', '一、本年支出', ''];
    const all = read(
      LISTS,
      opened,
      rows(() => ['']),
      TOTALS,
    );
    assert.ok(all.includes('1、一般公共服务支出 预算数 10'), all.join('\n'));
  });
});

describe('rows of cells one a line, parted by the numbers of their pages', () => {
  const page = (number: string) => ['', number, ''];

  it('have no figures of these where the rows are of two lengths', () => {
    const text = rows((row) => page(`${row + 91}`));
    const later = [
      '7、农林水支出',
      '4.00',
      ...page('97'),
      '结转下年',
      '4.00',
      '结转下年',
      '4.00',
      ...page('98'),
    ];
    const inYuan = [...text, ...later, '收入总计', '79.00', '支出总计', '83.00'].map((cell) =>
      cell.replace(/\.00$/, ',000'),
    );
    const all = read(LISTS, inYuan);
    assert.ok(
      all.includes('7、农林水支出 预算数 4000') && all.includes('支出总计 预算数 83000'),
      all.join('\n'),
    );
    assert.ok(!all.some((each) => / 9\d$/.test(each)), all.join('\n'));
  });

  it('keep a number between blank cells where all rows are alike', () => {
    const head = ['项目', '合计', '人员', '数量', '备注'];
    const text = SPENT.flatMap((name, at) => [name, `${at + 3}.00`, '', `${at + 2}`, '']);
    const all = bound([...head, ...text].join('\n'));
    assert.equal(all.filter((each) => / 合计 /.test(each)).length, SPENT.length);
  });
});
