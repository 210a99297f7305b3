import assert from 'node:assert/strict';
import { isCodeShaped, type Judgement } from '#core/catalogue/catalogue.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { records } from './dataFiles.ts';
import { SEED_CODES } from './seedCodes.ts';

const catalogue = nationalCatalogue();

/** `verdict`, or `verdict → code` where something is proposed. */
function judged(code: string, name?: string, year?: number): string {
  const judgement: Judgement = catalogue.judge(code, name, year);
  if (judgement.verdict === 'retired') {
    return ['retired', ...judgement.successors.map((each) => each.code)].join(' → ');
  }
  const suggestion = 'suggestion' in judgement ? judgement.suggestion : undefined;
  return suggestion ? `${judgement.verdict} → ${suggestion.code}` : judgement.verdict;
}

describe('catalogue: judge, what must be flagged as an error', () => {
  it('a code that is not there, with the name of a sister in a complete 款', () => {
    assert.equal(judged('2101109', '其他行政事业单位医疗支出', 2022), 'surely-wrong → 2101199');
    assert.equal(judged('2101109', ' 其他行政事业单位医疗 支出'), 'surely-wrong → 2101199');
    assert.equal(judged('2210209', '购房补贴', 2023), 'surely-wrong → 2210203');
    assert.equal(judged('30210', '电费', 2023), 'surely-wrong → 30206');
  });

  it('digits that cannot be a code', () => {
    for (const code of ['2010', '20166011', '401', '2010001', '20a03']) {
      const judgement = catalogue.judge(code, '行政运行', 2023);
      assert.equal(judgement.verdict, 'surely-wrong', code);
      assert.equal('reason' in judgement && judgement.reason, 'shape', code);
    }
  });
});

describe('catalogue: judge, what is a warning at most', () => {
  it('an unknown code without a name, or with a name of its own', () => {
    assert.equal(judged('2101109'), 'unknown');
    assert.equal(judged('2101109', '编外人员医疗', 2022), 'unknown');
    assert.equal(judged('30210', '车辆运行费', 2023), 'unknown');
  });

  it('an unknown 项 under an unknown 款 of a known 类', () => {
    assert.equal(judged('2016601', '行政运行', 2023), 'unknown');
    assert.equal(judged('2016601', '地方特色事务', 2023), 'unknown');
  });

  it('an unknown 款 and an unknown 类', () => {
    assert.equal(judged('20166', '地方特色事务', 2023), 'unknown');
    assert.equal(judged('218', '地震灾后恢复重建支出', 2023), 'unknown');
    assert.equal(judged('50000'), 'unknown');
  });

  it('a name of a sister where the 款 is not known to be complete: with a proposal', () => {
    assert.equal(catalogue.isComplete('20108'), undefined);
    assert.equal(judged('2010809', '审计业务', 2023), 'unknown → 2010804');
  });

  it('a name cut off by the column is no evidence, for a place may have a code that begins so', () => {
    assert.equal(judged('2010312', '专项业务', 2023), 'unknown');
    assert.equal(judged('2101109', '其他行政事业单位医', 2023), 'unknown');
  });

  it('a name that only one code bears, elsewhere: with a proposal', () => {
    assert.equal(judged('2011109', '其他行政事业单位医疗支出', 2023), 'unknown → 2101199');
    assert.equal(judged('2055501', '行政运行', 2023), 'unknown');
  });

  it('never proposes an unsure code', () => {
    assert.equal(catalogue.record('2014004')?.confidence, 'unsure');
    assert.equal(judged('2014009', '信访业务', 2025), 'unknown');
  });
});

