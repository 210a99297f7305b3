import assert from 'node:assert/strict';
import { codeLensesOf } from '#server/features/codeLenses.ts';
import { figureReferencesAt } from '#server/features/figureNavigation.ts';
import { hoverAt } from '#server/features/hover.ts';
import { inlayHintsIn } from '#server/features/inlayHints.ts';
import { analysisOf, featureContext } from '../../support/features.ts';
import { placeOf } from '../../support/marked.ts';

const FORM = `2023年项目支出绩效目标表

项目名称\t窗口服务能力提升
资金总额（万元）\t165.50
财政资金\t165.50
其他资金\t
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t办理事项\t≥600件\t20
\t质量指标\t事项办结率\t≥90%\t20
成本指标\t经济成本指标\t培训费\t≤65万元\t10
\t\t物业管理费\t≤61.5万元\t5
\t\t设备维护费\t≤39万元\t5
效益指标\t社会效益指标\t群众政策知晓率\t≥85%\t20
满意度指标\t服务对象满意度指标\t办事群众满意度\t≥92%\t10

以上目标经集体研究确定。
`;
/** The sources of the money, the weights, a limit for each cost and the sum of the costs. */
const RELATIONS = 1 + 1 + 3 + 1;

const context = featureContext({}, 'zh-cn', { inlayHints: true });

function lensOf(text: string): string | undefined {
  return codeLensesOf(analysisOf(text), 'file:///a.budget.txt', context)[0]?.command?.title;
}

function hoverOn(text: string, needle: string): string {
  const hover = hoverAt(analysisOf(text), placeOf(text, needle, 1), context);
  assert.ok(hover && typeof hover.contents === 'object' && 'value' in hover.contents, needle);
  return hover.contents.value;
}

function rulesIn(text: string): readonly string[] {
  return analysisOf(text).findings.map(({ rule, range }) => `${rule}:${range.start.line}`);
}

function lineOf(needle: string): number {
  return FORM.split('\n').findIndex((line) => line.includes(needle));
}

describe('sums of indicators are relations', () => {
  it('are counted above the table', () => {
    assert.equal(lensOf(FORM), `勾稽 ${RELATIONS}/${RELATIONS} ✓`);
    assert.equal(lensOf(FORM.replace('≥92%\t10', '≥92%\t17')), `勾稽 ${RELATIONS - 1}/${RELATIONS} ✗`);
  });

  it('are told of a weight, which is no money', () => {
    const text = hoverOn(FORM, '20\n\t质量指标');
    assert.match(text, /^### 20\n/);
    assert.match(text, /办理事项 · 权重/);
    assert.match(text, /权重 90 ✓/);
    assert.doesNotMatch(text, /元/);
  });

  it('are told of a cost and of the money of the project', () => {
    const cost = hoverOn(FORM, '61.5万元');
    assert.match(cost, /61\\\.5 万元 = 615,000 元/);
    assert.match(cost, /- ≤ 资金总额\(万元\) 165\.50 ✓\n- 资金总额\(万元\) 165\.50 ✓/);
    const money = hoverOn(FORM, '165.50');
    assert.match(money, /成本指标 ≥ 物业管理费 61\.5 万元 ✓/);
    assert.match(
      money,
      /成本指标 = 培训费 65 万元 \+ 物业管理费 61\.5 万元 \+ 设备维护费 39 万元 = 165\.50? ✓/,
    );
  });

  it('stand beside the heading of the weights as a hint', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = inlayHintsIn(analysisOf(FORM), range, context);
    const heading = hints.find(({ position }) => position.line === lineOf('一级指标'));
    assert.equal(heading?.label, '= 90 ✓');
  });

  it('lead from a weight to the others', () => {
    const places = figureReferencesAt(
      analysisOf(FORM),
      placeOf(FORM, '20\n\t质量指标', 1),
      false,
      'file:///a',
    );
    assert.deepEqual(
      places.map(({ range }) => range.start.line),
      [lineOf('一级指标')],
    );
  });

  it('name the one weight that a slip explains, and mend it', () => {
    const [finding] = analysisOf(FORM.replace('≥92%\t10', '≥92%\t100')).findings;
    assert.equal(finding?.rule, 'indicator-weights');
    assert.equal(finding.range.start.line, lineOf('办事群众满意度'));
    assert.deepEqual(
      finding.fixes.map(({ action }) => action.kind),
      ['replace-amount', 'spread-weights'],
    );
  });

  it('take a printed 合计 for the total, and no indicator', () => {
    const total = FORM.replace('≥92%\t10\n', '≥92%\t20\n合计\t\t\t\t100\n');
    assert.deepEqual(rulesIn(total), []);
    assert.match(hoverOn(total, '20\n\t质量指标'), /权重 100 ✓/);
    assert.deepEqual(rulesIn(total.replace('≥85%\t20', '≥85%\t23')), [
      `indicator-weights:${lineOf('办理事项')}`,
    ]);
  });

  it('say one thing of one fault', () => {
    const dropped = FORM.replace('资金总额（万元）\t165.50', '资金总额（万元）\t15.50');
    assert.deepEqual(rulesIn(dropped), [`project-amount:${lineOf('资金总额')}`]);
    const moved = FORM.replace('≤61.5万元', '≤615万元');
    assert.deepEqual(rulesIn(moved), [`indicator-cost:${lineOf('物业管理费')}`]);
    const digit = FORM.replace('≤61.5万元', '≤67.5万元');
    assert.deepEqual(rulesIn(digit), [`indicator-cost:${lineOf('物业管理费')}`]);
  });
});
