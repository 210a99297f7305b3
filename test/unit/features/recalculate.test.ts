import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocumentEdit } from 'vscode-languageserver';
import type { ClientSupport } from '#server/clientSupport.ts';
import { recalculationAt } from '#server/features/recalculate.ts';
import { ONE_CELL_FAULT, SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf, applyEdits, featureContext } from '../../support/features.ts';
import { readMarks } from '../../support/marks.ts';

/** A column that stands a row too high. */
const SLID = join(import.meta.dirname, '../../fixtures/slid-column/flagged-up.txt');

const DOCUMENT = { uri: 'file:///a.budget.txt', version: 3 };

function outcome(text: string, line = 5, client: Partial<ClientSupport> = {}) {
  return recalculationAt(analysisOf(text), { line, character: 0 }, DOCUMENT, featureContext(client));
}

/** The text after recalculation, or what is said instead. */
function recalculated(text: string, line?: number): string {
  const { edit, message } = outcome(text, line);
  if (!edit) return message;
  const changes = edit.documentChanges?.filter(TextDocumentEdit.is) ?? [];
  return applyEdits(
    text,
    changes.flatMap(({ edits }) => edits).filter((each) => 'newText' in each),
  );
}

describe('recalculating a table', () => {
  it('carries a changed leaf up through every total, by row and by column', () => {
    const changed = SOUND_TABLE.replace('行政单位离退休	20.00	20.00', '行政单位离退休	20.00	120.00');
    const expected = SOUND_TABLE.replace('行政单位离退休	20.00	20.00', '行政单位离退休	120.00	120.00')
      .replace('养老支出	50.00	50.00', '养老支出	150.00	150.00')
      .replace('就业支出	50.00	50.00', '就业支出	150.00	150.00')
      .replace('合计	350.00	150.00', '合计	450.00	250.00');
    assert.equal(recalculated(changed), expected);
  });

  it('puts a wrong total right from anywhere in the table, its title included', () => {
    assert.equal(recalculated(ONE_CELL_FAULT, 0), SOUND_TABLE);
    assert.equal(recalculated(ONE_CELL_FAULT, 11), SOUND_TABLE);
  });

  it('says that there is nothing to change', () => {
    assert.equal(recalculated(SOUND_TABLE), '本表各合计数均与其各项相符，无需修改。');
  });

  it('leaves a difference within rounding as it is printed', () => {
    const rounded = SOUND_TABLE.replace('合计	350.00', '合计	350.01');
    assert.equal(recalculated(rounded), '本表各合计数均与其各项相符，无需修改。');
  });

  it('does not carry a rounding up that was there before', () => {
    // The total row was rounded up; the 类 below it is wrong. Once that is right, the total agrees again.
    const rounded = SOUND_TABLE.replace('合计	350.00', '合计	350.01');
    const wrong = rounded.replace('一般公共服务支出	300.00	100.00', '一般公共服务支出	390.00	100.00');
    assert.equal(recalculated(wrong), rounded);
  });

  it('is shown before it is made, as one change, where the client can', () => {
    const { edit } = outcome(ONE_CELL_FAULT);
    const [annotation] = Object.values(edit?.changeAnnotations ?? {});
    assert.deepEqual(annotation, { label: '重新计算本表', needsConfirmation: true });
    const plain = outcome(ONE_CELL_FAULT, 5, { changeAnnotations: false, versionedEdits: false }).edit;
    assert.equal(plain?.changes?.[DOCUMENT.uri]?.length, 1);
  });

  it('refuses politely: outside tables, in a table that was misread, where a figure is damaged', () => {
    assert.equal(recalculated(`前言\n\n${SOUND_TABLE}`, 0), '没有重新计算：请把光标放在表格中。');
    const dropped =
      '2022年部门支出表\n单位：万元\n201	一般公共服务支出	300.00	100.00	200.00\n2010301	行政运行	100.00	100.00\n2010302	其他	200.00\n';
    assert.equal(recalculated(dropped, 2), '没有重新计算：本表未能可靠识别，改动可能有误。');
    const damaged = ONE_CELL_FAULT.replace('行政运行	100.00', '行政运行	1O0.00');
    assert.equal(recalculated(damaged), '没有重新计算：第 6 行的“1O0.00”不是可以相加的数字，请先改正。');
    const slid = readMarks(readFileSync(SLID, 'utf8')).text;
    assert.equal(recalculated(slid), '没有重新计算：本表有一栏数字错行，请先改正。');
    const list = '2022年项目支出表\n单位：万元\n项目名称	金额\n设备购置	12.00\n房屋维修	3.00\n';
    assert.equal(recalculated(list, 3), '没有重新计算：本表中没有识别出合计关系。');
  });
});
