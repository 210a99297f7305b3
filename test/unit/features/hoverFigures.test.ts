import assert from 'node:assert/strict';
import { heading, hover, words } from '../../support/codeHover.ts';
import { TAB } from '../../support/codeTables.ts';

describe('hover: what the document itself says', () => {
  const sister = TAB.replace('一般公共预算支出情况表', '部门支出总体情况表').replace('万元', '元');
  const inYuan = sister.replace(/(\d)\.(\d\d)/g, '$1$200').replaceAll(',', '');

  it('lists each table where the code stands, with its total, unit and line', () => {
    const text = words(hover(`${TAB}\n${inYuan}`.replace('2010301', '2010‸301')));
    assert.ok(text.includes('本文件中：'), text);
    assert.ok(text.includes('- 2022年一般公共预算支出情况表：330.39 万元（第 6 行）'), text);
    assert.ok(text.includes('- 2022年部门支出总体情况表：3,303,900 元（第 14 行）'), text);
    assert.ok(text.includes('- 各处金额一致'), text);
  });

  it('says where the tables differ, but not within rounding', () => {
    const text = `${TAB}\n${inYuan}`.replace('2010301', '2010‸301');
    assert.ok(words(hover(text.replace('行政运行	3303900', '行政运行	3303912'))).includes('各处金额一致'));
    assert.ok(words(hover(text.replace('行政运行	3303900', '行政运行	3303990'))).includes('各处金额不同'));
  });

  it('compares nothing where a table has the code in several rows', () => {
    const projects = `${TAB}2010302	一般行政管理事务	1.00		1.00\n`.replace('2010302', '2010‸302');
    const text = words(hover(projects));
    assert.equal(text.match(/（第 \d+ 行）/g)?.length, 2, text);
    assert.doesNotMatch(text, /一致|不同/);
  });

  it('takes the total of the year, not a column of the year before', () => {
    const years = `2022年部门支出表
单位：万元
科目编码	科目名称	上年预算数	本年预算数	增减额
201	一般公共服务支出	5.00	7.00	2.00
20103	政府办公厅（室）及相关机构事务	5.00	7.00	2.00
2010301	行政运行	5.00	7.00	2.00
`;
    assert.ok(words(hover(years.replace('2010301', '2010‸301'))).includes('：7.00 万元（第 6 行）'));
  });

  it('shows the sentences that give a figure for the code, and holds them against the tables', () => {
    const prose = '\n第三部分 说明\n\n1.行政运行（2010301）330.39 万元，主要用于人员经费。\n';
    const text = words(hover((TAB + prose).replace('2010301', '2010‸301')));
    assert.ok(text.includes('- 文字说明：330.39 万元（第 11 行）'), text);
    assert.ok(text.includes('- 各处金额一致'), text);
    const wrong = words(hover((TAB + prose.replace('330.39', '333.39')).replace('2010301', '2010‸301')));
    assert.ok(wrong.includes('- 各处金额不同'), wrong);
    const none = words(hover(`${TAB}\n行政运行（2010301）：见表。\n`.replace('2010301', '2010‸301')));
    assert.ok(none.includes('- 文字说明：无金额（第 9 行）'), none);
  });

  it('counts a sentence that gives the name alone where the tables have one code of it', () => {
    const prose = '\n第三部分 说明\n\n1.行政运行330.39万元，主要用于人员经费。\n';
    const text = words(hover((TAB + prose).replace('2010301', '2010‸301')));
    assert.ok(text.includes('- 文字说明：330.39 万元（第 11 行）'), text);
    assert.ok(text.includes('- 各处金额一致'), text);
    const two = `${TAB}2080101	行政运行	1.00	1.00	\n${prose}`;
    assert.ok(!words(hover(two.replace('2010301', '2010‸301'))).includes('文字说明'));
  });

  it('says that an amount could not be read rather than that there is none', () => {
    const flattened = `${TAB}
支出表
单位：万元
科目编码 科目名称 合计
2010301 行政运行 见附件 330.39 330.39 3
`;
    const text = words(hover(flattened.replace('2010301', '2010‸301')));
    assert.ok(text.includes('- 支出表：金额未能读出（第 12 行）'), text);
    const prose = words(
      hover(
        `${TAB}\n行政运行（2010301）与一般行政管理事务（2010302）共计2370.39万元。\n`.replace(
          '2010301',
          '2010‸301',
        ),
      ),
    );
    assert.ok(prose.includes('- 文字说明：金额未能读出（第 9 行）'), prose);
    const blank = TAB.replace('行政运行	330.39	330.39	', '行政运行			');
    assert.ok(words(hover(blank.replace('2010301', '2010‸301'))).includes('：无金额（第 6 行）'));
  });

  it('answers on a name in prose that is one code’s in the tables', () => {
    const prose = '\n第三部分 说明\n\n其中一般行政管理‸事务 2,040.00 万元。\n';
    assert.equal(heading(TAB + prose), '### 2010302 一般行政管理事务');
    const twice = `${TAB}208	社会保障和就业支出	1.00	1.00	
20801	人力资源和社会保障管理事务	1.00	1.00	
2080102	一般行政管理事务	1.00	1.00	
`;
    assert.equal(heading(twice + prose), undefined);
  });

  it('tells apart codes that are taken for each other', () => {
    const text = words(hover(TAB.replace('2010301', '2010‸301')));
    assert.ok(text.includes('注意区分：2010302 一般行政管理事务、2010350 事业运行'), text);
  });

  it('does not count the codes above and below among those', () => {
    const last = `${TAB}2010399	其他政府办公厅（室）及相关机构事务支出	1.00	1.00	\n`;
    const text = words(hover(last.replace('2010399', '2010‸399')));
    assert.ok(
      text.includes('注意区分：2010301 行政运行、2010350 事业运行、2010302 一般行政管理事务\n'),
      text,
    );
    assert.ok(text.includes('“政府办公厅（室）及相关机构事务”下面'), text);
    const above = words(hover(TAB.replace('20103	', '2010‸3	')));
    assert.ok(above.includes('注意区分：20131 党委办公厅（室）及相关机构事务\n'), above);
  });
});

