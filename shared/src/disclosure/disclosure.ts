import type { SyntaxTree } from '../syntax/nodes.ts';
import { withoutFigures } from '../syntax/withoutFigures.ts';
import { lazy } from '../text/lazy.ts';
import { finish, type Steps } from '../text/steps.ts';
import { type Cover, coversIn } from './covers.ts';
import { inDocumentUnit } from './documentUnit.ts';
import { documentYear } from './documentYear.ts';
import { firstOf, type Identity, identityOf } from './identity.ts';
import { openingOf } from './opening.ts';
import type { Prose } from './prose/prose.ts';
import { readProse } from './prose/readProse.ts';
import { readingTables } from './readTables.ts';
import { settleRivals } from './rivals.ts';
import type { PlacedTable } from './table.ts';

/** What a document says: whose it is, its year, its tables in order, and its prose. */
export interface Disclosure extends Identity {
  readonly year?: number;
  readonly tables: readonly PlacedTable[];
  /** Where disclosures begin; a file may hold those of several bodies. */
  readonly covers: readonly Cover[];
  /** Read when it is first asked for: who needs only the tables does not wait for it. */
  readonly prose: Prose;
}

/** A text as it was read, before anything is held against a rule. */
export interface ReadDocument {
  readonly lines: readonly string[];
  readonly tree: SyntaxTree;
  readonly disclosure: Disclosure;
}

/** Reads the meaning of a syntax tree. Never throws; what cannot be read is left out, not guessed. */
export function readDisclosure(tree: SyntaxTree): Disclosure {
  return finish(readingDisclosure(tree));
}

/** {@link readDisclosure} in steps, one a table. */
export function* readingDisclosure(tree: SyntaxTree): Steps<Disclosure> {
  const year = documentYear(tree);
  const tables = yield* readingTables(tree, year);
  const prose = lazy(() => readProse(withoutFigures(tree), year));
  return {
    tables: settleRivals(inDocumentUnit(tables, tree)),
    covers: coversIn(tree),
    ...documentIdentity(tree),
    ...(year !== undefined && { year }),
    get prose() {
      return prose();
    },
  };
}

/** Whose document it is and of what kind, as its opening says. */
function documentIdentity(tree: SyntaxTree): Identity {
  return firstOf(openingOf(tree).flatMap(({ node }) => (node.kind === 'text' ? identityOf(node) : [])));
}
