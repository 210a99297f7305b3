import type { PlacedTable } from '../disclosure/table.ts';
import type { Finding, Fix } from '../findings.ts';
import { RULES } from '../rules.ts';
import { formatAmount } from '../text/amount.ts';
import { type Range, rangeOf } from '../text/range.ts';
import type { Move, Slide } from './slides.ts';

/** Says of a slide where it stands and moves its figures back; nothing else of their lines is touched. */
export function slideFinding(slide: Slide, home: PlacedTable): Finding | undefined {
  const { moves, direction, lost, rows, twin, beyond, atMost } = slide;
  const shown = moves.find(({ cell }) => cell.text !== '');
  const hole = moves.find(({ source }) => !source);
  if (!shown || !hole) return undefined;
  const decimals = decimalsOf(slide);
  const lostText = formatAmount(lost.value, decimals, lost.cell.amount.style);
  const place = ({ cell }: Move) => rangeOf(cell.span, home.line);
  return {
    rule: 'slid-column',
    severity: RULES['slid-column'].severity,
    range: place(shown),
    params: {
      slid: direction,
      count: moves.length + (beyond === undefined ? 0 : 1),
      ...(atMost && { atMost }),
      first: direction === 'down' ? (beyond?.label ?? rows[0]) : rows[0],
      last: direction === 'up' ? (beyond?.label ?? rows[1]) : rows[1],
      lostRow: hole.label,
      lost: { value: lost.value, decimals },
      ...(twin && { twin }),
    },
    related: moves
      .filter((move) => move !== shown)
      .map((move) => ({ range: place(move), role: 'compared', label: move.label })),
    // Without a place for one of the figures, to move the others would lose it.
    fixes: beyond === undefined ? [moveBack(slide, place, lostText)] : [],
  };
}

/** The decimals of the lost figure: those of the others, or only what it needs where these have more or fewer each. */
function decimalsOf({ moves, lost }: Slide): number {
  const shown = new Set(moves.flatMap(({ source }) => source?.amount.decimals ?? []));
  const [only = 0] = shown;
  const own = lost.value.decimalPlaces();
  return shown.size === 1 ? Math.max(only, own) : own;
}

function moveBack({ moves, lost }: Slide, place: (move: Move) => Range, lostText: string): Fix {
  return {
    action: { kind: 'move-figures' },
    preferred: lost.sure,
    edits: moves.flatMap((move) => {
      const newText = move.source?.text ?? lostText;
      return newText === move.cell.text ? [] : { range: place(move), newText };
    }),
  };
}
