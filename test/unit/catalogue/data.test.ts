import assert from 'node:assert/strict';
import type { CodeEntry } from '#core/catalogue/record.ts';
import { DATA_SCHEMAS } from '#core/catalogue/schema.ts';
import { allCodes, CODE_FILES, dataFileNames, dataText, records } from './dataFiles.ts';

const LEVEL_BY_DIGITS: Readonly<Record<number, string>> = { 3: '类', 5: '款', 7: '项', 9: '目' };

describe('catalogue data: the files', () => {
  it('has a schema for every file and a file for every schema', () => {
    assert.deepEqual(dataFileNames, Object.keys(DATA_SCHEMAS).sort());
  });

  for (const name of Object.keys(DATA_SCHEMAS) as (keyof typeof DATA_SCHEMAS)[]) {
    it(`${name} fits its schema and holds one record a line`, () => {
      const text = dataText(name);
      const whole = JSON.parse(text) as unknown[];
      const parsed: unknown[] = DATA_SCHEMAS[name].parse(whole);
      const lines = text.split('\n');
      assert.equal(lines[0], '[');
      assert.deepEqual(lines.slice(-2), [']', '']);
      const body = lines.slice(1, -2);
      assert.equal(body.length, parsed.length);
      assert.ok(parsed.length > 0);
      body.forEach((line, at) => {
        const comma = at < body.length - 1;
        assert.equal(line.endsWith(','), comma, line);
        assert.deepEqual(JSON.parse(comma ? line.slice(0, -1) : line), whole[at]);
      });
    });
  }

  it('is sorted, and says nothing twice', () => {
    for (const [name] of CODE_FILES)
      assertRising(
        name,
        records(name).map((each) => each.code),
      );
    assertRising(
      'conflicts',
      records('conflicts.json').map((each) => each.code),
    );
    assertRising(
      'explanations',
      records('explanations.json').map((each) => each.code),
    );
    assertRising(
      'changes',
      records('changes.json').map((each) => `${each.code} ${each.year}`),
    );
    assertRising(
      'crosswalk',
      records('crosswalk.json').map((each) => `${each.government} ${each.department}`),
    );
  });

  it('groups the indicators by category and sorts their names', () => {
    const indicators = records('indicators.json');
    const runs = indicators.map((each) => each.category).filter((each, at, list) => each !== list[at - 1]);
    assert.equal(runs.length, new Set(runs).size, 'a category is scattered');
    for (const category of runs) {
      assertRising(
        category,
        indicators.filter((each) => each.category === category).map((each) => each.name),
      );
    }
    assert.equal(new Set(indicators.map((each) => each.name)).size, indicators.length);
  });
});

describe('catalogue data: the codes', () => {
  const codes = allCodes();
  const byCode = new Map(codes.map((each) => [each.code, each]));

  it('has each code once, over all files', () => {
    assert.equal(byCode.size, codes.length);
  });

  it('starts with the digit of its file and has a level by its length', () => {
    for (const [name, digit] of CODE_FILES) {
      for (const each of records(name)) {
        assert.equal(each.code[0], digit, each.code);
        assert.equal(each.level, LEVEL_BY_DIGITS[each.code.length], each.code);
      }
    }
  });

  it('knows the parent of every code', () => {
    const orphans = codes.filter((each) => each.code.length > 3 && !byCode.has(each.code.slice(0, -2)));
    assert.deepEqual(
      orphans.map((each) => each.code),
      [],
    );
  });

  it('names budgets where the classification has them, and none the parent lacks', () => {
    for (const each of codes) {
      assert.equal(each.budgets !== undefined, /^[12]/.test(each.code), each.code);
      const parent = byCode.get(each.code.slice(0, -2));
      if (!parent) continue;
      const strange = (each.budgets ?? []).filter((budget) => !parent.budgets?.includes(budget));
      assert.deepEqual(strange, [], each.code);
    }
  });

  it('keeps what has ended apart from what is in use', () => {
    for (const each of records('functional.json')) assert.equal(each.until, undefined, each.code);
    for (const each of records('functional-retired.json')) assert.notEqual(each.until, undefined, each.code);
  });

  it('leaves nothing in use below a code that has ended', () => {
    for (const each of codes) {
      const parent = byCode.get(each.code.slice(0, -2));
      if (parent?.until !== undefined) assert.ok((each.until ?? 9999) <= parent.until, each.code);
    }
  });

  it('has years in order and former names that differ from today’s', () => {
    for (const each of codes) {
      if (each.from !== undefined && each.until !== undefined) assert.ok(each.from <= each.until, each.code);
      const years = (each.former ?? []).map((former) => former.until);
      assert.deepEqual(
        years,
        [...years].sort((a, b) => a - b),
        each.code,
      );
      for (const former of each.former ?? []) assert.notEqual(former.name, each.name, each.code);
    }
  });

  it('sends the work of an ended code to codes that exist', () => {
    for (const each of codes) {
      for (const successor of each.successors ?? []) {
        assert.ok(byCode.has(successor), `${each.code} → ${successor}`);
        assert.notEqual(successor, each.code);
      }
    }
  });

  it('has no two sister codes with one name, 支出 at the end disregarded', () => {
    const seen = new Map<string, string>();
    for (const each of codes.filter(({ until }) => until === undefined)) {
      const key = `${each.code.slice(0, -2)} ${each.code.length} ${each.name.replace(/支出$/, '')}`;
      assert.equal(seen.get(key), undefined, `${seen.get(key)} and ${each.code} are both ${each.name}`);
      seen.set(key, each.code);
    }
  });

  it('claims completeness only where the numbering shows no gap or every code is confirmed', () => {
    const complete = codes.filter((each) => each.complete);
    assert.ok(complete.some((each) => each.code === '21011'));
    for (const parent of complete) {
      const children = codes.filter(
        (each) => each.code.length === parent.code.length + 2 && each.code.startsWith(parent.code),
      );
      const current = children.filter((each) => each.until === undefined);
      if (parent.code[0] === '3') {
        assert.deepEqual(
          current.filter((each) => each.confidence !== 'confirmed'),
          [],
          parent.code,
        );
      } else {
        const numbers = children.map((each) => Number(each.code.slice(-2))).filter((each) => each < 50);
        assert.deepEqual(
          numbers.sort((a, b) => a - b),
          numbers.map((_, at) => at + 1),
          parent.code,
        );
      }
      assert.deepEqual(
        children.filter((each) => each.confidence === 'unsure'),
        [],
        parent.code,
      );
    }
  });
});

