import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectionRange } from 'vscode-languageserver';
import { comparePositions, type Range } from '#core/text/range.ts';
import { selectionRangesAt } from '#server/features/selectionRanges.ts';
import { analysisOf } from '../../support/features.ts';
import { marked } from '../../support/marked.ts';
import { seedTexts } from '../../support/seeds.ts';

/** Ranges from the inside out. */
function rangesOf(selection: SelectionRange | undefined): Range[] {
  return selection ? [selection.range, ...rangesOf(selection.parent)] : [];
}

function textAt(text: string, { start, end }: Range): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.character) ?? '';
  lines[0] = lines[0]?.slice(start.character) ?? '';
  return lines.join('\n');
}

/** What a selection grows to from the inside out, `‸` being the cursor: texts, and `4–6` for several lines. */
function grown(textWithCursor: string): string[] {
  const { text, position } = marked(textWithCursor);
  const [selection] = selectionRangesAt(analysisOf(text), [position]);
  return rangesOf(selection).map((range) => {
    const { start, end } = range;
    return start.line === end.line ? textAt(text, range) : `${start.line}–${end.line}`;
  });
}

const TABLE = [
  '某局2022年部门支出总表',
  '单位：万元',
  '科目编码\t科目名称\t合计',
  '201\t一般公共服务支出\t 5‸.00% ',
  '合计\t\t5.00',
];

describe('selection ranges', () => {
  it('grow in a table from number to cell, row, table, title and section', () => {
    const text = ['一、收支', '', ...TABLE, '', '二、其他', '', '完。'].join('\n');
    assert.deepEqual(grown(text.replace('%', '万元')), [
      '5.00',
      '5.00万元',
      '201\t一般公共服务支出\t 5.00万元 ',
      '4–6',
      '2–6',
      '0–7',
      '0–10',
    ]);
  });

  it('grow in pipes from cell to row', () => {
    const text = '| 科目编码 | 科目名称 | 合计 |\n|---|---|---|\n| 201 | 一般‸公共服务支出 | 5.00 |\n';
    assert.deepEqual(grown(text).slice(0, 2), ['一般公共服务支出', '| 201 | 一般公共服务支出 | 5.00 |']);
  });

  it('tell rows of one line apart', () => {
    const rows = '<tr><td>科目</td><td>合计</td></tr><tr><td>行‸政运行</td><td>5.00</td></tr>';
    assert.deepEqual(grown(`<table>\n${rows}\n</table>`), [
      '行政运行',
      '行政运行</td><td>5.00',
      rows.replace('‸', ''),
      '0–2',
    ]);
  });

  it('grow in prose from figure to clause, sentence, paragraph and section', () => {
    const text = [
      '第一部分 说明',
      '',
      '（一）收入。2022年收入预算1‸00万元，比上年增加5万元。其中拨款90万元。',
      '',
      '第二部分 表格',
    ].join('\n');
    assert.deepEqual(grown(text), [
      '100',
      '100万元',
      '2022年收入预算100万元',
      '2022年收入预算100万元，比上年增加5万元。',
      '（一）收入。2022年收入预算100万元，比上年增加5万元。其中拨款90万元。',
      '0–3',
      '0–4',
    ]);
  });

  it('follow a sentence over the end of its line', () => {
    const text = '2022年一般公共预算财政拨款收入预算\n\n1,191.58万元，比上年增加，主要‸是人员增加。';
    assert.deepEqual(grown(text).slice(0, 2), ['主要是人员增加', '0–2']);
  });

  it('grow in a heading to its section', () => {
    assert.deepEqual(grown('一、职‸责\n\n正文。\n\n二、机构\n\n正文。'), ['一、职责', '0–3', '0–6']);
  });

  it('answer every cursor, in its order', () => {
    const { text } = marked(TABLE.join('\n').replace('%', ''));
    const positions = [
      { line: 4, character: 5 },
      { line: 0, character: 1 },
      { line: 3, character: 6 },
    ];
    const found = selectionRangesAt(analysisOf(text), positions).map(({ range }) => textAt(text, range));
    assert.deepEqual([found[0], found[2]], ['5.00', '一般公共服务支出']);
    assert.equal(found[1]?.split('\n')[0], '某局2022年部门支出总表');
  });

  it('are the document where there is nothing, and where there is no such place', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(selectionRangesAt(analysisOf(''), [{ line: 0, character: 0 }]), [{ range }]);
    const place = { line: 9, character: 9 };
    assert.deepEqual(selectionRangesAt(analysisOf('正文'), [place]), [
      { range: { start: place, end: place } },
    ]);
  });

  it('hold the cursor and lie in one another, at any place of every seed', () => {
    for (const { name, text } of seedTexts()) {
      const analysis = analysisOf(text);
      const { lines } = analysis;
      const place = fc
        .record({ line: fc.nat(lines.length - 1), share: fc.double({ min: 0, max: 1, noNaN: true }) })
        .map(({ line, share }) => ({ line, character: Math.floor(share * (lines[line]?.length ?? 0)) }));
      fc.assert(
        fc.property(place, (position) => {
          const ranges = rangesOf(selectionRangesAt(analysis, [position])[0]);
          ranges.forEach(({ start, end }, index) => {
            assert.ok(comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0, name);
            assert.ok(end.character <= (lines[end.line]?.length ?? 0), name);
            const outer = ranges[index + 1];
            if (!outer) return;
            assert.ok(
              comparePositions(outer.start, start) <= 0 && comparePositions(end, outer.end) <= 0,
              name,
            );
            assert.notDeepEqual(outer, { start, end });
          });
        }),
        { numRuns: 60 },
      );
    }
  });
});
