import assert from 'node:assert/strict';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { comparePositions } from '#core/text/range.ts';
import { documentSymbolsOf, flatSymbolsOf } from '#server/features/documentSymbols.ts';
import { SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { seedTexts } from '../../support/seeds.ts';

const TWO_SIDES = `收支总表
单位：万元
项目	预算数	项目	预算数
一、财政拨款	5.00	一、一般公共服务支出	3.00
二、其他收入	1.00	（一）行政运行	3.00
		二、教育支出	3.00
收入总计	6.00	支出总计	6.00
`;

function symbols(text: string): DocumentSymbol[] {
  return documentSymbolsOf(analysisOf(text), featureContext());
}

/** The outline as indented names, details behind them. */
function outline(found: readonly DocumentSymbol[], indent = ''): string[] {
  return found.flatMap((symbol) => [
    `${indent}${symbol.name}${symbol.detail ? ` [${symbol.detail}]` : ''}`,
    ...outline(symbol.children ?? [], `${indent}  `),
  ]);
}

describe('document symbols', () => {
  it('are tables with unit and year, their 类 and their total', () => {
    assert.deepEqual(outline(symbols(SOUND_TABLE)), [
      '2022年部门支出总体情况表 [350.00 万元 · 2022]',
      '  201 一般公共服务支出 [300.00]',
      '  208 社会保障和就业支出 [50.00]',
      '  合计 [350.00]',
    ]);
  });

  it('are the outermost rows of both sides where tables stand abreast', () => {
    assert.deepEqual(outline(symbols(TWO_SIDES)), [
      '收支总表 [6.00 万元]',
      '  一、财政拨款 [5.00]',
      '  二、其他收入 [1.00]',
      '  收入总计 [6.00]',
      '  一、一般公共服务支出 [3.00]',
      '  二、教育支出 [3.00]',
      '  支出总计 [6.00]',
    ]);
  });

  it('name the bodies where 科目 are listed once for each', () => {
    const text = `部门支出总表（分单位）
单位：万元
单位/科目编码	单位/科目名称	合计	基本支出	项目支出
	合计	30.00	20.00	10.00
118001	县文化和旅游局（本级）	18.00	8.00	10.00
207	文化旅游体育与传媒支出	18.00	8.00	10.00
2070101	行政运行	8.00	8.00	
2070113	旅游宣传	10.00		10.00
118002	县图书馆	12.00	12.00	
207	文化旅游体育与传媒支出	12.00	12.00	
2070104	图书馆	12.00	12.00	
`;
    assert.deepEqual(outline(symbols(text)).slice(1), [
      '  合计 [30.00]',
      '  118001 县文化和旅游局（本级） [18.00]',
      '  207 文化旅游体育与传媒支出 [18.00]',
      '  118002 县图书馆 [12.00]',
      '  207 文化旅游体育与传媒支出 [12.00]',
    ]);
  });

  it('mark totals, rows, tables and headings by their kinds', () => {
    const [part] = symbols(`第一部分 概况\n\n${SOUND_TABLE}`);
    const [table] = part?.children ?? [];
    assert.equal(part?.kind, SymbolKind.Namespace);
    assert.equal(table?.kind, SymbolKind.Struct);
    assert.deepEqual(
      table?.children?.map(({ kind }) => kind),
      [SymbolKind.Field, SymbolKind.Field, SymbolKind.Constant],
    );
  });

  it('put headings around the tables, by their own levels', () => {
    const text = `# 某某中心 2022 年预算公开\n\n第一部分 概况\n\n一、主要职责\n\n本中心负责政务服务。\n\n第二部分 表格\n\n一、收支情况\n\n${SOUND_TABLE}\n## 二、说明\n\n完。\n`;
    assert.deepEqual(
      outline(symbols(text)).filter((line) => !/\[\d+\.00\]/.test(line)),
      [
        '某某中心 2022 年预算公开',
        '第一部分 概况',
        '  一、主要职责',
        '第二部分 表格',
        '  一、收支情况',
        '    2022年部门支出总体情况表 [350.00 万元 · 2022]',
        '  二、说明',
      ],
    );
  });

  it('leave out what the table of contents lists', () => {
    const text = '目录\n\n一、职责\n二、收支\n\n一、职责\n\n正文。\n\n二、收支\n\n正文。\n';
    assert.deepEqual(
      symbols(text).map(({ name, range }) => [name, range.start.line]),
      [
        ['目录', 0],
        ['一、职责', 5],
        ['二、收支', 9],
      ],
    );
  });

  it('say so where a table could not be read', () => {
    const flattened = '合计 5,188.13 923.55 4,264.58 201 一般公共服务支出 5,188.13 923.55 4,264.58';
    assert.deepEqual(
      symbols(`一、收支\n\n部门支出总表\n单位：万元\n${flattened}\n`).flatMap(({ children }) =>
        (children ?? []).map(({ name, detail }) => [name, detail]),
      ),
      [['部门支出总表', '万元 · 未能识别，不作检查']],
    );
  });

  it('say so where too little of a table adds up for the reading to be right', () => {
    const table =
      '部门人员情况表\n单位：人\n项目\t编制人数\t实有人数\n合计\t120\t118\n行政编制\t20\t19\n事业编制\t95\t94\n';
    assert.deepEqual(
      symbols(table).map(({ name, detail }) => [name, detail]),
      [['部门人员情况表', '未能识别，不作检查']],
    );
  });

  it('name no total where it is not clear which column holds it', () => {
    const [table] = symbols(
      '部门支出总表\n科目编码\t科目名称\t上年数\t本年数\n201\t一般公共服务支出\t5.00\t6.00\n合计\t\t5.00\t6.00\n',
    );
    assert.equal(table?.detail, undefined);
  });

  it('reach to the last line of what they hold', () => {
    const [first, second] = symbols('一、甲\n\n正文。\n\n二、乙\n\n正文，最后一行。');
    assert.deepEqual(first?.range, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } });
    assert.deepEqual(second?.range, { start: { line: 4, character: 0 }, end: { line: 6, character: 8 } });
    assert.deepEqual(second?.selectionRange.end, { line: 4, character: 3 });
  });

  it('are nothing in an empty document', () => assert.deepEqual(symbols(''), []));

  /** The headings of two levels share lines with sentences. */
  const RUN_IN = {
    name: 'headings run in',
    text: `一、收支情况 本年收入100.00万元，支出100.00万元，与上年相比没有变化。
（一）收入情况 财政拨款收入100.00万元，与上年相比没有变化。
（二）支出情况 基本支出60.00万元，项目支出40.00万元。 二、其他情况 没有其他需要说明的情况。 三、附件 无。`,
  };

  it('are well formed in every seed: names, and each range inside its parent’s', () => {
    for (const { name, text } of [...seedTexts(), RUN_IN]) {
      const found = symbols(text);
      assert.ok(found.length > 0, name);
      const check = (symbol: DocumentSymbol, parent?: DocumentSymbol): void => {
        assert.notEqual(symbol.name.trim(), '', name);
        assert.ok(contains(symbol, symbol.selectionRange), `${name}: ${symbol.name}`);
        if (parent) assert.ok(contains(parent, symbol.range), `${name}: ${parent.name} › ${symbol.name}`);
        for (const child of symbol.children ?? []) check(child, symbol);
      };
      for (const symbol of found) check(symbol);
    }
  });

  it('are a flat list for clients that know no other', () => {
    const flat = flatSymbolsOf(symbols(SOUND_TABLE), 'file:///a.budget.txt');
    assert.deepEqual(
      flat.map(({ name, containerName }) => [name, containerName]),
      [
        ['2022年部门支出总体情况表', undefined],
        ['201 一般公共服务支出', '2022年部门支出总体情况表'],
        ['208 社会保障和就业支出', '2022年部门支出总体情况表'],
        ['合计', '2022年部门支出总体情况表'],
      ],
    );
    assert.ok(flat.every(({ location }) => location.uri === 'file:///a.budget.txt'));
  });
});

function contains(outer: DocumentSymbol, inner: DocumentSymbol['range']): boolean {
  return (
    comparePositions(outer.range.start, inner.start) <= 0 && comparePositions(inner.end, outer.range.end) <= 0
  );
}
