import type { Figure } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import type { Decimal } from '../../text/money.ts';
import type { Base, Constraint, Evidence } from './constraint.ts';
import { explainBroken } from './culprits.ts';

/** What the evidence said of a figure: whether it is stated, or, where a value is given, whether that is printed. */
interface Answer {
  readonly figure: Figure;
  readonly value?: Decimal;
  readonly said: boolean | undefined;
}

/** What was found, with all that was asked for it. */
interface Explained {
  readonly answers: readonly Answer[];
  readonly bases?: readonly Base[];
  readonly findings: readonly Finding[];
}

const known = new WeakMap<readonly Constraint[], Explained>();

/**
 * The findings for constraints that fail. To search for the figure that is wrong is costly, and most edits of a
 * document have no bearing on it: as long as the evidence answers as it did, the findings are those found before.
 */
export function explain(constraints: readonly Constraint[], evidence: Evidence): readonly Finding[] {
  const before = known.get(constraints);
  if (before && answersAlike(before, evidence)) return before.findings;
  const answers: Answer[] = [];
  let bases: readonly Base[] | undefined;
  const findings = explainBroken(constraints, {
    isStated(figure) {
      const said = evidence.isStated(figure);
      answers.push({ figure, said });
      return said;
    },
    isPrinted(figure, value) {
      const said = evidence.isPrinted(figure, value);
      answers.push({ figure, value, said });
      return said;
    },
    bases() {
      bases = evidence.bases();
      return bases;
    },
  });
  known.set(constraints, { answers, findings, ...(bases && { bases }) });
  return findings;
}

function answersAlike({ answers, bases }: Explained, evidence: Evidence): boolean {
  if (bases && bases !== evidence.bases()) return false;
  return answers.every(
    ({ figure, value, said }) =>
      (value ? evidence.isPrinted(figure, value) : evidence.isStated(figure)) === said,
  );
}
