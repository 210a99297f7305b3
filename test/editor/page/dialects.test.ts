import { match } from 'node:assert/strict';
import { session } from './session.ts';
import { until } from './until.ts';
import { Workbench } from './workbench.ts';

const OPENING = `某县财政局2023年部门预算公开

表1 一般公共预算支出情况表
单位：万元
`;

/** A table in each way of writing, what a person types in a new row below 行政运行, and what stands there then. */
const TABLES = [
  {
    between: 'pipes',
    rows: `| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 201 | 一般公共服务支出 | 300.00 | 200.00 | 100.00 |
| 20103 | 政府办公厅（室）及相关机构事务 | 300.00 | 200.00 | 100.00 |
| 2010301 | 行政运行 | 200.00 | 200.00 | |
| 2010350 | 事业运行 | 100.00 | | 100.00 |`,
    typed: '| jgfw',
    written: /^\| 2010303 \| 机关服务 \|$/,
  },
  {
    between: 'commas',
    rows: `科目编码,科目名称,合计,基本支出,项目支出
201,一般公共服务支出,300.00,200.00,100.00
20103,政府办公厅（室）及相关机构事务,300.00,200.00,100.00
2010301,行政运行,200.00,200.00,
2010350,事业运行,100.00,,100.00`,
    typed: '2010303',
    written: /^2010303,机关服务$/,
  },
  {
    between: 'columns of blanks',
    rows: `科目编码    科目名称                          合计      基本支出    项目支出
201         一般公共服务支出                 300.00     200.00      100.00
20103       政府办公厅（室）及相关机构事务   300.00     200.00      100.00
2010301     行政运行                         200.00     200.00
2010350     事业运行                         100.00                 100.00`,
    typed: 'jiguanfuwu',
    written: /^2010303 {5}机关服务$/,
  },
  {
    between: 'single blanks',
    rows: `科目编码 科目名称 合计 基本支出 项目支出
201 一般公共服务支出 300.00 200.00 100.00
20103 政府办公厅（室）及相关机构事务 300.00 200.00 100.00
2010301 行政运行 200.00 200.00 0.00
2010350 事业运行 100.00 0.00 100.00`,
    typed: '机关服',
    written: /^2010303 机关服务$/,
  },
] as const;

describe('a person who adds a row to a table', () => {
  const workbench = new Workbench(session().page);

  afterEach(() => workbench.closeAll());

  for (const { between, rows, typed, written } of TABLES)
    it(`gets code and name in a table of ${between}`, async () => {
      const text = `${OPENING}${rows}\n`;
      await workbench.openFile('guiyang-2022.budget.txt');
      await workbench.replaceText(text);
      const above = text.split('\n').findIndex((line) => line.includes('2010301'));
      await workbench.goTo({ line: above, character: 0 });
      await workbench.press('End', 'Enter');
      await workbench.type(typed);
      await until('机关服务 of the same 款 on top', async () =>
        (await workbench.suggestions())[0]?.startsWith('2010303') ? true : undefined,
      );
      await workbench.press('Enter');
      const line = await until('the row', async () => {
        const shown = await workbench.lineOnScreen(above + 1);
        return shown.includes('机关服务') ? shown : undefined;
      });
      match(line, written);
    });
});
