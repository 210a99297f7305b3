import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionList,
  type Diagnostic,
  type DocumentHighlight,
  type Hover,
  type Location,
  MarkupContent,
  type Position,
  type TextDocumentEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { applyEdits } from '../support/features.ts';
import { LanguageServer } from '../support/languageServer.ts';
import { marked, placeOf } from '../support/marked.ts';
import { seedTexts } from '../support/seeds.ts';

const URI = 'file:///budget/a.budget.txt';

const FAULTY = `2022年一般公共预算支出表
单位：万元
科目编码	科目名称	合计
208	社会保障和就业支出	5.00
20805	行政事业单位离退休	5.00
2080505	机关事业单位基本养老保险缴费支出	3.00
2080505	机关事业单位职业年金缴费支出	2.00
210	医疗卫生与计划生育支出	1.00
21011	行政事业单位医疗	1.00
2101109	其他行政事业单位医疗支出	1.00

说明：职业年金缴费见机关事业单位职业年金缴费支出（2080505）。
`;

const MENDED = FAULTY.replace('行政事业单位离退休', '行政事业单位养老支出')
  .replace('2080505	机关事业单位职业', '2080506	机关事业单位职业')
  .replace('医疗卫生与计划生育支出', '卫生健康支出')
  .replace('2101109', '2101199');

const GUIYANG = seedTexts('guiyang-2022').find(({ origin }) => origin === 'sample')?.text ?? '';

