import assert from 'node:assert/strict';
import { LANGUAGES } from '#core/messages/messages.ts';
import { ruleNamed } from '#core/messages/ruleNames.ts';
import { RULE_IDS } from '#core/rules.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { readSilenceLine, silenceLine } from '#core/syntax/silenceLine.ts';
import { SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf } from '../../support/features.ts';

const FAULTY = SOUND_TABLE.replace('合计	350.00', '合计	360.00');
const REMARK = '［预算公开：忽略 row-sum 单位：元，2019年度，见收支总表］';

/** What is said of a text, and how much is not said. */
function said(text: string): { readonly rules: readonly string[]; readonly silenced: number } {
  const { findings, silenced } = analysisOf(text);
  return { rules: findings.map(({ rule }) => rule), silenced: silenced.length };
}

describe('a line that silences', () => {
  const parts = (line: string) => {
    const read = readSilenceLine(line);
    return read && [read.rule, read.reason, read.whole];
  };

  it('is a comment or a line in brackets, in full or half width', () => {
    for (const line of [
      '<!-- 预算公开: 忽略 row-sum 另有一栏 -->',
      '  <!--预算公开：忽略 row-sum：另有一栏-->  ',
      '# 预算公开：忽略 row-sum 另有一栏',
      '［预算公开：忽略 row-sum 另有一栏］',
      '[预算公开:忽略 row-sum, 另有一栏]',
      '【预算公开：忽略 row-sum　另有一栏】',
    ])
      assert.deepEqual(parts(line), ['row-sum', '另有一栏', false], line);
    assert.deepEqual(parts('［预算公开：忽略 全文 row-sum 口径］'), ['row-sum', '口径', true]);
    assert.deepEqual(parts('［预算公开：忽略全文 row-sum 口径］'), ['row-sum', '口径', true]);
    assert.deepEqual(parts('［预算公开：忽略 合计栏不符，另有一栏］'), ['合计栏不符', '另有一栏', false]);
    assert.deepEqual(parts('<!-- 预算公开: 忽略 全文 尾差 见说明 -->'), ['尾差', '见说明', true]);
  });

  it('may lack anything, and is told from content', () => {
    assert.deepEqual(parts('［预算公开：忽略］'), ['', '', false]);
    assert.deepEqual(parts('<!-- 预算公开: 忽略 row-sum -->'), ['row-sum', '', false]);
    for (const line of [
      '预算公开：忽略 row-sum 另有一栏',
      '# 预算公开：忽略不计的事项',
      '# 2022年预算公开',
      '<!-- 预算公开 -->',
      `［预算公开：忽略 row-sum ${'长'.repeat(600)}］`,
    ])
      assert.equal(readSilenceLine(line), undefined, line);
  });

  it('is read as it is written', () => {
    for (const markdown of [false, true])
      assert.deepEqual(parts(silenceLine('row-sum', '另有一栏', markdown)), ['row-sum', '另有一栏', false]);
  });
});

describe('silences in a document', () => {
  it('take a finding out and keep it apart', () => {
    assert.deepEqual(said(FAULTY), { rules: ['row-sum'], silenced: 0 });
    assert.deepEqual(said(`${REMARK}\n${FAULTY}`), { rules: [], silenced: 1 });
  });

  it('name their rule by its id or by its Chinese name', () => {
    for (const id of RULE_IDS) {
      assert.equal(ruleNamed(id), id);
      assert.equal(ruleNamed(LANGUAGES['zh-cn'].rules[id].name), id);
    }
    assert.equal(ruleNamed('合计'), undefined);
    assert.deepEqual(said(`［预算公开：忽略 合计栏不符 另有一栏］\n${FAULTY}`), { rules: [], silenced: 1 });
  });

  it('cover a table from its title, from below its title, or one row from within', () => {
    const above = FAULTY.replace('科目编码	', `${REMARK}\n科目编码	`);
    assert.deepEqual(said(above), { rules: [], silenced: 1 });
    assert.deepEqual(said(FAULTY.replace('	合计', `${REMARK}\n	合计`)), { rules: [], silenced: 1 });
    assert.deepEqual(said(FAULTY.replace('208	', `${REMARK}\n208	`)), {
      rules: ['silence-unused', 'row-sum'],
      silenced: 0,
    });
  });

  it('leave the reading of tables alone, wherever they stand', () => {
    const { disclosure } = analysisOf(SOUND_TABLE);
    const lines = SOUND_TABLE.split('\n');
    for (let line = 0; line < lines.length - 1; line++) {
      const text = [...lines.slice(0, line), REMARK, REMARK, ...lines.slice(line)].join('\n');
      const analysis = analysisOf(text);
      const [placed, ...others] = analysis.disclosure.tables;
      const [plain] = disclosure.tables;
      assert.equal(others.length, 0, `the table is parted in line ${line}`);
      assert.equal(placed?.table.year, plain?.table.year);
      assert.deepEqual(placed?.table.unit, plain?.table.unit);
      assert.equal(placed?.table.title?.text, plain?.table.title?.text);
      assert.deepEqual(
        placed?.table.rows.map(({ kind, cells }) => [kind, cells.map((cell) => cell?.text)]),
        plain?.table.rows.map(({ kind, cells }) => [kind, cells.map((cell) => cell?.text)]),
      );
      for (const row of placed?.table.rows ?? []) {
        for (const cell of row.cells) {
          if (!cell) continue;
          const source = analysis.lines[(placed?.line ?? 0) + cell.span.line] ?? '';
          assert.equal(source.slice(cell.span.start, cell.span.end), cell.text);
        }
      }
    }
  });

  it('are no headings, no prose and no years', () => {
    const { disclosure } = analysisOf(`# 预算公开：忽略 row-sum 2019年口径\n\n${FAULTY}`);
    assert.equal(disclosure.year, 2022);
    assert.deepEqual(
      disclosure.prose.headings.map(({ line }) => line).filter((line) => line === 0),
      [],
    );
  });

  it('are not said to be of no use where the rule is switched off', () => {
    const { findings } = analysisOf(`${REMARK}\n${FAULTY}`, {
      ...DEFAULT_SETTINGS,
      rules: { 'row-sum': 'off' },
    });
    assert.deepEqual(findings, []);
  });
});
