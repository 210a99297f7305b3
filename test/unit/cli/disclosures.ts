/** A small disclosure whose sums all hold. */
const ROWS = [
  '2023年一般公共预算支出表',
  '单位：万元',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '201\t一般公共服务支出\t1,350.50\t850.50\t500.00',
  '20103\t政府办公厅（室）及相关机构事务\t1,350.50\t850.50\t500.00',
  '2010301\t行政运行\t850.50\t850.50\t',
  '2010302\t一般行政管理事务\t500.00\t\t500.00',
  '208\t社会保障和就业支出\t120.30\t120.30\t',
  '20805\t行政事业单位养老支出\t120.30\t120.30\t',
  '2080505\t机关事业单位基本养老保险缴费支出\t120.30\t120.30\t',
  '合计\t\t1,470.80\t970.80\t500.00',
];

export const SOUND = `${ROWS.join('\n')}\n`;

/** The same with the subtotal of 20103 in 合计 printed as 1,530.50 instead of 1,350.50. */
export const WRONG_SUBTOTAL = SOUND.replace(/^(20103\t.*?\t)1,350\.50/m, '$11,530.50');

/** The same with a code of the place's own, 2010360 数字政府, in line 7. */
export const LOCAL_CODE = SOUND.replace('2010302\t一般行政管理事务', '2010360\t数字政府');

/** Where 1,530.50 stands in it: the fifth line, behind 20103, a tab, the name and a tab. */
export const WRONG_RANGE = {
  start: { line: 4, character: '20103\t政府办公厅（室）及相关机构事务\t'.length },
  end: { line: 4, character: '20103\t政府办公厅（室）及相关机构事务\t1,530.50'.length },
};