describe('hover: years and years before', () => {
  it('says until when a code was in use and what took over', () => {
    const text = words(
      hover(
        '2017年部门支出总表\n科目编码	科目名称	合计\n201	一般公共服务支出	5.00\n20115‸	工商行政管理事务	5.00\n',
      ),
    );
    assert.ok(text.includes('使用到 2018 年为止'), text);
    assert.ok(text.includes('20138 市场监督管理事务'), text);
  });

  it('says what a code used to be called', () => {
    const text = words(
      hover(
        '2017年部门支出总表\n科目编码	科目名称	合计\n208	社会保障和就业支出	5.00\n20805‸	行政事业单位离退休	5.00\n',
      ),
    );
    assert.ok(text.startsWith('### 20805 行政事业单位养老支出'), text);
    assert.ok(text.includes('曾用名：行政事业单位离退休（到 2019 年）'), text);
  });

  it('says of a code that the catalogue does not have where it would belong, and flags nothing by it', () => {
    for (const row of ['20103‸88	地方事务	5.00	5.00	', '2010388	地方‸事务	5.00	5.00	']) {
      const lines = words(hover(`${TAB}${row}\n`)).split('\n');
      assert.equal(lines[0], '### 2010388 地方事务');
      assert.equal(lines[2], '201 一般公共服务支出 › 20103 政府办公厅（室）及相关机构事务');
      assert.equal(lines[4], '科目目录里没有这个编码：可能是地方自设的、新增加的，也可能写错了');
      assert.equal(lines.at(-1), '- 2022年一般公共预算支出情况表：5.00 万元（第 8 行）');
    }
  });

  it('says whose name stands beside such a code', () => {
    const text = words(hover(`${TAB}20103‸88	政务公开审批	5.00	5.00	\n`));
    assert.ok(text.includes('- 旁边的名称是 2010306 政务公开审批'), text);
  });

  it('says of digits below a national code that the place has set them up', () => {
    for (const row of ['20103‸0101	基本运行	5.00	5.00	', '201030101	基本‸运行	5.00	5.00	']) {
      const text = words(hover(`${TAB}${row}\n`));
      assert.ok(text.startsWith('### 201030101 基本运行\n'), text);
      assert.ok(text.includes('- 2010301 行政运行 之下的细目，由地方自设'), text);
    }
    const zeros = words(hover(`${TAB}20103‸00	政府办公厅	5.00	5.00	\n`));
    assert.ok(zeros.includes('- 即 20103 政府办公厅（室）及相关机构事务，末尾用 0 补足位数'), zeros);
  });

  it('says nothing of digits that belong below no 类, or stand among other numbers', () => {
    assert.equal(hover(`${TAB}2‸88	某某支出	5.00	5.00	\n`), null);
    const projects =
      '项目支出表\n项目编码	项目名称	合计\n20‸18801	道路养护	5.00\n2018802	路灯维修	5.00\n2018803	树木修剪	1.00\n';
    assert.equal(hover(projects), null);
  });
});
