import { strict as assert } from 'node:assert';
import { type Binding, bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import type { Table } from '#core/disclosure/table.ts';
import { parse } from '#core/syntax/parse.ts';

function tablesOf(...lines: readonly string[]): Table[] {
  return readDisclosure(parse(`${lines.join('\n')}\n`)).tables.map(({ table }) => table);
}

function bindings(...lines: readonly string[]): Binding[] {
  return tablesOf(...lines).flatMap(bindingsOf);
}

/** Row, column and unit of each amount that is bound. */
function said(...lines: readonly string[]): string[] {
  return bindings(...lines).flatMap(({ row, column, unit, amount, certainty }) =>
    certainty === 'unknown'
      ? []
      : `${row?.label} | ${column?.path.join(' › ') ?? ''} | ${amount.value.toFixed(2)} ${unit ?? '?'}`,
  );
}

describe('units', () => {
  it('of a column over that of its table', () => {
    assert.deepEqual(
      said(
        '项目支出表',
        '单位：万元',
        '项目\t预算数（元）\t其中：财政拨款',
        '培训费\t12000.00\t1.20',
        '会议费\t5000.00\t0.50',
      ),
      [
        '培训费 | 预算数(元) | 12000.00 元',
        '培训费 | 其中:财政拨款 | 1.20 万元',
        '会议费 | 预算数(元) | 5000.00 元',
        '会议费 | 其中:财政拨款 | 0.50 万元',
      ],
    );
  });

  it('of all tables, where a line says so', () => {
    for (const line of ['本公开表格金额单位：元', '以下各表单位均为元', '如无特别说明，均以元为单位。']) {
      const [first, second] = tablesOf(
        line,
        '',
        '部门收入总表',
        '项目\t合计',
        '甲\t1.00',
        '乙\t2.00',
        '',
        '“三公”经费支出表',
        '单位：万元',
        '项目\t合计',
        '丙\t1.00',
        '丁\t2.00',
      );
      assert.deepEqual(first?.unit, { unit: '元', origin: 'document' }, line);
      assert.deepEqual(second?.unit, { unit: '万元', origin: 'line' });
    }
  });

  it('of a page is that of the table whose headings it repeats without a title, whatever holds for others', () => {
    const head = '单位编码 单位名称 总计 政府性基金 其他资金';
    const tables = tablesOf(
      '本公开表格金额单位：元',
      '',
      '部门政府采购预算表',
      '单位：万元',
      head,
      '133001 某某市市场监督管理局 0.73 0.00 0.73',
      '133002 某某市市场监督管理局所 0.23 0.00 0.23',
      '',
      '- 30 -',
      '',
      head,
      '133001 某某市市场监督管理局 0.73 0.00 0.73',
      '133002 某某市市场监督管理局所 0.23 0.00 0.23',
    );
    assert.deepEqual(
      tables.map(({ unit, rows }) => [unit?.unit, rows.filter(({ kind }) => kind === 'data').length]),
      [['万元', 4]],
    );
  });
});

describe('what is no money', () => {
  it('codes, counts, telephone numbers, dates and numbers of documents', () => {
    assert.deepEqual(
      said(
        '项目支出表',
        '单位：万元',
        '单位编码\t单位名称\t项目编码\t项目名称\t合计\t人数\t联系电话\t批复日期\t文号',
        '003001\t某某局\t42011223003T000000101\t网络运维\t12.00\t25\t83891234\t2023-01-05\t东编〔2022〕25号',
        '003002\t某某所\t42011223003T000000102\t窗口建设\t30.50\t8\t83895678\t2023-02-06\t东编〔2022〕26号',
      ),
      ['网络运维 | 合计 | 12.00 万元', '窗口建设 | 合计 | 30.50 万元'],
    );
  });

  it('values of indicators', () => {
    assert.deepEqual(
      said(
        '项目绩效目标表',
        '单位：万元',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t培训人次\t200',
        '成本指标\t经济成本指标\t培训成本\t65万元',
        '满意度指标\t服务对象满意度\t群众满意度\t95%',
      ),
      [],
    );
  });
});

describe('headers', () => {
  it('收入 and 支出 stand over names and amounts', () => {
    assert.deepEqual(
      said(
        '收支总表',
        '单位：元',
        '收入\t\t支出\t',
        '项目\t预算数\t项目\t预算数',
        '一、拨款\t5.00\t一、公共服务\t4.00',
        '二、其他\t1.00\t二、教育\t2.00',
      ),
      [
        '一、拨款 | 收入 › 预算数 | 5.00 元',
        '一、公共服务 | 支出 › 预算数 | 4.00 元',
        '二、其他 | 收入 › 预算数 | 1.00 元',
        '二、教育 | 支出 › 预算数 | 2.00 元',
      ],
    );
  });

  it('leave open where a group lies, where single headings stand in the last row and no total opens it', () => {
    const low = bindings(
      '部门收入总表',
      '\t\t\t财政拨款\t\t\t\t',
      '编码\t名称\t合计\t一般公共预算\t政府性基金\t国有资本经营\t事业收入\t其他收入',
      '201\t公共服务\t6.00\t1.00\t1.00\t1.00\t1.00\t2.00',
      '205\t教育\t6.00\t1.00\t1.00\t1.00\t2.00\t1.00',
    ).slice(0, 6);
    assert.deepEqual(
      low.map(({ column, reason }) => `${column?.path.join(' › ')} ${reason}`),
      [
        '合计 partial',
        // Had the first line slid by a column, it would look just like this.
        '一般公共预算 partial',
        '政府性基金 partial',
        '国有资本经营 partial',
        '事业收入 partial',
        '其他收入 partial',
      ],
    );
  });

  it('that slid head nothing', () => {
    const slid = bindings(
      '部门支出总表',
      '\t编码\t科目名称\t合计\t基本支出',
      '201\t公共服务\t6.00\t1.00\t5.00',
      '205\t教育\t6.00\t1.00\t5.00',
    );
    assert.ok(slid.length > 0 && slid.every(({ certainty }) => certainty === 'unknown'));
  });
});

describe('pages and rows', () => {
  const HEAD = ['项目支出表', '单位：元', '项目名称\t单位名称\t合计\t基金'];

  it('a page without header goes on with the table it fits under', () => {
    const [table, ...others] = tablesOf(
      ...HEAD,
      '网络运维\t某某局\t5.00\t1.00',
      '',
      '- 3 -',
      '',
      '窗口建设\t某某所\t2.00\t',
      '合计\t\t7.00\t1.00',
    );
    assert.equal(others.length, 0);
    assert.equal(table?.rows.filter(({ kind }) => kind === 'data' || kind === 'total').length, 3);
  });

  it('a table behind a 总计, or of other columns, begins anew', () => {
    const first = [...HEAD, '网络运维\t某某局\t5.00\t1.00', '总计\t\t5.00\t1.00', ''];
    assert.equal(tablesOf(...first, '会议\t某某所\t2.00\t1.00', '培训\t某某所\t2.00\t1.00').length, 2);
    const other = [...HEAD, '网络运维\t某某局\t5.00\t1.00', ''];
    assert.equal(tablesOf(...other, '3.00\t2.00\t某某所\t会议', '3.00\t2.00\t某某所\t培训').length, 2);
  });

  it('are named by what tells most, and 合计 wherever it stands', () => {
    const rows = said(
      '项目支出表',
      '单位：元',
      '单位名称\t项目名称\t合计\t基金',
      '某某局\t网络运维\t5.00\t1.00',
      '某某所\t窗口建设\t2.00\t1.00',
      '合计\t\t7.00\t2.00',
    );
    assert.deepEqual(
      rows.map((row) => row.split(' | ')[0]),
      ['网络运维', '网络运维', '窗口建设', '窗口建设', '合计', '合计'],
    );
  });

  it('that lost cells, or stand off their total, are bound to nothing', () => {
    const head = ['部门支出总表', '| 编码 | 名称 | 合计 | 基本 | 项目 |', '|---|---|---|---|---|'];
    const full = ['201', '205', '208', '210'].map((code) => `| ${code} | 科目 | 5.00 | 2.00 | 3.00 |`);
    for (const row of ['| 221 | 住房 | 9.00 | 9.00 |', '| 221 | 住房 | | 9.00 | 9.00 |']) {
      const certainties = bindings(...head, ...full, row).map(({ certainty }) => certainty);
      assert.deepEqual(certainties.slice(0, 12), Array(12).fill('certain'), row);
      assert.deepEqual(certainties.slice(12), ['unknown', 'unknown'], row);
    }
  });

  it('of wrapped names have the whole name', () => {
    const [binding] = bindings(
      '<table><tr><td>项目</td><td>预算数</td></tr>',
      '<tr><td>机关事业单位',
      '基本养老保险</td><td>5.00</td></tr>',
      '<tr><td>会议费</td><td>2.00</td></tr></table>',
    );
    assert.equal(binding?.row?.label, '机关事业单位基本养老保险');
  });
});
