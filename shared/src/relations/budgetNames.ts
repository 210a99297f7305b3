import type { Budget } from './anchors.ts';

/** What rows of income call the money of each budget, without 其中 in front of it. */
export const BUDGET_ROWS: readonly (readonly [Budget, RegExp])[] = [
  ['general', /^一般公共预算(?:财政)?(?:拨款)?(?:收入|资金)?$/],
  ['fund', /^政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/],
  ['capital', /^国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/],
];
