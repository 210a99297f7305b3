import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { functionName } from '../../generator/budget/codes.ts';
import { arbitraryDisclosure } from '../../generator/index.ts';
import {
  leavesOf,
  type ModelBlock,
  type ModelDisclosure,
  type ModelTable,
  type Role,
} from '../../generator/model.ts';
import { structuralSums } from '../../generator/structure.ts';
import { amountAt, amountColumns, columnAt, sumOf, topRows, totalOf } from './sums.ts';

/** All tables of all regions, so that every relation between two of them is met. */
const disclosures = fc
  .sample(arbitraryDisclosure({ size: 'medium', whole: true }), { numRuns: 240, seed: 31 })
  .map(({ model }) => model);

function everywhere(check: (model: ModelDisclosure) => void): void {
  disclosures.forEach(check);
}

const tablesOf = (model: ModelDisclosure, role: Role) => model.tables.filter((table) => table.role === role);

function tableOf(model: ModelDisclosure, role: Role): ModelTable {
  const [table] = tablesOf(model, role);
  assert.ok(table, role);
  return table;
}

/** The block that lists income, and one that lists spending. */
const left = (table: ModelTable) => blockOf(table, 0);
const right = (table: ModelTable) => blockOf(table, table.blocks.length - 1);

function blockOf(table: ModelTable, index: number): ModelBlock {
  const block = table.blocks[index];
  assert.ok(block, table.title);
  return block;
}

/** The grand total of a table of one block: of the column that its head makes the total of all others. */
function grandTotal(table: ModelTable): number {
  const totals = structuralSums(table).flatMap(({ kind, total }) => (kind === 'parts' ? [total.column] : []));
  return totalOf(left(table), totals.at(-1) ?? columnAt(left(table), /./));
}

function annualTotal(block: ModelBlock): number {
  return (
    amountAt(
      block.rows.find(({ kind }) => kind === 'annual-total'),
      0,
    ) ?? 0
  );
}

/** One of the three expenses of the year, which are rows in some regions and columns in others. */
function expenseIn(block: ModelBlock, expense: RegExp): number {
  const row = block.rows.find(({ label }) => expense.test(label) && !label.includes('购置及'));
  if (row !== undefined) return amountAt(row, 0) ?? 0;
  // Where last year stands beside this one, it stands before it.
  return totalOf(
    block,
    leavesOf(block.columns).findLastIndex(({ column }) => expense.test(column.label)),
  );
}

/** Whether money is left for the next year: then income and spending differ by it. */
function isCarriedForward(model: ModelDisclosure): boolean {
  const table = tableOf(model, 'income-expenditure');
  return annualTotal(right(table)) !== totalOf(right(table), 0);
}

