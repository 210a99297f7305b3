import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';
import { bound } from '../../support/bound.ts';

const HEAD = '项目 预算数 项目 预算数';
const UPPER = ['一、财政拨款收入 5.00 一、一般公共服务支出 4.00', '其中：上级补助 1.00 二、外交支出 1.00'];
const LOWER = ['上级补助收入 2.00 三、国防支出 3.00', '收入总计 8.00 支出总计 8.00'];
const ALL = [
  ...[
    '一、财政拨款收入 预算数 5',
    '一、一般公共服务支出 预算数 4',
    '其中:上级补助 预算数 1',
    '二、外交支出 预算数 1',
  ],
  ...['上级补助收入 预算数 2', '三、国防支出 预算数 3', '收入总计 预算数 8', '支出总计 预算数 8'],
];

describe('a flattened table on several pages', () => {
  it('goes on behind the number of a page in a row that is laid out as those above', () => {
    assert.deepEqual(bound([HEAD, ...UPPER, '', '- 3 -', '', ...LOWER].join('\n')), ALL);
  });

  it('goes on behind headings that are repeated below a blank line, where the numbers of its items do', () => {
    assert.deepEqual(
      bound([HEAD, ...UPPER, '', HEAD, '三、国防收入 2.00 三、国防支出 3.00'].join('\n')).slice(4),
      ['三、国防收入 预算数 2', '三、国防支出 预算数 3'],
    );
  });

  it('may have a single row on the page of its headings', () => {
    assert.deepEqual(bound([HEAD, UPPER[0], '', '- 3 -', '', UPPER[1], ...LOWER].join('\n')), ALL);
  });

  it('has no heading of dashes: a row whose columns are unknown is none', () => {
    const text = [HEAD, ...UPPER, '', HEAD, '政府经济分类 213农林水 -', ...LOWER].join('\n');
    const columns = readDisclosure(parse(text)).tables.flatMap(({ table }) => table.columns);
    assert.ok(columns.length > 0 && columns.every(({ label }) => !label.includes('213')));
  });

  it('may have its headings twice on a later page, without the numbers of its columns', () => {
    const head = '类 款 项 科目名称 合计 基本支出 项目支出';
    const first = [head, '** ** ** ** 1 2 3', '201 一般公共服务支出 9.00 7.00 2.00', '', head, head];
    const rows = ['32 组织事务 9.00 7.00 2.00', '', '- 3 -', '', head, '01 行政运行 9.00 7.00 2.00'];
    const read = bound([...first, ...rows].join('\n'));
    assert.deepEqual([read[0], read[3], read[6]], ['201 合计 9', '20132 合计 9', '2013201 合计 9']);
  });
});
