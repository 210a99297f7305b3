import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import { compactText } from '../../disclosure/prose/compact.ts';
import { offsetOf, spansOf, unbrokenSpan } from '../../disclosure/prose/paragraphs.ts';
import type { Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import type { Cell, PlacedTable, Table } from '../../disclosure/table.ts';
import { type Finding, placeFindings, replaceFix } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { isRowByRow } from '../../syntax/rowByRow.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel, toHalfWidth } from '../../text/width.ts';
import { nearFixedName } from './fixedNames.ts';
import { wordSlips } from './wordSlips.ts';

/** A text that may end in a name, and where each character of it stands. */
interface Named {
  readonly name: string;
  readonly spanOf: (start: number) => Span | undefined;
  /** Whether the name is all of the text. */
  readonly whole: boolean;
  /** Whether only characters that sound or look alike are a slip there. */
  readonly careful?: boolean;
}

const NUMBERING = /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|其中:|[①-⑳])+/;
/** What stands further in front of a figure is not its name. */
const MAX_FRONT = 40;
/** Up to the end of the clause before. */
const CLAUSE_BEFORE = /^.*[,;:。]/;
/** What may stand between a name and its figure. */
const BETWEEN = /(?:预算数?|决算数?|安排|总额|合计|共计|共|为|约)+$/;

/** 用于人员经费、公用经费和项目支出; 公务用车运行维护费预算数比2023年增加: words that stand between two marks. */
const WORDS = /[\p{Script=Han}()]+/gu;
/** What may stand in front of a name in a list, and behind it in front of a comparison. */
const JOINED = /^(?:[和及与或]|其中|用于|主要用于|主要是|包括)+/;
const COMPARED = /(?:预算数?|决算数?|支出数?)?(?:比|较|与|同)(?:上年|去年)?.*$/;
/** Headings with longer names are sentences. */
const LONGEST_NAME = 16;

/**
 * Names that every disclosure has, written with one character wrong (`word-slip`, N18, N22): in front of a figure of
 * a sentence, alone between its marks, or in a row of a table that has no code to tell it by.
 */
export function labelSlips({ prose, tables }: Disclosure, catalogue: Catalogue): Finding[] {
  const { inPassages, inTables } = slipsBy(catalogue);
  return [...inPassages(prose.passages), ...inTables(tables)];
}

const slipsBy = remember((catalogue: Catalogue) => {
  const slipsAmong = (named: readonly Named[]) =>
    named.flatMap((each) => slipIn(each, catalogue.soundAlike) ?? []);
  const inPassage = remember((passage: Passage) => {
    const before = slipsAmong(namesInPassage(passage));
    const said = new Set(before.map(({ range }) => `${range.start.line}:${range.end.character}`));
    const among = slipsAmong(namesAmongWords(passage));
    return [
      ...before,
      ...among.filter(({ range }) => !said.has(`${range.start.line}:${range.end.character}`)),
    ];
  });
  const inTable = remember((table: Table) => slipsAmong(namesInTable(table)));
  return {
    inPassages: rememberEach(({ line, passage }: PlacedPassage) => placeFindings(inPassage(passage), line)),
    inTables: rememberEach(({ line, table }: PlacedTable) => placeFindings(inTable(table), line)),
  };
});

function slipIn(
  { name, spanOf, whole, careful }: Named,
  soundAlike: Catalogue['soundAlike'],
): Finding | undefined {
  const found = nearFixedName(name, whole, soundAlike);
  const near = careful && !found?.alike ? undefined : found;
  const span = near && spanOf(name.length - near.printed.length);
  if (!near || !span || wordSlips(name, 0, 0).length > 0) return undefined;
  const range = rangeOf(span);
  const isAsPrinted = span.end - span.start === near.printed.length;
  return {
    rule: 'word-slip',
    // Characters that neither sound nor look alike may be another name, and no slip.
    severity: near.alike ? RULES['word-slip'].severity : 'information',
    range,
    params: { printed: near.printed, meant: near.meant, context: '' },
    related: [],
    fixes: isAsPrinted ? [replaceFix(range, near.meant, near.alike)] : [],
  };
}

/** What stands in front of figures, up to the clause before. */
function namesInPassage({ figures, paragraphs }: Passage): Named[] {
  return figures.flatMap(({ kind, role, span, paragraph: index }) => {
    const paragraph = paragraphs[index];
    const at = paragraph && offsetOf(paragraph.pieces, span);
    if (!paragraph || at === undefined || kind !== 'statement' || role !== 'value') return [];
    const start = Math.max(0, at - MAX_FRONT);
    const front = compactText(paragraph.text.slice(start, at));
    const name = front.text.replace(BETWEEN, '').replace(CLAUSE_BEFORE, '');
    const from = front.text.lastIndexOf(name);
    const offset = (position: number) => start + (front.offsets[from + position] ?? 0);
    return [
      {
        name,
        whole: false,
        spanOf: (position) => {
          const spans = spansOf(paragraph.pieces, {
            start: offset(position),
            end: offset(name.length - 1) + 1,
          });
          return spans.length === 1 ? spans[0] : undefined;
        },
      },
    ];
  });
}

/** What stands between two marks of a sentence and may be a name. */
function namesAmongWords({ paragraphs }: Passage): Named[] {
  return paragraphs.flatMap(({ text, pieces }) =>
    [...toHalfWidth(text).matchAll(WORDS)].flatMap(({ 0: words, index }): Named[] => {
      const lead = JOINED.exec(words)?.[0].length ?? 0;
      const name = words.slice(lead).replace(COMPARED, '');
      if (name.length > LONGEST_NAME) return [];
      const from = index + lead;
      const spanOf = (start: number) =>
        unbrokenSpan(pieces, { start: from + start, end: from + name.length });
      return [{ name, whole: true, careful: true, spanOf }];
    }),
  );
}

/** Names in the rows of a table that have no code to tell them by, and over its columns. */
function namesInTable(table: Table): Named[] {
  const { sides, rows, coded, indicators, cut, dialect } = table;
  if (indicators || cut) return [];
  const inRows = coded
    ? []
    : sides.flatMap((side) =>
        side.rows.flatMap(({ row }) => (row.torn ? [] : nameInCell(row.cells[side.labelColumn]))),
      );
  // Where a cell ends its line may tell, not the words: headings are broken over lines.
  const heads = isRowByRow(dialect) ? rows.filter(({ kind }) => kind === 'header') : [];
  return [...inRows, ...heads.flatMap(({ cells }) => cells.flatMap((cell) => nameInCell(cell)))];
}

function nameInCell(cell: Cell | undefined): Named[] {
  if (!cell || cell.amount || cell.whole !== undefined) return [];
  const name = compactLabel(cell.text).replace(NUMBERING, '');
  const start = cell.text.endsWith(name) ? cell.span.end - name.length : cell.span.start;
  return [{ name, whole: true, spanOf: () => ({ ...cell.span, start }) }];
}
