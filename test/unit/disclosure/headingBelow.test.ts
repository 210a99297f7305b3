import assert from 'node:assert/strict';
import { NO_INDICATORS } from '#core/indicators/listState.ts';
import { readIndicators } from '#core/indicators/readIndicators.ts';
import { analysisOf } from '../../support/features.ts';

const HEAD = `2023年项目支出绩效目标表
项目名称	大厅运行经费
一级指标	二级指标	三级指标	指标值
`;

/** The 二级 heading that each indicator of a list stands under; empty where none. */
function headings(rows: string): readonly string[] {
  const { tables } = analysisOf(HEAD + rows).disclosure;
  return tables.flatMap(({ table }) =>
    readIndicators(table, NO_INDICATORS).entries.map(({ level2 }) => level2?.cell.text ?? ''),
  );
}

describe('a 二级 heading printed in the midst of the rows it spans', () => {
  it('holds from the row that begins to count anew', () => {
    const rows = `产出指标	数量指标	指标1：窗口数	22个
		指标2：办件量	6000件
		指标1：水电费	65万元
		指标2：办公费	11万元
	成本指标	指标3：物业费	61万元
		指标4：维护费	13万元
`;
    assert.deepEqual(headings(rows), [...Array(2).fill('数量指标'), ...Array(4).fill('成本指标')]);
  });

  it('holds from the first row of the list, where as many rows stand above as below', () => {
    const rows = `产出指标		档案整理数	5000件
		刻章套数	800套
	数量指标	邮寄次数	1500次
		考核次数	4次
		咨询件数	12次
	质量指标	验收合格率	100%
`;
    assert.deepEqual(headings(rows), [...Array(5).fill('数量指标'), '质量指标']);
  });

  it('is not taken from below where the rows above it have lost theirs', () => {
    const rows = `产出指标		档案整理数	5000件
		刻章套数	800套
		邮寄次数	1500次
	时效指标	办结及时率	100%
	成本指标	成本控制率	≤100%
`;
    assert.deepEqual(headings(rows), ['', '', '', '时效指标', '成本指标']);
  });

  it('holds for the rows below it where it stands on a line of its own', () => {
    const rows = `产出指标	数量指标
		指标1：窗口数	22个
		指标2：办件量	6000件
	质量指标
		指标1：验收合格率	100%
`;
    assert.deepEqual(headings(rows), ['数量指标', '数量指标', '质量指标']);
  });

  it('holds for the rows below it where they are not counted', () => {
    const rows = `产出指标	数量指标	窗口数	22个
		办件量	6000件
	质量指标	验收合格率	100%
`;
    assert.deepEqual(headings(rows), ['数量指标', '数量指标', '质量指标']);
  });
});
