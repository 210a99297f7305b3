import type { Facts, Hundredths, Item, Pair } from '../facts.ts';
import { differenceOf, money, type Piece, percent } from '../text.ts';

/** A line of a disclosure. */
export type Line = readonly Piece[];

/** Writes a disclosure as one province does. */
export type Province = (facts: Facts) => readonly Line[];

/** How a province tells changes: the words in front, for the difference and for the percentage, and the reason. */
export interface Telling {
  /** 比上年; in front of 增加. */
  readonly lead: string;
  /** 与上年; in front of 持平. */
  readonly level: string;
  readonly up: readonly [string, string];
  readonly down: readonly [string, string];
  /** Absent where no percentage is told. */
  readonly share?: string;
  readonly reason: string;
  readonly flat: string;
}

const NOTHING: Pair = { now: 0, before: 0 };

/** A change with its percentage, which bear each other out; a change alone is not marked. */
export function told(pair: Pair, telling: Telling): Line {
  const difference = differenceOf(pair);
  const { lead, level, up, down, share, reason, flat } = telling;
  if (difference === 0) return [level, { text: flat, kind: 'word' }];
  const [amountWord, percentWord] = difference > 0 ? up : down;
  if (share === undefined || pair.before === 0) return [lead, amountWord, bare(difference), `万元${reason}`];
  return [
    lead,
    { text: amountWord, kind: 'word' },
    { text: bare(difference), kind: 'change', of: pair },
    '万元',
    share,
    { text: percentWord, kind: 'word' },
    percent(difference, pair.before),
    `%${reason}`,
  ];
}

/** The same words, of a place that tells no percentage. */
export function withoutShare({ share: _, ...telling }: Telling): Telling {
  return telling;
}

/** A change alone, borne out by the changes of the parts or of the whole that are told too. */
export function toldWithParts(pair: Pair, { lead, level, up, down, reason, flat }: Telling): Line {
  const difference = differenceOf(pair);
  if (difference === 0) return [level, flat];
  const [word] = difference > 0 ? up : down;
  return [
    lead,
    { text: word, kind: 'word', open: true },
    { text: bare(difference), kind: 'change', open: true },
    `万元${reason}`,
  ];
}

/** Names with what they are given, each with its share of the whole if one is given. */
export function named(
  parts: readonly (readonly [string, Hundredths])[],
  { mark, behind = '', end = '。', of }: { mark: string; behind?: string; end?: string; of?: Hundredths },
): Line {
  return parts.flatMap(([name, value], index) => [
    name + behind,
    money(value),
    '万元',
    ...(of === undefined ? [] : ['，占', percent(value, of), '%']),
    index === parts.length - 1 ? end : mark,
  ]);
}

/** Where the money comes from, what was carried over last. */
export function sourcesOf({
  general,
  fund,
  other,
  carried,
}: Facts): readonly (readonly [string, Hundredths])[] {
  return [
    ['一般公共预算拨款收入', general.now],
    ['政府性基金预算拨款收入', fund],
    ['其他收入', other],
    ['上年结转', carried],
  ];
}

/** What is purchased: its whole, and goods, works and services. */
export function procured({ goods, works, services }: Facts): Line {
  return [
    money(goods + works + services),
    '万元，其中：',
    ...named(
      [
        ['政府采购货物预算', goods],
        ['政府采购工程预算', works],
        ['政府采购服务预算', services],
      ],
      { mark: '、' },
    ),
  ];
}

/** What the general budget is spent on, by 类. */
export function classesOf({ items }: Facts): readonly (readonly [string, Hundredths])[] {
  const names = [...new Set(items.map(({ names: [first] }) => first))];
  return names.map((name) => [name, nowOf(items.filter(({ names: [first] }) => first === name))]);
}

export function wholeOf({ basic, project }: Item): Pair {
  return { now: basic.now + project.now, before: basic.before + project.before };
}

/** 行政运行, which opens the list of items. */
export function runningOf({ items }: Facts): Pair {
  return items[0]?.basic ?? NOTHING;
}

/** A pair of which last year's general budget and the fund as it is are all. */
export function fiscalOf({ general, fund }: Facts): Pair {
  return { now: general.now + fund, before: general.before + fund };
}

function nowOf(items: readonly Item[]): Hundredths {
  return items.reduce((all, item) => all + wholeOf(item).now, 0);
}

export function bare(value: Hundredths): string {
  const piece = money(value);
  return typeof piece === 'string' ? piece : piece.text;
}
