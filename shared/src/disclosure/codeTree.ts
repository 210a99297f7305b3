import { isOfWhich } from './labels.ts';
import type { CodeReading, UnitCodeReading } from './table.ts';

/** What tells the place of a row in the tree. */
export interface Coded {
  readonly code?: CodeReading;
  readonly body?: UnitCodeReading;
  /** False where it is not known what the row holds. */
  readonly bound: boolean;
  readonly hasAmounts: boolean;
  /** Set where the row prints the number of a body beside its code: below the same code without one it is a part of it. */
  readonly ofUnit?: true;
  /** Set where the row is a part of that of a body with the same code above it. */
  readonly bought?: true;
}

/** A row in the tree that codes span: 类 › 款 › 项, with 单位 rows above them. */
export interface CodeNode<E> {
  readonly entry: E;
  /** The code, as far as ancestors by prefix are concerned. */
  readonly key: string;
  readonly children: CodeNode<E>[];
  /**
   * False where a row that could not be placed stands among this node's rows: then the children may not be
   * all of them.
   */
  complete: boolean;
}

/** Rows as their codes nest them. */
export interface CodeTree<E> {
  readonly roots: readonly CodeNode<E>[];
  /** Whether every row with amounts found its place and the roots are of one level: then they add up. */
  readonly complete: boolean;
}

/** 单位编码 come before every 科目编码: a common first character makes them ancestors by prefix. */
const UNIT_PREFIX = '@';

/**
 * Hangs each row under the nearest row above it whose code begins its own (the nearest *present* ancestor:
 * tables may leave levels out). A 单位 row is the parent of the 科目 rows that follow it.
 *
 * `open`: rows may be missing at the end, so the branches not yet closed there are not complete.
 * Returns undefined where codes repeat on several levels: such lists (one row a project) are no tree.
 */
export function codeTree<E>(
  entries: readonly E[],
  codedOf: (entry: E) => Coded,
  open: boolean,
): CodeTree<E> | undefined {
  const roots: CodeNode<E>[] = [];
  const lengths = new Set<number>();
  let seen = new Set<string>();
  let repeats = false;
  let stray = false;
  let units: CodeNode<E>[] = [];
  let path: CodeNode<E>[] = [];
  let whole: CodeNode<E> | undefined;
  let buyer: CodeNode<E> | undefined;
  for (const entry of entries) {
    const { body: unit, code, bound, hasAmounts, ofUnit, bought } = codedOf(entry);
    // Below 科目 that belong to no 单位, digits like those of one are a misprinted code: 208505 for 2080505.
    const body = units.length === 0 && path.length > 0 ? undefined : unit;
    const key = body ? unitKey(body.code) : (code?.digits ?? '');
    const node: CodeNode<E> = { entry, key, children: [], complete: bound };
    if (ofUnit) buyer = node;
    if (body) {
      units = units.filter((unit) => isPrefix(unit.key, key));
      (units.at(-1)?.children ?? roots).push(node);
      units.push(node);
      path = [];
      seen = new Set();
    } else if (bought && buyer?.key === key) {
      buyer.children.push(node);
    } else if (ofUnit && code && path.at(-1)?.key === key && path.at(-1) === whole) {
      whole?.children.push(node);
    } else if (code) {
      whole = ofUnit ? undefined : node;
      repeats ||= seen.has(key);
      seen.add(key);
      lengths.add(key.length);
      const before = path;
      path = path.filter((open) => open.key.length < key.length);
      // A row of another branch stands here: a code may be misprinted, and then the sums around it lack it.
      const skipped = path.some((open) => !isPrefix(open.key, key));
      if (skipped) for (const open of before) open.complete = false;
      const parent = path.findLast((open) => isPrefix(open.key, key)) ?? units.at(-1);
      (parent?.children ?? roots).push(node);
      path.push(node);
    }
    // 其中 names a part of what stands above: the rest of it is not listed.
    if (isOfWhich(code?.name ?? '')) for (const open of path.slice(0, -1)) open.complete = false;
    if (!bound || (key === '' && hasAmounts)) {
      stray = true;
      for (const open of [...units, ...path]) open.complete = false;
    }
  }
  if (repeats && lengths.size > 1) return undefined;
  if (open) for (const node of [...units, ...path]) node.complete = false;
  for (const node of walk(roots)) {
    if (node.key.startsWith(UNIT_PREFIX) && !areOfOneLevel(node.children)) node.complete = false;
  }
  return { roots, complete: !stray && !open && areOfOneLevel(roots) };
}

/** 项 beside 类 are of one of them, whose code is another or misprinted: together they count it twice. */
function areOfOneLevel<E>(nodes: readonly CodeNode<E>[]): boolean {
  return new Set(nodes.map(({ key }) => key.length)).size <= 1;
}

/** All nodes, parents before children. */
export function* walk<E>(nodes: readonly CodeNode<E>[]): Generator<CodeNode<E>> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}

/** 215000 is the whole department of which 215001 is a unit. */
function unitKey(unitCode: string): string {
  return UNIT_PREFIX + unitCode.replace(/^(\d{3})000$/, '$1');
}

/** Whether a code is above another one: the other begins with it. */
export function isPrefix(shorter: string, longer: string): boolean {
  return shorter.length < longer.length && longer.startsWith(shorter);
}
