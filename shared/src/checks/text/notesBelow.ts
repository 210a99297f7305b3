import type { PlacedTable } from '../../disclosure/table.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';
import { hasFigures } from './emptyTables.ts';
import { OFTEN_EMPTY, type OftenEmpty } from './oftenEmpty.ts';

/** A note that speaks of the table it stands below. */
const OF_THE_TABLE = /(?:本|此|该)表(?:格)?(?:为空|是空|空表|(?:无|没有)(?:相关)?(?:数据|内容))/;
const OPENING = /^[(（]?(?:备注|说明|附注|注)/;
/** Most lines below tables have no word of a note, which shows at a glance. */
const MAY_BE_NOTE = /[表注说]/;
/** The last rows of a table: a note without a name may be of another table whose rows were run together with it. */
const LAST_ROWS = 3;
const MAX_NOTE = 200;

/** A note in its line. */
interface Note {
  /** The line as it stands. */
  readonly text: string;
  readonly line: number;
}

/**
 * Notes right below a table that do not fit it (`nothing-stated`, domain rules §1.4): 本表无数据 below a table with
 * figures, and the note of 政府性基金 below the table of 国有资本经营, as copying leaves it.
 *
 * @param lines those of the document
 */
export function notesBelow(tables: readonly PlacedTable[], lines: readonly string[]): Finding[] {
  return tables.flatMap((placed) => {
    const { table } = placed;
    const note = table.open || table.cut || table.headless ? undefined : noteOf(placed, lines);
    if (!note) return [];
    const own = OFTEN_EMPTY.find(({ role }) => role === table.role);
    const named = OFTEN_EMPTY.filter(({ name }) => note.text.includes(name));
    const [other, another] = named;
    if (own && other && !named.includes(own)) return another ? [] : [copied(note, own, other)];
    const isOwn = other === undefined || (own !== undefined && named.includes(own));
    const isWrong = isOwn && OF_THE_TABLE.test(compactLabel(note.text)) && endsInFigures(placed);
    return isWrong ? [contradicted(note)] : [];
  });
}

/** The first line below a table, if it is a note and nothing but blank lines stand in front of it. */
function noteOf({ line, table }: PlacedTable, lines: readonly string[]): Note | undefined {
  let at = line + table.lineCount;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  const text = lines[at];
  if (text === undefined || text.length > MAX_NOTE || !MAY_BE_NOTE.test(text)) return undefined;
  const label = compactLabel(text);
  const isNote = OF_THE_TABLE.test(label) || (OPENING.test(label) && /没有|无/.test(label));
  return isNote ? { text, line: at } : undefined;
}

function endsInFigures({ table: { rows } }: PlacedTable): boolean {
  return hasFigures(rows.filter(({ kind }) => kind === 'data' || kind === 'total').slice(-LAST_ROWS));
}

function copied({ text, line }: Note, own: OftenEmpty, other: OftenEmpty): Finding {
  const start = text.indexOf(other.name);
  const range = rangeOf({ line, start, end: start + other.name.length });
  return {
    rule: 'nothing-stated',
    severity: RULES['nothing-stated'].severity,
    range,
    params: { state: 'copied', money: other.name, table: own.name, amount: '' },
    related: [],
    fixes: [replaceFix(range, own.name, true)],
  };
}

function contradicted({ text, line }: Note): Finding {
  const span: Span = { line, start: text.length - text.trimStart().length, end: text.trimEnd().length };
  return {
    rule: 'nothing-stated',
    severity: RULES['nothing-stated'].severity,
    range: rangeOf(span),
    params: { state: 'has-figures', money: '', table: '', amount: '' },
    related: [],
    fixes: [],
  };
}
