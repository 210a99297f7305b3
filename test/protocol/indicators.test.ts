import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompletionList, type Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer.ts';
import { marked } from '../support/marked.ts';

const URI = 'file:///budget/a.budget.txt';

const TABLE = `2022年项目支出绩效目标批复表
项目名称		政务大厅改造项目			
绩效指标	一级指标	二级指标	三级指标	指标值	说明
	产出指标	数量指标	改造面积	≥4700平方米	
		质量指标	验收合格率	≥95%	
	效益指标	可持续发展指标	窗口评价器使用率	≥90%	
`;

describe('language server: indicators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-indicators-'));
  const path = join(folder, 'own.jsonl');
  let server: LanguageServer;
  afterEach(() => {
    assert.deepEqual(server.logged, []);
    server.kill();
  });
  after(() => rmSync(folder, { recursive: true }));

  async function hoverText(textWithCursor: string): Promise<string> {
    const { text, position } = marked(textWithCursor);
    await server.open(URI, text);
    const hover = await server.ask<Hover | null>('hover', URI, { position });
    if (!hover) return '';
    assert.ok(MarkupContent.is(hover.contents));
    return hover.contents.value;
  }

  async function labels(textWithCursor: string): Promise<readonly string[]> {
    const { text, position } = marked(textWithCursor);
    await server.open(URI, text);
    const list = await server.ask<CompletionList>('completion', URI, { position });
    return list.items.map(({ label }) => label);
  }

  it('hover on a name, a heading and an operator', async () => {
    server = await LanguageServer.start();
    assert.match(await hoverText(TABLE.replace('验收合格率', '验收‸合格率')), /验收合格数量 ÷ 验收总数量/);
    await server.close(URI);
    assert.match(
      await hoverText(TABLE.replace('可持续发展指标', '可持续‸发展指标')),
      /规范名称是“可持续影响指标”/,
    );
    await server.close(URI);
    assert.match(await hoverText(TABLE.replace('≥95%', '‸≥95%')), /不低于/);
  });

  it('completion of a value behind a name', async () => {
    server = await LanguageServer.start();
    const found = await labels(TABLE.replace('≥95%', '‸'));
    assert.deepEqual(found.slice(0, 2), ['≥95%', '≥90%']);
  });

  it('a library of the user’s', async () => {
    writeFileSync(
      path,
      '{"name":"窗口评价器使用率","category":"社会效益指标","units":["%"],"meaning":"用评价器评价的办件占比。"}\n',
    );
    server = await LanguageServer.start({ initializationOptions: { indicators: [path] } });
    assert.match(await hoverText(TABLE.replace('评价器使用率', '评价器‸使用率')), /用评价器评价的办件占比/);
  });

  it('a library that cannot be read is reported, and ours is used', async () => {
    writeFileSync(path, '{"name":"窗口评价器使用率"}\n');
    server = await LanguageServer.start({ initializationOptions: { indicators: [path] } });
    assert.match(await hoverText(TABLE.replace('验收合格率', '验收‸合格率')), /验收总数量/);
    assert.match(server.shown.join(), /第 1 行缺少必填的 category/);
    assert.equal(server.logged.length, 1);
    server.logged.length = 0;
  });
});
