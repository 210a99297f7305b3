import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { hoverAt } from '#server/features/hover.ts';
import { definitionAt, highlightsAt, referencesAt } from '#server/features/navigation.ts';
import { completionsAt } from '../../support/completions.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';

const VEHICLES = `表9 国有资产占用情况表

行次	项目	数量（辆）
1	车辆数合计（辆）	11
2	机要通信用车	2
3	应急保障用车	3
4	执法执勤用车	5
5	其他用车	1
`;
const POSTS = `人员编制情况表
单位：人
单位名称	编制人数			在职人数		
	合计	行政编制	事业编制	合计	行政	事业
某某县财政局	43	40	3	41	38	3
`;

/** The lines that are shown for the number under the cursor; none where nothing is. */
function shown(textWithCursor: string): readonly string[] {
  const { text, position } = marked(textWithCursor);
  const hover = hoverAt(analysisOf(text), position, featureContext({ markdownHover: false }));
  if (!hover) return [];
  assert.ok(MarkupContent.is(hover.contents));
  return hover.contents.value.split('\n').filter((line) => line !== '');
}

/** The numbers that a definition and references lead to. */
function ledTo(textWithCursor: string): { readonly definition: string[]; readonly references: string[] } {
  const { text, position } = marked(textWithCursor);
  const analysis = analysisOf(text);
  const lines = text.split('\n');
  const textsOf = (found: ReturnType<typeof referencesAt>) =>
    found.map(({ range: { start, end } }) => lines[start.line]?.slice(start.character, end.character) ?? '');
  const definition = [definitionAt(analysis, position, 'file:///a', featureContext()) ?? []].flat();
  const references = referencesAt(analysis, position, false, 'file:///a', featureContext());
  return { definition: textsOf(definition), references: textsOf(references) };
}

describe('numbers of posts, people and vehicles', () => {
  it('show how many they are and what they are the sum of, and no money', () => {
    assert.deepEqual(shown(VEHICLES.replace('11', '1‸1')), [
      '11',
      '表9 国有资产占用情况表',
      '车辆数合计(辆) · 数量(辆)',
      '核对：',
      '- 所列各项之和 = 机要通信用车 2 + 应急保障用车 3 + 执法执勤用车 5 + 其他用车 1 = 11 ✓',
    ]);
    assert.deepEqual(shown(POSTS.replace('43', '4‸3')).slice(2), [
      '某某县财政局 · 编制人数 › 合计',
      '核对：',
      '- 各分栏之和 = 编制人数 › 行政编制 40 + 编制人数 › 事业编制 3 = 43 ✓',
    ]);
  });

  it('show how far a total is off, and what a part counts towards', () => {
    const wrong = VEHICLES.replace('11', '14');
    assert.ok(shown(wrong.replace('14', '1‸4')).at(-1)?.endsWith('= 11 ✗ 相差 3'));
    assert.deepEqual(shown(wrong.replace('保障用车	3', '保障用车	‸3')).slice(3), [
      '计入：',
      '- 车辆数合计(辆) 14 ✗ 相差 3',
    ]);
  });

  it('lead from a total to its parts, and back', () => {
    assert.deepEqual(ledTo(VEHICLES.replace('11', '1‸1')), {
      definition: ['2', '3', '5', '1'],
      references: ['2', '3', '5', '1'],
    });
    assert.deepEqual(ledTo(POSTS.replace('41', '4‸1')).definition, ['38', '3']);
    assert.deepEqual(ledTo(POSTS.replace('40', '4‸0')), { definition: [], references: ['43'] });
    const { text, position } = marked(POSTS.replace('43', '4‸3'));
    assert.equal(highlightsAt(analysisOf(text), position, featureContext()).length, 3);
  });

  it('are offered where the total is empty', () => {
    const empty = VEHICLES.replace('11', '‸');
    assert.deepEqual(completionsAt(empty).labels, ['11']);
    assert.equal(completionsAt(empty).accept('11'), VEHICLES);
    assert.deepEqual(completionsAt(POSTS.replace('41', '‸')).labels, ['41']);
    assert.deepEqual(completionsAt(POSTS.replace('40', '‸')).labels, []);
  });

  it('show nothing where no sum speaks of them, nor do numbers of lines', () => {
    assert.deepEqual(shown(VEHICLES.replace('3	应急', '‸3	应急')), []);
    const bought = '政府采购预算表\n单位：万元\n采购项目	数量	单价	金额\n台式计算机	1‸2	0.50	6.00\n';
    assert.deepEqual(shown(bought), []);
    assert.equal(shown(bought.replace('1‸2', '12').replace('6.00', '6‸.00'))[0], '6.00 万元 = 60,000 元');
  });
});
