import assert from 'node:assert/strict';
import { createCatalogue } from '#core/catalogue/catalogue.ts';
import { nationalCatalogueData } from '#core/catalogue/data.ts';
import { codeEntrySchema } from '#core/catalogue/schema.ts';
import { readUserCatalogue } from '#core/catalogue/userCatalogue.ts';
import { dataText } from './dataFiles.ts';

describe('a catalogue of the user’s', () => {
  const own = `[
{"code":"201030101","name":"基本运行","explanation":"本省自设：基本的运行支出。"},
{"code":"2010360","name":"数字政府","from":2022},

{"code":"2010302","name":"一般行政管理","level":"项","confidence":"confirmed"}
]
`;

  it('needs a code and a name a line; brackets, commas and empty lines are as you like', () => {
    for (const text of [
      own,
      own.replace(/[[\]]\n/g, '').replace(/,$/gm, ''),
      `\ufeff${own.replaceAll('\n', '\r\n')}`,
    ]) {
      const { addition, problems } = readUserCatalogue(text);
      assert.deepEqual(problems, []);
      assert.equal(addition.codes?.functional?.length, 3);
    }
  });

  it('lies over the national one', () => {
    const catalogue = createCatalogue(nationalCatalogueData(), readUserCatalogue(own).addition);
    assert.equal(catalogue.judge('2010360', '数字政府', 2023).verdict, 'known');
    assert.equal(catalogue.judge('2010360', '数字政府', 2021).verdict, 'not-yet');
    assert.equal(catalogue.record('201030101')?.level, '目');
    assert.equal(catalogue.record('2010302')?.name, '一般行政管理');
    assert.equal(catalogue.explanation('201030101')?.zh, '本省自设：基本的运行支出。');
    assert.deepEqual(
      catalogue.search('szzf').map(({ code }) => code),
      ['2010360'],
    );
    assert.equal(catalogue.record('2010301')?.name, '行政运行');
  });

  it('may be one of our own files', () => {
    const { addition, problems } = readUserCatalogue(dataText('economic-department.json'));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      addition.codes?.['economic-department'],
      nationalCatalogueData().codes['economic-department'],
    );
  });

  it('says which lines cannot be used and why, and takes the others', () => {
    const { addition, problems } = readUserCatalogue(
      [
        '{"code":"2010360","name":"数字政府"}',
        '2010361 大数据',
        '{"code":"9010361","name":"大数据"}',
        '{"code":"2010362"}',
        '{"code":"2010363","name":"大数据","colour":"red"}',
        '{"code":"2010360","name":"大数据"}',
        '{"code":"2010364","name":"大数据","from":"2020"}',
        '[1,2]',
      ].join('\n'),
    );
    assert.equal(addition.codes?.functional?.length, 1);
    assert.deepEqual(problems, [
      { line: 2, reason: 'not-json', what: '' },
      { line: 3, reason: 'wrong-field', what: 'code' },
      { line: 4, reason: 'missing-field', what: 'name' },
      {
        line: 5,
        reason: 'unknown-field',
        what: 'colour',
        allowed: [...Object.keys(codeEntrySchema.shape), 'explanation'],
      },
      { line: 6, reason: 'twice', what: '2010360' },
      { line: 7, reason: 'wrong-field', what: 'from' },
      { line: 8, reason: 'not-a-record', what: '' },
    ]);
  });

  it('survives any text, and gives up on a file of another kind', () => {
    assert.equal(readUserCatalogue('x\n'.repeat(10_000)).problems.length, 100);
    for (const text of ['', '\0\ud800', '{'.repeat(100_000)]) assert.ok(readUserCatalogue(text));
  });
});
