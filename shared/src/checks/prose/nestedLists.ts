import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import { wordsInFront } from './betweenFigures.ts';
import { type Valued, valued } from './constraint.ts';
import { sumOf, valuedBeside } from './listSlips.ts';
import { mayEqual, NO_MONEY, plus, type Quantity } from './quantities.ts';

/** A list as sentences print it, or the parts of one of its items that stand among them. */
export interface NestedList extends FigureList {
  /** 主要是…: some of the parts only, however near they come to their whole. */
  readonly isSome?: true;
}

/** 提租补贴（项）：支出10万元 */
const BRACKETS = /[（(][^（()）]*[)）]/g;
/** Behind the last mark in front of a figure: its own clause. */
const CLAUSE = /[，,；;。、）)]/;
/** 主要是…, 即…, 由…, 财政拨款960万元：…: words in front of an item, with what they are said of, that open the parts of another one. */
const OPENING =
  /^(?:万|亿|千|百万)?元?(?:其中)?(.*?)(?:主要(?:是|为|有|包括|包含|用于|由|系)|其中|包括|包含|内含|即|明细(?:为|是|如下)?|分别(?:为|是)|具体(?:为|是|如下)?|^由|^含|[：:])(?=.)/;
const SOME = /主要/;
/** So many items that begin with numbers show that each of the list does. */
const MIN_NUMBERED = 3;
/** Longer lists nest in more ways than can be tried. */
const MAX_ITEMS = 12;
const MAX_STEPS = 20_000;

/** What stands in a list, with what the words in front of it say. */
interface Item {
  readonly index: number;
  readonly part: Valued;
  /** Words that open parts, from the last mark on; the words in front of them name what the parts are of. */
  readonly opening?: RegExpExecArray;
  /** A semicolon or a full stop stands in front of it. */
  readonly isApart: boolean;
}

/**
 * ①工资福利支出13万元 … ②商品和服务支出9万元，其中：…。2022年日常公用经费1万元 … ③资本性支出5万元: a list whose items do not come to its whole,
 * without what stands within its numbered items.
 */
export function ofNumberedItems(list: FigureList, { figures, paragraphs }: Passage): FigureList {
  const whole = valued(figures[list.parent ?? -1]);
  const parts = list.items.flatMap((index) => valued(figures[index]) ?? []);
  if (!whole || mayEqual(sumOf(parts), whole.quantity)) return list;
  const levelOf = (index: number) => paragraphs[figures[index]?.paragraph ?? -1]?.numbering?.level;
  const numbered = list.items.filter((index, at) => {
    const last = figures[list.items[at - 1] ?? -1];
    return levelOf(index) !== undefined && last?.paragraph !== figures[index]?.paragraph;
  });
  const isOneLevel = new Set(numbered.map(levelOf)).size === 1;
  return isOneLevel && numbered.length >= MIN_NUMBERED ? { ...list, items: numbered } : list;
}

/**
 * 本年收入1305万元，主要是拨款1294万元，基金11万元；上年结转120万元，…: a list whose items do not come to its whole, as its words nest it: the items
 * outside, and the parts of each. The list itself where no words open parts in it.
 */
export function nestedLists(list: FigureList, passage: Passage): readonly NestedList[] {
  const whole = list.parent === undefined ? undefined : valued(passage.figures[list.parent]);
  const items = whole && list.confidence === 'certain' ? itemsOf(list, whole, passage) : undefined;
  if (!whole || !items?.some(({ opening }, at) => at > 0 && opening)) return [list];
  if (mayEqual(sumOf(items.map(({ part }) => part)), whole.quantity)) return [list];
  const outside: Item[] = [];
  const within = new Map<Item, { readonly items: Item[]; readonly isSome: boolean }>();
  let open: Item[] | undefined;
  for (const item of items) {
    const named = item.opening && openedBy(item, outside, passage);
    if (named) {
      open = [item];
      within.set(named, { items: open, isSome: SOME.test(item.opening?.[0] ?? '') });
    } else if (open && !item.isApart) open.push(item);
    else {
      open = undefined;
      outside.push(item);
    }
  }
  if (within.size === 0) return [list];
  return [
    { ...list, items: outside.map(({ index }) => index) },
    ...[...within].map(
      ([{ index }, { items: own, isSome }]): NestedList => ({
        parent: index,
        items: own.map((item) => item.index),
        introduction: 'of-which',
        confidence: 'certain',
        ...(isSome && { isSome }),
      }),
    ),
  ];
}

