import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

/** Whether each row of the body is where its headings say, by its first cell; `slid` where its cells show it is not. */
function standing(...lines: readonly string[]): string[] {
  const [placed] = readDisclosure(parse(['部门支出总表', ...lines].join('\n'))).tables;
  assert.ok(placed);
  return placed.table.rows
    .filter(({ kind }) => kind === 'data' || kind === 'total')
    .map(({ cells, bound, slid }) => `${cells.find((cell) => cell?.text)?.text} ${slid ? 'slid' : bound}`);
}

const HEAD = '科目编码\t科目名称\t合计\t基本支出\t项目支出';
const ROWS = [
  '201\t一般公共服务支出\t5.00\t3.00\t2.00',
  '205\t教育支出\t4.00\t4.00\t',
  '合计\t\t9.00\t7.00\t2.00',
];

describe('cells that slid', () => {
  it('are none where each row has names under names, and a total before its parts', () => {
    assert.deepEqual(standing(HEAD, ...ROWS), ['201 true', '205 true', '合计 true']);
  });

  it('show by a name under a heading of money', () => {
    assert.deepEqual(standing(HEAD, ...ROWS, '\t206\t科学技术支出\t1.00\t1.00').at(-1), '206 slid');
  });

  it('show by a blank where the total of the row stands', () => {
    assert.deepEqual(standing(HEAD, ...ROWS, '206\t科学技术支出\t\t1.00\t1.00').at(-1), '206 false');
  });

  it('do not where a figure is wrong and none would stand better further ahead', () => {
    const head = '科目编码\t科目名称\t上年执行数\t小计\t基本支出\t项目支出';
    const rows = ['201\t一般公共服务支出\t4.00\t5.00\t3.00\t2.00', '210\t卫生健康支出\t\t40.00\t\t30.00'];
    assert.deepEqual(standing(head, ...rows), ['201 true', '210 true']);
    const slid = '210\t卫生健康支出\t\t4.00\t30.00\t30.00';
    assert.deepEqual(standing(head, rows[0] ?? '', slid).at(-1), '210 false');
  });

  it('show by a dash behind the last heading', () => {
    assert.deepEqual(standing(HEAD, ...ROWS, '206\t科学技术支出\t\t1.00\t1.00\t-').at(-1), '206 false');
  });

  it('show by a total that stands beside the first heading in all rows', () => {
    const head = '科目编码\t科目名称\t基本支出\t工资福利支出\t商品和服务支出\t补助';
    const rows = ['201\t一般公共服务支出\t\t5.00\t3.00\t2.00', '205\t教育支出\t\t4.00\t4.00\t'];
    assert.deepEqual(standing(head, ...rows), ['201 false', '205 false']);
  });

  it('do not by a dash there', () => {
    assert.deepEqual(standing(HEAD, ...ROWS, '206\t科学技术支出\t-\t-\t-').at(-1), '206 true');
  });

  it('show by figures in a block whose name stands in the other', () => {
    const abreast = ['项目\t预算数\t项目\t预算数', '一、财政拨款收入\t5.00\t一、教育支出\t5.00'];
    const slid = '二、事业收入\t\t\t3.00';
    assert.deepEqual(standing(...abreast, slid, '收入总计\t5.00\t支出总计\t5.00'), [
      ...['一、财政拨款收入 true', '二、事业收入 slid', '收入总计 true'],
    ]);
  });

  it('do not by the nameless total beside that of another block', () => {
    const abreast = ['项目\t预算数\t项目\t预算数', '一、财政拨款收入\t5.00\t一、教育支出\t5.00'];
    assert.deepEqual(standing(...abreast, '收入总计\t5.00\t\t5.00').at(-1), '收入总计 true');
  });
});

describe('rows that lost cells among those left out at their ends', () => {
  const HEAD = '科目编码\t科目名称\t合计\t基本支出\t项目支出\t其他支出';
  const WHOLE = [
    '201\t一般公共服务支出\t5.00\t5.00',
    '20103\t政府办公厅\t5.00\t5.00',
    '205\t教育支出\t2.00\t\t\t2.00',
  ];

  it('show by a figure where the row of the code above has none', () => {
    const rows = [...WHOLE, '20502\t普通教育\t2.00\t2.00', '合计\t\t7.00\t5.00\t\t2.00'];
    assert.deepEqual(standing(HEAD, ...rows).slice(2), ['205 true', '20502 false', '合计 true']);
  });

  it('show by what the total of all has and no row', () => {
    const rows = [
      '201\t一般公共服务支出\t5.00\t5.00',
      '205\t教育支出\t2.00\t2.00',
      '206\t科学技术支出\t1.00\t1.00',
    ];
    const total = '合计\t\t8.00\t6.00\t\t2.00';
    assert.deepEqual(standing(HEAD, ...rows, '207\t文化支出\t0.00\t\t0.00', total), [
      ...['201 true', '205 false', '206 true', '207 true', '合计 true'],
    ]);
  });
});

describe('a block whose first column is the sum of the others', () => {
  const HEADS = '科目编码\t科目名称\t支出\t基本支出\t项目支出';

  it('has a total by law, whatever its heading says: it is not blank beside its parts', () => {
    const rows = ['201\t一般公共服务支出\t5.00\t3.00\t2.00', '205\t教育支出\t\t4.00\t1.00'];
    assert.deepEqual(standing(HEADS, ...rows), ['201 true', '205 false']);
  });

  it('has none where its columns are sources of their own', () => {
    const heads = '科目编码\t科目名称\t财政拨款\t事业收入\t其他收入';
    const rows = ['201\t一般公共服务支出\t5.00\t3.00\t4.00', '205\t教育支出\t\t4.00\t1.00'];
    assert.deepEqual(standing(heads, ...rows), ['201 true', '205 true']);
  });
});
