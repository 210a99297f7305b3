import { strict as assert } from 'node:assert';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { findingMessage } from '#core/messages/language.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

const HEAD = `单位：万元
科目编码	科目名称	合计	基本支出	项目支出
`;

const FULL = `	合计	60.00	20.00	40.00
213	农林水支出	60.00	20.00	40.00
21303	水利	60.00	20.00	40.00
2130301	行政运行	20.00	20.00	
2130305	水利工程建设	27.50		27.50
2130314	防汛	12.50		12.50
`;

/** A row short: the sums of 21303 lack it in two columns. */
const SHORT = FULL.replace(/^2130314.*\n/m, '');

describe('relations: a missing row', () => {
  it('is one finding, which says what is missing and offers to change nothing', () => {
    const [finding, second] = errorsIn(`2024年部门支出总表\n${HEAD}${SHORT}`);
    assert.ok(finding && !second);
    assert.deepEqual(finding.fixes, []);
    assert.match(findingMessage(LANGUAGES['zh-cn'], finding), /^疑漏一行 12\.50（21303xx）：/);
    assert.match(findingMessage(LANGUAGES.en, finding), /^A row of 12\.50 \(21303xx\) seems to be missing: /);
  });

  it('is named where another table has it', () => {
    const text = `2024年部门支出总表\n${HEAD}${SHORT}\n2024年一般公共预算支出表\n${HEAD}${FULL}`;
    const messages = errorsIn(text).map((finding) => findingMessage(LANGUAGES['zh-cn'], finding));
    assert.ok(messages.some((message) => message.startsWith('疑漏一行 12.50（2130314 防汛）：')));
  });

  it('is none where the row above may be wrong itself', () => {
    const wrong = FULL.replace('21303	水利	60.00', '21303	水利	66.00');
    const [finding, second] = errorsIn(`2024年部门支出总表\n${HEAD}${wrong}`);
    assert.ok(finding && !second);
    assert.equal(finding.fixes[0]?.edits[0]?.newText, '60.00');
  });
});

function errorsIn(text: string) {
  const options = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };
  return analyse(text, options).findings.filter(({ severity }) => severity === 'error');
}
