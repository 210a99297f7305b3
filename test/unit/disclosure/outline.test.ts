import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { type OutlinePart, outlineOf } from '#core/disclosure/outline.ts';
import type { Prose } from '#core/disclosure/prose/prose.ts';
import { parse } from '#core/syntax/parse.ts';

function partsOf(text: string): readonly OutlinePart[] {
  return outlineOf(readDisclosure(parse(text)), text.split('\n').length);
}

function proseOf(text: string): Prose {
  return readDisclosure(parse(text)).prose;
}

/** Parts in one line each: two blanks a level of nesting, words, first and last line (0-based). ▦ is a title, ▤ a table. */
function outlineLines(text: string): string[] {
  const lines: string[] = [];
  const show = (parts: readonly OutlinePart[], indent: string) => {
    for (const { heading, table, first, last, children } of parts) {
      const mark = table ? '▤ ' : heading?.kind === 'table-title' ? '▦ ' : '';
      lines.push(`${indent}${mark}${heading?.text ?? '—'} ${first}–${last}`);
      show(children, `${indent}  `);
    }
  };
  show(partsOf(text), '');
  return lines;
}

describe('outline', () => {
  it('goes by the series of numbers', () => {
    const text = [
      '第二部分 收支情况',
      '一、收支说明',
      '（一）总体情况',
      '1、规模变化情况',
      '2．结构情况',
      '(1)人员经费',
      '（二）明细情况',
      '二、其他',
    ].join('\n\n');
    assert.deepEqual(outlineLines(text), [
      '收支情况 0–14',
      '  收支说明 2–13',
      '    总体情况 4–11',
      '      规模变化情况 6–7',
      '      结构情况 8–11',
      '        人员经费 10–11',
      '    明细情况 12–13',
      '  其他 14–14',
    ]);
  });

  it('trusts numbers more than the number of #', () => {
    const text = [
      '### **（三）支出明细情况**',
      '',
      '#### **1、规模**',
      '',
      '### 3、结构',
      '',
      '## 七、采购',
    ].join('\n');
    assert.deepEqual(outlineLines(text), ['支出明细情况 0–5', '  规模 2–3', '  结构 4–5', '采购 6–6']);
  });

  it('gives tables their number and ends the narrative with their titles', () => {
    const text = [
      '一、名词解释',
      '',
      '基本支出：指经费。',
      '',
      '附件 2',
      '',
      '某局一般公共预算支出表',
      '',
      '单位:万元',
      '',
      '表3 某局政府性基金预算支出表',
    ].join('\n');
    assert.deepEqual(outlineLines(text), [
      '名词解释 0–3',
      '▦ 某局一般公共预算支出表 4–9',
      '▦ 某局政府性基金预算支出表 10–10',
    ]);
    const [, table] = partsOf(text);
    assert.equal(table?.heading?.numbering?.value, 2);
    assert.deepEqual(
      table?.heading?.spans.map(({ line }) => line),
      [0, 2],
    );
  });

  it('takes titles of documents as parts of their own', () => {
    const text = [
      '某局2023年部门预算公开说明',
      '',
      '一、基本情况',
      '',
      '某局2023年“三公”经费预算情况说明',
      '',
      '一、单位范围',
    ].join('\n');
    assert.deepEqual(outlineLines(text), [
      '某局2023年部门预算公开说明 0–3',
      '  基本情况 2–3',
      '某局2023年“三公”经费预算情况说明 4–6',
      '  单位范围 6–6',
    ]);
  });

  const NO_HEADINGS: readonly [string, string][] = [
    ['a sentence', '一、加强体制建设。优化营商环境。'],
    ['an item with a figure', '（一）基本支出60万元'],
    ['an item with a figure on the next line', '（2）其他支出（2010399）\n\n38.6 万元，与上年相比无变化。'],
    ['an item with its words', '1、公务用车购置费：指车辆购置支出'],
    ['a clause', '- 2. 牵头负责改革工作,负责审批'],
    ['a decimal', '1.5万元用于采购'],
    ['a label', '填报单位:某局'],
    ['a wrapped sentence', '（一）按支出结构分类划分,分为基本支出预算和项目支\n出预算。'],
  ];
  for (const [name, text] of NO_HEADINGS)
    it(`${name} is no heading`, () => assert.deepEqual(outlineLines(text), []));

  it('reads the table of contents, and not as headings', () => {
    const text = [
      '某局2023年部门预算公开目录', // 0
      '',
      '第一部分 说明', // 2
      '',
      '- 一、基本情况 ............ 3', // 4
      '- 二、一般公共预算支出表(功能', // 5
      '',
      '分类项级)', // 7
      '',
      '备注: 咨询电话: 某某', // 9
      '',
      '第一部分 说明', // 11
      '',
      '一、基本情况', // 13
    ].join('\n');
    const prose = proseOf(text);
    assert.deepEqual(
      prose.contents.map(({ line, heading }) => [line, heading.text]),
      [
        [2, '说明'],
        [4, '基本情况'],
        [5, '一般公共预算支出表(功能分类项级)'],
      ],
    );
    assert.deepEqual(outlineLines(text), [
      '某局2023年部门预算公开目录 0–10',
      '说明 11–13',
      '  基本情况 13–13',
    ]);
  });

  it('knows what kind of document it is', () => {
    assert.equal(proseOf('某局2021年部门预算情况说明\n\n一、概况\n\n比2020年减少。').basis, 'budget');
    assert.equal(proseOf('# 某局\n\n## 2022年度部门决算').basis, 'final');
  });

  describe('tables', () => {
    const TABLE = '科目编码\t科目名称\t合计\n201\t一般公共服务支出\t5.00\n合计\t\t5.00';

    it('stand in the section whose heading they follow', () => {
      const text = [
        '第二部分 预算表',
        '',
        '某局收支总表',
        TABLE,
        '',
        '某局支出总表',
        TABLE,
        '',
        '第三部分 说明',
      ];
      assert.deepEqual(outlineLines(text.join('\n')), [
        '预算表 0–11',
        '  ▤ 某局收支总表 2–5',
        '  ▤ 某局支出总表 7–10',
        '说明 12–12',
      ]);
    });

    it('stand in the narrative where that goes on behind them', () => {
      const text = [
        '一、收支',
        '',
        '（一）采购',
        '',
        '2022年采购见下表。',
        '',
        '政府采购预算表',
        TABLE,
        '',
        '（二）其他',
        '',
        '二、解释',
      ];
      assert.deepEqual(outlineLines(text.join('\n')), [
        '收支 0–12',
        '  采购 2–10',
        '    ▤ 政府采购预算表 6–9',
        '  其他 11–12',
        '解释 13–13',
      ]);
    });

    it('stand behind the narrative where that is over', () => {
      const text = [
        '某局2022年部门预算公开',
        '',
        '八、名词解释',
        '',
        '基本支出：指经费。',
        '',
        '某局收支总表',
        TABLE,
      ];
      assert.deepEqual(outlineLines(text.join('\n')), [
        '某局2022年部门预算公开 0–9',
        '  名词解释 2–5',
        '  ▤ 某局收支总表 6–9',
      ]);
    });

    it('leave the heading that is their title a section', () => {
      assert.deepEqual(outlineLines(`第二部分 2022年部门预算表\n\n${TABLE}`), [
        '2022年部门预算表 0–4',
        '  ▤ — 2–4',
      ]);
    });
  });
});
