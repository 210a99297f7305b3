import type { AmountCell, Row, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { RelationRule, SumRelation, Term } from './relation.ts';
import { isTerm, type Proposal } from './terms.ts';

/** What a line of a form says of the funds of a project or of a whole department (T11, T12; domain rules §4). */
export type Concept = 'whole' | 'source' | 'any-other-source' | 'nature';

const WHOLE = /^(?:(?:实施期|年度|当年|项目)?(?:预算)?资金总额|合计)$/;
const SOURCE =
  /^(?:财政(?:拨款|资金|性资金)|(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:财政)?(?:拨款|资金)?|财政专户管理资金)$/;
/** With one of these a list of sources is all there is. */
const ANY_OTHER_SOURCE = /^(?:其他|单位|自筹)资金$/;
const NATURE = /^(?:基本支出|项目支出|其他(?:支出)?|(?:人员类|运转类|特定目标类)(?:项目)?(?:支出?)?)$/;
/** 基本支出 and 项目支出 are all expenditure, and so are the kinds of projects that the integrated budget has. */
const ALL_NATURES: readonly (readonly [RegExp, RegExp])[] = [
  [/^基本支出$/, /^项目支出$/],
  [/^人员类/, /^运转类/],
];

/** Longer words are what a form is filled in with. */
const LONGEST_LABEL = 30;

/** A label of a form with the figures behind it, up to the next label. */
interface Entry {
  readonly label: string;
  readonly concept: Concept;
  readonly amounts: readonly AmountCell[];
}

/** Lines one below the other that break a sum down, its total in front of them or behind. */
interface Run {
  readonly whole: Entry;
  readonly parts: readonly Entry[];
}

/**
 * Sums of forms: 资金总额 = 基本支出 + 项目支出, 合计 = 人员类 + 运转类 + 特定目标类项目支出 (B21), each by the words
 * on its own line, so that it does not matter in which column of the form they stand.
 */
export function formSums(table: Table): Proposal[] {
  if (table.coded || (!table.indicators && table.sides.length > 1)) return [];
  const runs = blocksOf(table.rows).flatMap((block) => runsIn(block));
  return [...runs.flatMap(sumsOf), ...balances(runs)];
}

/** Entries on rows one below the other; rows of 其中 parts in between belong to none. */
function blocksOf(rows: readonly Row[]): Entry[][] {
  const blocks: Entry[][] = [];
  let open: Entry[] = [];
  for (const row of rows) {
    const entry = entryOf(row);
    if (entry) open.push(entry);
    else if (!isOfWhichRow(row) && open.length > 0) {
      blocks.push(open);
      open = [];
    }
  }
  return [...blocks, open];
}

function entryOf({ cells }: Row): Entry | undefined {
  const at = cells.findIndex((cell) => cell && isLabel(cell.text) && conceptOf(cell.text) !== undefined);
  const label = cells[at]?.text ?? '';
  const concept = conceptOf(label);
  if (!concept) return undefined;
  const behind = cells.slice(at + 1);
  const next = behind.findIndex((cell) => cell && /\p{Script=Han}/u.test(cell.text));
  const own = next === -1 ? behind : behind.slice(0, next);
  return { label: nameOf(label), concept, amounts: own.filter(isTerm) };
}

function isOfWhichRow({ cells }: Row): boolean {
  return cells.some((cell) => cell && isLabel(cell.text) && /^其中/.test(compactLabel(cell.text)));
}

/** Forms have whole paragraphs in their cells; none of them is a label. */
export function isLabel(text: string): boolean {
  return text !== '' && text.length <= LONGEST_LABEL;
}

/** What a row of a form is by its label: the whole, a source of funds, or a kind of expenditure. */
export function conceptOf(label: string): Concept | undefined {
  const name = nameOf(label);
  if (WHOLE.test(name)) return 'whole';
  if (ANY_OTHER_SOURCE.test(name)) return 'any-other-source';
  if (SOURCE.test(name)) return 'source';
  return NATURE.test(name) ? 'nature' : undefined;
}

/** The words of a label without 其中, what stands in brackets and the colon behind it. */
export function nameOf(label: string): string {
  return compactLabel(label)
    .replace(/\([^()]*\)$/, '')
    .replace(/^其中:/, '')
    .replace(/:$/, '');
}

/** A block begins with its total, or else each total in it stands behind its parts. */
function runsIn(block: readonly Entry[]): Run[] {
  const wholes = block.flatMap(({ concept }, index) => (concept === 'whole' ? index : []));
  const isInFront = wholes[0] === 0;
  return wholes.flatMap((at, order) => {
    const whole = block[at];
    const parts = isInFront
      ? block.slice(at + 1, wholes[order + 1])
      : block.slice((wholes[order - 1] ?? -1) + 1, at);
    // 资金总额 over the sources of a project is looked at together with what it is spent on (checks/indicators).
    const isProject =
      isInFront && whole?.label !== '合计' && parts.some(({ concept }) => concept !== 'nature');
    return whole && !isProject && areAll(parts) ? [{ whole, parts }] : [];
  });
}

/** Whether parts are all there are, each once: all natures of expenditure, or sources with 其他资金 among them. */
export function areAll(parts: readonly Pick<Entry, 'label' | 'concept'>[]): boolean {
  const labels = new Set(parts.map(({ label }) => label));
  if (labels.size < parts.length || parts.length < 2) return false;
  if (parts.every(({ concept }) => concept === 'nature'))
    return ALL_NATURES.some((all) => all.every((pattern) => parts.some(({ label }) => pattern.test(label))));
  return (
    parts.every(({ concept }) => concept !== 'nature') &&
    parts.some(({ concept }) => concept === 'any-other-source')
  );
}

/** Figures correspond by their order; a line without any adds nothing. */
function sumsOf({ whole, parts }: Run): Proposal[] {
  const filled = parts.filter(({ amounts }) => amounts.length > 0);
  if (filled.length === 0 || filled.some(({ amounts }) => amounts.length !== whole.amounts.length)) return [];
  return whole.amounts.flatMap((cell, index): Proposal[] => {
    const parts = filled.flatMap(({ amounts, label }) => {
      const part = amounts[index];
      return part ? [{ cell: part, label }] : [];
    });
    if (isRate(cell, parts)) return [];
    const total = { cell, label: whole.label };
    return [{ relation: relationOf('numbered-sum', total, parts), certain: true }];
  });
}

/** 执行率 100%, 100%, 100%: what is printed as a percentage, or is of the whole what it is of each part, is no sum. */
function isRate({ amount: { style, value } }: AmountCell, parts: readonly Term[]): boolean {
  return style.percent || (parts.length > 1 && parts.every(({ cell }) => cell.amount.value.eq(value)));
}

/** 收入构成 and 支出构成 of a department add up to the same, as long as those of another year show it. */
function balances(runs: readonly Run[]): Proposal[] {
  const [income, expenditure] = [false, true].map((isNature) =>
    runs.filter(({ parts }) => parts.every(({ concept }) => (concept === 'nature') === isNature)),
  );
  const [source, another] = income ?? [];
  const [nature, more] = expenditure ?? [];
  if (!source || !nature || another || more || source.whole.amounts.length !== nature.whole.amounts.length)
    return [];
  const pairs = nature.whole.amounts.flatMap((cell, index) => {
    const other = source.whole.amounts[index];
    return other ? [[cell, other] as const] : [];
  });
  const equal = pairs.filter(([cell, other]) => cell.amount.value.eq(other.amount.value)).length;
  return pairs.map(([cell, other]) => ({
    relation: relationOf('balance', { cell, label: '支出' }, [{ cell: other, label: '收入' }]),
    certain: equal > 0 && equal + 1 >= pairs.length,
  }));
}

/** The sum of parts in a form, whose rows name themselves. */
export function relationOf(
  rule: RelationRule,
  total: SumRelation['total'],
  parts: SumRelation['parts'],
): SumRelation {
  return { rule, total, parts, row: total.label, column: '' };
}
