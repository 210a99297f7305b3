import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analysisOf, applyEdits } from '../../support/features.ts';

const yuan = (cents: number) => (cents / 100).toFixed(2);

/** Items of one 款, each of one kind of expenditure alone, with their sums. `blank`: the item whose own figure is left out. */
function table(basic: readonly number[], project: readonly number[], blank?: number): string {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const [ofBasic, ofProject] = [sum(basic), sum(project)];
  const items = [
    ...basic.map((value) => ({ value, isBasic: true })),
    ...project.map((value) => ({ value, isBasic: false })),
  ].map(({ value, isBasic }, index) => {
    const own = index === blank ? '' : yuan(value);
    const columns = isBasic ? [own, ''] : ['', own];
    return [
      `20501${String(index + 1).padStart(2, '0')}`,
      `事务${'甲乙丙丁戊己庚辛'[index]}`,
      yuan(value),
      ...columns,
    ];
  });
  const whole = [yuan(ofBasic + ofProject), yuan(ofBasic), yuan(ofProject)];
  return [
    ['一般公共预算支出表'],
    ['单位：万元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', ...whole],
    ['205', '教育支出', ...whole],
    ['20501', '教育管理事务', ...whole],
    ...items,
  ]
    .map((cells) => cells.join('\t'))
    .join('\n')
    .concat('\n');
}

const errorsIn = (text: string) =>
  analysisOf(text).findings.filter(({ rule }) => /sum|row|numbered/.test(rule) && rule !== 'row-name');

const AMOUNTS = fc.uniqueArray(fc.integer({ min: 1_000, max: 9_000_000 }), { minLength: 3, maxLength: 4 });

describe('a figure that was left out', () => {
  it('is the one error, and its fix writes what stood there', () => {
    fc.assert(
      fc.property(AMOUNTS, AMOUNTS, fc.nat(5), (basic, project, drawn) => {
        const right = table(basic, project);
        assert.deepEqual(errorsIn(right), []);
        const wrong = table(basic, project, drawn % (basic.length + project.length));
        const [finding, ...others] = errorsIn(wrong);
        assert.deepEqual(others, []);
        const fix = finding?.fixes.find(({ preferred }) => preferred);
        assert.ok(fix);
        assert.equal(applyEdits(wrong, [...fix.edits]), right);
      }),
    );
  });
});
