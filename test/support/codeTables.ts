/** Tables with codes, in each way of writing, for tests of what the editor says and offers in them. */

/** A table as budgets print it, with room for one more row. */
export const TAB = `2022年一般公共预算支出情况表
单位：万元
科目编码	科目名称	总计	基本支出	项目支出
201	一般公共服务支出	2,370.39	330.39	2,040.00
20103	政府办公厅（室）及相关机构事务	2,370.39	330.39	2,040.00
2010301	行政运行	330.39	330.39	
2010302	一般行政管理事务	2,040.00		2,040.00
`;

/** The same between pipes, as Markdown has it. */
export const PIPE = `2021年部门支出总表

单位:万元

| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---------|--------|------|--------|--------|
| 201 | 一般公共服务支出 | 1,866.11 | 428.61 | 1,437.50 |
| 20103 | 政府办公厅(室)及相关机构事务 | 1,866.11 | 428.61 | 1,437.50 |
| 2010301 | 行政运行 | 428.61 | 428.61 | |
`;

/** 类 and 款 in cells of their own: the 类 stands in a row above. */
export const CARRIED = `2022年一般公共预算基本支出情况表（按部门预算经济分类科目）
单位：万元
科目编码		科目名称	小计	人员经费	公用经费
类	款				
301		工资福利支出	176.55	176.55	
	01	基本工资	89.87	89.87	
	02	津贴补贴	86.68	86.68	
`;

/** 类, 款 and 项 in cells of their own in each row. */
export const THREE_CELLS = `2022年部门支出总体情况表
单位：万元
科目编码			科目名称	总计	财政拨款
类	款	项			
201	03	01	行政运行	676.59	676.59
208	05	05	机关事业单位基本养老保险缴费支出	9.83	9.83
210	11	01	行政单位医疗	5.34	5.34
`;

/** The last line of a text, where these tests write. */
export function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

/** Parted by commas, some cells in quotes. */
export const COMMA = `2022年一般公共预算支出情况表
单位：万元
科目编码,科目名称,总计,基本支出,项目支出
201,一般公共服务支出,"2,370.39",330.39,"2,040.00"
20103,政府办公厅（室）及相关机构事务,"2,370.39",330.39,"2,040.00"
2010301,行政运行,330.39,330.39,
2010302,一般行政管理事务,"2,040.00",,"2,040.00"
`;

/** As web pages have it; `ROW` stands for one more row. */
export const HTML = `<table>
<tr><td>科目编码</td><td>科目名称</td><td>合计</td></tr>
<tr><td>201</td><td>一般公共服务支出</td><td>8.00</td></tr>
<tr><td>20103</td><td>政府办公厅（室）及相关机构事务</td><td>8.00</td></tr>
<tr><td>2010301</td><td>行政运行</td><td>8.00</td></tr>
ROW
</table>
`;
