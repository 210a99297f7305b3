import { strict as assert } from 'node:assert';
import { withoutLooseGroups } from '#core/disclosure/groupStarts.ts';
import type { HeadLine } from '#core/disclosure/headings.ts';

function line(...texts: readonly string[]): HeadLine {
  return texts.flatMap((text, column) => (text === '' ? [] : { column, text }));
}

const OWN = line('编码', '名称', '合计', '小计', '人员经费', '公用经费', '小计', '本级', '上级');

describe('where groups begin', () => {
  it('are believed where the first stands over the first column: the line did not slide', () => {
    const groups = line('科目', '', '', '基本支出', '', '', '项目支出');
    assert.deepEqual(withoutLooseGroups([groups], OWN), [groups]);
  });

  it('begin with their 小计, where there are as many of them, however the line slid', () => {
    const slid = line('', '', '', '', '基本支出', '', '', '项目支出');
    const [kept] = withoutLooseGroups([slid], OWN);
    assert.deepEqual(kept, [
      { column: 3, text: '基本支出' },
      { column: 6, text: '项目支出' },
    ]);
  });

  it('are left out where nothing shows where they begin', () => {
    const own = line('编码', '名称', '人员经费', '公用经费', '本级', '上级');
    assert.deepEqual(withoutLooseGroups([line('', '', '', '基本支出', '', '项目支出')], own), [[]]);
  });

  it('are left out where they are too far from the 小计', () => {
    const slid = line('', '', '', '', '', '', '', '基本支出', '项目支出');
    const [kept] = withoutLooseGroups([slid], OWN);
    assert.ok(!kept?.some(({ column, text }) => column === 3 && text === '基本支出'));
  });

  it('are believed where smaller ones begin with those that they divide', () => {
    const own = line('预算数', '决算数', '预算数', '决算数', '预算数', '决算数', '预算数', '决算数');
    const upper = line('合计', '', '公务用车购置及运行费', '', '', '', '公务接待费');
    const lower = line('', '', '公务用车购置费', '', '公务用车运行费');
    assert.deepEqual(withoutLooseGroups([upper, lower], own), [upper, lower]);
  });

  it('are left out where smaller ones begin beside those that they would divide', () => {
    const own = line('预算数', '决算数', '预算数', '决算数', '预算数', '决算数', '预算数', '决算数');
    const upper = line('合计', '', '公务用车购置及运行费', '', '', '', '公务接待费');
    const lower = line('', '', '', '公务用车购置费', '', '公务用车运行费');
    assert.deepEqual(withoutLooseGroups([upper, lower], own), [[], []]);
  });

  it('take all lines above with them', () => {
    const own = line('编码', '名称', '人员经费', '公用经费', '本级', '上级');
    const upper = line('科目', '', '本年支出');
    const lower = line('', '', '', '基本支出', '', '项目支出');
    assert.deepEqual(withoutLooseGroups([upper, lower], own), [[], []]);
  });
});
