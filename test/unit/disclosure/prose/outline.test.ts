import { strict as assert } from 'node:assert';
import type { Section } from '#core/disclosure/prose/headings.ts';
import { readProse } from '#core/disclosure/prose/readProse.ts';
import { parse } from '#core/syntax/parse.ts';

/** Sections in one line each: two blanks a level of nesting, words, first and last line (0-based). */
function outlineOf(text: string): string[] {
  const lines: string[] = [];
  const show = (sections: readonly Section[], indent: string) => {
    for (const { heading, line, lastLine, children } of sections) {
      const mark = heading.kind === 'table-title' ? '▦ ' : '';
      lines.push(`${indent}${mark}${heading.text} ${line}–${lastLine}`);
      show(children, `${indent}  `);
    }
  };
  show(readProse(parse(text)).sections, '');
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
    assert.deepEqual(outlineOf(text), [
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
    assert.deepEqual(outlineOf(text), ['支出明细情况 0–5', '  规模 2–3', '  结构 4–5', '采购 6–6']);
  });

  it('gives tables their number and ends the narrative with their titles', () => {
    const text = [
      '一、名词解释',
      '',
      '附件 2',
      '',
      '某局一般公共预算支出表',
      '',
      '单位:万元',
      '',
      '表3 某局政府性基金预算支出表',
    ].join('\n');
    assert.deepEqual(outlineOf(text), [
      '名词解释 0–1',
      '▦ 某局一般公共预算支出表 2–7',
      '▦ 某局政府性基金预算支出表 8–8',
    ]);
    const [, table] = readProse(parse(text)).sections;
    assert.equal(table?.heading.numbering?.value, 2);
    assert.deepEqual(
      table?.heading.spans.map(({ line }) => line),
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
    assert.deepEqual(outlineOf(text), [
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
    it(`${name} is no heading`, () => assert.deepEqual(outlineOf(text), []));

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
    const prose = readProse(parse(text));
    assert.deepEqual(
      prose.contents.map(({ line, heading }) => [line, heading.text]),
      [
        [2, '说明'],
        [4, '基本情况'],
        [5, '一般公共预算支出表(功能分类项级)'],
      ],
    );
    assert.deepEqual(outlineOf(text), ['某局2023年部门预算公开目录 0–10', '说明 11–13', '  基本情况 13–13']);
  });

  it('knows the year and what kind of document it is', () => {
    const budget = readProse(parse('某局2021年部门预算情况说明\n\n一、概况\n\n比2020年减少。'));
    assert.deepEqual([budget.year, budget.basis], [2021, 'budget']);
    const final = readProse(parse('# 某局\n\n## 2022年度部门决算'));
    assert.deepEqual([final.year, final.basis], [2022, 'final']);
  });
});
