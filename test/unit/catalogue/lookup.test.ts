import assert from 'node:assert/strict';
import { createCatalogue } from '#core/catalogue/catalogue.ts';
import { nationalCatalogue, nationalCatalogueData } from '#core/catalogue/data.ts';
import type { CodeRecord } from '#core/catalogue/record.ts';

const catalogue = nationalCatalogue();
const codes = (found: readonly CodeRecord[]) => found.map((each) => each.code);

describe('catalogue: look-ups', () => {
  it('finds a code in its classification', () => {
    const found = (code: string) => catalogue.lookup(code).map((each) => [each.classification, each.name]);
    assert.deepEqual(found('2010301'), [['functional', '行政运行']]);
    assert.deepEqual(found('30217'), [['economic-department', '公务接待费']]);
    assert.deepEqual(found('50201'), [['economic-government', '办公经费']]);
    assert.deepEqual(found('10301'), [['revenue', '政府性基金收入']]);
    assert.deepEqual(found('399'), [['economic-department', '其他支出']]);
    assert.deepEqual(found('599'), [['economic-government', '其他支出']]);
    assert.deepEqual(found('993001'), []);
    assert.deepEqual(found(''), []);
  });

  it('gives the path 类 › 款 › 项', () => {
    const names = (code: string) => catalogue.path(code).map((each) => each.name);
    assert.deepEqual(names('2010301'), ['一般公共服务支出', '政府办公厅（室）及相关机构事务', '行政运行']);
    assert.deepEqual(names('30217'), ['商品和服务支出', '公务接待费']);
    assert.deepEqual(names('2101109'), ['卫生健康支出', '行政事业单位医疗'], 'unknown, its parents known');
    assert.deepEqual(codes(catalogue.parents('2010301')), ['201', '20103']);
    assert.deepEqual(codes(catalogue.parents('201')), []);
    assert.deepEqual(codes(catalogue.parents('9'.repeat(100_000))), []);
  });

  it('gives the codes directly below', () => {
    assert.deepEqual(codes(catalogue.children('22102')), ['2210201', '2210202', '2210203']);
    assert.deepEqual(codes(catalogue.children('21011')), ['2101101', '2101102', '2101103', '2101199']);
    assert.deepEqual(codes(catalogue.children('2010301')), []);
    assert.deepEqual(codes(catalogue.children('')), []);
  });

  it('finds names, former and second ones after present ones', () => {
    assert.deepEqual(codes(catalogue.byName('公务接待费')), ['30217', '50206']);
    assert.deepEqual(codes(catalogue.byName('公务接待费', 'economic-government')), ['50206']);
    assert.deepEqual(codes(catalogue.byName('医疗费')), ['30114', '30307']);
    assert.deepEqual(codes(catalogue.byName('机关资本性支出(一)')), ['503']);
    assert.ok(catalogue.byName('行政运行', 'functional').length > 50);
    assert.deepEqual(codes(catalogue.byName('没有这个科目')), []);
  });

  it('knows the other side of an economic code', () => {
    const lines = (code: string) =>
      catalogue.crosswalk(code).map((each) => `${each.government} ${each.department} ${each.relation}`);
    assert.deepEqual(lines('30217'), ['50206 30217 exact', '50502 30217 expanded']);
    assert.deepEqual(lines('50205'), ['50205 30203 exact', '50205 30226 exact', '50205 30227 exact']);
    assert.deepEqual(lines('2010301'), []);
  });

  it('claims completeness for a few, and never its absence', () => {
    assert.equal(catalogue.isComplete('21011'), true);
    assert.equal(catalogue.isComplete('302'), true);
    assert.equal(catalogue.isComplete('20106'), undefined);
    assert.equal(catalogue.isComplete('99999'), undefined);
  });

  it('follows the 项 of a 款 that moved as a whole', () => {
    const record = catalogue.record('2100601');
    assert.ok(record);
    assert.deepEqual(codes(catalogue.successors(record)), ['2101704']);
  });

  it('tells changes and remarks', () => {
    assert.deepEqual(
      catalogue.changes('21305').map((each) => [each.year, each.old, each.new]),
      [
        [2022, '扶贫', '巩固脱贫衔接乡村振兴'],
        [2023, '巩固脱贫衔接乡村振兴', '巩固脱贫攻坚成果衔接乡村振兴'],
      ],
    );
    assert.ok(catalogue.conflict('503')?.note);
    assert.equal(catalogue.conflict('2010301'), undefined);
  });

  it('is frozen', () => {
    assert.ok(Object.isFrozen(catalogue));
  });
});

