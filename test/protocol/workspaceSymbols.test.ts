import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType, type WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { capabilities, LanguageServer, type StartOptions } from '../support/languageServer.ts';
import { encodeGb18030, encodeUtf8 } from '../unit/cli/encode.ts';

/** A disclosure of one table with one code. */
function disclosure(year: number, code: string, name: string): string {
  return `${year}年部门预算公开说明

${year}年一般公共预算支出表
单位：万元
科目编码	科目名称	合计
${code}	${name}	5.00
`;
}

describe('language server: symbols of a workspace', () => {
  let folder: string;
  let server: LanguageServer;
  beforeEach(() => {
    // Characters that are escaped in URIs, by some clients and not by others.
    folder = mkdtempSync(join(tmpdir(), '预算 (公开)-'));
  });
  afterEach(() => {
    assert.deepEqual(server.logged, []);
    server.kill();
    rmSync(folder, { recursive: true });
  });

  const start = async (options: StartOptions = {}): Promise<void> => {
    server = await LanguageServer.start({ folders: [pathToFileURL(folder).href], ...options });
  };

  function write(path: string, text: string | Uint8Array): string {
    const full = join(folder, path);
    mkdirSync(join(full, '..'), { recursive: true });
    writeFileSync(full, text);
    return pathToFileURL(full).href;
  }

  async function found(query: string): Promise<string[]> {
    const symbols = await server.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query });
    return symbols.map(
      ({ name, location: { uri } }) => `${decodeURIComponent(uri).split('/').at(-1)} ${name}`,
    );
  }

  const changed = (uri: string, type: FileChangeType = FileChangeType.Changed): Promise<void> =>
    server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

  it('are those of every disclosure on disk, in whatever encoding, and of no other file', async () => {
    write('今年.budget.txt', disclosure(2023, '2010301', '行政运行'));
    write('往年/2022 年.txt', encodeGb18030(disclosure(2022, '2010301', '行政运行')));
    write('买菜.txt', '买菜\n\n2010301\t行政运行\t3.00\n');
    write('node_modules/a/b.budget', disclosure(2023, '2010301', '行政运行'));
    write('.git/c.budget', disclosure(2023, '2010301', '行政运行'));
    await start();
    assert.deepEqual(await found('xzyx'), [
      '今年.budget.txt 2010301 行政运行',
      '2022 年.txt 2010301 行政运行',
    ]);
    assert.deepEqual(await found('2022年'), ['2022 年.txt 2022年一般公共预算支出表']);
  });

  it('follow the text in the editor before that on disk, under any spelling of its URI', async () => {
    const uri = write('(今年).budget', disclosure(2023, '2010301', '行政运行'));
    await start();
    const escaped = uri.replaceAll('(', '%28').replaceAll(')', '%29');
    await server.open(escaped, disclosure(2023, '2010350', '事业运行'));
    assert.deepEqual(await found('20103'), ['(今年).budget 2010350 事业运行']);
    await server.close(escaped);
    assert.deepEqual(await found('20103'), ['(今年).budget 2010301 行政运行']);
  });

  it('follow files that change, come and go, where the client watches them', async () => {
    const uri = write('a.budget', disclosure(2023, '2010301', '行政运行'));
    await start();
    assert.deepEqual(await found('20103'), ['a.budget 2010301 行政运行']);
    assert.ok(server.registered.includes('workspace/didChangeWatchedFiles'));

    write('a.budget', disclosure(2023, '2010302', '一般行政管理事务'));
    await changed(uri);
    assert.deepEqual(await found('20103'), ['a.budget 2010302 一般行政管理事务']);

    await changed(write('b.budget', disclosure(2022, '2010303', '机关服务')), FileChangeType.Created);
    assert.deepEqual(await found('2010303'), ['b.budget 2010303 机关服务']);

    rmSync(join(folder, 'a.budget'));
    await changed(uri, FileChangeType.Deleted);
    assert.deepEqual(await found('20103'), ['b.budget 2010303 机关服务']);
  });

  it('follow files that change where the client does not watch them', async () => {
    await start({ capabilities: { ...capabilities(), workspace: {} } });
    write('a.budget', disclosure(2023, '2010301', '行政运行'));
    assert.deepEqual(await found('20103'), ['a.budget 2010301 行政运行']);
    write('a.budget', disclosure(2023, '2010302', '一般行政管理事务'));
    assert.deepEqual(await found('20103'), ['a.budget 2010302 一般行政管理事务']);
    assert.deepEqual(server.registered, []);
  });

  it('follow folders that are added and removed', async () => {
    write('外面/a.budget', disclosure(2023, '2010301', '行政运行'));
    const uri = pathToFileURL(join(folder, '外面')).href;
    await start({ folders: [] });
    assert.deepEqual(await found('20103'), []);
    const change = (added: readonly string[], removed: readonly string[]): Promise<void> => {
      const named = (uris: readonly string[]) => uris.map((each) => ({ uri: each, name: each }));
      return server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: named(added), removed: named(removed) },
      });
    };
    await change([uri], []);
    assert.deepEqual(await found('20103'), ['a.budget 2010301 行政运行']);
    await change([], [uri]);
    assert.deepEqual(await found('20103'), []);
  });

  it('are read with the settings of their folder: its catalogue, and whether texts are looked at', async () => {
    write('own.jsonl', '{"code":"2010360","name":"数字政府"}');
    write('a.budget', disclosure(2023, '2010360', '数字政府'));
    write('b.txt', encodeUtf8(disclosure(2023, '2010301', '行政运行')));
    const own = pathToFileURL(folder).href;
    const configuration = (uri: string | undefined) =>
      uri === own ? { catalogue: ['own.jsonl'], detect: 'never' } : null;
    await start({ capabilities: capabilities({ configuration: true }), configuration });
    assert.deepEqual(await found('20103'), ['a.budget 2010360 数字政府']);
    assert.deepEqual(await found('szzf'), ['a.budget 2010360 数字政府']);
  });

  it('take the settings of their folder with them when it is removed', async () => {
    write('里面/a.budget', disclosure(2023, '2010301', '行政运行'));
    write('外面/b.budget', disclosure(2023, '2010301', '行政运行'));
    const [inside = '', outside = ''] = ['里面', '外面'].map(
      (name) => pathToFileURL(join(folder, name)).href,
    );
    const asked: (string | undefined)[] = [];
    const configuration = (uri: string | undefined) => {
      asked.push(uri);
      return null;
    };
    await start({
      folders: [outside, inside],
      capabilities: capabilities({ configuration: true }),
      configuration,
    });
    assert.equal((await found('20103')).length, 2);
    assert.deepEqual(asked, [outside, inside]);
    await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: outside, name: '外面' }] },
    });
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await found('20103'), ['a.budget 2010301 行政运行']);
    assert.deepEqual(asked.slice(2), [inside]);
  });
});
