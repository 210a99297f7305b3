import assert from 'node:assert/strict';
import { type Range, ResponseError, TextDocumentEdit } from 'vscode-languageserver';
import type { Position } from '#core/text/range.ts';
import { definitionAt, highlightsAt, referencesAt } from '#server/features/codeNavigation.ts';
import { prepareRenameAt, renameAt } from '#server/features/codeRename.ts';
import { symbolFinderOf } from '#server/features/workspaceSymbols.ts';
import { analysisOf, applyEdits, featureContext } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';

const DOCUMENT = { uri: 'file:///a.budget.txt', version: 4 };

const TEXT = `2022年部门支出总体情况表
单位：万元
科目编码	科目名称	合计
201	一般公共服务支出	5.00
20103	政府办公厅(室)及相关机构事务	5.00
2010301	行政运行	3.00
2010302	一般行政管理事务	2.00

2022年一般公共预算支出情况表
单位：万元
类	款	项	科目名称	合计
201	03		政府办公厅(室)及相关机构事务	5.00
201	03	01	行政运行	3.00
201	03	02	一般行政管理事务	2.00

2022年项目支出预算表
单位：万元
科目编码	项目名称	合计
2010302	大厅运行	1.00
2010302	系统维护	1.00

第三部分 说明

1.一般行政管理事务（2010302）2 万元。
`;

function at(textWithCursor: string): { text: string; position: Position } {
  return marked(textWithCursor);
}

function textsOf(text: string, ranges: readonly Range[]): string[] {
  const lines = text.split('\n');
  return ranges.map(
    ({ start, end }) =>
      `${start.line + 1}:${(lines[start.line] ?? '').slice(start.character, end.character)}`,
  );
}

describe('navigation of codes', () => {
  it('goes to the row of the table that the code belongs to first', () => {
    for (const from of [
      TEXT.replace('2010302	一般', '2010‸302	一般'),
      TEXT.replace('2010302	大厅', '2010‸302	大厅'),
      TEXT.replace('（2010302）', '（2010‸302）'),
      TEXT.replace('1.一般行政管理事务', '1.一般行政‸管理事务'),
    ]) {
      const { text, position } = at(from);
      const found = definitionAt(analysisOf(text), position, DOCUMENT.uri, featureContext());
      assert.deepEqual(found && textsOf(text, [found.range]), ['14:201	03	02']);
    }
  });

  it('goes nowhere from what is no code', () => {
    const { text, position } = at(TEXT.replace('3.00', '3‸.00'));
    assert.equal(definitionAt(analysisOf(text), position, DOCUMENT.uri, featureContext()), null);
  });

  it('lists every place, in tables and in prose, and may leave the main one out', () => {
    const { text, position } = at(TEXT.replace('2010302	一般', '2010‸302	一般'));
    const references = (declaration: boolean) =>
      textsOf(
        text,
        referencesAt(analysisOf(text), position, declaration, DOCUMENT.uri, featureContext()).map(
          ({ range }) => range,
        ),
      );
    const all = ['7:2010302', '14:201	03	02', '19:2010302', '20:2010302', '24:2010302'];
    assert.deepEqual(references(true), all);
    assert.deepEqual(
      references(false),
      all.filter((each) => !each.startsWith('14:')),
    );
  });

  it('marks digits and names', () => {
    const { text, position } = at(TEXT.replace('2010301	行', '2010‸301	行'));
    const marks = highlightsAt(analysisOf(text), position, featureContext()).map(({ range }) => range);
    assert.deepEqual(textsOf(text, marks), [
      '6:2010301',
      '6:行政运行',
      '13:201',
      '13:03',
      '13:01',
      '13:行政运行',
    ]);
  });
});

