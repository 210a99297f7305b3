/** Texts of disclosures on which something that looks too far, or again and again, takes ever longer, by their size. */

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** An amount that no other has, so that no two are equal by chance. */
const amount = (index: number): string => (((index * 7919) % 99_991) + index / 100 + 1).toFixed(2);

const AMOUNTS_HEAD = '科目编码\t科目名称\t合计\t基本支出\t项目支出';

const row = (label: string, index: number): string => {
  const [basic, project] = [Number(amount(index)), Number(amount(index + 1))];
  return [label, (basic + project).toFixed(2), basic.toFixed(2), project.toFixed(2)].join('\t');
};

/** A table of coded rows that is right but for what is in a cell. */
const coded = (cell: string): string =>
  ['2022年支出总表', '单位：万元', AMOUNTS_HEAD, row(cell, 1), row('20103\t政府办公厅', 1)].join('\n');

/** A list of indicators of one row, by what its name and its value are. */
const indicator = (name: string, value = '≥5人'): string =>
  [
    '项目支出绩效目标表',
    '项目名称\t项目',
    '一级指标\t二级指标\t三级指标\t指标值',
    `产出指标\t数量指标\t培训人数\t≥5人`,
    `\t质量指标\t${name}\t${value}`,
  ].join('\n');

const part = (index: number): string => `第${index}项支出${amount(index)}万元`;

const change = (index: number): string =>
  `（${index + 1}）第${index}项支出${amount(index)}万元，比上年预算数${amount(index + 3)}万元增加` +
  `${amount(index + 7)}万元，增长${index % 97}.5%，主要原因是项目${index}增加。`;

const smallTable = (index: number): string =>
  [
    `表${index} 2022年支出总表`,
    '单位：万元',
    AMOUNTS_HEAD,
    row('合计\t', index),
    row('201\t一般公共服务支出', index),
    row('20101\t人大事务', index),
    row('2010101\t行政运行', index),
    '',
  ].join('\n');

/** The greater of the two sizes is ten times these. */
export const LONG_DISCLOSURES: Readonly<Record<string, (size: number) => string>> = {
  'a number of an indicator, blanks and a name': (size) => indicator(`指标${' '.repeat(3 * size)}甲`),
  'numbers of indicators before a name': (size) =>
    indicator(`${lines(5 * size, (i) => `指标 ${i}：`).replaceAll('\n', '')}甲`),
  'marks behind the name of an indicator': (size) => indicator(`合格${'；'.repeat(50 * size)}率`),
  'a code, blanks and a letter': (size) => coded(`201${' '.repeat(100 * size)}x\t一般公共服务支出`),
  'a code whose name has brackets': (size) => coded(`201\t${'编码('.repeat(100 * size)}`),
  'square brackets left open': (size) => `2022年支出100.00万元${'〔类'.repeat(200 * size)}。`,
  'square brackets left open before words': (size) => `2022年支出100.00万元〔${'1类'.repeat(200 * size)}。`,
  'a heading with blanks in it': (size) => `一、收入${' '.repeat(200 * size)}情况\n`,
  'one title of many words': (size) =>
    `${'一般公共预算'.repeat(100 * size)}表\n${coded('201\t一般公共服务支出')}`,
  projects: (size) =>
    [
      '2022年项目支出表',
      '单位：万元',
      '项目名称\t合计\t财政拨款\t其他资金',
      row('合计', 1),
      lines(80 * size, (i) => row(`项目${i}经费`, i)),
    ].join('\n'),
  changes: (size) => `一、2022年部门预算情况说明\n${lines(5 * size, change)}`,
  'changes in one paragraph': (size) =>
    `一、2022年部门预算情况说明\n${lines(2 * size, change).replaceAll('\n', '')}`,
  'changes without reasons': (size) =>
    `一、2022年部门预算情况说明\n${lines(30 * size, (i) => `本年支出${amount(i)}万元，增加${amount(i + 7)}万元。`)}`,
  'parts of one sentence': (size) =>
    `2022年支出100.00万元，其中：${lines(40 * size, part).replaceAll('\n', '，')}。`,
  'small tables': (size) => lines(2 * size, smallTable),
};
