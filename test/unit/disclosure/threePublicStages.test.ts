import { strict as assert } from 'node:assert';
import type { Finding } from '#core/findings.ts';
import { bound } from '../../support/bound.ts';
import { analysisOf } from '../../support/features.ts';

const TITLE = '财政拨款“三公”经费支出决算表\n单位：万元';
const HEADS = [
  '预算数 决算数',
  '合计 因公出国（境）费 公务用车购置及运行费 公务接待费 合计 因公出国（境）费 公务用车购置及运行费 公务接待费',
  '小计 公务用车购置费 公务用车运行费 小计 公务用车购置费 公务用车运行费',
  '1 2 3 4 5 6 7 8 9 10 11 12',
];
const FIGURES = '22.00 0.00 20.00 0.00 20.00 2.00 18.50 0.00 17.00 0.00 17.00 1.50';
const READ = [
  ...[' 预算数›合计 22', ' 预算数›因公出国(境)费 0', ' 预算数›公务用车购置及运行费›小计 20'],
  ...[' 预算数›公务用车购置及运行费›公务用车购置费 0', ' 预算数›公务用车购置及运行费›公务用车运行费 20'],
  ...[' 预算数›公务接待费 2', ' 决算数›合计 18.5', ' 决算数›因公出国(境)费 0'],
  ...[' 决算数›公务用车购置及运行费›小计 17', ' 决算数›公务用车购置及运行费›公务用车购置费 0'],
  ...[' 决算数›公务用车购置及运行费›公务用车运行费 17', ' 决算数›公务接待费 1.5'],
];

function textIn(text: string, { start, end }: Finding['range']): string {
  return (text.split('\n')[start.line] ?? '').slice(start.character, end.character);
}

describe('the “三公” table of a final account, whose columns were lost', () => {
  it('has what was planned in front of what was spent', () => {
    assert.deepEqual(bound([...HEADS, FIGURES].join('\n')), READ);
  });

  it('is checked alike one cell a line', () => {
    const lines = [TITLE, ...HEADS, FIGURES.replace('18.50', '81.50')].join('\n').replaceAll(' ', '\n');
    const told = analysisOf(lines).findings.map(({ rule, range }) => [rule, textIn(lines, range)]);
    assert.deepEqual(told, [['row-sum', '81.50']]);
    assert.deepEqual(analysisOf(lines.replace('81.50', '18.50')).findings, []);
  });

  it('is read alike with its headings torn', () => {
    const torn = HEADS.join('\n')
      .replaceAll('因公出国（境）费', '\n因公出国\n（境）费\n')
      .replaceAll(/公务用车(?=[购运][置行]费)/g, '\n公务用车\n')
      .replaceAll(/ ?\n ?/g, '\n')
      .replaceAll(/\n+/g, '\n');
    assert.deepEqual(bound([torn, FIGURES].join('\n')), READ);
  });

  it('is read though one figure is wrong', () => {
    const wrong = FIGURES.replace('18.50', '81.50');
    assert.deepEqual(bound([...HEADS, wrong].join('\n')), READ.with(6, ' 决算数›合计 81.5'));
  });

  it('has both beside each other in each column', () => {
    const heads = [
      '合计 因公出国（境）费 公务用车购置及运行费 公务接待费',
      '小计 购置费 运行费',
      '预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数',
    ];
    const figures = '22.00 18.50 0.00 0.00 20.00 17.00 0.00 0.00 20.00 17.00 2.00 1.50';
    const placed = bound([...heads, figures].join('\n'));
    assert.deepEqual(placed.slice(0, 2), [' “三公”经费›合计›预算数 22', ' “三公”经费›合计›决算数 18.5']);
    assert.equal(placed.at(-1), ' “三公”经费›公务接待费›决算数 1.5');
  });

  it('is not read where its headings tell of a third stage', () => {
    const placed = bound([HEADS.join('\n').replace('决算数', '全年预算数 决算数'), FIGURES].join('\n'));
    assert.deepEqual(new Set(placed), new Set(['columns-lost']));
  });

  it('has no part of the heading that stands below its row', () => {
    const heads = [
      '“三公”经费预算数',
      '合计 因公出国(境)费 公务接待费',
      '公务用车购置及运行费',
      '小计 购置费 运行费',
    ];
    const placed = bound([...heads, '22.91 0.20 1.35 21.36 0.10 21.26', '其他相关情况说明'].join('\n'));
    assert.equal(placed[0], ' “三公”经费›合计 22.91');
    assert.equal(placed.length, 6);
  });

  it('is placed by its sums where aligned headings were torn', () => {
    const placed = bound(
      [
        '                             2024年“三公”经费预算数',
        '',
        '                                                                        2024年机关运行经',
        '                                               公务用车购置及运行费',
        '                                                                            费预算数',
        '   合计         因公出国(境)费       公务接待费',
        '                                         小计         购置费     运行费',
        '',
        '        6.4            0.1           0.2        6.1                 6.1            3.5',
      ].join('\n'),
    );
    assert.deepEqual(placed.slice(0, 3), [
      ' “三公”经费›合计 6.4',
      ' “三公”经费›因公出国(境)费 0.1',
      ' “三公”经费›公务接待费 0.2',
    ]);
    assert.equal(placed.at(-1), ' 机关运行经费 3.5');
  });
});
