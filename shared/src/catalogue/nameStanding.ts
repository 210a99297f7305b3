import type { Catalogue, CodeRecord } from './catalogue.ts';
import { equalButForSuffix, normalizeName } from './names.ts';

/**
 * How a name printed beside a known code stands to it.
 * - `fits`: the name, a second one, one that was cut off, wrapped or written on; or none is printed.
 * - `old`: the name until the year `until`, printed in a later one.
 * - `altered`: the name with a few characters changed; `known` where documents are known to print it so.
 * - `another`: the name of other codes, and of none other than these; of another classification only where none
 *   of its own has it.
 * - `unlike`: no name of any code.
 */
export type NameStanding =
  | { readonly kind: 'fits' }
  | { readonly kind: 'old'; readonly until: number }
  | { readonly kind: 'altered'; readonly known: boolean }
  | { readonly kind: 'another'; readonly owners: readonly CodeRecord[] }
  | { readonly kind: 'unlike' };

const FITS: NameStanding = { kind: 'fits' };
const SUFFIX = '支出';
/** What stands before a name that is not part of it: 其中, a number in a list, the code itself, dashes. */
const LEADING = /^(?:其中:?|[\d.、-]+|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|[—·•△▲]+)+/;
/** What stands behind a name that is not part of it: its level, its code. */
const TRAILING = /\((?:类|款|项|目|\d+)\)$/;
/** Two characters of a wrapped name may stand in a line of their own. */
const SHORTEST_PIECE = 2;
/** A shorter beginning of a name is a word that may stand for anything. */
const SHORTEST_CUT = 6;
/** Shorter names share too much with each other to call one an altered form of the other. */
const SHORTEST_LIKENESS = 4;
/** Share of the longer name that two names must have in common, in order. */
const LIKENESS = 0.7;
/** An abbreviation leaves characters out and adds none. */
const ABBREVIATION = 0.5;
const LONGEST_NAME = 60;
/** Whom a 科目 is for goes without saying in a table of one body. */
const FOR_WHOM = /^(?:机关事业单位|行政事业单位|职工)/;
const WORDS = /^\p{Script=Han}+$/u;
/** What tables write behind a name without making another one of it. */
const REMARK = /^(?:类|款|项|目|等|支出)?(?:科目|小计|合计)?$/;

/**
 * Compares a printed name with the names of a code and of all others of its classification.
 *
 * @param year the document's; without it no name is called old
 * @param isWhole whether the printed words are all that stands there of one name: not a line of a wrapped one, and not
 * put together with words of others. Else pieces of the name, and the name with anything beside it, fit.
 */
export function nameStanding(
  catalogue: Catalogue,
  record: CodeRecord,
  printed: string,
  year: number | undefined,
  isWhole = false,
): NameStanding {
  if (printed.length > LONGEST_NAME) return FITS;
  const match = catalogue.matchName(record, printed);
  if (match === 'variant') return { kind: 'altered', known: true };
  if (match === 'former') return formerStanding(catalogue, record, bareName(printed), year);
  if (match !== 'different') return FITS;
  const name = bareName(printed);
  if (name === '' || catalogue.nameMatches(record, name)) return FITS;
  const own = ownNames(catalogue, record);
  const owners = isShortForm(name, own) ? [] : ownersOf(catalogue, record, name, year);
  const isMiddle = own.some((each) => isPiece(name, each));
  const isElsewhere = owners.every(({ classification }) => classification !== record.classification);
  // 其他对个人和家庭补助支出 for 30399: its own name with a word left out, though 50999 is called so.
  if (owners.length > 0 && isElsewhere && own.some((each) => isLike(each, name)))
    return { kind: 'altered', known: false };
  // The middle of a wrapped name may be a whole name of another list: 机关事业单位 | 职业年金缴费 | 支出.
  if (owners.length > 0 && !(isMiddle && isElsewhere)) return { kind: 'another', owners };
  if (own.some((each) => (isWhole ? isCutOrWrittenOn : isPieceOrWrittenOn)(name, each))) return FITS;
  if (isCutOfPart(catalogue, record, name)) return FITS;
  if (own.some((each) => isLike(each, name))) return { kind: 'altered', known: false };
  if (isMiddle) return FITS;
  const cut = ownersOfCut(catalogue, record, name, year);
  return cut.length > 0 ? { kind: 'another', owners: cut } : { kind: 'unlike' };
}

/** 302 其他商品和服务支, with 99 and 出 on the lines below: the code and the name of a part were cut together. */
function isCutOfPart(catalogue: Catalogue, { code }: CodeRecord, name: string): boolean {
  return (
    name.length >= SHORTEST_CUT &&
    catalogue.children(code).some((part) => normalizeName(part.name).startsWith(name))
  );
}