/** The item that words open: the one they name, else the one right in front, of which nothing but its share is told in between. */
function openedBy({ index, opening }: Item, outside: readonly Item[], passage: Passage): Item | undefined {
  const { figures } = passage;
  const last = outside.at(-1);
  const name = opening?.[1] ?? '';
  if (name !== '')
    return outside.findLast(({ part: { figure } }) => figure.label !== '' && name.endsWith(figure.label));
  const between = last ? figures.slice(last.index + 1, index) : [];
  return between.every(({ role }) => role === 'share') ? last : undefined;
}

function itemsOf({ items }: FigureList, whole: Valued, passage: Passage): Item[] | undefined {
  const found = items.flatMap((index): Item[] => {
    const figure = passage.figures[index];
    const part = figure && valuedBeside(whole, figure);
    return part ? [{ index, part, ...openingOf(part.figure, passage) }] : [];
  });
  return found.length === items.length ? found : undefined;
}

function openingOf(figure: Figure, passage: Passage): Pick<Item, 'opening' | 'isApart'> {
  const words = wordsInFront(figure, passage).replace(/\s/g, '').replace(BRACKETS, '');
  const clauses = words.split(CLAUSE);
  const opening = OPENING.exec(clauses.at(-1) ?? '');
  return { ...(opening && { opening }), isApart: /[；;。]/.test(words) };
}

/**
 * Whether items can be nested so that all holds: in their order, some of them come to the whole, and those behind each come to that
 * one. Where words open the parts of an item these may be less, and then the items outside may be so as well. That a
 * single fault leaves no such reading is what makes any other reading of no account.
 */
export function nests(
  list: FigureList,
  whole: Valued,
  parts: readonly Valued[],
  passage: Passage,
  isAll: boolean,
): boolean {
  const items = parts
    .filter(({ quantity }) => !quantity.value.isZero())
    .map((part) => ({ index: 0, part, ...openingOf(part.figure, passage) }));
  if (items.length > MAX_ITEMS || items.length < 2 || list.introduction === 'order') return false;
  let steps = 0;
  /** Whether items from one on, beside what others have come to, are all parts of an amount. */
  const breakDown = (all: Quantity, own: readonly Item[], sum: Quantity, mayBeLess: boolean): boolean => {
    const [first, ...rest] = own;
    if (!first) return mayEqual(sum, all) || (mayBeLess && sum.value.lt(all.value));
    steps++;
    const next = plus(sum, first.part.quantity);
    if (steps > MAX_STEPS || next.value.gt(all.value.plus(all.half).plus(next.half))) return false;
    if (breakDown(all, rest, next, mayBeLess)) return true;
    return rest.some((_, at) => {
      const count = at + 1;
      const within = arePartsOf(first, rest.slice(0, count));
      return (
        within !== undefined && breakDown(all, rest.slice(count), next, mayBeLess && within === 'opened')
      );
    });
  };
  const arePartsOf = ({ part }: Item, own: readonly Item[]): 'opened' | 'exact' | undefined => {
    const [first, ...others] = own;
    const isOpened = first?.opening !== undefined;
    const goesOn = others.every(({ isApart }) => !isApart);
    if (isOpened && goesOn && breakDown(part.quantity, own, NO_MONEY, true)) return 'opened';
    return own.length > 1 && breakDown(part.quantity, own, NO_MONEY, false) ? 'exact' : undefined;
  };
  return breakDown(whole.quantity, items, NO_MONEY, !isAll);
}
