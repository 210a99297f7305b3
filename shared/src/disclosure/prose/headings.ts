import type { Span } from '../../text/range.ts';
import { remember, rememberLast } from '../../text/remember.ts';
import { trimEndOf } from '../../text/trimEnd.ts';
import { compactLabel } from '../../text/width.ts';
import type { LineInfo } from './lines.ts';
import { type LineNumbering, NUMBERING_LEVELS } from './numbering.ts';

/** A heading, or the title of a table. */
export interface Heading {
  /** 1 is the outermost; by the series of its number, else by Markdown's `#` or by its place. */
  readonly level: number;
  readonly numbering?: LineNumbering;
  /** The words, without number and marks, of all its lines. */
  readonly text: string;
  /** Where number and words stand. Lines count from the heading's own first line. */
  readonly spans: readonly Span[];
  readonly kind: 'heading' | 'table-title';
}

/** A heading at its place: the lines of its spans count from `line`. */
export interface PlacedHeading {
  readonly line: number;
  readonly heading: Heading;
}

/** Longer lines are sentences that happen to begin with a number. */
const MAX_LENGTH = 45;
/** Level of a heading that has neither number nor marks: it stands under any that has. */
const UNNUMBERED = 7;
/** Level of a table's title that stands in the narrative: under whatever heading is over it. */
export const LEAF_LEVEL = 8;
/** Level of a table's title that stands behind the narrative, as 一、 does. */
export const TITLE_LEVEL = 2;
const DOCUMENT_TITLE = /20\d{2}年?度?.{0,40}(?:预算|决算|公开|说明|目录)/;
/** 2023年部门预算支出与2022年相比增加的: no title says so, but the line of a sentence that begins like one. */
const COMPARED = /相比|比较|增加|减少|增长|下降|持平/;
const PLAIN_HEADING =
  /(?:情况|说明|概况|概述|职责|职能|设置|构成|解释|目录|前言|任务|事项|公开|预算|决算|组成|范围)$/;

/**
 * The heading a line is, or undefined. Whether the next line carries it on is for the caller to say.
 *
 * @param alone whether no other line of prose stands directly in front
 */
export function readHeading(info: LineInfo, alone: boolean): Heading | undefined {
  return alone ? headingAlone(info) : headingAmongLines(info);
}

const headingAlone = remember((info: LineInfo) => headingIn(info, true));
const headingAmongLines = remember((info: LineInfo) => headingIn(info, false));

function headingIn(info: LineInfo, alone: boolean): Heading | undefined {
  if (info.length === 0 || info.length > MAX_LENGTH || info.pageMark) return undefined;
  const { numbering } = info;
  const spans: readonly Span[] = [{ line: 0, start: info.start, end: info.end }];
  const words = info.text.slice(info.start + (numbering?.length ?? 0), info.end);
  const text = trimEndOf(words, /[\s*#]/).trim();
  const base = { text, spans, ...(numbering && { numbering }) };
  if (info.tableTitle && numbering?.kind !== 'part') {
    return {
      ...base,
      kind: 'table-title',
      level: numbering ? NUMBERING_LEVELS[numbering.kind] : TITLE_LEVEL,
    };
  }
  const label = compactLabel(words);
  if (info.sentence || (label === '' && numbering?.kind !== 'annex' && numbering?.kind !== 'part')) {
    return undefined;
  }
  const heading = (level: number): Heading => ({ ...base, kind: 'heading', level });
  if (numbering) {
    return endsAsHeading(label, numbering) || info.hashes > 0
      ? heading(NUMBERING_LEVELS[numbering.kind])
      : undefined;
  }
  const plain = !/[,，、;；：:]/.test(label);
  if (plain && !info.endsOpen && DOCUMENT_TITLE.test(label) && !COMPARED.test(label)) return heading(1);
  if (info.hashes > 0) return heading(info.hashes === 1 ? 1 : UNNUMBERED);
  if (!plain) return undefined;
  return alone && PLAIN_HEADING.test(label) ? heading(UNNUMBERED) : undefined;
}

/** Numbered words are a heading if they are no clause; 1. and (1) number clauses too. */
function endsAsHeading(label: string, { kind }: LineNumbering): boolean {
  if (/[,，、]$/.test(label)) return false;
  const inner = label.replace(/[:：]$/, '');
  if (/[:：]/.test(inner)) return false;
  const clause = /[,，]/.test(inner);
  return NUMBERING_LEVELS[kind] <= 3 ? true : !clause && !/[:：]$/.test(label) && inner.length <= 30;
}

/** The same heading on another level. */
export const atLevel = rememberLast((heading: Heading, level: number): Heading => ({ ...heading, level }));

/** A heading as printed, with its number, on one line. `lines`: those of the document. */
export function headingText({ line, heading }: PlacedHeading, lines: readonly string[]): string {
  const [first = '', ...rest] = heading.spans.map(
    (span) => lines[line + span.line]?.slice(span.start, span.end) ?? '',
  );
  // 附件 2 stands on a line of its own; other lines are cut in the midst of their words.
  const gap = first.trim().length <= (heading.numbering?.length ?? 0) ? ' ' : '';
  return [first, gap, ...rest].join('').replace(/\*+/g, '').trim();
}