describe('catalogue: explanations', () => {
  it('takes the one written for the code, if there is one', () => {
    const explanation = catalogue.explanation('2010301');
    assert.equal(explanation?.generic, false);
    assert.match(explanation?.zh ?? '', /基本支出/);
  });

  it('falls back on the kind of 项, with the name of the 款', () => {
    for (const code of ['2011101', '2011102', '2011103', '2011150', '2011199', '2060201']) {
      const explanation = catalogue.explanation(code);
      assert.equal(explanation?.generic, true, code);
      const parent = catalogue.parents(code).at(-1);
      assert.ok(parent && explanation?.zh.includes(`“${parent.name}”`), code);
      assert.doesNotMatch(explanation.zh, /\{款\}/);
    }
  });

  it('says nothing where nothing was written', () => {
    assert.equal(catalogue.explanation('2010104'), undefined);
    assert.equal(catalogue.explanation('2101109'), undefined);
    assert.equal(catalogue.explanation('1010101'), undefined);
  });
});

describe('catalogue: search', () => {
  it('goes by the first digits', () => {
    assert.deepEqual(codes(catalogue.search('2210')), [
      '22101',
      ...codes(catalogue.children('22101')),
      '22102',
      '2210201',
      '2210202',
      '2210203',
      '22103',
      ...codes(catalogue.children('22103')),
    ]);
    assert.deepEqual(codes(catalogue.search('2010301')), ['2010301']);
    assert.deepEqual(codes(catalogue.search('9')), []);
  });

  it('goes by a part of the name, beginnings first', () => {
    assert.deepEqual(codes(catalogue.search('接待')), ['30217', '50206']);
    assert.deepEqual(codes(catalogue.search('公务员', { classification: 'functional' })), [
      '2013204',
      '2101103',
    ]);
    assert.equal(catalogue.search('维修(护)')[0]?.code, '30213');
    // 21011 行政事业单位医疗 only holds the text, so it comes later though its code is shorter.
    assert.equal(catalogue.search('事业单位医疗')[0]?.code, '2101102');
  });

  it('keeps to classification, level, parent and number', () => {
    assert.ok(catalogue.search('', { classification: 'economic-department', level: '类' }).length >= 10);
    assert.deepEqual(codes(catalogue.search('', { under: '22102' })), ['2210201', '2210202', '2210203']);
    assert.equal(catalogue.search('行政运行', { limit: 3 }).length, 3);
    assert.equal(catalogue.search('2', { limit: 7 }).length, 7);
  });

  it('offers what is in use, in the document’s year where it is given', () => {
    assert.deepEqual(codes(catalogue.search('20124')), []);
    assert.deepEqual(codes(catalogue.search('20124', { year: 2018, level: '款' })), ['20124']);
    assert.deepEqual(codes(catalogue.search('22401', { year: 2018 })), []);
  });
});

describe('catalogue: additions', () => {
  const own = createCatalogue(
    nationalCatalogueData(),
    {
      codes: {
        functional: [
          { code: '201030101', name: '大厅运行', level: '目', confidence: 'confirmed' },
          { code: '2101109', name: '本省医疗补助', level: '项', confidence: 'confirmed' },
          { code: '2010301', name: '行政运行（本省）', level: '项', confidence: 'confirmed' },
        ],
      },
      explanations: [{ code: '2010301', classification: 'functional', zh: '本省的说明。' }],
    },
    {
      codes: { functional: [{ code: '2101109', name: '改过的名称', level: '项', confidence: 'confirmed' }] },
    },
  );

  it('adds, replaces, and lets the last layer win', () => {
    assert.equal(own.judge('2101109', '其他行政事业单位医疗支出').verdict, 'known');
    assert.equal(own.record('2101109')?.name, '改过的名称');
    assert.equal(own.lookup('2010301').length, 1);
    assert.equal(own.record('2010301')?.name, '行政运行（本省）');
    assert.equal(own.explanation('2010301')?.zh, '本省的说明。');
    assert.deepEqual(codes(own.path('201030101')), ['201', '20103', '2010301', '201030101']);
  });

  it('leaves the catalogue below as it was', () => {
    assert.equal(catalogue.record('2101109'), undefined);
    assert.equal(catalogue.record('2010301')?.name, '行政运行');
  });
});
