import type { Figure, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { halfUnit, type Quantity } from './quantities.ts';

/** More than this in 元 is money that may well be told so. */
const MOST = 10_000;
/** 元 of one 万元. */
const WAN = 10_000;
/** So many others in 万元 make it sure. */
const SURE = 2;
/** What is small, and told in 元 beside amounts in 万元. */
const SMALL = /利息|人均|每|标准|单价|均价|工本/;

/**
 * 工资福利支出367.69元；商品和服务支出73.22万元；…: the one amount of a paragraph that is in 元 and has as many decimals as
 * the others, which are all in 万元 (`prose-unit`, N12). Whoever tells amounts in 万元 does not tell one in 元 to the fen.
 *
 * @param isPrinted whether some table prints an amount, in 元
 */
export function oddUnitsAmong(
  passages: readonly PlacedPassage[],
  isPrinted: (amount: Quantity) => boolean,
): Finding[] {
  return passages.flatMap(({ line, passage }) =>
    oddUnits(passage).map((odd) => {
      const { unitSpan, amount } = odd.figure;
      const wan = { value: amount.value.times(WAN), half: halfUnit(odd.figure).times(WAN) };
      const isSure = odd.others.length >= SURE || isPrinted(wan);
      const range = rangeOf(unitSpan ?? odd.figure.span, line);
      return {
        rule: 'prose-unit',
        severity: isSure ? 'warning' : 'information',
        range,
        params: { state: 'odd', printed: '元', unit: '万元' },
        related: odd.others.map(({ span, label, text }) => ({
          range: rangeOf(span, line),
          role: 'compared',
          label: label || text,
        })),
        fixes: [replaceFix(range, '万元', isSure)],
      };
    }),
  );
}

/** The one amount of a paragraph in 元, and the others. */
interface OddUnit {
  readonly figure: Figure;
  readonly others: readonly Figure[];
}

const oddUnits = remember(({ figures }: Passage): readonly OddUnit[] => {
  const byParagraph = new Map<number, Figure[]>();
  for (const figure of figures) {
    const { role, kind, unitSpan } = figure;
    if (kind !== 'statement' || (role !== 'value' && role !== 'change') || !unitSpan) continue;
    const known = byParagraph.get(figure.paragraph);
    if (known) known.push(figure);
    else byParagraph.set(figure.paragraph, [figure]);
  }
  return [...byParagraph.values()].flatMap((all) => oddUnit(all) ?? []);
});

function oddUnit(figures: readonly Figure[]): OddUnit | undefined {
  const [odd, ...more] = figures.filter(({ unit }) => unit.value === '元');
  const others = figures.filter((figure) => figure !== odd);
  if (!odd?.unitSpan || more.length > 0 || others.length === 0) return undefined;
  const { value, decimals } = odd.amount;
  const isAlike = ({ unit, amount }: Figure) => unit.value === '万元' && amount.decimals === decimals;
  const isPlain = value.gt(0) && value.lt(MOST) && decimals > 0 && !odd.inReason && !SMALL.test(odd.label);
  const isOdd = isPlain && others.every(({ unit }) => unit.value === '万元') && others.some(isAlike);
  return isOdd ? { figure: odd, others } : undefined;
}
