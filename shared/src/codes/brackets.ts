import type { Table } from '../disclosure/table.ts';

/** How many rows on either side tell how a table writes its brackets. */
const REACH = 60;
const HALF = /[\u4e00-\u9fff]\(|\)[\u4e00-\u9fff]/;
const FULL = /[（）]/;

/** Returns a function that writes a name with brackets of the width that the rows around use; full if none do. */
export function bracketsLike(table: Table, rowIndex: number): (name: string) => string {
  for (let distance = 0; distance <= REACH; distance++) {
    for (const row of [table.rows[rowIndex - distance], table.rows[rowIndex + distance]]) {
      const text = row?.cells.map((cell) => cell?.text ?? '').join('\t') ?? '';
      if (FULL.test(text)) return (name) => name;
      if (HALF.test(text)) return (name) => name.replaceAll('（', '(').replaceAll('）', ')');
    }
  }
  return (name) => name;
}
