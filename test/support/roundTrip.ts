import { type Binding, bindingsOf } from '#core/disclosure/binding.ts';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';
import {
  type PlacedMark,
  placedMarks,
  rowConditions,
  unitIsLegible,
} from '../generator/document/document.ts';
import { type ExpectedFigure, expectedOf } from '../generator/document/expected.ts';
import type { GeneratedDisclosure } from '../generator/index.ts';

/** `unbound`: the reader does not say where the figure belongs. `wrong`: it says what the document does not. */
export type Verdict = 'bound' | 'unbound' | 'wrong';

/** What the reader made of one figure. */
export interface ReadBack {
  readonly verdict: Verdict;
  /** Whether damage changed the figure's row, or blank cells of it cannot be seen. */
  readonly touched: boolean;
  /** Whether damage changed the head of the figure's table. */
  readonly headTouched: boolean;
  /** What is wrong or missing: `row`, `column`, `unit`, `value`, `no amount`, or why the reader is not sure. */
  readonly why: string;
  /** Where the figure stands, what it is and what was read, for a person. */
  readonly about: string;
}

/**
 * Reads a generated text and holds what the bindings say of each figure against the model: the value, the row
 * by label and code, all headings of the column, and the unit. Ratios and quantities are no amounts and must
 * not be bound, nor must anything that is no figure.
 */
export function readBack(generated: GeneratedDisclosure): ReadBack[] {
  const { document, model, text } = generated;
  const conditions = rowConditions(document);
  const bindings = placedBindings(text);
  const figures = placedMarks(document).flatMap((placed): ReadBack[] => {
    const { mark, place } = placed;
    const expected = expectedOf(model, mark);
    if (mark.of !== 'cell' || expected === undefined) return [];
    const found = bindings.filter(
      ({ line, binding }) =>
        line === place.line && binding.span.start >= place.start && binding.span.end <= place.end,
    );
    for (const each of found) bindings.splice(bindings.indexOf(each), 1);
    const binding = found.at(0)?.binding;
    if (expected.kind !== 'amount' && binding === undefined) return [];
    const unitIsKnown = unitIsLegible(document, mark.table);
    return [
      {
        ...judge(placed, expected, binding, unitIsKnown),
        touched: conditions.isTouched(mark) || conditions.isLossy(mark),
        headTouched: conditions.hasTouchedHead(mark),
        about: describe(generated, placed, expected, binding),
      },
    ];
  });
  const strays = bindings.filter(({ binding }) => binding.certainty !== 'unknown');
  return [
    ...figures,
    ...strays.map(
      ({ line, binding }): ReadBack => ({
        ...{ verdict: 'wrong', touched: true, headTouched: true, why: 'no amount' },
        about: `line ${line + 1}: ${said(binding)}`,
      }),
    ),
  ];
}

interface PlacedBinding {
  /** Line in the text. */
  readonly line: number;
  readonly binding: Binding;
}

function placedBindings(text: string): PlacedBinding[] {
  return readDisclosure(parse(text)).tables.flatMap(({ line, table }) =>
    bindingsOf(table).map((binding) => ({ line: line + binding.span.line, binding })),
  );
}

function judge(
  { mark }: PlacedMark,
  expected: ExpectedFigure,
  binding: Binding | undefined,
  unitIsKnown: boolean,
): Pick<ReadBack, 'verdict' | 'why'> {
  if (binding === undefined) return { verdict: 'unbound', why: 'not found' };
  if (binding.certainty === 'unknown') return { verdict: 'unbound', why: binding.reason };
  if (mark.of !== 'cell' || expected.kind !== 'amount') return { verdict: 'wrong', why: 'no amount' };
  const { printedLabel, headings } = mark.figure;
  const wrong = (why: string) => ({ verdict: 'wrong', why }) as const;
  if (!binding.amount.value.eq(expected.value)) return wrong('value');
  if (!isRow(binding, expected, printedLabel)) return wrong('row');
  if (isCoded(expected) && binding.row?.code === undefined) return { verdict: 'unbound', why: 'code' };
  if (!isColumn(binding, headings)) return wrong('column');
  if (!unitIsKnown) return { verdict: 'bound', why: '' };
  if (binding.unit === undefined) return { verdict: 'unbound', why: 'unit' };
  return binding.unit === expected.table.unit ? { verdict: 'bound', why: '' } : wrong('unit');
}

/**
 * A list names its rows by several words, and which of them is the label is for the reader to say.
 * Where a code is printed in a cell for codes it must be read as such; elsewhere it is part of the label.
 */
function isRow({ row }: Binding, expected: ExpectedFigure, printedLabel: string): boolean {
  if (row === undefined) return false;
  const { code } = expected.row;
  const coded = isCoded(expected);
  if (row.code !== undefined && row.code !== code) return false;
  const label = plain(printedLabel);
  const named = [row.label, ...(row.names ?? [])].map(plain);
  return named.includes(label) || (coded && named.includes(code + label));
}

/** Whether the row has a code in a cell for codes. */
function isCoded({ row, block }: ExpectedFigure): boolean {
  return row.code !== undefined && block.stub.code !== undefined;
}

/**
 * Every heading over the column, as printed. Only where the reader says that a group may reach over it may
 * outer ones be missing; the column's own heading never.
 */
function isColumn({ column, reason }: Binding, headings: readonly string[]): boolean {
  const path = plain(column?.path.join('') ?? '');
  if (path === plain(headings.join(''))) return true;
  return reason === 'partial' && headings.some((_, outer) => plain(headings.slice(outer).join('')) === path);
}

function describe(
  { region }: GeneratedDisclosure,
  { mark, place, text }: PlacedMark,
  { table, row, value }: ExpectedFigure,
  binding: Binding | undefined,
): string {
  const figure = mark.of === 'cell' ? mark.figure : undefined;
  const wanted = [row.code, figure?.printedLabel, figure?.headings.join(' › '), value, table.unit];
  const read = binding === undefined ? 'nothing' : said(binding);
  return `${region} ${table.title}, line ${place.line + 1}: ${text} is ${wanted.join(' | ')}; read: ${read}`;
}

function said({ row, column, amount, unit, reason }: Binding): string {
  return [row?.code, row?.label, column?.path.join(' › '), amount.value, unit, reason].join(' | ');
}

/** Words as they are compared: without blanks, marks of Markdown and tags. */
function plain(text: string): string {
  const bare = text.normalize('NFKC').replace(/<[^<>]{0,20}>|[\s*]+/g, '');
  // A break within a break.
  return bare.replace(/<[^<>]{0,20}>/g, '');
}