describe('catalogue data: changes, conflicts, crosswalk', () => {
  const byCode = new Map(allCodes().map((each) => [each.code, each]));
  const recordOf = (code: string): CodeEntry => {
    const found = byCode.get(code);
    assert.ok(found, `${code} is not in the catalogue`);
    return found;
  };

  it('has every change merged into the record it speaks of', () => {
    for (const change of records('changes.json')) {
      const record = recordOf(change.code);
      const said = `${change.code} ${change.year}`;
      const before = record.former?.find((each) => each.until === change.year - 1)?.name;
      if (change.kind === 'added') assert.equal(record.from, change.year, said);
      if (change.kind === 'renamed') assert.equal(before, change.old, said);
      if (change.kind === 'removed' && before !== change.old)
        assert.equal(record.until, change.year - 1, said);
    }
  });

  it('tells what a change needs: the old name, the new name, or both', () => {
    for (const change of records('changes.json')) {
      assert.equal(change.old !== undefined, change.kind !== 'added', change.code);
      if (change.kind === 'renamed') assert.ok(change.new, change.code);
      if (change.kind === 'removed') assert.equal(change.new, undefined, change.code);
    }
  });

  it('gives the last new name of a code as its present one', () => {
    const last = new Map(
      records('changes.json').flatMap((each) => (each.new ? [[each.code, each.new]] : [])),
    );
    for (const [code, name] of last) assert.equal(recordOf(code).name, name, code);
  });

  it('speaks of conflicts over codes that exist, with other names than the present one', () => {
    for (const conflict of records('conflicts.json')) {
      const { name } = recordOf(conflict.code);
      assert.ok(![...(conflict.names ?? []), ...(conflict.variants ?? [])].includes(name), conflict.code);
    }
  });

  it('joins codes that exist, government to department', () => {
    for (const line of records('crosswalk.json')) {
      assert.ok(line.government.startsWith('5') && recordOf(line.government), line.government);
      assert.ok(line.department.startsWith('3') && recordOf(line.department), line.department);
      assert.equal(
        line.until !== undefined,
        line.relation === 'former',
        `${line.government} ${line.department}`,
      );
    }
  });

  it('sends a department code exactly to one government code', () => {
    const exact = records('crosswalk.json').filter((each) => each.relation === 'exact');
    assert.equal(new Set(exact.map((each) => each.department)).size, exact.length);
  });
});

describe('catalogue data: English names', () => {
  const named = records('english-names.json').map(({ code }) => code);

  it('names every 类, every 款 and every economic code, and nothing else', () => {
    const upper = allCodes().flatMap(({ code, level }) => (level === '类' || level === '款' ? code : []));
    assert.deepEqual(named, [...new Set(upper)].sort());
  });

  it('is short and English', () => {
    for (const { code, en } of records('english-names.json')) {
      assert.match(en, /^[A-Z][\x20-\x7e]{2,90}$/, code);
    }
  });
});

function assertRising(what: string, keys: readonly string[]): void {
  keys.forEach((key, at) => {
    const before = keys[at - 1];
    assert.ok(before === undefined || before < key, `${what}: ${before} stands before ${key}`);
  });
}
