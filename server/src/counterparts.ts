import type { Analysis } from '#core/analyse.ts';
import {
  counterpartsOf,
  type DisclosureSummary,
  isSameSummary,
  summaryOf,
} from '#core/checks/others/summary.ts';
import type { ClosedDisclosure, DisclosureView } from './workspaceDisclosures.ts';

const NONE: readonly DisclosureSummary[] = [];

/**
 * What disclosures of the workspace have to say of each other: that of the year before, those of the bodies of a
 * department. Those on disk are read in the background, so that nobody waits for them.
 */
export class Counterparts {
  #closed = NONE;
  #gathering = false;
  #wanted = false;
  readonly #heeded = new Map<string, readonly DisclosureSummary[]>();

  /** The summaries a document is read with; the same list while nothing changes. */
  of(uri: string): readonly DisclosureSummary[] {
    return this.#heeded.get(uri) ?? NONE;
  }

  /**
   * Looks for those that say something of a document, and returns them as {@link of} does from then on. A document
   * that was read anew and says what it said before changes nothing: two that look at each other would never rest.
   *
   * @param open analyses of the other documents in editors
   */
  find(uri: string, own: Analysis, open: readonly Analysis[]): readonly DisclosureSummary[] {
    const summary = summaryOf(own.disclosure, own.relations);
    const all = [
      ...this.#closed,
      ...open.flatMap((each) => summaryOf(each.disclosure, each.relations) ?? []),
    ];
    const found = summary ? counterpartsOf(summary, all) : NONE;
    const known = this.#heeded.get(uri);
    if (known && sayTheSame(found, known)) return known;
    this.#heeded.set(uri, found);
    return found;
  }

  /** Whether others have been looked for since a document was opened. */
  knows(uri: string): boolean {
    return this.#heeded.has(uri);
  }

  forget(uri: string): void {
    this.#heeded.delete(uri);
  }

  /**
   * Reads the disclosures on disk, one after the other. Asked again meanwhile, it reads once more when it is done.
   *
   * @param list the disclosures that no editor has open
   * @param pause waits for whatever goes first
   * @returns whether others than before were found
   */
  async gather(
    list: () => Promise<readonly ClosedDisclosure[]>,
    pause: () => Promise<void>,
  ): Promise<boolean> {
    this.#wanted = true;
    if (this.#gathering) return false;
    this.#gathering = true;
    const before = this.#closed;
    try {
      while (this.#wanted) {
        this.#wanted = false;
        const found: DisclosureSummary[] = [];
        for (const each of await list()) {
          await pause();
          const summary = await each.fact(summaryOfView);
          if (summary) found.push(summary);
        }
        this.#closed = found;
      }
    } finally {
      this.#gathering = false;
    }
    return !sayTheSame(this.#closed, before);
  }
}

/** Whether a disclosure has something to say of one of others. */
export function bearsOn({ disclosure, relations }: Analysis, others: readonly Analysis[]): boolean {
  const summary = summaryOf(disclosure, relations);
  if (!summary) return false;
  return others.some((other) => {
    const theirs = summaryOf(other.disclosure, other.relations);
    return theirs !== undefined && counterpartsOf(theirs, [summary]).length > 0;
  });
}

function summaryOfView({ analysis }: DisclosureView): DisclosureSummary | undefined {
  return summaryOf(analysis.disclosure, analysis.relations);
}

function sayTheSame(some: readonly DisclosureSummary[], others: readonly DisclosureSummary[]): boolean {
  return (
    some.length === others.length &&
    some.every((each, index) => {
      const other = others[index];
      return other !== undefined && isSameSummary(each, other);
    })
  );
}
