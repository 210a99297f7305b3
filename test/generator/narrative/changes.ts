import type { Hundredths, Pair } from './facts.ts';
import { differenceOf, money, type Piece, percent } from './text.ts';

export const REASONS = [
  '主要原因是人员和项目变动',
  '主要是落实过紧日子要求，同时新增重点工作',
  '主要原因：工作任务变化',
];

/** 比上年增加 D 万元，增长 P%，主要原因是…; 与上年持平. */
export function change(pair: Pair, against: string, reason = REASONS[0] ?? ''): readonly Piece[] {
  const difference = differenceOf(pair);
  if (difference === 0) return [`与${against}`, { text: '持平', kind: 'word' }];
  const up = difference > 0;
  const share: readonly Piece[] =
    pair.before === 0 ? [] : ['，', word(up ? '增长' : '下降'), percent(difference, pair.before), '%'];
  return [
    `比${against}`,
    pair.before === 0 ? (up ? '增加' : '减少') : word(up ? '增加' : '减少'),
    { text: plain(difference), kind: 'change', ...(pair.before !== 0 && { of: pair }) },
    '万元',
    ...share,
    `，${reason}`,
  ];
}

/** 较上年减少 D 万元, with the figure of last year in front. */
export function changeFromBase(pair: Pair, year: number): readonly Piece[] {
  const difference = differenceOf(pair);
  const before = `${year - 1}年预算`;
  if (difference === 0) return [`与${before}`, { text: '持平', kind: 'word' }];
  return [
    `较${before}`,
    plain(pair.before),
    '万元',
    word(difference > 0 ? '增加' : '减少'),
    { text: plain(difference), kind: 'change' },
    `万元，${REASONS[1]}`,
  ];
}

export function plain(value: Hundredths): string {
  const piece = money(value);
  return typeof piece === 'string' ? piece : piece.text;
}

export function word(text: string): Piece {
  return { text, kind: 'word' };
}

export function part(name: string, value: Hundredths, whole?: Hundredths): readonly Piece[] {
  return [name, money(value), '万元', ...(whole === undefined ? [] : ['，占', percent(value, whole), '%'])];
}

/** Parts with what parts them, and a full stop behind the last. */
export function list(mark: string, parts: readonly (readonly Piece[])[]): readonly Piece[] {
  return parts.flatMap((each, index) => [...each, index === parts.length - 1 ? '。' : mark]);
}