describe('language server: codes', () => {
  let server: LanguageServer;
  beforeEach(async () => {
    server = await LanguageServer.start();
  });
  afterEach(() => {
    assert.deepEqual(server.logged, []);
    server.kill();
  });

  const ask = <T>(method: string, position: Position, params: object = {}): Promise<T> =>
    server.ask<T>(method, URI, { position, ...params });

  async function pulled(): Promise<readonly Diagnostic[]> {
    const report = await server.pull(URI);
    assert.equal(report.kind, 'full');
    return report.items;
  }

  function editsOf(edit: WorkspaceEdit | undefined) {
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.equal(change?.textDocument.version, 1);
    return (change?.edits ?? []).filter((each) => 'newText' in each);
  }

  /** The edit is shown before it is made, whole. */
  function assertReviewed(edit: WorkspaceEdit | undefined): void {
    assert.equal(Object.values(edit?.changeAnnotations ?? {})[0]?.needsConfirmation, true);
    assert.ok(editsOf(edit).every((each) => 'annotationId' in each));
  }

  /** The edit of the fix at the first place of a text whose title has the words. */
  async function fixAt(text: string, needle: string, words: string): Promise<WorkspaceEdit | undefined> {
    const start = placeOf(text, needle);
    const actions = await server.ask<CodeAction[]>('codeAction', URI, {
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    const found = actions.find(({ title }) => title.includes(words));
    assert.ok(found, actions.map(({ title }) => title).join());
    return found.edit;
  }

  it('flags wrong codes and names, in tables and in prose', async () => {
    await server.open(URI, FAULTY);
    assert.deepEqual(
      (await pulled()).map(({ code, range }) => [code, range.start.line + 1]),
      [
        ['code-name', 5],
        ['code-name', 7],
        ['code-name', 8],
        ['code-unknown', 10],
        ['code-name', 12],
      ],
    );
  });

  it('mends all that is sure, by one action of the kind source.fixAll', async () => {
    await server.open(URI, FAULTY);
    const start = { line: 0, character: 0 };
    const [action] = await server.ask<CodeAction[]>('codeAction', URI, {
      range: { start, end: start },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.equal(applyEdits(FAULTY, editsOf(action?.edit)), MENDED);
    assertReviewed(action?.edit);
  });

  it('sorts rows and inserts a missing subtotal with its sum', async () => {
    const rows = [
      '201	一般公共服务支出	8.00	8.00',
      '20103	政府办公厅（室）及相关机构事务	5.00	5.00',
      '2010302	一般行政管理事务	2.00	2.00',
      '2010301	行政运行	3.00	3.00',
      '20105	统计信息事务	2.00	2.00',
      '2010501	行政运行	2.00	2.00',
      '2010601	行政运行	1.00	1.00',
    ];
    const tableOf = (lines: readonly string[]) =>
      `2022年一般公共预算支出表\n单位：万元\n科目编码	科目名称	合计	基本支出\n${lines.join('\n')}\n`;
    const text = tableOf(rows);
    await server.open(URI, text);
    const [first, second, general, basic, ...others] = rows;
    const sorted = await fixAt(text, '2010301', '按编码排序');
    assert.equal(
      applyEdits(text, editsOf(sorted)),
      tableOf([first, second, basic, general, ...others].map(String)),
    );
    const inserted = await fixAt(text, '2010601', '插入');
    const subtotal = '20106	财政事务	1.00	1.00';
    assert.equal(
      applyEdits(text, editsOf(inserted)),
      tableOf([...rows.slice(0, -1), subtotal, ...rows.slice(-1)]),
    );
  });

  it('shows edits in several rows before it makes them', async () => {
    await server.open(URI, FAULTY);
    const start = placeOf(FAULTY, '行政事业单位离退休');
    const actions = await server.ask<CodeAction[]>('codeAction', URI, {
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    const all = actions.find(({ title }) => title.includes('3 处'));
    assertReviewed(all?.edit);
  });

  it('hovers with the figures of the document', async () => {
    await server.open(URI, GUIYANG);
    const hover = await ask<Hover | null>('hover', placeOf(GUIYANG, '2010301', 3));
    assert.ok(hover && MarkupContent.is(hover.contents));
    const { value } = hover.contents;
    assert.match(value, /本文件中：/);
    assert.match(value, /2022年部门收入总体情况表：330\\?\.56 万元（第 41 行）/);
    assert.match(value, /2022年一般公共预算支出情况表：330\\?\.39 万元（第 126 行）/);
  });

  it('hovers over a code that is not in the catalogue, and over a name in a sentence', async () => {
    const text = `${FAULTY}1.社会保障和就业支出5.00万元。\n`.replace(
      '2101109	其他行政事业单位医疗支出',
      '2101188	本地事务',
    );
    await server.open(URI, text);
    const textAt = async (position: Position): Promise<string> => {
      const hover = await ask<Hover | null>('hover', position);
      assert.ok(hover && MarkupContent.is(hover.contents));
      return hover.contents.value;
    };
    const unknown = await textAt(placeOf(text, '本地事务', 2));
    assert.match(unknown, /^### 2101188 本地事务\n/);
    assert.match(unknown, /210 卫生健康支出 › 21011 行政事业单位医疗/);
    assert.match(
      await textAt(placeOf(text, '社会保障和就业支出5', 2)),
      /- 文字说明：5\\?\.00 万元（第 13 行）/,
    );
  });

  it('mends and completes names where columns are told by their places', async () => {
    const aligned = `2022年一般公共预算支出表
单位：万元

科目编码    科目名称                          合计
201         一般公共服务支出                  6.00
20103       政府办公厅（室）及相关机构事务    6.00
2010301     行政运行费                        6.00
`;
    await server.open(URI, aligned);
    const fix = await fixAt(aligned, '行政运行费', '行政运行');
    assert.equal(applyEdits(aligned, editsOf(fix)), aligned.replace('行政运行费', '行政运行  '));
    const begun = marked(`${aligned}2010302 ‸`);
    await server.change(URI, begun.text);
    const [item] = (await ask<CompletionList>('completion', begun.position)).items;
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    assert.equal(applyEdits(begun.text, [item.textEdit]), `${aligned}2010302     一般行政管理事务`);
  });

  it('completes, sorts and inserts in tables with commas', async () => {
    const rows = ['201,一般公共服务支出,8.00', '20103,政府办公厅（室）及相关机构事务,5.00'];
    const text = `2022年一般公共预算支出表
单位：万元
科目编码,科目名称,合计
${rows.join('\n')}
2010302,一般行政管理事务,2.00
2010301,行政运行,3.00
2010501,行政运行,3.00
`;
    await server.open(URI, text);
    assert.ok((await fixAt(text, '2010301', '按编码排序')) !== undefined);
    const inserted = await fixAt(text, '2010501', '插入');
    assert.equal(
      applyEdits(text, editsOf(inserted)),
      text.replace('2010501', '20105,统计信息事务,3.00\n2010501'),
    );
    const begun = marked(`${text}jgfw‸`);
    await server.change(URI, begun.text);
    const list = await ask<CompletionList>('completion', begun.position);
    const item = list.items.find(({ label }) => label === '2010503 机关服务');
    assert.ok(item?.textEdit && 'range' in item.textEdit, list.items.map(({ label }) => label).join());
    assert.equal(applyEdits(begun.text, [item.textEdit]), `${text}2010503,机关服务`);
  });

  it('completes by pinyin, and writes the name beside the code', async () => {
    const { text, position } = marked(
      GUIYANG.replace('2010302	一般行政管理事务	2', 'jgfw‸\n2010302	一般行政管理事务	2'),
    );
    await server.open(URI, text);
    const list = await ask<CompletionList>('completion', position);
    const [item] = list.items;
    assert.equal(item?.label, '2010303 机关服务');
    assert.ok(item.textEdit && 'range' in item.textEdit);
    assert.ok(applyEdits(text, [item.textEdit]).includes('2010303	机关服务\n2010302'));
  });

  it('completes the name behind a code, and in prose the name with its code and amount', async () => {
    const named = marked(GUIYANG.replace('2010302	一般行政管理事务	2', '2010302	‸	2'));
    await server.open(URI, named.text);
    const [name] = (await ask<CompletionList>('completion', named.position)).items;
    assert.equal(name?.label, '一般行政管理事务');
    const prose = marked(`${MENDED}1.社会保障和就业支出‸`);
    await server.change(URI, prose.text);
    const list = await ask<CompletionList>('completion', prose.position);
    const item = list.items.find(({ label }) => label.includes('5.00'));
    assert.ok(item?.textEdit && 'range' in item.textEdit, list.items.map(({ label }) => label).join());
    const after = applyEdits(prose.text, [item.textEdit]).split('\n').at(-1);
    assert.equal(after, '1.社会保障和就业支出（208）5.00万元');
  });

  it('goes to the main row, lists and marks the places', async () => {
    await server.open(URI, GUIYANG);
    const position = placeOf(GUIYANG, '2010301', 3);
    const definition = await ask<Location | null>('definition', position);
    assert.equal(definition?.range.start.line, 125);
    const references = await ask<Location[]>('references', position, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(({ range }) => range.start.line + 1),
      GUIYANG.split('\n').flatMap((line, index) => (line.startsWith('2010301') ? index + 1 : [])),
    );
    const marks = await ask<DocumentHighlight[]>('documentHighlight', position);
    assert.equal(marks.length, 2 * references.length);
  });

  it('renames a code with its name, and refuses what is no code', async () => {
    await server.open(URI, MENDED);
    const position = placeOf(MENDED, '20805', 2);
    const prepared = await ask<{ placeholder: string } | null>('prepareRename', position);
    assert.equal(prepared?.placeholder, '20805 行政事业单位养老支出');
    const edit = await ask<WorkspaceEdit>('rename', position, { newName: '20801' });
    assert.equal(
      applyEdits(MENDED, editsOf(edit)),
      MENDED.replace('20805	行政事业单位养老支出', '20801	人力资源和社会保障管理事务'),
    );
    const twice = placeOf(MENDED, '2080505', 2);
    const everywhere = await ask<WorkspaceEdit>('rename', twice, { newName: '2080502' });
    assert.equal(
      applyEdits(MENDED, editsOf(everywhere)),
      MENDED.replace('2080505	机关事业单位基本养老保险缴费支出', '2080502	事业单位离退休').replace(
        '职业年金缴费支出（2080505）',
        '职业年金缴费支出（2080502）',
      ),
    );
    assertReviewed(everywhere);
    await assert.rejects(ask('rename', position, { newName: '9' }), /不是科目编码/);
  });

  it('finds codes and tables in all open documents', async () => {
    await server.open(URI, FAULTY);
    await server.open('file:///budget/b.budget.txt', GUIYANG);
    const symbols: WorkspaceSymbol[] = await server.connection.sendRequest('workspace/symbol', {
      query: '2080505',
    });
    assert.deepEqual(
      symbols.map(({ name, location }) => [name, location.uri]),
      [
        ['2080505 机关事业单位基本养老保险缴费支出', URI],
        ['2080505 机关事业单位基本养老保险缴费支出', 'file:///budget/b.budget.txt'],
      ],
    );
  });

  it('looks codes up for any text, with and without a document', async () => {
    await server.open(URI, FAULTY);
    const lookUp = (text: string, uri?: string) =>
      server.connection.sendRequest<{ code: string; name: string; path: string }[]>(
        'budgetDisclosure/lookUpCode',
        { text, ...(uri !== undefined && { uri }) },
      );
    for (const uri of [undefined, URI, 'file:///nowhere']) {
      const [found] = await lookUp('gwjd', uri);
      assert.deepEqual([found?.code, found?.name, found?.path], ['30217', '公务接待费', '商品和服务支出']);
    }
    assert.equal((await lookUp('')).length, 50);
    assert.deepEqual(await lookUp('没有这个科目'), []);
  });
});
