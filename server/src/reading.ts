import type { Analysis } from '#core/analyse.ts';
import { bindingsOf } from '#core/disclosure/binding.ts';
import { evaluationsIn, isUnread } from '#core/relations/lookUp.ts';

/** What was read of a file: without it nobody could tell a text without faults from one that was not recognised. */
export interface Reading {
  readonly tables: number;
  /** Tables with amounts of which nobody could tell what they belong to; they are not checked. */
  readonly unreadTables: number;
  /** Amounts of money, in tables and in sentences. */
  readonly figures: number;
  /** Relations between figures that must hold, and those of them that do. */
  readonly relations: number;
  readonly holding: number;
}

/** Counts what an analysis has read of its text. */
export function readingOf({ disclosure, relations }: Analysis): Reading {
  const { tables, prose } = disclosure;
  const inTables = tables.map(({ table }) => bindingsOf(table).length);
  const inProse = prose.passages.map(
    ({ passage }) => passage.figures.filter(({ unit }) => unit.value?.endsWith('元')).length,
  );
  const evaluations = [...[...relations.tables.values()].flatMap(evaluationsIn), ...relations.between];
  return {
    tables: tables.length,
    unreadTables: tables.filter((placed) => isUnread(placed, relations)).length,
    figures: sum([...inTables, ...inProse]),
    relations: evaluations.length,
    holding: evaluations.filter(({ standing }) => standing !== 'broken').length,
  };
}

/** Whether a text has neither a table nor an amount, so that there was nothing to check. */
export function isUnrecognised({ tables, figures }: Reading): boolean {
  return tables + figures === 0;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
