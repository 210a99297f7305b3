import type { Scope } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { TableRole } from '../../disclosure/table.ts';
import type { Kind } from '../../relations/tableKinds.ts';

/** A budget of which most bodies have nothing, so that its table is empty and the text has to say so. */
export interface OftenEmpty {
  readonly kind: Extract<Kind, 'fund' | 'capital'>;
  readonly role: TableRole;
  readonly scope: Scope;
  /** What sentences and titles call it. */
  readonly name: string;
}

/** 政府性基金 and 国有资本经营: the rules ask for a table of either even where there is nothing to print (L8, docs/RULES.md#nothing-stated). */
export const OFTEN_EMPTY: readonly OftenEmpty[] = [
  { kind: 'fund', role: 'government-fund', scope: 'fund', name: '政府性基金' },
  { kind: 'capital', role: 'state-capital', scope: 'state-capital', name: '国有资本经营' },
];
