import assert from 'node:assert/strict';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { CATALOGUE_FILES, INDICATOR_FILES } from '#server/fileKinds.ts';
import type { ReadResult } from '#server/readText.ts';
import { type FileReport, UserFiles } from '#server/userFiles.ts';
import { WORDS } from '#server/words.ts';

const FOLDER = '/budget/';

describe('catalogues of the settings', () => {
  const files = new Map<string, string>();
  const reports: FileReport[] = [];
  const read = async (path: string, folder: string | undefined): Promise<ReadResult> => {
    const text = files.get(`${folder ?? ''}${path}`);
    return text === undefined ? { problem: { kind: 'missing' } } : { text };
  };
  const catalogues = () => new UserFiles(CATALOGUE_FILES, read, (each) => reports.push(...each));

  beforeEach(() => {
    files.clear();
    reports.length = 0;
    files.set('/budget/own.jsonl', '{"code":"2010360","name":"数字政府"}');
    files.set('/budget/more.jsonl', '{"code":"2010360","name":"数字政务"}');
  });

  it('are ours where none is named, or where there are no files', async () => {
    assert.equal(await catalogues().with([], FOLDER), nationalCatalogue());
    assert.equal(
      await new UserFiles(CATALOGUE_FILES, undefined, () => {}).with(['own.jsonl'], FOLDER),
      nationalCatalogue(),
    );
  });

  it('have the files laid over each other in their order, and stay the same object', async () => {
    const own = catalogues();
    const catalogue = await own.with(['own.jsonl', 'more.jsonl'], FOLDER);
    assert.equal(catalogue.record('2010360')?.name, '数字政务');
    assert.equal(await own.with(['own.jsonl', 'more.jsonl'], FOLDER), catalogue);
    assert.equal(await own.refresh(), false);
    assert.equal(await own.with(['own.jsonl', 'more.jsonl'], FOLDER), catalogue);
    assert.deepEqual(reports, []);
  });

  it('are read again when a file has changed', async () => {
    const own = catalogues();
    await own.with(['own.jsonl'], FOLDER);
    files.set('/budget/own.jsonl', '{"code":"2010360","name":"数字财政"}');
    assert.equal(await own.refresh(), true);
    assert.equal((await own.with(['own.jsonl'], FOLDER)).record('2010360')?.name, '数字财政');
  });

  it('are looked for in the folder of the document', async () => {
    files.set('/other/own.jsonl', '{"code":"2010360","name":"大数据管理"}');
    const own = catalogues();
    const named = async (folder: string) => (await own.with(['own.jsonl'], folder)).record('2010360')?.name;
    assert.deepEqual([await named('/budget/'), await named('/other/')], ['数字政府', '大数据管理']);
  });

  it('are forgotten when no setting names them any more', async () => {
    const own = catalogues();
    await own.with(['gone.jsonl'], FOLDER);
    await own.with(['own.jsonl'], FOLDER);
    assert.equal(reports.length, 1);
    await own.keep([['own.jsonl'], []]);
    files.set('/budget/gone.jsonl', 'x');
    assert.equal(await own.refresh(), false);
    assert.equal(reports.length, 1);
  });

  it('report what cannot be read, once, and use the rest', async () => {
    files.set('/budget/own.jsonl', '{"code":"2010360","name":"数字政府"}\nx');
    const own = catalogues();
    const catalogue = await own.with(['nowhere.jsonl', 'own.jsonl'], FOLDER);
    assert.equal(catalogue.record('2010360')?.name, '数字政府');
    assert.equal(await own.refresh(), false);
    assert.deepEqual(
      reports.map((report) => WORDS['zh-cn'].fileReport(report)),
      [
        '文件 nowhere.jsonl 读不出来：文件不存在',
        '文件 own.jsonl 有 1 行不能使用：第 2 行不是一条完整的 JSON 记录：每条写在一行之内，引号、逗号、冒号用英文标点，如 {"name":"…"}',
      ],
    );
    assert.match(
      WORDS.en.fileReport(reports[1] ?? { path: '' }),
      /^1 line of the file own\.jsonl .*line 2 is no complete JSON record/,
    );
  });
});

describe('indicator files of the settings', () => {
  it('are laid over our library', async () => {
    const read = async () => ({
      text: '{"name":"窗口评价器使用率","category":"质量指标","units":["%"]}\n{"name":"x"}',
    });
    const reports: FileReport[] = [];
    const files = new UserFiles(INDICATOR_FILES, read, (each) => reports.push(...each));
    const library = await files.with(['own.jsonl'], FOLDER);
    assert.equal(library.all.length, nationalIndicators().all.length + 1);
    assert.equal(library.named('窗口评价器使用率')?.indicator.origin, 'own');
    assert.equal(await files.with([], FOLDER), nationalIndicators());
    assert.deepEqual(
      reports.map((report) => WORDS['zh-cn'].fileReport(report)),
      ['文件 own.jsonl 有 1 行不能使用：第 2 行缺少必填的 category'],
    );
  });
});
