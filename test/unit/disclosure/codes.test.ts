import { strict as assert } from 'node:assert';
import { codeColumn, isNamedCode, NO_CARRY, readCode, readUnitCode } from '#core/disclosure/codes.ts';
import { tabDialect } from '#core/syntax/dialects/tab.ts';

function cellsOf(line: string) {
  return tabDialect.readRow(line, 0).cells;
}

describe('readCode', () => {
  const rows: readonly [string, string, string, readonly string[]][] = [
    // row, code, name, the texts the spans cover
    ['2010301\t行政运行\t1.00', '2010301', '行政运行', ['2010301']],
    ['201\t03\t01\t行政运行\t1.00', '2010301', '行政运行', ['201', '03', '01']],
    ['201\t03\t\t政府办公厅（室）及相关机构事务', '20103', '政府办公厅（室）及相关机构事务', ['201', '03']],
    ['201\t\t\t一般公共服务支出\t1.00', '201', '一般公共服务支出', ['201']],
    ['201\t03\t01 行政运行\t114.86', '2010301', '行政运行', ['201', '03', '01']],
    ['301\t01\t基本工资\t89. 87', '30101', '基本工资', ['301', '01']],
    ['302\t7\t邮电费\t1.00', '30207', '邮电费', ['302', '7']],
    ['2010506统计管理\t1,200', '2010506', '统计管理', ['2010506']],
    ['30101-基本工资\t100.00', '30101', '基本工资', ['30101']],
    ['[2010301] 行政运行\t1.00', '2010301', '行政运行', ['2010301']],
    ['（301）工资福利支出\t1.00', '301', '工资福利支出', ['301']],
    ['2010301\t2010301-行政运行\t1.00', '2010301', '行政运行', ['2010301']],
    ['２０１\t一般公共服务支出', '201', '一般公共服务支出', ['２０１']],
  ];
  for (const [line, digits, name, covered] of rows) {
    it(JSON.stringify(line), () => {
      const code = readCode(cellsOf(line), NO_CARRY);
      assert.ok(isNamedCode(code));
      assert.equal(code.digits, digits);
      assert.equal(code.name, name);
      assert.deepEqual(
        code.spans.map((span) => line.slice(span.start, span.end)),
        covered,
      );
      assert.equal(code.nameSpan && line.slice(code.nameSpan.start, code.nameSpan.end), name);
    });
  }

  it('carries 类 and 款 that are printed only once', () => {
    assert.equal(readCode(cellsOf('\t17\t公务接待费\t0.70'), { class: '302', item: '' })?.digits, '30217');
    assert.equal(readCode(cellsOf('\t\t01\t行政运行'), { class: '201', item: '20103' })?.digits, '2010301');
    assert.equal(readCode(cellsOf('\t17\t公务接待费\t0.70'), NO_CARRY), undefined);
  });

  it('finds the column the codes stand in, and a name in front of them', () => {
    const body = ['1\t行政运行\t2010301\t5.00', '2\t一般行政管理事务\t2010302\t6.00'].map(cellsOf);
    assert.equal(codeColumn([cellsOf('序号\t科目名称\t科目编码\t预算数'), ...body]), 2);
    const code = body[0] && readCode(body[0], NO_CARRY, 2);
    assert.equal(code?.digits, '2010301');
    assert.equal(code?.name, '行政运行');
  });

  it('takes whole amounts behind the names for no codes', () => {
    const rows = ['合计\t5200000\t4200000', '公共文化配送\t2200000\t2200000', '会议\t3000000\t2000000'];
    assert.equal(codeColumn([cellsOf('项目名称\t合计\t一般公共预算'), ...rows.map(cellsOf)]), 0);
  });

  for (const line of [
    '052001\t某某局\t5.00',
    '993001\t实施单位',
    '003\t某某局',
    '2512\t1547. 5',
    '1\t2\t3',
    '[2010301行政运行\t1.00',
    '201-1号楼\t1.00',
    '42011223003T000000101\t日常',
  ]) {
    it(`no code: ${JSON.stringify(line)}`, () => assert.ok(!isNamedCode(readCode(cellsOf(line), NO_CARRY))));
  }

  it('takes the amount behind 合计 for no code', () => {
    assert.equal(isNamedCode(readCode(cellsOf('合计\t合计\t2245454'), NO_CARRY, 2)), false);
  });

  it('reads 单位编码 apart', () => {
    for (const [line, start, code, name] of [
      ['003001\t某某局本级\t1.00', 0, '003001', '某某局本级'],
      ['003\t某某局\t1.00', 0, '003', '某某局'],
      ['某某局\t145\t1.00', 1, '145', '某某局'],
      ['826某某局\t1.00', 0, '826', '某某局'],
    ] as const) {
      assert.deepEqual(readUnitCode(cellsOf(line), start), { code, name });
    }
    assert.equal(readUnitCode(cellsOf('2010301\t行政运行\t1.00')), undefined);
    assert.equal(readUnitCode(cellsOf('826项工作\t1.00')), undefined);
  });
});
