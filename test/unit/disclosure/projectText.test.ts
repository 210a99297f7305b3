import assert from 'node:assert/strict';
import { editedRowAt } from '#core/disclosure/editedRow.ts';
import { projectTextOf } from '#core/disclosure/projectText.ts';
import { analysisOf } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';

function projectAt(textWithCursor: string): string {
  const { text, position } = marked(textWithCursor);
  const { lines, disclosure } = analysisOf(text);
  const row = editedRowAt(lines, disclosure, position);
  assert.ok(row, 'no row');
  return projectTextOf(disclosure, row.tableIndex, row.rowIndex).name;
}

const LIST = `绩效指标	一级指标	二级指标	三级指标	指标值
	产出指标	数量指标	‸办件量	5件
`;

describe('the project that indicators are about', () => {
  it('stands in the form above, in the same table', () => {
    assert.equal(projectAt(`项目名称		工装购置经费		\n主管部门		审批局		\n${LIST}`), '工装购置经费');
    assert.equal(
      projectAt(
        '| 项目名称 | | 日常运行经费 | | |\n|---|---|---|---|---|\n| | 一级指标 | 二级指标 | 三级指标 | 指标值 |\n| | 产出指标 | 数量指标 | ‸办件量 | 5件 |\n',
      ),
      '日常运行经费',
    );
  });

  it('stands in a table of its own above, with a line between', () => {
    assert.equal(
      projectAt(`项目名称	培训经费	编码	101\n主管部门	审批局	代码	1\n\n绩效目标表\n${LIST}`),
      '培训经费',
    );
  });

  it('is the nearest one', () => {
    const other = `项目名称		会议经费		\n${LIST.replace('‸', '')}\n\n`;
    assert.equal(projectAt(`${other}项目支出绩效目标表\n项目名称		宣传经费		\n${LIST}`), '宣传经费');
  });

  it('is what the rest of the form and the list say of it, but for the row itself and other forms', () => {
    const { text, position } = marked(
      `项目名称		会议经费		\n年度目标		开好会		\n${LIST}	效益指标	社会效益指标	落实率	\n项目名称		宣传经费		\n`,
    );
    const { lines, disclosure } = analysisOf(text);
    const row = editedRowAt(lines, disclosure, position);
    assert.ok(row);
    const { about } = projectTextOf(disclosure, row.tableIndex, row.rowIndex);
    for (const word of ['开好会', '落实率']) assert.ok(about.includes(word), about);
    for (const word of ['办件量', '宣传']) assert.ok(!about.includes(word), about);
  });

  it('is unknown without a form, and behind a table of accounts', () => {
    assert.equal(projectAt(`绩效目标表\n${LIST}`), '');
    const accounts =
      '项目支出表\n科目编码	科目名称	合计\n201	一般公共服务支出	5.00\n20103	政府办公厅	5.00\n';
    assert.equal(
      projectAt(`项目名称		会议经费		\n主管	a	b	c\n\n${accounts}\n绩效目标表\n${LIST}`),
      '',
    );
  });
});
