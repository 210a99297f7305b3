import { strict as assert } from 'node:assert';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

/** The 合计 of 2010301 is wrong in the first table; which of its figures is, the second one shows. */
const TEXT = [
  '某某局2024年部门预算',
  '',
  '部门支出总表',
  '单位：万元',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '201\t一般公共服务支出\t5188.13\t4264.58\t923.55',
  '20103\t政府办公厅（室）及相关机构事务\t5188.13\t4264.58\t923.55',
  '2010301\t行政运行\t4364.58\t4264.58\t',
  '2010302\t一般行政管理事务\t923.55\t\t923.55',
  '合计\t\t5188.13\t4264.58\t923.55',
  '',
  '一般公共预算支出表',
  '单位：万元',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '201\t一般公共服务支出\t5188.13\t4264.58\t923.55',
  '20103\t政府办公厅（室）及相关机构事务\t5188.13\t4264.58\t923.55',
  '2010301\t行政运行\t4264.58\t4264.58\t',
  '2010302\t一般行政管理事务\t923.55\t\t923.55',
  '合计\t\t5188.13\t4264.58\t923.55',
].join('\n');

describe('the causes of what fails, after an edit', () => {
  const before = analyse(TEXT, OPTIONS);

  it('are the very same where other tables answer as they did', () => {
    const [cause, ...others] = before.relations.causes;
    assert.ok(cause && others.length === 0);
    const title = editedIn(before, '一般公共预算支出表', '一般公共预算支出情况表');
    assert.equal(title.relations.causes[0], cause);
    assert.equal(editedIn(before, '\n\n', '\n\n\n').relations.causes[0], cause, 'lines were inserted above');
  });

  it('are found anew where another table says something else of a figure', () => {
    const second = TEXT.lastIndexOf('2010301\t行政运行\t4264.58');
    const text = `${TEXT.slice(0, second)}${TEXT.slice(second).replaceAll('4264.58', '4364.58')}`;
    const after = analyse(text, OPTIONS, before);
    assert.notEqual(after.relations.causes[0], before.relations.causes[0]);
    assert.deepEqual(after.findings, analyse(text, OPTIONS).findings);
  });
});

/** Another analysis, with some words of the text replaced where they stand first. */
function editedIn(before: Analysis, words: string, others: string): Analysis {
  return analyse(before.text.replace(words, others), OPTIONS, before);
}
