import type { Dialect } from '../dialects/dialect.ts';
import type { Layout } from '../layouts/layout.ts';
import { setTable } from '../layouts/setTable.ts';
import { unitInHeading } from '../layouts/unitHeadings.ts';
import { pick } from '../lists.ts';
import type { ModelDisclosure, ModelParagraph, ModelTable, Unit } from '../model.ts';
import { type NumberStyle, roundFen, writeNumber } from '../numbers.ts';
import type { RenderedDocument } from './document.ts';
import { type Line, type Part, type Piece, plainLine } from './line.ts';
import { type TableNumbers, tableNumber, unitWords } from './surroundings.ts';

/** How a document is written down. Tables take the layouts and dialects in turn. */
export interface WritingPlan {
  readonly layouts: readonly Layout[];
  readonly dialects: readonly Dialect[];
  readonly variants: readonly number[];
  readonly numbers: TableNumbers;
  /** Blank lines between title, unit and table; Markdown has them in any case. */
  readonly airy: boolean;
  /** 目录 of the tables. */
  readonly contents: boolean;
  /** Whether titles stand below their tables, as they do below figures. */
  readonly titlesBelow?: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
}

/** Writes a disclosure: its title, contents, text, and every table under its title. */
export function writeDocument(model: ModelDisclosure, plan: WritingPlan): RenderedDocument {
  const main = pick(plan.dialects, 0);
  const variant = pick(plan.variants, 0);
  const unit = documentUnit(model, plan);
  const words = (part: Part, pieces: readonly Piece[]): Line => ({
    part,
    pieces: main.wrap(part, pieces, variant),
    damage: [],
  });
  const lines: Line[] = [
    words('title', [{ text: `${model.organ}${model.year}年${model.kind}${model.stage}公开` }]),
    BLANK,
    ...(plan.contents ? contents(model, words) : []),
    ...model.paragraphs.flatMap((paragraph) => [words('prose', paragraphPieces(paragraph, plan)), BLANK]),
    ...(unit === undefined ? [] : [words('unit', [{ text: `本公开表格金额单位：${unit}` }]), BLANK]),
    ...model.tables.flatMap((table, index) => [...writeTable(model, table, index, plan, unit), BLANK]),
  ];
  return {
    model,
    lines,
    dialects: model.tables.map((_, index) => pick(plan.dialects, index)),
    lineEnd: plan.lineEnd,
    byteOrderMark: plan.byteOrderMark,
  };
}

const BLANK = plainLine('blank', '');

/** The unit that is told once for all tables; undefined where each tells its own. */
function documentUnit(model: ModelDisclosure, plan: WritingPlan): Unit | undefined {
  const told = model.tables.some((_, index) => pick(plan.layouts, index).unitPlace === 'document');
  return told ? model.tables[0]?.unit : undefined;
}

function contents(model: ModelDisclosure, words: (part: Part, pieces: readonly Piece[]) => Line): Line[] {
  const entries = model.tables.map(({ title }, index) =>
    words('prose', [{ text: `${index + 1}. ${title}` }]),
  );
  return [words('title', [{ text: '目录' }]), BLANK, ...entries, BLANK];
}

/** Figures of sentences are in 万元, rounded each by itself. */
const SENTENCE_STYLE: NumberStyle = { thousands: false, trimmed: false, fullWidth: false, nothing: 'blank' };

function paragraphPieces({ words, clauses }: ModelParagraph, plan: WritingPlan): Piece[] {
  const style = { ...SENTENCE_STYLE, trimmed: pick(plan.layouts, 0).style.trimmed };
  const figures = clauses.flatMap(({ before, concept, amount, after }): Piece[] => {
    const rounded = roundFen(amount, '万元', 2);
    const figure: Piece = {
      text: writeNumber(rounded, style),
      role: 'figure',
      mark: { of: 'sentence', concept, rounded, style },
    };
    return [{ text: before }, figure, { text: `万元${after}` }];
  });
  return [{ text: words }, ...figures];
}

function writeTable(
  model: ModelDisclosure,
  table: ModelTable,
  index: number,
  plan: WritingPlan,
  documentUnit: Unit | undefined,
): Line[] {
  const layout = pick(plan.layouts, index);
  const dialect = pick(plan.dialects, index);
  const variant = pick(plan.variants, index);
  const words = (part: Part, text: string): Line => ({
    part,
    pieces: dialect.wrap(part, [{ text }], variant),
    table: index,
    damage: [],
  });
  const body = dialect.write(setTable(table, layout), variant).map(
    (line): Line => ({
      ...line,
      table: index,
      pieces: line.pieces.map((piece) => ownedBy(piece, index)),
    }),
  );
  const { above, before } = tableNumber(plan.numbers, index);
  const unitIsTold =
    layout.unitPlace === 'document' ? documentUnit === table.unit : unitInHeading(table, layout);
  const gap = plan.airy || dialect.name === 'pipe' ? [BLANK] : [];
  const titles = [above, before + table.title].flatMap((text) =>
    text === '' ? [] : [words('title', text), ...gap],
  );
  return [
    ...(plan.titlesBelow ? [] : titles),
    ...(unitIsTold ? [] : [words('unit', unitWords(model.organ, table.unit, layout, dialect)), ...gap]),
    ...body,
    ...(plan.titlesBelow ? [...gap, ...titles] : []),
    ...table.notes.flatMap((note, place) => [...(place === 0 ? [BLANK] : []), words('note', note)]),
  ];
}

/** Tells the mark of a figure which table it is in. */
function ownedBy(piece: Piece, table: number): Piece {
  return piece.mark?.of === 'cell' ? { ...piece, mark: { ...piece.mark, table } } : piece;
}