describe('generator: relations between tables hold to the 分', () => {
  it('收入总计 is the total of 收入总表 (B1)', () => {
    everywhere((model) => {
      assert.equal(
        grandTotal(tableOf(model, 'income')),
        totalOf(left(tableOf(model, 'income-expenditure')), 0),
      );
    });
  });

  it('本年支出合计 is the total of 支出总表 (B2), and of 收入总表 unless some is carried forward (B3)', () => {
    let carried = 0;
    everywhere((model) => {
      const spending = grandTotal(tableOf(model, 'expenditure'));
      assert.equal(spending, annualTotal(right(tableOf(model, 'income-expenditure'))));
      if (isCarriedForward(model)) carried++;
      assert.equal(spending === grandTotal(tableOf(model, 'income')), !isCarriedForward(model));
    });
    assert.ok(carried > 10, `only ${carried} disclosures carry money forward`);
  });

  it('each source of income is a column of 收入总表 (B4)', () => {
    everywhere((model) => {
      const income = left(tableOf(model, 'income'));
      const columns = new Set(amountColumns(income).map((column) => totalOf(income, column)));
      const { rows } = left(tableOf(model, 'income-expenditure'));
      const carried = rows.filter(({ kind, level }) => kind === 'balance' && level === 1);
      for (const row of [...topRows(rows), ...carried]) {
        const amount = amountAt(row, 0);
        // 财政拨款 of shaanxi sums up three columns, which are no column together.
        if (amount === null || row.label === '财政拨款') continue;
        assert.ok(columns.has(amount), `${row.label} ${amount}`);
      }
    });
  });

  it('each 类 of 收支总表 is a row of 支出总表 (B5)', () => {
    let met = 0;
    everywhere((model) => {
      const classes = new Map<string, number>();
      for (const row of left(tableOf(model, 'expenditure')).rows) {
        const { code, kind } = row;
        if (code?.length === 3 && kind === 'data' && row.level === 1)
          classes.set(functionName(code), amountAt(row, 0) ?? 0);
      }
      const blocks = tableOf(model, 'income-expenditure').blocks.slice(1);
      for (const row of blocks.flatMap(({ rows }) => rows)) {
        const name = row.code === undefined ? row.label : functionName(row.code);
        const amount = classes.get(name);
        if (amount === undefined || amountAt(row, 0) === null) continue;
        met++;
        assert.equal(amountAt(row, 0), amount, name);
      }
    });
    assert.ok(met > 50, `only ${met} rows were met`);
  });

  it('一般公共预算拨款 is the same in both 收支总表 (B7)', () => {
    everywhere((model) => {
      const [all, fiscal] = (['income-expenditure', 'fiscal-income-expenditure'] as const).map((role) =>
        left(tableOf(model, role)).rows.find(({ label }) => /一般公共预算|全额|（补助）/.test(label)),
      );
      assert.equal(amountAt(all, 0), amountAt(fiscal, 0));
    });
  });

  it('财政拨款收支总表 is at most 收支总表 (B13), 支出总表 at least 一般公共预算支出表 (B14)', () => {
    let less = 0;
    everywhere((model) => {
      const all = totalOf(left(tableOf(model, 'income-expenditure')), 0);
      const fiscal = totalOf(left(tableOf(model, 'fiscal-income-expenditure')), 0);
      assert.ok(fiscal <= all);
      if (fiscal < all) less++;
      assert.ok(
        grandTotal(tableOf(model, 'general-budget-expenditure')) <= grandTotal(tableOf(model, 'expenditure')),
      );
    });
    assert.ok(less > 50, `only ${less} disclosures have other money`);
  });

  it('the tables of the budgets are the columns of 财政拨款收支总表 (B8)', () => {
    let columns = 0;
    everywhere((model) => {
      const block = right(tableOf(model, 'fiscal-income-expenditure'));
      const general = columnAt(block, /一般公共预算财政拨款|财政预算全额拨款/);
      const note = tableOf(model, 'general-budget-expenditure').notes.some((line) => line.includes('当年'));
      if (general < 0 || note || isCarriedForward(model)) return;
      columns++;
      assert.equal(grandTotal(tableOf(model, 'general-budget-expenditure')), totalOf(block, general));
    });
    assert.ok(columns > 30, `only ${columns} columns were met`);
  });

  it('基本支出 is the total of 基本支出表 (B10), by department and by government classification (B12)', () => {
    let met = 0;
    everywhere((model) => {
      const general = left(tableOf(model, 'general-budget-expenditure'));
      const basic = columnAt(general, /基本支出(?:›[小合]计)?$/);
      if (basic >= 0) met++;
      const tables = tablesOf(model, 'basic-expenditure').filter(({ title }) => !title.includes('明细表-'));
      assert.ok(tables.length > 0);
      for (const table of tables) {
        assert.equal(grandTotal(table), grandTotal(tables[0] ?? table), table.title);
        if (basic >= 0) assert.equal(grandTotal(table), totalOf(general, basic), table.title);
      }
    });
    assert.ok(met > 100, `only ${met} columns were met`);
  });

  it('人员经费 and 公用经费 are the columns of 基本支出表 (B11)', () => {
    let met = 0;
    everywhere((model) => {
      const general = left(tableOf(model, 'general-budget-expenditure'));
      const table = left(tableOf(model, 'basic-expenditure'));
      for (const heading of [/人员经费/, /公用经费/]) {
        const [from, to] = [columnAt(general, heading), columnAt(table, heading)];
        if (from < 0 || to < 0) continue;
        met++;
        assert.equal(totalOf(general, from), totalOf(table, to));
      }
    });
    assert.ok(met > 100, `only ${met} columns were met`);
  });

  it('projects add up to 项目支出 of 支出总表 (A16)', () => {
    let met = 0;
    everywhere((model) => {
      const [projects] = tablesOf(model, 'project-expenditure');
      const spending = left(tableOf(model, 'expenditure'));
      const column = columnAt(spending, /(?:项目支出|专项业务经费支出)(?:›[小合]计)?$/);
      if (projects === undefined || column < 0) return;
      met++;
      assert.equal(grandTotal(projects), totalOf(spending, column));
    });
    assert.ok(met > 100, `only ${met} tables were met`);
  });

  it('“三公”经费 is at least what 基本支出表 has of it (B15, B16)', () => {
    let met = 0;
    let more = 0;
    everywhere((model) => {
      const block = left(tableOf(model, 'three-public'));
      const economic = tablesOf(model, 'basic-expenditure').flatMap(({ blocks }) => blocks[0]?.rows ?? []);
      for (const [code, expense] of [
        ['30217', /公务接待费$/],
        ['30231', /运行(?:维护)?费$/],
      ] as const) {
        const row = economic.find((candidate) => candidate.code === code);
        if (row === undefined) continue;
        met++;
        const column = row.values.findIndex((value) => typeof value === 'number');
        const inBasic = amountAt(row, column) ?? 0;
        assert.ok(expenseIn(block, expense) >= inBasic, code);
        if (expenseIn(block, expense) > inBasic) more++;
      }
    });
    assert.ok(met > 50, `only ${met} rows were met`);
    assert.ok(more > 5, `only ${more} are paid from projects too`);
  });

  it('政府购买服务 is at most 政府采购 (B19), which is at most 项目支出', () => {
    let [met, ofServices] = [0, 0];
    everywhere((model) => {
      const [projects] = tablesOf(model, 'project-expenditure');
      const [services] = tablesOf(model, 'purchased-services');
      const [procurement] = tablesOf(model, 'procurement');
      if (procurement === undefined) return;
      if (services !== undefined) {
        ofServices++;
        assert.ok(grandTotal(services) <= grandTotal(procurement));
      }
      if (projects !== undefined) {
        met++;
        assert.ok(grandTotal(procurement) <= grandTotal(projects));
      }
    });
    assert.ok(met > 50 && ofServices > 20, `only ${met} and ${ofServices} tables were met`);
  });

  it('sentences say what the tables say (N7)', () => {
    const withText = disclosures.filter(({ paragraphs }) => paragraphs.length > 0);
    assert.ok(withText.length > 50);
    withText.forEach((model) => {
      const said = new Map(
        model.paragraphs.flatMap(({ clauses }) => clauses.map(({ concept, amount }) => [concept, amount])),
      );
      const table = tableOf(model, 'income-expenditure');
      assert.equal(said.get('income'), totalOf(left(table), 0));
      assert.equal(said.get('expenditure'), annualTotal(right(table)));
      assert.equal(sumOf([said.get('basic') ?? 0, said.get('project') ?? 0]), said.get('expenditure'));
      const income = ['general-income', 'other-income', 'carried-over'] as const;
      assert.equal(sumOf(income.map((concept) => said.get(concept) ?? 0)), said.get('income'));
    });
  });
});
