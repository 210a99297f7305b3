import type { Facts } from './facts.ts';
import { sum } from './facts.ts';
import { decimals } from './text.ts';

/** The tables that say what the sentences say, cells parted by tabs. */
export function tablesOf(facts: Facts): readonly string[] {
  const {
    year,
    total,
    general,
    fund,
    other,
    carried,
    basic,
    project,
    personnel,
    publicFunds,
    goods,
    works,
    services,
  } = facts;
  const vehicles = sum(facts.purchase, facts.operation);
  const threePublic = sum(facts.abroad, vehicles, facts.reception);
  const ofYear = total.now - carried;
  return [
    ...table(
      `${year}年部门收支总表`,
      ['收入', '预算数', '支出', '预算数'],
      [
        ['一、一般公共预算拨款收入', general.now, '一、一般公共服务支出', total.now],
        ['二、政府性基金预算拨款收入', fund, '', ''],
        ['三、其他收入', other, '', ''],
        ['本年收入合计', ofYear, '本年支出合计', total.now],
        ['上年结转', carried, '结转下年', 0],
        ['收入总计', total.now, '支出总计', total.now],
      ],
    ),
    ...table(
      `${year}年部门支出总表`,
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [
        ['', '合计', total.now, basic.now, project.now],
        ['201', '一般公共服务支出', total.now, basic.now, project.now],
        ['20103', '政府办公厅（室）及相关机构事务', total.now, basic.now, project.now],
        ['2010301', '行政运行', total.now, basic.now, project.now],
      ],
    ),
    ...table(
      `${year}年财政拨款收支总表`,
      ['收入', '预算数', '支出', '合计', '一般公共预算', '政府性基金预算'],
      [
        [
          '一、一般公共预算拨款收入',
          general.now,
          '一、一般公共服务支出',
          general.now + fund,
          general.now,
          fund,
        ],
        ['二、政府性基金预算拨款收入', fund, '', '', '', ''],
        ['收入总计', general.now + fund, '支出总计', general.now + fund, general.now, fund],
      ],
    ),
    ...table(
      `${year}年一般公共预算支出表`,
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [
        ['', '合计', general.now, basic.now, general.now - basic.now],
        ['201', '一般公共服务支出', general.now, basic.now, general.now - basic.now],
        ['20103', '政府办公厅（室）及相关机构事务', general.now, basic.now, general.now - basic.now],
        ['2010301', '行政运行', general.now, basic.now, general.now - basic.now],
      ],
    ),
    ...table(
      `${year}年一般公共预算基本支出表`,
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
      [
        ['', '合计', basic.now, personnel.now, publicFunds.now],
        ['301', '工资福利支出', personnel.now, personnel.now, 0],
        ['30101', '基本工资', personnel.now, personnel.now, 0],
        ['302', '商品和服务支出', publicFunds.now, 0, publicFunds.now],
        ['30201', '办公费', publicFunds.now, 0, publicFunds.now],
      ],
    ),
    ...table(
      `${year}年“三公”经费支出表`,
      ['项目', '预算数'],
      [
        ['合计', threePublic.now],
        ['1、因公出国（境）费', facts.abroad.now],
        ['2、公务用车购置及运行维护费', vehicles.now],
        ['其中：公务用车购置费', facts.purchase.now],
        ['公务用车运行维护费', facts.operation.now],
        ['3、公务接待费', facts.reception.now],
      ],
    ),
    ...table(
      `${year}年政府采购预算表`,
      ['项目', '合计', '货物', '工程', '服务'],
      [['合计', goods + works + services, goods, works, services]],
    ),
  ];
}

function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? decimals(cell) : cell)));
  return ['', title, '单位：万元', '', ...[head, ...cells].map((row) => row.join('\t'))];
}
