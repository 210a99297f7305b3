import type { Analysis } from '#core/analyse.ts';
import { agree, type CodeFigure, codeFigures } from '#core/codes/figures.ts';
import { type PlacedCode, placesOf } from '#core/codes/places.ts';
import { amountText } from '#core/messages/format.ts';
import type { FeatureContext } from './context.ts';
import type { TextBlock } from './markdown.ts';

/** More places than these are counted only. */
const MOST_PLACES = 8;
/** So much of a sentence is shown on either side of a code. */
const SENTENCE_REACH = 40;

/** What the document itself says of a code: each place with its amount, and whether they agree. */
export function documentFigures(analysis: Analysis, digits: string, context: FeatureContext): TextBlock {
  const { catalogue, words } = context;
  const places = placesOf(analysis, catalogue, digits);
  const figures = codeFigures(places);
  const items = places.slice(0, MOST_PLACES).map((place) => placeText(place, figures, analysis, context));
  if (places.length > MOST_PLACES) items.push(words.moreFigures(places.length - MOST_PLACES));
  const same = agree(figures);
  if (same !== undefined) items.push(same ? words.figuresAgree : words.figuresDiffer);
  return { kind: 'list', heading: words.inThisDocument, items };
}

function placeText(
  place: PlacedCode,
  figures: readonly CodeFigure[],
  { lines }: Analysis,
  { words }: FeatureContext,
): string {
  const line = place.line + (place.code.spans[0]?.line ?? 0);
  if (!place.table) return words.figure(sentenceAt(lines[line] ?? '', place), words.inProse, line + 1);
  const figure = figures.find((each) => each.place.row !== undefined && each.place.row === place.row);
  const title = place.table.table.title?.text ?? words.untitledTable;
  return words.figure(title, figure ? figureText(figure) : words.noAmount, line + 1);
}

function figureText({ cell: { amount }, unit }: CodeFigure): string {
  return `${amountText(amount)} ${unit ?? ''}`.trim();
}

/** The sentence around a code in prose, as far as it is short enough to be read at a glance. */
function sentenceAt(text: string, { code }: PlacedCode): string {
  const at = code.spans[0]?.start ?? 0;
  const before = text.slice(Math.max(0, at - SENTENCE_REACH), at);
  const behind = text.slice(at, at + SENTENCE_REACH);
  const from = before.search(/[^。；;]*$/);
  const end = behind.search(/[。；;]/);
  return `“${(before.slice(from) + (end === -1 ? behind : behind.slice(0, end))).trim()}”`;
}
