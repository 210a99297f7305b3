import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

/** What the row of each bound amount is called, with its value. */
function namesOf(lines: readonly string[]): string[] {
  return readDisclosure(parse(lines.join('\n'))).tables.flatMap(({ table }) =>
    bindingsOf(table).flatMap(({ row, amount, certainty }) =>
      certainty === 'unknown' ? [] : `${row?.label} ${amount.value.toString()}`,
    ),
  );
}

const HEAD = ['部门支出表', '单位：万元', '科目编码 科目名称 金额', '201 一般公共服务支出 90.50'];

describe('names over lines in a flattened list of codes', () => {
  it('have their figures beside the last line', () => {
    const rows = ['20103 政府办公厅（室）', '及相关机构', '事务 90.50', '2010301 行政运行 90.50'];
    assert.deepEqual(namesOf([...HEAD, ...rows]), [
      '201一般公共服务支出 90.5',
      '20103政府办公厅(室)及相关机构事务 90.5',
      '2010301行政运行 90.5',
    ]);
  });

  it('have their figures beside their code, between the two lines', () => {
    const rows = ['民主党派及', '20128 90.50', '工商联事务', '2012801 行政运行 90.50'];
    assert.deepEqual(namesOf([...HEAD, ...rows]), [
      '201一般公共服务支出 90.5',
      '20128民主党派及工商联事务 90.5',
      '2012801行政运行 90.5',
    ]);
  });

  it('are none where other rows have no code: a row without one may stand below a code without figures', () => {
    const rows = ['20103 政府办公厅事务', '某某局本级 60.50', '2010301 行政运行 60.50', '某某中心 30.00'];
    assert.ok(namesOf([...HEAD, ...rows]).every((name) => !name.includes('事务某某局')));
  });

  it('are none where the line below is a body that the money is for', () => {
    const rows = ['20103 政府办公厅事务', '某某局本级 60.50', '2010301 行政运行 60.50'];
    assert.ok(namesOf([...HEAD, ...rows]).every((name) => !name.includes('事务某某局')));
  });

  it('are none where two rows could take the same line', () => {
    const rows = ['民主党派及', '20128 60.50', '工商联事务', '20129 30.00', '群众团体事务'];
    assert.deepEqual(
      namesOf([...HEAD, ...rows]).filter((name) => /工商联|群众/.test(name)),
      [],
    );
  });

  it('have their figures beside their level alone, or alone in a list without codes, and rows around them stay whole', () => {
    const figures = '90.50 0.00 90.50';
    const rows = [
      `208 社会保障和就业支出 ${figures}`,
      '行政事业单位养',
      `05 ${figures}`,
      '老支出',
      `合计 ${figures}`,
    ];
    const list = [...HEAD.slice(0, 2), '类 款 项 科目名称 合计 基本支出 项目支出', ...rows];
    assert.deepEqual(
      namesOf(list).filter((_, at) => at % 3 === 0),
      ['208社会保障和就业支出 90.5', '20805行政事业单位养老支出 90.5', '合计 90.5'],
    );
    const projects = ['项目名称 合计 基本支出 项目支出', '2+2综合窗口改', figures, '革经费'];
    const total = [`合计 ${figures}`];
    // What the project is called nobody knows for sure.
    assert.deepEqual(namesOf([...HEAD.slice(0, 2), ...projects, ...total]), [
      '合计 90.5',
      '合计 0',
      '合计 90.5',
    ]);
  });

  it('are those of a body that another row has whole, behind its code', () => {
    const figures = '90.50 0.00 90.50';
    const rows = ['003某某市政', figures, '务服务局', `003001某某市政务服务局本级 ${figures}`];
    const list = [...HEAD.slice(0, 2), '科目 合计 基本支出 项目支出', ...rows, `2013101行政运行 ${figures}`];
    assert.deepEqual(
      namesOf(list).filter((_, at) => at % 3 === 0),
      ['003某某市政务服务局 90.5', '003001某某市政务服务局本级 90.5', '2013101行政运行 90.5'],
    );
  });

  it('stand in front of their codes where others do', () => {
    const head = ['功能科目名称 功能科目编码 金额', '社会保障和就业支出 208 90.50'];
    const rows = ['行政事业单位养', '20805 90.50', '老支出', '事业单位离退休 2080502 90.50'];
    assert.deepEqual(namesOf([...HEAD.slice(0, 2), ...head, ...rows]), [
      '208社会保障和就业支出 90.5',
      '20805行政事业单位养老支出 90.5',
      '2080502事业单位离退休 90.5',
    ]);
  });
});
