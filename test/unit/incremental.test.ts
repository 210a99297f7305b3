import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { tablesWithoutFigures } from '#core/disclosure/withoutFigures.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { parse } from '#core/syntax/parse.ts';
import { withoutFigures } from '#core/syntax/withoutFigures.ts';
import { seedTexts } from '../support/seeds.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

/** A replacement at a place given as a share of the text, so that it fits a text of any length. */
const replacement = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(400)),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\n\n',
      '\t',
      '|',
      '9',
      '合计\t1.00\n',
      '| a | b |\n',
      '\r\n',
      '单位：元\n',
      '。',
      '比2021年增加1.5万元，',
      '一、收支情况\n',
      '（一）基本支出\n\n',
      '2023年部门预算\n',
      '目录\n',
      '部门支出总表\n',
      '［预算公开：忽略 row-sum 口径不同］\n',
    ),
    fc.constantFrom(
      '201\t一般公共服务支出\t5.00\n\n',
      '2022年',
      '2010301 行政运行 5,188.13 923.55 4,264.58\n',
    ),
  ),
});

/** A digit that is typed over: the first one behind a place, which is mostly that of a figure in a table. */
const digit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  typed: fc.constantFrom(...'0123456789'),
});

function edited(
  text: string,
  edit: { at: number; length: number; put: string } | { at: number; typed: string },
): string {
  const start = Math.floor(edit.at * text.length);
  if ('put' in edit) return text.slice(0, start) + edit.put + text.slice(start + edit.length);
  const place = start + text.slice(start).search(/\d/);
  return place < start ? text : text.slice(0, place) + edit.typed + text.slice(place + 1);
}

/** What must not depend on how a text came about. */
function essence({ tree, disclosure, findings }: Analysis): unknown {
  const { tables, year, prose } = disclosure;
  return { tree, tables, year, prose, findings };
}

describe('reading again after edits', () => {
  for (const { name, origin, text } of seedTexts()) {
    it(`${name} (${origin}): random edits give what reading the text afresh gives`, function () {
      this.timeout(240_000);
      fc.assert(
        fc.property(fc.array(fc.oneof(replacement, digit), { minLength: 1, maxLength: 8 }), (edits) => {
          let current = text;
          let analysis = analyse(current, OPTIONS);
          for (const edit of edits) {
            current = edited(current, edit);
            analysis = analyse(current, OPTIONS, analysis);
          }
          assert.deepEqual(essence(analysis), essence(analyse(current, OPTIONS)));
          assert.deepEqual(analysis.tree, parse(current));
        }),
        { numRuns: 25 },
      );
    });
  }

  it('takes over every table that an edit in another one does not touch', () => {
    const [seed] = seedTexts('guiyang');
    assert.ok(seed);
    const before = analyse(seed.text, OPTIONS);
    const line = '2010301\t行政运行\t330. 39\t330. 39';
    assert.equal(seed.text.split(line).length, 2, 'the edited row stands once');
    const after = analyse(
      seed.text.replace(line, `\n${line.replace('330. 39', '339. 39')}`),
      OPTIONS,
      before,
    );
    const kept = new Set(before.disclosure.tables.map(({ table }) => table));
    const read = after.disclosure.tables.filter(({ table }) => !kept.has(table));
    // Blocks shortly before an edit are read again too, because a table may look a few lines ahead.
    assert.ok(read.length <= 2, `${read.length} tables were read again`);
    assert.ok(read.some(({ table }) => table.title?.text.includes('一般公共预算支出情况表')));
  });

  it('takes over all that is found in words where a figure of a table is another', () => {
    const [seed] = seedTexts('guiyang');
    assert.ok(seed);
    const before = analyse(seed.text, OPTIONS);
    const after = analyse(seed.text.replace('330. 39\t330. 39', '339. 39\t330. 39'), OPTIONS, before);
    assert.notEqual(after.tree, before.tree);
    assert.equal(withoutFigures(after.tree), withoutFigures(before.tree));
    assert.notEqual(after.disclosure.tables, before.disclosure.tables);
    assert.equal(
      tablesWithoutFigures(after.disclosure.tables),
      tablesWithoutFigures(before.disclosure.tables),
    );
    assert.equal(after.disclosure.prose, before.disclosure.prose);
  });

  it('takes over every passage that an edit in another one does not touch', () => {
    const [seed] = seedTexts('dongxihu');
    assert.ok(seed);
    const before = analyse(seed.text, OPTIONS);
    const kept = new Set(before.disclosure.prose.passages.map(({ passage }) => passage));
    const words = '货物类_28.60_万元';
    const at = seed.text.indexOf(words);
    assert.ok(at > 0);
    const edited = `${seed.text.slice(0, at)}当年${seed.text.slice(at)}`;
    const { passages } = analyse(edited, OPTIONS, before).disclosure.prose;
    const read = passages.filter(({ passage }) => !kept.has(passage));
    assert.equal(read.length, 1);
    assert.ok(read[0]?.passage.paragraphs.some(({ text }) => text.includes(`当年${words}`)));
  });
});
