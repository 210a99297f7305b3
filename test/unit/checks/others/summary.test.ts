import assert from 'node:assert/strict';
import { counterpartsOf, type DisclosureSummary } from '#core/checks/others/summary.ts';

function summary(organ: string, year: number, kind?: '部门' | '单位'): DisclosureSummary {
  return { organ, year, ...(kind && { kind }), totals: new Map() };
}

const DEPARTMENT = summary('青川县水利局', 2024, '部门');
const LAST_YEAR = summary('青川县水利局', 2023, '部门');
const BODIES = [summary('青川县水利局', 2024, '单位'), summary('青川县水库管理所', 2024, '单位')];

describe('summaries of other disclosures: who has something to say of one', () => {
  it('of a department: the year before, and the bodies of its year', () => {
    const later = summary('青川县水库管理所', 2025, '单位');
    const department = summary('青川县审计局', 2024, '部门');
    const others = [LAST_YEAR, ...BODIES, later, department, summary('青川县教育局', 2024)];
    assert.deepEqual(counterpartsOf(DEPARTMENT, others), [LAST_YEAR, ...BODIES]);
  });

  it('of a body: the year before of the body, neither its department nor bodies beside it', () => {
    const lastYear = summary('青川县水利局', 2023, '单位');
    const [office = lastYear, ...others] = BODIES;
    assert.deepEqual(counterpartsOf(office, [DEPARTMENT, LAST_YEAR, lastYear, ...others]), [lastYear]);
  });

  it('of what says neither 部门 nor 单位: nobody of its year', () => {
    const own = summary('青川县水利局', 2024);
    const lastYear = summary('青川县水利局', 2023);
    assert.deepEqual(counterpartsOf(own, [DEPARTMENT, ...BODIES, LAST_YEAR, lastYear]), [lastYear]);
  });
});
