import { strict as assert } from 'node:assert';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { isSlipOfName } from '#core/checks/text/organNames.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

/** How severe it is that a form names another body than the cover, 青川县水利局. */
function severities(reporting: string): string[] {
  const form = [
    '部门收入总表',
    `填报单位：${reporting}`,
    '单位：万元',
    '',
    '科目名称\t合计',
    '教育支出\t9.00',
  ];
  const text = ['青川县水利局2025年部门预算公开', '', ...form].join('\n');
  return analyse(text, { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() }).findings.flatMap(
    ({ rule, severity }) => (rule === 'organ-name' ? [severity] : []),
  );
}

describe('another body than that of the cover', () => {
  it('is a warning where its name was mistyped, and a remark where it may be that of another form', () => {
    assert.deepEqual(severities('青川县水制局'), ['warning']);
    assert.deepEqual(severities('青川县教育局'), ['information']);
    assert.deepEqual(severities('青川县水利局'), []);
  });
});

describe('a slip in the name of a body', () => {
  it('changes a character or two', () => {
    assert.ok(isSlipOfName('青川县水制局', '青川县水利局'));
    assert.ok(isSlipOfName('青州县水制局', '青川县水利局'));
    assert.ok(!isSlipOfName('青州市水制局', '青川县水利局'));
    assert.ok(!isSlipOfName('青州县水制局', '青川县水利局', 1));
  });

  it('leaves none out', () => {
    assert.ok(!isSlipOfName('青川水利局', '青川县水利局'));
  });

  it('is none where bodies are told apart by the character', () => {
    assert.ok(!isSlipOfName('青川县第二小学', '青川县第一小学'));
    assert.ok(!isSlipOfName('青川县城东街道', '青川县城西街道'));
    assert.ok(!isSlipOfName('青川县水利站', '青川县水利局'));
  });

  it('is none where a whole word is another, but where two characters were turned', () => {
    assert.ok(!isSlipOfName('青川县教育局', '青川县水利局'));
    assert.ok(isSlipOfName('青川县利水局', '青川县水利局'));
  });
});
