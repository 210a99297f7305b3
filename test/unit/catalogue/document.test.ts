import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { PROJECT_KINDS } from '#core/catalogue/projectKinds.ts';
import { DATA_SCHEMAS } from '#core/catalogue/schema.ts';
import { allCodes, dataText } from './dataFiles.ts';

const text = readFileSync(fileURLToPath(new URL('../../../docs/CATALOGUE.md', import.meta.url)), 'utf8');
const HINT = 'run: node scripts/catalogue/tidy.mjs';

/** The body cells of every table row between the counts' marks. */
function countRows(): readonly (readonly string[])[] {
  const block = /<!-- counts:[^>]*-->([\s\S]*?)<!-- end of counts -->/.exec(text)?.[1];
  assert.ok(block, 'docs/CATALOGUE.md has no counts');
  const rows = block.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('|--'));
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('docs/CATALOGUE.md', () => {
  it('counts the codes as they are', () => {
    const digits = [
      ['functional', '2'],
      ['economic, department', '3'],
      ['economic, government', '5'],
      ['revenue', '1'],
    ] as const;
    const codes = allCodes();
    const catalogue = nationalCatalogue();
    let counted = 0;
    for (const [title = '', level, ...cells] of countRows().filter((row) => row.length === 10)) {
      const digit = digits.find(([name]) => title.endsWith(name))?.[1];
      if (!digit) continue;
      const here = codes.filter((each) => each.code.startsWith(digit) && each.level === level);
      const inUse = here.filter((each) => each.until === undefined);
      const sure = (confidence: string) => inUse.filter((each) => each.confidence === confidence).length;
      const explained = (generic: boolean) =>
        inUse.filter((each) => catalogue.explanation(each.code)?.generic === generic).length;
      assert.deepEqual(
        cells.map(Number),
        [
          inUse.length,
          here.length - inUse.length,
          sure('confirmed'),
          sure('corroborated'),
          sure('knowledge'),
          sure('unsure'),
          explained(false),
          explained(true),
        ],
        `${title} ${level}; ${HINT}`,
      );
      counted += here.length;
    }
    assert.equal(counted, codes.length, `not every code is in the table; ${HINT}`);
  });

  it('counts the lines of every file', () => {
    const rows = countRows().filter((row) => row.length === 2 && row[0]?.endsWith('.json'));
    const expected = Object.keys(DATA_SCHEMAS).map((name) => [
      name,
      String((JSON.parse(dataText(name)) as unknown[]).length),
    ]);
    assert.deepEqual([...rows].sort(), expected.sort(), HINT);
  });

  it('names in both languages every code that is claimed to be complete, and no other', () => {
    const complete = allCodes().flatMap((each) => (each.complete ? [each.code] : []));
    const zh = /“齐全”（`complete`）[\s\S]*?没有标的/.exec(text)?.[0] ?? '';
    const en = /`complete` is claimed for .*/.exec(text)?.[0] ?? '';
    for (const said of [zh, en])
      assert.deepEqual([...(said.match(/\b\d{3,5}\b/g) ?? [])].sort(), complete.sort());
  });

  it('is in Chinese first and in English second', () => {
    assert.ok(text.indexOf('# 科目与指标数据') < text.indexOf('# Codes and indicators'));
  });
});

describe('docs/INDICATORS.md', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/INDICATORS.md', import.meta.url)), 'utf8');
  const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const { all } = nationalIndicators();

  it('counts the indicators of every category by origin, those with a formula and those with aliases', () => {
    const origins = ['seed', 'public', 'github', 'knowledge'];
    for (const category of [...new Set(all.map((each) => each.category)), '合计']) {
      const here = all.filter((each) => category === '合计' || each.category === category);
      const expected = [
        here.length,
        ...origins.map((origin) => here.filter((each) => each.origin === origin).length),
        here.filter((each) => each.formula).length,
        here.filter((each) => each.aliases).length,
      ];
      const row = rows.find(([, title, ...cells]) => title === category && cells.length === 8);
      assert.deepEqual(row?.slice(2, -1).map(Number), expected, `${category}; ${HINT}`);
    }
  });

  it('counts those that fit each kind of project, and names every kind', () => {
    for (const kind of PROJECT_KINDS) {
      const row = rows.find(([, title, ...cells]) => title === kind && cells.length === 2);
      assert.equal(
        Number(row?.[2]),
        all.filter((each) => each.kinds?.includes(kind)).length,
        `${kind}; ${HINT}`,
      );
      assert.ok(page.includes(PROJECT_KINDS.join('、')));
    }
  });

  it('is in Chinese first and in English second', () => {
    assert.ok(page.indexOf('# 绩效指标库') < page.indexOf('# Performance indicators'));
  });
});
