import assert from 'node:assert/strict';
import { growingTimes, isOutOfProportion } from '../../support/processorTime.ts';
import { type Colour, loadGrammar } from './grammar.ts';

const TITLE = 'entity.name.section.table';
const HEADING = 'markup.heading.section';
const NUMBERING = 'punctuation.definition.list.begin';
const CODE = 'entity.name.type.code';
const AMOUNT = 'constant.numeric.amount';
const TOTAL = 'keyword.other.total';
const UNIT = 'constant.language.unit';
const DATE = 'constant.other.date';
const PIPE = 'punctuation.separator.table';
const INDEX = 'comment.line.index-row';
const SILENCE = 'comment.line.silence';
const BLANK = 'punctuation.definition.blank';

describe('TextMate grammar', () => {
  let colour: Colour;
  before(async () => {
    colour = await loadGrammar();
  });

  /** The pieces of a line that carry a scope, in order. */
  const pieces = (line: string, scope: string): readonly string[] =>
    (colour(line)[0] ?? []).filter(({ scopes }) => scopes.includes(scope)).map(({ text }) => text);

  /** Each line, and the whole list of its pieces with this scope. */
  const cases = (scope: string, lines: Readonly<Record<string, readonly string[]>>): void => {
    for (const [line, expected] of Object.entries(lines)) {
      it(JSON.stringify(line), () => assert.deepEqual(pieces(line, scope), expected));
    }
  };
  /** A line with none of the scope beside the lines with some keeps each list able to fail both ways. */
  const none: readonly string[] = [];

  describe('table titles', () => {
    cases(TITLE, {
      某市政务服务中心2022年部门收支总体情况表: ['某市政务服务中心2022年部门收支总体情况表'],
      '## 部门支出总表（按政府预算经济分类）': ['部门支出总表（按政府预算经济分类）'],
      '2022年一般公共预算基本支出情况表(按部门预算经济 科目)': [
        '2022年一般公共预算基本支出情况表(按部门预算经济 科目)',
      ],
      '一般公共预算基本支出预算明细表-工资福利支出（按部门预算经济分类）': [
        '一般公共预算基本支出预算明细表-工资福利支出（按部门预算经济分类）',
      ],
      '某单位一般公共预算"三公"经费支出表': ['某单位一般公共预算"三公"经费支出表'],
      '本单位当年无政府性基金预算收支，并已公开空表。': none,
      本表无数据: none,
      '表1\t部门综合预算收支总表': none,
      '| 表1 | 部门综合预算收支总表 |': none,
      '- 1. 某局2023年部门收支总表': none,
      ' - 10. 某局2023年项目支出表': none,
      '第四部分 公开报表': none,
    });
  });

  describe('headings', () => {
    cases(HEADING, {
      '一、部门基本情况': ['一、部门基本情况'],
      '（二）机构设置': ['（二）机构设置'],
      '(一) 职能职责': ['(一) 职能职责'],
      '### **（一）收支预算总体情况**': ['**（一）收支预算总体情况**'],
      '第一部分 部门概况': ['第一部分 部门概况'],
      '附件3-2': ['附件3-2'],
      表7: ['表7'],
      '第四部分 公开报表': ['第四部分 公开报表'],
      '(一)基本支出_1191.58_万元,比 2022年预算增加': none,
      '一、一般公共预算财政拨款收入\t2,472.06': none,
      '(一)收入预算: 2021 年年初预算数 1932.33 万元。': none,
    });
  });

  describe('numbering before a row or a sentence', () => {
    cases(NUMBERING, {
      '一、一般公共预算财政拨款收入\t2,472.06': ['一、'],
      '(一)收入预算: 2021 年年初预算数 1932.33 万元。': ['(一)'],
      '1. 机关运行经费。': ['1.'],
      '2371.41 万元': none,
    });
  });

  describe('remarks to the checks', () => {
    cases(SILENCE, {
      '［预算公开：忽略 row-sum 另有 1.00 万元］': ['［预算公开：忽略 row-sum 另有 1.00 万元］'],
      '# 预算公开: 忽略 全文 balance 口径': ['# 预算公开: 忽略 全文 balance 口径'],
      '# 预算公开：忽略不计的事项': none,
      '［预算公开］': none,
    });
  });

  describe('units', () => {
    cases(UNIT, {
      '单位：万元': ['万元'],
      '单 位: 元': ['元'],
      '金额单位：亿元': ['亿元'],
      '项目\t预算数(万元)': ['万元'],
      '单位：某市财政局': none,
      共计三万元整: none,
    });
  });

  describe('codes', () => {
    cases(CODE, {
      '2010301\t行政运行\t330. 56': ['2010301'],
      '| 20103 | 政府办公厅(室)及相关机构事务 | 1,866.11 |': ['20103'],
      '201\t一般公共服务支出\t2, 371. 41': ['201'],
      '201\t03\t01\t行政运行\t676.59': ['201', '03', '01'],
      '| 208 | 05 | 05 | 机关事业单位基本养老保险缴费支出 |': ['208', '05', '05'],
      '201\t03\t01 行政运行\t114.86': ['201', '03', '01'],
      '\t01\t基本工资\t89. 87': ['01'],
      '30101\t基本工资\t50501\t工资福利支出\t583103': ['30101', '50501'],
      '2010301行政运行 330.56 330.56': ['2010301'],
      '（1）事业运行（2010350）136.87 万元': ['2010350'],
      '工资福利支出（301）183.38 万元': ['301'],
      // Digits of a code inside something longer, or that cannot begin a code.
      '公用经费\t30201000\t20100.5': none,
      '办公费\t60000\t\t10000\t50000': none,
      '一般公共预算拨款\t2,259,811.00': none,
      '30201元': none,
      '2021 年部门预算': none,
      '联系电话：02080000000': none,
    });
  });

  describe('amounts', () => {
    cases(AMOUNT, {
      '合计\t2,473.07\t2, 473. 07': ['2,473.07', '2, 473. 07'],
      '小计\t. 24\t.5': ['. 24', '.5'],
      '合计\t-3.42%\t－12': ['-3.42%', '－12'],
      '合计\t１２．５\t1，234．5': ['１２．５', '1，234．5'],
      '预算 __5456.16__ 万元': ['5456.16'],
      '1368693\t\t0.00': ['1368693', '0.00'],
      '2023-24': ['2023', '24'],
      '行政运行\t合计': none,
    });
  });

  describe('totals', () => {
    cases(TOTAL, {
      '合计\t494.83': ['合计'],
      '| 本年收入合计 | 1932.33 | 本年支出合计 | 1932.33 |': ['本年收入合计', '本年支出合计'],
      '收 入 总 计\t2,473.07\t支 出 总 计\t2,473.07': ['收 入 总 计', '支 出 总 计'],
      '| | 总计: | 1,932.33 |': ['总计'],
      '<b>收入总计</b>\t703.5': ['收入总计'],
      '小　计\t9.83': ['小　计'],
      '统计局\t会计核算': none,
      资金合计数较上年增加: none,
    });
  });

  describe('dates', () => {
    cases(DATE, {
      '填报日期: 2022. 11.09': ['2022. 11.09'],
      '2021年12月31日前完成': ['2021年12月31日'],
      '比 2020 年增加 1239.94 万元': ['2020 年'],
      '合计\t2020.5': none,
    });
  });

  describe('rows of form', () => {
    it('pipes are separators, tabs are left alone', () => {
      assert.deepEqual(pieces('| 合计 | 1 |', PIPE), ['|', '|', '|']);
      assert.deepEqual(pieces('合计\t1', PIPE), none);
    });
    it('the row under a Markdown head is one separator', () => {
      assert.deepEqual(pieces('|:---|---:|', PIPE), ['|:---|---:|']);
      assert.deepEqual(pieces('| - | x |', PIPE), ['|', '|', '|']);
    });
    it('index rows recede', () => {
      assert.deepEqual(pieces('**\t**\t1\t2\t3', INDEX), ['**\t**\t1\t2\t3']);
      assert.deepEqual(pieces('| ** | ** | 1 | 2 |', INDEX), ['| ** | ** | 1 | 2 |']);
      assert.deepEqual(pieces('1\t2\t3\t4', INDEX), ['1\t2\t3\t4']);
      assert.deepEqual(pieces('**（一）收支预算总体情况**', INDEX), none);
      assert.deepEqual(pieces('6\t4\t2', INDEX), none);
      assert.deepEqual(pieces('1\t2\t30', INDEX), none);
    });
    it('underscores around a figure are not part of it', () => {
      assert.deepEqual(pieces('__5456.16__', BLANK), ['__', '__']);
    });
  });

  it('a comment reaches over lines and ends where it says', () => {
    const lines = colour('合计 <!-- 核对\n2010301 行政运行 --> 合计 1').map((line) =>
      line
        .filter(({ scopes }) => scopes.some((scope) => scope.startsWith('comment')))
        .map(({ text }) => text)
        .join(''),
    );
    assert.deepEqual(lines, ['<!-- 核对', '2010301 行政运行 -->']);
  });

  it('takes time in proportion to the length of a line', () => {
    assert.deepEqual(growingTimes('grammarTimes.ts').filter(isOutOfProportion), []);
  });
});
