import assert from 'node:assert/strict';
import { LINES_LOOKED_AT, looksLikeDisclosure } from '#core/looksLikeDisclosure.ts';
import { leftOut, seedTexts } from '../support/seeds.ts';

const looks = (text: string): boolean => looksLikeDisclosure(text.split(/\r?\n/));

/** Texts in which budgets are spoken of, or which have tables, and which are no disclosures. */
const ORDINARY: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a shopping list': '买菜\n\n土豆\t3\n白菜\t2\n合计\t5',
  'news of budgets being published': `
中央部门集中公开2023年部门预算

3月28日，102个中央部门集中向社会公开2023年部门预算。今年的部门预算公开，内容更加细化。

记者看到，各部门公开的预算包括收支总表、收入总表、支出总表、财政拨款收支总表、一般公共预算支出表等报表。
“三公”经费预算继续从严控制，比上年略有增加。单位：万元的表格也更易读。

一位专家表示，预算公开有利于社会监督。`,
  'the law on budgets': `
中华人民共和国预算法

第一章 总则

第一条 为了规范政府收支行为，强化预算约束，加强对预算的管理和监督，制定本法。
第二条 预算、决算的编制、审查、批准、监督，以及预算的执行和调整，依照本法规定执行。
第三条 国家实行一级政府一级预算。
第十四条 经本级政府财政部门批复的部门预算、决算及报表，应当在批复后二十日内由各部门向社会公开，
并对部门预算、决算中机关运行经费的安排、使用情况等重要事项作出说明。`,
  'a notice asking for disclosures': `
关于做好2023年部门预算公开工作的通知

各区县财政局，市级各部门：

一、公开时间。各部门应当在批复后二十日内公开。
二、公开内容。包括部门收支总表、部门收入总表、部门支出总表等，不得遗漏。
三、工作要求。各部门要高度重视，认真核对数据，确保真实准确。`,
  'a README about disclosures': `
# 预算公开 Budget Disclosure

A VS Code extension for China's public bodies.

## 功能

- 核对合计与勾稽关系
- 解释科目编码，例如 2010301 行政运行
- 支持部门收支总表、一般公共预算支出表等

## Install

\`\`\`
npm ci && npm start
\`\`\`

| setting | meaning |
|---|---|
| budgetDisclosure.language | zh-cn or en |`,
  'source code with the words in it': `
const TITLES = ['部门收支总表', '部门收入总表', '部门支出总表'];
const UNIT = { '单位：万元': 10000 };
export function title(year) { return \`\${year}年部门预算公开说明\`; }`,
  'data in JSON': `
{
  "title": "某市政务服务中心2022年部门收支总体情况表",
  "unit": "万元",
  "tables": ["部门收入总体情况表", "部门支出总体情况表"]
}`,
  'the accounts of a company': `
某某股份有限公司2022年年度报告

合并资产负债表
单位：元
项目\t期末余额\t期初余额
货币资金\t1,234,567.00\t1,000,000.00
资产总计\t9,876,543.00\t9,000,000.00

合并利润表
单位：元
一、营业总收入\t5,000,000.00
二、营业总成本\t4,000,000.00`,
  'a household budget': `
2023年家庭预算表

| 项目 | 预算 | 支出 |
|---|---|---|
| 买菜 | 2000 | 1850 |
| 合计 | 2000 | 1850 |`,
  'the minutes of a meeting': `
部门例会纪要

一、主要职责分工
二、预算执行情况：各部门要加快支出进度。
三、下一步工作`,
};

/** The beginnings of disclosures, each in another form. */
const DISCLOSURES: Readonly<Record<string, string>> = {
  'the text part': `
某某市档案馆2024年单位预算公开

第一部分 单位概况
一、主要职责
二、机构设置情况
第二部分 2024年单位预算情况说明`,
  'one table cut out of its document': `
2024年部门收支总表
单位：万元
收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t100.00\t一、一般公共服务支出\t100.00
收入总计\t100.00\t支出总计\t100.00`,
  'a table as Markdown': `
## 一般公共预算支出表

单位：万元

| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 201 | 一般公共服务支出 | 10.00 | 10.00 | |`,
  'a final account': `
某某局2022年度部门决算公开目录

第一部分 部门概况
一、主要职责
二、机构设置
第二部分 2022年度部门决算表
一、收入支出决算总表
二、收入决算表`,
  'empty tables': `
附件2
2024年政府性基金预算支出表
单位：万元
科目编码\t科目名称\t本年政府性基金预算支出
\t\t合计\t基本支出\t项目支出`,
};

describe('looksLikeDisclosure', () => {
  describe(`says yes to${leftOut()}`, () => {
    for (const [name, text] of Object.entries(DISCLOSURES)) it(name, () => assert.equal(looks(text), true));
    for (const { name, origin, text } of seedTexts()) {
      it(`${name} (${origin})`, () => assert.equal(looks(text), true));
    }
  });

  describe('says no to', () => {
    for (const [name, text] of Object.entries(ORDINARY)) it(name, () => assert.equal(looks(text), false));
  });

  it('looks at the first 40 lines and no further', () => {
    const lines = (DISCLOSURES['the text part'] ?? '').split('\n');
    const padding = Array.from({ length: LINES_LOOKED_AT }, () => '');
    assert.equal(looksLikeDisclosure(lines), true);
    assert.equal(looksLikeDisclosure([...padding, ...lines]), false);
  });

  it('ends on endless lines, which would take hours if their beginnings were tried one by one', () => {
    const texts = ['预算', '表', '一、', '\t', '|', ' ', '（', '“三公”'].map((unit) => unit.repeat(200_000));
    for (const text of texts) {
      const lines = Array.from({ length: LINES_LOOKED_AT }, () => text);
      assert.equal(typeof looksLikeDisclosure(lines), 'boolean');
    }
  });
});
