import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LanguageServer } from '../support/languageServer.ts';
import { encodeGb18030 } from '../unit/cli/encode.ts';

const URI = 'file:///budget/a.budget.txt';

describe('language server: a catalogue of the user’s', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-catalogue-'));
  const path = join(folder, 'own.jsonl');
  const OWN = `2022年一般公共预算支出表
科目编码	科目名称	合计
201	一般公共服务支出	5.00
20103	政府办公厅（室）及相关机构事务	5.00
2010301	行政运行	3.00
2010360	数字政府	2.00
`;
  let server: LanguageServer;
  afterEach(() => server.kill());
  after(() => rmSync(folder, { recursive: true }));

  async function rules(): Promise<unknown[]> {
    const report = await server.pull(URI);
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  }

  it('is laid over ours, and looked at again when a document is opened', async () => {
    writeFileSync(path, '{"code":"2010360","name":"数字政府"}\n');
    server = await LanguageServer.start({ initializationOptions: { catalogue: [path] } });
    await server.open(URI, OWN);
    assert.deepEqual(await rules(), []);
    writeFileSync(path, '{"code":"2010361","name":"数字政府"}\n');
    await server.open('file:///budget/other.budget.txt', '');
    for (let wait = 0; wait < 200 && server.refreshes === 0; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.deepEqual(await rules(), ['code-unknown']);
    assert.deepEqual(server.logged, []);
  });

  it('that cannot be read is reported, and ours is used', async () => {
    server = await LanguageServer.start({ initializationOptions: { catalogue: [join(folder, 'nowhere')] } });
    await server.open(URI, OWN);
    assert.deepEqual(await rules(), ['code-unknown']);
    assert.match(server.shown.join(), /读不出来：文件不存在$/);
  });

  it('is read in whatever encoding it is in, as by the terminal', async () => {
    writeFileSync(path, encodeGb18030('{"code":"2010360","name":"数字政府"}\n'));
    server = await LanguageServer.start({ initializationOptions: { catalogue: [path] } });
    await server.open(URI, OWN);
    assert.deepEqual(await rules(), []);
    assert.deepEqual(server.shown, []);
  });
});
