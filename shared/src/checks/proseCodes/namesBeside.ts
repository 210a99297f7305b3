import type { Catalogue, CodeRecord } from '../../catalogue/catalogue.ts';
import { ownersOf } from '../../catalogue/nameStanding.ts';
import { normalizeName } from '../../catalogue/names.ts';
import { beginsWithName, namesCode } from '../../catalogue/nearName.ts';
import { classificationOf } from '../../catalogue/record.ts';
import { nameBefore, nameBehind } from '../../codes/proseNames.ts';
import type { CodeMention } from './mentions.ts';

/** A name beside digits, and where it stands in the line. */
export interface PrintedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A name beside digits that is that of other codes, of the same list and level. */
export interface OtherName extends PrintedName {
  readonly owners: readonly CodeRecord[];
}

/** No name is longer. */
const NAME_REACH = 40;
const SHORTEST_NAME = 4;
/** Economic codes have names such as 水费. */
const SHORTEST_ECONOMIC_NAME = 2;
/** A name as long as this is no part of another word, whatever stands beside it. */
const LONG_NAME = 8;
/** What a name may begin behind: the start of the sentence, a mark, or a word that no name ends with. */
const BEFORE_NAME =
  /(?:^|[\s，。；：、,;:“”"'（）()《》.．\d-])$|(?:用于|其中|包括|列入|列支|支付|支出|安排|发放|缴纳|科目|万元|为|的|和|及|与)$/;
/** Blanks and marks around a name are no part of it; some names begin with a word in quotes. */
const HALF_QUOTED = /^\s|[\s“"‘《”’》]$|^["“‘《][^"”’》]*$/;
/** What stands between the names of 类, 款 and 项. */
const PATH_MARK = /^\s?[\\/＼／>＞→－—–-]{1,2}\s?(?=\p{Script=Han})/u;
/** What a name may end in front of. */
const BEHIND_NAME = /^(?:$|[\s，。；：、,;:“”"'（）()《》\d-]|支出|经费|科目|项目|预算|安排|合计|共|为|等)/;

/** Reads the names beside digits. */
export class NamesBeside {
  readonly #catalogue: Catalogue;
  readonly #year: number | undefined;

  /** @param year the document's */
  constructor(catalogue: Catalogue, year: number | undefined) {
    this.#catalogue = catalogue;
    this.#year = year;
  }

  /** Whether a name of the code stands beside it, or a piece of one. */
  hasOwn(mention: CodeMention): boolean {
    const { digits, text, frontEnd, behindStart } = mention;
    if (namesCode(this.#catalogue, digits, text.slice(0, frontEnd))) return true;
    if (behindStart === undefined) return false;
    return [behindStart, this.#pathEnd(mention, behindStart)].some((start) =>
      beginsWithName(this.#catalogue, digits, text.slice(start)),
    );
  }

  /** The name of the code beside it, whole, of today or of former years. */
  own({ digits, text, frontEnd, behindStart }: CodeMention): PrintedName | undefined {
    const inFront = nameBefore(this.#catalogue, digits, text.slice(0, frontEnd));
    if (inFront !== undefined) return { name: inFront, start: frontEnd - inFront.length, end: frontEnd };
    if (behindStart === undefined) return undefined;
    const behind = nameBehind(this.#catalogue, digits, text.slice(behindStart));
    return behind === undefined
      ? undefined
      : { name: behind, start: behindStart, end: behindStart + behind.length };
  }

  /** A name in front of the digits that documents are known to print for the code, though it is not right. */
  variant({ digits, text, frontEnd }: CodeMention): PrintedName | undefined {
    const record = this.#catalogue.record(digits);
    const variants = record ? this.#catalogue.names(record).variants : [];
    const name = variants.find((each) => text.endsWith(each, frontEnd));
    if (name === undefined) return undefined;
    return { name, start: frontEnd - name.length, end: frontEnd };
  }

  /**
   * The longest whole name of codes like these digits right in front of them; of bare digits the one behind,
   * unless names stand on both sides, when nobody knows which is meant.
   */
  other(mention: CodeMention): OtherName | undefined {
    const inFront = this.#inFront(mention);
    if (mention.behindStart === undefined) return inFront;
    return inFront ? undefined : this.#behind(mention);
  }

  #inFront({ digits, text, frontEnd }: CodeMention): OtherName | undefined {
    const least = frontEnd - shortestName(digits);
    for (let start = Math.max(0, frontEnd - NAME_REACH); start <= least; start++) {
      const name = text.slice(start, frontEnd);
      if (name.length < LONG_NAME && !BEFORE_NAME.test(text.slice(Math.max(0, start - 2), start))) continue;
      const owners = this.#owners(digits, name);
      if (owners.length > 0) return { name, start, end: frontEnd, owners };
    }
    return undefined;
  }

  /** Where the last name begins behind those of the codes above: 22102住房保障支出\住房改革支出. */
  #pathEnd({ digits, text }: CodeMention, behindStart: number): number {
    let start = behindStart;
    for (let length = 3; length < digits.length; length += 2) {
      const name = nameBehind(this.#catalogue, digits.slice(0, length), text.slice(start));
      const mark = name === undefined ? null : PATH_MARK.exec(text.slice(start + name.length));
      if (name !== undefined && mark) start += name.length + mark[0].length;
    }
    return start;
  }

  #behind(mention: CodeMention): OtherName | undefined {
    const { digits, text } = mention;
    if (mention.behindStart === undefined) return undefined;
    const behindStart = this.#pathEnd(mention, mention.behindStart);
    const least = behindStart + shortestName(digits);
    for (let end = Math.min(text.length, behindStart + NAME_REACH); end >= least; end--) {
      const name = text.slice(behindStart, end);
      if (name.length < LONG_NAME && !BEHIND_NAME.test(text.slice(end, end + 2))) continue;
      const owners = this.#owners(digits, name);
      if (owners.length > 0) return { name, start: behindStart, end, owners };
    }
    return undefined;
  }

  #owners(digits: string, name: string): readonly CodeRecord[] {
    const classification = classificationOf(digits);
    if (!classification || HALF_QUOTED.test(name)) return [];
    const like = { code: digits, classification };
    return ownersOf(this.#catalogue, like, normalizeName(name), this.#year).filter(
      (each) => each.code.length === digits.length && each.classification === classification,
    );
  }
}

function shortestName(digits: string): number {
  const isEconomic = digits.length === 5 && classificationOf(digits)?.startsWith('economic');
  return isEconomic ? SHORTEST_ECONOMIC_NAME : SHORTEST_NAME;
}