describe('codes in prose that stand behind a level, bare, or by their name alone', () => {
  const lines = [
    '2.政府办公厅(室)及相关机构事务（款）一般行政管理事务（项）1 万元。',
    '3.2010302一般行政管理事务 1 万元。',
    '4.一般行政管理事务（项）（2010302）1 万元。',
    '5.财政事务（款）一般行政管理事务（项）1 万元。',
  ];
  const from = `${TEXT.replace('2010302	一般', '2010‸302	一般')}${lines.join('\n')}\n`;
  const { text, position } = at(from);

  it('are listed, but for those of another 款', () => {
    const found = referencesAt(analysisOf(text), position, true, DOCUMENT.uri, featureContext());
    assert.deepEqual(
      textsOf(
        text,
        found.map(({ range }) => range),
      ).slice(5),
      ['25:一般行政管理事务', '26:2010302', '27:2010302'],
    );
  });

  it('are renamed with the others, and a name alone not to that of another 款', () => {
    const linesAfter = (newName: string) => {
      const edit = renameAt(analysisOf(text), position, newName, DOCUMENT, featureContext());
      assert.ok(edit && !(edit instanceof ResponseError));
      const [change] = edit.documentChanges?.filter(TextDocumentEdit.is) ?? [];
      const edits = (change?.edits ?? []).filter((each) => 'newText' in each);
      return applyEdits(text, edits).split('\n').slice(24, 28);
    };
    assert.deepEqual(linesAfter('2010306'), [
      '2.政府办公厅(室)及相关机构事务（款）政务公开审批（项）1 万元。',
      '3.2010306政务公开审批 1 万元。',
      '4.政务公开审批（项）（2010306）1 万元。',
      lines[3],
    ]);
    assert.deepEqual(linesAfter('2010602').slice(0, 2), [lines[0], '3.2010602一般行政管理事务 1 万元。']);
  });
});

