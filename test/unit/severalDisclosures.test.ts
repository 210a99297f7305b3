import { strict as assert } from 'node:assert';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { volumesOf } from '#core/relations/volumes.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

/** The disclosure of a body: a table that breaks its money down and a sentence that tells its total. */
function disclosureOf(organ: string, running: string, total: string, told: string): string {
  return `${organ}2024年单位预算公开

一般公共预算支出表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
2010601\t行政运行\t${running}\t${running}\t
2210201\t住房公积金\t24.00\t24.00\t
\t合计\t${total}\t${total}\t

一般公共预算支出情况说明
2024年一般公共预算支出${told}万元。
`;
}

const TEXT = [
  disclosureOf('北河县审计局', '552.00', '576.00', '576.00'),
  disclosureOf('北河县审计服务中心', '310.00', '334.00', '334.00'),
].join('\n');

/** The findings of a text after each edit of the one before it, which must be those of reading it afresh. */
function readAfter(...edits: readonly (readonly [string, string])[]): Analysis[] {
  let analysis = analyse(TEXT, OPTIONS);
  return edits.map(([printed, typed]) => {
    assert.ok(analysis.text.includes(printed));
    analysis = analyse(analysis.text.replace(printed, typed), OPTIONS, analysis);
    assert.deepEqual(analysis.findings, analyse(analysis.text, OPTIONS).findings);
    return analysis;
  });
}

const rulesAt = ({ findings }: Analysis) => findings.map(({ rule, range }) => `${rule} ${range.start.line}`);

describe('a file with several disclosures', () => {
  it('is read as two, and says nothing where all figures agree', () => {
    const { disclosure, findings } = analyse(TEXT, OPTIONS);
    assert.equal(volumesOf(disclosure).length, 2);
    assert.deepEqual(findings, []);
  });

  it('tells a wrong sentence of the one, then of the other, and then of neither', () => {
    const [first, second, neither] = readAfter(
      ['支出334.00万元', '支出343.00万元'],
      ['支出576.00万元', '支出567.00万元'],
      ['支出343.00万元', '支出334.00万元'],
    );
    assert.ok(first && second && neither);
    assert.deepEqual(rulesAt(first), ['prose-table 22']);
    assert.deepEqual(rulesAt(second), ['prose-table 10', 'prose-table 22']);
    assert.deepEqual(rulesAt(neither), ['prose-table 10']);
  });

  it('does not blame a sentence for a wrong total of its own table, whatever the other disclosure prints', () => {
    const [slipped, mended] = readAfter(
      ['\t合计\t334.00\t334.00', '\t合计\t343.00\t334.00'],
      ['\t合计\t343.00\t334.00', '\t合计\t334.00\t334.00'],
    );
    assert.ok(slipped && mended);
    assert.ok(slipped.findings.length > 0);
    assert.ok(slipped.findings.every(({ range }) => range.start.line === 19));
    assert.deepEqual(mended.findings, []);
  });

  it('holds no sentence against its tables again that an edit in the other disclosure left alone', () => {
    const before = analyse(TEXT, OPTIONS);
    const after = analyse(TEXT.replace('552.00\t552.00', '525.00\t525.00'), OPTIONS, before);
    const [[, kept], [, again]] = [before, after].map(({ disclosure }) => volumesOf(disclosure)) as [
      ReturnType<typeof volumesOf>,
      ReturnType<typeof volumesOf>,
    ];
    assert.equal(again?.tables, kept?.tables);
    assert.equal(again?.prose, kept?.prose);
  });
});
