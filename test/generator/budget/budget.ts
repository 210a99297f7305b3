import type { Fen, Kind } from '../model.ts';

/** Where money comes from. `carried-…` is left over from the year before: of 财政拨款, or of any other money. */
export type Source =
  | 'general'
  | 'fund'
  | 'capital'
  | 'special-account'
  | 'business'
  | 'operating'
  | 'superior'
  | 'subsidiary'
  | 'other'
  | 'carried-general'
  | 'carried-other';

/** 人员经费, 公用经费, 项目支出, or 结转下年: money that comes in and is not spent. */
export type Nature = 'personnel' | 'operating' | 'project' | 'carried-forward';

/**
 * The smallest amount there is. Every figure of every table is a sum of atoms, which is why all relations
 * between figures hold exactly before rounding.
 */
export interface Atom {
  /** Index of the body that spends it. */
  readonly body: number;
  /** 支出功能分类科目, seven digits. */
  readonly item: string;
  readonly nature: Nature;
  /** 部门预算支出经济分类科目, five digits. */
  readonly economic: string;
  readonly source: Source;
  /** Index of the project, for {@link Nature} `project`. */
  readonly project?: number;
  readonly fen: Fen;
  /** What the year before had for the same. */
  readonly prior: Fen;
}

export interface Body {
  /** 单位编码: 003001. */
  readonly code: string;
  readonly name: string;
}

export interface Project {
  readonly name: string;
  /** 项目编码, which looks like a long number. */
  readonly code: string;
  readonly body: number;
  readonly item: string;
  /** Whether a higher level pays (上级资金, 公共项目) rather than the own one (本级资金, 部门项目). */
  readonly fromAbove: boolean;
}

export type ProcurementKind = '货物类' | '工程类' | '服务类';

/** A line of the procurement tables: a part of one atom. */
export interface Purchase {
  readonly body: number;
  readonly item: string;
  readonly economic: string;
  readonly project: number;
  readonly source: Source;
  readonly kind: ProcurementKind;
  readonly goods: string;
  readonly measure: string;
  readonly quantity: number;
  readonly fen: Fen;
}

export interface Budget {
  readonly year: number;
  readonly organ: string;
  readonly kind: Kind;
  /** 事业单位 rather than 行政单位: decides the government economic classification. */
  readonly institution: boolean;
  /** 单位编码 of the department: 003. */
  readonly code: string;
  readonly bodies: readonly Body[];
  readonly atoms: readonly Atom[];
  readonly projects: readonly Project[];
  readonly purchases: readonly Purchase[];
}

/** A choice of atoms. */
export type Where = (atom: Atom) => boolean;

export const everything: Where = () => true;

export function both(first: Where, second: Where): Where {
  return (atom) => first(atom) && second(atom);
}

export function fromSource(...sources: readonly Source[]): Where {
  return (atom) => sources.includes(atom.source);
}

export function ofNature(...natures: readonly Nature[]): Where {
  return (atom) => natures.includes(atom.nature);
}

export function economicUnder(...prefixes: readonly string[]): Where {
  return (atom) => prefixes.some((prefix) => atom.economic.startsWith(prefix));
}

export function itemUnder(prefix: string): Where {
  return (atom) => atom.item.startsWith(prefix);
}

/** What is spent this year: all but 结转下年. */
export const spent: Where = (atom) => atom.nature !== 'carried-forward';

/** 基本支出. */
export const basic: Where = ofNature('personnel', 'operating');

/** 项目支出. */
export const forProjects: Where = ofNature('project');

/** 一般公共预算 of this year and what was left of it. */
export const generalBudget: Where = fromSource('general', 'carried-general');

/** 财政拨款: the three budgets of this year and what was left of them. */
export const fiscal: Where = fromSource('general', 'carried-general', 'fund', 'capital');

/** Sum of the chosen atoms; null where there is none: nothing is not zero. */
export function sumWhere(atoms: readonly Atom[], where: Where): Fen | null {
  let sum: Fen | null = null;
  for (const atom of atoms) if (where(atom)) sum = (sum ?? 0) + atom.fen;
  return sum;
}

/** The year before's sum of the chosen atoms; null where there is none. */
export function priorWhere(atoms: readonly Atom[], where: Where): Fen | null {
  let sum: Fen | null = null;
  for (const atom of atoms) if (where(atom)) sum = (sum ?? 0) + atom.prior;
  return sum;
}
