import type { Analysis } from '#core/analyse.ts';
import { agree, type CodeFigure, printsFigures, proseFigures, tableFigures } from '#core/codes/figures.ts';
import { type PlacedCode, placesOf } from '#core/codes/places.ts';
import { amountText } from '#core/messages/format.ts';
import type { FeatureContext } from './context.ts';
import type { TextBlock } from './markdown.ts';

/** More places than these are counted only. */
const MOST_PLACES = 8;

/** What the document itself says of a code: each place with its amount, and whether they agree. */
export function documentFigures(analysis: Analysis, digits: string, context: FeatureContext): TextBlock {
  const { catalogue, words } = context;
  const places = placesOf(analysis, catalogue, digits);
  const inTables = tableFigures(places);
  const inProse = proseFigures(analysis, catalogue, digits);
  const said = new Set(inProse.map(({ line }) => line));
  const tables = places.filter(({ table }) => table);
  const bare = places.filter((place) => !place.table && !said.has(lineOf(place)));
  // A long document has a code in a hundred places: only those that are shown are put into words.
  const items = [
    ...tables.slice(0, MOST_PLACES).map((place) => tableText(place, inTables, analysis, context)),
    ...inProse
      .slice(0, MOST_PLACES)
      .map((figure) => words.figure(words.inProse, figureText(figure), figure.line + 1)),
    ...bare
      .slice(0, MOST_PLACES)
      .map((place) =>
        words.figure(words.inProse, withoutAmount(place, analysis, context), lineOf(place) + 1),
      ),
  ];
  const shown = items.slice(0, MOST_PLACES);
  const more = tables.length + inProse.length + bare.length - shown.length;
  if (more > 0) shown.push(words.moreFigures(more));
  const same = agree([...inTables, ...inProse], places);
  if (same !== undefined) shown.push(same ? words.figuresAgree : words.figuresDiffer);
  return { kind: 'list', heading: words.inThisDocument, items: shown };
}

function tableText(
  place: PlacedCode,
  figures: readonly CodeFigure[],
  analysis: Analysis,
  context: FeatureContext,
): string {
  const { words } = context;
  const figure = figures.find(({ row }) => row !== undefined && row === place.row);
  const title = place.table?.table.title?.text ?? words.untitledTable;
  const amount = figure ? figureText(figure) : withoutAmount(place, analysis, context);
  return words.figure(title, amount, lineOf(place) + 1);
}

/** What is said of a place in the stead of its amount: that it has none only where no figure stands there. */
function withoutAmount(place: PlacedCode, { lines }: Analysis, { words }: FeatureContext): string {
  return printsFigures(place, lines) ? words.unreadAmount : words.noAmount;
}

function lineOf({ line, code }: PlacedCode): number {
  return line + ((code.spans[0] ?? code.nameSpan)?.line ?? 0);
}

function figureText({ amount, unit }: CodeFigure): string {
  return `${amountText(amount)} ${unit ?? ''}`.trim();
}
