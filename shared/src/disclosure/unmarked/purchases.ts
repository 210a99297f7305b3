import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import type { Grid } from '../grid.ts';
import { isTotalLabel } from '../labels.ts';
import { filledUp } from './blanks/looseBody.ts';
import type { PlacedGrid } from './place.ts';
import { isFigure, joined, type Token, tokensOf } from './tokens.ts';

/** The headings, by what is printed of them where they are torn, and the words of each. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/^采购品目/, '采购品目大类'],
  [/^(?:专项|项目)名称$/, '专项名称'],
  [/^经济(?:科目|分类)/, '经济科目'],
  [/^采购物品/, '采购物品名称'],
  [/^采购组织/, '采购组织形式'],
  [/^(?:总计|金额|合计)$/, '总计'],
];
/** The columns, in the order of their headings. */
const [CLASS, PROJECT, ACCOUNT, ITEM, FORM, AMOUNT] = [0, 1, 2, 3, 4, 5];

/** 一、货物A, 二、工程B, 三、服务C (政府采购法第二条). */
const CLASSES = /^[一二三]、?(?:货物|工程|服务)/;
/** 政府集中采购, 部门集中采购, 分散自行组织, or the first of them where the rest is wrapped. */
const FORMS = /^(?:政府集中|部门集中|集中采购|分散(?:自行|采购)|自行(?:组织|采购))/;
/** How the names of 经济科目 end that purchases fall under. */
const ACCOUNTS = /(?:费用?|支出|购置|购建|建造|修缮|更新)$/;
const PAGE = /^\d{1,3}$/;

/**
 * Places the rows of a list of purchases by what they are: 一、货物A over the projects with their 经济科目, and below each
 * what is bought, with the way in which it is, which only these rows have. Lines without figures are parts of names
 * that were wrapped and of headings. Undefined where the headings are others, or rows have several figures.
 */
export function placedPurchases(grid: Grid): PlacedGrid | undefined {
  const lines = grid.rows.map((node) => ({ node, tokens: tokensOf(node) })).filter(hasContent);
  const first = lines.findIndex(({ tokens }) => tokens.some(isFigure));
  const head = lines.slice(0, first).flatMap(({ tokens }) => tokens.map(({ cell }) => cell));
  const headings = HEADINGS.map(([own]) => head.find(({ text }) => own.test(compactLabel(text))));
  const isListed = headings.every((cell) => cell !== undefined);
  if (first < 1 || !isListed || lines.some(({ tokens }) => tokens.filter(isFigure).length > 1))
    return undefined;
  const rows = lines.flatMap(({ node, tokens }, index): RowNode[] => {
    if (index < first || !tokens.some(isFigure)) return [];
    const [rest] = lines[index + 1]?.tokens.some(isFigure) ? [] : (lines[index + 1]?.tokens ?? []);
    const cells = cellsOf(tokens, wordsAbove(lines.slice(first, index)), rest?.cell.text);
    return [cells ? { ...node, cells: filledUp(cells) } : { ...node, unsure: true }];
  });
  const cells = headings.flatMap((cell, column): CellNode[] =>
    cell ? [{ ...cell, column, whole: HEADINGS[column]?.[1] ?? cell.text }] : [],
  );
  const header = { line: headings[AMOUNT]?.span.line ?? 0, separator: false, cells };
  return { grid: { ...grid, rows: [header, ...rows] }, partial: false };
}

/**
 * The same of which only the sequence of the cells is left: each row ends in its figure, and the headings end with that
 * of the amounts behind that of the ways to purchase.
 */
export function purchasesInSequence(grid: Grid): PlacedGrid | undefined {
  const cells = grid.rows.flatMap(tokensOf);
  const labels = cells.map(({ cell }) => compactLabel(cell.text));
  const way = labels.findIndex((label) => HEADINGS[FORM]?.[0].test(label));
  const amount = labels.findIndex((label, at) => at > way && HEADINGS[AMOUNT]?.[0].test(label));
  if (way === -1 || amount === -1) return undefined;
  const rows = [cells.slice(0, amount + 1)];
  for (const [at, token] of cells.slice(amount + 1).entries()) {
    const open = rows.at(-1);
    if (open && at > 0 && !open.some(isFigure)) open.push(token);
    else rows.push([token]);
  }
  return placedPurchases({
    ...grid,
    rows: rows.map((row) => ({
      ...{ line: row[0]?.cell.span.line ?? 0, separator: false },
      cells: row.map(({ cell }, column) => ({ ...cell, column })),
    })),
  });
}

/** A line that is neither blank nor the number of a page. */
function hasContent({ tokens }: { readonly tokens: readonly Token[] }): boolean {
  return tokens.length > 1 || tokens.some(({ cell }) => !PAGE.test(cell.text));
}

/** The words in lines without figures, behind the last that has one. */
function wordsAbove(lines: readonly { readonly tokens: readonly Token[] }[]): CellNode[] {
  const last = lines.findLastIndex(({ tokens }) => tokens.some(isFigure));
  return lines.slice(last + 1).flatMap(({ tokens }) => tokens.map(({ cell }) => cell));
}

/**
 * The cells of a row with a figure in their columns; undefined where nothing tells what it is. Of what is bought the way
 * may stand in a line above, where it is wrapped; a project ends in the name of its 经济科目,
 * the rest of which may stand in the line below.
 */
function cellsOf(tokens: readonly Token[], above: readonly CellNode[], rest = ''): CellNode[] | undefined {
  const words = tokens.flatMap(({ kind, cell }) => (kind === 'figure' ? [] : cell));
  const figure = tokens.at(-1);
  const [first, ...more] = words;
  const formAbove = above.find(isForm);
  if (!isFigure(figure) || !figure) return undefined;
  const amount = { ...figure.cell, column: AMOUNT };
  const form = words.findIndex(isForm);
  if (form !== -1 && (formAbove || form < words.length - 1)) return undefined;
  const way = words[form] ?? formAbove;
  if (way) {
    const [name, ...rest] = form === -1 ? words : words.slice(0, form);
    return [...(name ? [joined([name, ...rest], ITEM)] : []), { ...way, column: FORM }, amount];
  }
  if (!first || more.length > 1) return undefined;
  if (CLASSES.test(first.text) || (isTotalLabel(first.text) && more.length === 0))
    return [joined([first, ...more], CLASS), amount];
  const [account = first] = more;
  if (!ACCOUNTS.test(account.text) && !(rest !== '' && ACCOUNTS.test(account.text + rest))) return undefined;
  const project = account === first ? [] : [{ ...first, column: PROJECT }];
  return [...project, { ...account, column: ACCOUNT }, amount];
}

function isForm({ text }: CellNode): boolean {
  return FORMS.test(compactLabel(text));
}
