import type { Figure, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { groupedBy } from '../../text/lists.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { halfUnit, type Quantity } from './quantities.ts';

/** More than this in 元 is money that may well be told so. */
const MOST = 10_000;
/** The same of an amount that stands alone in its paragraph. */
const MOST_ALONE = 1_000;
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

const oddUnits = remember((passage: Passage): readonly OddUnit[] => {
  const among = byParagraph(passage).flatMap((all) => oddUnit(all) ?? []);
  const alone = oddUnitAlone(passage);
  return alone && among.length === 0 ? [alone] : among;
});

function byParagraph({ figures }: Passage): readonly (readonly Figure[])[] {
  const own = figures.filter(
    ({ role, kind, unitSpan }) =>
      kind === 'statement' && (role === 'value' || role === 'change') && unitSpan !== undefined,
  );
  return [...groupedBy(own, ({ paragraph }) => paragraph).values()];
}

/**
 * 机关运行经费68.97元 in a paragraph of its own, where all else is told in 万元: what a body spends on itself, on all its projects or
 * purchases is not told to the fen where it is less than a thousand 元.
 */
function oddUnitAlone({ figures }: Passage): OddUnit | undefined {
  const money = figures.filter(
    ({ role, kind, unitSpan }) => kind === 'statement' && (role === 'value' || role === 'change') && unitSpan,
  );
  const [odd, ...more] = money.filter(({ unit }) => unit.value === '元');
  const others = money.filter((figure) => figure !== odd);
  if (!odd || more.length > 0 || others.length < SURE) return undefined;
  const isAlone = others.every(({ paragraph }) => paragraph !== odd.paragraph);
  const isLarge = odd.role === 'value' && LARGE.has(odd.concept.value) && !SMALL.test(odd.label);
  const { value, decimals } = odd.amount;
  const isOdd = isAlone && isLarge && value.gt(0) && value.lt(MOST_ALONE) && decimals > 0 && !odd.inReason;
  const areAlike = others.every(({ unit }) => unit.value === '万元');
  return isOdd && areAlike && others.some(({ amount }) => amount.decimals === decimals)
    ? { figure: odd, others: others.slice(0, SURE) }
    : undefined;
}

/** What is never so little that it is told in 元 and fen. */
const LARGE: ReadonlySet<Concept | undefined> = new Set<Concept>([
  'agency-running',
  'income',
  'expenditure',
  'balance',
  'basic',
  'project',
  'personnel',
  'public',
  'procurement',
]);
/** What grows or shrinks is spent or came in, and is nobody's allowance. */
const SUM = /(?:支出|经费|拨款|收入)(?:预算|决算)?$/;

function oddUnit(figures: readonly Figure[]): OddUnit | undefined {
  const [odd, ...more] = figures.filter(({ unit }) => unit.value === '元');
  const others = figures.filter((figure) => figure !== odd);
  if (!odd?.unitSpan || more.length > 0 || others.length === 0) return undefined;
  const { value, decimals } = odd.amount;
  const isAlike = ({ unit, amount }: Figure) => unit.value === '万元' && amount.decimals === decimals;
  // 主要是教育支出增加51.17元、住房保障支出增加1.13万元: among the sums of one reason it is one.
  const alike = others.filter((figure) => figure.inReason && isAlike(figure));
  const isOfReasons = alike.length > 0 && others.filter(isAlike).length >= SURE && SUM.test(odd.label);
  const isPlain =
    value.gt(0) && value.lt(MOST) && decimals > 0 && (!odd.inReason || isOfReasons) && !SMALL.test(odd.label);
  const isOdd = isPlain && others.every(({ unit }) => unit.value === '万元') && others.some(isAlike);
  return isOdd ? { figure: odd, others } : undefined;
}
