import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { Finding } from '../../findings.ts';
import { groupedBy } from '../../text/lists.ts';
import { rangeOf } from '../../text/range.ts';
import { type Constraint, type Culprit, linear, type Valued, valued } from './constraint.ts';
import { valueFix } from './valueFix.ts';

/** What else an account has between what came in and what is left. */
const OTHER_LINES = /结余分配|使用非财政拨款|专用结余|弥补收支|上缴财政|缴回|收回|调整/;

/** What was there, what came in, what was spent and what is left. */
type Account = readonly [before: Valued, income: Valued, expenditure: Valued, after: Valued];

/**
 * 年初结转和结余10万元，本年收入80万元，本年支出85万元，年末结转和结余5万元 in one sentence, of no budget (`prose-sum`, A9):
 * what was there and what came in is what was spent and what is left.
 */
export function carriedOverConstraints({ figures, paragraphs }: Passage): Constraint[] {
  const own = figures.filter((figure) => figure.role === 'value' && !figure.inReason && isSpent(figure));
  const bySentence = groupedBy(own, ({ paragraph, sentence }) => `${paragraph} ${sentence}`);
  return [...bySentence.values()].flatMap((all): Constraint[] => {
    const account = accountIn(all);
    const text = paragraphs[account?.[0].figure.paragraph ?? -1]?.text ?? '';
    if (!account || OTHER_LINES.test(text)) return [];
    const [before, income, expenditure, after] = account;
    return [
      linear(
        [
          { ...before, weight: 1 },
          { ...income, weight: 1 },
          { ...expenditure, weight: -1 },
          { ...after, weight: -1 },
        ],
        0,
        'equal',
        (culprit) => accountFinding(account, culprit),
      ),
    ];
  });
}

/** Of a final account, or of none that is named; a budget names what it balances otherwise (收入总计、支出总计). */
function isSpent({ basis }: Figure): boolean {
  return basis.value === undefined || basis.value === 'final';
}

function accountIn(figures: readonly Figure[]): Account | undefined {
  const only = (concept: Concept): Valued | undefined => {
    const [found, ...others] = figures.filter((figure) => figure.concept.value === concept);
    return others.length > 0 ? undefined : valued(found);
  };
  const [before, income, expenditure, after] = [
    only('carried-in'),
    only('income'),
    only('expenditure'),
    only('carried-out'),
  ];
  if (!before || !income || !expenditure || !after) return undefined;
  const all = [before, income, expenditure, after].map(({ figure }) => figure);
  const isOfOne =
    [income, expenditure].every(({ figure }) => figure.period.value === 'current') &&
    new Set(all.flatMap(({ scope }) => scope.value ?? [])).size <= 1 &&
    new Set(all.map(({ year }) => year.value)).size === 1;
  return isOfOne ? [before, income, expenditure, after] : undefined;
}

function accountFinding(
  [before, income, expenditure, after]: Account,
  culprit: Culprit | undefined,
): Finding {
  const at = culprit?.figure ?? after.figure;
  const left = before.quantity.value.plus(income.quantity.value).minus(expenditure.quantity.value);
  const items = [before, income, expenditure].map(({ figure }) => ({
    label: figure.label,
    text: figure === expenditure.figure ? `-${figure.text}` : figure.text,
  }));
  return {
    rule: 'prose-sum',
    // Some other line of the account may not be told.
    severity: 'warning',
    range: rangeOf(at.span),
    params: {
      label: after.figure.label,
      printed: after.figure.text,
      sum: left.div(after.unit).toFixed(after.figure.amount.decimals),
      items,
      whole: true,
    },
    related: [before, income, expenditure, after]
      .filter(({ figure }) => figure !== at)
      .map(({ figure: { span, label } }) => ({ range: rangeOf(span), role: 'operand', label })),
    fixes: valueFix(culprit),
  };
}
