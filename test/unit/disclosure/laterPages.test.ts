import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

/** What is said of each amount: its row, its heading, its value and its unit, or only why it is not bound. */
function bound(...lines: readonly string[]): string[] {
  return readDisclosure(parse(`${lines.join('\n')}\n`)).tables.flatMap(({ table }) =>
    bindingsOf(table).map(({ row, column, amount, unit, certainty, reason }) =>
      certainty === 'unknown'
        ? reason
        : [row?.code ?? row?.label, column?.path.join('›'), amount.value.toString(), unit].join(' '),
    ),
  );
}

const HEAD = '单位编码\t单位名称\t总计\t一般公共预算拨款\t其他收入\t备注';

describe('a later page between tabs', () => {
  it('that has the headings twice has each of them once', () => {
    const groups = '\t\t\t财政拨款\t\t';
    const page = [groups, HEAD, groups, HEAD, '751001\t某县统计局本级\t12.00\t12.00\t\t'];
    const read = bound('部门收入总表', '单位：万元', '', ...page);
    assert.deepEqual(read, ['751001 总计 12 万元', '751001 一般公共预算拨款 12 万元']);
  });

  it('is in the unit that stands above the headings of the first', () => {
    const first = ['表2', '采购预算表', '\t\t\t\t单位：元', HEAD, '合计\t\t31200.00\t31200.00\t\t'];
    const page = ['', '10', '', HEAD, '751001\t某县统计局\t31200.00\t31200.00\t\t'];
    const other = ['', '表3', '部门收入总表', '单位：万元', HEAD, '合计\t\t3.12\t3.12\t\t'];
    const read = bound('本公开表格金额单位：万元', '', ...first, ...page, ...other);
    assert.deepEqual(
      read.filter((each) => each.startsWith('751001')),
      ['751001 总计 31200 元', '751001 一般公共预算拨款 31200 元'],
    );
  });

  it('that has fewer cells than the first below the same headings has lost columns, nobody knows which', () => {
    const head = '经济科目编码\t经济科目名称\t合计\t人员经费\t公用经费\t专项业务经费\t备注';
    const first = [head, '30103\t奖金\t44.43\t44.43\t\t\t', '30112\t其他社会保障缴费\t31.58\t31.58\t\t\t'];
    const page = [
      '',
      '2',
      '',
      head,
      '30217\t公务接待费\t19.67\t\t19.67\t',
      '30227\t委托业务费\t25.89\t\t25.89\t',
    ];
    const read = bound('一般公共预算支出明细表', '单位：万元', '', ...first, ...page);
    assert.deepEqual(read.slice(0, 2), ['30103 合计 44.43 万元', '30103 人员经费 44.43 万元']);
    assert.ok(!read.some((each) => each.startsWith('30217') || each.startsWith('30227')), read.join('\n'));
  });

  it('has lost columns where its total has figures that no row has on other pages, and lacks those they have', () => {
    const head = '科目编码\t科目名称\t总计\t基本工资\t津贴补贴\t奖金\t绩效工资\t住房公积金';
    const first = [
      head,
      '884001\t某县农业农村局\t31.91\t\t\t\t5.20\t26.71',
      '2050801\t教师进修\t5.20\t\t\t\t5.20',
    ];
    const page = (figures: string) => ['', '- 6 -', '', head, `合计\t\t31.91\t${figures}`];
    const read = (figures: string) =>
      bound('基本支出预算明细表', '单位：万元', '', ...first, ...page(figures)).filter((each) =>
        each.startsWith('合计'),
      );
    assert.deepEqual(read('5.20\t26.71'), []);
    assert.deepEqual(read('\t\t\t5.20\t26.71').slice(1), [
      '合计 绩效工资 5.2 万元',
      '合计 住房公积金 26.71 万元',
    ]);
  });

  it('that a note parts from the first has lost columns where its rows are narrower, unless by remarks alone', () => {
    const head = '经济科目编码\t经济科目名称\t合计\t人员经费\t公用经费\t专项业务经费\t备注';
    const first = [head, '30103\t奖金\t44.43\t44.43\t\t\t', '30112\t其他社会保障缴费\t31.58\t31.58\t\t\t'];
    const rows = [
      ...['30217\t公务接待费\t19.67\t\t19.67', '30226\t劳务费\t5.00\t\t5.00'],
      ...['30227\t委托业务费\t25.89\t\t25.89', '30228\t工会经费\t2.89\t\t2.89'],
    ];
    const read = (end: string) => {
      const note = ['', '注：本表按支出经济分类科目列示，金额不含上年结转的部分。', ''];
      const page = [...note, head, ...rows.map((row) => row + end)];
      return bound('一般公共预算支出明细表', '单位：万元', '', ...first, ...page).filter((each) =>
        /^302/.test(each),
      );
    };
    // Of the columns behind 公用经费 one is of figures: nobody knows whether the page lost that one or another.
    assert.deepEqual(read(''), []);
    assert.deepEqual(read('\t').slice(0, 2), ['30217 合计 19.67 万元', '30217 公用经费 19.67 万元']);
  });

  it('of which the total lost cells is doubtful where earlier rows are wider, and not where all are as wide', () => {
    const head = '科目编码\t科目名称\t合计\t基本支出\t项目支出\t上缴上级支出\t事业单位经营支出';
    const read = (...lines: readonly string[]) =>
      bound('部门支出总表', '单位：万元', '', head, ...lines).filter((each) => /^(?:208|合计) /.test(each));
    const page = (...rows: readonly string[]) => ['', '6', '', head, ...rows];
    // The page lost the columns 基本支出 and 上缴上级支出; of its total, 13.00, 5.00, 7.00, blank and 1.00, three are left.
    const wide = ['205\t教育支出\t9.00\t5.00\t3.00\t\t1.00', '20502\t普通教育\t9.00\t5.00\t3.00\t\t1.00'];
    const lost = page('208\t社会保障和就业支出\t4.00\t4.00\t', '合计\t\t13.00\t7.00\t1.00');
    assert.deepEqual(read(...wide, ...lost), []);
    // Here all rows end with their last figure, and the total alone lost its blank.
    const narrow = ['205\t教育支出\t9.00\t\t9.00', '20502\t普通教育\t9.00\t\t9.00'];
    const whole = page('208\t社会保障和就业支出\t4.00\t\t4.00', '合计\t\t13.00\t13.00');
    assert.deepEqual(read(...narrow, ...whole), ['208 合计 4 万元', '208 项目支出 4 万元']);
  });

  it('is not fitted to a total by the order of its cells where words would stand among figures', () => {
    const head = '项目名称\t单位名称\t总计\t全额拨款\t定额补助\t其他收入\t上年结转\t备注';
    const first = [head, '合计\t\t590.71\t24.08\t\t566.63'];
    const page = ['', '3', '', '业务培训\t某县统计局\t0.05\t0.05'];
    const read = bound('项目支出预算表', '单位：万元', '', ...first, ...page);
    assert.ok(!read.some((each) => each.includes('其他收入 0.05')), read.join('\n'));
  });
});

const ALIGNED_HEAD = `                项目                                       支出预算
科目编码
                      功能分类科目名称    合计            基本支出         项目支出
类     款    项
`;

describe('a later page of an aligned table', () => {
  it('goes on below the same headings, though they stand elsewhere', () => {
    const first = `${ALIGNED_HEAD}201             一般公共服务支出           6,300,000      5,800,000         500,000
201   03        政府办公厅事务             6,300,000      5,800,000         500,000
201   03   01   行政运行                5,800,000      5,800,000
201   03   02   一般行政管理事务             500,000                         500,000
`;
    const page = `\f                项目                             支出预算
科目编码
                 功能分类科目名称   合计           基本支出        项目支出
类     款    项
221             住房保障支出       700,000       700,000
221   02        住房改革支出       700,000       700,000
221   02   01   住房公积金        700,000       700,000
                合计          7,000,000     6,500,000        500,000
`;
    const read = bound('部门支出总表', '单位：元', first + page);
    assert.ok(
      read.includes('201 合计 6300000 元') && read.includes('221 基本支出 700000 元'),
      read.join('\n'),
    );
    assert.ok(read.includes('合计 项目支出 500000 元'));
  });
});
