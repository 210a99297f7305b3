import { type Facts, type Hundredths, type Item, sum } from './facts.ts';
import { decimals } from './text.ts';

type Row = readonly (string | Hundredths)[];

/** The tables that say what the sentences say, cells parted by tabs. Money is printed in the unit that is named. */
export function tablesOf(facts: Facts, unit: '万元' | '元' = '万元'): readonly string[] {
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
  const ofFund: readonly Row[] = fund === 0 ? [] : [['五、城乡社区支出', fund]];
  // What does not come from the general budget nor from the fund is spent on 一般行政管理事务 too.
  const ofAll = spentOn(facts, project.now - fund - (general.now - basic.now));
  const ofGeneral = spentOn(facts, 0);
  const classes = classRows(ofAll, facts.items);
  const generalClasses = classRows(ofGeneral, facts.items);
  const fundItems: readonly Row[] =
    fund === 0
      ? []
      : [
          ['212', '城乡社区支出', fund, 0, fund],
          ['21208', '国有土地使用权出让收入安排的支出', fund, 0, fund],
          ['2120899', '其他国有土地使用权出让收入安排的支出', fund, 0, fund],
        ];
  const left: readonly Row[] = [
    ['一、一般公共预算拨款收入', general.now],
    ['二、政府性基金预算拨款收入', fund],
    ['三、其他收入', other],
  ];
  const insured = facts.items.slice(2).map(({ basic }) => basic.now);
  const wages = insured.reduce((rest, each) => rest - each, personnel.now);
  const table = tableIn(unit);
  return [
    ...table(
      `${year}年部门收支总表`,
      ['收入', '预算数', '支出', '预算数'],
      [
        ...abreast(left, [...classes.map(([, name, all], at) => [numbered(name, at), all]), ...ofFund], 2),
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
        ...codedRows(ofAll.slice(0, -1)),
        ...fundItems,
        ...codedRows(ofAll.slice(-1)),
      ],
    ),
    ...table(
      `${year}年财政拨款收支总表`,
      ['收入', '预算数', '支出', '合计', '一般公共预算', '政府性基金预算'],
      [
        ...abreast(
          left.slice(0, 2),
          [
            ...generalClasses.map(([, name, all], at) => [numbered(name, at), all, all, 0]),
            ...ofFund.map(([name = '', all = 0]) => [name, all, 0, all]),
          ],
          4,
        ),
        ['收入总计', general.now + fund, '支出总计', general.now + fund, general.now, fund],
      ],
    ),
    ...table(
      `${year}年一般公共预算支出表`,
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      [['', '合计', general.now, basic.now, general.now - basic.now], ...codedRows(ofGeneral)],
    ),
    ...table(
      `${year}年一般公共预算基本支出表`,
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
      [
        ['', '合计', basic.now, personnel.now, publicFunds.now],
        ['301', '工资福利支出', personnel.now, personnel.now, 0],
        ['30101', '基本工资', wages, wages, 0],
        ['30108', '机关事业单位基本养老保险缴费', insured[0] ?? 0, insured[0] ?? 0, 0],
        ['30110', '职工基本医疗保险缴费', insured[1] ?? 0, insured[1] ?? 0, 0],
        ['30113', '住房公积金', insured[2] ?? 0, insured[2] ?? 0, 0],
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

const NUMERALS = '一二三四五六七八九';

function numbered(name: string, at: number): string {
  return `${NUMERALS[at]}、${name}`;
}

/** A list of income and one of expenditure side by side; `width`: the cells of a row of the second. */
function abreast(left: readonly Row[], right: readonly Row[], width: number): readonly Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...(left[at] ?? ['', '']),
    ...(right[at] ?? Array<string>(width).fill('')),
  ]);
}

/** Each 项 with its 基本支出 and 项目支出; `more`: what the second of them has beside the general budget. */
function spentOn({ items }: Facts, more: Hundredths): readonly (readonly [Item, Hundredths, Hundredths])[] {
  return items.map((item, at) => [item, item.basic.now, item.project.now + (at === 1 ? more : 0)]);
}

/** The 类 of items, and what is spent on each. */
function classRows(
  spent: ReturnType<typeof spentOn>,
  items: readonly Item[],
): readonly (readonly [string, string, Hundredths])[] {
  const codes = [...new Set(items.map(({ code }) => code.slice(0, 3)))];
  return codes.map((code) => {
    const own = spent.filter(([item]) => item.code.startsWith(code));
    const name = own[0]?.[0].names[0] ?? '';
    return [code, name, own.reduce((all, [, basic, project]) => all + basic + project, 0)];
  });
}

/** 类, 款 and 项 with 合计, 基本支出 and 项目支出. */
function codedRows(spent: ReturnType<typeof spentOn>): readonly Row[] {
  return spent.flatMap(([item, basic, project], at) => {
    const upper = [3, 5].flatMap((length, level) => {
      const code = item.code.slice(0, length);
      if (spent[at - 1]?.[0].code.startsWith(code)) return [];
      const own = spent.filter(([each]) => each.code.startsWith(code));
      const [ofBasic, ofProject] = [1, 2].map((part) =>
        own.reduce((all, each) => all + (each[part] as Hundredths), 0),
      ) as [Hundredths, Hundredths];
      return [[code, item.names[level] ?? '', ofBasic + ofProject, ofBasic, ofProject]];
    });
    return [...upper, [item.code, item.names[2], basic + project, basic, project]];
  });
}

/** Prints tables in a unit. */
function tableIn(unit: '万元' | '元') {
  const print = (value: Hundredths) => (unit === '元' ? `${value}00.00` : decimals(value));
  return (title: string, head: readonly string[], rows: readonly Row[]): readonly string[] => {
    const cells = rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell : cell === 0 ? '0.00' : print(cell))),
    );
    return ['', title, `单位：${unit}`, '', ...[head, ...cells].map((row) => row.join('\t'))];
  };
}
