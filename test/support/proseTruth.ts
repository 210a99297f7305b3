import { compactText } from '#core/disclosure/prose/compact.ts';
import type { Comparison, Figure, Passage, PlacedPassage, Prose } from '#core/disclosure/prose/prose.ts';

/** A figure as a reader wrote it down. See `about` in test/truth/prose/. */
export interface FigureTruth {
  readonly in: string;
  readonly figure: string;
  readonly nth?: number;
  readonly section?: string;
  readonly kind?: string;
  readonly role?: string;
  readonly unit: string;
  readonly year?: number | null;
  readonly concept?: string | null;
  readonly scope?: string | null;
  readonly period?: string;
  readonly code?: string;
  readonly of?: string | null;
  readonly direction?: string;
  readonly base?: number;
}

/** What somebody read in the prose of a seed: the figures, and the numbers that are none. */
export interface ProseTruth {
  readonly about: string;
  readonly figures: readonly FigureTruth[];
  readonly none: readonly { readonly in: string; readonly text: string }[];
}

/** A place in the prose where the words of a truth stand. */
interface Place {
  readonly passage: Passage;
  readonly paragraph: number;
  /** Stretch of the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

/** What the program made of one figure of the truth. */
export interface Outcome {
  readonly truth: FigureTruth;
  readonly found: boolean;
  /** What differs, as `concept: basic, not project`. */
  readonly wrong: readonly string[];
  /** What is left unknown though the text says it. */
  readonly unknown: readonly string[];
}

/** Holds what was read against the truth: one outcome for each place where the words stand. */
export function judgeFigures(prose: Prose, truth: ProseTruth): Outcome[] {
  return truth.figures.flatMap((each): Outcome[] => {
    const places = placesOf(prose, each.in, each.section);
    if (places.length === 0) return [{ truth: each, found: false, wrong: ['words not found'], unknown: [] }];
    return places.map((place) => {
      const figures = figuresIn(place).filter((figure) => figure.text.replace(/[\s,]/g, '') === each.figure);
      const figure = figures[(each.nth ?? 1) - 1];
      if (!figure) return { truth: each, found: false, wrong: [], unknown: [] };
      return { truth: each, found: true, ...compare(place.passage, figure, each) };
    });
  });
}

/** The figures that stand on numbers which are none. */
export function falseFigures(prose: Prose, truth: ProseTruth): string[] {
  return truth.none.flatMap((each) =>
    placesOf(prose, each.in).flatMap((place) =>
      figuresIn(place)
        .filter((figure) => figure.text === each.text)
        .map((figure) => `${figure.text} in ${each.in}`),
    ),
  );
}

/** All places where words stand in the prose, blanks aside; only below a heading that holds `section`, where one is given. */
export function placesOf(prose: Prose, words: string, section?: string): Place[] {
  const wanted = compactText(words).text;
  return prose.passages.flatMap((placed: PlacedPassage): Place[] => {
    if (section !== undefined && !isUnder(placed, section)) return [];
    return placed.passage.paragraphs.flatMap(({ text }, paragraph): Place[] => {
      const compact = compactText(text);
      const at = compact.text.indexOf(wanted);
      if (at === -1) return [];
      const start = compact.offsets[at] ?? 0;
      const end = (compact.offsets[at + wanted.length - 1] ?? 0) + 1;
      return [{ passage: placed.passage, paragraph, start, end }];
    });
  });
}

function isUnder(placed: PlacedPassage, section: string): boolean {
  const wanted = compactText(section).text;
  return placed.headings.some(({ text }) => compactText(text).text.includes(wanted));
}

/** The figures whose digits stand in a stretch of a paragraph. */
export function figuresIn({ passage, paragraph, start, end }: Place): Figure[] {
  const pieces = passage.paragraphs[paragraph]?.pieces ?? [];
  return passage.figures.filter((figure) => {
    if (figure.paragraph !== paragraph) return false;
    const piece = pieces.find(
      ({ span }) =>
        span.line === figure.span.line && span.start <= figure.span.start && figure.span.end <= span.end,
    );
    if (!piece) return false;
    const at = piece.offset + figure.span.start - piece.span.start;
    return at >= start && at < end;
  });
}

function compare(
  passage: Passage,
  figure: Figure,
  truth: FigureTruth,
): { readonly wrong: string[]; readonly unknown: string[] } {
  const wrong: string[] = [];
  const unknown: string[] = [];
  const check = (name: string, actual: unknown, expected: unknown) => {
    if (expected === undefined || (actual ?? null) === expected) return;
    if (actual === undefined) unknown.push(name);
    else if (expected === null) wrong.push(`${name}: ${String(actual)}, though the text does not say`);
    else wrong.push(`${name}: ${String(actual)}, not ${String(expected)}`);
  };
  check('kind', figure.kind, truth.kind ?? 'statement');
  check('unit', figure.unit.value, truth.unit);
  if (truth.kind !== undefined) return { wrong, unknown };
  check('role', figure.role, truth.role);
  check('year', figure.year.value, truth.year ?? null);
  check('concept', figure.concept.value, truth.concept ?? null);
  check('scope', figure.scope.value, truth.scope ?? null);
  check('period', figure.period.value, truth.period);
  check('code', figure.subject?.code, truth.code);
  checkLinks(passage, figure, truth, check);
  return { wrong: wrong.filter((each) => !each.endsWith('undefined')), unknown };
}

function checkLinks(
  passage: Passage,
  figure: Figure,
  truth: FigureTruth,
  check: (name: string, actual: unknown, expected: unknown) => void,
): void {
  const index = passage.figures.indexOf(figure);
  const textOf = (at: number | undefined) =>
    at === undefined ? undefined : passage.figures[at]?.text.replace(/[\s,]/g, '');
  if (truth.role === 'share') {
    check('of', textOf(passage.ratios.find((ratio) => ratio.figure === index)?.part), truth.of);
    return;
  }
  if (truth.direction === undefined) return;
  const comparison: Comparison | undefined = passage.comparisons.find(
    ({ amount, percent }) => amount === index || percent === index,
  );
  check('comparison', comparison !== undefined, true);
  check('of', textOf(comparison?.subject), truth.of);
  check('direction', comparison?.direction, truth.direction);
  check('base', comparison?.base.year.value, truth.base);
}