/** Codes of the same classification whose names a column was too narrow for, so that only this beginning is printed. */
function ownersOfCut(
  catalogue: Catalogue,
  { classification, code }: CodeRecord,
  name: string,
  year: number | undefined,
): CodeRecord[] {
  if (name.length < SHORTEST_CUT) return [];
  return catalogue
    .search(name, { classification, ...(year !== undefined && { year }) })
    .filter(
      (each) =>
        each.confidence !== 'unsure' &&
        each.code.length === code.length &&
        normalizeName(each.name).startsWith(name),
    );
}

/** A printed name without list numbers, 其中, levels and codes around it, as names are compared. */
export function bareName(printed: string): string {
  return normalizeName(printed).replace(LEADING, '').replace(TRAILING, '');
}

/** Whether a bare name is the code's of today: in full, without a closing 支出, or cut off. */
export function bearsName(catalogue: Catalogue, record: CodeRecord, name: string): boolean {
  return ['same', 'alternative', 'suffix', 'cut'].includes(catalogue.matchName(record, name));
}

/**
 * Codes whose name today, or a second one in use, is this: of the same classification, or else of another.
 * Unsure ones are none.
 */
export function ownersOf(
  catalogue: Catalogue,
  record: Pick<CodeRecord, 'code' | 'classification'>,
  name: string,
  year: number | undefined,
): CodeRecord[] {
  const spellings = [name, name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name + SUFFIX];
  const named = spellings.flatMap((each) => catalogue.byName(each));
  const own = named.filter(({ classification }) => classification === record.classification);
  return [...new Set(own.length > 0 ? own : named)].filter(
    (each) =>
      each.code !== record.code &&
      each.confidence !== 'unsure' &&
      (year === undefined ? each.until === undefined : catalogue.isValid(each, year)) &&
      isCurrentName(catalogue, each, spellings),
  );
}

/**
 * Of several codes that have a name, the one that is meant beside these digits: the one of their own 款, or of
 * the 款 of the code above; else the only one.
 */
export function likeliestOwner(
  owners: readonly CodeRecord[],
  digits: string,
  above = '',
): CodeRecord | undefined {
  const group = above.length === digits.length ? above.slice(0, -2) : above;
  for (const parent of [digits.slice(0, -2), group]) {
    const near = owners.filter(
      ({ code }) => parent.length >= 3 && code.length === digits.length && code.startsWith(parent),
    );
    if (near.length === 1) return near[0];
  }
  return owners.length === 1 ? owners[0] : undefined;
}

function isCurrentName(catalogue: Catalogue, record: CodeRecord, spellings: readonly string[]): boolean {
  const { current, alternatives } = catalogue.names(record);
  return [current, ...alternatives].some((each) => spellings.includes(normalizeName(each)));
}

function formerStanding(
  catalogue: Catalogue,
  record: CodeRecord,
  name: string,
  year: number | undefined,
): NameStanding {
  const former = catalogue.names(record).former.filter((each) => {
    const whole = normalizeName(each.name);
    return whole.startsWith(name) || equalButForSuffix(whole, name);
  });
  const last = former.reduce<(typeof former)[number] | undefined>(
    (latest, each) => (latest && latest.until >= each.until ? latest : each),
    undefined,
  );
  if (!last || year === undefined || year <= last.until + (last.margin ?? 0)) return FITS;
  return { kind: 'old', until: last.until };
}

function ownNames(catalogue: Catalogue, record: CodeRecord): string[] {
  const { current, alternatives, former } = catalogue.names(record);
  return [current, ...alternatives, ...former.map((each) => each.name)].map(normalizeName);
}

/** 其他支出 for 其他社会保障和就业支出: the short form of this name, though 229 is called so. */
function isShortForm(name: string, own: readonly string[]): boolean {
  return name.startsWith('其他') && own.some((each) => each.startsWith('其他') && isSubsequence(name, each));
}

/** A line of a wrapped name, or the name with anything beside it. */
function isPieceOrWrittenOn(name: string, own: string): boolean {
  return isPiece(name, own) || isPiece(own, name);
}

/**
 * A name that the column cut off, that lacks only whom it is for (基本养老保险缴费 for 30108), or with remarks beside
 * it. A few words that go on from it make another name: 劳务费用, 行政运行费.
 */
function isCutOrWrittenOn(name: string, own: string): boolean {
  if (name.length >= SHORTEST_PIECE && (own.startsWith(name) || own.replace(FOR_WHOM, '') === name))
    return true;
  const rest = own !== '' && name.startsWith(own) ? name.slice(own.length) : '';
  return isPiece(own, name) && !(WORDS.test(rest) && !REMARK.test(rest) && isLike(own, name));
}

function isPiece(piece: string, whole: string): boolean {
  return piece.length >= SHORTEST_PIECE && whole.includes(piece);
}

function isLike(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  if (longer < SHORTEST_LIKENESS) return false;
  return (
    commonLength(a, b) >= LIKENESS * longer || (b.length >= ABBREVIATION * a.length && isSubsequence(b, a))
  );
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at);
    if (at === -1) return false;
    at += letter.length;
  }
  return true;
}

/** How many characters two short texts have in common, in order. */
function commonLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) {
      next[j] = a[i - 1] === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
