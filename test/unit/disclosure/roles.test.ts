import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { readIdentity } from '#core/disclosure/identity.ts';
import { parse } from '#core/syntax/parse.ts';

function roleOf(...rows: readonly string[]): string | undefined {
  return readDisclosure(parse(`${rows.join('\n')}\n`)).tables[0]?.table.role;
}

describe('role of a table without a title', () => {
  it('“三公”经费, by columns or by rows', () => {
    assert.equal(
      roleOf('单位\t合计\t因公出国（境）费\t公务用车购置费\t公务接待费', '某某局\t3.00\t1.00\t1.00\t1.00'),
      'three-public',
    );
    assert.equal(
      roleOf('项目\t预算数', '合计\t3.00', '1.因公出国（境）费\t1.00', '2.公务接待费\t2.00'),
      'three-public',
    );
  });

  it('基本支出, by economic codes and columns of 人员经费 and 公用经费 alone', () => {
    const rows = ['301\t工资福利支出\t5.00\t5.00\t', '302\t商品和服务支出\t2.00\t\t2.00'];
    assert.equal(roleOf('编码\t名称\t合计\t人员经费\t公用经费', ...rows), 'basic-expenditure');
    const withProjects = rows.map((row) => `${row}\t`);
    assert.equal(roleOf('编码\t名称\t合计\t人员经费\t公用经费\t项目支出', ...withProjects), 'other');
    assert.equal(roleOf('编码\t名称\t合计', '301\t工资福利支出\t5.00', '302\t商品和服务支出\t2.00'), 'other');
  });

  it('收支总表, by its totals and sources', () => {
    const rows = (source: string) => [
      '项目\t预算数\t项目\t预算数',
      '一、一般公共预算拨款收入\t5.00\t一、一般公共服务支出\t5.00',
      `二、${source}\t1.00\t二、教育支出\t1.00`,
      '收入总计\t6.00\t支出总计\t6.00',
    ];
    assert.equal(roleOf(...rows('事业收入')), 'income-expenditure');
    assert.equal(roleOf(...rows('政府性基金预算拨款收入')), 'other');
  });

  it('政府性基金, by the heading over all amounts', () => {
    assert.equal(
      roleOf(
        '编码\t名称\t政府性基金预算支出\t\t',
        '\t\t合计\t基本支出\t项目支出',
        '212\t城乡社区支出\t5.00\t2.00\t3.00',
        '21208\t国有土地使用权出让收入安排的支出\t5.00\t2.00\t3.00',
      ),
      'government-fund',
    );
  });

  it('is left open where several would fit', () => {
    assert.equal(
      roleOf('编码\t名称\t合计\t基本支出\t项目支出', '201\t一般公共服务支出\t5.00\t2.00\t3.00'),
      'other',
    );
  });
});

describe('whose document it is', () => {
  for (const [line, identity] of [
    ['某某市民政局2023年部门预算公开说明', { organ: '某某市民政局', kind: '部门', stage: '预算' }],
    ['## 2023 年单位决算公开', { kind: '单位', stage: '决算' }],
    ['填报单位：某某县教育局（本级）　　单位：万元', { organ: '某某县教育局' }],
    ['# 某某市政务服务中心', { organ: '某某市政务服务中心' }],
    ['某某市2023年部门收支总体情况表', {}],
    ['单位：万元', {}],
    ['2023年预算收入比上年增加，主要是人员经费增加。', {}],
  ] as const) {
    it(JSON.stringify(line), () => assert.deepEqual(readIdentity(line), identity));
  }
});

describe('title of a table', () => {
  const titleOf = (...rows: readonly string[]) =>
    readDisclosure(parse(`${rows.join('\n')}\n`)).tables[0]?.table.title?.text;
  const body = ['项目\t预算数', '合计\t3.00', '办公费\t1.00', '差旅费\t2.00'];

  it('stands above the number of its form', () => {
    assert.equal(
      titleOf('收入支出决算总表', '公开01表', '部门：青浦市水务局 单位：万元', ...body),
      '收入支出决算总表',
    );
    assert.equal(titleOf('公开06表', ...body), undefined);
  });

  it('stands in front of the form on its line', () => {
    assert.equal(titleOf('收入预算总表 部门：青浦市水务局 单位：万元', ...body), '收入预算总表');
    assert.equal(titleOf('单位：万元 收入预算总表 部门：青浦市水务局', ...body), undefined);
  });

  it('stands alone in its first row, and heads no column', () => {
    const rows = ['\t', '机关运行经费表部门：青浦市水务局 单位：万元\t', ...body];
    assert.equal(titleOf(...rows), '机关运行经费表');
    const [table] = readDisclosure(parse(`${rows.join('\n')}\n`)).tables;
    assert.deepEqual(table?.table.columns[1]?.path, ['预算数']);
  });
});
