import { strict as assert } from 'node:assert';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';

const TITLE = '部门支出总表\n单位：万元\n';

/** What is said of each amount below the title: its row, its heading and its value, or only why it is not bound. */
export function bound(lines: string): string[] {
  const [placed, ...others] = readDisclosure(parse(TITLE + lines)).tables;
  assert.ok(placed && others.length === 0);
  return bindingsOf(placed.table).map(({ row, column, amount, certainty, reason }) =>
    certainty === 'unknown'
      ? reason
      : [row?.code ?? row?.label, column?.path.join('›'), amount.value.toString()].join(' '),
  );
}
