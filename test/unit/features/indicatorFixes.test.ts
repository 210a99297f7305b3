import assert from 'node:assert/strict';
import { type CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { codeActionsAt } from '#server/features/codeActions.ts';
import { analysisOf, applyEdits, featureContext } from '../../support/features.ts';
import { placeOf } from '../../support/marked.ts';

const DOCUMENT = { uri: 'file:///a.budget.txt', version: 3 };

/** The quick fixes at the first place of a text, titles as keys, without those that silence. */
function fixesAt(text: string, needle: string): ReadonlyMap<string, CodeAction> {
  const place = placeOf(text, needle, 1);
  const actions = codeActionsAt(
    analysisOf(text),
    { start: place, end: place },
    ['quickfix'],
    DOCUMENT,
    featureContext({}),
  );
  return new Map(
    actions.filter(({ title }) => !title.includes('忽略')).map((action) => [action.title, action]),
  );
}

function applied(text: string, action: CodeAction | undefined): string {
  assert.ok(action?.edit, 'no such action');
  const changes = action.edit.documentChanges?.filter(TextDocumentEdit.is) ?? [];
  const edits = changes.flatMap((change) => change.edits).filter((edit) => 'newText' in edit);
  return applyEdits(text, [...edits, ...(action.edit.changes?.[DOCUMENT.uri] ?? [])]);
}

const HEAD = '项目支出绩效目标表\n单位：万元\n\n一级指标\t二级指标\t三级指标\t指标值\n';

describe('fixes of indicators', () => {
  const form = `${HEAD}产出指标\t数量指标\t指标1：维护系统数量\t≥5个
\t\t指标2：\t……
\t\t指标3：\t……
\t质量指标\t指标1：系统故障修复率\t≥95%
\t时效指标\t指标1：……\t
效益指标\t社会效益指标\t指标1：业务中断次数\t≤3次
`;

  it('remove the row of a form that was not filled in, or all such rows of the table', () => {
    const fixes = fixesAt(form, '指标2：');
    assert.deepEqual([...fixes.keys()], ['删去此行', '删去本表没有填写的 2 行']);
    assert.equal(applied(form, fixes.get('删去此行')), form.replace('\t\t指标2：\t……\n', ''));
    assert.equal(
      applied(form, fixes.get('删去本表没有填写的 2 行')),
      form.replace('\t\t指标2：\t……\n', '').replace('\t\t指标3：\t……\n', ''),
    );
  });

  it('leave a row that carries a heading', () => {
    assert.deepEqual([...fixesAt(form, '指标1：……').keys()], []);
  });

  it('remove a row that is the last line', () => {
    const text = `${HEAD}产出指标\t数量指标\t指标1：维护系统数量\t≥5个\n\t\t指标2：\t……`;
    assert.equal(
      applied(text, fixesAt(text, '指标2：').get('删去此行')),
      `${HEAD}产出指标\t数量指标\t指标1：维护系统数量\t≥5个`,
    );
  });

  it('move an indicator of satisfaction under its heading', () => {
    const text = `${HEAD}产出指标\t质量指标\t设备验收合格率\t≥98%
效益指标\t社会效益指标\t提高办事效率\t≥20%
\t\t群众办事满意度\t≥90%
满意度指标\t服务对象满意度指标\t使用科室满意度\t≥95%
`;
    const row = '\t\t群众办事满意度\t≥90%\n';
    assert.equal(
      applied(text, fixesAt(text, '群众办事满意度').get('移到“服务对象满意度指标”之下')),
      `${text.replace(row, '')}${row}`,
    );
  });

  it('give a row that prints its headings those of the group it is moved to', () => {
    const text = `${HEAD}产出指标\t质量指标\t设备验收合格率\t≥98%
效益指标\t社会效益指标\t群众办事满意度\t≥90%
满意度指标\t服务对象满意度指标\t使用科室满意度\t≥95%
`;
    const fix = fixesAt(text, '群众办事满意度').get('移到“服务对象满意度指标”之下');
    assert.equal(
      applied(text, fix),
      `${HEAD}产出指标\t质量指标\t设备验收合格率\t≥98%
满意度指标\t服务对象满意度指标\t使用科室满意度\t≥95%
满意度指标\t服务对象满意度指标\t群众办事满意度\t≥90%
`,
    );
  });

  it('do not move a row whose heading other rows stand under, nor where no group is to move to', () => {
    const below = `${HEAD}效益指标\t社会效益指标\t群众办事满意度\t≥90%
\t\t提高办事效率\t≥20%
满意度指标\t服务对象满意度指标\t使用科室满意度\t≥95%
`;
    const alone = `${HEAD}效益指标\t社会效益指标\t提高办事效率\t≥20%\n\t\t群众办事满意度\t≥90%\n`;
    for (const text of [below, alone]) assert.deepEqual([...fixesAt(text, '群众办事满意度').keys()], []);
  });

  it('scale weights to the nearest sum that is allowed', () => {
    const text = `部门整体绩效目标表

| 指标名称 | 指标权重 | 计量单位 | 指标性质 | 指标值 |
|---|---|---|---|---|
| 办理事项数 | 30 | 件 | ≥ | 200 |
| 按时办结率 | 25 | % | ≥ | 90 |
| 服务对象满意度 | 30 | % | ≥ | 95 |
`;
    // 85 is as near to 80 as to 90; the larger is taken: 31.76, 26.47 and 31.76 rounded to a sum of 90.
    const fix = fixesAt(text, '30').get('按比例调整各项权重，合计 90');
    assert.equal(
      applied(text, fix),
      text.replace('数 | 30', '数 | 32').replace('| 25 |', '| 26 |').replace('满意度 | 30', '满意度 | 32'),
    );
  });
});