describe('renaming of codes', () => {
  const from = TEXT.replace('2010302	一般', '2010‸302	一般');

  function renamed(textWithCursor: string, newName: string): string {
    const { text, position } = at(textWithCursor);
    const edit = renameAt(analysisOf(text), position, newName, DOCUMENT, featureContext());
    if (edit instanceof ResponseError) return edit.message;
    const [change] = edit?.documentChanges?.filter(TextDocumentEdit.is) ?? [];
    assert.deepEqual(change?.textDocument, DOCUMENT);
    return applyEdits(
      text,
      (change?.edits ?? []).filter((each) => 'newText' in each),
    );
  }

  it('is shown before it is made where it changes several rows, if the client can', () => {
    const { text, position } = at(from);
    const annotationsFor = (typed: string, able: boolean) => {
      const context = featureContext({ changeAnnotations: able });
      const edit = renameAt(analysisOf(typed), position, '2010306', DOCUMENT, context);
      assert.ok(edit && !(edit instanceof ResponseError));
      return Object.values(edit.changeAnnotations ?? {});
    };
    const label = '各处的 2010302 改为 2010306 政务公开审批';
    assert.deepEqual(annotationsFor(text, true), [{ label, needsConfirmation: true }]);
    assert.deepEqual(annotationsFor(text, false), []);
    const alone = text.split('\n').slice(0, 7).join('\n');
    assert.deepEqual(annotationsFor(alone, true), []);
  });

  it('begins with the code and its name', () => {
    const { text, position } = at(TEXT.replace('201	03	02', '201	0‸3	02'));
    const found = prepareRenameAt(analysisOf(text), position, featureContext());
    assert.equal(found?.placeholder, '2010302 一般行政管理事务');
  });

  it('changes the code and its name everywhere, and leaves names of projects alone', () => {
    const expected = TEXT.replace('2010302	一般行政管理事务', '2010306	政务公开审批')
      .replace('201	03	02	一般行政管理事务', '201	03	06	政务公开审批')
      .replace('2010302	大厅', '2010306	大厅')
      .replace('2010302	系统', '2010306	系统')
      .replace('一般行政管理事务（2010302）', '政务公开审批（2010306）');
    assert.equal(renamed(from, '2010306 政务公开审批'), expected);
    assert.equal(renamed(from, '2010306'), expected, 'a code brings its name along');
    assert.equal(renamed(from, '２０１０３０６　政务公开审批'), expected);
  });

  it('changes the name alone where only a name is typed', () => {
    assert.equal(renamed(from, '一般行政事务'), TEXT.replaceAll('一般行政管理事务', '一般行政事务'));
  });

  it('writes brackets as the table does', () => {
    const two = renamed(TEXT.replace('20103	政', '201‸03	政'), '20131');
    assert.ok(two.includes('20131	党委办公厅(室)及相关机构事务'), two);
  });

  it('says why it does nothing: what is no code, what does not fit, digits that rows below rely on', () => {
    assert.match(renamed(from, '12'), /不是科目编码/);
    assert.match(renamed(from, '20103'), /第 14 行/);
    const carried = `2022年一般公共预算基本支出表
类	款	科目名称	合计
301		工资福利支出	9.00
	01	基本工资	5.00
	02	津贴补贴	4.00
`;
    assert.match(renamed(carried.replace('301', '3‸01'), '302'), /第 3 行/);
    assert.equal(
      renamed(carried.replace('	01	', '	0‸1	'), '30103'),
      carried.replace('01	基本工资', '03	奖金'),
    );
  });

  it('keeps aligned columns in their places, or changes nothing where there is no room', () => {
    const aligned = `2022年部门支出总体情况表
单位：万元

科目编码      科目名称            合计
201           一般公共服务支出    5.00
2010‸302       一般行政管理事务    3.00
2010301       行政运行            2.00
`;
    const expected = aligned
      .replace('‸', '')
      .replace('2010302       一般行政管理事务', '2010306       政务公开审批服务');
    assert.equal(renamed(aligned, '2010306 政务公开审批服务'), expected);
    const shorter = aligned
      .replace('‸', '')
      .replace('2010302       一般行政管理事务', '2010350       事业运行        ');
    assert.equal(renamed(aligned, '2010350 事业运行'), shorter);
    const longer = aligned
      .replace('‸', '')
      .replace('2010302       一般行政管理事务    ', '2010303       机关服务和其他事务  ');
    assert.equal(renamed(aligned, '2010303 机关服务和其他事务'), longer);
    assert.match(renamed(aligned, '2010303 机关服务和其他的事务'), /第 6 行/);
  });

  it('counts characters where that is what columns are aligned by', () => {
    const amounts = ['5.00', '3.00', '2.00'];
    const names = [
      '201           一般公共服务支出',
      '2010‸302       一般行政管理事务',
      '2010301       行政运行    ',
    ];
    const rows = names.map((name, index) => `${name}    ${amounts[index] ?? ''}\n`);
    const aligned = `2022年部门支出总体情况表\n单位：万元\n\n科目编码      科目名称    合计\n${rows.join('')}`;
    const expected = aligned
      .replace('‸', '')
      .replace('2010302       一般行政管理事务', '2010306       政务公开审批  ');
    assert.equal(renamed(aligned, '2010306 政务公开审批'), expected);
  });
});

describe('workspace symbols', () => {
  const symbols = (query: string) =>
    symbolFinderOf({ analysis: analysisOf(TEXT), uri: DOCUMENT.uri, context: featureContext() })(query);

  it('are tables and codes by digits, words and pinyin', () => {
    assert.deepEqual(
      symbols('20103').map(({ name }) => name),
      ['20103 政府办公厅（室）及相关机构事务', '2010301 行政运行', '2010302 一般行政管理事务'],
    );
    for (const query of ['行政运行', 'xzyx', '政运']) {
      assert.ok(
        symbols(query).some(({ name }) => name === '2010301 行政运行'),
        query,
      );
    }
    assert.deepEqual(
      symbols('项目支出').map(({ name }) => name),
      ['2022年项目支出预算表'],
    );
  });

  it('stand at the main row, under its table', () => {
    const [found] = symbols('2010302');
    assert.equal(found?.containerName, '2022年一般公共预算支出情况表');
    const { location } = found ?? {};
    assert.equal(location && 'range' in location && location.range.start.line, 13);
  });

  it('are all tables for an empty query', () => {
    assert.equal(symbols('').length, 3);
  });
});
