import { strict as assert } from 'node:assert';
import { parse } from '#core/syntax/parse.ts';
import { blocksOf, cellsOf, onlyTable } from './tables.ts';

/** Where the paragraphs of a page begin, in characters, as pdftotext lays it out. */
const PLACE = 64;
/** A line of the table, its name and its figures, and the line of a paragraph beside it. */
const line = (name: string, figures: readonly string[], paragraph: string): string =>
  `${name.padEnd(12)}${figures.map((text) => text.padStart(9)).join('')}`.padEnd(PLACE) + paragraph;
const row = (name: string, amount: string, paragraph: string): string =>
  line(name, [amount, amount, amount, '0.00', '0.00'], paragraph);
const beside = (paragraph: string): string => line('', [], paragraph);

const PAGE = [
  line('项目名称', ['总计', '合计', '一般公共预算', '政府性基金预算', '其他资金'], '     绩效目标'),
  beside('通过开展养护工作，主要达到以下目标：一是完成年度'),
  beside('养护计划；二是设施完好率达到百分之九十五以上；三'),
  row('道路养护经费', '40.00', '是及时处理群众反映的问题，每季度开展检查一次，全'),
  beside('年不少于四次，检查结果向社会公布，接受监督。'),
  beside('通过开展桥梁检测工作，主要达到以下目标：一是完成'),
  line('  城区桥梁隧道安全', [], '二十座桥梁的定期检测；二是对存在隐患的桥梁及时维'),
  row('', '10.00', '修加固；三是建立桥梁健康档案，实行一桥一档，为管'),
  line('检测经费', [], '理决策提供依据，项目支出不超出预算金额。'),
  beside('保障群众出行安全，群众满意度达到百分之九十以上。'),
  row('会议费', '3.50', '召开业务会议两次。'),
];

describe('an aligned table with paragraphs in its last column', () => {
  it('has its rows as if the paragraphs were not there, and takes their lines', () => {
    const table = onlyTable(PAGE.join('\n'), 'aligned');
    assert.equal(table.lineCount, PAGE.length);
    assert.deepEqual(table.rows.map(cellsOf).slice(1), [
      ['道路养护经费', '40.00', '40.00', '40.00', '0.00', '0.00'],
      ['城区桥梁隧道安全检测经费', '10.00', '10.00', '10.00', '0.00', '0.00'],
      ['会议费', '3.50', '3.50', '3.50', '0.00', '0.00'],
    ]);
    assert.ok(table.rows.every(({ torn }) => !torn));
  });

  it('goes over lines of paragraphs that a blank pushes aside', () => {
    const pushed = PAGE.map((text, at) => (at === 3 ? text.replace('是及时', '  是及时') : text));
    assert.equal(onlyTable(pushed.join('\n'), 'aligned').lineCount, PAGE.length);
  });

  it('ends where figures stand below the paragraphs, which are then no column of their own', () => {
    const column = PAGE.map((text, at) => (at === 7 ? `${text.slice(0, PLACE)}10.00` : text));
    const [first] = parse(column.join('\n')).blocks;
    assert.ok(first && first.node.lineCount < PAGE.length);
  });

  it('is none where the items of another list stand there, which ends below the first', () => {
    const items = [
      '七、文化旅游体育与传媒支出',
      '八、社会保障和就业支出小计',
      '九、卫生健康支出与医疗保障',
      '十、节能环保支出与污染防治',
    ];
    const lists = [
      '              收入                                        支出',
      '项目                    预算数          项目                       预算数',
      '一、一般公共预算拨款      90.00          一、一般公共服务支出            20.00',
      '二、政府性基金预算拨款    10.00          二、外交支出                   80.00',
      ...[...items, ...items].map((item) => `${' '.repeat(36)}${item}`),
      '收入总计                 100.00          支出总计                      100.00',
    ];
    const table = onlyTable(lists.join('\n'), 'aligned');
    assert.ok(table.rows.map(cellsOf).some((cells) => cells.includes('七、文化旅游体育与传媒支出')));
  });

  it('is none where few lines stand aside, nor where no row stands beside them', () => {
    const quotes = PAGE.filter((text) => text.startsWith(' '.repeat(PLACE)));
    assert.deepEqual(blocksOf(quotes.join('\n')), [['text', quotes.length]]);
  });
});
