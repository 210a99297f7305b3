import { strict as assert } from 'node:assert';
import { analyse } from '../../../../shared/src/analyse.ts';
import { nationalCatalogue } from '../../../../shared/src/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/src/settings.ts';

const severities = (name: string) => {
  const text = `2026年一般公共预算基本支出表（按部门预算支出经济分类科目）
单位：万元

科目编码	科目名称	合计
301	工资福利支出	6.00
30101	基本工资	6.00
303	${name}	4.00
30301	离休费	4.00
`;
  return analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() })
    .findings.filter(({ rule }) => rule === 'code-name')
    .map(({ severity }) => severity);
};

describe('a name that is written otherwise than in the catalogue', () => {
  it('is a remark where only 的 is left out', () => {
    assert.deepEqual(severities('对个人和家庭补助'), ['information']);
    assert.deepEqual(severities('对个人和家庭的补助'), []);
  });

  it('is a warning where another word is', () => {
    assert.deepEqual(severities('对个人家庭的补贴'), ['warning']);
  });
});
