/**
 * A small table whose figures are made up by hand. As it stands every sum holds: 类 = Σ款 = Σ项, and the total
 * row is the sum of both 类.
 */
export const SOUND_TABLE = `2022年部门支出总体情况表
单位：万元
科目编码	科目名称	总计	基本支出	项目支出
201	一般公共服务支出	300.00	100.00	200.00
20103	政府办公厅（室）及相关机构事务	300.00	100.00	200.00
2010301	行政运行	100.00	100.00	
2010302	一般行政管理事务	200.00		200.00
208	社会保障和就业支出	50.00	50.00	
20805	行政事业单位养老支出	50.00	50.00	
2080501	行政单位离退休	20.00	20.00	
2080505	机关事业单位基本养老保险缴费支出	30.00	30.00	
	合计	350.00	150.00	200.00
`;

/** One digit of 2080505 is wrong in one column only: 30.00 became 35.00 in 总计. One cell explains it all. */
export const ONE_CELL_FAULT = SOUND_TABLE.replace('缴费支出	30.00	30.00', '缴费支出	35.00	30.00');
/** The line of the wrong cell, counted from 0. */
export const ONE_CELL_LINE = 10;
