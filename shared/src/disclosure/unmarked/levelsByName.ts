import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { CLASS_CODE } from '../../text/codeShape.ts';
import { compactLabel } from '../../text/width.ts';
import { isTotalLabel } from '../labels.ts';
import { isNameOf } from '../wholeNames.ts';
import type { Leaf } from './leaves.ts';
import { tokensOf } from './tokens.ts';

/** 类, 款 and 项. */
const LEVELS = 3;
const LEVEL = /^\d{2}$/;

/** The codes that a level by itself goes on from, as far as they are known. */
interface Carry {
  readonly class?: string | undefined;
  readonly item?: string | undefined;
  /** Whether the last row is that of a 类: a 款 follows. */
  readonly opens?: boolean;
  /** Whether the last 款 is one that is not known. */
  readonly lost?: boolean;
}

/**
 * The rows with 款 and 项 by themselves in their columns, where 类, 款 and 项 have one each and blank cells left no trace: which
 * of both a row has its name tells, by the catalogue, and that nothing but a 款 follows a 类. What is not known stays out.
 *
 * @param placed the rows in their columns, without these levels
 * @param printed the same rows as they were
 */
export function withLevelsByName(
  placed: readonly RowNode[],
  printed: readonly RowNode[],
  stub: readonly Leaf[],
): RowNode[] {
  const hasLevels = stub.length > LEVELS && stub.slice(0, LEVELS).every(({ kind }) => kind === 'code');
  if (!hasLevels) return [...placed];
  let carry: Carry = {};
  return placed.map((row, index) => {
    const tokens = tokensOf(printed[index] ?? row);
    const [first, name] = tokens;
    if (first?.kind !== 'code') {
      // Whose code was lost may be that of another 类 or 款 than the rows below it.
      if (first?.kind === 'words' && !isTotalLabel(first.cell.text)) carry = {};
      return row;
    }
    const digits = first.cell.text.trim();
    if (CLASS_CODE.test(digits)) {
      carry = !row.unsure && name?.kind === 'words' ? { class: digits, opens: true } : {};
      return row;
    }
    const level = row.unsure || name?.kind !== 'words' ? undefined : levelOf(digits, name.cell, carry);
    carry = { class: carry.class, item: level?.item, lost: level === undefined };
    if (!level) return row;
    const cells = row.cells.map((cell) =>
      cell.column === level.column && cell.text === '' ? { ...first.cell, column: level.column } : cell,
    );
    return { ...row, cells };
  });
}

/** The column of two digits in front of a name, and what goes on from them. */
function levelOf(
  digits: string,
  name: CellNode,
  { class: group, item, opens, lost }: Carry,
): { readonly column: number; readonly item: string } | undefined {
  if (!LEVEL.test(digits) || group === undefined) return undefined;
  const words = compactLabel(name.whole ?? name.text);
  const second = { column: 1, item: group + digits };
  // Where the 款 was lost, its 项 follow the 类.
  if (opens) return isNameOf(second.item, words) || !isNameOfThird(group, digits, words) ? second : undefined;
  // 02 behind 98 is none of the 款, which count up, whatever a 款 of that number is called.
  const countsUp = item === undefined || group + digits > item;
  const isSecond = countsUp && isNameOf(group + digits, words);
  if (lost) return isSecond && !isNameOfThird(group, digits, words) ? second : undefined;
  const isThird = item !== undefined && isNameOf(item + digits, words);
  if (isSecond === isThird) return undefined;
  return isSecond || item === undefined ? second : { column: 2, item };
}

/** Whether a 项 of any 款 is called so: 99 其他卫生健康支出 is of 21099, as that is itself. */
function isNameOfThird(group: string, digits: string, words: string): boolean {
  return Array.from({ length: 99 }, (_, at) => group + String(at + 1).padStart(2, '0')).some((item) =>
    isNameOf(item + digits, words),
  );
}
