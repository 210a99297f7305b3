import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { tableExtents } from '#core/disclosure/tableExtent.ts';
import { parse } from '#core/syntax/parse.ts';
import { compactLabel } from '#core/text/width.ts';
import { arbitraryDisclosure } from '../../generator/index.ts';

const OVERVIEW = [
  '收入\t预算数\t支出\t预算数',
  '一、一般公共预算拨款收入\t120.00\t一、一般公共服务支出\t100.00',
  '二、事业收入\t30.00\t二、住房保障支出\t50.00',
  '收入总计\t150.00\t支出总计\t150.00',
];
const EXPENDITURE = [
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '201\t一般公共服务支出\t100.00\t60.00\t40.00',
  '221\t住房保障支出\t50.00\t50.00\t0.00',
  '合计\t\t150.00\t110.00\t40.00',
];
const BASIC = [
  '科目编码\t科目名称\t合计\t人员经费\t公用经费',
  '301\t工资福利支出\t90.00\t90.00\t0.00',
  '302\t商品和服务支出\t20.00\t0.00\t20.00',
  '合计\t\t110.00\t90.00\t20.00',
];

/** Title, role and unit of each table, and the lines (0-based, inclusive) that it takes with its title. */
function read(...parts: readonly (string | readonly string[])[]): unknown[] {
  const { tables } = readDisclosure(parse(`${parts.flat().join('\n')}\n`));
  return tableExtents(tables).map(({ placed: { table }, first, last }) => [
    table.title?.text,
    table.role,
    table.unit?.unit,
    `${first}–${last}`,
  ]);
}

describe('titles below tables', () => {
  it('are those of the tables above them, where no table has one above', () => {
    assert.deepEqual(
      read(
        ['某局2023年部门预算公开', '', '单位：万元', ...OVERVIEW, '表1 部门收支总表', ''],
        ['单位：万元', ...EXPENDITURE, '', '表2', '部门支出总表', ''],
        ['单位：元', ...BASIC, '表3 一般公共预算基本支出表', '', '以上各表由财务股填报。'],
      ),
      [
        ['表1 部门收支总表', 'income-expenditure', '万元', '3–7'],
        ['部门支出总表', 'expenditure', '万元', '10–16'],
        ['表3 一般公共预算基本支出表', 'basic-expenditure', '元', '19–23'],
      ],
    );
  });

  it('may be listed in 目录 before', () => {
    assert.deepEqual(
      read(
        ['目录', '部门收支总表', '一般公共预算基本支出表', '第二部分 预算表', ''],
        [...OVERVIEW, '部门收支总表', ''],
        [...BASIC, '一般公共预算基本支出表'],
      ).map((each) => (each as unknown[])[0]),
      ['部门收支总表', '一般公共预算基本支出表'],
    );
  });

  it('belong to a lone table that is what they say', () => {
    assert.deepEqual(read(OVERVIEW, '部门收支总表'), [
      ['部门收支总表', 'income-expenditure', undefined, '0–4'],
    ]);
  });

  it('are those of tables still to come where what stands above is another one', () => {
    assert.deepEqual(read(OVERVIEW, '部门收入总表'), [[undefined, 'income-expenditure', undefined, '0–3']]);
    assert.deepEqual(read(EXPENDITURE, '部门支出总表'), [[undefined, 'other', undefined, '0–3']]);
  });

  it('are those of the tables under them where one table lacks its title', () => {
    assert.deepEqual(
      read(
        OVERVIEW,
        '',
        '部门支出总表',
        EXPENDITURE,
        '',
        '一般公共预算基本支出表',
        BASIC,
        '',
        '政府性基金预算支出表',
      ).map((each) => (each as unknown[]).slice(0, 2)),
      [
        [undefined, 'income-expenditure'],
        ['部门支出总表', 'expenditure'],
        ['一般公共预算基本支出表', 'basic-expenditure'],
      ],
    );
  });

  it('are no titles of what a document titles above', () => {
    assert.deepEqual(
      read(
        '部门收支总表',
        OVERVIEW,
        '',
        '部门支出总表',
        EXPENDITURE,
        '',
        '政府性基金预算支出表',
        '此表无数据',
      ).map((each) => (each as unknown[])[0]),
      ['部门收支总表', '部门支出总表'],
    );
  });

  it('of generated documents are told for four in five of their tables, where what some of them hold tells', () => {
    const options = { dialects: ['tab', 'pipe', 'html'], size: 'medium', titlesBelow: true } as const;
    const generated = fc.sample(arbitraryDisclosure(options), { numRuns: 30, seed: 7 });
    const tables = generated.flatMap(({ text }) => {
      const lines = text.split(/\r?\n/);
      return readDisclosure(parse(text)).tables.map(({ line, table }) => ({ lines, line, table }));
    });
    const right = tables.filter(({ lines, line, table: { title, lineCount } }) => {
      const below = lines.slice(line + lineCount).map(compactLabel);
      const first = below.find(
        (text) => /[\u4e00-\u9fff]/.test(text) && !/^(?:<p>)?(?:附件|表|公开)[-\d]+表?(?:<\/p>)?$/.test(text),
      );
      return title && first?.includes(compactLabel(title.text));
    });
    assert.ok(tables.length > 150, `${tables.length} tables`);
    assert.ok(right.length >= 0.8 * tables.length, `${right.length} of ${tables.length}`);
  });
});
