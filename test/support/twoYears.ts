/** A short budget of one organ: what it may spend, and a sentence that compares it with the year before. */
export function budgetOf(year: number, spent: string, comparison = ''): string {
  return `青川县水利局${year}年部门预算公开

一、预算情况

${year}年一般公共预算财政拨款支出${spent}万元${comparison}。

${year}年一般公共预算支出表
单位：万元

科目编码	科目名称	合计	基本支出	项目支出
	合计	${spent}	${spent}	0.00
201	一般公共服务支出	${spent}	${spent}	0.00
20103	政府办公厅（室）及相关机构事务	${spent}	${spent}	0.00
2010301	行政运行	${spent}	${spent}	0.00
`;
}

/** 950.00 the year before, of which 1,000.00 is 50.00 more and not 40.00. */
export const LAST_YEAR = budgetOf(2023, '950.00');
/** The disclosure of the year after, whose sentence tells the change wrongly. */
export const THIS_YEAR = budgetOf(2024, '1000.00', '，比上年增加40.00万元，主要原因是新增项目');