describe('catalogue: judge, what must stay silent', () => {
  it('every code of the sample disclosures, in their years', () => {
    for (const year of [2021, 2022, 2023]) {
      for (const code of SEED_CODES) assert.equal(judged(code, '', year), 'known', `${code} in ${year}`);
    }
  });

  it('a known code whatever is printed beside it', () => {
    assert.equal(judged('2010350', '事业运行', 2023), 'known');
    assert.equal(judged('30211', '国内差旅费', 2021), 'known');
    assert.equal(judged('31002', '资本性支出', 2023), 'known');
  });

  it('every code that documents disagree on, in any year', () => {
    for (const { code, yearsUnsure } of records('conflicts.json')) {
      for (const year of [undefined, 2019, 2021, 2023, 2025, 2027]) {
        const { verdict } = catalogue.judge(code, '老龄事务', year);
        assert.notEqual(verdict, 'surely-wrong', code);
        if (yearsUnsure) assert.equal(verdict, 'known', `${code} in ${year}`);
      }
    }
    for (const code of ['2080209', '2010308', '2014001', '2101701', '2240301', '50801', '50803']) {
      assert.equal(judged(code, '', 2026), 'known', code);
    }
  });

  it('a province’s own digits below 项, and below an economic 款', () => {
    assert.equal(judged('201030101', '基本运行', 2023), 'local');
    assert.equal(judged('2010301001', '基本运行', 2023), 'local');
    assert.equal(judged('3019901', '编外人员工资', 2023), 'local');
    assert.equal(judged('103014801', '土地出让价款收入', 2024), 'known');
  });

  it('a 类 or 款 filled up with zeros', () => {
    assert.equal(judged('2010000', '一般公共服务支出', 2023), 'local');
    assert.equal(judged('2010300', '政府办公厅（室）及相关机构事务', 2023), 'local');
    assert.equal(judged('30100', '工资福利支出', 2023), 'local');
  });
});

describe('catalogue: judge, years', () => {
  it('retired, with where the work went', () => {
    assert.equal(judged('20124', '宗教事务', 2020), 'retired → 2013404');
    assert.equal(judged('2049901', '其他公共安全支出', 2023), 'retired → 2049999');
    assert.equal(judged('304', '对企事业单位的补贴', 2022), 'retired');
    assert.equal(judged('30219', '装备购置费', 2023), 'retired');
    assert.equal(judged('2240701', '中央自然灾害生活补助'), 'retired → 2240703');
  });

  it('still good in its time, and for as long as the year is in doubt', () => {
    assert.equal(judged('20124', '宗教事务', 2018), 'known');
    assert.equal(judged('2049901', '其他公共安全支出', 2020), 'known');
    assert.equal(judged('2049901', '其他公共安全支出', 2021), 'known', 'the year is sure to ± 1 only');
  });

  it('not yet, also by way of the codes above', () => {
    assert.equal(judged('22401', '应急管理事务', 2018), 'not-yet');
    assert.equal(judged('2240101', '行政运行', 2018), 'not-yet');
    assert.equal(judged('22401', '应急管理事务', 2019), 'known');
    assert.equal(judged('50201', '办公经费', 2017), 'not-yet');
    assert.equal(judged('2080116', '引进人才费用', 2020), 'known', 'the year is sure to ± 1 only');
    assert.equal(judged('2080116', '引进人才费用', 2019), 'not-yet');
  });

  it('a number that had another meaning before', () => {
    assert.equal(judged('30311', '住房公积金', 2017), 'known');
    assert.equal(judged('30311', '代缴社会保险费', 2018), 'not-yet');
    assert.equal(judged('30311', '代缴社会保险费', 2020), 'known');
  });
});

describe('catalogue: isCodeShaped', () => {
  it('takes codes and turns unit and project codes away', () => {
    for (const code of ['201', '20103', '2010301', '103014801', '599', '2010300'])
      assert.ok(isCodeShaped(code), code);
    for (const code of [
      '993001',
      '052001',
      '003',
      '003001',
      '117002',
      '42011223003',
      '',
      '2'.repeat(100_000),
    ]) {
      assert.ok(!isCodeShaped(code), code.slice(0, 20));
    }
  });
});
