import type { Period } from '../prose.ts';
import type { Concept, Scope } from './concepts.ts';

/** A concept with whose money it is of, as far as known. */
export interface Held {
  readonly concept: Concept | undefined;
  readonly scope: Scope | undefined;
  readonly period: Period | undefined;
}

const INCOME_SOURCES: readonly Concept[] = [
  'appropriation',
  'carried-in',
  'business-income',
  'operating-income',
  'superior-grant',
  'subsidiary-remittance',
  'other-income',
  'special-account',
  'own-funds',
];
const EXPENDITURE_PARTS: readonly Concept[] = [
  'appropriation',
  'basic',
  'project',
  'personnel',
  'public',
  'subject',
  'project-item',
  'carried-in',
  'carried-out',
  'superior-remittance',
  'operating-expenditure',
  'subsidiary-grant',
  'own-funds',
  'special-account',
];
/** Income that no budget pays. */
const OWN_INCOME: readonly Concept[] = [
  'business-income',
  'operating-income',
  'subsidiary-remittance',
  'other-income',
  'own-funds',
];
const OTHER_SOURCES: readonly Concept[] = ['carried-in', 'special-account', 'own-funds'];
const COUNTED: readonly Concept[] = ['posts', 'staff', 'retirees', 'vehicles-owned', 'equipment'];
const VEHICLE_PARTS: readonly Concept[] = ['vehicle-purchase', 'vehicle-operation'];
const PROCUREMENT_PARTS: readonly Concept[] = [
  'procurement-goods',
  'procurement-works',
  'procurement-services',
];

/** Concepts whose amounts are parts of another's (domain rules §2.1). */
const PARTS: Partial<Readonly<Record<Concept, readonly Concept[]>>> = {
  balance: [...new Set<Concept>(['income', 'expenditure', ...INCOME_SOURCES, ...EXPENDITURE_PARTS])],
  income: INCOME_SOURCES,
  expenditure: EXPENDITURE_PARTS,
  basic: ['personnel', 'public', 'subject'],
  project: ['project-item', 'subject'],
  personnel: ['subject'],
  public: ['subject', 'three-public', 'reception', 'meeting', 'training', 'vehicle-operation'],
  subject: [
    'subject',
    'basic',
    'project',
    'personnel',
    'public',
    // 款 of 商品和服务支出 that are concepts of their own.
    'abroad',
    'reception',
    'meeting',
    'training',
    'vehicle-operation',
  ],
  'agency-running': ['subject', 'meeting', 'training', 'reception'],
  'three-public': ['abroad', 'vehicles', 'reception', ...VEHICLE_PARTS],
  vehicles: VEHICLE_PARTS,
  procurement: [...PROCUREMENT_PARTS, 'purchased-services', ...OTHER_SOURCES],
  'purchased-services': OTHER_SOURCES,
  posts: ['posts'],
  staff: ['staff', 'posts'],
  retirees: ['retirees'],
  'vehicles-owned': ['vehicles-owned'],
  equipment: ['equipment'],
};

const CARRIED: readonly Concept[] = ['carried-in', 'carried-out'];

/** Totals that have parts of their own kind: 收入 › 一般公共预算拨款收入, 支出 › 当年支出. */
const SELF: readonly Concept[] = [
  'balance',
  'income',
  'expenditure',
  'procurement',
  'three-public',
  'purchased-services',
];
const NARROWER: Readonly<Record<Scope, readonly Scope[]>> = {
  all: ['fiscal', 'general', 'fund', 'state-capital'],
  fiscal: ['general', 'fund', 'state-capital'],
  general: [],
  fund: [],
  'state-capital': [],
};

/** Whether amounts of the one can be parts of the other. What is not known may be a part of anything. */
export function canContain(whole: Held, part: Held): boolean {
  if (!whole.concept || !part.concept) return true;
  if (whole.scope && part.scope && whole.scope !== part.scope && !NARROWER[whole.scope].includes(part.scope))
    return false;
  // 本年收入合计 is without what was carried over: that stands beside it.
  if (whole.period === 'current' && CARRIED.includes(part.concept)) return false;
  // 财政拨款收入 has no 事业收入.
  const isOfBudget = whole.scope !== undefined && whole.scope !== 'all';
  if (whole.concept === 'income' && isOfBudget && OWN_INCOME.includes(part.concept)) return false;
  // 项目支出100万元,其中:一般公共预算拨款80万元: the part that budget pays.
  if (part.concept === 'appropriation') return !COUNTED.includes(whole.concept);
  if (whole.concept === part.concept && SELF.includes(part.concept)) return isNarrower(whole, part);
  return PARTS[whole.concept]?.includes(part.concept) === true;
}

/** Whether the part is one for its name alone: basic expenditure is of expenditure, one 科目 may stand beside another. */
export function surelyContains(whole: Held, part: Held): boolean {
  return (
    whole.concept !== undefined &&
    part.concept !== undefined &&
    whole.concept !== part.concept &&
    canContain(whole, part)
  );
}

function isNarrower(whole: Held, part: Held): boolean {
  if (part.scope && whole.scope !== part.scope)
    return !whole.scope || NARROWER[whole.scope].includes(part.scope);
  return part.period === 'current' && whole.period !== 'current';
}
