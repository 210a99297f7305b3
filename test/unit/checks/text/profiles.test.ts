import { strict as assert } from 'node:assert';
import { PROFILES } from '#core/checks/text/profiles.ts';

describe('what disclosures must contain', () => {
  it('is for budgets and final accounts of departments and of single bodies', () => {
    const everywhere = PROFILES.filter(({ region }) => region === undefined);
    assert.deepEqual(everywhere.map(({ stage }) => stage).sort(), ['决算', '预算'].sort());
    for (const { kinds } of everywhere) assert.deepEqual(kinds, ['部门', '单位']);
  });

  it('names the source of each table and each part of the text', () => {
    for (const { tables, sections } of PROFILES)
      for (const { name, source } of [...tables, ...sections]) assert.notEqual(source, '', name);
  });

  it('is read in the rules or seen in a disclosure, or says that it is ours', () => {
    for (const { origin, region, tables } of PROFILES) {
      // What binds everywhere is in the rules, not in one place's disclosure.
      if (region === undefined) assert.equal(origin, 'rules');
      if (origin === 'ours') for (const { source } of tables) assert.match(source, /本项目/);
    }
  });
});
