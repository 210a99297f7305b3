import { strict as assert } from 'node:assert';
import { withNamesBeforeBodies } from '#core/disclosure/unmarked/sequence/namesBeforeBodies.ts';
import { cellOf } from '#core/syntax/dialects/dialect.ts';
import { bound } from '../../support/bound.ts';

/** What is bound of cells one a line, each of them in a line of its own. */
function read(...lines: readonly (readonly string[])[]): string[] {
  return bound(lines.flat().join('\n')).filter((each) => / \S+ -?\d/.test(each));
}

describe('names over lines among cells one a line', () => {
  const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
  const ROWS = ['201', '一般公共服务支出', '3', '1', '2', '202', '外交支出', '4', '2', '2'];
  const OTHERS = ['204', '公共安全支出', '5', '3', '2', '205', '教育支出', '6', '4', '2'];

  it('may go over three lines where their rows are full but for these', () => {
    const row = ['20103', '政府办公厅（室', '）及相关机', '构事务', '3', '1', '2'];
    const found = read(HEAD, ROWS, row, OTHERS);
    assert.ok(found.includes('20103 基本支出 1'), found.join('\n'));
    assert.ok(found.includes('205 基本支出 4'), found.join('\n'));
  });

  it('are not known where each of two columns of names may have the line between', () => {
    const head = ['项目名称', '单位名称', '合计', '一般公共预算', '上年结转'];
    const row = (...names: readonly string[]) => [...names, '5', '3', '2'];
    const rows = [row('网络线路租赁', '某县某某局'), row('业务培训', '某县某某局综合服务中心')];
    const more = [row('宣传经费', '某县某某局综合服务中心'), row('法律服务', '某县某某局综合服务中心')];
    const last = row('公共服务综合信息平台升', '级建设', '某县某局');
    const found = read(head, ...rows, ...more, last);
    assert.ok(found.filter((each) => each.startsWith('业务培训 ')).length > 0, found.join('\n'));
    assert.ok(!found.some((each) => /平台升(?:级建设)? /.test(each)), found.join('\n'));
  });

  it('end in front of the name of a body that stands elsewhere behind a shorter name', () => {
    const head = ['项目名称', '单位名称', '合计', '一般公共预算', '上年结转'];
    const row = (...names: readonly string[]) => [...names, '某县某某局综合服务中心', '5', '3', '2'];
    const wrapped = [row('公共服务综合信息平台升', '级建设'), row('窗口人员购买服', '务经费')];
    const found = read(head, row('业务培训'), wrapped.flat(), row('法律服务'), row('重点项目审', '计'));
    assert.deepEqual(
      ['业务培训', '法律服务'].filter((name) => found.includes(`${name} 一般公共预算 3`)),
      ['业务培训', '法律服务'],
      found.join('\n'),
    );
    assert.ok(!found.some((each) => /^(?:级建设|务经费|计) /.test(each)), found.join('\n'));
  });

  describe('of projects in front of the names of bodies, where blank cells left no lines', () => {
    const BODY = '某县某某局综合服务中心';
    const joined = (...lines: readonly string[]) =>
      withNamesBeforeBodies(
        lines.map((text, line) => ({
          line,
          separator: false,
          cells: [cellOf(text, 0, text.length, line, 0)],
        })),
      ).map(({ cells: [cell] }) => cell?.whole ?? cell?.text);
    const row = (...names: readonly string[]) => [...names, BODY, '5.00'];

    it('are joined where most rows have one line there', () => {
      const lines = [...row('业务培训'), ...row('公共服务综合信息平台升', '级建设'), ...row('法律服务')];
      const whole = [...row('业务培训'), ...row('公共服务综合信息平台升级建设'), ...row('法律服务')];
      assert.deepEqual(joined(...lines), whole);
    });

    it('are left alone where rows have two names there, or headings', () => {
      const lines = ['业务培训', '公共服务平台', '法律服务'].flatMap((name) => row(name, '延续项目'));
      assert.deepEqual(joined(...lines), lines);
      const head = ['一般公共预算', '项目', '合计', ...row('培训'), ...row('法律服务'), ...row('档案整理')];
      assert.deepEqual(joined(...head), head);
    });
  });

  describe('of lists abreast without their blank cells', () => {
    const heads = [
      '收入',
      '支出',
      '项目',
      '预算数',
      '项目(按经济分类)',
      '预算数',
      '项目(按功能分类)',
      '预算数',
    ];
    const first = ['一、财政拨款', '9.00', '工资福利支出', '5.00', '201一般公共服务', '1.00'];
    const second = ['（一）财政指标拨款', '（补助）', '8.00', '商品和服务支出', '4.00', '202外交', '2.00'];
    const third = (...name: readonly string[]) => [
      ...[...name, '1.00', '对个人和家庭的补助', '0.00', '220自然资源海', '洋气象等', '6.00'],
    ];
    const last = ['三、其他自有资金', '0.00', '资本性支出', '0.00', '221住房保障', '0.00'];
    const totals = ['本年收入合计', '9.00', '本年支出合计', '9.00', '本年支出合计', '9.00'];

    it('are joined where a code, an open bracket or a name that is known shows it', () => {
      const found = read(heads, first, second, third('二、事业收入'), last, totals);
      assert.ok(found.includes('(一)财政指标拨款(补助) 预算数 8'), found.join('\n'));
      assert.ok(found.includes('220自然资源海洋气象等 预算数 6'), found.join('\n'));
    });

    it('are joined where otherwise a list would go on behind a row without it', () => {
      const found = read(heads, first, second, third('二、某类专项资金', '的收入'), last, totals);
      assert.ok(found.includes('二、某类专项资金的收入 预算数 1'), found.join('\n'));
      assert.ok(found.includes('对个人和家庭的补助 预算数 0'), found.join('\n'));
    });

    it('are left alone where the list of the name above may have come to its end', () => {
      const name = ['三、某类专项资金', '其他某类开支', '0.00', '221住房保障', '0.00'];
      const found = read(heads, first, second, third('二、事业收入'), name, totals);
      assert.ok(!found.some((each) => each.includes('其他某类开支')), found.join('\n'));
      assert.ok(!found.some((each) => each.includes('某类专项资金')), found.join('\n'));
    });
  });

  it('are those of no column where the last heading may be their first line', () => {
    const head = ['单位名称', '合计', '因公出国（境）费', '公务用车购置及运行费', '公务接待费'];
    const below = ['小计', '公务用车购置费', '公务用车运行费'];
    const figures = ['9.00', '4.00', '3.00', '1.00', '2.00', '2.00'];
    const whole = read(head, below, ['某市某区某局'], figures);
    assert.ok(whole.includes('某市某区某局 公务接待费 2'), whole.join('\n'));
    const torn = read(head, below, ['某市某区市场监', '督管理局'], figures);
    assert.ok(!torn.some((each) => each.startsWith('督管理局')), torn.join('\n'));
  });
});

describe('款 and 项 one a line', () => {
  const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '类', '款', '项'];
  const ROWS = [
    '207',
    '文化旅游体育与传媒支出',
    '8.50',
    '-',
    '99',
    '其他文化旅游体育与传媒支出',
    '8.50',
    '-',
  ];
  const LAST = ['02', '宣传文化发展专项支出', '8.50', '-'];

  it('are no numbers of pages where one begins with a zero, though a dash is the last figure of rows', () => {
    assert.ok(read(HEAD, ROWS, LAST).includes('2079902 合计 8.5'), read(HEAD, ROWS, LAST).join('\n'));
  });

  it('are of no known code behind a name that lost its own', () => {
    const rows = ROWS.filter((cell) => cell !== '99');
    const found = read(HEAD, rows, LAST);
    assert.ok(!found.some((each) => each.startsWith('20702')), found.join('\n'));
  });
});
