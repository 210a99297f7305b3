import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nationalCatalogue } from '#core/catalogue/data.ts';
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
