import type { InlayHint } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { amountText } from '#core/messages/format.ts';
import { amountRange } from '#core/relations/amountFix.ts';
import { relationsInside } from '#core/relations/lookUp.ts';
import type { Evaluation, Standing } from '#core/relations/relation.ts';
import type { Range } from '#core/text/range.ts';
import type { FeatureContext } from './context.ts';
import { formulaOf, verdictOf } from './figureText.ts';

/** From the worst to the best: of several sums of one total the worst is shown. */
const BY_STANDING: readonly Standing[] = ['broken', 'coarse', 'rounding', 'exact'];

/** Beside each total of a range: what its parts add up to, and whether it agrees. Nothing where it is not asked for. */
export function inlayHintsIn(
  { disclosure, relations }: Analysis,
  { start, end }: Range,
  { settings, words }: FeatureContext,
): InlayHint[] {
  if (!settings.inlayHints) return [];
  const tables = disclosure.tables.filter(
    ({ line, table }) => line <= end.line && start.line < line + table.lineCount,
  );
  return tables.flatMap((placed) => {
    return worstByTotal(relationsInside(placed, relations)).flatMap((evaluation): InlayHint[] => {
      const position = amountRange(evaluation.relation.total.cell, placed).end;
      if (position.line < start.line || position.line > end.line) return [];
      const { total } = evaluation.relation;
      const expected = amountText({ value: evaluation.expected, decimals: total.cell.amount.decimals });
      return [
        {
          position,
          label: words.figures.hint(verdictOf(evaluation), expected),
          tooltip: `${words.figures.kinds[evaluation.relation.rule]} ${formulaOf(evaluation, relations.homeOf)}`,
          paddingLeft: true,
        },
      ];
    });
  });
}

function worstByTotal(evaluations: readonly Evaluation[]): Evaluation[] {
  const worst = new Map<unknown, Evaluation>();
  for (const evaluation of evaluations) {
    const { cell } = evaluation.relation.total;
    const known = worst.get(cell);
    const isWorse = !known || BY_STANDING.indexOf(evaluation.standing) < BY_STANDING.indexOf(known.standing);
    if (isWorse) worst.set(cell, evaluation);
  }
  return [...worst.values()];
}
